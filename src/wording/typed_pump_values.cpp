// Typed values of a pump: micrograms, volumes, and the periods of a day.
#include "wording/typed_number.h"
#include "wording/typed_values.h"

#include <QRegularExpression>

namespace lento::wording {

using core::ErrorCode;
using core::failure;
using core::Result;

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

} // namespace lento::wording
