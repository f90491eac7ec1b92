// DayView is one day of the calendar in full: what is taken when, as tablets, and what was taken, missed or taken
// instead.
#pragma once

#include "gui/calendar_days.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class DoseEdit;
class FieldNote;
class SegmentedControl;

class DayView : public QWidget {
    Q_OBJECT
public:
    explicit DayView(QWidget* parent = nullptr);

    // Editable for days up to today: nobody can have taken tomorrow's dose.
    void setDay(const CalendarDay& day, const core::ProductSet* products);

    // What to do about missed doses (RST); empty: nothing.
    void setAdvice(const QString& words);

    // Marks what is typed and not yet left.
    void keep();

Q_SIGNALS:
    // A person marked something; the day as it shall be stored.
    void marked(lento::core::DiaryDay day);
    // The curve of this day's doses.
    void concentrationRequested();

private:
    struct PartRow {
        QWidget* row = nullptr;
        QLabel* name = nullptr;
        QLabel* dose = nullptr;
        QLabel* pieces = nullptr;
        SegmentedControl* taken = nullptr;
    };
    void send();

    CalendarDay m_day;
    QLabel* m_date;
    QLabel* m_summary;
    std::array<PartRow, core::mostDosesPerDay> m_parts;
    QWidget* m_otherRow;
    DoseEdit* m_otherDose;
    FieldNote* m_otherNote;
    QLineEdit* m_note;
    QLabel* m_why;
    QLabel* m_advice;
    QPushButton* m_concentration;
};

} // namespace lento::gui
