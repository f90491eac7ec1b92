// CalendarPage shows the patient's days as day, month, quarter or year, and is where taken and missed doses are marked.
//
// Arrow keys move from day to day and week to week (in a year from month to month), over the edge of a page too; Enter
// opens the day, Space marks all doses of the day as taken (again: takes the mark back), Page Up and Page Down turn the
// page.
#pragma once

#include "gui/calendar_days.h"
#include "gui/patient_page.h"

#include <array>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace lento::gui {

class CalendarBar;
class CalendarTable;
class DayView;

class CalendarPage : public PatientPage {
    Q_OBJECT
public:
    enum class View { day, month, quarter, year };

    explicit CalendarPage(const Workplace& workplace, QWidget* parent = nullptr);

    void setRecord(RecordPointer record) override;
    void keepDraft() override;
    View view() const noexcept { return m_view; }
    core::Date selectedDay() const noexcept { return m_selected; }

public Q_SLOTS:
    void showView(lento::gui::CalendarPage::View view);
    void select(lento::core::Date day);
    void goToToday();
    void turn(int pages);
    // What the selected day's doses are expected to come to over the day (PK-2).
    void showConcentration();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct MonthOfQuarter {
        CalendarTable* table = nullptr;
        QLabel* title = nullptr;
    };
    std::array<CalendarTable*, 5> tables() const;
    void connectTable(CalendarTable& table);
    void layOut();
    void makeDays();
    void showSelection();
    void bringIntoView(const CalendarTable& table, const QModelIndex& day);
    void mark(const core::DiaryDay& day);
    void toggleTaken();
    // The day that an arrow key leads to.
    std::optional<core::Date> dayBeside(int key) const;
    void openMenu(const CalendarTable& table, const QPoint& at);

    RecordPointer m_record;
    std::shared_ptr<const CalendarDays> m_days;
    std::vector<core::Weekday> m_closedDays;
    core::Date m_selected;
    View m_view = View::month;

    CalendarBar* m_bar;
    QStackedWidget* m_stack;
    DayView* m_dayView;
    CalendarTable* m_month;
    std::array<MonthOfQuarter, 3> m_quarter;
    CalendarTable* m_year;
};

} // namespace lento::gui
