// ConcentrationDialog shows what a day's doses are expected to come to in an average person, and what moving them by
// the clock does (PK-2, PK-3); it changes no dose and stores nothing (PK-5).
#pragma once

#include "core/kinetic_basis.h"
#include "gui/concentration_chart.h"

#include <QDialog>

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace lento::core {
struct RuleNumbers;
}

namespace lento::gui {

class ClockEdit;
class DialogHost;
class FieldNote;

// One choice of doses and what it is called: "Step 3, 45 mg/day".
struct NamedSplit {
    QString name;
    core::DoseSplit split;
};

class ConcentrationDialog : public QDialog {
    Q_OBJECT
public:
    // inForce: what is taken today, for comparison; nothing where it is the same or there is none.
    ConcentrationDialog(NamedSplit chosen, std::optional<NamedSplit> inForce, core::KineticBasis basis,
                        const core::RuleNumbers& numbers, core::Date today, DialogHost& dialogs,
                        QWidget* parent = nullptr);

    // The value that the person chose to enter; the dialog is closed then.
    const QString& wantedValue() const noexcept { return m_wanted; }
    ConcentrationChart& chart() noexcept { return *m_chart; }

public Q_SLOTS:
    void showTable(bool table);
    void savePicture();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTimes();
    QWidget* makeNotAssessed();
    void draw();
    void fillTable();
    QString basisWords() const;
    QString whyNot() const;
    DayCurve curveOf(const core::DoseSplit& split) const;

    NamedSplit m_split;
    std::optional<NamedSplit> m_inForce;
    core::KineticBasis m_basis;
    const core::RuleNumbers& m_numbers;
    core::Date m_today;
    DialogHost& m_dialogs;
    core::DoseTimes m_times;
    QString m_wanted;

    std::array<ClockEdit*, core::mostDosesPerDay> m_edits{};
    FieldNote* m_gapNote;
    QLabel* m_legend;
    QLabel* m_figures;
    ConcentrationChart* m_chart;
    QStandardItemModel* m_rows;
    QTableView* m_table;
    QStackedWidget* m_either;
    QLabel* m_reading;
    QPushButton* m_tableButton;
    QPushButton* m_save;
};

} // namespace lento::gui
