// Typed days: refused where they could be two.
#include "wording/typed_number.h"
#include "wording/typed_values.h"

#include <QStringList>

#include <array>

namespace lento::wording {

using core::Date;
using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::array<const char*, 12> months = {"january", "february", "march",     "april",   "may",      "june",
                                                "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<const char*, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};

// 1-based; 0 for no such name. Three letters or the whole name; "Sept" is common enough to be taken too.
template <std::size_t count>
int nameNumber(QStringView text, const std::array<const char*, count>& names) {
    const QString lower = text.toString().toLower();
    for (std::size_t i = 0; i < count; ++i) {
        const QString name = QString::fromLatin1(names[i]);
        if (lower == name || lower == name.left(3) || (lower == u"sept" && name == u"september"))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

int digitsValue(QStringView text) {
    if (text.isEmpty() || text.size() > 4)
        return -1;
    int value = 0;
    for (const QChar character : text) {
        if (!isDigit(character))
            return -1;
        value = value * 10 + character.unicode() - u'0';
    }
    return value;
}

Result<Date> dayMonthYear(QStringView day, int month, QStringView year, const std::string& typed) {
    if (year.size() != 4 || day.size() > 2 || digitsValue(day) < 0 || digitsValue(year) < 0)
        return failure(ErrorCode::notADate, {}, {typed});
    Result<Date> date = Date::fromYmd(digitsValue(year), month, digitsValue(day));
    return date ? date : failure(ErrorCode::notADate, {}, {typed});
}

// 23/11/2026: taken when one reading only is a date, or when both are the same day.
Result<Date> slashed(const QList<QStringView>& parts, const std::string& typed) {
    const Result<Date> dayFirst = dayMonthYear(parts[0], digitsValue(parts[1]), parts[2], typed);
    const Result<Date> monthFirst = dayMonthYear(parts[1], digitsValue(parts[0]), parts[2], typed);
    if (dayFirst && monthFirst && *dayFirst != *monthFirst)
        return failure(ErrorCode::conflictingFields, "date", {dayFirst->iso(), monthFirst->iso()});
    return dayFirst ? dayFirst : monthFirst;
}

} // namespace

Result<Date> parseTypedDate(QStringView text) {
    QString typed = text.toString().simplified();
    if (typed.isEmpty())
        return failure(ErrorCode::emptyText);
    const std::string original = utf8(typed);
    int weekday = 0;
    if (const qsizetype blank = typed.indexOf(u' '); blank > 0) {
        QStringView first = QStringView(typed).left(blank);
        if (first.endsWith(u',') || first.endsWith(u'.'))
            first.chop(1);
        weekday = nameNumber(first, weekdays);
        if (weekday > 0)
            typed = typed.mid(blank + 1);
    }

    Result<Date> date = failure(ErrorCode::notADate, {}, {original});
    const auto parts = [&typed](QChar separator) { return QStringView(typed).split(separator); };
    if (typed.count(u'/') == 2) {
        date = slashed(parts(u'/'), original);
    } else if (typed.count(u'.') == 2) {
        const auto numbers = parts(u'.');
        date = dayMonthYear(numbers[0], digitsValue(numbers[1]), numbers[2], original);
    } else {
        const auto words = parts(typed.count(u'-') == 2 ? u'-' : u' ');
        if (words.size() == 3) {
            if (words[0].size() == 4 && words[1].size() == 2 && words[2].size() == 2)
                date = dayMonthYear(words[2], digitsValue(words[1]), words[0], original);
            else
                date = dayMonthYear(words[0], nameNumber(words[1], months), words[2], original);
        }
    }
    if (date && weekday > 0 && static_cast<int>(date->weekday()) != weekday)
        return failure(ErrorCode::notADate, {}, {original});
    return date;
}

} // namespace lento::wording
