// What the papers of a pump, and the days of a pump on a plan's sheet, are told; gathered from a patient's record.
#pragma once

#include "core/clinic.h"
#include "core/medicine.h"
#include "core/patient.h"
#include "core/pump_status.h"
#include "report/emergency_report.h"
#include "report/pump_sheet.h"
#include "report/report_input.h"

#include <optional>
#include <vector>

namespace lento::report {

// The day of the refill and the alarm date among the appointments of a sheet; a refill that is overdue stands on the
// day of print (ITB-13, ITB-22).
void addPumpDays(ReportInput& input, const core::Refill& refill);

PumpSheetInput pumpSheetInput(const core::Clinic& clinic, const core::Identity& patient, const core::PumpStatus& status,
                              core::Date today);

// status: nothing where fill or setting is missing; then the card says that they are not recorded.
PumpCardInput pumpCardInput(wording::PumpEmergency kind, const core::PumpCourse& course,
                            const std::optional<core::PumpStatus>& status,
                            const std::vector<core::Condition>& conditions, core::Date today);

} // namespace lento::report
