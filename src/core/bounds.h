// How an error says that a value is outside its bounds: outOfRange with the value, the lowest and the highest.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace lento::core {

inline Failure outOfRange(std::string field, std::int64_t value, std::int64_t lowest,
                          std::optional<std::int64_t> highest) {
    return failure(ErrorCode::outOfRange, std::move(field),
                   {std::to_string(value), std::to_string(lowest), highest ? std::to_string(*highest) : std::string()});
}

// A value that is not there is in no range to be outside of.
inline Result<void> within(std::string field, const std::optional<int>& value, int lowest, int highest) {
    if (!value || (*value >= lowest && *value <= highest))
        return {};
    return outOfRange(std::move(field), *value, lowest, highest);
}

} // namespace lento::core
