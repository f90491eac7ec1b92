// Date is a calendar day without clock, zone or locale; the only header that knows Boost.Date_Time (UNI-3).
//
// "Today" is always an argument. Plans step in days; there is no month arithmetic on purpose.
#pragma once

#include "core/result.h"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

// ISO numbering.
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

class Date {
public:
    // 1970-01-01; a Date always is a day.
    Date() = default;

    // Years 1900 to 2199. Errors: notADate.
    static Result<Date> fromYmd(int year, int month, int day);
    // "2026-11-22", exactly. Errors: notADate.
    static Result<Date> fromIso(std::string_view text);
    // Days since 1970-01-01; the number charts and models use.
    static Date fromDayNumber(std::int32_t days) { return Date(days); }

    std::int32_t dayNumber() const noexcept { return m_days; }
    int year() const;
    int month() const; // 1 to 12
    int day() const;   // 1 to 31
    Weekday weekday() const noexcept;
    std::string iso() const;

    friend auto operator<=>(Date, Date) = default;
    friend Date operator+(Date date, int days) { return Date(date.m_days + days); }
    friend Date operator-(Date date, int days) { return Date(date.m_days - days); }
    friend int operator-(Date a, Date b) { return a.m_days - b.m_days; }

private:
    explicit Date(std::int32_t days)
        : m_days(days) {}
    boost::gregorian::date asBoost() const;
    std::int32_t m_days = 0;
};

// First and last day, both included; the last may be open.
struct DateSpan {
    Date first;
    std::optional<Date> last;

    bool contains(Date date) const { return date >= first && (!last || date <= *last); }
    bool isOpen() const { return !last; }
    // Precondition: not open.
    int days() const { return *last - first + 1; }
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

// Completed years; someone born on 29 February has the birthday on 1 March in common years (UNI-3).
int completedYears(Date birth, Date today);
// Completed months, for ages under two years.
int completedMonths(Date birth, Date today);
int daysInMonth(int year, int month);

// One month as whole weeks, the first beginning on firstDayOfWeek: 4 to 6 rows of 7 days, neighbours' days included.
std::vector<std::array<Date, 7>> monthGrid(int year, int month, Weekday firstDayOfWeek);

} // namespace lento::core
