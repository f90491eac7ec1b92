// RuleNumbers are the thresholds of clinical-rules.md, read from resources/rules/numbers.json; no default stands in for
// a missing one. Each group is named after its rule.
#pragma once

#include "core/amount.h"
#include "core/product.h"
#include "core/ratio.h"
#include "core/renal.h"

#include <array>
#include <optional>
#include <vector>

namespace lento::core {

// TIT-5: what is usual in one region, in mg a day; the lower end may be unsaid.
struct UsualRange {
    Region region = Region::other;
    std::optional<DailyDose> lowest;
    DailyDose highest;
};

struct RuleNumbers {
    struct {
        DailyDose oralHardDaily; // 300 mg
    } uni1;
    struct {
        int maximumDays, maximumDays65, maximumDaysLowK;
        int ageYears;
        int lowK;
    } dat5;
    struct {
        DailyDose start;          // 15
        DailyDose increment;      // 15
    } titOralAdult1;              // the label's numbers: what REN-5 reduces where a plan follows no protocol
    std::vector<UsualRange> tit5; // us 40 to 80, uk up to 60, fr 30 to 80; another region takes the lowest upper end
    struct {
        DailyDose ceiling;         // 80: BLOCK-OVR above
        DailyDose secondClinician; // 100
    } tit6;
    struct {
        DailyDose mostRise; // 15 mg
        int withinDays;     // 3
        int minimumIntervalDays;
    } tit7;
    struct {
        OralDose singleDose; // 20
    } tit8;
    struct {
        int baselineScoreDays; // 14
    } tit10;
    struct {
        int reviewEveryDays; // 14
    } tit11;
    struct {
        int trialDays; // 42
    } tit12;
    struct {
        int ageYears;          // 65
        DailyDose softCeiling; // 40
    } eld1;
    struct {
        int lowestPercent, highestPercent, blockAbovePercent; // 5, 20, 25
        int minimumIntervalDays;                              // 7
    } tap4;
    struct {
        Percent firstStep; // 20 % of D0
    } tap7;
    struct {
        DailyDose alwaysAcceptable;  // 5 mg
        Ratio warnAbove, blockAbove; // 1/3, 1/2 of the current dose
    } tap8;
    struct {
        int warnBelowDays, blockBelowDays; // 14, 7
    } tap9;
    struct {
        int highFromMonths;     // 6
        DailyDose highFromDose; // 60
        int lowBelowMonths;     // 2
        DailyDose lowUpToDose;  // 30
    } tap11;
    struct {
        int firstVisitWithinDays, thenEveryDays, afterStopDays; // 14, 28, 7
    } tap16;
    std::array<RenalBandRule, 5> ren5; // r1 to r5
    struct {
        int ageYears;       // 65
        double k;           // 60
        DailyDose warnFrom; // 20
    } ren6;
};

} // namespace lento::core
