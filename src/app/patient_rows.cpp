#include "app/patient_rows.h"

#include "app/name_folding.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace lento::app {

namespace {

constexpr std::uint64_t otherIdMark = ~std::uint64_t{0}; // no UUIDv7 before the year 10889

constexpr std::uint8_t noDigit = 0xff;

// By a table, for this runs over every id of a clinic when it is opened.
constexpr std::array<std::uint8_t, 256> hexDigits = [] {
    std::array<std::uint8_t, 256> digits{};
    digits.fill(noDigit);
    for (std::uint8_t i = 0; i < 10; ++i)
        digits[std::size_t{'0'} + i] = i;
    for (std::uint8_t i = 0; i < 6; ++i)
        digits[std::size_t{'a'} + i] = static_cast<std::uint8_t>(10 + i);
    return digits;
}();

constexpr bool isHyphenPlace(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

// Takes `count` digits at `from`; anything that is no digit shows in `wrong`.
std::uint64_t hexNumber(std::string_view text, std::size_t from, std::size_t count, unsigned& wrong) {
    std::uint64_t number = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        const std::uint8_t digit = hexDigits[static_cast<unsigned char>(text[i])];
        wrong |= digit;
        number = (number << 4U) | (digit & 0xfU);
    }
    return number;
}

// A UUID in its one text form; false for any other text.
bool parseUuid(std::string_view text, std::uint64_t& high, std::uint64_t& low) {
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return false;
    unsigned wrong = 0;
    high = hexNumber(text, 0, 8, wrong) << 32U;
    high |= hexNumber(text, 9, 4, wrong) << 16U;
    high |= hexNumber(text, 14, 4, wrong);
    low = hexNumber(text, 19, 4, wrong) << 48U;
    low |= hexNumber(text, 24, 12, wrong);
    return (wrong & 0xf0U) == 0 && high != otherIdMark;
}

std::string uuidText(std::uint64_t high, std::uint64_t low) {
    std::string text(36, '-');
    std::size_t digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isHyphenPlace(i))
            continue;
        const std::uint64_t half = digits < 16 ? high : low;
        text[i] = "0123456789abcdef"[(half >> (60 - 4 * (digits % 16))) & 0xfU];
        ++digits;
    }
    return text;
}

std::string_view cut(std::string_view text) {
    if (text.size() <= PatientRows::longestText)
        return text;
    std::size_t end = PatientRows::longestText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
        --end; // not within a letter
    return text.substr(0, end);
}

} // namespace

std::uint64_t sortingPrefix(std::string_view text) {
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 8; ++i)
        prefix = (prefix << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return prefix;
}

void PatientRows::reserve(std::size_t rows) {
    m_rows.reserve(rows);
    m_ids.reserve(rows);
    m_text.reserve(rows * 48);
}

std::string_view PatientRows::part(std::uint32_t from, std::size_t length) const {
    return std::string_view(m_text).substr(from, length);
}

std::string_view PatientRows::surname(std::size_t row) const {
    return part(m_rows[row].text, m_rows[row].surname);
}

std::string_view PatientRows::given(std::size_t row) const {
    return part(m_rows[row].text + m_rows[row].surname, m_rows[row].given);
}

std::string_view PatientRows::recordNumber(std::size_t row) const {
    const Row& r = m_rows[row];
    return part(r.text + r.surname + r.given, r.number);
}

std::string_view PatientRows::keyOf(const Row& row) const {
    return part(row.text + row.surname + row.given + row.number, row.key);
}

std::string_view PatientRows::key(std::size_t row) const {
    return keyOf(m_rows[row]);
}

PatientRows::PackedId PatientRows::pack(const core::PatientId& id) {
    if (const auto known = packed(id))
        return *known;
    m_otherIds.push_back(id.text());
    return {otherIdMark, m_otherIds.size() - 1};
}

std::optional<PatientRows::PackedId> PatientRows::packed(const core::PatientId& id) const {
    PackedId packedId;
    if (parseUuid(id.text(), packedId.high, packedId.low))
        return packedId;
    const auto other = std::find(m_otherIds.begin(), m_otherIds.end(), id.text());
    if (other == m_otherIds.end())
        return std::nullopt;
    return PackedId{otherIdMark, static_cast<std::uint64_t>(other - m_otherIds.begin())};
}

core::PatientId PatientRows::unpacked(const PackedId& id) const {
    return core::PatientId(id.high == otherIdMark ? m_otherIds[id.low] : uuidText(id.high, id.low));
}

core::PatientId PatientRows::id(std::size_t row) const {
    return unpacked(m_ids[row]);
}

PatientIndex::Entry PatientRows::entry(std::size_t row) const {
    return {id(row),
            std::string(surname(row)),
            std::string(given(row)),
            std::string(recordNumber(row)),
            core::Date::fromDayNumber(m_rows[row].birthDay),
            m_rows[row].status};
}

