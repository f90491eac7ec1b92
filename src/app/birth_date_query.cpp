#include "app/birth_date_query.h"

#include <array>
#include <charconv>

namespace lento::app {

namespace {

struct Field {
    std::string_view text;
    bool isNumber = false;
    bool unfinished = false; // the last one, with nothing after it
};

struct Fields {
    std::array<Field, 3> at{};
    std::size_t count = 0;
    bool stroke = false; // some separator was '/'
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}
bool isSeparator(char c) {
    return c == '-' || c == '.' || c == '/' || c == ' ';
}

// Runs of digits and of letters; count 0 if there is anything else or too much.
Fields fieldsOf(std::string_view text) {
    Fields fields;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            if (fields.count == 0)
                return {};
            fields.stroke = fields.stroke || text[at] == '/';
            ++at;
            continue;
        }
        const bool number = isDigit(text[at]);
        std::size_t end = at;
        while (end < text.size() && (number ? isDigit(text[end]) : isLetter(text[end])))
            ++end;
        if (end == at || fields.count == fields.at.size())
            return {};
        fields.at[fields.count++] = {text.substr(at, end - at), number, end == text.size()};
        at = end;
    }
    return fields;
}

bool isShort(const Field& field) {
    return field.isNumber && field.text.size() <= 2;
}
bool isFullYear(const Field& field) {
    return field.isNumber && field.text.size() == 4;
}
bool isYear(const Field& field) {
    return field.isNumber && (field.text.size() == 2 || field.text.size() == 4 || field.unfinished) &&
           field.text.size() <= 4;
}

int numberOf(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// The values from 1 to `highest` that a one- or two-digit field may stand for.
std::uint32_t fitting(const Field& field, int highest) {
    if (!isShort(field))
        return 0;
    std::uint32_t fits = 0;
    for (int value = 1; value <= highest; ++value) {
        const std::string plain = std::to_string(value);
        const std::string padded = value < 10 ? "0" + plain : plain;
        if (numberOf(field.text) == value ||
            (field.unfinished && (plain.starts_with(field.text) || padded.starts_with(field.text))))
            fits |= 1U << static_cast<unsigned>(value);
    }
    return fits;
}

std::uint32_t daysOf(const Field& field) {
    return fitting(field, 31);
}

std::uint32_t monthsOf(const Field& field) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    if (field.isNumber)
        return fitting(field, 12);
    if (field.text.size() < 3 && !field.unfinished)
        return 0;
    std::uint32_t fits = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].starts_with(field.text))
            fits |= 1U << (i + 1);
    }
    return fits;
}

class Meanings {
public:
    void add(std::uint32_t days, std::uint32_t months, const Field* year = nullptr) {
        if (days == 0 || months == 0 || (year != nullptr && !isYear(*year)))
            return;
        BirthPattern pattern{days, months, {}, false};
        if (year != nullptr) {
            pattern.year = year->text;
            pattern.yearUnfinished = year->unfinished;
        }
        m_patterns.push_back(std::move(pattern));
    }
    std::vector<BirthPattern> take() { return std::move(m_patterns); }

private:
    std::vector<BirthPattern> m_patterns;
};

constexpr std::uint32_t any = ~0U;

void addOne(const Field& field, Meanings& meanings) {
    if (!field.isNumber)
        return;
    if (field.text.size() == 4) {
        meanings.add(any, any, &field);
    } else if (field.text.size() == 8) {
        const auto part = [&](std::size_t from, std::size_t length) {
            return Field{field.text.substr(from, length), true, false};
        };
        const Field yearLast = part(4, 4);
        const Field yearFirst = part(0, 4);
        meanings.add(daysOf(part(0, 2)), monthsOf(part(2, 2)), &yearLast);
        meanings.add(daysOf(part(6, 2)), monthsOf(part(4, 2)), &yearFirst);
    } else if (!field.unfinished) { // "12-"
        meanings.add(daysOf(field), any);
    }
}

void addTwo(const Fields& fields, Meanings& meanings) {
    const auto& [first, second, unused] = fields.at;
    if (isFullYear(first)) {
        meanings.add(any, monthsOf(second), &first);
        return;
    }
    if (first.isNumber) {
        meanings.add(daysOf(first), monthsOf(second));
        if (fields.stroke && second.isNumber)
            meanings.add(daysOf(second), monthsOf(first));
        if (second.isNumber && second.text.size() > 2)
            meanings.add(any, monthsOf(first), &second);
        return;
    }
    if (second.isNumber) {
        meanings.add(daysOf(second), monthsOf(first));
        if (second.text.size() >= 2)
            meanings.add(any, monthsOf(first), &second);
    }
}

void addThree(const Fields& fields, Meanings& meanings) {
    const auto& [first, second, third] = fields.at;
    if (isFullYear(first)) {
        meanings.add(daysOf(third), monthsOf(second), &first);
        return;
    }
    if (!third.isNumber)
        return;
    if (first.isNumber)
        meanings.add(daysOf(first), monthsOf(second), &third);
    if (second.isNumber && (!first.isNumber || fields.stroke))
        meanings.add(daysOf(second), monthsOf(first), &third);
}

} // namespace

bool BirthPattern::yearFits(int value) const {
    if (year.empty())
        return true;
    const std::string full = std::to_string(value);
    const std::string_view twoDigits = std::string_view(full).substr(2);
    if (full == year || twoDigits == year)
        return true;
    return yearUnfinished && (full.starts_with(year) || twoDigits.starts_with(year));
}

std::vector<BirthPattern> birthPatterns(std::string_view text) {
    const Fields fields = fieldsOf(text);
    Meanings meanings;
    if (fields.count == 1)
        addOne(fields.at[0], meanings);
    else if (fields.count == 2)
        addTwo(fields, meanings);
    else if (fields.count == 3)
        addThree(fields, meanings);
    return meanings.take();
}

} // namespace lento::app
