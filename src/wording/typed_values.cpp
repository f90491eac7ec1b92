#include "wording/typed_values.h"

#include "core/decimal.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <vector>

namespace lento::wording {

using core::Date;
using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

// A typed number and the unit behind it, in lower case without blanks; "" for none.
struct NumberAndUnit {
    std::string number; // '.' as decimal mark
    QString unit;
};

std::string utf8(QStringView text) {
    return text.toString().toStdString();
}

bool isDigit(QChar character) {
    return character >= u'0' && character <= u'9';
}

// What can stand between the digits of "1 000": a blank of any width, or an apostrophe.
bool isGroupMark(QChar character) {
    return character.isSpace() || character == u'\'' || character == u'’' || character == u'˙';
}

// Splits "12,5 mg/day" and refuses what could be a grouped number.
Result<NumberAndUnit> numberAndUnit(QStringView typed) {
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return failure(ErrorCode::emptyText);
    qsizetype end = 0;
    while (end < text.size() &&
           (isDigit(text[end]) || text[end] == u'.' || text[end] == u',' || isGroupMark(text[end])))
        ++end;
    QStringView digits = text.left(end).trimmed();
    const QString unit = text.mid(end).toString().simplified().toLower();
    qsizetype marks = 0;
    qsizetype mark = -1;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (isGroupMark(digits[i]))
            return failure(ErrorCode::groupSeparator, {}, {utf8(text)});
        if (!isDigit(digits[i])) {
            ++marks;
            mark = i;
        }
    }
    if (marks > 1) {
        // "1,000.5" and "1.000.000" are grouped; "1..5" is no number at all.
        const bool adjacent = digits.contains(QStringLiteral("..")) || digits.contains(QStringLiteral(",,"));
        return failure(adjacent ? ErrorCode::notANumber : ErrorCode::groupSeparator, {}, {utf8(text)});
    }
    if (digits.isEmpty() || mark == 0 || mark == digits.size() - 1)
        return failure(ErrorCode::notANumber, {}, {utf8(text)});
    if (mark > 0 && digits.size() - mark - 1 == 3 && digits.left(mark) != u"0")
        return failure(ErrorCode::groupSeparator, {}, {utf8(text)});
    NumberAndUnit parts{utf8(digits), unit};
    for (char& character : parts.number) {
        if (character == ',')
            character = '.';
    }
    return parts;
}

// The number in units of 10^-decimals, between the bounds, which are given in the same units.
Result<std::int64_t> scaledNumber(const NumberAndUnit& parts, int decimals, std::int64_t lowest, std::int64_t highest) {
    Result<std::int64_t> scaled = core::parseDecimal(parts.number, decimals);
    if (!scaled)
        return scaled.error().code == ErrorCode::outOfRange
                   ? failure(
                         ErrorCode::outOfRange, {},
                         {parts.number, core::formatDecimal(lowest, decimals), core::formatDecimal(highest, decimals)})
                   : failure(scaled.error());
    if (*scaled < lowest || *scaled > highest)
        return failure(ErrorCode::outOfRange, {},
                       {parts.number, core::formatDecimal(lowest, decimals), core::formatDecimal(highest, decimals)});
    return scaled;
}

bool isOneOf(const QString& unit, std::initializer_list<const char16_t*> names) {
    for (const char16_t* name : names) {
        if (unit == QStringView(name))
            return true;
    }
    return false;
}

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

Result<core::OralDose> parseDose(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"mg"}))
        return failure(ErrorCode::wrongType, {}, {"mg"});
    return core::oralDoseFromMilligrams(parts->number);
}

