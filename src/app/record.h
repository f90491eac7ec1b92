// A PatientRecord is everything the pages show of one patient, read in one go and then only looked at.
#pragma once

#include "core/decided_visit.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/pump_record.h"
#include "core/renal.h"
#include "core/visit.h"

#include <optional>
#include <vector>

namespace lento::content {
class Catalogue;
}

namespace lento::core {
struct RuleNumbers;
}
namespace lento::storage {
class Database;
}

namespace lento::app {

class Session;

struct PatientRecord {
    core::Patient patient;
    core::PatientFacts facts;
    std::vector<core::Condition> conditions;
    std::vector<core::Medicine> medicines;
    core::RenalAssessment renal;
    std::vector<core::Revision> revisions; // in the order of activation; then withdrawn; the plan being drafted last
    std::vector<core::Visit> visits;       // oldest first
    std::vector<core::DecidedVisit> decisions; // in the order of their visits
    std::vector<core::DiaryDay> diary;         // oldest first, only days with a mark or a note
    std::vector<core::Dispensed> dispensed;    // oldest first
    core::PumpCourse pump;

    const core::DecidedVisit* decisionOf(const core::VisitId& visit) const;
    // The revision that says what is taken on a day, by effectiveFrom; nothing before the first.
    const core::Revision* inForceOn(core::Date day) const;
    const core::Revision* draft() const;
    // The one active revision; it may begin on a later day.
    const core::Revision* active() const;
};

// Errors: recordMissing, and those of reading a clinic file.
core::Result<PatientRecord> loadRecord(Session& session, const content::Catalogue& catalogue,
                                       const core::PatientId& patient);

// The same on a connection of the caller's, for background work; throws storage::StorageError.
PatientRecord readRecord(storage::Database& database, const core::RuleNumbers& numbers, const core::PatientId& id,
                         core::Date today);

} // namespace lento::app