PatientRows::Row PatientRows::makeRow(const PatientIndex::Entry& entry) {
    const std::string_view surname = cut(entry.surname);
    const std::string_view given = cut(entry.given);
    const std::string_view number = cut(entry.recordNumber);
    Row row;
    row.text = static_cast<std::uint32_t>(m_text.size());
    m_text.append(surname).append(given).append(number);
    const std::size_t keyStart = m_text.size();
    appendNameKey(surname, m_text);
    m_text.push_back('\0');
    appendNameKey(given, m_text);
    if (m_text.size() - keyStart > longestText)
        m_text.resize(keyStart + longestText);
    row.surname = static_cast<std::uint16_t>(surname.size());
    row.given = static_cast<std::uint16_t>(given.size());
    row.number = static_cast<std::uint16_t>(number.size());
    row.key = static_cast<std::uint16_t>(m_text.size() - keyStart);
    row.birthDay = entry.birthDate.dayNumber();
    row.status = entry.status;
    return row;
}

void PatientRows::append(const PatientIndex::Entry& entry) {
    m_ids.push_back(pack(entry.id));
    m_rows.push_back(makeRow(entry));
}

void PatientRows::append(const PatientRows& others) {
    const auto textBefore = static_cast<std::uint32_t>(m_text.size());
    const std::uint64_t otherIdsBefore = m_otherIds.size();
    m_text += others.m_text;
    m_rows.reserve(m_rows.size() + others.m_rows.size());
    for (Row row : others.m_rows) {
        row.text += textBefore;
        m_rows.push_back(row);
    }
    m_ids.reserve(m_ids.size() + others.m_ids.size());
    for (PackedId id : others.m_ids) {
        if (id.high == otherIdMark)
            id.low += otherIdsBefore;
        m_ids.push_back(id);
    }
    m_otherIds.insert(m_otherIds.end(), others.m_otherIds.begin(), others.m_otherIds.end());
    m_unusedText += others.m_unusedText;
}

bool PatientRows::isBefore(const Row& a, const PackedId& idOfA, const Row& b, const PackedId& idOfB) const {
    if (const int order = keyOf(a).compare(keyOf(b)); order != 0)
        return order < 0;
    if (a.birthDay != b.birthDay)
        return a.birthDay < b.birthDay;
    return std::tie(idOfA.high, idOfA.low) < std::tie(idOfB.high, idOfB.low);
}

void PatientRows::sort() {
    // Sixteen bytes of the key decide nearly always, without going to the text; the rest is put right within ties.
    struct Place {
        std::uint64_t high = 0, low = 0;
        RowNumber row = 0;
    };
    std::vector<Place> places(m_rows.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::string_view key = keyOf(m_rows[i]);
        places[i] = {sortingPrefix(key), sortingPrefix(key.substr(std::min<std::size_t>(8, key.size()))),
                     static_cast<RowNumber>(i)};
    }
    const auto byPrefix = [](const Place& a, const Place& b) {
        return a.high != b.high ? a.high < b.high : a.low < b.low;
    };
    std::sort(places.begin(), places.end(), byPrefix);
    for (auto first = places.begin(); first != places.end();) {
        auto last = std::next(first);
        while (last != places.end() && last->high == first->high && last->low == first->low)
            ++last;
        if (last - first > 1) {
            std::sort(first, last, [this](const Place& a, const Place& b) {
                return isBefore(m_rows[a.row], m_ids[a.row], m_rows[b.row], m_ids[b.row]);
            });
        }
        first = last;
    }
    std::vector<Row> rows(m_rows.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        rows[i] = m_rows[places[i].row];
    m_rows = std::move(rows);
    std::vector<PackedId> ids(m_ids.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        ids[i] = m_ids[places[i].row];
    m_ids = std::move(ids);
}

std::optional<std::size_t> PatientRows::rowOf(const core::PatientId& id) const {
    const auto wanted = packed(id);
    if (!wanted)
        return std::nullopt;
    const auto found = std::find(m_ids.begin(), m_ids.end(), *wanted);
    if (found == m_ids.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_ids.begin());
}

std::size_t PatientRows::insert(const PatientIndex::Entry& entry) {
    const PackedId id = pack(entry.id);
    const Row row = makeRow(entry);
    std::size_t low = 0;
    std::size_t high = m_rows.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (isBefore(m_rows[middle], m_ids[middle], row, id))
            low = middle + 1;
        else
            high = middle;
    }
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(low), row);
    m_ids.insert(m_ids.begin() + static_cast<std::ptrdiff_t>(low), id);
    return low;
}

void PatientRows::remove(std::size_t row) {
    const Row& r = m_rows[row];
    m_unusedText += std::size_t{r.surname} + r.given + r.number + r.key;
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
    m_ids.erase(m_ids.begin() + static_cast<std::ptrdiff_t>(row));
    if (m_unusedText > 4096 && m_unusedText > m_text.size() / 2)
        compact();
}

void PatientRows::compact() {
    std::string text;
    text.reserve(m_text.size() - m_unusedText);
    for (Row& row : m_rows) {
        const std::size_t length = std::size_t{row.surname} + row.given + row.number + row.key;
        const auto start = static_cast<std::uint32_t>(text.size());
        text += part(row.text, length);
        row.text = start;
    }
    m_text = std::move(text);
    m_unusedText = 0;
}

} // namespace lento::app