Result<core::OralDose> parseConcentration(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    static const QRegularExpression perVolume(QStringLiteral("^mg ?/ ?([1-9][0-9]{0,2})? ?ml$"));
    const QRegularExpressionMatch unit = perVolume.match(parts->unit);
    if (!parts->unit.isEmpty() && !unit.hasMatch())
        return failure(ErrorCode::wrongType, {}, {"mg/mL"});
    const Result<core::OralDose> dose = core::oralDoseFromMilligrams(parts->number);
    if (!dose)
        return dose;
    const std::int64_t millilitres = unit.captured(1).isEmpty() ? 1 : unit.captured(1).toInt();
    if (dose->inNanograms() % millilitres != 0)
        return failure(ErrorCode::tooManyDecimals, {}, {utf8(text.trimmed()), "6"});
    return core::OralDose::nanograms(dose->inNanograms() / millilitres);
}

Result<core::Volume> parseVolume(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"ml"}))
        return failure(ErrorCode::wrongType, {}, {"mL"});
    const Result<std::int64_t> microlitres = scaledNumber(*parts, 3, 10, 10'000);
    if (!microlitres)
        return failure(microlitres.error());
    return core::Volume::microlitres(*microlitres);
}

namespace {

// In tenths of a microgram.
Result<std::int64_t> microgramTenths(QStringView text, std::initializer_list<const char16_t*> units) {
    constexpr std::int64_t highestTenths = 1'000'000;
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, units))
        return failure(ErrorCode::wrongType, {}, {"mcg"});
    return scaledNumber(*parts, 1, 1, highestTenths);
}

} // namespace

Result<core::PumpDose> parsePumpDose(QStringView text) {
    const Result<std::int64_t> tenths =
        microgramTenths(text, {u"", u"mcg", u"mcg/day", u"mcg / day", u"mcg a day", u"mcg per day", u"mcg/d"});
    if (!tenths)
        return failure(tenths.error());
    return core::pumpGrid * *tenths;
}

Result<core::PumpBolus> parsePumpBolus(QStringView text) {
    const Result<std::int64_t> tenths = microgramTenths(text, {u"", u"mcg"});
    if (!tenths)
        return failure(tenths.error());
    return core::PumpBolus::nanograms(core::pumpGrid.inNanograms() * *tenths);
}

Result<core::Concentration> parsePumpConcentration(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"mcg/ml", u"mcg / ml"}))
        return failure(ErrorCode::wrongType, {}, {"mcg/mL"});
    const Result<std::int64_t> micrograms = scaledNumber(*parts, 0, 1, 10'000);
    if (!micrograms)
        return failure(micrograms.error());
    return core::Concentration::microgramsPerMillilitre(static_cast<int>(*micrograms));
}

Result<core::Volume> parseReservoirVolume(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"ml"}))
        return failure(ErrorCode::wrongType, {}, {"mL"});
    const Result<std::int64_t> microlitres = scaledNumber(*parts, 3, 0, 100'000);
    if (!microlitres)
        return failure(microlitres.error());
    return core::Volume::microlitres(*microlitres);
}

Result<core::Volume> parseCatheterVolume(QStringView text) {
    constexpr std::int64_t nanolitresPerStep = 100;
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"ml", u"ml/cm", u"ml / cm", u"ml a cm"}))
        return failure(ErrorCode::wrongType, {}, {"mL/cm"});
    const Result<std::int64_t> steps = scaledNumber(*parts, 4, 1, 10'000);
    if (!steps)
        return failure(steps.error());
    return core::Volume::nanolitres(*steps * nanolitresPerStep);
}

