#include "core/pump.h"

#include <algorithm>
#include <array>
#include <string>

namespace lento::core {

namespace {

constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;
constexpr int minutesPerHour = 60;
constexpr int minutesPerWholeDay = 24 * minutesPerHour;
constexpr int hundred = 100;
constexpr int daysOfWeek = 7;

// To the nearest, half up. Precondition: dividend >= 0, divisor > 0.
constexpr std::int64_t nearest(std::int64_t dividend, std::int64_t divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
}

// floor or ceiling of dose x percent / 100, on the grid.
// rule: RND-4
PumpDose partDown(PumpDose dose, int percent) {
    return pumpGrid * (dose.inNanograms() * percent / (pumpGrid.inNanograms() * hundred));
}
// rule: RND-4
PumpDose partUp(PumpDose dose, int percent) {
    const std::int64_t grid = pumpGrid.inNanograms() * hundred;
    return pumpGrid * ((dose.inNanograms() * percent + grid - 1) / grid);
}

// Drug in a volume, in nanograms x nanolitres / millilitre: exact where nanograms would not be.
std::int64_t drugIn(Volume volume, Concentration concentration) {
    return volume.inNanolitres() * concentration.inNanogramsPerMillilitre();
}
std::int64_t drugOf(PumpDose dose) {
    return dose.inNanograms() * nanolitresPerMillilitre;
}

std::string place(const char* list, std::size_t index) {
    return std::string(list) + '[' + std::to_string(index) + ']';
}

std::optional<Failure> problem(const PumpFill& fill) {
    if (fill.doses.empty())
        return failure(ErrorCode::missingField, "doses");
    for (std::size_t i = 0; i < fill.doses.size(); ++i) {
        const PumpDoseFrom& dose = fill.doses[i];
        if (dose.daily.isZero())
            return failure(ErrorCode::outOfRange, place("doses", i), {"0", "0.1"});
        if (i == 0 ? dose.on != fill.on : dose.on <= fill.doses[i - 1].on)
            return failure(ErrorCode::conflictingFields, place("doses", i), {dose.on.iso(), fill.on.iso()});
    }
    return {};
}

// Days that `drug` lasts, counted from the fill, and nothing of the rest.
int wholeDays(const PumpFill& fill, std::int64_t drug) {
    int days = 0;
    for (std::size_t i = 0; i < fill.doses.size(); ++i) {
        const std::int64_t daily = drugOf(fill.doses[i].daily);
        if (i + 1 < fill.doses.size()) {
            const int lasts = fill.doses[i + 1].on - fill.doses[i].on;
            if (drug >= daily * lasts) {
                drug -= daily * lasts;
                days += lasts;
                continue;
            }
        }
        return days + static_cast<int>(drug / daily);
    }
    return days;
}

bool isClosed(Date day, const std::vector<Weekday>& closedDays) {
    return std::find(closedDays.begin(), closedDays.end(), day.weekday()) != closedDays.end();
}

} // namespace

NextBolus nextScreeningBolus(PumpBolus last, const PumpNumbers& numbers) {
    for (const PumpBolus bolus : numbers.itb1.boluses)
        if (bolus > last)
            return {bolus, numbers.itb2.betweenBolusesHours};
    return {};
}

// rule: ITB-5
FirstPumpDose firstPumpDose(PumpBolus effective, int effectMinutes, bool negativeReaction, const PumpNumbers& numbers) {
    const PumpDose once = PumpDose::nanograms(effective.inNanograms());
    const bool isLong = effectMinutes > numbers.itb5.longEffectHours * minutesPerHour;
    if (negativeReaction || isLong)
        return {once, !negativeReaction && effectMinutes <= numbers.itb5.closeEffectHours * minutesPerHour};
    return {once * numbers.itb5.timesBolus, false};
}

PumpRange pumpIncreaseRange(PumpDose daily, SpasticityOrigin origin, bool child, PumpPhase phase,
                            const PumpNumbers& numbers) {
    const bool wider = origin == SpasticityOrigin::spinal && !child;
    const PercentRange range = phase == PumpPhase::titration ? (wider ? numbers.itb7.spinal : numbers.itb7.otherwise)
                                                             : (wider ? numbers.itb8.spinal : numbers.itb8.otherwise);
    return {partUp(daily, hundred + range.least.whole()), partDown(daily, hundred + range.most.whole())};
}

PumpRange pumpReductionRange(PumpDose daily, const PumpNumbers& numbers) {
    const PercentRange range = numbers.itb8.reduction;
    return {partUp(daily, hundred - range.most.whole()), partDown(daily, hundred - range.least.whole())};
}

Volume pumpFlow(PumpDose daily, Concentration concentration) {
    return Volume::nanolitres(nearest(drugOf(daily), concentration.inNanogramsPerMillilitre()));
}

bool isFlowUsual(Volume perDay, const PumpNumbers& numbers) {
    return numbers.itb12.lowestFlow <= perDay && perDay <= numbers.itb12.highestFlow;
}

Result<PumpDose> flexDailyDose(const std::vector<FlexPeriod>& periods) {
    if (periods.empty() || periods.size() > mostFlexPeriods)
        return failure(ErrorCode::outOfRange, "periods",
                       {std::to_string(periods.size()), "1", std::to_string(mostFlexPeriods)});
    std::int64_t nanogramMinutes = 0;
    int ended = 0;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const FlexPeriod& period = periods[i];
        const bool lastsUntilMidnight = i + 1 < periods.size() || period.untilMinute == minutesPerWholeDay;
        if (period.fromMinute != ended || period.untilMinute <= ended || period.untilMinute > minutesPerWholeDay ||
            !lastsUntilMidnight)
            return failure(ErrorCode::conflictingFields, place("periods", i),
                           {std::to_string(period.fromMinute), std::to_string(period.untilMinute)});
        nanogramMinutes += period.perHour.inNanograms() * (period.untilMinute - period.fromMinute);
        ended = period.untilMinute;
    }
    return PumpDose::nanograms(nearest(nanogramMinutes, minutesPerHour));
}

