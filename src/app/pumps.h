// What a clinic does with intrathecal pumps: record a trial, an implant, a setting, a refill, or take one back; the
// clinic's own constants of models; where each pump stands (ITB).
//
// Each save checks the record as the file holds it then: what cannot be is refused, a finding that asks for a reason
// must have one, and all findings are kept with the record (DAT-4).
#pragma once

#include "app/record.h"
#include "core/pump_rules.h"
#include "core/pump_status.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lento::storage {
class Database;
}

namespace lento::app {

// The reason given for a finding; it holds only while the finding's fingerprint does.
struct PumpReason {
    std::uint64_t fingerprint = 0;
    std::string reason;
};

// What the rules may know beside the pump's rows, from a record.
core::PumpFacts pumpFacts(const PatientRecord& record);

// Findings of a record before it is saved, those of its own earlier version left out.
std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpTrial& trial,
                                      const core::PumpNumbers& numbers); // of its last bolus
// The response is that of the latest visit within ITB-10's days, as SCL-9 has it.
std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpSetting& setting,
                                      const content::Catalogue& catalogue);
std::vector<core::Finding> findingsOf(const PatientRecord& record, const core::PumpRefill& refill,
                                      const core::PumpNumbers& numbers);
// ITB-14: what should be left on a day before it is refilled; nothing at the first fill.
std::optional<core::Volume> expectedAt(const core::PumpCourse& course, const core::PumpImplantId& implant,
                                       core::Date on);

// With id, author, findings and row version as saved. A record without an id is new. Errors: those of core::validate;
// reasonMissing (values: rule id); recordChanged; recordMissing; those of writing.
core::Result<core::PumpTrial> savePumpTrial(Session& session, const content::Catalogue& catalogue,
                                            core::PumpTrial trial, const std::vector<PumpReason>& reasons);
// A new implant is a condition of the patient from then on (INT-15, INT-16, TAP-11).
core::Result<core::PumpImplant> implantPump(Session& session, core::PumpImplant implant);
core::Result<core::PumpSetting> setPump(Session& session, const content::Catalogue& catalogue,
                                        const core::PatientId& patient, core::PumpSetting setting,
                                        const std::vector<PumpReason>& reasons);
// The expected volume is worked out here, never taken from the caller.
core::Result<core::PumpRefill> refillPump(Session& session, const content::Catalogue& catalogue,
                                          const core::PatientId& patient, core::PumpRefill refill,
                                          const std::vector<PumpReason>& reasons);

// What was entered by mistake; the audit trail keeps it. Only the latest of its pump. Errors: recordMissing,
// recordChanged, conflictingFields ("on", for one that later ones build on).
core::Result<void> takeBackSetting(Session& session, const core::PatientId& patient, const core::RecordId& setting);
core::Result<void> takeBackRefill(Session& session, const core::PatientId& patient, const core::RecordId& refill);

// The shipped models with what the clinic edited or confirmed, and its own.
struct ClinicPumpModel {
    core::PumpModel model;
    std::int64_t rowVersion = 0; // 0: as shipped
};
core::Result<std::vector<ClinicPumpModel>> pumpModels(Session& session, const content::Catalogue& catalogue);
// Errors: emptyText ("name", "source"), conflictingFields ("alarm"), outOfRange ("perCentimetre", "serviceMonths").
core::Result<void> validate(const core::PumpModel& model);
// Confirming signs the constants with name and time; saving without it leaves them unverified, whoever confirmed them
// before. All or none, in one entry of the audit trail. A model without an id is new. Errors: those of validate,
// recordChanged.
enum class Confirmed : bool { no, yes };
struct PumpModelEdit {
    ClinicPumpModel edited;
    Confirmed confirmed = Confirmed::no;
};
core::Result<void> savePumpModels(Session& session, std::vector<PumpModelEdit> edits);

// Whether volumes and dates that follow from one follow from the other. The alarm volume is left out: it is chosen for
// the patient at the implant (ITB-13).
bool haveSameConstants(const core::PumpModel& one, const core::PumpModel& other);
// An implant holds its constants as they were on its day; whether they are confirmed is what the clinic says of them
// now. Where the clinic has other constants by now, those of the implant are unverified.
void followClinicModels(storage::Database& database, core::PumpCourse& course);

// One line of the board of all pumps (ITB-22).
struct PumpBoardRow {
    core::PatientId patient;
    std::string surname;
    std::string given;
    core::Date birthDate;
    core::Date implantedOn;
    std::optional<core::PumpStatus> status; // nothing: fill or setting is missing, so nothing is assessed
};
// What is not assessed first, then by days left.
core::Result<std::vector<PumpBoardRow>> pumpBoard(Session& session, const content::Catalogue& catalogue);

} // namespace lento::app
