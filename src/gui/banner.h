// Banner says who is open: name, born, sex, record number, weight, kidney function and alerts; it never cuts name or
// birth date.
//
// It takes a second line when the window is narrow (platform-facts.md 6.3). Order and wording: SURNAME, Given; Born;
// Sex; number.
#pragma once

#include "app/pump_days.h"
#include "core/calendar.h"
#include "gui/theme.h"
#include "gui/workplace.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;

namespace lento::gui {

class Badge;

// "54 mL/min", or which value is missing: "not assessed: weight is missing".
struct RenalWords {
    QString name;  // "CrCl" or "eGFR": the lower, which counts (REN-5)
    QString value; // "54 mL/min"
    QString date;  // "14-Nov-2026"; empty when not assessed
    bool assessed = false;
};
RenalWords renalWords(const core::RenalAssessment& renal);

class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);

    void setRecord(const RecordPointer& record, core::Date today);
    // The pump of that patient; nothing without one in place.
    void setPump(const std::optional<app::PumpGlance>& pump);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Fact {
        QLabel* caption = nullptr;
        QLabel* value = nullptr;
    };
    Fact addFact();
    void setFact(const Fact& fact, const QString& caption, const QString& value);
    void setAlerts();
    void arrange();
    void recolour();
    // Places everything when `apply`; the height that the width takes.
    int layOut(int width, bool apply) const;

    RecordPointer m_record;
    std::optional<app::PumpGlance> m_pump;
    QLabel* m_name = nullptr;
    QList<Fact> m_facts;
    QList<Badge*> m_alerts;
};

} // namespace lento::gui
