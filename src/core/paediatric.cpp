#include "core/paediatric.h"

#include "core/ratio.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

constexpr int oldestChildYears = adultAgeYears - 1;

} // namespace

DailyDose paediatricCeiling(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers) {
    const auto& rule = numbers.ped4;
    const DailyDose byAge = ageYears < rule.olderFromYears ? rule.younger : rule.older;
    return std::min(byAge, rule.most.forWeight(weightGrams));
}

Result<PaediatricDosing> paediatricDosing(const PaediatricInputs& inputs, const RuleNumbers& numbers) {
    if (inputs.ageYears < 0 || inputs.ageYears > oldestChildYears)
        return failure(ErrorCode::outOfRange, "age",
                       {std::to_string(inputs.ageYears), "0", std::to_string(oldestChildYears)});
    if (inputs.weightGrams <= 0)
        return failure(ErrorCode::outOfRange, "weight", {std::to_string(inputs.weightGrams), "1", {}});
    if (inputs.quantum.isZero())
        return failure(ErrorCode::outOfRange, "quantum", {"0", "1", {}});

    const WeightDosing amounts = inputs.amounts != nullptr ? *inputs.amounts
                                                           : WeightDosing{numbers.ped1.start, numbers.ped2.increment,
                                                                          numbers.ped2.most, numbers.ped3.lowest};
    const DailyDose start = amounts.start.forWeight(inputs.weightGrams);
    const DailyDose increment = std::min(amounts.mostIncrement, amounts.increment.forWeight(inputs.weightGrams));
    const DailyDose ceiling = paediatricCeiling(inputs.ageYears, inputs.weightGrams, numbers);
    // Without a band, the one that changes nothing: R1 leaves every amount to RND-2 alone.
    const RenalBandRule unreduced{};
    const RenalDosing dosing = renalDosing(inputs.renal ? *inputs.renal : unreduced, start, increment, ceiling,
                                           numbers.ped2.intervalDays, inputs.quantum);

    PaediatricDosing made;
    made.ceiling = dosing.ceiling;
    made.start = std::min(dosing.start, dosing.ceiling);
    made.increment = dosing.increment;
    made.intervalDays = dosing.intervalDays;
    const auto maintenance = [&](PerWeight amount) {
        return std::min(roundDownToQuantum(amount.forWeight(inputs.weightGrams), inputs.quantum), made.ceiling);
    };
    made.maintenanceLow = maintenance(amounts.goal);
    made.maintenanceHigh = maintenance(numbers.ped3.highest);
    for (const AgeBand& band : numbers.ped5) {
        if (inputs.ageYears >= band.fromYears && inputs.ageYears < band.belowYears)
            made.olderBandHigh = band.highest;
    }
    return made;
}

bool needsLiquid(std::int32_t weightGrams, const RuleNumbers& numbers) {
    return weightGrams < numbers.ped6.tabletsFromGrams;
}

bool mayUseAdultProtocol(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers) {
    return ageYears >= numbers.ped9.adultFromYears && weightGrams >= numbers.ped9.adultFromGrams;
}

} // namespace lento::core
