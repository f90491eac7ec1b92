// A Protocol is a titration scheme as data: what it starts with, how it rises, for whom, and where it was read (DAT-1).
#pragma once

#include "core/amount.h"
#include "core/product.h"
#include "core/split.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::core {

struct Protocol {
    std::string id;     // "ORAL-ADULT-GRADUAL"
    std::string ruleId; // "TIT-ORAL-ADULT-2"
    int version = 1;
    std::string title;
    std::string edition; // of its sources
    std::vector<std::string> sources;
    std::vector<Region> regions; // empty: all
    int fromAgeYears = 18;
    DailyDose start;
    DailyDose increment;
    int intervalDays = 3;
    std::vector<int> intervalOptions;
    std::optional<DailyDose> defaultGoal;
    DailyDose ceiling;
    std::optional<DailyDose> softCeiling; // WARN above
    OralDose singleDoseCap;
    int dosesPerDay = 3;
    SplitStrategy split = SplitStrategy::equal;
    std::optional<OralDose> quantumAtMost; // VERY-SLOW needs pieces of 2.5 mg or less
    bool isDefault = false;
    std::string note;
    friend bool operator==(const Protocol&, const Protocol&) = default;
};

} // namespace lento::core