Result<std::vector<core::FlexPeriod>> parseFlexDay(QStringView text) {
    constexpr int minutesPerHour = 60;
    constexpr int minutesPerDay = 24 * minutesPerHour;
    if (text.trimmed().isEmpty())
        return failure(ErrorCode::emptyText);
    std::vector<core::FlexPeriod> periods;
    static const QRegularExpression timeAndRate(
        QStringLiteral("^([0-9]{1,2}):([0-9]{2})\\s+([0-9]+(?:[.,][0-9]+)?)(?:\\s*mcg(?:/h)?)?$"));
    for (const QStringView part : text.split(u';', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch found = timeAndRate.match(part.trimmed().toString());
        const int minute = found.captured(1).toInt() * minutesPerHour + found.captured(2).toInt();
        if (!found.hasMatch() || found.captured(2).toInt() >= minutesPerHour || minute >= minutesPerDay)
            return failure(ErrorCode::notANumber, "periods", {utf8(part.trimmed())});
        core::FlexPeriod period;
        period.fromMinute = minute;
        period.untilMinute = minutesPerDay;
        if (const QString rate = found.captured(3); rate != u"0") { // a rate of 0 is a pause
            const Result<core::PumpDose> perHour = parsePumpDose(rate);
            if (!perHour)
                return failure(perHour.error());
            period.perHour = *perHour;
        }
        if (!periods.empty())
            periods.back().untilMinute = minute;
        periods.push_back(period);
    }
    const Result<core::PumpDose> total = core::flexDailyDose(periods);
    if (!total)
        return failure(total.error());
    return periods;
}

Result<core::DailyDose> parseDailyDose(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"mg", u"mg/day", u"mg / day", u"mg a day", u"mg per day", u"mg/d"}))
        return failure(ErrorCode::wrongType, {}, {"mg/day"});
    return core::dailyDoseFromMilligrams(parts->number);
}

Result<core::DoseSplit> parseSplit(QStringView text, int dosesPerDay) {
    assert(dosesPerDay >= 1 && dosesPerDay <= core::mostDosesPerDay);
    QString typed = text.toString().trimmed();
    if (typed.isEmpty())
        return failure(ErrorCode::emptyText);
    typed.replace(u'–', u'-');
    typed.replace(u'/', u'-');
    const auto parts = QStringView(typed).split(u'-');
    if (parts.size() != dosesPerDay) {
        const std::string wanted = std::to_string(dosesPerDay);
        return failure(ErrorCode::outOfRange, "doses", {utf8(text.trimmed()), wanted, wanted});
    }
    core::DoseSplit split(dosesPerDay);
    for (int i = 0; i < dosesPerDay; ++i) {
        const Result<core::OralDose> dose = parseDose(parts[i]);
        if (!dose)
            return failure(dose.error().code == ErrorCode::emptyText
                               ? core::Error{ErrorCode::notANumber, {}, {utf8(text.trimmed())}}
                               : dose.error());
        split.set(i, *dose);
    }
    return split;
}

Result<core::Percent> parsePercent(QStringView text) {
    QStringView number = text.trimmed();
    if (number.endsWith(u'%'))
        number = number.chopped(1).trimmed();
    const Result<int> whole = parseWholeNumber(number, 1, 100);
    if (!whole)
        return failure(whole.error());
    return core::Percent::of(*whole);
}

Result<int> parseWholeNumber(QStringView text, int lowest, int highest) {
    const QStringView typed = text.trimmed();
    if (typed.isEmpty())
        return failure(ErrorCode::emptyText);
    std::string digits = utf8(typed);
    const std::string bounds[] = {std::to_string(lowest), std::to_string(highest)};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool sign = i == 0 && digits[i] == '-' && digits.size() > 1;
        if (!sign && (digits[i] < '0' || digits[i] > '9'))
            return failure(ErrorCode::notAnInteger, {}, {digits});
    }
    if (digits.size() > 9)
        return failure(ErrorCode::outOfRange, {}, {digits, bounds[0], bounds[1]});
    const int value = std::stoi(digits);
    if (value < lowest || value > highest)
        return failure(ErrorCode::outOfRange, {}, {digits, bounds[0], bounds[1]});
    return value;
}

Result<std::int32_t> parseWeight(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"kg", u"g"}))
        return failure(ErrorCode::wrongType, {}, {"kg"});
    const bool inGrams = parts->unit == u"g";
    const Result<std::int64_t> grams =
        inGrams ? scaledNumber(*parts, 0, 300, 400'000) : scaledNumber(*parts, 3, 300, 400'000);
    if (!grams)
        return failure(grams.error());
    return static_cast<std::int32_t>(*grams);
}

