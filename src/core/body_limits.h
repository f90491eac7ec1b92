// What a person can weigh, measure and how old be. Beyond it lies a slip of the pen: refused wherever it is typed, kept
// or counted with.
#pragma once

#include <cstdint>

namespace lento::core {

inline constexpr std::int32_t lightestGrams = 300, heaviestGrams = 400'000;
inline constexpr std::int32_t shortestMillimetres = 300, tallestMillimetres = 2'500;
inline constexpr int longestLifeYears = 120;

} // namespace lento::core
