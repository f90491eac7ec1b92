#include "app/record.h"

#include "app/plan_drafts.h"
#include "app/pumps.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "storage/decision_store.h"
#include "storage/patient_store.h"
#include "storage/plan_store.h"
#include "storage/pump_store.h"
#include "storage/visit_store.h"

#include <algorithm>

namespace lento::app {

namespace {

// Any day there is: the whole diary.
const core::DateSpan always{core::Date::fromDayNumber(-36'525), std::nullopt};

} // namespace

PatientRecord readRecord(storage::Database& database, const core::RuleNumbers& numbers, const core::PatientId& id,
                         core::Date today) {
    const storage::PatientStore patients(database);
    const storage::VisitStore visits(database);
    PatientRecord record;
    record.patient = patients.load(id);
    record.facts = patients.facts(id, today);
    record.conditions = patients.conditions(id).items;
    record.medicines = patients.medicines(id).items;
    record.renal = core::assessRenal(record.facts, today, numbers);
    record.revisions = storage::PlanStore(database).history(id);
    record.visits = visits.forPatient(id);
    record.decisions = storage::DecisionStore(database).forPatient(id);
    record.diary = visits.diaryDays(id, always);
    record.dispensed = visits.dispensed(id);
    record.pump = storage::PumpStore(database).forPatient(id);
    followClinicModels(database, record.pump);
    if (const std::optional<Draft> draft = readPlanDraft(database, id))
        record.revisions.push_back(revisionOf(*draft, record.revisions));
    return record;
}

const core::DecidedVisit* PatientRecord::decisionOf(const core::VisitId& visit) const {
    const auto found = std::find_if(decisions.begin(), decisions.end(),
                                    [&](const core::DecidedVisit& each) { return each.visit == visit; });
    return found == decisions.end() ? nullptr : &*found;
}

const core::Revision* PatientRecord::inForceOn(core::Date day) const {
    const auto found = std::find_if(revisions.rbegin(), revisions.rend(), [day](const core::Revision& revision) {
        const bool counts =
            revision.status == core::RevisionStatus::active || revision.status == core::RevisionStatus::superseded;
        return counts && revision.effectiveFrom <= day;
    });
    return found == revisions.rend() ? nullptr : &*found;
}

const core::Revision* PatientRecord::draft() const {
    const auto found = std::find_if(revisions.rbegin(), revisions.rend(), [](const core::Revision& revision) {
        return revision.status == core::RevisionStatus::draft;
    });
    return found == revisions.rend() ? nullptr : &*found;
}

const core::Revision* PatientRecord::active() const {
    const auto found = std::find_if(revisions.rbegin(), revisions.rend(), [](const core::Revision& revision) {
        return revision.status == core::RevisionStatus::active;
    });
    return found == revisions.rend() ? nullptr : &*found;
}

core::Result<PatientRecord> loadRecord(Session& session, const content::Catalogue& catalogue,
                                       const core::PatientId& patient) {
    const core::Date today = session.today();
    return session.read(
        [&](storage::Database& database) { return readRecord(database, catalogue.numbers(), patient, today); });
}

} // namespace lento::app
