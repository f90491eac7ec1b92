// CalendarTable is one grid of days: a month, a month of a quarter, or a year with a row for each month.
#pragma once

#include "gui/calendar_delegate.h"
#include "gui/calendar_model.h"

#include <QTableView>

namespace lento::gui {

class CalendarTable : public QTableView {
    Q_OBJECT
public:
    explicit CalendarTable(CalendarDelegate::Style style, QWidget* parent = nullptr);

    CalendarModel& days() const noexcept { return *m_days; }
    CalendarDelegate& painter() const noexcept { return *m_painter; }
    // The day is chosen where it belongs: one of the neighbouring month is not.
    void showSelected(core::Date day);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColours();

    CalendarModel* m_days;
    CalendarDelegate* m_painter;
};

} // namespace lento::gui
