// PatientRows holds what the patient list shows of each patient, a hundred bytes each, in name order.
//
// One run of text for all names, fixed columns beside it; rows are numbers, and everything that points at a row is kept
// right by insertRow and removeRow.
#pragma once

#include "app/patients.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lento::app {

using RowNumber = std::uint32_t;

class PatientRows {
public:
    // Names and numbers longer than this many bytes are cut.
    static constexpr std::size_t longestText = 65'535;

    void reserve(std::size_t rows);
    // In any order; sort() follows.
    void append(const PatientIndex::Entry& entry);
    void append(const PatientRows& others);
    void sort();

    std::size_t size() const noexcept { return m_rows.size(); }
    PatientIndex::Entry entry(std::size_t row) const;
    core::PatientId id(std::size_t row) const;
    std::string_view surname(std::size_t row) const;
    std::string_view given(std::size_t row) const;
    std::string_view recordNumber(std::size_t row) const;
    // The folded surname, a zero, the folded given name: what rows are sorted by.
    std::string_view key(std::size_t row) const;
    std::int32_t birthDay(std::size_t row) const { return m_rows[row].birthDay; }
    // Looks at every row.
    std::optional<std::size_t> rowOf(const core::PatientId& id) const;

    // Where the entry was put.
    std::size_t insert(const PatientIndex::Entry& entry);
    void remove(std::size_t row);

private:
    struct Row {
        std::uint32_t text = 0; // surname, given, record number and key follow each other from here
        std::uint16_t surname = 0, given = 0, number = 0, key = 0; // bytes
        std::int32_t birthDay = 0;
        core::PatientStatus status = core::PatientStatus::active;
    };
    // A UUID; or, should an id ever be another text, its place in m_otherIds.
    struct PackedId {
        std::uint64_t high = 0, low = 0;
        friend bool operator==(const PackedId&, const PackedId&) = default;
    };

    std::string_view part(std::uint32_t from, std::size_t length) const;
    Row makeRow(const PatientIndex::Entry& entry);
    PackedId pack(const core::PatientId& id);
    std::optional<PackedId> packed(const core::PatientId& id) const;
    core::PatientId unpacked(const PackedId& id) const;
    std::string_view keyOf(const Row& row) const;
    // Ties in the key: birth date, then id.
    bool isBefore(const Row& a, const PackedId& idOfA, const Row& b, const PackedId& idOfB) const;
    void compact();

    std::string m_text;
    std::size_t m_unusedText = 0;
    std::vector<Row> m_rows;
    std::vector<PackedId> m_ids;
    std::vector<std::string> m_otherIds;
};

// The first eight bytes of a text as a number that sorts like it; a shorter text is filled with zeros.
std::uint64_t sortingPrefix(std::string_view text);

} // namespace lento::app
