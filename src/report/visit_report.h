// The summary of a visit, for the patient, on one page unless more was measured than it holds: when the next review is,
// what to do if it gets worse, "do not stop suddenly" (VIS-13); then what was decided and found.
//
// The only doses on it are those of the plan that is followed; a decision names none, for the calendar does. Notes
// are the clinic's and stay out.
#pragma once

#include "core/calendar.h"
#include "core/decided_visit.h"
#include "core/patient.h"
#include "core/result.h"
#include "core/split.h"
#include "core/visit.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <optional>
#include <string_view>
#include <vector>

namespace lento::report {

inline constexpr std::string_view visitReportId = "visit"; // stored with each print

struct FoundEffect {
    QString name; // English, as the catalogue has it; or the clinician's own words
    int grade = 1;
};

struct VisitSheetInput {
    ClinicDetails clinic;
    core::Identity patient;
    core::Visit visit;
    std::optional<core::Visit> before;       // the visit before it, for "last time"
    std::optional<core::VisitChoice> choice; // what was decided
    bool newCalendarToCome =
        false; // the decision changes the plan, which still stands as it was: its next change is left out
    std::vector<FoundEffect> effects; // of grade 1 and more
    // Names, English as the catalogue has them; empty: asked for and absent; nothing: not asked.
    std::optional<std::vector<QString>> withdrawalSigns;
    std::optional<std::vector<QString>> dangerSigns;
    std::optional<core::DoseSplit> taken;    // by plan, on the day of print
    std::optional<core::Date> nextChange;    // after it
    std::optional<core::DailyDose> nextDose; // from that day on
    std::optional<core::Date> nextReview;    // nothing: none is fixed
    core::Date printed;
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> visitReport(const VisitSheetInput& input, const wording::DocLocale& locale);

} // namespace lento::report
