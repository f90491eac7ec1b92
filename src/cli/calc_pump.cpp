#include "cli/calc_kinds.h"
#include "core/pump.h"

#include <array>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonReader;

constexpr std::array<content::JsonName<core::SpasticityOrigin>, 3> originNames{
    {{"cerebral", core::SpasticityOrigin::cerebral},
     {"spinal", core::SpasticityOrigin::spinal},
     {"unknown", core::SpasticityOrigin::notRecorded}}};
constexpr std::array<content::JsonName<bool>, 2> ageNames{{{"adult", false}, {"child", true}}};
constexpr std::array<content::JsonName<core::PumpPhase>, 2> phaseNames{
    {{"titration", core::PumpPhase::titration}, {"maintenance", core::PumpPhase::maintenance}}};

constexpr std::int64_t gridPerMicrogram = 10;
constexpr int volumeDecimals = 4;
constexpr std::int64_t nanolitresPerVolumeUnit = 100;
constexpr int flowDecimals = 4;

// In micrograms on the grid of 0.1, at most what no pump may give (UNI-1).
core::PumpDose readDaily(JsonReader& request, const Catalogue& catalogue) {
    const std::int64_t highest = catalogue.numbers().uni1.pumpHardDaily / core::pumpGrid;
    return core::pumpGrid * request.decimal("daily_mcg", 1, 1, highest);
}

core::Volume readVolume(JsonReader& request, const char* key, std::int64_t lowest, std::int64_t highestMl) {
    constexpr std::int64_t unitsPerMillilitre = 10'000;
    return core::Volume::nanolitres(request.decimal(key, volumeDecimals, lowest, highestMl * unitsPerMillilitre) *
                                    nanolitresPerVolumeUnit);
}

// The screening strength is never a fill.
core::Concentration readConcentration(JsonReader& request, const char* key, const Catalogue& catalogue) {
    constexpr int highest = 10'000;
    const int lowest = catalogue.numbers().pump.itb1.screeningMicrogramsPerMillilitre + 1;
    return core::Concentration::microgramsPerMillilitre(request.integer(key, lowest, highest));
}

Json mcg(core::PumpDose dose) {
    return Json::scaled((dose.inNanograms() + core::pumpGrid.inNanograms() / 2) / core::pumpGrid.inNanograms(), 1);
}

Json flow(core::Volume perDay) {
    return Json::scaled((perDay.inNanolitres() + nanolitresPerVolumeUnit / 2) / nanolitresPerVolumeUnit, flowDecimals);
}

core::Result<Answer> answerRefill(JsonReader& request, const Catalogue& catalogue) {
    constexpr int largestMl = 100;
    constexpr int longestMargin = 365;
    core::PumpFill fill;
    fill.filled = readVolume(request, "fill_ml", 1, largestMl);
    fill.alarm = readVolume(request, "alarm_ml", 0, largestMl);
    fill.concentration = readConcentration(request, "concentration_mcg_per_ml", catalogue);
    const core::PumpDose daily = readDaily(request, catalogue);
    fill.on = request.date("filled_on");
    fill.doses = {{fill.on, daily}};
    const int margin =
        request.optionalInteger("margin_days", 0, longestMargin).value_or(catalogue.numbers().pump.itb13.marginDays);
    const bool openOnWeekdaysOnly = request.optionalFlag("weekend_rule").value_or(true);
    if (const auto failed = problem(request))
        return *failed;
    std::vector<core::Weekday> closed;
    if (openOnWeekdaysOnly)
        closed = {core::Weekday::saturday, core::Weekday::sunday};
    const core::Result<core::Refill> found = core::refill(fill, margin, closed, catalogue.numbers().pump);
    if (!found) // the rest was read within its limits
        return core::failure(found.error().code, request.at("alarm_ml"), {"alarm_ml", "fill_ml"});
    Answer answer;
    answer.json.add("flow_ml_per_day", flow(core::pumpFlow(daily, fill.concentration)));
    answer.json.add("days_to_alarm", Json::integer(found->daysToAlarm));
    answer.json.add("alarm_date", Json::text(found->alarm.iso()));
    answer.json.add("refill_by", Json::text(found->refillBy.iso()));
    answer.json.add("limited_by", Json::text(found->limit == core::RefillLimit::alarm ? "alarm" : "stability"));
    return answer;
}

