#include "content/rule_numbers_reader.h"

#include "content/names.h"

#include <algorithm>

namespace lento::content {

using core::ErrorCode;
using core::RuleNumbers;

namespace {

// How the group of one rule fills its numbers.
struct Group {
    std::string_view rule;
    void (*read)(JsonReader& group, RuleNumbers& numbers);
};

constexpr int longestDays = 3650;
constexpr int oldestYears = 120;
constexpr int highestMg = 300;

constexpr JsonName<core::Action> actionNames[] = {
    {"INFORM", core::Action::inform}, {"WARN", core::Action::warn}, {"BLOCK-OVR", core::Action::blockOverridable}};

void readRenalBands(JsonReader& group, RuleNumbers& numbers) {
    std::vector<JsonReader> bands = group.objects("bands");
    if (bands.size() != numbers.ren5.size()) {
        group.trouble().add(ErrorCode::outOfRange, group.at("bands"), {std::to_string(bands.size()), "5", "5"});
        return;
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
        JsonReader& band = bands[i];
        core::RenalBandRule& rule = numbers.ren5[i];
        rule.band = band.oneOf<core::RenalBand>("band", renalBandNames);
        if (rule.band != renalBandNames[i].value)
            group.trouble().add(ErrorCode::unknownName, band.at("band"),
                                {band.text("band"), std::string(renalBandNames[i].name)});
        rule.factor = band.ratio("factor");
        rule.ceiling = band.optionalDailyMg("ceiling_mg", highestMg);
        rule.minimumIntervalDays = band.optionalInteger("minimum_interval_days", 1, longestDays);
        rule.action = band.oneOf<core::Action>("action", actionNames);
        band.done();
    }
}

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

// One line for each group of core::RuleNumbers.
constexpr Group groups[] = {
    {"UNI-1", [](JsonReader& g, RuleNumbers& n) { n.uni1.oralHardDaily = g.dailyMg("oral_hard_daily_mg", highestMg); }},
    {"DAT-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.dat5.maximumDays = g.integer("maximum_days", 1, longestDays);
         n.dat5.maximumDays65 = g.integer("maximum_days_65", 1, longestDays);
         n.dat5.maximumDaysLowK = g.integer("maximum_days_low_k", 1, longestDays);
         n.dat5.ageYears = g.integer("age_years", 1, oldestYears);
         n.dat5.lowK = g.integer("low_k", 1, 200);
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
    {"TIT-10", [](JsonReader& g,
                  RuleNumbers& n) { n.tit10.baselineScoreDays = g.integer("baseline_score_days", 1, longestDays); }},
    {"TIT-11",
     [](JsonReader& g, RuleNumbers& n) { n.tit11.reviewEveryDays = g.integer("review_every_days", 1, longestDays); }},
    {"TIT-12", [](JsonReader& g, RuleNumbers& n) { n.tit12.trialDays = g.integer("trial_days", 1, longestDays); }},
    {"ELD-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.eld1.ageYears = g.integer("age_years", 1, oldestYears);
         n.eld1.softCeiling = g.dailyMg("soft_ceiling_mg", highestMg);
     }},
    {"REN-5", readRenalBands},
    {"REN-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.ren6.ageYears = g.integer("age_years", 1, oldestYears);
         n.ren6.k = g.integer("k", 1, 200);
         n.ren6.warnFrom = g.dailyMg("warn_from_mg", highestMg);
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
     }},
    {"TAP-16",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap16.firstVisitWithinDays = g.integer("first_visit_within_days", 1, longestDays);
         n.tap16.thenEveryDays = g.integer("then_every_days", 1, longestDays);
         n.tap16.afterStopDays = g.integer("after_stop_days", 1, longestDays);
     }},
};

} // namespace

core::RuleNumbers readRuleNumbers(JsonReader whole, const std::function<void(const NumberGroup&)>& check) {
    RuleNumbers numbers{};
    whole.text("edition");
    std::vector<std::string_view> seen;
    for (JsonReader& entry : whole.objects("numbers")) {
        const NumberGroup group{entry.text("rule"), entry.texts("sources"), entry.at("rule")};
        const auto known = std::find_if(std::begin(groups), std::end(groups),
                                        [&](const Group& one) { return one.rule == group.rule; });
        if (known == std::end(groups)) {
            whole.trouble().add(ErrorCode::unknownName, group.where, {group.rule, ""});
            continue;
        }
        if (std::find(seen.begin(), seen.end(), known->rule) != seen.end())
            whole.trouble().add(ErrorCode::conflictingFields, group.where, {group.rule, group.rule});
        seen.push_back(known->rule);
        check(group);
        known->read(entry, numbers);
        entry.done();
    }
    for (const Group& group : groups)
        if (std::find(seen.begin(), seen.end(), group.rule) == seen.end())
            whole.trouble().add(ErrorCode::missingField, whole.at("numbers"), {std::string(group.rule)});
    whole.done();
    return numbers;
}

} // namespace lento::content
