// The words that JSON files and requests use for the values of core types.
#pragma once

#include "content/json_reader.h"
#include "core/product.h"
#include "core/renal.h"
#include "core/split.h"

#include <array>

namespace lento::content {

inline constexpr std::array<JsonName<core::Region>, 4> regionNames{
    {{"US", core::Region::us}, {"UK", core::Region::uk}, {"FR", core::Region::fr}, {"OTHER", core::Region::other}}};

inline constexpr std::array<JsonName<core::SplitStrategy>, 2> splitNames{
    {{"equal", core::SplitStrategy::equal}, {"evening", core::SplitStrategy::evening}}};

inline constexpr std::array<JsonName<core::RenalBand>, 5> renalBandNames{{{"R1", core::RenalBand::r1},
                                                                          {"R2", core::RenalBand::r2},
                                                                          {"R3", core::RenalBand::r3},
                                                                          {"R4", core::RenalBand::r4},
                                                                          {"R5", core::RenalBand::r5}}};

} // namespace lento::content
