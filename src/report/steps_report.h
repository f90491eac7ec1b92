// The plan as a table of its steps on one page: from, to, each time of day, mg a day, tablets of a day, and what
// changes.
//
// Portrait; for the letter, the pharmacy and the patient who wants to see the whole way.
// Errors: nothingToPrint (no steps), textClipped (more steps than a page holds in the smallest type).
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

namespace lento::report {

core::Result<Document> stepsReport(const ReportInput& input, const wording::DocLocale& locale);

// The clinician's copy: the same table with the protocol and its version, off-label use, and the reason of each limit
// that was passed with the names behind it; as many pages as they take.
core::Result<Document> clinicianReport(const ReportInput& input, const wording::DocLocale& locale);

} // namespace lento::report
