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

struct PumpNumbers {
    struct {
        std::array<PumpBolus, 3> boluses;     // 50, 75, 100 mcg, in the order they are tried
        PumpBolus smallest;                   // 25: very small children, or whoever needs tone to walk
        int screeningMicrogramsPerMillilitre; // 50: for the syringe, never a fill
    } itb1;
    struct {
        int betweenBolusesHours; // 24
        PumpBolus most;          // 100
    } itb2;
    struct {
        int timesBolus;       // 2: the first daily dose
        int longEffectHours;  // 8: an effect that lasted longer gives once the bolus
        int closeEffectHours; // 12: up to here other texts still give twice
    } itb5;
    struct {
        PercentRange spinal, otherwise; // 10 to 30, 5 to 15
    } itb7;
    struct {
        PercentRange spinal, otherwise; // 10 to 40, 5 to 20
        PercentRange reduction;         // 10 to 20
    } itb8;
    struct {
        Volume lowestFlow, highestFlow; // 0.048, 24 mL a day
    } itb12;
    struct {
        int marginDays;    // 5 before the alarm
        int stabilityDays; // 180
    } itb13;
    struct {
        Volume difference; // 2 mL
    } itb14;
    struct {
        Volume perCentimetre, tubing; // 0.0022, 0.199 mL where the model says nothing else
    } itb16;
};

} // namespace lento::core
