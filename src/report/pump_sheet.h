// The pump sheet on one page, for the patient: the setting, the day of the refill, the alarm date, what the alarm
// sounds mean, and what to do (PAT-16, ITB-15).
#pragma once

#include "core/calendar.h"
#include "core/patient.h"
#include "core/pump.h"
#include "core/result.h"
#include "report/document.h"
#include "report/report_input.h"
#include "wording/doc_locale.h"

#include <string>
#include <string_view>

namespace lento::report {

inline constexpr std::string_view pumpSheetId = "pump-sheet"; // stored with each print

struct PumpSheetInput {
    ClinicDetails clinic;
    core::Identity patient;
    core::Date day; // of the print
    PaperSize paper = PaperSize::a4;
    std::string model;
    std::string serial; // empty: not recorded
    core::PumpDose daily;
    core::Date setOn;
    core::Concentration concentration;
    core::Date filledOn;
    core::Date refillBy;
    core::Date alarm;
    friend bool operator==(const PumpSheetInput&, const PumpSheetInput&) = default;
};

// Errors: proofFailed (pump_proof.h), missingResource.
core::Result<Document> pumpSheet(const PumpSheetInput& input, const wording::DocLocale& locale);

} // namespace lento::report