Result<Refill> refill(const PumpFill& fill, int marginDays, const std::vector<Weekday>& closedDays,
                      const PumpNumbers& numbers) {
    if (const auto failed = problem(fill))
        return *failed;
    if (fill.alarm >= fill.filled)
        return failure(ErrorCode::conflictingFields, "alarm", {"alarm", "filled"});
    if (marginDays < 0)
        return failure(ErrorCode::outOfRange, "margin", {std::to_string(marginDays), "0"});
    const Volume usable = Volume::nanolitres(fill.filled.inNanolitres() - fill.alarm.inNanolitres());
    Refill found;
    found.daysToAlarm = wholeDays(fill, drugIn(usable, fill.concentration));
    found.alarm = fill.on + found.daysToAlarm;
    const Date beforeAlarm = found.alarm - marginDays;
    const Date stable = fill.on + numbers.itb13.stabilityDays;
    found.limit = stable < beforeAlarm ? RefillLimit::stability : RefillLimit::alarm;
    found.refillBy = std::min(stable, beforeAlarm);
    for (int moved = 0; isClosed(found.refillBy, closedDays); ++moved) {
        if (moved == daysOfWeek)
            return failure(ErrorCode::outOfRange, "closedDays", {std::to_string(daysOfWeek)});
        found.refillBy = found.refillBy - 1;
    }
    return found;
}

Result<Volume> expectedVolume(const PumpFill& fill, Date on) {
    if (const auto failed = problem(fill))
        return *failed;
    if (on < fill.on)
        return failure(ErrorCode::outOfRange, "on", {on.iso(), fill.on.iso()});
    std::int64_t drug = drugIn(fill.filled, fill.concentration);
    for (std::size_t i = 0; i < fill.doses.size() && fill.doses[i].on < on; ++i) {
        const Date end = i + 1 < fill.doses.size() ? std::min(on, fill.doses[i + 1].on) : on;
        drug -= drugOf(fill.doses[i].daily) * (end - fill.doses[i].on);
    }
    return Volume::nanolitres(nearest(std::max<std::int64_t>(drug, 0), fill.concentration.inNanogramsPerMillilitre()));
}

bool isVolumeDoubtful(Volume expected, Volume aspirated, const PumpNumbers& numbers) {
    const auto [less, more] = std::minmax(expected, aspirated);
    return more > less + numbers.itb14.difference;
}

Bridge bridgeBolus(const Catheter& catheter, Concentration before, Concentration after, PumpDose daily) {
    constexpr int millimetresPerCentimetre = 10;
    constexpr int hoursPerDay = 24;
    Bridge bridge;
    bridge.volume =
        catheter.tubing +
        Volume::nanolitres(nearest(catheter.perCentimetre.inNanolitres() * std::int64_t{catheter.millimetres},
                                   millimetresPerCentimetre));
    const std::int64_t drug = drugIn(bridge.volume, before);
    bridge.dose = PumpBolus::nanograms(nearest(drug, nanolitresPerMillilitre));
    bridge.durationMinutes = static_cast<int>(nearest(drug * minutesPerWholeDay, drugOf(daily)));
    bridge.durationHundredthsOfHour = static_cast<std::int32_t>(nearest(drug * hoursPerDay * hundred, drugOf(daily)));
    bridge.flowBefore = pumpFlow(daily, before);
    bridge.flowAfter = pumpFlow(daily, after);
    bridge.ifForgotten = PumpDose::nanograms(
        nearest(daily.inNanograms() * before.inNanogramsPerMillilitre(), after.inNanogramsPerMillilitre()));
    return bridge;
}

} // namespace lento::core
