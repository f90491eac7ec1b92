#include "content/rule_numbers_reader.h"

namespace lento::content {

using core::RuleNumbers;

namespace {

constexpr int longestDays = 3650;
constexpr int longestHours = 240;
constexpr int highestPercent = 100;

core::PumpBolus bolus(JsonReader& group, const char* key) {
    constexpr int decimals = 1;
    constexpr std::int64_t nanogramsPerTenth = core::nanogramsPerMicrogram / 10;
    return core::PumpBolus::nanograms(group.decimal(key, decimals, 1, 10'000) * nanogramsPerTenth);
}

core::Volume volume(JsonReader& group, const char* key) {
    constexpr int decimals = 4;
    constexpr std::int64_t nanolitresPerUnit = 100;
    return core::Volume::nanolitres(group.decimal(key, decimals, 1, 1'000'000) * nanolitresPerUnit);
}

core::PercentRange range(JsonReader& group, const char* key) {
    JsonReader object = group.object(key);
    core::PercentRange read;
    read.least = core::Percent::of(object.integer("least_percent", 1, highestPercent));
    read.most = core::Percent::of(object.integer("most_percent", read.least.whole(), highestPercent));
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
     }},
    {"ITB-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb5.timesBolus = g.integer("times_bolus", 1, 10);
         n.pump.itb5.longEffectHours = g.integer("long_effect_hours", 1, longestHours);
         n.pump.itb5.closeEffectHours = g.integer("close_effect_hours", n.pump.itb5.longEffectHours, longestHours);
     }},
    {"ITB-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb7.spinal = range(g, "spinal");
         n.pump.itb7.otherwise = range(g, "otherwise");
     }},
    {"ITB-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb8.spinal = range(g, "spinal");
         n.pump.itb8.otherwise = range(g, "otherwise");
         n.pump.itb8.reduction = range(g, "reduction");
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
    {"ITB-16",
     [](JsonReader& g, RuleNumbers& n) {
         n.pump.itb16.perCentimetre = volume(g, "catheter_ml_per_cm");
         n.pump.itb16.tubing = volume(g, "tubing_ml");
     }},
};

} // namespace

std::span<const NumbersOfRule> pumpNumbers() {
    return groups;
}

} // namespace lento::content
