// Three orders over PatientRows, one for each thing that is typed to find a patient: words of names, record numbers,
// birth dates. Each gives the rows that fit as a few contiguous runs.
#pragma once

#include "app/birth_date_query.h"
#include "app/patient_rows.h"
#include "app/row_set.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace lento::app {

// Every word of every name. The first word of a surname needs no entry: rows stand in its order.
class PatientWords {
public:
    void build(const PatientRows& rows);
    // The row is there already, all others have moved.
    void insertRow(const PatientRows& rows, std::size_t row);
    // All others move after this.
    void removeRow(std::size_t row);
    // Adds the rows of which some word begins with each word of the key.
    void addAllWords(const PatientRows& rows, std::string_view key, RowSet& found) const;

private:
    struct Word {
        RowNumber row = 0;
        std::uint32_t start = 0; // in the row's key
    };
    static std::string_view textOf(const PatientRows& rows, const Word& word);
    void addWord(const PatientRows& rows, std::string_view beginning, RowSet& found) const;

    std::vector<Word> m_words; // by text, then row
};

class RecordNumbers {
public:
    void build(const PatientRows& rows);
    void insertRow(const PatientRows& rows, std::size_t row);
    void removeRow(std::size_t row);
    // Adds the rows whose number, without its blanks, begins so. Nothing for an empty beginning.
    void add(const PatientRows& rows, std::string_view beginning, RowSet& found) const;

private:
    std::vector<RowNumber> m_rows; // by number, then row; rows without one are left out
};

class BirthDays {
public:
    void build(const PatientRows& rows);
    void add(const std::vector<BirthPattern>& patterns, RowSet& found) const;

private:
    void add(const BirthPattern& pattern, RowSet& found) const;

    std::int32_t m_firstDay = 0;
    std::vector<std::uint32_t> m_start; // for each day from the first: where its rows begin; one more at the end
    std::vector<RowNumber> m_rows;      // by day
};

} // namespace lento::app
