#include "wording/finding_words.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

constexpr std::array<FindingWords, 1> rows = {{
    {"TAP-7", QT_TRANSLATE_NOOP("lento::wording::findings", "Large first step"),
     QT_TRANSLATE_NOOP("lento::wording::findings", "The first step is large; a finer product makes a smaller one.")},
}};

} // namespace

std::span<const FindingWords> findingWords() {
    return rows;
}

const FindingWords* wordsFor(std::string_view key) {
    for (const FindingWords& row : rows) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

} // namespace lento::wording
