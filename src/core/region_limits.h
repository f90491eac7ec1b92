// RegionLimits is what the labels of a region say where the rules let the region decide; every rule that names a region
// asks here, and so does the page on which a clinic changes it.
#pragma once

#include "core/finding.h"
#include "core/rule_numbers.h"

#include <optional>

namespace lento::core {

struct RegionLimits {
    std::optional<DailyDose> usualLowest; // TIT-5; unsaid where the label begins at nothing
    DailyDose usualHighest;
    Action activeUlcer = Action::warn;    // SAF-2
    Action epilepsy = Action::warn;       // SAF-4, while the dose rises
    Action cerebralOrigin = Action::warn; // TIT-14
    std::optional<int> labelFromYears;    // PED-7: younger children are not covered
    friend bool operator==(const RegionLimits&, const RegionLimits&) = default;
};

RegionLimits limitsOf(Region region, const RuleNumbers& numbers);

} // namespace lento::core
