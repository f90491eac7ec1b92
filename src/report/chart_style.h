// Colours and measures of the chart page, shared by what draws its head and what draws its panels. In mm and points.
#pragma once

#include "report/document.h"

namespace lento::report::chart {

inline constexpr Colour doseColour{0x0b, 0x5f, 0xa8};
inline constexpr Colour doseFill{0xd9, 0xe9, 0xf7};
inline constexpr Colour masColour{0xb4, 0x47, 0x0b};
inline constexpr Colour nrsColour{0x5b, 0x3a, 0x8c};
inline constexpr Colour masTint{0xfa, 0xee, 0xe6};
inline constexpr Colour nrsTint{0xf0, 0xec, 0xf6};
inline constexpr Colour effectColour{0xb3, 0x20, 0x1a};
inline constexpr Colour todayColour{0x1a, 0x24, 0x33};
inline constexpr Colour gridColour{0xe1, 0xe6, 0xeb};
inline constexpr double margin = 14;
inline constexpr double labelPoints = 9;
inline constexpr double markSize = 2.6;

} // namespace lento::report::chart
