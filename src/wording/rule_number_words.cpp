#include "wording/rule_number_words.h"

#include "wording/rule_number_word_families.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lento::wording {

namespace {

// Codes of numbers.json that are words on the screen.
struct Code {
    std::string_view code;
    const char* text;
};
constexpr std::array codes = {
    Code{"BLOCK-OVR", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "a reason is needed")},
    Code{"HARD", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "never possible")},
    Code{"INFORM", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "information")},
    Code{"OTHER", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "other")},
    Code{"WARN", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "caution")},
    Code{"percent-of-current", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "the present dose")},
    Code{"percent-of-start", QT_TRANSLATE_NOOP("lento::wording::rule_numbers", "the starting dose")},
};

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::rule_numbers", source);
}

const NumberWords* find(std::string_view key) {
    for (const std::span<const NumberWords> family :
         {sharedNumberWords(), planNumberWords(), patientNumberWords(), visitNumberWords(), pumpNumberWords()}) {
        const auto found = std::ranges::lower_bound(family, key, {}, &NumberWords::key);
        if (found != family.end() && found->key == key)
            return &*found;
    }
    return nullptr;
}

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

bool hasRuleNumberWords(std::string_view key) {
    return find(key) != nullptr;
}

QString ruleNumberName(std::string_view key) {
    const NumberWords* words = find(key);
    return words ? translated(words->name) : fromUtf8(key).replace(u'_', u' ');
}

QString ruleNumberValue(std::string_view key, std::string_view value) {
    const auto code = std::ranges::find(codes, value, &Code::code);
    if (code != codes.end())
        return translated(code->text);
    const NumberWords* words = find(key);
    return words && words->unit ? translated(words->unit).arg(fromUtf8(value)) : fromUtf8(value);
}

} // namespace lento::wording
