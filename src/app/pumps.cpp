#include "app/pumps.h"

#include "app/session.h"
#include "app/treatment_response.h"
#include "content/catalogue.h"
#include "core/blank_text.h"
#include "storage/clinic_store.h"
#include "storage/json_values.h"
#include "storage/patient_store.h"
#include "storage/pump_store.h"
#include "storage/visit_store.h"

#include <algorithm>
#include <tuple>

namespace lento::app {

namespace {

using core::ErrorCode;

constexpr const char* pumpCondition = "intrathecal";
constexpr const char* brainInjury = "brain-injury";

// Without the rows that `gone` names: what a corrected record is judged against.
template <class Row, class Id>
std::vector<Row> without(std::vector<Row> rows, const Id& gone) {
    std::erase_if(rows, [&](const Row& row) { return row.id == gone; });
    return rows;
}

const core::PumpImplant* implantOf(const core::PumpCourse& course, const core::PumpImplantId& id) {
    const auto found = std::find_if(course.implants.begin(), course.implants.end(),
                                    [&](const core::PumpImplant& each) { return each.id == id; });
    return found == course.implants.end() ? nullptr : &*found;
}

// Every finding with its reason, or the error that says which reason is owed.
core::Result<std::vector<core::SeenFinding>> answered(const std::vector<core::Finding>& findings,
                                                      const std::vector<PumpReason>& reasons,
                                                      const std::string& ruleSetVersion) {
    std::vector<core::SeenFinding> seen;
    for (const core::Finding& finding : findings) {
        const auto given = std::find_if(reasons.begin(), reasons.end(), [&](const PumpReason& each) {
            return each.fingerprint == finding.fingerprint();
        });
        const std::string reason = given == reasons.end() ? std::string() : given->reason;
        const bool isBlank = core::isBlank(reason);
        if (finding.action == core::Action::hard)
            return core::failure(ErrorCode::limitHard, {}, {std::string(finding.rule.text())});
        if (finding.action == core::Action::blockOverridable && isBlank)
            return core::failure(ErrorCode::reasonMissing, {}, {std::string(finding.rule.text())});
        seen.push_back({finding, isBlank ? std::string() : reason, ruleSetVersion});
    }
    return seen;
}

// New or corrected: id, author and time are set, the earlier version is noted for the audit trail.
template <class Row, class Id>
void sign(Session& session, Row& row, const std::vector<Row>& rows, AuditNote& note) {
    if (row.id.isNull()) {
        row.id = session.newId<Id>();
        row.rowVersion = 0;
    }
    row.author = session.userName();
    row.recordedAt = session.nowUtc();
    note.subject = row.id.text();
    const auto before = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.id == row.id; });
    if (before != rows.end())
        note.before = storage::jsonText(storage::toJson(*before));
}

template <class Row>
void keep(storage::PumpStore& store, Row& row, AuditNote& note) {
    row.rowVersion = store.save(row);
    note.after = storage::jsonText(storage::toJson(row));
}

template <class Row>
core::Result<Row> answer(const core::Result<ChangeSet>& performed, Row row) {
    if (!performed)
        return core::failure(performed.error());
    return row;
}

// Reads what a save is judged by, in the transaction of the save.
PatientRecord recordIn(storage::Database& database, const core::PatientId& patient) {
    const storage::PatientStore patients(database);
    PatientRecord record;
    record.patient = patients.load(patient);
    const auto conditions = patients.conditions(patient);
    record.conditions = conditions.items;
    record.facts.conditionsRecorded = conditions.recorded;
    record.visits = storage::VisitStore(database).forPatient(patient);
    record.pump = storage::PumpStore(database).forPatient(patient);
    return record;
}

} // namespace

namespace {

// Whether the latest visit that can tell saw a response, none older than ITB-10's days; nothing: none can tell.
std::optional<bool> responseBefore(const PatientRecord& record, core::Date on, const content::Catalogue& catalogue) {
    const int days = catalogue.numbers().pump.itb10.monthDays;
    for (auto visit = record.visits.rbegin(); visit != record.visits.rend(); ++visit) {
        if (visit->draft || visit->on > on)
            continue;
        if (visit->on < on - days)
            break;
        const core::ResponseClass seen = treatmentResponse(record, *visit, catalogue).response.decided;
        if (seen != core::ResponseClass::notAssessable)
            return seen == core::ResponseClass::responder;
    }
    return std::nullopt;
}

} // namespace

core::PumpFacts pumpFacts(const PatientRecord& record) {
    core::PumpFacts facts;
    facts.birthDate = record.patient.identity.birthDate;
    facts.origin = record.patient.origin;
    const auto injury = std::find_if(record.conditions.begin(), record.conditions.end(),
                                     [](const core::Condition& each) { return each.code == brainInjury; });
    if (injury != record.conditions.end()) {
        facts.brainInjury = true;
        facts.brainInjuryOn = injury->since;
    } else if (record.facts.conditionsRecorded) {
        facts.brainInjury = false;
    }
    return facts;
}

