// Reads the numbers of a plan: amounts, products, titration and taper.
#include "content/names.h"
#include "content/number_fields.h"
#include "content/rule_numbers_reader.h"

#include <array>

namespace lento::content {

using core::ErrorCode;
using core::RuleNumbers;
using namespace fields;

namespace {

void readUsualRanges(JsonReader& group, RuleNumbers& numbers) {
    for (JsonReader& range : group.objects("ranges")) {
        core::UsualRange usual;
        usual.region = range.oneOf<core::Region>("region", regionNames);
        usual.lowest = range.optionalDailyMg("lowest_mg", highestMg);
        usual.highest = range.dailyMg("highest_mg", highestMg);
        if (usual.lowest && *usual.lowest >= usual.highest)
            group.trouble().add(ErrorCode::conflictingFields, range.at("lowest_mg"), {"lowest_mg", "highest_mg"});
        range.done();
        numbers.tit5.push_back(usual);
    }
}

constexpr NumbersOfRule groups[] = {
    {"UNI-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.uni1.oralHardDaily = g.dailyMg("oral_hard_daily_mg", highestMg);
         n.uni1.pumpHardDaily = core::PumpDose::micrograms(g.integer("pump_hard_daily_mcg", 1, 100'000));
     }},
    {"TIT-ORAL-ADULT-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.titOralAdult1.start = g.dailyMg("start_mg", highestMg);
         n.titOralAdult1.increment = g.dailyMg("increment_mg", highestMg);
     }},
    {"TIT-5", readUsualRanges},
    {"TIT-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit6.ceiling = g.dailyMg("ceiling_mg", highestMg);
         n.tit6.secondClinician = g.dailyMg("second_clinician_mg", highestMg);
     }},
    {"TIT-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit7.mostRise = g.dailyMg("most_rise_mg", highestMg);
         n.tit7.withinDays = g.integer("within_days", 1, longestDays);
         n.tit7.minimumIntervalDays = g.integer("minimum_interval_days", 1, longestDays);
     }},
    {"TIT-8", [](JsonReader& g, RuleNumbers& n) { n.tit8.singleDose = g.oralMg("single_dose_mg", highestMg); }},
    {"TIT-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit9.usualDosesPerDay = g.integer("usual_doses_per_day", 1, core::mostDosesPerDay);
         n.tit9.fourDosesAbove = g.dailyMg("four_doses_above_mg", highestMg);
         n.tit9.therapyFromMinute = clockMinute(g, "therapy_from");
         n.tit9.therapyToMinute = clockMinute(g, "therapy_to");
     }},
    {"SPL-1",
     [](JsonReader& g, RuleNumbers& n) {
         constexpr std::array parts{"morning", "midday", "evening", "bedtime"};
         for (std::size_t i = 0; i < parts.size(); ++i)
             n.spl1.usual[i] = clockMinute(g, parts[i]);
         n.spl1.minimumGapMinutes = 60 * g.integer("minimum_gap_hours", 1, 24);
     }},
    {"TIT-10",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit10.baselineScoreDays = g.integer("baseline_score_days", 1, longestDays);
         n.tit10.childbearingFromYears = g.integer("childbearing_from_years", 1, oldestYears);
         n.tit10.childbearingToYears = g.integer("childbearing_to_years", 1, oldestYears);
     }},
    {"TIT-11",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit11.reviewEveryDays = g.integer("review_every_days", 1, longestDays);
         n.tit11.keptEarlyDays = g.integer("kept_early_days", 0, longestDays);
         n.tit11.comingDays = g.integer("coming_days", 1, longestDays);
     }},
    {"TIT-17",
     [](JsonReader& g, RuleNumbers& n) { n.tit17.decideBeforeDays = g.integer("decide_before_days", 1, longestDays); }},
    {"DSP-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.dsp5.urgentDays = g.integer("urgent_days", 1, longestDays);
         n.dsp5.renewBeforeDays = g.integer("renew_before_days", n.dsp5.urgentDays, longestDays);
     }},
    {"TIT-12",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit12.trialDays = g.integer("trial_days", 1, longestDays);
         n.tit12.clinicLeastDays = g.integer("clinic_least_days", 1, longestDays);
         n.tit12.clinicMostDays = g.integer("clinic_most_days", n.tit12.clinicLeastDays, longestDays);
     }},
    {"TIT-14", [](JsonReader& g, RuleNumbers& n) { n.tit14.licensedRegions = regions(g, "licensed_regions"); }},
    {"RND-3", [](JsonReader& g,
                 RuleNumbers& n) { n.rnd3.mostOfBase = core::Percent::of(g.integer("most_percent_of_base", 1, 100)); }},
    {"TAP-1", [](JsonReader& g, RuleNumbers& n) { n.tap1.finalDose = g.dailyMg("final_mg", highestMg); }},
    {"TAP-5",
     [](JsonReader& g, RuleNumbers& n) {
         for (const JsonReader& pace : g.objects("paces"))
             n.tap5.paces.push_back(preset(pace, core::TaperRisk::standard));
     }},
    {"TAP-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap6.gentleUpTo = g.dailyMg("gentle_up_to_mg", highestMg);
         n.tap6.gentleAbove = g.ratio("gentle_above");
     }},
    {"TAP-13",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap13.backIntervals = g.integer("back_intervals", 1, mostTimes);
         n.tap13.stepPart = g.ratio("step_part");
         n.tap13.intervalTimes = g.integer("interval_times", 1, mostTimes);
     }},
    {"TAP-15",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap15.pauses = g.integer("pauses", 1, mostTimes);
         n.tap15.stepBacks = g.integer("step_backs", 1, mostTimes);
         n.tap15.slowest = preset(g.object("slowest"), core::TaperRisk::high);
     }},
    {"TAP-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap4.lowestPercent = g.integer("lowest_percent", 1, 100);
         n.tap4.highestPercent = g.integer("highest_percent", 1, 100);
         n.tap4.blockAbovePercent = g.integer("block_above_percent", 1, 100);
         n.tap4.minimumIntervalDays = g.integer("minimum_interval_days", 1, longestDays);
     }},
    {"TAP-7", [](JsonReader& g,
                 RuleNumbers& n) { n.tap7.firstStep = core::Percent::of(g.integer("first_step_percent", 1, 100)); }},
    {"TAP-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap8.alwaysAcceptable = g.dailyMg("always_acceptable_mg", highestMg);
         n.tap8.warnAbove = g.ratio("warn_above");
         n.tap8.blockAbove = g.ratio("block_above");
     }},
    {"TAP-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap9.warnBelowDays = g.integer("warn_below_days", 1, longestDays);
         n.tap9.blockBelowDays = g.integer("block_below_days", 1, longestDays);
     }},
    {"TAP-11",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap11.highFromMonths = g.integer("high_from_months", 1, 1200);
         n.tap11.highFromDose = g.dailyMg("high_from_mg", highestMg);
         n.tap11.lowBelowMonths = g.integer("low_below_months", 1, 1200);
         n.tap11.lowUpToDose = g.dailyMg("low_up_to_mg", highestMg);
         n.tap11.low = preset(g.object("low"), core::TaperRisk::low);
         n.tap11.standard = preset(g.object("standard"), core::TaperRisk::standard);
         n.tap11.high = preset(g.object("high"), core::TaperRisk::high);
     }},
    {"TAP-16",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap16.firstVisitWithinDays = g.integer("first_visit_within_days", 1, longestDays);
         n.tap16.thenEveryDays = g.integer("then_every_days", 1, longestDays);
         n.tap16.afterStopDays = g.integer("after_stop_days", 1, longestDays);
     }},
};

} // namespace

std::span<const NumbersOfRule> planNumbers() {
    return groups;
}

} // namespace lento::content
