// A Plan is contiguous dated steps with the inputs it was made from; a Revision is one version of it in a patient's
// record.
//
// Values: a draft is edited by making another Plan. Steps are inclusive and contiguous, the last of a titration is
// open, the last of a taper to zero is the stop date, the first day at 0 mg (DAT-2).
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/finding.h"
#include "core/ids.h"
#include "core/product.h"
#include "core/protocol.h"
#include "core/ratio.h"
#include "core/split.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lento::core {

enum class PlanKind : std::uint8_t { titration, taper };

enum class StepReason : std::uint8_t {
    start,
    increase,
    goal,
    decrease,
    finalDose, // the step at F
    stop,      // the row with 0 mg
    hold,
    pause,
    stepBack,
    byHand,
};

struct Step {
    DateSpan span;
    DoseSplit split;
    StepReason reason = StepReason::start;
    std::vector<RuleId> rules;    // what shaped it
    bool onlyAfterReview = false; // TIT-17
    bool overCap = false;         // SPL-4
    DailyDose daily() const { return split.total(); }
    friend bool operator==(const Step&, const Step&) = default;
};

struct TitrationInputs {
    Date start;
    DailyDose startDose;
    DailyDose increment;
    int intervalDays = 3;
    DailyDose goal;
    int dosesPerDay = 3;
    SplitStrategy split = SplitStrategy::equal;
    OralDose singleDoseCap = OralDose::milligrams(20);
    std::optional<Protocol> protocol; // the snapshot (DAT-2)
    friend bool operator==(const TitrationInputs&, const TitrationInputs&) = default;
};

enum class TaperModel : std::uint8_t { percentOfStart, percentOfCurrent, fixedStep };

struct TaperInputs {
    Date start;     // first day on the first reduced dose
    DailyDose from; // D0
    TaperModel model = TaperModel::percentOfStart;
    Percent percent = Percent::of(10); // not for fixedStep
    DailyDose fixedStep;               // only for fixedStep
    int intervalDays = 7;
    DailyDose finalDose = DailyDose::milligrams(5); // F, rounded up to the quantum
    DailyDose goal;                                 // M of TAP-16; zero: to the end
    int dosesPerDay = 3;
    SplitStrategy split = SplitStrategy::equal;
    OralDose singleDoseCap = OralDose::milligrams(20);
    std::optional<bool> gentleEnd; // TAP-6; on for the percent models, off for fixed steps when not said
    bool seriousReaction = false;  // TAP-19
    bool afterPumpImplant = false; // ITB-18: TAP-7..9 do not apply
    friend bool operator==(const TaperInputs&, const TaperInputs&) = default;
};

using PlanInputs = std::variant<TitrationInputs, TaperInputs>;

struct Plan {
    ProductSet products;
    PlanInputs inputs;
    std::vector<Step> steps;

    PlanKind kind() const {
        return std::holds_alternative<TaperInputs>(inputs) ? PlanKind::taper : PlanKind::titration;
    }
    const TitrationInputs* titration() const { return std::get_if<TitrationInputs>(&inputs); }
    const TaperInputs* taper() const { return std::get_if<TaperInputs>(&inputs); }
    SplitRules splitRules() const;

    // The first day at 0 mg; nothing for a plan that ends open.
    std::optional<Date> stopDate() const;
    // The step in force on a day, or nothing.
    const Step* stepOn(Date day) const;
    // The number of that step, from 0.
    std::optional<std::size_t> indexOn(Date day) const;
    friend bool operator==(const Plan&, const Plan&) = default;
};

// True if every step follows the one before on the next day and only the last is open (PT-5).
bool isContiguous(const std::vector<Step>& steps);

enum class RevisionStatus : std::uint8_t { draft, active, superseded, withdrawn };

// An answer to a BLOCK-OVR finding: it holds only while the finding's fingerprint stays the same.
struct Override {
    RuleId rule;
    std::uint64_t fingerprint = 0;
    std::string reason;
    std::string who;             // name as signed
    std::string when;            // UTC, ISO 8601
    std::string secondName = {}; // of whom SecondName asks for; never the one who signed
    friend bool operator==(const Override&, const Override&) = default;
};

// One version of a plan in the record. Drafts are edited; anything else is immutable.
struct Revision {
    RevisionId id;
    PlanId planId;
    PatientId patient;
    int planNumber = 1; // counts per patient
    int version = 1;    // counts per plan
    RevisionStatus status = RevisionStatus::draft;
    Plan plan;
    Date effectiveFrom; // days before it belong to the revision that it replaces
    std::optional<RevisionId> replaces;
    std::string reason;        // why it was made or changed
    std::vector<RuleId> rules; // DAT-3
    std::vector<Override> overrides;
    std::string author;
    std::string createdAt;   // UTC
    std::string activatedBy; // empty for a draft
    std::string activatedAt;
    std::int64_t rowVersion = 1;
};

} // namespace lento::core
