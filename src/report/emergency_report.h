// The emergency card on one page: whom to call, the signs, what the treating team must know, and what the patient takes
// (AE-4, WDL-4); or one of the two cards of a pump (ITB-19, ITB-20).
//
// It holds no proposal and no dose to be given: in an emergency none is calculated (VIS-1).
#pragma once

#include "core/calendar.h"
#include "core/patient.h"
#include "core/pump.h"
#include "core/result.h"
#include "core/split.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"
#include "wording/pump_emergency_words.h"

#include <optional>
#include <string>
#include <string_view>

namespace lento::report {

inline constexpr std::string_view emergencyReportId = "emergency"; // stored with each print

// What the cards of a pump say of it; what is not known is said to be (ITB-19, ITB-20).
struct PumpCardInput {
    wording::PumpEmergency kind = wording::PumpEmergency::withdrawal;
    std::string model; // empty: not recorded
    std::string serial;
    std::optional<core::PumpDose> daily;
    std::optional<core::Concentration> concentration;
    std::optional<core::Date> alarm;
    bool highCordLesion = false; // T6 or above
};

struct EmergencyInput {
    ClinicDetails clinic;
    core::Identity patient;
    std::optional<core::DoseSplit> taken; // what the plan says for that day; nothing without a plan
    std::optional<PumpCardInput> pump;    // one of the pump's two cards instead
    core::Date day;
    PaperSize paper = PaperSize::a4;
};

core::Result<Document> emergencyReport(const EmergencyInput& input, const wording::DocLocale& locale);

} // namespace lento::report
