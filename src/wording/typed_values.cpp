#include "wording/typed_values.h"

#include "core/body_limits.h"
#include "wording/typed_number.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <string>
#include <vector>

namespace lento::wording {

using core::ErrorCode;
using core::failure;
using core::Result;

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
    const Result<std::int64_t> grams = scaledNumber(*parts, inGrams ? 0 : 3, core::lightestGrams, core::heaviestGrams);
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
        scaledNumber(*parts, inMetres ? 3 : 1, core::shortestMillimetres, core::tallestMillimetres);
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
