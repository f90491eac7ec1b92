#include "core/blank_text.h"

#include <algorithm>
#include <array>

namespace lento::core {

namespace {

// White space of Unicode, and what has no width at all.
constexpr std::array<std::string_view, 32> blanks{" ",
                                                  "\t",
                                                  "\n",
                                                  "\v",
                                                  "\f",
                                                  "\r",
                                                  "\xC2\x85",
                                                  "\xC2\xA0",
                                                  "\xE1\x9A\x80",
                                                  "\xE2\x80\x80",
                                                  "\xE2\x80\x81",
                                                  "\xE2\x80\x82",
                                                  "\xE2\x80\x83",
                                                  "\xE2\x80\x84",
                                                  "\xE2\x80\x85",
                                                  "\xE2\x80\x86",
                                                  "\xE2\x80\x87",
                                                  "\xE2\x80\x88",
                                                  "\xE2\x80\x89",
                                                  "\xE2\x80\x8A",
                                                  "\xE2\x80\x8B",
                                                  "\xE2\x80\x8C",
                                                  "\xE2\x80\x8D",
                                                  "\xE2\x80\xA8",
                                                  "\xE2\x80\xA9",
                                                  "\xE2\x80\xAF",
                                                  "\xE2\x81\x9F",
                                                  "\xE2\x81\xA0",
                                                  "\xE3\x80\x80",
                                                  "\xEF\xBB\xBF",
                                                  "\xC2\xAD",
                                                  "\xE2\x80\x8E"};

// How many bytes of blank it begins with; 0: none.
std::size_t blankAtFront(std::string_view utf8) {
    const auto* const blank =
        std::find_if(blanks.begin(), blanks.end(), [&](std::string_view each) { return utf8.starts_with(each); });
    return blank == blanks.end() ? 0 : blank->size();
}

} // namespace

bool isBlank(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::size_t length = blankAtFront(utf8);
        if (length == 0)
            return false;
        utf8.remove_prefix(length);
    }
    return true;
}

std::string withoutBlanks(std::string_view utf8) {
    std::string kept;
    while (!utf8.empty()) {
        const std::size_t length = blankAtFront(utf8);
        if (length == 0)
            kept.push_back(utf8.front());
        utf8.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return kept;
}

} // namespace lento::core
