#include "core/calendar.h"

#include <boost/date_time/gregorian/gregorian.hpp>

#include <algorithm>
#include <utility>

namespace lento::core {

namespace {

using Calendar = boost::gregorian::gregorian_calendar;
using Ymd = Calendar::ymd_type;

constexpr int firstYear = 1900;
constexpr int lastYear = 2199;

// Boost numbers days as astronomers do; this is the Julian day of 1970-01-01.
constexpr std::int64_t boostEpoch = 2'440'588;

// Boost's calendar knows the years 1400 to 9999; a plan of 400 steps of a year each, begun in 2199, ends within.
Ymd ymd(std::int32_t days) {
    return Calendar::from_day_number(static_cast<Calendar::date_int_type>(boostEpoch + days));
}

void appendPadded(std::string& text, int value, int width) {
    const std::string digits = std::to_string(value);
    text.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    text += digits;
}

Failure notADate(std::string text) {
    return failure(ErrorCode::notADate, {}, {std::move(text)});
}

std::string isoText(int year, int month, int day) {
    std::string text;
    appendPadded(text, year, 4);
    text += '-';
    appendPadded(text, month, 2);
    text += '-';
    appendPadded(text, day, 2);
    return text;
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

// rule: UNI-3
Result<Date> Date::fromYmd(int year, int month, int day) {
    // Asked before Boost is: its year and month types throw on what they cannot hold.
    const bool possible = year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 &&
                          day <= daysInMonth(year, month);
    if (!possible)
        return notADate(isoText(year, month, day));
    const Ymd parts(static_cast<unsigned short>(year), static_cast<unsigned short>(month),
                    static_cast<unsigned short>(day));
    return Date(static_cast<std::int32_t>(std::int64_t{Calendar::day_number(parts)} - boostEpoch));
}

Result<Date> Date::fromIso(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = digits(text.substr(0, 4));
        const auto month = digits(text.substr(5, 2));
        const auto day = digits(text.substr(8, 2));
        if (year && month && day) {
            if (Result<Date> date = fromYmd(*year, *month, *day))
                return date;
        }
    }
    return notADate(std::string(text));
}

int Date::year() const {
    return ymd(m_days).year;
}

int Date::month() const {
    return ymd(m_days).month.as_number();
}

int Date::day() const {
    return ymd(m_days).day.as_number();
}

Weekday Date::weekday() const noexcept {
    // 1970-01-01 was a Thursday.
    const int fromMonday = ((m_days + 3) % 7 + 7) % 7;
    return static_cast<Weekday>(fromMonday + 1);
}

std::string Date::iso() const {
    const Ymd parts = ymd(m_days);
    return isoText(parts.year, parts.month.as_number(), parts.day.as_number());
}

boost::gregorian::date Date::asBoost() const {
    return boost::gregorian::date(ymd(m_days));
}

int completedMonths(Date birth, Date today) {
    const int months = (today.year() - birth.year()) * 12 + today.month() - birth.month();
    return today.day() < birth.day() ? months - 1 : months;
}

// rule: UNI-3
int completedYears(Date birth, Date today) {
    // Comparing month and day moves a birthday on 29 February to 1 March by itself.
    const auto birthday = std::pair(birth.month(), birth.day());
    const int years = today.year() - birth.year();
    return std::pair(today.month(), today.day()) < birthday ? years - 1 : years;
}

int daysInMonth(int year, int month) {
    return Calendar::end_of_month_day(static_cast<unsigned short>(year), static_cast<unsigned short>(month));
}

std::vector<std::array<Date, 7>> monthGrid(int year, int month, Weekday firstDayOfWeek) {
    std::vector<std::array<Date, 7>> weeks;
    const Result<Date> first = Date::fromYmd(year, month, 1);
    if (!first)
        return weeks;
    const Date end = *first + daysInMonth(year, month);
    const int lead = (static_cast<int>(first->weekday()) - static_cast<int>(firstDayOfWeek) + 7) % 7;
    for (Date day = *first - lead; day < end;) {
        std::array<Date, 7>& week = weeks.emplace_back();
        for (Date& cell : week) {
            cell = day;
            day = day + 1;
        }
    }
    return weeks;
}

} // namespace lento::core
