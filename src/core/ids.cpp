#include "core/ids.h"

namespace lento::core {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::size_t textLength = 36;

bool isDashAt(std::size_t index) {
    return index == 8 || index == 13 || index == 18 || index == 23;
}

} // namespace

std::string uuidV7(std::int64_t unixMilliseconds, const std::array<std::uint8_t, 10>& random) {
    // RFC 9562: 48 bits of time, version 7, 12 random bits, variant 10, 62 random bits.
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(unixMilliseconds) >> (40 - 8 * i) & 0xFFU);
    for (std::size_t i = 0; i < random.size(); ++i)
        bytes[6 + i] = random[i];
    bytes[6] = static_cast<std::uint8_t>(0x70U | (bytes[6] & 0x0FU));
    bytes[8] = static_cast<std::uint8_t>(0x80U | (bytes[8] & 0x3FU));

    std::string text;
    text.reserve(textLength);
    for (const std::uint8_t byte : bytes) {
        if (isDashAt(text.size()))
            text += '-';
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 0x0FU];
    }
    return text;
}

bool isUuidV7(std::string_view text) noexcept {
    if (text.size() != textLength)
        return false;
    for (std::size_t i = 0; i < textLength; ++i) {
        const bool fits = isDashAt(i) ? text[i] == '-' : hexDigits.find(text[i]) != std::string_view::npos;
        if (!fits)
            return false;
    }
    const std::string_view variants = "89ab";
    return text[14] == '7' && variants.find(text[19]) != std::string_view::npos;
}

} // namespace lento::core
