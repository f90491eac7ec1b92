// The reports there are, by the id that the print dialog, Documents and lento-cli use.
#pragma once

#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <span>
#include <string_view>

namespace lento::report {

using ReportFunction = core::Result<Document> (*)(const ReportInput& input, const wording::DocLocale& locale);

struct ReportEntry {
    std::string_view id; // "calendar", "steps"; stable, stored with each print
    const char* title;   // English source in context "reports"
    ReportFunction make;
};

std::span<const ReportEntry> reports();
// Errors: unknownName (values: the id, the ids known).
core::Result<ReportEntry> findReport(std::string_view id);
// The title of anything that can be printed, the emergency card and the visit summary included; the id itself when
// nobody knows it.
QString reportTitle(std::string_view id, const wording::DocLocale& locale);

} // namespace lento::report
