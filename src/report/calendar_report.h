// The month calendar a patient takes home: every day of the sheet once, what to take at each time in mg and in tablets
// drawn, boxes to tick, and on every page what to do when something is wrong (experience.md "The printed calendar",
// PAT-1, -2, -3, -15, -17, -18).
//
// Landscape, a month a page; a month whose doses need more room (four times a day in six weeks, several strengths,
// liquids) takes more pages of whole weeks. The pages are proved before they are returned.
// Errors: nothingToPrint (no products, or no day of the plan in the sheet), doseNotDispensable (DSP-2), proofFailed,
// missingResource.
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

namespace lento::report {

core::Result<Document> calendarReport(const ReportInput& input, const wording::DocLocale& locale);

} // namespace lento::report
