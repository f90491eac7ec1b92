// What a patient's sheets are told beside the plan: which revision the patient must hold, what it replaces, when to
// come, what changes after a visit.
#pragma once

#include "app/record.h"
#include "app/timeline.h"
#include "core/rule_numbers.h"

#include <optional>
#include <vector>

namespace lento::content {
class Catalogue;
}

namespace lento::app {

class Session;

// The active plan, also when it is still to begin, for that is the one to take home; else the one in force today. Null
// without any.
const core::Revision* revisionToPrint(const PatientRecord& record, core::Date today);

struct SheetFacts {
    const core::Revision* replaced = nullptr;  // in the record; null for a first plan
    std::vector<core::Date> reviews;           // TIT-11, TAP-16
    std::optional<core::DailyDose> doseBefore; // of the eve of the sheet's first day
};
SheetFacts sheetFacts(const PatientRecord& record, const core::Revision& revision, const core::RuleNumbers& numbers,
                      core::Date today);

// What the summary of a visit says of the days after it (VIS-13).
struct VisitSheetFacts {
    const core::Visit* before = nullptr; // in the record: the visit saved before it
    const core::DecidedVisit* decided = nullptr;
    bool newCalendarToCome =
        false;                    // it was decided to change the plan, and the plan is still the one it was seen under
    std::optional<DayDose> taken; // today
    std::optional<DayDose> next;  // the next change of the daily dose
    // The next proposed review of the plan (TIT-11, TAP-16); a year after the visit where the plan proposes none
    // (MON-2); nothing for a patient without baclofen.
    std::optional<core::Date> nextReview;
};
VisitSheetFacts visitSheetFacts(const PatientRecord& record, const core::Visit& visit, const core::RuleNumbers& numbers,
                                core::Date today);

// What was found when the revision was made active; of a draft, what is found now.
core::Result<std::vector<core::Finding>> findingsOf(Session& session, const PatientRecord& record,
                                                    const core::Revision& revision, const content::Catalogue& catalogue,
                                                    core::Date today);

} // namespace lento::app