std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpTrial& trial,
                                      const core::PumpNumbers& numbers) {
    if (trial.boluses.empty())
        return {};
    core::PumpTrial before = trial;
    before.boluses.pop_back();
    return core::checkScreeningBolus(pumpFacts(record), before, trial.boluses.back(), numbers);
}

std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpSetting& setting,
                                      const content::Catalogue& catalogue) {
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    const core::PumpImplant* implant = implantOf(record.pump, setting.implant);
    if (!implant)
        return {};
    core::PumpCourse course = record.pump;
    course.settings = without(std::move(course.settings), setting.id);
    core::PumpFacts facts = pumpFacts(record);
    facts.origin = implant->origin;
    facts.lastResponse = responseBefore(record, setting.on, catalogue);
    const core::PumpRefill* fill = course.refillBefore(implant->id, setting.on);
    return core::checkSetting(facts, course, *implant, setting,
                              fill ? std::optional(fill->concentration) : std::nullopt, numbers);
}

std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpRefill& refill,
                                      const core::PumpNumbers& numbers) {
    const core::PumpImplant* implant = implantOf(record.pump, refill.implant);
    if (!implant)
        return {};
    core::PumpCourse course = record.pump;
    course.refills = without(std::move(course.refills), refill.id);
    return core::checkRefill(course, *implant, refill, numbers);
}

std::optional<core::Volume> expectedAt(const core::PumpCourse& course, const core::PumpImplantId& implant,
                                       core::Date on) {
    const core::PumpImplant* found = implantOf(course, implant);
    // The fill of the day itself is the one that is asked about.
    const core::PumpRefill* last = found ? course.refillBefore(implant, on - 1) : nullptr;
    if (!last)
        return std::nullopt;
    core::PumpCourse before = course;
    std::erase_if(before.refills, [on](const core::PumpRefill& each) { return each.on >= on; });
    const std::optional<core::PumpFill> fill = before.fillOn(*found, on);
    if (!fill)
        return std::nullopt;
    const core::Result<core::Volume> left = core::expectedVolume(*fill, on);
    return left ? std::optional(*left) : std::nullopt;
}

core::Result<core::PumpTrial> savePumpTrial(Session& session, const content::Catalogue& catalogue,
                                            core::PumpTrial trial, const std::vector<PumpReason>& reasons) {
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    if (const core::Result<void> valid = core::validate(trial, session.today(), numbers); !valid)
        return core::failure(valid.error());
    const auto performed =
        session.perform(Operation::savePumpTrial, {trial.patient, {}},
                        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                            const PatientRecord record = recordIn(database, trial.patient);
                            sign<core::PumpTrial, core::PumpTrialId>(session, trial, record.pump.trials, note);
                            if (!trial.boluses.empty()) {
                                auto seen =
                                    answered(findingsOf(record, trial, numbers), reasons, catalogue.ruleSetVersion());
                                if (!seen)
                                    return core::failure(seen.error());
                                trial.boluses.back().seen = std::move(*seen);
                            }
                            storage::PumpStore store(database);
                            keep(store, trial, note);
                            return {};
                        });
    return answer(performed, std::move(trial));
}

core::Result<core::PumpImplant> implantPump(Session& session, core::PumpImplant implant) {
    const auto performed = session.perform(
        Operation::implantPump, {implant.patient, {}},
        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            const PatientRecord record = recordIn(database, implant.patient);
            if (const core::Result<void> valid = core::validate(implant, record.pump, session.today()); !valid)
                return valid;
            sign<core::PumpImplant, core::PumpImplantId>(session, implant, record.pump.implants, note);
            storage::PumpStore store(database);
            keep(store, implant, note);
            const bool isKnown = std::any_of(record.conditions.begin(), record.conditions.end(),
                                             [](const core::Condition& each) { return each.code == pumpCondition; });
            // Only where the list was asked for: a single row must not say that the rest is absent.
            if (!isKnown && record.facts.conditionsRecorded) {
                std::vector<core::Condition> conditions = record.conditions;
                conditions.push_back({session.newId<core::RecordId>(), pumpCondition, {}, implant.on, {}});
                storage::PatientStore(database).saveConditions(implant.patient, conditions);
            }
            return {};
        });
    return answer(performed, std::move(implant));
}

