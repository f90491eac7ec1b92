#include "core/pump_status.h"

namespace lento::core {

namespace {

constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;
constexpr std::int64_t hundred = 100;

} // namespace

RefillUrgency refillUrgency(const Refill& refill, Date today, const PumpNumbers& numbers) {
    if (today > refill.alarm)
        return RefillUrgency::pastAlarm;
    if (today > refill.refillBy)
        return RefillUrgency::late;
    const int days = refill.refillBy - today;
    if (days <= numbers.itb22.warnDays)
        return RefillUrgency::warn;
    return days <= numbers.itb22.informDays ? RefillUrgency::soon : RefillUrgency::later;
}

PumpService pumpService(const PumpImplant& implant, const PumpNumbers& numbers) {
    // A month is the twelfth part of 365.25 days; a day early is on the safe side.
    constexpr int hundredthsOfYear = 36'525;
    constexpr int hundredthsOfDayPerMonths = 1'200;
    const Date ends = implant.on + implant.model.serviceMonths * hundredthsOfYear / hundredthsOfDayPerMonths;
    return {ends, ends - numbers.itb15.replacementDays};
}

Result<std::optional<PumpStatus>> pumpStatus(const PumpCourse& course, Date today,
                                             const std::vector<Weekday>& closedDays, const PumpNumbers& numbers) {
    const PumpImplant* implant = course.implantOn(today);
    if (!implant)
        return std::optional<PumpStatus>();
    const std::optional<PumpFill> fill = course.fillOn(*implant, today);
    if (!fill)
        return std::optional<PumpStatus>();
    const Result<Refill> next = refill(*fill, numbers.itb13.marginDays, closedDays, numbers);
    if (!next)
        return failure(next.error());
    const Result<Volume> left = expectedVolume(*fill, today);
    if (!left)
        return failure(left.error());
    const PumpSetting* setting = course.settingOn(implant->id, today);
    const PumpRefill* last = course.refillBefore(implant->id, today);
    PumpStatus status{*implant,
                      *setting,
                      *last,
                      *next,
                      *left,
                      pumpFlow(setting->daily, last->concentration),
                      next->refillBy - today,
                      refillUrgency(*next, today, numbers),
                      pumpService(*implant, numbers)};
    return std::optional(std::move(status));
}

// rule: ITB-17
PumpBolus primingBolus(const Catheter& catheter, Concentration concentration) {
    constexpr std::int64_t millimetresPerCentimetre = 10;
    const std::int64_t tenfold = catheter.tubing.inNanolitres() * millimetresPerCentimetre +
                                 catheter.perCentimetre.inNanolitres() * catheter.millimetres;
    const std::int64_t divisor = millimetresPerCentimetre * nanolitresPerMillilitre;
    return PumpBolus::nanograms((2 * tenfold * concentration.inNanogramsPerMillilitre() + divisor) / (2 * divisor));
}

// rule: ITB-18
TaperInputs oralWean(Date firstReducedDay, DailyDose before, const PumpNumbers& numbers) {
    TaperInputs inputs;
    inputs.start = firstReducedDay;
    inputs.from = before;
    inputs.model = TaperModel::fixedStep;
    inputs.fixedStep = DailyDose::nanograms(before.inNanograms() * numbers.itb18.reduction.whole() / hundred);
    inputs.intervalDays = numbers.itb18.intervalDays;
    inputs.afterPumpImplant = true;
    return inputs;
}

} // namespace lento::core
