// The proof that pages say what the plan says: every day once, tablets x strength = mg, times of day = day, nothing
// else.
//
// It reads the finished Document back (texts and drawn tablets with their Tags), not the code that laid it out, and so
// also catches a document that was altered afterwards. Units: nanograms throughout.
// Errors: proofFailed (subject: the day as an ISO date; values: what does not add up).
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

namespace lento::report {

core::Result<void> prove(const Document& document, const ReportInput& input, const wording::DocLocale& locale);

} // namespace lento::report
