// A PerWeight is an amount for each gram of body weight, exact: 0.3 mg/kg is 300 ng a gram.
#pragma once

#include "core/amount.h"

#include <cstdint>

namespace lento::core {

struct PerWeight {
    std::int64_t nanogramsPerGram = 0;
    DailyDose forWeight(std::int32_t grams) const { return DailyDose::nanograms(nanogramsPerGram * grams); }
    friend bool operator==(const PerWeight&, const PerWeight&) = default;
};

} // namespace lento::core
