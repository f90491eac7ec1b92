#include "core/decimal.h"

#include <limits>

namespace lento::core {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

Failure outOfRange(std::string_view text) {
    return failure(ErrorCode::outOfRange, {}, {std::string(text), {}, {}});
}

} // namespace

Result<std::int64_t> parseDecimal(std::string_view text, int decimals) {
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative)
        rest.remove_prefix(1);

    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);

    // Digits on both sides of a point: ".5" is how 5 mg gets read for 0.5 mg.
    bool wellFormed = !whole.empty() && (point == std::string_view::npos || !fraction.empty());
    for (const char c : whole)
        wellFormed = wellFormed && isDigit(c);
    for (const char c : fraction)
        wellFormed = wellFormed && isDigit(c);
    if (!wellFormed)
        return failure(ErrorCode::notANumber, {}, {std::string(text)});
    if (fraction.size() > static_cast<std::size_t>(decimals))
        return failure(ErrorCode::tooManyDecimals, {}, {std::string(text), std::to_string(decimals)});

    std::int64_t scaled = 0;
    const auto append = [&scaled](int digit) {
        if (scaled > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
            return false;
        scaled = scaled * 10 + digit;
        return true;
    };
    for (const char c : whole) {
        if (!append(c - '0'))
            return outOfRange(text);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(decimals); ++i) {
        if (!append(i < fraction.size() ? fraction[i] - '0' : 0))
            return outOfRange(text);
    }
    return negative ? -scaled : scaled;
}

std::string formatDecimal(std::int64_t scaled, int decimals) {
    const bool negative = scaled < 0;
    // Negating as unsigned also holds for the lowest number.
    std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);

    std::string reversed;
    for (int place = 0; place < decimals; ++place, rest /= 10) {
        const char digit = static_cast<char>('0' + static_cast<int>(rest % 10));
        if (digit != '0' || !reversed.empty())
            reversed += digit;
    }
    if (!reversed.empty())
        reversed += '.';
    do {
        reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (negative)
        reversed += '-';
    return {reversed.rbegin(), reversed.rend()};
}

} // namespace lento::core
