// The clinic in figures on paper: who is being titrated, tapered or stable on a day, tapers paused or reversed, and
// overrides by rule. It is the clinic's own sheet and names no patient.
#pragma once

#include "core/calendar.h"
#include "core/clinic_figures.h"
#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <map>
#include <string>
#include <string_view>

namespace lento::report {

inline constexpr std::string_view clinicReportId = "clinic-figures"; // stands in the audit trail with each print

struct ClinicReportInput {
    ClinicDetails clinic;
    core::ClinicFigures figures;
    std::map<std::string, QString> ruleTitles; // by id; a rule without a title stands by its id
    core::Date day;                            // on which it was counted and printed
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> clinicReport(const ClinicReportInput& input, const wording::DocLocale& locale);

} // namespace lento::report
