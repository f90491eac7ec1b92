// A Finding is what one rule says of one plan and patient: rule, action, inputs, sources, and a fingerprint of them
// all.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lento::core {

// An identifier of clinical-rules.md ("TAP-8"): at most 23 characters, stable, never reused.
class RuleId {
public:
    constexpr RuleId() = default;
    constexpr RuleId(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && i + 1 < m_text.size(); ++i)
            m_text[i] = text[i];
    }
    constexpr RuleId(const char* text)
        : RuleId(std::string_view(text)) {}
    constexpr std::string_view text() const { return std::string_view(m_text.data()); }
    friend constexpr auto operator<=>(const RuleId&, const RuleId&) = default;

private:
    std::array<char, 24> m_text{};
};

// Section 0 of clinical-rules.md, from the mildest.
enum class Action : std::uint8_t { propose, inform, warn, blockOverridable, hard };

// "PROPOSE", "INFORM", "WARN", "BLOCK-OVR", "HARD".
std::string_view actionName(Action action);

using InputValue = std::variant<std::int64_t, double, bool, std::string, DailyDose, OralDose, Date>;

struct Input {
    std::string name; // snake_case with unit where there is one: "drop_mg", "k_ml_min"
    InputValue value;
    friend bool operator==(const Input&, const Input&) = default;
};

struct Finding {
    RuleId rule;
    Action action = Action::inform;
    std::optional<int> step; // from 1; nothing when it concerns the whole plan
    bool assessed = true;    // false: an input is missing or too old, which the inputs name; never "fine"
    std::string message; // key of its sentence in wording, e.g. "tap-8.third"; the rule id alone when there is one only
    std::vector<Input> inputs;
    std::vector<std::string> sources; // "S8"

    // Same rule, step, action, inputs give the same number on every platform; an override holds while it does.
    std::uint64_t fingerprint() const;
    friend bool operator==(const Finding&, const Finding&) = default;
};

// Who must stand behind an override beside the one who gives it (TIT-6, REN-5, IND-AUD).
enum class SecondName : std::uint8_t { none, clinician, nephrologist, addictionSpecialist };
SecondName secondNameFor(const Finding& finding);

// Every key that a finding's message can have, each once, sorted: wording has a sentence for each.
std::span<const std::string_view> messageKeys();

} // namespace lento::core
