#include "core/region_limits.h"

#include <algorithm>

namespace lento::core {

namespace {

bool contains(const std::vector<Region>& regions, Region region) {
    return std::find(regions.begin(), regions.end(), region) != regions.end();
}

// TIT-5: a region without a range of its own takes the lowest upper end.
const UsualRange* usualRange(const std::vector<UsualRange>& ranges, Region region) {
    const UsualRange* lowest = nullptr;
    for (const UsualRange& range : ranges) {
        if (range.region == region)
            return &range;
        if (lowest == nullptr || range.highest < lowest->highest)
            lowest = &range;
    }
    return lowest;
}

} // namespace

RegionLimits limitsOf(Region region, const RuleNumbers& numbers) {
    RegionLimits limits;
    if (const UsualRange* usual = usualRange(numbers.tit5, region)) {
        limits.usualLowest = usual->lowest;
        limits.usualHighest = usual->highest;
    }
    if (contains(numbers.saf2.blockRegions, region))
        limits.activeUlcer = Action::blockOverridable;
    if (contains(numbers.saf4.blockRegions, region))
        limits.epilepsy = Action::blockOverridable;
    if (contains(numbers.tit14.licensedRegions, region))
        limits.cerebralOrigin = Action::inform;
    if (contains(numbers.ped7.labelRegions, region))
        limits.labelFromYears = numbers.ped7.labelFromYears;
    return limits;
}

} // namespace lento::core
