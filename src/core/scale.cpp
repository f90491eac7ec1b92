#include "core/scale.h"

#include <array>

namespace lento::core {

namespace {

// SCL-1, in the order of Mas.
constexpr std::array<std::string_view, masLevels> texts{"0", "1", "1+", "2", "3", "4"};
constexpr std::array<std::int64_t, masLevels> rankThousandths{0, 1000, 2000, 3000, 4000, 5000};
constexpr std::array<std::int64_t, masLevels> levelThousandths{0, 1000, 1500, 2000, 3000, 4000};

} // namespace

std::string_view masText(Mas level) {
    return texts[static_cast<std::size_t>(level)];
}

Result<Mas> masFromText(std::string_view text) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i] == text)
            return static_cast<Mas>(i);
    }
    return failure(ErrorCode::unknownName, {}, {std::string(text), "0, 1, 1+, 2, 3, 4"});
}

// rule: SCL-1
std::optional<std::int32_t> masMeanThousandths(const std::vector<Mas>& scores, MasCoding coding) {
    if (scores.empty())
        return std::nullopt;
    const auto& values = coding == MasCoding::ranks ? rankThousandths : levelThousandths;
    std::int64_t sum = 0;
    for (const Mas score : scores)
        sum += values[static_cast<std::size_t>(score)];
    const auto count = static_cast<std::int64_t>(scores.size());
    return static_cast<std::int32_t>((2 * sum + count) / (2 * count));
}

} // namespace lento::core
