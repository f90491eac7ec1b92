#include "content/number_fields.h"
#include "content/rule_numbers_reader.h"

namespace lento::content {

using core::RuleNumbers;
using namespace fields;

namespace {

constexpr int longestHours = 240;
constexpr int highestPercent = 100;

core::PumpBolus bolus(JsonReader& group, const char* key) {
    constexpr int decimals = 1;
    constexpr std::int64_t nanogramsPerTenth = core::nanogramsPerMicrogram / 10;
    return core::PumpBolus::nanograms(group.decimal(key, decimals, 1, 10'000) * nanogramsPerTenth);
}

core::PumpDose dailyDose(JsonReader& group, const char* key) {
    constexpr int decimals = 1;
    constexpr std::int64_t nanogramsPerTenth = core::nanogramsPerMicrogram / 10;
    return core::PumpDose::nanograms(group.decimal(key, decimals, 1, 100'000) * nanogramsPerTenth);
}

core::PumpDoseSpan doseSpan(JsonReader& group, const char* key) {
    JsonReader object = group.object(key);
    core::PumpDoseSpan read{dailyDose(object, "lowest_mcg_per_day"), dailyDose(object, "highest_mcg_per_day")};
    if (read.highest < read.lowest)
        object.trouble().add(core::ErrorCode::conflictingFields, object.at("highest_mcg_per_day"),
                             {"lowest_mcg_per_day", "highest_mcg_per_day"});
    object.done();
    return read;
}

core::Percent percent(JsonReader& group, const char* key) {
    return core::Percent::of(group.integer(key, 1, highestPercent));
}

core::PercentRange range(JsonReader& group, const char* key) {
    JsonReader object = group.object(key);
    core::PercentRange read;
    read.least = core::Percent::of(object.integer("least_percent", 1, highestPercent));
    read.most = core::Percent::of(object.integer("most_percent", read.least.whole(), highestPercent));
    object.done();
    return read;
}

core::PlausibleRange plausible(JsonReader& group, const char* key) {
    constexpr int highestOfAny = 1'000;
    JsonReader object = group.object(key);
    core::PlausibleRange read;
    read.lowest = object.integer("lowest", 0, highestOfAny);
    read.highest = object.integer("highest", 1, highestOfAny);
    if (read.lowest >= read.highest)
        object.trouble().add(core::ErrorCode::conflictingFields, object.at("lowest"), {"lowest", "highest"});
    object.done();
    return read;
}

// One line for each group of core::PumpNumbers.
constexpr NumbersOfRule groups[] = {
    {"ITB-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb1.boluses = {bolus(g, "first_mcg"), bolus(g, "second_mcg"), bolus(g, "third_mcg")};
         n.pump.itb1.smallest = bolus(g, "smallest_mcg");
         n.pump.itb1.screeningMicrogramsPerMillilitre = g.integer("screening_mcg_per_ml", 1, 10'000);
     }},
    {"ITB-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb2.betweenBolusesHours = g.integer("between_boluses_hours", 1, longestHours);
         n.pump.itb2.most = bolus(g, "most_mcg");
         n.pump.itb2.pulse = plausible(g, "pulse");
         n.pump.itb2.systolic = plausible(g, "systolic");
         n.pump.itb2.diastolic = plausible(g, "diastolic");
         n.pump.itb2.breaths = plausible(g, "breaths");
         n.pump.itb2.saturation = plausible(g, "saturation");
     }},
    {"ITB-3",
     [](JsonReader& g, RuleNumbers& n) {
         constexpr int decimals = 3;
         n.pump.itb3.masFallThousandths = static_cast<int>(g.decimal("mean_mas_fall", decimals, 1, 4'000));
     }},
    {"ITB-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb4.brainInjuryDays = g.integer("brain_injury_days", 1, longestDays);
         n.pump.itb4.lowestAgeYears = g.integer("lowest_age_years", 1, 17);
     }},
    {"ITB-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb5.timesBolus = g.integer("times_bolus", 1, 10);
         n.pump.itb5.longEffectHours = g.integer("long_effect_hours", 1, longestHours);
         n.pump.itb5.closeEffectHours = g.integer("close_effect_hours", n.pump.itb5.longEffectHours, longestHours);
     }},
    {"ITB-6",
     [](JsonReader& g, RuleNumbers& n) { n.pump.itb6.firstHours = g.integer("first_hours", 1, longestHours); }},
    {"ITB-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb7.spinal = range(g, "spinal");
         n.pump.itb7.otherwise = range(g, "otherwise");
         n.pump.itb7.betweenIncreasesHours = g.integer("between_increases_hours", 1, longestHours);
         n.pump.itb7.large = percent(g, "large_percent");
     }},
    {"ITB-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb8.spinal = range(g, "spinal");
         n.pump.itb8.otherwise = range(g, "otherwise");
         n.pump.itb8.reduction = range(g, "reduction");
     }},
    {"ITB-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb9.spinal = doseSpan(g, "usual_spinal");
         n.pump.itb9.cerebral = doseSpan(g, "usual_cerebral");
         n.pump.itb9.child = doseSpan(g, "usual_child");
         n.pump.itb9.childBelowYears = g.integer("child_below_years", 1, 18);
         n.pump.itb9.warnAbove = dailyDose(g, "warn_above_mcg_per_day");
         n.pump.itb9.reasonAbove = dailyDose(g, "reason_above_mcg_per_day");
     }},
    {"ITB-10",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb10.riseInYear = dailyDose(g, "rise_mcg_per_day");
         n.pump.itb10.yearDays = g.integer("year_days", 1, longestDays);
         n.pump.itb10.riseInMonth = percent(g, "rise_percent");
         n.pump.itb10.monthDays = g.integer("month_days", 1, longestDays);
     }},
    {"ITB-12",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb12.lowestFlow = volume(g, "lowest_ml_per_day");
         n.pump.itb12.highestFlow = volume(g, "highest_ml_per_day");
     }},
    {"ITB-13",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb13.marginDays = g.integer("margin_days", 0, longestDays);
         n.pump.itb13.stabilityDays = g.integer("stability_days", 1, longestDays);
     }},
    {"ITB-14", [](JsonReader& g, RuleNumbers& n) { n.pump.itb14.difference = volume(g, "difference_ml"); }},
    {"ITB-15", [](JsonReader& g,
                  RuleNumbers& n) { n.pump.itb15.replacementDays = g.integer("replacement_days", 1, longestDays); }},
    {"ITB-16",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb16.perCentimetre = volume(g, "catheter_ml_per_cm");
         n.pump.itb16.tubing = volume(g, "tubing_ml");
     }},
    {"ITB-17",
     [](JsonReader& g, RuleNumbers& n) { n.pump.itb17.observeHours = g.integer("observe_hours", 1, longestHours); }},
    {"ITB-18",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb18.reduction = percent(g, "reduction_percent");
         n.pump.itb18.intervalDays = g.integer("every_days", 1, longestDays);
     }},
    {"ITB-22",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb22.warnDays = g.integer("warn_days", 1, longestDays);
         n.pump.itb22.informDays = g.integer("inform_days", n.pump.itb22.warnDays, longestDays);
     }},
};

} // namespace

std::span<const NumbersOfRule> pumpNumbers() {
    return groups;
}

} // namespace lento::content