Result<core::PerWeight> parsePerWeight(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"mg/kg"}))
        return failure(ErrorCode::wrongType, {}, {"mg/kg"});
    const Result<std::int64_t> amount = scaledNumber(*parts, 3, 1, 100'000);
    if (!amount)
        return failure(amount.error());
    return core::PerWeight{*amount};
}

Result<std::vector<int>> parseWholeNumbers(QStringView text, int lowest, int highest) {
    if (text.trimmed().isEmpty())
        return failure(ErrorCode::emptyText);
    std::vector<int> numbers;
    for (const QStringView part : text.split(u',')) {
        const Result<int> number = parseWholeNumber(part, lowest, highest);
        if (!number)
            return failure(number.error().code == ErrorCode::emptyText
                               ? core::Error{ErrorCode::notAnInteger, {}, {utf8(text.trimmed())}}
                               : number.error());
        const std::string typed = std::to_string(*number);
        if (std::find(numbers.begin(), numbers.end(), *number) != numbers.end())
            return failure(ErrorCode::conflictingFields, {}, {typed, typed});
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::int32_t> parseHeight(QStringView text) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"cm", u"m"}))
        return failure(ErrorCode::wrongType, {}, {"cm"});
    const bool inMetres = parts->unit == u"m";
    const Result<std::int64_t> millimetres =
        inMetres ? scaledNumber(*parts, 3, 300, 2'500) : scaledNumber(*parts, 1, 300, 2'500);
    if (!millimetres)
        return failure(millimetres.error());
    return static_cast<std::int32_t>(*millimetres);
}

Result<int> parseNrs(QStringView text) {
    constexpr int highestTenths = 100;
    return parseTenths(text, 0, highestTenths);
}

Result<int> parseTenths(QStringView text, int lowestTenths, int highestTenths) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!parts->unit.isEmpty())
        return failure(ErrorCode::notANumber, {}, {utf8(text.trimmed())});
    const Result<std::int64_t> tenths = scaledNumber(*parts, 1, lowestTenths, highestTenths);
    if (!tenths)
        return failure(tenths.error());
    return static_cast<int>(*tenths);
}

Result<int> parseSeconds(QStringView text, int lowestHundredths, int highestHundredths) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    if (!isOneOf(parts->unit, {u"", u"s"}))
        return failure(ErrorCode::wrongType, {}, {"s"});
    const Result<std::int64_t> hundredths = scaledNumber(*parts, 2, lowestHundredths, highestHundredths);
    if (!hundredths)
        return failure(hundredths.error());
    return static_cast<int>(*hundredths);
}

Result<TypedCreatinine> parseCreatinine(QStringView text, std::optional<core::CreatinineUnit> unit) {
    const Result<NumberAndUnit> parts = numberAndUnit(text);
    if (!parts)
        return failure(parts.error());
    using core::CreatinineUnit;
    TypedCreatinine typed;
    if (parts->unit.isEmpty()) {
        if (!unit)
            return failure(ErrorCode::missingField, "unit");
        typed.unit = *unit;
    } else if (isOneOf(parts->unit, {u"mg/dl", u"mg / dl"})) {
        typed.unit = CreatinineUnit::mgPerDl;
    } else if (isOneOf(parts->unit,
                       {u"umol/l", u"µmol/l", u"μmol/l", u"micromol/l", u"umol / l"})) { // micro sign and mu
        typed.unit = CreatinineUnit::umolPerL;
    } else {
        return failure(ErrorCode::wrongType, {}, {"mg/dL, umol/L"});
    }
    // 0.1 to 20 mg/dL; at 88.4 umol/L to the mg/dL that is 8.84 to 1768 umol/L (REN-1).
    const Result<std::int64_t> thousandths = typed.unit == CreatinineUnit::mgPerDl
                                                 ? scaledNumber(*parts, 3, 100, 20'000)
                                                 : scaledNumber(*parts, 3, 8'840, 1'768'000);
    if (!thousandths)
        return failure(thousandths.error());
    typed.thousandths = static_cast<std::int32_t>(*thousandths);
    return typed;
}

} // namespace lento::wording