core::Result<core::PumpSetting> setPump(Session& session, const content::Catalogue& catalogue,
                                        const core::PatientId& patient, core::PumpSetting setting,
                                        const std::vector<PumpReason>& reasons) {
    const auto performed = session.perform(
        Operation::setPump, {patient, {}}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            const PatientRecord record = recordIn(database, patient);
            const core::Result<void> valid =
                core::validate(setting, record.pump, session.today(), catalogue.numbers().uni1.pumpHardDaily);
            if (!valid)
                return valid;
            auto seen = answered(findingsOf(record, setting, catalogue), reasons, catalogue.ruleSetVersion());
            if (!seen)
                return core::failure(seen.error());
            setting.seen = std::move(*seen);
            sign<core::PumpSetting, core::RecordId>(session, setting, record.pump.settings, note);
            storage::PumpStore store(database);
            keep(store, setting, note);
            return {};
        });
    return answer(performed, std::move(setting));
}

core::Result<core::PumpRefill> refillPump(Session& session, const content::Catalogue& catalogue,
                                          const core::PatientId& patient, core::PumpRefill refill,
                                          const std::vector<PumpReason>& reasons) {
    const core::PumpNumbers& numbers = catalogue.numbers().pump;
    const auto performed = session.perform(
        Operation::refillPump, {patient, {}}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            const PatientRecord record = recordIn(database, patient);
            const core::Result<void> valid = core::validate(refill, record.pump, session.today(), numbers);
            if (!valid)
                return valid;
            refill.expected = expectedAt(record.pump, refill.implant, refill.on);
            auto seen = answered(findingsOf(record, refill, numbers), reasons, catalogue.ruleSetVersion());
            if (!seen)
                return core::failure(seen.error());
            refill.seen = std::move(*seen);
            sign<core::PumpRefill, core::RecordId>(session, refill, record.pump.refills, note);
            storage::PumpStore store(database);
            keep(store, refill, note);
            return {};
        });
    return answer(performed, std::move(refill));
}

namespace {

template <class Row>
core::Result<void> takeBack(Session& session, Operation operation, const core::PatientId& patient,
                            const core::RecordId& id, std::vector<Row> core::PumpCourse::*rows) {
    const auto performed = session.perform(
        operation, {patient, {}}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            storage::PumpStore store(database);
            const core::PumpCourse course = store.forPatient(patient);
            const std::vector<Row>& all = course.*rows;
            const auto row = std::find_if(all.begin(), all.end(), [&](const Row& each) { return each.id == id; });
            if (row == all.end())
                return core::failure(ErrorCode::recordMissing, "pump");
            const auto later =
                std::find_if(row + 1, all.end(), [&](const Row& each) { return each.implant == row->implant; });
            if (later != all.end())
                return core::failure(ErrorCode::conflictingFields, "on", {row->on.iso(), later->on.iso()});
            note.subject = id.text();
            note.before = storage::jsonText(storage::toJson(*row));
            store.remove(*row);
            return {};
        });
    return performed ? core::Result<void>() : core::failure(performed.error());
}

} // namespace

core::Result<void> takeBackSetting(Session& session, const core::PatientId& patient, const core::RecordId& setting) {
    return takeBack(session, Operation::setPump, patient, setting, &core::PumpCourse::settings);
}

core::Result<void> takeBackRefill(Session& session, const core::PatientId& patient, const core::RecordId& refill) {
    return takeBack(session, Operation::refillPump, patient, refill, &core::PumpCourse::refills);
}

core::Result<std::vector<PumpBoardRow>> pumpBoard(Session& session, const content::Catalogue& catalogue) {
    const core::Date today = session.today();
    return session.read([&](storage::Database& database) -> core::Result<std::vector<PumpBoardRow>> {
        const std::vector<core::Weekday> closed = storage::ClinicStore(database).load().closedWeekdays;
        const storage::PatientStore patients(database);
        std::vector<PumpBoardRow> board;
        for (auto& [patient, course] : storage::PumpStore(database).outlines()) {
            const core::PumpImplant* implant = course.implantOn(today);
            const core::Patient who = patients.load(patient);
            if (!implant || who.status == core::PatientStatus::deceased)
                continue;
            followClinicModels(database, course);
            auto status = core::pumpStatus(course, today, closed, catalogue.numbers().pump);
            if (!status)
                return core::failure(status.error());
            board.push_back({patient, who.identity.surname, who.identity.given, who.identity.birthDate, implant->on,
                             std::move(*status)});
        }
        std::sort(board.begin(), board.end(), [](const PumpBoardRow& a, const PumpBoardRow& b) {
            const auto order = [](const PumpBoardRow& row) {
                return std::tuple(row.status.has_value(), row.status ? row.status->daysLeft : 0, row.surname, row.given,
                                  row.patient);
            };
            return order(a) < order(b);
        });
        return board;
    });
}

} // namespace lento::app
