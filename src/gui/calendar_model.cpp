#include "gui/calendar_model.h"

#include "wording/quantities.h"

namespace lento::gui {

CalendarModel::CalendarModel(Shape shape, QObject* parent)
    : QAbstractTableModel(parent)
    , m_shape(shape) {}

void CalendarModel::setDays(std::shared_ptr<const CalendarDays> days) {
    m_days = std::move(days);
    layOut();
}

void CalendarModel::setFirstDayOfWeek(core::Weekday day) {
    m_firstDayOfWeek = day;
    layOut();
}

void CalendarModel::showMonth(int year, int month) {
    m_year = year;
    m_month = month;
    layOut();
}

void CalendarModel::layOut() {
    beginResetModel();
    m_rows.clear();
    if (m_days && m_shape == Shape::month) {
        for (const auto& week : core::monthGrid(m_year, m_month, m_firstDayOfWeek)) {
            auto& row = m_rows.emplace_back();
            for (const core::Date day : week)
                row.push_back(std::make_shared<const CalendarDay>(m_days->on(day)));
        }
    } else if (m_days) {
        for (int month = 1; month <= 12; ++month) {
            auto& row = m_rows.emplace_back(31);
            for (int day = 1; day <= core::daysInMonth(m_year, month); ++day)
                row[static_cast<std::size_t>(day - 1)] =
                    std::make_shared<const CalendarDay>(m_days->on(*core::Date::fromYmd(m_year, month, day)));
        }
    }
    endResetModel();
}

std::optional<core::Date> CalendarModel::dateAt(const QModelIndex& index) const {
    const auto day = index.data(DayRole).value<std::shared_ptr<const CalendarDay>>();
    return day ? std::optional(day->on) : std::nullopt;
}

QModelIndex CalendarModel::indexOf(core::Date day) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        for (std::size_t column = 0; column < m_rows[row].size(); ++column)
            if (m_rows[row][column] && m_rows[row][column]->on == day)
                return index(static_cast<int>(row), static_cast<int>(column));
    return {};
}

int CalendarModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CalendarModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_shape == Shape::month ? 7 : 31;
}

QVariant CalendarModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& day = m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (!day)
        return {};
    switch (role) {
    case DayRole:
        return QVariant::fromValue(day);
    case InMonthRole:
        return m_shape == Shape::year || day->on.month() == m_month;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return day->accessibleText;
    default:
        return {};
    }
}

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (m_shape == Shape::year)
        return orientation == Qt::Horizontal ? QVariant(section + 1)
                                             : QVariant(wording::monthText(m_year, section + 1).left(3));
    if (orientation == Qt::Vertical)
        return {};
    const int first = static_cast<int>(m_firstDayOfWeek) - 1;
    return wording::weekdayShort(static_cast<core::Weekday>((first + section) % 7 + 1));
}

Qt::ItemFlags CalendarModel::flags(const QModelIndex& index) const {
    return index.data(DayRole).isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace lento::gui
