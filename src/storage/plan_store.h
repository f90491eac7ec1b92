// PlanStore keeps every revision of every plan; what was active is superseded, never overwritten (DAT-2, DAT-3, DAT-4).
//
// Errors: recordMissing; recordChanged when the row version differs or the revision is no draft any more;
// duplicateRecord.
#pragma once

#include "core/finding.h"
#include "core/ids.h"
#include "core/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

class Database;

// What the rules said when a revision was made active (DAT-4).
struct CheckedFindings {
    std::string ruleSetVersion;
    std::vector<core::Finding> findings;
    friend bool operator==(const CheckedFindings&, const CheckedFindings&) = default;
};

struct Activation {
    core::RevisionId revision;
    std::int64_t rowVersion = 1; // of the draft that was read
    std::string by;
    std::string at; // UTC
    CheckedFindings checked;
};

class PlanStore {
public:
    explicit PlanStore(Database& database)
        : m_database(database) {}

    // A revision with its steps and overrides, whatever its status. Planning and demo data both come this way.
    void insert(const core::Revision& revision);
    // Replaces a draft's plan, dates, reason and overrides. The new row version.
    std::int64_t updateDraft(const core::Revision& revision);
    void removeDraft(const core::RevisionId& id);
    // Makes a draft the patient's active revision; the one that was active becomes superseded.
    void activate(const Activation& activation);
    void saveFindings(const core::RevisionId& revision, const CheckedFindings& checked);
    // An active revision that shall no longer be followed.
    void withdraw(const core::RevisionId& id);

    core::Revision load(const core::RevisionId& id) const;
    std::optional<core::Revision> active(const core::PatientId& patient) const;
    // Every revision that is or was active in the order of activation, drafts last.
    std::vector<core::Revision> history(const core::PatientId& patient) const;
    std::vector<core::Revision> drafts(const core::PatientId& patient) const;
    // Revisions that say or said what is taken, of every patient or of that one, in no particular order: ids and
    // numbers, status, times, effectiveFrom, kind, products and steps. No inputs beside the kind, no reasons, rules,
    // overrides.
    std::vector<core::Revision> outlines(const std::optional<core::PatientId>& only) const;
    CheckedFindings findings(const core::RevisionId& revision) const;

    int nextPlanNumber(const core::PatientId& patient) const;
    int nextVersion(const core::PlanId& plan) const;

private:
    std::vector<core::Revision> loadWhere(std::string_view condition, const std::string& key) const;
    void insertParts(const core::Revision& revision);
    void removeParts(const core::RevisionId& id);
    Database& m_database;
};

// The order of activation.
bool activatedBefore(const core::Revision& a, const core::Revision& b);

} // namespace lento::storage
