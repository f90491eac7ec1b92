// The emergency card on one page: whom to call, the signs, what the treating team must know, and what the patient takes
// (AE-4, WDL-4).
//
// It holds no proposal and no dose to be given: in an emergency none is calculated (VIS-1).
#pragma once

#include "core/calendar.h"
#include "core/patient.h"
#include "core/result.h"
#include "core/split.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <optional>
#include <string_view>

namespace lento::report {

inline constexpr std::string_view emergencyReportId = "emergency"; // stored with each print

struct EmergencyInput {
    ClinicDetails clinic;
    core::Identity patient;
    std::optional<core::DoseSplit> taken; // what the plan says for that day; nothing without a plan
    core::Date day;
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> emergencyReport(const EmergencyInput& input, const wording::DocLocale& locale);

} // namespace lento::report
