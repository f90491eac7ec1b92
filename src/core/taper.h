// The taper engine: three models, the gentle end, a goal dose and the risk presets (TAP-1 to TAP-6, TAP-11, TAP-16,
// TAP-17).
#pragma once

#include "core/plan.h"
#include "core/result.h"
#include "core/rule_numbers.h"
#include "core/taper_preset.h"

#include <optional>
#include <string_view>
#include <vector>

namespace lento::core {

// Errors: outOfRange for a dose of 0, a percentage outside 1 to 100, an interval outside 1 to 365 days, a fixed step or
// final dose of 0; goalNotBelowStart; tooManySteps above 400. What is allowed but unwise is a finding, not an error.
Result<Plan> planTaper(const TaperInputs& inputs, const ProductSet& products, const RuleNumbers& numbers);

enum class TaperRiskFlag : std::uint8_t {
    epilepsy,
    earlierWithdrawal,
    psychosisOrDelirium,
    alcoholOrSedatives,
    pregnancy,
    intrathecal,
    cordLesionT6OrAbove,
    cannotReport,
};

// The flag that a condition of resources/catalogue/conditions.json raises, if any.
std::optional<TaperRiskFlag> taperRiskFlag(std::string_view conditionCode);

// TAP-11. months: completed months on baclofen.
TaperPreset taperPreset(int months, DailyDose dose, const std::vector<TaperRiskFlag>& flags,
                        const RuleNumbers& numbers);
// TAP-15: the next slower preset; after HIGH the slowest, which is its own.
TaperPreset slowerPreset(const TaperPreset& preset, const RuleNumbers& numbers);

} // namespace lento::core
