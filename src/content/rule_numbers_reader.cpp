#include "content/rule_numbers_reader.h"

#include "content/names.h"

#include <algorithm>
#include <array>

namespace lento::content {

using core::ErrorCode;
using core::RuleNumbers;

namespace {

constexpr int longestDays = 3650;
constexpr int oldestYears = 120;
constexpr int highestMg = 300;
constexpr int mostTimes = 10;

constexpr JsonName<core::Action> actionNames[] = {
    {"INFORM", core::Action::inform}, {"WARN", core::Action::warn}, {"BLOCK-OVR", core::Action::blockOverridable}};

constexpr JsonName<core::TaperModel> presetModels[] = {{"percent-of-start", core::TaperModel::percentOfStart},
                                                       {"percent-of-current", core::TaperModel::percentOfCurrent}};

std::vector<core::Region> readRegions(JsonReader& group, const char* key) {
    std::vector<core::Region> regions;
    for (const JsonItem& item : group.neededItems(key)) {
        const std::string text = item.value.toString().toStdString();
        const auto known = std::find_if(regionNames.begin(), regionNames.end(),
                                        [&](const JsonName<core::Region>& name) { return name.name == text; });
        if (known == regionNames.end())
            group.trouble().add(ErrorCode::unknownName, item.place.text(), {text, "US, UK, FR, OTHER"});
        else
            regions.push_back(known->value);
    }
    return regions;
}

core::TaperPreset readPreset(JsonReader preset, core::TaperRisk risk) {
    core::TaperPreset made;
    made.risk = risk;
    made.model = preset.oneOf<core::TaperModel>("model", presetModels);
    made.percent = core::Percent::of(preset.integer("percent", 1, 100));
    made.intervalDays = preset.integer("interval_days", 1, longestDays);
    preset.done();
    return made;
}

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

// "0.3" mg/kg is 300 ng a gram.
core::PerWeight perWeight(JsonReader& group, const char* key) {
    constexpr int decimals = 3;
    return {group.decimal(key, decimals, 1, 100'000)};
}

// "08:00"
int clockMinute(JsonReader& group, const char* key) {
    const std::string text = group.text(key);
    const auto minute = core::clockMinute(text);
    if (!minute)
        group.trouble().add(ErrorCode::outOfRange, group.at(key), {text, "00:00", "23:59"});
    return minute.value_or(0);
}

std::int32_t grams(JsonReader& group, const char* key) {
    constexpr int decimals = 3;
    return static_cast<std::int32_t>(group.decimal(key, decimals, 1, 500'000));
}

// A scale's value in thousandths; a rating in tenths.
std::int32_t thousandths(JsonReader& group, const char* key) {
    return static_cast<std::int32_t>(group.decimal(key, 3, 1, 10'000));
}
int tenths(JsonReader& group, const char* key) {
    return static_cast<int>(group.decimal(key, 1, 0, 100));
}

// "0.85" is 85.
int hundredths(JsonReader& group, const char* key) {
    return static_cast<int>(group.decimal(key, 2, 1, 100));
}

// A rate or a formula's constant, which is no dose (PK, SCL-7, REN-3).
double rate(JsonReader& group, const char* key) {
    constexpr int decimals = 4;
    return static_cast<double>(group.decimal(key, decimals, 1, 10'000'000)) / 10'000.0;
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

// One line for each group of core::RuleNumbers but the pump's.
constexpr NumbersOfRule oralGroups[] = {
    {"UNI-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.uni1.oralHardDaily = g.dailyMg("oral_hard_daily_mg", highestMg);
         n.uni1.pumpHardDaily = core::PumpDose::micrograms(g.integer("pump_hard_daily_mcg", 1, 100'000));
     }},
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
    {"MON-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.mon1.firstAfterDays = g.integer("first_after_days", 1, longestDays);
         n.mon1.comingDays = g.integer("coming_days", 1, longestDays);
         n.mon1.bloodTestDays = g.integer("blood_test_days", 1, longestDays);
     }},
    {"MON-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.mon2.reviewAfterDays = g.integer("review_after_days", 1, longestDays);
         n.mon2.scoreAfterDays = g.integer("score_after_days", 1, longestDays);
         n.mon2.comingDays = g.integer("coming_days", 1, longestDays);
         n.mon2.rises = g.integer("rises", 1, 20);
         n.mon2.risesWithinDays = g.integer("rises_within_days", 1, longestDays);
     }},
    {"MON-3", [](JsonReader& g, RuleNumbers& n) { n.mon3.everyDays = g.integer("every_days", 1, longestDays); }},
    {"MON-4", [](JsonReader& g, RuleNumbers& n) { n.mon4.everyDays = g.integer("every_days", 1, longestDays); }},
    {"PED-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped8.belowAgeYears = g.integer("below_age_years", 1, oldestYears);
         n.ped8.maximumDays = g.integer("maximum_days", 1, longestDays);
         n.ped8.changePercent = g.integer("change_percent", 1, 100);
     }},
    {"WDL-2", [](JsonReader& g, RuleNumbers& n) { n.wdl2.pulseFrom = g.integer("pulse_from", 20, 300); }},
    {"WDL-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl3.pulseAbove = g.integer("pulse_above", 20, 300);
         n.wdl3.feverTenths = static_cast<int>(g.decimal("fever_from_celsius", 1, 300, 450));
     }},
    {"WDL-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl4.feverTenths = static_cast<int>(g.decimal("fever_from_celsius", 1, 300, 450));
         n.wdl4.creatineKinaseTenths = static_cast<int>(g.decimal("creatine_kinase_times_limit", 1, 10, 10'000));
     }},
    {"AE-4", [](JsonReader& g, RuleNumbers& n) { n.ae4.belowK = g.integer("below_k", 1, 200); }},
    {"WDL-5",
     [](JsonReader& g, RuleNumbers& n) {
         n.wdl5.callOnDay = g.integer("call_on_day", 1, longestDays);
         n.wdl5.afterStepDays = g.integer("after_step_days", 1, longestDays);
         n.wdl5.afterStopDays = g.integer("after_stop_days", 1, longestDays);
     }},
    {"TIT-12",
     [](JsonReader& g, RuleNumbers& n) {
         n.tit12.trialDays = g.integer("trial_days", 1, longestDays);
         n.tit12.clinicLeastDays = g.integer("clinic_least_days", 1, longestDays);
         n.tit12.clinicMostDays = g.integer("clinic_most_days", n.tit12.clinicLeastDays, longestDays);
     }},
    {"TIT-14", [](JsonReader& g, RuleNumbers& n) { n.tit14.licensedRegions = readRegions(g, "licensed_regions"); }},
    {"RND-3", [](JsonReader& g,
                 RuleNumbers& n) { n.rnd3.mostOfBase = core::Percent::of(g.integer("most_percent_of_base", 1, 100)); }},
    {"TAP-1", [](JsonReader& g, RuleNumbers& n) { n.tap1.finalDose = g.dailyMg("final_mg", highestMg); }},
    {"TAP-5",
     [](JsonReader& g, RuleNumbers& n) {
         for (const JsonReader& pace : g.objects("paces"))
             n.tap5.paces.push_back(readPreset(pace, core::TaperRisk::standard));
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
         n.tap15.slowest = readPreset(g.object("slowest"), core::TaperRisk::high);
     }},
    {"REN-7", [](JsonReader& g, RuleNumbers& n) { n.ren7.overDays = g.integer("over_days", 1, longestDays); }},
    {"SAF-2", [](JsonReader& g, RuleNumbers& n) { n.saf2.blockRegions = readRegions(g, "block_regions"); }},
    {"SAF-4", [](JsonReader& g, RuleNumbers& n) { n.saf4.blockRegions = readRegions(g, "block_regions"); }},
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
         n.tap11.low = readPreset(g.object("low"), core::TaperRisk::low);
         n.tap11.standard = readPreset(g.object("standard"), core::TaperRisk::standard);
         n.tap11.high = readPreset(g.object("high"), core::TaperRisk::high);
     }},
    {"TAP-16",
     [](JsonReader& g, RuleNumbers& n) {
         n.tap16.firstVisitWithinDays = g.integer("first_visit_within_days", 1, longestDays);
         n.tap16.thenEveryDays = g.integer("then_every_days", 1, longestDays);
         n.tap16.afterStopDays = g.integer("after_stop_days", 1, longestDays);
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
         n.ped7.labelRegions = readRegions(g, "label_regions");
     }},
    {"PED-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.ped9.adultFromYears = g.integer("adult_from_years", 1, oldestYears);
         n.ped9.adultFromGrams = grams(g, "adult_from_kg");
     }},
    {"VIS-3", [](JsonReader& g, RuleNumbers& n) { n.vis3.holdDays = g.integer("hold_days", 1, longestDays); }},
    {"VIS-4",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis4.leastAdherencePercent = g.integer("least_adherence_percent", 1, 100);
         n.vis4.countedDays = g.integer("counted_days", 1, longestDays);
     }},
    {"VIS-5", [](JsonReader& g, RuleNumbers& n) { n.vis5.reviewMonths = g.integer("review_months", 1, 120); }},
    {"VIS-10",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis10.holdDays = g.integer("hold_days", 1, longestDays);
         n.vis10.attempts = g.integer("attempts", 1, mostTimes);
         n.vis10.incrementPart = g.ratio("increment_part");
         n.vis10.intervalTimes = g.integer("interval_times", 1, mostTimes);
     }},
    {"VIS-11",
     [](JsonReader& g, RuleNumbers& n) {
         n.vis11.masLevel = g.integer("mas_level", 1, 4);
         n.vis11.nrsTenths = tenths(g, "nrs");
     }},
    {"RST-M", [](JsonReader& g, RuleNumbers& n) { n.rstM.partOfGap = g.ratio("part_of_gap"); }},
    {"RST-1",
     [](JsonReader& g, RuleNumbers& n) {
         n.rst1.belowHours = g.integer("below_hours", 1, 1000);
         n.rst1.lowK = g.integer("low_k", 1, 200);
     }},
    {"RST-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.rst2.belowDays = g.integer("below_days", 1, longestDays);
         n.rst2.factor = g.ratio("factor");
     }},
    {"RST-4", [](JsonReader& g, RuleNumbers& n) { n.rst4.emergencyGrade = g.integer("emergency_grade", 1, 4); }},
    {"SCL-6",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl6.responderPercent = g.integer("responder_percent", 1, 100);
         n.scl6.minimalPercent = g.integer("minimal_percent", 1, 100);
     }},
    {"SCL-7",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl7.correlation = rate(g, "correlation");
         n.scl7.meaningfulChange = rate(g, "meaningful_change");
     }},
    {"SCL-8",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl8.tenMetreThousandths = thousandths(g, "ten_metre_m_per_s");
         n.scl8.twentyFiveFootPercent = g.integer("twenty_five_foot_percent", 1, 100);
     }},
    {"SCL-9",
     [](JsonReader& g, RuleNumbers& n) {
         n.scl9.nrsFromTenths = tenths(g, "nrs_from");
         n.scl9.lower.responderThousandths = thousandths(g, "lower_responder");
         n.scl9.lower.minimalThousandths = thousandths(g, "lower_minimal");
         n.scl9.upper.responderThousandths = thousandths(g, "upper_responder");
         n.scl9.upper.minimalThousandths = thousandths(g, "upper_minimal");
     }},
    {"PK-2",
     [](JsonReader& g, RuleNumbers& n) {
         n.pk2.absorptionPerHour = rate(g, "absorption_per_h");
         n.pk2.litres = rate(g, "volume_l");
         n.pk2.litresPerHour = rate(g, "clearance_l_per_h");
         n.pk2.renalShare = rate(g, "renal_share");
         n.pk2.fullK = rate(g, "full_k");
     }},
    {"PK-3",
     [](JsonReader& g, RuleNumbers& n) {
         n.pk3.fromYears = g.integer("from_years", 0, oldestYears);
         n.pk3.toYears = g.integer("to_years", 1, oldestYears);
         n.pk3.litresPerHourPerKg = rate(g, "clearance_l_per_h_per_kg");
         n.pk3.litresPerKg = rate(g, "volume_l_per_kg");
     }},
};

std::vector<NumbersOfRule> allGroups() {
    std::vector<NumbersOfRule> all(std::begin(oralGroups), std::end(oralGroups));
    const std::span<const NumbersOfRule> pump = pumpNumbers();
    all.insert(all.end(), pump.begin(), pump.end());
    return all;
}

} // namespace

core::RuleNumbers readRuleNumbers(JsonReader whole, const std::function<void(const NumberGroup&)>& check) {
    RuleNumbers numbers{};
    whole.text("edition");
    const std::vector<NumbersOfRule> groups = allGroups();
    std::vector<std::string_view> seen;
    for (JsonReader& entry : whole.objects("numbers")) {
        const NumberGroup group{entry.text("rule"), entry.texts("sources"), entry.at("rule")};
        const auto known = std::find_if(groups.begin(), groups.end(),
                                        [&](const NumbersOfRule& one) { return one.rule == group.rule; });
        if (known == groups.end()) {
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
    for (const NumbersOfRule& group : groups)
        if (std::find(seen.begin(), seen.end(), group.rule) == seen.end())
            whole.trouble().add(ErrorCode::missingField, whole.at("numbers"), {std::string(group.rule)});
    whole.done();
    return numbers;
}

} // namespace lento::content
