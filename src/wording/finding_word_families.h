// The words of findings, one table for each family of rules, each sorted by key; findingWords() has them all.
#pragma once

#include "wording/finding_words.h"

namespace lento::wording {

std::span<const FindingWords> doseWords();
std::span<const FindingWords> titrationWords();
std::span<const FindingWords> taperWords();
std::span<const FindingWords> renalWords();
std::span<const FindingWords> interactionWords();
std::span<const FindingWords> safetyWords();
std::span<const FindingWords> paediatricWords();
std::span<const FindingWords> indicationWords();
std::span<const FindingWords> pregnancyWords();
std::span<const FindingWords> monitoringWords();
std::span<const FindingWords> interruptionWords();
std::span<const FindingWords> pumpWords();
std::span<const FindingWords> visitWords();

} // namespace lento::wording