core::Result<Answer> answerBridge(JsonReader& request, const Catalogue& catalogue) {
    constexpr int longestCatheterMillimetres = 2'000;
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    core::Catheter catheter;
    catheter.millimetres = static_cast<int>(request.decimal("catheter_cm", 1, 1, longestCatheterMillimetres));
    catheter.tubing = request.has("tubing_ml") ? readVolume(request, "tubing_ml", 0, 10) : numbers.itb16.tubing;
    catheter.perCentimetre =
        request.has("ml_per_cm") ? readVolume(request, "ml_per_cm", 1, 1) : numbers.itb16.perCentimetre;
    const core::Concentration before = readConcentration(request, "old_mcg_per_ml", catalogue);
    const core::Concentration after = readConcentration(request, "new_mcg_per_ml", catalogue);
    const core::PumpDose daily = readDaily(request, catalogue);
    if (const auto failed = problem(request))
        return *failed;
    const core::Bridge bridge = core::bridgeBolus(catheter, before, after, daily);
    Answer answer;
    answer.json.add("volume_ml", Json::ml(bridge.volume));
    answer.json.add("dose_mcg", mcg(core::PumpDose::nanograms(bridge.dose.inNanograms())));
    answer.json.add("duration_hours", Json::scaled(bridge.durationHundredthsOfHour, 2));
    answer.json.add("flow_before", flow(bridge.flowBefore)).add("flow_after", flow(bridge.flowAfter));
    answer.json.add("dose_if_forgotten_mcg_per_day", mcg(bridge.ifForgotten));
    return answer;
}

// ITB-2 and ITB-4 stand before it: a bolus beyond the largest is no screening bolus.
core::Result<Answer> answerPumpStart(JsonReader& request, const Catalogue& catalogue) {
    constexpr int longestHours = 72;
    constexpr int minutesPerTenth = 6;
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    const auto most = numbers.itb2.most / core::PumpBolus::nanograms(core::pumpGrid.inNanograms());
    const auto bolus =
        core::PumpBolus::nanograms(core::pumpGrid.inNanograms()) * request.decimal("bolus_mcg", 1, 1, most);
    const auto tenths = request.decimal("effect_hours", 1, 1, longestHours * gridPerMicrogram);
    const bool negative = request.optionalFlag("negative_reaction").value_or(false);
    if (const auto failed = problem(request))
        return *failed;
    const core::FirstPumpDose first =
        core::firstPumpDose(bolus, static_cast<int>(tenths) * minutesPerTenth, negative, numbers);
    Answer answer;
    answer.json.add("daily_mcg", mcg(first.daily));
    answer.json.add("rule", Json::text("ITB-5"));
    answer.json.add("other_texts_double", Json::flag(first.close));
    return answer;
}

core::Result<Answer> answerPumpLimits(JsonReader& request, const Catalogue& catalogue) {
    const core::PumpDose daily = readDaily(request, catalogue);
    const auto origin = request.oneOf<core::SpasticityOrigin>("origin", originNames);
    const bool child = request.oneOf<bool>("age", ageNames);
    const auto phase = request.oneOf<core::PumpPhase>("phase", phaseNames);
    if (const auto failed = problem(request))
        return *failed;
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    const core::PumpRange rise = core::pumpIncreaseRange(daily, origin, child, phase, numbers);
    const core::PumpRange fall = core::pumpReductionRange(daily, numbers);
    Answer answer;
    answer.json.add("low_mcg", mcg(rise.lowest)).add("high_mcg", mcg(rise.highest));
    answer.json.add("rule", Json::text(phase == core::PumpPhase::titration ? "ITB-7" : "ITB-8"));
    answer.json.add("reduce_low_mcg", mcg(fall.lowest)).add("reduce_high_mcg", mcg(fall.highest));
    return answer;
}

} // namespace

std::span<const Calculation> pumpCalculations() {
    static constexpr Calculation table[] = {{"refill", answerRefill},
                                            {"bridge", answerBridge},
                                            {"pump-start", answerPumpStart},
                                            {"pump-limits", answerPumpLimits}};
    return table;
}

} // namespace lento::cli
