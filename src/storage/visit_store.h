// VisitStore maps visits with their scores and adverse effects, diary days and dispensed tablets to rows.
//
// Errors: recordMissing; recordChanged when the row version is not the one that was read; duplicateRecord.
#pragma once

#include "core/calendar.h"
#include "core/visit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

class Database;

class VisitStore {
public:
    explicit VisitStore(Database& database)
        : m_database(database) {}

    void insert(const core::Visit& visit);
    // Scores and effects are replaced whole. The new row version.
    std::int64_t update(const core::Visit& visit);
    // A visit that was never finished. Errors: recordChanged when it is no draft.
    void removeDraft(const core::VisitId& id);
    core::Visit load(const core::VisitId& id) const;
    // Oldest first; drafts included.
    std::vector<core::Visit> forPatient(const core::PatientId& patient) const;

    // The new row version. A day with rowVersion 0 is new. Errors: recordChanged.
    std::int64_t saveDiaryDay(const core::DiaryDay& day);
    // Days that have something marked, oldest first; an open span has no end.
    std::vector<core::DiaryDay> diaryDays(const core::PatientId& patient, const core::DateSpan& span) const;

    void insertDispensed(const core::Dispensed& dispensed);
    std::vector<core::Dispensed> dispensed(const core::PatientId& patient) const;

private:
    std::vector<core::Visit> loadWhere(std::string_view condition, const std::string& key) const;
    void insertParts(const core::Visit& visit);
    void removeParts(const core::VisitId& id);
    Database& m_database;
};

} // namespace lento::storage
