// The words of each finding: a title and a sentence with the names of inputs in braces, one row for each message key.
//
// Rule ids are those of clinical-rules.md; screen language, extracted for translation.
#pragma once

#include <span>
#include <string_view>

namespace lento::wording {

struct FindingWords {
    std::string_view key; // Finding::message, or the rule id when that is empty
    const char* title;
    const char* sentence; // "{drop_mg} less on one day, …"
};

inline constexpr const char* findingContext = "lento::wording::findings";

std::span<const FindingWords> findingWords();
// Nothing for an unknown key.
const FindingWords* wordsFor(std::string_view key);

} // namespace lento::wording
