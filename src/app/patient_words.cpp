#include "app/patient_words.h"

#include "app/name_folding.h"

#include <algorithm>
#include <chrono>

namespace lento::app {

namespace {

bool endsWord(char c) {
    return c == ' ' || c == '\0';
}

// Calls fn(start) for each word of a key but the first of the surname.
template <class Fn>
void forEachLaterWord(std::string_view key, Fn fn) {
    bool between = false;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (endsWord(key[i])) {
            between = true;
        } else if (between) {
            fn(static_cast<std::uint32_t>(i));
            between = false;
        }
    }
}

// sortingPrefix() of the first word of a text.
std::uint64_t wordPrefix(std::string_view text) {
    std::uint64_t prefix = 0;
    std::size_t i = 0;
    for (; i < 8 && i < text.size() && !endsWord(text[i]); ++i)
        prefix = (prefix << 8U) | static_cast<unsigned char>(text[i]);
    return i == 0 ? 0 : prefix << (8U * (8 - i));
}

template <class Rows, class Of>
void makeRoom(Rows& rows, std::size_t row, Of rowOf) {
    for (auto& each : rows) {
        if (rowOf(each) >= row)
            ++rowOf(each);
    }
}

template <class Rows, class Of>
void closeGap(Rows& rows, std::size_t row, Of rowOf) {
    std::erase_if(rows, [&](auto& each) { return rowOf(each) == row; });
    for (auto& each : rows) {
        if (rowOf(each) > row)
            --rowOf(each);
    }
}

// Order by text, then row, when many texts share their first eight bytes: compare those as numbers, look at the text
// only within ties.
struct Sortable {
    std::uint64_t prefix = 0;
    RowNumber row = 0;
    std::uint32_t start = 0;
};

template <class TextOf>
void sortByText(std::vector<Sortable>& all, TextOf textOf) {
    std::sort(all.begin(), all.end(), [](const Sortable& a, const Sortable& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : a.row < b.row;
    });
    for (auto first = all.begin(); first != all.end();) {
        auto last = first;
        while (last != all.end() && last->prefix == first->prefix)
            ++last;
        // A zero as eighth byte says that the text ends before it, so that all of these are the same word.
        if (last - first > 1 && (first->prefix & 0xffU) != 0) {
            std::stable_sort(first, last, [&](const Sortable& a, const Sortable& b) { return textOf(a) < textOf(b); });
        }
        first = last;
    }
}

} // namespace

std::string_view PatientWords::textOf(const PatientRows& rows, const Word& word) {
    const std::string_view rest = rows.key(word.row).substr(word.start);
    return rest.substr(0, rest.find_first_of(std::string_view(" \0", 2)));
}

void PatientWords::build(const PatientRows& rows) {
    std::vector<Sortable> all;
    all.reserve(rows.size() + rows.size() / 4);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string_view key = rows.key(row);
        forEachLaterWord(key, [&](std::uint32_t start) {
            all.push_back({wordPrefix(key.substr(start)), static_cast<RowNumber>(row), start});
        });
    }
    sortByText(all, [&](const Sortable& word) { return textOf(rows, {word.row, word.start}); });
    m_words.clear();
    m_words.reserve(all.size());
    for (const Sortable& word : all)
        m_words.push_back({word.row, word.start});
}

void PatientWords::insertRow(const PatientRows& rows, std::size_t row) {
    makeRoom(m_words, row, [](Word& word) -> RowNumber& { return word.row; });
    forEachLaterWord(rows.key(row), [&](std::uint32_t start) {
        const Word added{static_cast<RowNumber>(row), start};
        const std::string_view text = textOf(rows, added);
        const auto place = std::lower_bound(m_words.begin(), m_words.end(), added, [&](const Word& a, const Word&) {
            const int order = textOf(rows, a).compare(text);
            return order != 0 ? order < 0 : a.row < added.row;
        });
        m_words.insert(place, added);
    });
}

void PatientWords::removeRow(std::size_t row) {
    closeGap(m_words, row, [](Word& word) -> RowNumber& { return word.row; });
}

