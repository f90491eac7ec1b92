// PatientStore maps patients and their dated facts to rows; identity and free text pass through the vault.
//
// Errors: recordMissing; recordChanged when the row version is not the one that was read; duplicateRecord.
#pragma once

#include "core/calendar.h"
#include "core/patient.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

class Database;
class Query;

// What the patient list and its search need of one patient.
struct IndexRow {
    core::PatientId id;
    std::string surname;
    std::string given;
    core::Date birthDate;
    std::string recordNumber;
    core::PatientStatus status = core::PatientStatus::active;
    friend bool operator==(const IndexRow&, const IndexRow&) = default;
};

// A list that may never have been asked for: empty and recorded means none.
template <class T>
struct RecordedList {
    bool recorded = false;
    std::vector<T> items;
    friend bool operator==(const RecordedList&, const RecordedList&) = default;
};

class PatientStore {
public:
    explicit PatientStore(Database& database)
        : m_database(database) {}

    void insert(const core::Patient& patient);
    // The new row version.
    std::int64_t update(const core::Patient& patient);
    core::Patient load(const core::PatientId& id) const;
    std::optional<core::Patient> find(const core::PatientId& id) const;

    // All patients in no particular order, in one pass; the visitor returns false to stop.
    void forEachIndexRow(const std::function<bool(IndexRow&& row)>& visit) const;
    // The same for a part of them, so that two connections can share a long list.
    enum class IndexPart : std::uint8_t { before, from };
    void forEachIndexRow(IndexPart part, const core::PatientId& boundary,
                         const std::function<bool(IndexRow&& row)>& visit) const;
    // About half of the patients have a smaller id; nothing without patients.
    std::optional<core::PatientId> middleId() const;
    std::vector<IndexRow> index() const;
    std::optional<IndexRow> indexRow(const core::PatientId& id) const;
    std::int64_t count() const;
    // A patient with exactly this record number, other than `except`; looks at every patient. Never one for an empty
    // number.
    std::optional<core::PatientId> withRecordNumber(const std::string& recordNumber,
                                                    const core::PatientId& except) const;

    // One value a day; saving another for the same day corrects it. Oldest first.
    void saveWeight(const core::PatientId& patient, const core::Weight& weight);
    void removeWeight(const core::PatientId& patient, core::Date on);
    std::vector<core::Weight> weights(const core::PatientId& patient) const;
    void saveCreatinine(const core::PatientId& patient, const core::Creatinine& creatinine);
    void removeCreatinine(const core::PatientId& patient, core::Date on);
    std::vector<core::Creatinine> creatinines(const core::PatientId& patient) const;

    // Each kind once a day; oldest first.
    void saveBloodTest(const core::PatientId& patient, const core::BloodTest& test);
    void removeBloodTest(const core::PatientId& patient, const core::BloodTest& test);
    std::vector<core::BloodTest> bloodTests(const core::PatientId& patient) const;

    // Replaces the whole list and notes that it was asked for. Every item has an id.
    void saveConditions(const core::PatientId& patient, const std::vector<core::Condition>& conditions);
    RecordedList<core::Condition> conditions(const core::PatientId& patient) const;
    void saveMedicines(const core::PatientId& patient, const std::vector<core::Medicine>& medicines);
    RecordedList<core::Medicine> medicines(const core::PatientId& patient) const;

    // What the rules may know on a day: values dated up to it, conditions and medicines that hold on it.
    core::PatientFacts facts(const core::PatientId& patient, core::Date today) const;

private:
    void saveFactDates(const core::Patient& patient);
    static std::string indexRowsWhere(std::string_view condition);
    void visitIndexRows(Query& rows, const std::function<bool(IndexRow&& row)>& visit) const;
    Database& m_database;
};

} // namespace lento::storage
