// Reads a finished paper of a pump back: each dose, each concentration and both dates on it are those it was told.
//
// Errors: proofFailed (subject: the day of the refill; values: what does not agree).
#pragma once

#include "core/result.h"
#include "report/pump_sheet.h"
#include "wording/doc_locale.h"

namespace lento::report {

// What must be there; whatever else is there must agree too.
enum class PumpFigures : bool { dates, all };

core::Result<void> provePump(const Document& document, const PumpSheetInput& input, const wording::DocLocale& locale,
                             PumpFigures figures);

} // namespace lento::report
