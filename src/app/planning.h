// Planning: drafting a titration or taper with its findings, supply and alternatives, changing the active plan, and
// making a draft the plan. Pure until it saves.
#pragma once

#include "app/record.h"
#include "app/timeline.h"
#include "content/catalogue.h"
#include "core/finding.h"
#include "core/plan.h"
#include "core/plan_change.h"
#include "core/result.h"
#include "core/rules.h"
#include "core/supply.h"
#include "core/taper.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lento::app {

class Session;

// What a plan is made against; copied once a patient is opened, so that a slider move touches no file.
struct PlanningContext {
    const content::Catalogue* catalogue = nullptr;
    core::PatientFacts facts;
    core::Date today;
    std::optional<core::DailyDose> doseToday;
    std::optional<core::DoseSplit> splitToday;
    core::SplitStrategy strategyToday = core::SplitStrategy::equal; // of the plan in force
    std::optional<core::ProductSet> productsToday;                  // likewise
    // The record's line of doses, for what is taken on the eve of a plan; without one, doseToday is.
    std::shared_ptr<const DoseTimeline> timeline;
};
PlanningContext planningContext(const content::Catalogue& catalogue, const PatientRecord& record, core::Date today);

// A plan with all that is shown beside it.
struct PlanView {
    core::Plan plan;
    std::vector<core::Finding> findings;
    core::Supply supply;
    std::vector<core::Date> reviews;
};
PlanView viewOf(core::Plan plan, const PlanningContext& context);
core::Result<PlanView> plan(const core::PlanInputs& inputs, const core::ProductSet& products,
                            const PlanningContext& context);

// The enabled protocols for the patient's indication, age, weight and region, in the order of the catalogue.
std::vector<const core::Protocol*> protocolsFor(const PlanningContext& context);
// A use of IND for which the clinic has enabled nothing, or for which there is no rule.
bool isFreePlan(const PlanningContext& context);
// missingField where a protocol by weight cannot be worked out for the patient.
core::Result<void> canDose(const PlanningContext& context, const core::Protocol& protocol);
// The first protocol of a use other than spasticity, and for a child the one by weight (PED). TIT-ORAL-ADULT-4 for whom
// it is meant (age, cerebral origin, recorded conditions), otherwise the default protocol.
const core::Protocol& proposedProtocol(const PlanningContext& context);
// What a new plan is made from: the products of the plan in force, else what the clinic offers to begin with (FRM-1):
// the standard tablet (TAB10) or its finest product. None where it offers none that is fine enough.
core::ProductSet usualProducts(const PlanningContext& context);
// What doses are rounded to while a visit is judged: the smallest piece of the products in use, else of usualProducts.
// Where there are none nothing is rounded; a plan cannot be made then anyway.
core::DailyDose grainToJudgeBy(const PlanningContext& context);
// The set with which a protocol's smallest step can be made: `present`, or with halved 5 mg tablets beside it when its
// pieces are too coarse (TIT-ORAL-ADULT-3), or with another of what the clinic offers.
core::ProductSet productsFor(const core::Protocol& protocol, const core::ProductSet& present,
                             const content::Catalogue& catalogue);
// What the controls start with: the default protocol adjusted by kidney and age; the taper preset of TAP-11 from
// today's dose.
core::TitrationInputs proposedTitration(const PlanningContext& context, const core::Protocol& protocol,
                                        core::Date start, const core::ProductSet& products);
// Who already takes baclofen begins at today's dose; without a recorded start of treatment the slower preset is taken.
core::TaperInputs proposedTaper(const PlanningContext& context, core::Date start);
std::vector<core::TaperRiskFlag> taperRiskFlags(const PlanningContext& context);

// One row of the comparison.
struct Alternative {
    core::PlanInputs inputs;
    bool chosen = false;
    int days = 0; // from the first reduced day to the stop date, or to the goal
    int steps = 0;
    core::DailyDose largestChange;
    std::int64_t tablets = 0; // all strengths, DSP-5
    std::optional<core::Date> ends;
    std::optional<core::Action> hardestFinding;
};
// The chosen inputs first, then other percentages, bases and intervals of the same plan; titration: the other
// protocols.
std::vector<Alternative> alternatives(const PlanView& chosen, const PlanningContext& context);

// A draft being edited. It becomes a revision only through makeActive.
struct Draft {
    core::PatientId patient;
    std::optional<core::RevisionId> basedOn; // the active revision it changes; nothing for a new plan
    // What was active when it was drafted, if anything: making it the plan fails with recordChanged if that is no
    // longer so.
    std::optional<core::RevisionId> activeThen;
    core::Plan plan;
    core::Date effectiveFrom;
    std::string reason;
    std::vector<core::RuleId> rules;
    std::vector<core::Override> overrides; // reasons given so far, by fingerprint
};

// Old against new, for the Finish page.
struct FinishSide {
    std::string plan; // "6, version 1"; empty when there was none
    std::optional<core::PlanKind> kind;
    std::optional<core::DailyDose> doseToday;
    std::optional<core::Step> firstChange;
    std::optional<core::DailyDose> largestStep;
    std::optional<std::int64_t> largestStepTenths; // of the starting dose
    std::optional<core::Date> ends;
    std::optional<int> days;
    core::Supply supply;
    std::optional<core::Date> nextVisit;
};
struct FinishComparison {
    FinishSide now;
    FinishSide next;
    std::vector<core::Finding> findings;
    std::vector<core::Finding> owed; // still need a reason
};
// `now` is the active plan, `next` the draft as it would stand in the record.
FinishComparison compareForFinish(const PatientRecord& record, const Draft& draft, const PlanningContext& context);

// Saves the draft so that a crash loses at most two seconds of typing; no audit line. Errors: those of writing.
core::Result<void> saveDraft(Session& session, const Draft& draft);
core::Result<std::optional<Draft>> loadDraft(Session& session, const core::PatientId& patient);
core::Result<void> discardDraft(Session& session, const core::PatientId& patient);

// One transaction: revision, steps, findings, overrides, the superseded revision, audit; the draft is gone afterwards.
// Errors: reasonMissing (the rule), limitHard, recordChanged (someone else made a plan meanwhile), dateInPast (it would
// change days that a plan has already filled, DAT-3), missingField (a plan without steps), those of writing.
core::Result<core::Revision> makeActive(Session& session, const Draft& draft, const PlanningContext& context);

// Changes of the active plan, as drafts to be finished like any other: hold, step back, shift, resume. Reasons already
// given for its findings come along. Errors: notFound (no active plan), those of core::hold and its kin.
core::Result<Draft> draftHold(const PatientRecord& record, core::Date on, int days, const core::RuleNumbers& numbers);
core::Result<Draft> draftStepBack(const PatientRecord& record, core::Date on, const core::RuleNumbers& numbers);
core::Result<Draft> draftShift(const PatientRecord& record, core::Date from, int days);
core::Result<Draft> draftResume(const PatientRecord& record, core::Date on, const core::RuleNumbers& numbers);
// A new plan from today's dose that replaces what is in force from its first step on.
Draft draftNew(const PatientRecord& record, core::Plan plan);

} // namespace lento::app
