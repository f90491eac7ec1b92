// Decimal text to a scaled integer and back, exactly: no binary floating point, no locale (RND-1, UNI-2).
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lento::core {

// "12.5" with decimals 6 gives 12500000. Accepts an optional leading '-', digits, and at most `decimals` digits after
// one
// '.'. Refuses empty text, '+', exponents, blanks, group separators and a bare point.
// Errors: notANumber, tooManyDecimals, outOfRange.
Result<std::int64_t> parseDecimal(std::string_view text, int decimals);

// 12500000 with decimals 6 gives "12.5": no trailing zeros, always a digit before the point (RND-5).
std::string formatDecimal(std::int64_t scaled, int decimals);

} // namespace lento::core
