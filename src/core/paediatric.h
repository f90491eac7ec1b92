// What a child's weight and age make of start, increment, maintenance and ceiling (PED-1 to PED-9).
//
// Amounts are exact: nanograms a gram of body weight, rounded down by RND-2 once, at the end.
#pragma once

#include "core/amount.h"
#include "core/renal.h"
#include "core/result.h"

#include <cstdint>
#include <optional>

namespace lento::core {

struct PaediatricInputs {
    int ageYears = 0; // completed years
    std::int32_t weightGrams = 0;
    DailyDose quantum;
    // PED-9: the band of REN-5, when the kidney has been assessed; without it nothing is reduced.
    const RenalBandRule* renal = nullptr;
    // What the protocol of the plan gives by weight; without it the rules' own (PED-1 to PED-3).
    const WeightDosing* amounts = nullptr;
};

struct PaediatricDosing {
    DailyDose start;
    DailyDose increment;
    int intervalDays = 0;
    DailyDose maintenanceLow;
    DailyDose maintenanceHigh; // neither is above the ceiling
    DailyDose ceiling;
    // PED-5: the upper end for this age in the older bands, which maintenanceHigh may pass with a warning.
    std::optional<DailyDose> olderBandHigh;
};

// Errors: outOfRange for an age outside 0 to 17 years, a weight of 0 or a quantum of 0.
Result<PaediatricDosing> paediatricDosing(const PaediatricInputs& inputs, const RuleNumbers& numbers);

// PED-4 alone, exact: the lower of the age's ceiling and the weight's.
DailyDose paediatricCeiling(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers);

// PED-6: under this weight a tablet cannot be dosed finely enough.
bool needsLiquid(std::int32_t weightGrams, const RuleNumbers& numbers);
// PED-9: old and heavy enough for an adult protocol, which the clinician confirms.
bool mayUseAdultProtocol(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers);

} // namespace lento::core
