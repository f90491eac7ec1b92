// Reads rules/numbers.json into core::RuleNumbers: every group must be there, none may be unknown, and each names its
// sources.
#pragma once

#include "content/json_reader.h"
#include "core/rule_numbers.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lento::content {

struct NumberGroup {
    std::string rule; // "TAP-8"
    std::vector<std::string> sources;
    std::string where; // the place of the group's rule
};

// How the group of one rule fills its numbers.
struct NumbersOfRule {
    std::string_view rule;
    void (*read)(JsonReader& group, core::RuleNumbers& numbers);
};
std::span<const NumbersOfRule> planNumbers();    // UNI, TIT, SPL, RND, DSP, TAP
std::span<const NumbersOfRule> patientNumbers(); // DAT, REN, PED, ELD, SAF, INT, PRG
std::span<const NumbersOfRule> visitNumbers();   // VIS, MON, RST, AE, WDL, SCL, PK
std::span<const NumbersOfRule> pumpNumbers();    // ITB

// `check` sees each group as it is read. Problems go to the reader's trouble.
core::RuleNumbers readRuleNumbers(JsonReader whole, const std::function<void(const NumberGroup&)>& check);

} // namespace lento::content
