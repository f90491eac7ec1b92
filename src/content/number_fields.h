// How the numbers of the rules stand in their file: days, years, amounts by weight, hours, factors, each read exactly
// and within what it can be.
#pragma once

#include "content/json_reader.h"
#include "core/per_weight.h"
#include "core/product.h"
#include "core/taper_preset.h"

#include <cstdint>
#include <vector>

namespace lento::content::fields {

inline constexpr int longestDays = 3650;
inline constexpr int oldestYears = 120;
inline constexpr int highestMg = 300;
inline constexpr int mostTimes = 10;

std::vector<core::Region> regions(JsonReader& group, const char* key);
core::TaperPreset preset(JsonReader group, core::TaperRisk risk);
// "0.3" mg/kg is 300 ng a gram.
core::PerWeight perWeight(JsonReader& group, const char* key);
// "08:00"
int clockMinute(JsonReader& group, const char* key);
std::int32_t grams(JsonReader& group, const char* key);
// Millilitres to a ten-thousandth.
core::Volume volume(JsonReader& group, const char* key);
// A scale's value in thousandths; a rating in tenths.
std::int32_t thousandths(JsonReader& group, const char* key);
int tenths(JsonReader& group, const char* key);
// "0.85" is 85.
int hundredths(JsonReader& group, const char* key);
// A rate or a formula's constant, which is no dose (PK, SCL-7, REN-3).
double rate(JsonReader& group, const char* key);

} // namespace lento::content::fields
