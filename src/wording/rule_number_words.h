// The numbers of the rules in words: what a member of resources/rules/numbers.json is called and its value with the
// unit.
#pragma once

#include <QString>

#include <string_view>

namespace lento::wording {

// Whether a member has words of its own; a test holds every member to it.
bool hasRuleNumberWords(std::string_view key);
QString ruleNumberName(std::string_view key); // "Largest single dose"
// "20 mg"; codes become words ("caution").
QString ruleNumberValue(std::string_view key, std::string_view value);

} // namespace lento::wording
