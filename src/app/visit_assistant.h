// What the rules make of a visit: the inputs of the decision table from record and visit, the proposal, and the restart
// after a gap in the diary. Pure; what was not recorded stays absent and nothing is guessed.
#pragma once

#include "app/planning.h"
#include "app/record.h"
#include "content/catalogue.h"
#include "core/decided_visit.h"
#include "core/interruption.h"
#include "core/response.h"
#include "core/visit.h"
#include "core/visit_decision.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

// What limits the dose of a patient on a day: the lowest that protocol, kidney and age allow (TIT-6), and the pace of
// the plan in force (TIT-18, VIS-10).
struct DoseLimits {
    core::DailyDose start; // the protocol's, after REN and RND-2
    core::DailyDose increment;
    int intervalDays = 0;
    std::optional<core::DailyDose> ceiling; // nothing while a value that it needs is missing
    std::vector<std::string> missing;       // "creatinine", "weight"
};
DoseLimits doseLimits(const PatientRecord& record, const content::Catalogue& catalogue, core::Date day);

// Doses marked as missed one after the other, up to a day.
struct DiaryGap {
    int doses = 0;
    int hours = 0; // from the last dose taken to the next to be taken, doses counted as even through their day
    core::Date lastTaken;
    core::DailyDose before; // the daily dose of that day
};
// Nothing for less than two in a row. What nobody marked ends a row; on the day itself and the day before it, times
// that were not marked yet are passed over.
std::optional<DiaryGap> diaryGap(const PatientRecord& record, core::Date day);

struct VisitAssessment {
    bool latest = true; // no visit after it: what is decided may still change the plan
    core::VisitInputs inputs;
    core::VisitDecision decision;
    core::Response response; // against the baseline
    std::optional<core::Date> baselineOn;
    DoseLimits limits;
    std::optional<DiaryGap> gap; // by the diary, or as a sudden stop was entered in the visit
    std::optional<core::Restart> restart;
};
// `visit` need not be saved. `today`: on which a change would begin.
VisitAssessment assessVisit(const PatientRecord& record, const core::Visit& visit, const content::Catalogue& catalogue,
                            core::Date today);
// Whether the signs of withdrawal are asked for: a taper runs or has just ended, or doses were stopped suddenly
// (WDL-5).
bool asksForWithdrawal(const PatientRecord& record, const core::Visit& visit, const core::RuleNumbers& numbers);

// What the clinician may choose, in the order of the screen, with the daily dose that it comes to.
struct OfferedChoice {
    core::VisitChoice choice = core::VisitChoice::maintain;
    std::optional<core::DailyDose> dose;
    bool proposed = false;
    bool draftsPlan = false; // choosing it changes the plan
};
std::vector<OfferedChoice> offeredChoices(const VisitAssessment& assessment, const PatientRecord& record,
                                          const content::Catalogue& catalogue, core::Date today);

// The choice as a draft of a plan; nothing when it leaves the plan as it is. Errors: those of planning.
core::Result<std::optional<Draft>> draftChoice(core::VisitChoice choice, const VisitAssessment& assessment,
                                               const PatientRecord& record, const content::Catalogue& catalogue,
                                               core::Date today);
// The restart after a gap as a titration from its dose back to the dose before (RST-2, RST-3). Errors: notFound when
// the full dose is to be taken again, those of planning.
core::Result<Draft> draftRestart(const VisitAssessment& assessment, const PatientRecord& record,
                                 const content::Catalogue& catalogue, core::Date today);

// The proposal as it is stored, still without a decision (DAT-4).
core::DecidedVisit proposalOf(const VisitAssessment& assessment, const content::Catalogue& catalogue);

} // namespace lento::app
