// A Json is an answer being built: keys keep the order in which they were added, amounts are written as exact decimals.
//
// Amounts never pass through binary floating point on their way out (UNI-2). Rates are rounded to the decimals asked
// for.
#pragma once

#include "core/amount.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lento::cli {

class Json {
public:
    static Json object() { return Json(Kind::object, {}); }
    static Json list() { return Json(Kind::list, {}); }
    static Json null() { return Json(Kind::scalar, "null"); }
    static Json text(std::string_view text);
    static Json flag(bool value) { return Json(Kind::scalar, value ? "true" : "false"); }
    static Json integer(std::int64_t value) { return Json(Kind::scalar, std::to_string(value)); }
    static Json mg(core::OralDose dose) { return Json(Kind::scalar, milligramText(dose)); }
    static Json mg(core::DailyDose dose) { return Json(Kind::scalar, milligramText(dose)); }
    static Json ml(core::Volume volume) { return Json(Kind::scalar, millilitreText(volume)); }
    // 83 with one decimal is 8.3.
    static Json scaled(std::int64_t value, int decimals);
    // A rate, rounded to so many decimals.
    static Json rounded(double value, int decimals);

    Json& add(std::string_view key, Json value);
    Json& append(Json value);
    bool isEmpty() const noexcept { return m_children.empty(); }

    std::string compact() const; // one line
    std::string pretty() const;  // what fits stays on a line, the rest is indented

private:
    enum class Kind : std::uint8_t { scalar, list, object };
    Json(Kind kind, std::string literal)
        : m_kind(kind)
        , m_literal(std::move(literal)) {}
    std::string pretty(std::size_t indent, std::size_t used) const;

    Kind m_kind;
    std::string m_literal;
    std::vector<std::pair<std::string, Json>> m_children; // keys already quoted; empty in a list
};

} // namespace lento::cli
