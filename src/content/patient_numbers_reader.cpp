// Reads the numbers that follow the patient: kidney, age, weight, conditions, medicines and pregnancy.
#include "content/names.h"
#include "content/number_fields.h"
#include "content/rule_numbers_reader.h"

#include <array>

namespace lento::content {

using core::ErrorCode;
using core::RuleNumbers;
using namespace fields;

namespace {

constexpr JsonName<core::Action> actionNames[] = {
    {"INFORM", core::Action::inform}, {"WARN", core::Action::warn}, {"BLOCK-OVR", core::Action::blockOverridable}};

void readRenalBands(JsonReader& group, RuleNumbers& numbers) {
    constexpr int highestK = 200;
    numbers.ren5InformBelowK = group.integer("inform_below_k", 0, highestK);
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
        rule.fromK = band.integer("from_k", 0, highestK);
        const bool last = i + 1 == bands.size();
        if ((last && rule.fromK != 0) || (i > 0 && rule.fromK >= numbers.ren5[i - 1].fromK))
            group.trouble().add(ErrorCode::conflictingFields, band.at("from_k"), {"from_k", "from_k"});
        rule.factor = band.ratio("factor");
        rule.ceiling = band.optionalDailyMg("ceiling_mg", highestMg);
        rule.dosesPerDay = band.optionalInteger("doses_per_day", 1, core::mostDosesPerDay);
        rule.minimumIntervalDays = band.optionalInteger("minimum_interval_days", 1, longestDays);
        rule.action = band.oneOf<core::Action>("action", actionNames);
        band.done();
    }
}

void readAgeBands(JsonReader& group, RuleNumbers& numbers) {
    for (JsonReader& age : group.objects("ages")) {
        core::AgeBand band;
        band.fromYears = age.integer("from_years", 0, oldestYears);
        band.belowYears = age.integer("below_years", 1, oldestYears);
        band.lowest = age.dailyMg("lowest_mg", highestMg);
        band.highest = age.dailyMg("highest_mg", highestMg);
        if (band.fromYears >= band.belowYears)
            group.trouble().add(ErrorCode::conflictingFields, age.at("from_years"), {"from_years", "below_years"});
        if (band.lowest >= band.highest)
            group.trouble().add(ErrorCode::conflictingFields, age.at("lowest_mg"), {"lowest_mg", "highest_mg"});
        if (!numbers.ped5.empty() && band.fromYears < numbers.ped5.back().belowYears)
            group.trouble().add(ErrorCode::conflictingFields, age.at("from_years"), {"from_years", "below_years"});
        age.done();
        numbers.ped5.push_back(band);
    }
}

constexpr NumbersOfRule groups[] = {
    {"DAT-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.dat5.maximumDays = g.integer("maximum_days", 1, longestDays);
         n.dat5.maximumDays65 = g.integer("maximum_days_65", 1, longestDays);
         n.dat5.maximumDaysLowK = g.integer("maximum_days_low_k", 1, longestDays);
         n.dat5.ageYears = g.integer("age_years", 1, oldestYears);
         n.dat5.lowK = g.integer("low_k", 1, 200);
     }},
    {"PED-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped8.belowAgeYears = g.integer("below_age_years", 1, oldestYears);
         n.ped8.maximumDays = g.integer("maximum_days", 1, longestDays);
         n.ped8.changePercent = g.integer("change_percent", 1, 100);
     }},
    {"REN-7", [](JsonReader& g, RuleNumbers& n) { n.ren7.overDays = g.integer("over_days", 1, longestDays); }},
    {"SAF-2", [](JsonReader& g, RuleNumbers& n) { n.saf2.blockRegions = regions(g, "block_regions"); }},
    {"SAF-4", [](JsonReader& g, RuleNumbers& n) { n.saf4.blockRegions = regions(g, "block_regions"); }},
    {"INT-12",
     [](JsonReader& g, RuleNumbers& n) {
         n.int12.creatinineWithinDays = g.integer("creatinine_within_days", 1, longestDays);
     }},
    {"INT-20",
     [](JsonReader& g, RuleNumbers& n) {
         n.int20.medicines = g.integer("medicines", 2, 20);
         n.int20.extraIntervalDays = g.integer("extra_interval_days", 0, longestDays);
     }},
    {"PRG-1", [](JsonReader& g, RuleNumbers& n) { n.prg1.overdueDays = g.integer("overdue_days", 0, longestDays); }},
    {"PRG-2",
     [](JsonReader& g, RuleNumbers& n) {
         constexpr int lastWeek = 45;
         n.prg2.stopByWeek = g.integer("stop_by_week", 1, lastWeek);
         n.prg2.dueWeek = g.integer("due_week", n.prg2.stopByWeek, lastWeek);
     }},
    {"PRG-3",
     [](JsonReader& g, RuleNumbers& n) { n.prg3.youngInfantMonths = g.integer("young_infant_months", 1, 24); }},
    {"ELD-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.eld1.ageYears = g.integer("age_years", 1, oldestYears);
         n.eld1.softCeiling = g.dailyMg("soft_ceiling_mg", highestMg);
     }},
    {"REN-1",
     [](JsonReader& g, RuleNumbers& n) {
         constexpr std::int64_t highest = 100'000;
         n.ren1.umolPerMgTenths = g.decimal("umol_per_mg", 1, 1, 10'000);
         n.ren1.lowestThousandths = g.decimal("lowest_mg_per_dl", 3, 1, highest);
         n.ren1.highestThousandths = g.decimal("highest_mg_per_dl", 3, n.ren1.lowestThousandths, highest);
     }},
    {"REN-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.ren2.yearsFrom = g.integer("less_age_from", oldestYears, 1'000);
         n.ren2.creatinineTimes = g.integer("creatinine_times", 1, 1'000);
         n.ren2.femalePercent = hundredths(g, "female_factor");
         n.ren2.obeseFromBmi = g.integer("obese_from_bmi", 1, 100);
         n.ren2.excessPercent = hundredths(g, "excess_weight_factor");
         n.ren2.idealMaleGrams = grams(g, "ideal_male_kg");
         n.ren2.idealFemaleGrams = grams(g, "ideal_female_kg");
         n.ren2.idealGramsPerCentimetre = grams(g, "ideal_kg_per_cm");
         n.ren2.idealAboveMillimetres = static_cast<std::int32_t>(g.decimal("ideal_above_cm", 1, 1, 3'000));
     }},
    {"REN-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.ren3.multiplier = rate(g, "multiplier");
         n.ren3.femaleCreatinine = rate(g, "female_mg_per_dl");
         n.ren3.maleCreatinine = rate(g, "male_mg_per_dl");
         n.ren3.femalePowerBelow = rate(g, "female_power_below");
         n.ren3.malePowerBelow = rate(g, "male_power_below");
         n.ren3.powerAbove = rate(g, "power_above");
         n.ren3.eachYear = rate(g, "each_year_factor");
         n.ren3.female = rate(g, "female_factor");
     }},
    {"REN-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.ren4.fromYears = g.integer("from_years", 0, 17);
         n.ren4.heightFactorThousandths = static_cast<int>(g.decimal("height_factor", 3, 1, 10'000));
     }},
    {"REN-5", readRenalBands},
    {"REN-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.ren6.ageYears = g.integer("age_years", 1, oldestYears);
         n.ren6.k = g.integer("k", 1, 200);
         n.ren6.warnFrom = g.dailyMg("warn_from_mg", highestMg);
     }},
    {"PED-1", [](JsonReader& g, RuleNumbers& n) { n.ped1.start = perWeight(g, "start_mg_per_kg"); }},
    {"PED-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped2.increment = perWeight(g, "increment_mg_per_kg");
         n.ped2.most = g.dailyMg("most_mg", highestMg);
         n.ped2.intervalDays = g.integer("interval_days", 1, longestDays);
     }},
    {"PED-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped3.lowest = perWeight(g, "lowest_mg_per_kg");
         n.ped3.highest = perWeight(g, "highest_mg_per_kg");
     }},
    {"PED-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped4.younger = g.dailyMg("younger_mg", highestMg);
         n.ped4.older = g.dailyMg("older_mg", highestMg);
         n.ped4.olderFromYears = g.integer("older_from_years", 1, oldestYears);
         n.ped4.most = perWeight(g, "most_mg_per_kg");
     }},
    {"PED-5", readAgeBands},
    {"PED-6", [](JsonReader& g, RuleNumbers& n) { n.ped6.tabletsFromGrams = grams(g, "tablets_from_kg"); }},
    {"PED-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped7.blockBelowYears = g.integer("block_below_years", 1, oldestYears);
         n.ped7.warnBelowYears = g.integer("warn_below_years", 1, oldestYears);
         n.ped7.labelFromYears = g.integer("label_from_years", 1, oldestYears);
         n.ped7.labelRegions = regions(g, "label_regions");
     }},
    {"PED-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped9.adultFromYears = g.integer("adult_from_years", 1, oldestYears);
         n.ped9.adultFromGrams = grams(g, "adult_from_kg");
     }},
};

} // namespace

std::span<const NumbersOfRule> patientNumbers() {
    return groups;
}

} // namespace lento::content
