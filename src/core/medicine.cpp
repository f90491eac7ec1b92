#include "core/medicine.h"

#include <algorithm>
#include <cassert>

namespace lento::core {

namespace {

// U+00C0 to U+017F without their accents; a space where no letter stands. Two letters are written one after the other
// in foldedInto.
constexpr std::string_view latinFrom00C0 = "aaaaaaaceeeeiiii"
                                           "dnooooo ouuuuyts"
                                           "aaaaaaaceeeeiiii"
                                           "dnooooo ouuuuyty"
                                           "aaaaaaccccccccdd"
                                           "ddeeeeeeeeeegggg"
                                           "gggghhhhiiiiiiii"
                                           "iiiijjkkklllllll"
                                           "lllnnnnnnnnnoooo"
                                           "oooorrrrrrssssss"
                                           "ssttttttuuuuuuuu"
                                           "uuuuwwyyyzzzzzzs";
constexpr char32_t firstFolded = 0x00C0;
constexpr char32_t firstMark = 0x0300; // combining accents
constexpr char32_t lastMark = 0x036F;

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// One code point of UTF-8 from `at` on; a byte that begins none counts as a separator.
char32_t codePoint(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80U)
        return first;
    const int more = first >= 0xF0U ? 3 : first >= 0xE0U ? 2 : first >= 0xC0U ? 1 : 0;
    if (more == 0)
        return U' ';
    char32_t point = first & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U)
            return U' ';
        point = (point << 6U) | (byte(at++) & 0x3FU);
    }
    return point;
}

// The letter or digit that a code point stands for, a space for a separator, nothing for a mark.
void foldedInto(char32_t point, std::string& words) {
    char letter = ' ';
    if (point >= U'A' && point <= U'Z')
        letter = static_cast<char>(point - U'A' + U'a');
    else if ((point >= U'a' && point <= U'z') || (point >= U'0' && point <= U'9'))
        letter = static_cast<char>(point);
    else if (point >= firstMark && point <= lastMark)
        return;
    else if (point >= firstFolded && point - firstFolded < latinFrom00C0.size())
        letter = latinFrom00C0[point - firstFolded];
    const char before = words.empty() ? ' ' : words.back();
    const bool parts = (isLetter(before) && isDigit(letter)) || (isDigit(before) && isLetter(letter));
    if (parts)
        words.push_back(' ');
    if (letter != ' ' || before != ' ')
        words.push_back(letter);
    // The ligatures and the sharp s stand for two letters.
    if (point == 0x00C6 || point == 0x00E6 || point == 0x0152 || point == 0x0153)
        words.push_back('e');
    else if (point == 0x00DF)
        words.push_back('s');
}

std::vector<std::string_view> cut(std::string_view words) {
    std::vector<std::string_view> parts;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        parts.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return parts;
}

} // namespace

std::string foldedWords(std::string_view utf8) {
    std::string words;
    words.reserve(utf8.size() + 4);
    for (std::size_t at = 0; at < utf8.size();)
        foldedInto(codePoint(utf8, at), words);
    if (!words.empty() && words.back() == ' ')
        words.pop_back();
    return words;
}

MedicineList MedicineList::of(std::vector<MedicineClass> classes, const std::vector<MedicineBrand>& brands) {
    assert(classes.size() <= mostClasses);
    MedicineList list;
    list.m_classes = std::move(classes);
    for (std::size_t i = 0; i < list.m_classes.size(); ++i) {
        const Mask bit = Mask{1} << i;
        for (const std::string& name : list.m_classes[i].names)
            list.add(name, bit);
        for (const std::string& ending : list.m_classes[i].endings) {
            Ending& made = list.m_endings.emplace_back(Ending{foldedWords(ending), bit, {}});
            for (const std::string& exception : list.m_classes[i].exceptions)
                made.exceptions.push_back(foldedWords(exception));
        }
    }
    list.sortNames();
    std::vector<std::pair<std::string, Mask>> branded;
    for (const MedicineBrand& brand : brands) {
        Mask mask = 0;
        for (const std::string& generic : brand.generics)
            mask |= list.maskOf(foldedWords(generic));
        branded.emplace_back(brand.brand, mask);
    }
    for (const auto& [brand, mask] : branded)
        list.add(brand, mask);
    list.sortNames();
    return list;
}

void MedicineList::add(std::string_view name, Mask classes) {
    Name made{foldedWords(name), 1, classes};
    made.count = static_cast<std::size_t>(std::count(made.words.begin(), made.words.end(), ' ')) + 1;
    m_longest = std::max(m_longest, made.count);
    m_names.push_back(std::move(made));
}

// A name that stands in two classes, such as fentanyl beside a pump, becomes one with both.
void MedicineList::sortNames() {
    std::sort(m_names.begin(), m_names.end(), [](const Name& a, const Name& b) { return a.words < b.words; });
    std::vector<Name> merged;
    for (Name& name : m_names) {
        if (!merged.empty() && merged.back().words == name.words)
            merged.back().classes |= name.classes;
        else
            merged.push_back(std::move(name));
    }
    m_names = std::move(merged);
}

MedicineList::Mask MedicineList::maskOf(std::string_view folded) const {
    Mask mask = 0;
    const std::vector<std::string_view> words = cut(folded);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t count = 1; count <= m_longest && i + count <= words.size(); ++count) {
            const char* end = words[i + count - 1].data() + words[i + count - 1].size();
            const std::string_view phrase(words[i].data(), static_cast<std::size_t>(end - words[i].data()));
            const auto found =
                std::lower_bound(m_names.begin(), m_names.end(), phrase,
                                 [](const Name& name, std::string_view wanted) { return name.words < wanted; });
            if (found != m_names.end() && found->words == phrase)
                mask |= found->classes;
        }
        for (const Ending& ending : m_endings) {
            if (words[i].size() > ending.text.size() && words[i].ends_with(ending.text) &&
                std::find(ending.exceptions.begin(), ending.exceptions.end(), words[i]) == ending.exceptions.end())
                mask |= ending.classes;
        }
    }
    return mask;
}

std::vector<const MedicineClass*> MedicineList::classesOf(std::string_view typed) const {
    const Mask mask = maskOf(foldedWords(typed));
    std::vector<const MedicineClass*> found;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        if ((mask >> i & 1U) != 0)
            found.push_back(&m_classes[i]);
    }
    return found;
}

const MedicineClass* MedicineList::find(RuleId rule) const {
    const auto found =
        std::find_if(m_classes.begin(), m_classes.end(), [&](const MedicineClass& each) { return each.rule == rule; });
    return found == m_classes.end() ? nullptr : &*found;
}

} // namespace lento::core
