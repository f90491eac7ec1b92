#include "app/name_folding.h"

#include "app/patients.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lento::app {

namespace {

// Letters that Unicode does not take apart but people type without their stroke, and Arabic letters that are written
// for one another. Nothing for all others.
QStringView plainLetter(char16_t letter) {
    switch (letter) {
    case u'\u00df': // sharp s
    case u'\u1e9e':
        return u"ss";
    case u'\u00e6':
        return u"ae";
    case u'\u0153':
        return u"oe";
    case u'\u00f8': // o with stroke
        return u"o";
    case u'\u0142': // l with stroke
        return u"l";
    case u'\u0111': // d with stroke
    case u'\u00f0': // eth
        return u"d";
    case u'\u00fe': // thorn
        return u"th";
    case u'\u0127': // h with stroke
        return u"h";
    case u'\u0167': // t with stroke
        return u"t";
    case u'\u014b': // eng
        return u"n";
    case u'\u0131': // dotless i
        return u"i";
    case u'\u0259': // schwa
        return u"e";
    case u'\u0671': // alef wasla
        return u"\u0627";
    case u'\u0649': // alef maksura
        return u"\u064a";
    case u'\u0629': // teh marbuta
        return u"\u0647";
    default:
        return {};
    }
}

constexpr char16_t tatweel = u'\u0640';

bool isApostrophe(char32_t letter) {
    switch (letter) {
    case U'\'':
    case U'`':
    case U'\u00b4':
    case U'\u02bc':
    case U'\u2018':
    case U'\u2019':
        return true;
    default:
        return false;
    }
}

void appendGap(std::string& key, std::size_t start) {
    if (key.size() > start && key.back() != ' ')
        key.push_back(' ');
}

// Any script: through folded().
void appendKeyOfAnyScript(std::string_view name, std::string& key) {
    const std::size_t start = key.size();
    QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    text.removeIf([](QChar letter) { return isApostrophe(letter.unicode()); });
    QString word;
    const auto finishWord = [&] {
        key += word.toStdString();
        word.clear();
    };
    const QString plain = folded(text);
    for (const QChar letter : plain) {
        if (isApostrophe(letter.unicode())) // some letters fold to one and another letter
            continue;
        if (letter.isLetterOrNumber() || letter.isSurrogate()) {
            word += letter;
        } else {
            finishWord();
            appendGap(key, start);
        }
    }
    finishWord();
}

// What the letters from U+00C0 to U+024F and from U+1E00 to U+1EFF become: nearly all names of Latin script, without
// asking Unicode for each of a million.
class LatinTable {
public:
    static constexpr char32_t firstLow = 0xc0, lastLow = 0x24f, firstHigh = 0x1e00, lastHigh = 0x1eff;

    LatinTable() {
        for (std::size_t i = 0; i < m_plain.size(); ++i) {
            const char32_t letter =
                i < lowCount ? firstLow + static_cast<char32_t>(i) : firstHigh + static_cast<char32_t>(i - lowCount);
            std::string key;
            appendKeyOfAnyScript(QString::fromUcs4(&letter, 1).toStdString(), key);
            if (key.size() < m_plain[i].size() && !key.empty())
                std::copy(key.begin(), key.end(), m_plain[i].begin());
        }
    }

    // Empty: ask folded().
    std::string_view plain(char32_t letter) const {
        if (letter >= firstLow && letter <= lastLow)
            return m_plain[letter - firstLow].data();
        if (letter >= firstHigh && letter <= lastHigh)
            return m_plain[lowCount + (letter - firstHigh)].data();
        return {};
    }

private:
    static constexpr std::size_t lowCount = lastLow - firstLow + 1;
    std::array<std::array<char, 4>, lowCount + (lastHigh - firstHigh + 1)> m_plain{};
};

// The code point of a two- or three-byte sequence at `at`, which is moved past it; 0 for anything else.
char32_t decodeShort(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto isFollower = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xc0U) == 0x80U; };
    const unsigned first = byte(at);
    if (first >= 0xc2 && first < 0xe0 && isFollower(at + 1)) {
        const char32_t letter = ((first & 0x1fU) << 6U) | (byte(at + 1) & 0x3fU);
        at += 2;
        return letter;
    }
    if (first >= 0xe1 && first < 0xed && isFollower(at + 1) && isFollower(at + 2)) {
        const char32_t letter = ((first & 0x0fU) << 12U) | ((byte(at + 1) & 0x3fU) << 6U) | (byte(at + 2) & 0x3fU);
        at += 3;
        return letter;
    }
    return 0;
}

} // namespace

QString folded(QStringView text) {
    QString letters = text.toString().normalized(QString::NormalizationForm_KD);
    // Before the case, for one mark becomes a letter with it.
    letters.removeIf([](QChar letter) { return letter.isMark() || letter.unicode() == tatweel; });
    letters = letters.toCaseFolded();
    QString plain;
    plain.reserve(letters.size());
    for (const QChar letter : letters) {
        const QStringView replacement = plainLetter(letter.unicode());
        if (replacement.isEmpty())
            plain += letter;
        else
            plain += replacement;
    }
    return plain;
}

void appendNameKey(std::string_view name, std::string& key) {
    static const LatinTable latin;
    const std::size_t start = key.size();
    for (std::size_t at = 0; at < name.size();) {
        const auto byte = static_cast<unsigned char>(name[at]);
        if (byte < 0x80) {
            ++at;
            if (byte >= 'A' && byte <= 'Z')
                key.push_back(static_cast<char>(byte + ('a' - 'A')));
            else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
                key.push_back(static_cast<char>(byte));
            else if (!isApostrophe(byte))
                appendGap(key, start);
            continue;
        }
        const char32_t letter = decodeShort(name, at);
        const std::string_view plain = latin.plain(letter);
        if (!plain.empty()) {
            key += plain;
        } else if (letter < 0x300 || letter > 0x36f) { // a combining accent is simply dropped
            key.resize(start);
            appendKeyOfAnyScript(name, key);
            break;
        }
    }
    if (key.size() > start && key.back() == ' ')
        key.pop_back();
}

std::string nameKey(std::string_view name) {
    std::string key;
    appendNameKey(name, key);
    return key;
}

std::string numberKey(std::string_view number) {
    std::string key = nameKey(number);
    key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
    return key;
}

} // namespace lento::app
