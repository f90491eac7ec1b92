// The papers that lento-cli prints without a plan: the emergency cards and what a patient takes home about a pump.
#pragma once

#include "cli/patient_choice.h"
#include "core/calendar.h"
#include "core/result.h"
#include "report/document.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::cli {

// "emergency", "pump-withdrawal", "pump-overdose", "pump-sheet", "wallet-card", "pump-calendar"
const std::vector<std::string_view>& paperNames();
bool isPaper(std::string_view name);

struct Paper {
    report::Document document;
    std::string kind; // the report's id
    std::string language;
};
struct PaperChoice {
    std::string name;
    std::optional<QString> language; // the patient's if not said
    std::optional<report::PaperSize> paper;
};
// Errors: missingField ("pump") where there is no pump, or its fill or setting is not recorded; notFound (the
// language); those of reading and of the report. Precondition: isPaper(choice.name).
core::Result<Paper> makePaper(const OpenedPatient& opened, const PaperChoice& choice, core::Date today);

} // namespace lento::cli
