#include "core/pump_day.h"

#include <algorithm>

namespace lento::core {

namespace {

constexpr int minutesPerPumpDay = hoursOfPumpDay * 60;

// To the nearest, half up. Precondition: dividend >= 0, divisor > 0.
constexpr std::int64_t nearest(std::int64_t dividend, std::int64_t divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
}

FlexPeriod wholeDay(PumpDose daily) {
    return {0, minutesPerPumpDay, PumpDose::nanograms(nearest(daily.inNanograms(), hoursOfPumpDay))};
}

} // namespace

Result<PumpDay> pumpDay(const PumpSetting& setting) {
    PumpDay day;
    day.daily = setting.daily;
    if (setting.mode == PumpMode::flex) {
        const Result<PumpDose> total = flexDailyDose(setting.periods);
        if (!total)
            return failure(total.error());
        day.rates = setting.periods;
        day.daily = *total;
        return day;
    }
    if (setting.daily.isZero())
        return failure(ErrorCode::outOfRange, "daily", {"0", "0.1"});
    if (setting.mode == PumpMode::simpleContinuous) {
        day.rates = {wholeDay(setting.daily)};
        return day;
    }
    if (!setting.bolus || setting.bolus->isZero())
        return failure(ErrorCode::missingField, "bolus");
    const int count = setting.bolusesPerDay.value_or(0);
    if (count < 1 || count > minutesPerPumpDay)
        return failure(ErrorCode::outOfRange, "bolusesPerDay", {std::to_string(count), "1"});
    const std::int64_t given = setting.bolus->inNanograms() * count;
    if (given > setting.daily.inNanograms())
        return failure(ErrorCode::conflictingFields, "bolus", {"bolus", "daily"});
    day.bolus = *setting.bolus;
    for (int each = 0; each < count; ++each)
        day.boluses.push_back(each * minutesPerPumpDay / count);
    day.rates = {wholeDay(PumpDose::nanograms(setting.daily.inNanograms() - given))};
    return day;
}

std::optional<PumpDose> flexDisagreement(const std::vector<FlexPeriod>& periods, PumpDose daily) {
    const Result<PumpDose> total = flexDailyDose(periods);
    if (!total)
        return std::nullopt;
    const bool agree = std::max(*total, daily) - std::min(*total, daily) < pumpGrid;
    return agree ? std::nullopt : std::optional(*total);
}

} // namespace lento::core
