// What is kept of one patient's way with an intrathecal pump: screening trials, implants, settings, refills (ITB).
//
// Values only. Lento never programs a pump: a setting says what a person programmed, a refill what a person filled.
// A clock time is minutes since midnight of the day beside it.
#pragma once

#include "core/finding.h"
#include "core/ids.h"
#include "core/pump.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

using PumpTrialId = Id<struct PumpTrialTag>;
using PumpImplantId = Id<struct PumpImplantTag>;

// Constants of one model: resources/catalogue/pumps.json, or what a clinic read in the manual of the pump in use.
struct PumpModel {
    std::string id; // "infusion-20"
    std::string name;
    Volume reservoir;
    Volume alarm;         // left when it begins to beep
    Volume tubing;        // inside the pump
    Volume perCentimetre; // of its catheter
    int serviceMonths = 0;
    std::string source;      // where the constants were read
    std::string confirmedBy; // empty: unverified until the clinic confirms
    std::string confirmedAt; // UTC
    bool isConfirmed() const { return !confirmedBy.empty(); }
    friend bool operator==(const PumpModel&, const PumpModel&) = default;
};

// A finding that was seen when a record was saved, with the reason given where one was asked for (DAT-4).
struct SeenFinding {
    Finding finding;
    std::string reason;
    std::string ruleSetVersion; // of the rules then
    friend bool operator==(const SeenFinding&, const SeenFinding&) = default;
};

// ITB-2: what was measured some time after a bolus.
struct PumpObservation {
    int hoursAfter = 0; // 0: before it
    std::optional<int> meanMasThousandths;
    std::optional<int> pulse;
    std::optional<int> systolic, diastolic; // mmHg
    std::optional<int> breaths;             // a minute
    std::optional<int> saturationPercent;
    friend bool operator==(const PumpObservation&, const PumpObservation&) = default;
};
inline constexpr int observationHours[] = {0, 1, 2, 4, 6, 8};

struct ScreeningBolus {
    Date on;
    int minute = 0;
    PumpBolus dose;
    std::vector<PumpObservation> observations; // by hour, each hour once
    std::optional<bool> goalMet;
    std::optional<bool> negativeReaction;
    std::optional<int> effectMinutes;
    std::vector<SeenFinding> seen;
    friend bool operator==(const ScreeningBolus&, const ScreeningBolus&) = default;
};

enum class TrialOutcome : std::uint8_t { open, positive, noCandidate, stopped };

struct PumpTrial {
    PumpTrialId id;
    PatientId patient;
    std::optional<bool> infection; // active; nothing: not asked (ITB-4)
    std::optional<bool> bodyTooSmall;
    std::vector<ScreeningBolus> boluses; // in the order given
    TrialOutcome outcome = TrialOutcome::open;
    std::string note;
    std::string author;
    std::string recordedAt;
    std::int64_t rowVersion = 1;
    friend bool operator==(const PumpTrial&, const PumpTrial&) = default;
};

struct PumpImplant {
    PumpImplantId id;
    PatientId patient;
    Date on;
    PumpModel model; // as its constants were on that day
    std::string serial;
    int catheterMillimetres = 0; // implanted length
    SpasticityOrigin origin = SpasticityOrigin::notRecorded;
    std::optional<DailyDose> oralBefore; // a day, for the wean (ITB-18)
    std::optional<Date> removedOn;
    std::string author;
    std::string recordedAt;
    std::int64_t rowVersion = 1;
    Catheter catheter() const { return {catheterMillimetres, model.perCentimetre, model.tubing}; }
    friend bool operator==(const PumpImplant&, const PumpImplant&) = default;
};

enum class PumpMode : std::uint8_t { simpleContinuous, flex, periodicBolus };

struct PumpSetting {
    RecordId id;
    PumpImplantId implant;
    Date on;
    int minute = 0;
    PumpDose daily; // the total in every mode (ITB-11)
    PumpMode mode = PumpMode::simpleContinuous;
    std::vector<FlexPeriod> periods;  // only in flex
    std::optional<PumpBolus> bolus;   // only with periodic boluses; what is left of the day flows evenly
    std::optional<int> bolusesPerDay; // the same
    PumpPhase phase = PumpPhase::titration;
    bool forSideEffects = false; // a reduction (ITB-8)
    std::vector<SeenFinding> seen;
    std::string note;
    std::string author;
    std::string recordedAt;
    std::int64_t rowVersion = 1;
    std::int64_t minuteCount() const { return std::int64_t{on.dayNumber()} * 1440 + minute; }
    friend bool operator==(const PumpSetting&, const PumpSetting&) = default;
};

struct PumpRefill {
    RecordId id;
    PumpImplantId implant;
    Date on;
    Volume filled;
    Concentration concentration;
    std::optional<Volume> expected;  // nothing at the first fill
    std::optional<Volume> aspirated; // the same
    std::string lot;
    bool bridgeGiven = false; // a bridge bolus was programmed (ITB-16)
    std::vector<SeenFinding> seen;
    std::string note;
    std::string author;
    std::string recordedAt;
    std::int64_t rowVersion = 1;
    friend bool operator==(const PumpRefill&, const PumpRefill&) = default;
};

// All of one patient.
struct PumpCourse {
    std::vector<PumpTrial> trials;     // oldest first
    std::vector<PumpImplant> implants; // oldest first
    std::vector<PumpSetting> settings; // oldest first
    std::vector<PumpRefill> refills;   // oldest first

    bool isEmpty() const { return trials.empty() && implants.empty(); }
    // The pump that is in place on a day, or nothing.
    const PumpImplant* implantOn(Date day) const;
    // What it is set to at the end of a day, and what it was filled with last.
    const PumpSetting* settingOn(const PumpImplantId& implant, Date day) const;
    const PumpRefill* refillBefore(const PumpImplantId& implant, Date day) const; // the day included
    // The last fill with every dose since; nothing without a fill and a setting.
    std::optional<PumpFill> fillOn(const PumpImplant& implant, Date day) const;
    friend bool operator==(const PumpCourse&, const PumpCourse&) = default;
};

// What cannot be: refused, never changed silently. Errors: outOfRange, conflictingFields, emptyText, missingField,
// limitHard (UNI-1: above 5000 mcg a day; IT50: the screening strength as a fill). `rows` are those of the patient.
Result<void> validate(const PumpTrial& trial, Date today, const PumpNumbers& numbers);
Result<void> validate(const PumpImplant& implant, const PumpCourse& rows, Date today);
Result<void> validate(const PumpSetting& setting, const PumpCourse& rows, Date today, PumpDose hardDaily);
Result<void> validate(const PumpRefill& refill, const PumpCourse& rows, Date today, const PumpNumbers& numbers);

} // namespace lento::core
