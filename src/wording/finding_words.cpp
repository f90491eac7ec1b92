#include "wording/finding_words.h"

#include "wording/finding_word_families.h"

#include <algorithm>
#include <vector>

namespace lento::wording {

namespace {

// Sorted by key across the families, so that one search finds the words of any rule.
std::vector<FindingWords> sortedWords() {
    std::vector<FindingWords> all;
    for (const std::span<const FindingWords> family :
         {doseWords(), titrationWords(), indicationWords(), taperWords(), renalWords(), interactionWords(),
          safetyWords(), paediatricWords(), pregnancyWords(), monitoringWords(), interruptionWords(), pumpWords(),
          visitWords()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    std::ranges::sort(all, {}, &FindingWords::key);
    return all;
}

} // namespace

std::span<const FindingWords> findingWords() {
    static const std::vector<FindingWords> all = sortedWords();
    return all;
}

const FindingWords* wordsFor(std::string_view key) {
    const std::span<const FindingWords> all = findingWords();
    const auto found = std::ranges::lower_bound(all, key, {}, &FindingWords::key);
    return found != all.end() && found->key == key ? &*found : nullptr;
}

} // namespace lento::wording
