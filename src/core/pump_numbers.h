// PumpNumbers are the thresholds of the ITB rules, part of RuleNumbers and named after their rules alike.
#pragma once

#include "core/amount.h"
#include "core/ratio.h"

#include <array>

namespace lento::core {

// By how much a dose may change at once, in whole percent, both ends included.
struct PercentRange {
    Percent least, most;
};

// Daily doses that are usual, both ends included.
struct PumpDoseSpan {
    PumpDose lowest, highest;
};

// What a measurement can be, both ends included; what lies outside is a slip of the pen.
struct PlausibleRange {
    int lowest = 0, highest = 0;
};

struct PumpNumbers {
    struct {
        std::array<PumpBolus, 3> boluses;         // 50, 75, 100 mcg, in the order they are tried
        PumpBolus smallest;                       // 25: very small children, or whoever needs tone to walk
        int screeningMicrogramsPerMillilitre = 0; // 50: for the syringe, never a fill
    } itb1;
    struct {
        int betweenBolusesHours = 0; // 24
        PumpBolus most;              // 100
        PlausibleRange pulse;        // 20 to 300 a minute
        PlausibleRange systolic;     // 40 to 300 mmHg
        PlausibleRange diastolic;    // 20 to 200 mmHg
        PlausibleRange breaths;      // 0 to 80 a minute
        PlausibleRange saturation;   // 30 to 100 %
    } itb2;
    struct {
        int masFallThousandths = 0; // 1000: of the mean of the target groups
    } itb3;
    struct {
        int brainInjuryDays = 0; // 365 since a brain injury
        int lowestAgeYears = 0;  // 4
    } itb4;
    struct {
        int timesBolus = 0;       // 2: the first daily dose
        int longEffectHours = 0;  // 8: an effect that lasted longer gives once the bolus
        int closeEffectHours = 0; // 12: up to here other texts still give twice
    } itb5;
    struct {
        int firstHours = 0; // 24 without an increase
    } itb6;
    struct {
        PercentRange spinal, otherwise; // 10 to 30, 5 to 15
        int betweenIncreasesHours = 0;  // 24
        Percent large;                  // 20: above it may be too much at higher doses
    } itb7;
    struct {
        PercentRange spinal, otherwise; // 10 to 40, 5 to 20
        PercentRange reduction;         // 10 to 20
    } itb8;
    struct {
        PumpDoseSpan spinal, cerebral, child; // 300 to 800, 90 to 703, 24 to 1199 mcg a day
        int childBelowYears = 0;              // 12
        PumpDose warnAbove, reasonAbove;      // 1000, 1500 mcg a day
    } itb9;
    struct {
        PumpDose riseInYear; // 100 mcg a day
        int yearDays = 0;    // 365
        Percent riseInMonth; // 20
        int monthDays = 0;   // 30
    } itb10;
    struct {
        Volume lowestFlow, highestFlow; // 0.048, 24 mL a day
    } itb12;
    struct {
        int marginDays = 0;    // 5 before the alarm
        int stabilityDays = 0; // 180
    } itb13;
    struct {
        Volume difference; // 2 mL
    } itb14;
    struct {
        int replacementDays = 0; // 90 before the end of service
    } itb15;
    struct {
        Volume perCentimetre, tubing; // 0.0022, 0.199 mL where the model says nothing else
    } itb16;
    struct {
        int observeHours = 0; // 8 after the priming bolus
    } itb17;
    struct {
        Percent reduction;    // 25 of the dose before the implant
        int intervalDays = 0; // 3
    } itb18;
    struct {
        int informDays = 0, warnDays = 0; // 14, 7 before the day of the refill
    } itb22;
};

} // namespace lento::core
