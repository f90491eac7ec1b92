// The words of the numbers, one table for each family of rules, each sorted by key; a member that several families have
// is in the shared one. rule_number_words.h looks through them all.
#pragma once

#include <span>
#include <string_view>

namespace lento::wording {

struct NumberWords {
    std::string_view key; // a member of resources/rules/numbers.json
    const char* name;
    const char* unit; // "%1 mg"; nothing for a plain number, a part or a code
};

std::span<const NumberWords> sharedNumberWords();
std::span<const NumberWords> planNumberWords();    // UNI, TIT, SPL, RND, DSP, TAP
std::span<const NumberWords> patientNumberWords(); // DAT, REN, PED, ELD, SAF, INT, PRG
std::span<const NumberWords> visitNumberWords();   // VIS, MON, RST, AE, WDL, SCL, PK
std::span<const NumberWords> pumpNumberWords();    // ITB

} // namespace lento::wording
