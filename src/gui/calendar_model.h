// CalendarModel lays days out in a table: weeks of a month, or the twelve months of a year; each cell is a CalendarDay.
#pragma once

#include "gui/calendar_days.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace lento::gui {

class CalendarModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Shape { month, year };
    // The CalendarDay itself, as a std::shared_ptr<const CalendarDay>; whether the day is of the month shown.
    enum Role { DayRole = Qt::UserRole, InMonthRole };

    explicit CalendarModel(Shape shape, QObject* parent = nullptr);

    void setDays(std::shared_ptr<const CalendarDays> days);
    void setFirstDayOfWeek(core::Weekday day);
    // month counts for Shape::month only.
    void showMonth(int year, int month);
    int year() const noexcept { return m_year; }
    int month() const noexcept { return m_month; }

    std::optional<core::Date> dateAt(const QModelIndex& index) const;
    QModelIndex indexOf(core::Date day) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void layOut();

    Shape m_shape;
    std::shared_ptr<const CalendarDays> m_days;
    core::Weekday m_firstDayOfWeek = core::Weekday::monday;
    int m_year = 2000;
    int m_month = 1;
    std::vector<std::vector<std::shared_ptr<const CalendarDay>>> m_rows; // null where a month has no such day
};

} // namespace lento::gui

Q_DECLARE_METATYPE(std::shared_ptr<const lento::gui::CalendarDay>)
