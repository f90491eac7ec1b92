#include "app/birth_date_query.h"
#include "app/name_folding.h"
#include "app/patient_rows.h"
#include "app/patient_words.h"
#include "app/patients.h"
#include "app/row_set.h"

#include <algorithm>
#include <functional>
#include <future>

namespace lento::app {

// What a search walks over, beside the rows themselves.
struct PatientIndex::Data {
    PatientRows rows;
    PatientWords words;
    RecordNumbers numbers;
    BirthDays births;

    void index() {
        // Words take as long as the rest together; where no thread is to be had they are built at get().
        std::future<void> built = std::async(std::launch::async | std::launch::deferred, [this] { words.build(rows); });
        numbers.build(rows);
        births.build(rows);
        built.get();
    }
    void insert(const Entry& entry) {
        const std::size_t row = rows.insert(entry);
        words.insertRow(rows, row);
        numbers.insertRow(rows, row);
        births.build(rows);
    }
    void remove(std::size_t row) {
        words.removeRow(row);
        numbers.removeRow(row);
        rows.remove(row);
        births.build(rows);
    }

    RowSet matchingPiece(const std::string& piece) const;
    RowSet matchingTogether(const std::vector<std::string>& pieces) const;
};

struct PatientIndex::Matches::State {
    std::size_t count = 0;
    std::optional<RowSet> rows; // nothing: all
};

namespace {

// The largest number of pieces that are tried as one record number or date: "48 39 26 01 75".
constexpr std::size_t mostJoined = 6;
constexpr std::size_t mostInDate = 3;

// The typed text at its blanks, commas and semicolons, in lower case without accents.
std::vector<std::string> piecesOf(const QString& text) {
    std::vector<std::string> pieces;
    QString piece;
    const auto finish = [&] {
        // Without a letter or digit there is nothing to look for.
        if (std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            pieces.push_back(piece.toStdString());
        piece.clear();
    };
    const QString plain = folded(text);
    for (const QChar letter : plain) {
        if (letter.isSpace() || letter == u',' || letter == u';')
            finish();
        else
            piece += letter;
    }
    finish();
    return pieces;
}

bool hasDigit(const std::string& piece) {
    return std::any_of(piece.begin(), piece.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string joinedBy(char separator, const std::vector<std::string>& pieces, std::size_t from, std::size_t count) {
    std::string joined = pieces[from];
    for (std::size_t i = 1; i < count; ++i)
        joined += separator + pieces[from + i];
    return joined;
}

// How many pieces from `from` on may be one number or one date that was typed with blanks; at least 1.
std::size_t runLength(const std::vector<std::string>& pieces, std::size_t from) {
    for (std::size_t count = std::min(mostJoined, pieces.size() - from); count > 1; --count) {
        const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(from);
        if (std::all_of(first, first + static_cast<std::ptrdiff_t>(count), hasDigit))
            return count;
        if (count <= mostInDate && !birthPatterns(joinedBy(' ', pieces, from, count)).empty())
            return count;
    }
    return 1;
}

} // namespace

RowSet PatientIndex::Data::matchingPiece(const std::string& piece) const {
    RowSet found(rows.size());
    words.addAllWords(rows, nameKey(piece), found);
    numbers.add(rows, numberKey(piece), found);
    births.add(birthPatterns(piece), found);
    return found;
}

RowSet PatientIndex::Data::matchingTogether(const std::vector<std::string>& pieces) const {
    RowSet found = matchingPiece(pieces.front());
    for (std::size_t i = 1; i < pieces.size(); ++i)
        found.keepCommon(matchingPiece(pieces[i]));
    if (pieces.size() > 1) {
        numbers.add(rows, numberKey(joinedBy(' ', pieces, 0, pieces.size())), found);
        births.add(birthPatterns(joinedBy(' ', pieces, 0, pieces.size())), found);
    }
    return found;
}

PatientIndex PatientIndex::build(const std::vector<Entry>& entries) {
    return build(entries.size(), [&entries](const Sink& sink) {
        for (const Entry& entry : entries)
            sink(entry);
    });
}

PatientIndex PatientIndex::build(std::size_t expected, const Source& source) {
    return build(expected, std::vector<Source>{source});
}

PatientIndex PatientIndex::build(std::size_t expected, const std::vector<Source>& sources) {
    const auto rowsOf = [](std::size_t count, const Source& source) {
        PatientRows rows;
        rows.reserve(count);
        source([&rows](const Entry& entry) { rows.append(entry); });
        return rows;
    };
    std::vector<std::future<PatientRows>> others;
    for (std::size_t i = 1; i < sources.size(); ++i)
        others.push_back(std::async(std::launch::async | std::launch::deferred, rowsOf, expected / sources.size(),
                                    std::cref(sources[i])));
    PatientIndex index;
    index.m_data = std::make_shared<Data>();
    PatientRows& rows = index.m_data->rows;
    if (!sources.empty())
        rows = rowsOf(expected, sources.front());
    for (std::future<PatientRows>& other : others)
        rows.append(other.get());
    rows.sort();
    index.m_data->index();
    return index;
}

std::size_t PatientIndex::size() const noexcept {
    return m_data ? m_data->rows.size() : 0;
}

PatientIndex::Entry PatientIndex::entry(std::size_t row) const {
    return m_data->rows.entry(row);
}

core::PatientId PatientIndex::idAt(std::size_t row) const {
    return m_data->rows.id(row);
}

std::optional<std::size_t> PatientIndex::rowOf(const core::PatientId& id) const {
    return m_data ? m_data->rows.rowOf(id) : std::nullopt;
}

QString PatientIndex::nameAt(std::size_t row) const {
    const std::string_view surname = m_data->rows.surname(row);
    const std::string_view given = m_data->rows.given(row);
    QString name = QString::fromUtf8(surname.data(), static_cast<qsizetype>(surname.size())).toUpper();
    if (!given.empty())
        name += QStringLiteral(", ") + QString::fromUtf8(given.data(), static_cast<qsizetype>(given.size()));
    return name;
}

core::Date PatientIndex::birthDateAt(std::size_t row) const {
    return core::Date::fromDayNumber(m_data->rows.birthDay(row));
}

PatientIndex::Matches PatientIndex::search(const QString& text) const {
    Matches matches;
    auto state = std::make_shared<Matches::State>();
    state->count = size();
    const std::vector<std::string> pieces = piecesOf(text);
    if (!pieces.empty() && size() > 0) {
        std::optional<RowSet> found;
        for (std::size_t at = 0; at < pieces.size();) {
            const std::size_t count = runLength(pieces, at);
            const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(at);
            RowSet group = m_data->matchingTogether({first, first + static_cast<std::ptrdiff_t>(count)});
            if (found)
                found->keepCommon(group);
            else
                found = std::move(group);
            at += count;
        }
        state->count = found->seal();
        state->rows = std::move(found);
    }
    matches.m_state = std::move(state);
    return matches;
}

std::size_t PatientIndex::Matches::size() const noexcept {
    return m_state ? m_state->count : 0;
}

bool PatientIndex::Matches::all() const noexcept {
    return m_state && !m_state->rows;
}

std::size_t PatientIndex::Matches::row(std::size_t position) const {
    return m_state->rows ? m_state->rows->at(position) : position;
}

void PatientIndex::put(const Entry& entry) {
    // A copy of the index that someone else holds stays as it was.
    m_data = m_data ? (m_data.use_count() > 1 ? std::make_shared<Data>(*m_data) : m_data) : std::make_shared<Data>();
    if (const auto row = m_data->rows.rowOf(entry.id))
        m_data->remove(*row);
    m_data->insert(entry);
}

void PatientIndex::remove(const core::PatientId& id) {
    const auto row = rowOf(id);
    if (!row)
        return;
    if (m_data.use_count() > 1)
        m_data = std::make_shared<Data>(*m_data);
    m_data->remove(*row);
}

} // namespace lento::app
