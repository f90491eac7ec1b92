// What the rules make of a visit: the inputs of the decision table from record and visit, the proposal, and the restart
// after a gap in the diary. Pure; what was not recorded stays absent and nothing is guessed.
#pragma once

#include "app/dose_gap.h"
#include "app/dose_limits.h"
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