void PatientWords::addWord(const PatientRows& rows, std::string_view beginning, RowSet& found) const {
    // Rows, by the first word of the surname.
    const auto rowWhere = [&](auto isBefore) {
        std::size_t low = 0;
        std::size_t high = rows.size();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (isBefore(rows.key(middle).substr(0, beginning.size()).compare(beginning)))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    found.addRange(rowWhere([](int order) { return order < 0; }), rowWhere([](int order) { return order <= 0; }));

    const auto first = std::lower_bound(m_words.begin(), m_words.end(), beginning, [&](const Word& word, auto wanted) {
        return textOf(rows, word).substr(0, wanted.size()) < wanted;
    });
    const auto last = std::upper_bound(first, m_words.end(), beginning, [&](auto wanted, const Word& word) {
        return wanted < textOf(rows, word).substr(0, wanted.size());
    });
    for (auto word = first; word != last; ++word)
        found.add(word->row);
}

void PatientWords::addAllWords(const PatientRows& rows, std::string_view key, RowSet& found) const {
    std::size_t at = key.find(' ');
    if (at == std::string_view::npos) {
        if (!key.empty())
            addWord(rows, key, found);
        return;
    }
    RowSet common(rows.size());
    addWord(rows, key.substr(0, at), common);
    while (at != std::string_view::npos) {
        const std::size_t next = key.find(' ', at + 1);
        RowSet more(rows.size());
        addWord(rows, key.substr(at + 1, next == std::string_view::npos ? next : next - at - 1), more);
        common.keepCommon(more);
        at = next;
    }
    found.join(common);
}

void RecordNumbers::build(const PatientRows& rows) {
    std::string keys; // each ends with a zero
    std::vector<Sortable> all;
    all.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string key = numberKey(rows.recordNumber(row));
        if (key.empty())
            continue;
        all.push_back({sortingPrefix(key), static_cast<RowNumber>(row), static_cast<std::uint32_t>(keys.size())});
        keys.append(key).push_back('\0');
    }
    sortByText(all, [&](const Sortable& each) { return std::string_view(keys.data() + each.start); });
    m_rows.clear();
    m_rows.reserve(all.size());
    for (const Sortable& each : all)
        m_rows.push_back(each.row);
}

void RecordNumbers::insertRow(const PatientRows& rows, std::size_t row) {
    makeRoom(m_rows, row, [](RowNumber& number) -> RowNumber& { return number; });
    const std::string key = numberKey(rows.recordNumber(row));
    if (key.empty())
        return;
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row, [&](RowNumber a, std::size_t added) {
        const int order = numberKey(rows.recordNumber(a)).compare(key);
        return order != 0 ? order < 0 : a < added;
    });
    m_rows.insert(place, static_cast<RowNumber>(row));
}

void RecordNumbers::removeRow(std::size_t row) {
    closeGap(m_rows, row, [](RowNumber& number) -> RowNumber& { return number; });
}

void RecordNumbers::add(const PatientRows& rows, std::string_view beginning, RowSet& found) const {
    if (beginning.empty())
        return;
    const auto beginningOf = [&](RowNumber row) {
        return numberKey(rows.recordNumber(row)).substr(0, beginning.size());
    };
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), beginning,
                                        [&](RowNumber row, auto wanted) { return beginningOf(row) < wanted; });
    const auto last = std::upper_bound(first, m_rows.end(), beginning,
                                       [&](auto wanted, RowNumber row) { return wanted < beginningOf(row); });
    for (auto row = first; row != last; ++row)
        found.add(*row);
}

void BirthDays::build(const PatientRows& rows) {
    m_start.clear();
    m_rows.clear();
    if (rows.size() == 0)
        return;
    std::int32_t lastDay = m_firstDay = rows.birthDay(0);
    for (std::size_t row = 1; row < rows.size(); ++row) {
        m_firstDay = std::min(m_firstDay, rows.birthDay(row));
        lastDay = std::max(lastDay, rows.birthDay(row));
    }
    m_start.resize(static_cast<std::size_t>(lastDay - m_firstDay) + 2);
    const auto dayOf = [&](std::size_t row) { return static_cast<std::size_t>(rows.birthDay(row) - m_firstDay); };
    for (std::size_t row = 0; row < rows.size(); ++row)
        ++m_start[dayOf(row) + 1];
    for (std::size_t i = 1; i < m_start.size(); ++i)
        m_start[i] += m_start[i - 1];
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    m_rows.resize(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        m_rows[next[dayOf(row)]++] = static_cast<RowNumber>(row);
}

void BirthDays::add(const BirthPattern& pattern, RowSet& found) const {
    using namespace std::chrono;
    const auto yearOf = [](std::int32_t day) { return int{year_month_day(sys_days(days(day))).year()}; };
    const int lastYear = yearOf(m_firstDay + static_cast<std::int32_t>(m_start.size()) - 2);
    for (int y = yearOf(m_firstDay); y <= lastYear; ++y) {
        if (!pattern.yearFits(y))
            continue;
        for (unsigned m = 1; m <= 12; ++m) {
            for (unsigned d = 1; d <= 31 && ((pattern.months >> m) & 1U) != 0; ++d) {
                const year_month_day date{year(y), month(m), day(d)};
                if (((pattern.days >> d) & 1U) == 0 || !date.ok())
                    continue;
                const auto number = static_cast<std::int64_t>(sys_days(date).time_since_epoch().count()) - m_firstDay;
                if (number < 0 || number + 1 >= static_cast<std::int64_t>(m_start.size()))
                    continue;
                const auto at = static_cast<std::size_t>(number);
                for (std::uint32_t i = m_start[at]; i < m_start[at + 1]; ++i)
                    found.add(m_rows[i]);
            }
        }
    }
}

void BirthDays::add(const std::vector<BirthPattern>& patterns, RowSet& found) const {
    if (m_rows.empty())
        return;
    for (const BirthPattern& pattern : patterns)
        add(pattern, found);
}

} // namespace lento::app
