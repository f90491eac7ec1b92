// A Protocol is a titration scheme as data: what it starts with, how it rises, for whom, and where it was read (DAT-1).
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/per_weight.h"
#include "core/product.h"
#include "core/split.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

enum class RenalBand : std::uint8_t; // core/renal.h

// What a child's weight decides; core/paediatric does the arithmetic.
struct WeightDosing {
    PerWeight start;
    PerWeight increment;
    DailyDose mostIncrement; // whichever is less
    PerWeight goal;          // beyond it only by decision at a visit
    friend bool operator==(const WeightDosing&, const WeightDosing&) = default;
};

struct Protocol {
    std::string id;     // "ORAL-ADULT-GRADUAL"
    std::string ruleId; // "TIT-ORAL-ADULT-2"
    int version = 1;
    std::string title;
    std::string edition; // of its sources
    std::vector<std::string> sources;
    std::vector<Region> regions; // empty: all
    std::string indication = "spasticity";
    // For whom it is meant; whoever is outside is warned about, never refused.
    int fromAgeYears = 18;
    std::optional<int> belowAgeYears;
    std::optional<std::int32_t> fromWeightGrams;
    std::optional<std::int32_t> belowWeightGrams;
    std::optional<RenalBand> lowestBand; // down to which kidney function
    DailyDose start;                     // both zero where the weight decides
    DailyDose increment;
    std::optional<WeightDosing> byWeight;
    int intervalDays = 3;
    std::vector<int> intervalOptions;
    std::optional<DailyDose> defaultGoal;
    DailyDose ceiling;
    std::optional<DailyDose> softCeiling; // WARN above
    OralDose singleDoseCap;
    int dosesPerDay = 3;
    SplitStrategy split = SplitStrategy::equal;
    std::optional<OralDose> quantumAtMost; // VERY-SLOW needs pieces of 2.5 mg or less
    std::optional<int> firstReviewDays;    // sooner than TIT-11 asks
    bool isDefault = false;
    bool enabled = true; // until the clinic says otherwise
    std::string note;
    std::string conflict; // where sources disagree, and what was resolved; may be empty
    // A clinic's own: what it was copied from, who adopted it and when.
    std::string basedOn;
    std::string adoptedBy;
    std::optional<Date> adoptedOn;
    bool isClinics() const { return !adoptedBy.empty(); }
    friend bool operator==(const Protocol&, const Protocol&) = default;
};

} // namespace lento::core
