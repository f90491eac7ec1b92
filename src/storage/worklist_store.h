// WorklistStore keeps what was said of items of the worklist, done or put off, and reads in a few passes what the items
// of all patients are worked out from.
#pragma once

#include "core/calendar.h"
#include "core/ids.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/pump_record.h"
#include "core/visit.h"
#include "storage/patient_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

struct WorklistMark {
    core::PatientId patient;
    std::string item;                // core::DueItem::key()
    std::optional<core::Date> until; // put off until that day; nothing: done
    std::string who;
    std::string at; // UTC
    friend bool operator==(const WorklistMark&, const WorklistMark&) = default;
};

// One patient under treatment, or with something unfinished; of long lists only what a worklist asks for.
struct WorkRow {
    IndexRow who;
    core::PatientFacts facts; // the newest weight and creatinine; the conditions that a worklist asks about
    std::vector<core::Revision> revisions; // outlines, in the order of activation
    std::optional<core::Date> lastVisit;
    std::optional<core::Date> lastChecklist; // with the signs of withdrawal asked for
    std::optional<core::Date> lastScore;
    std::vector<core::Dispensed> dispensed; // oldest first
    std::optional<core::Date> planDraftSince;
    std::optional<core::Date> visitDraftSince;
    std::optional<core::RevisionId> printed; // of the newest printed calendar
    core::PumpCourse pump;                   // an outline
    std::vector<WorklistMark> marks;
};

class WorklistStore {
public:
    explicit WorklistStore(Database& database)
        : m_database(database) {}

    // Another mark for the same item replaces it.
    void save(const WorklistMark& mark);
    void remove(const core::PatientId& patient, const std::string& item);

    // Active patients with a plan or something unfinished, and all with a pump who are not deceased or ended, in no
    // particular order; or that one, nothing if it is none of them. Values dated up to today.
    std::vector<WorkRow> work(core::Date today, const std::optional<core::PatientId>& only = {}) const;

    // How often each rule was overridden in plans that are or were followed, the most frequent first; a reason counts
    // once, however many versions of its plan carry it along.
    std::vector<std::pair<std::string, std::int64_t>> overridesByRule() const;

private:
    Database& m_database;
};

} // namespace lento::storage
