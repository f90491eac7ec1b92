// A DueItem is one thing that a clinic still owes a patient on a day, with the rule that asks for it: a review, a call,
// a step, a blood test, a pump refill (TIT-11, TAP-16, WDL-5, MON-1 to MON-4, PED-8, DSP-5, DAT-3, ITB-15, ITB-22).
//
// dueItems() is a pure function of what is known of the patient. An item goes away only when its cause does: a visit, a
// value, a print. Marking it done or putting it off is another matter (storage/worklist_store).
#pragma once

#include "core/finding.h"
#include "core/ids.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/pump_status.h"
#include "core/rule_numbers.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

enum class DueKind : std::uint8_t {
    pumpRefill,     // ITB-22
    pumpUnassessed, // a pump in place whose fill or setting nobody recorded
    supply,         // tablets run out: a sudden stop
    withdrawalCall, // after a step of a taper or its end
    review,         // while the dose rises
    taperVisit,
    reprint, // the sheet at home shows another plan
    holdEnds,
    stepUp,
    stepDown,
    stop,
    pumpReplacement, // ITB-15
    creatinine,
    transaminases,
    glucose,
    weight,
    standingPressure,
    seizureDiary,
    toleranceReview, // a settled dose had to rise again and again
    routineReview,
    planDraft, // a plan that nobody made active
    visitDraft,
};

// "withdrawal-call"
std::string_view dueKindName(DueKind kind);

enum class Urgency : std::uint8_t { urgent, due, coming };

struct DueItem {
    DueKind kind = DueKind::review;
    RuleId rule;
    Date due;
    Urgency urgency = Urgency::due;
    std::string occasion; // which one of its kind: a date, a revision; the same as long as the cause is
    std::vector<Input> inputs;

    // "review 2026-11-19": what a mark is kept under.
    std::string key() const;
    // A refill whose day is past: above all else, and no mark takes it away; only the refill that is entered does.
    bool staysUntilEntered() const {
        return kind == DueKind::pumpUnassessed || (kind == DueKind::pumpRefill && urgency == Urgency::urgent);
    }
    friend bool operator==(const DueItem&, const DueItem&) = default;
};

// From that day on so much a day.
struct DoseFrom {
    Date first;
    DailyDose daily;
    friend bool operator==(const DoseFrom&, const DoseFrom&) = default;
};

// What is known of one patient, as of the day asked for.
struct WorkFacts {
    PatientFacts facts;
    std::optional<Revision> active; // the plan made active; it may begin later
    std::optional<Date> takenSince; // the unbroken run of doses that today belongs to
    std::optional<DailyDose> doseToday;
    std::vector<DoseFrom> doses;       // each change of the daily dose up to today, the oldest first
    std::optional<Date> lastVisit;     // the latest that was saved, of any kind
    std::optional<Date> lastChecklist; // the latest at which signs of withdrawal were asked for (WDL-5)
    std::optional<Date> planDraftSince;
    std::optional<Date> visitDraftSince;
    std::optional<RevisionId> printed; // what the newest printed calendar shows
    std::optional<Date> suppliesLastUntil;
    std::optional<Date> renewBy;
    std::optional<PumpStatus> pump;
    std::optional<Date> pumpUnassessedSince; // of a pump in place without a fill or a setting
};

// The most urgent first, then by date.
std::vector<DueItem> dueItems(const WorkFacts& work, Date today, const RuleNumbers& numbers);

} // namespace lento::core
