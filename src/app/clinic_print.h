// A ClinicPrint is a sheet of the clinic's figures that left the program. It belongs to no patient, so the audit trail
// keeps it: who printed it, when, and the numbers that stood on it.
#pragma once

#include "core/calendar.h"
#include "core/clinic_figures.h"
#include "core/result.h"

#include <string>

namespace lento::app {

class Session;

struct ClinicPrint {
    std::string kind;        // the report's id
    std::string paper;       // "A4", "Letter"
    std::string destination; // "printer", "pdf"
    core::Date day;          // on which it was counted
    core::ClinicFigures figures;
};

// One transaction. Errors: those of writing.
core::Result<void> recordClinicPrint(Session& session, const ClinicPrint& print);

} // namespace lento::app
