// The scales a visit records, each with its levels; 1+ is a level of its own and is never averaged silently (SCL-1,
// SCL-4, SCL-5).
#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

enum class Side : std::uint8_t { left, right };

enum class Mas : std::uint8_t { zero, one, onePlus, two, three, four };
inline constexpr int masLevels = 6;

std::string_view masText(Mas level); // "1+"
Result<Mas> masFromText(std::string_view text);

// SCL-1: A ranks 0 to 5, B counts 1+ as 1.5.
enum class MasCoding : std::uint8_t { ranks, onePlusAsOneAndAHalf };

// The mean in thousandths, rounded half up: 1.875 is 1875. Nothing for no scores.
std::optional<std::int32_t> masMeanThousandths(const std::vector<Mas>& scores, MasCoding coding);

} // namespace lento::core
