// The further scales that have a panel of their own in the chart (SCL-10).
#pragma once

#include <cstdint>

namespace lento::core {

enum class ChartedScale : std::uint8_t { goals, tenMetre, twentyFiveFoot, tardieuAngle };
inline constexpr int chartedScales = 4;

} // namespace lento::core
