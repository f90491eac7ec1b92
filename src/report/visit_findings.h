// What was found at a visit, line by line in the patient's words: each scale that was used, beside the last time it was
// (SCL); unwanted effects, signs of withdrawal and of danger, falls, what was measured.
#pragma once

#include "report/visit_report.h"

#include <QStringList>

namespace lento::report {

// Nothing for what was not asked or measured.
QStringList visitFindings(const VisitSheetInput& input, const wording::DocLocale& locale);

} // namespace lento::report
