// PatientSummary is the second line of a patient in the list: what for, how much today, what comes next.
#pragma once

#include "app/pump_days.h"
#include "app/timeline.h"
#include "core/ids.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/result.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lento::app {

class Session;

struct PatientSummary {
    core::PatientId id;
    std::string diagnosis;
    core::PatientStatus status = core::PatientStatus::active;
    std::optional<core::DailyDose> doseToday; // nothing when no plan says it
    std::optional<core::PlanKind> kind;       // of the plan that makes the next change, else of the one in force
    std::optional<DayDose> nextChange;
    std::optional<PumpGlance> pump; // nothing without one in place
};

// Only what the list shows, for the few patients in view. Errors: those of reading a clinic file.
core::Result<std::vector<PatientSummary>> loadSummaries(Session& session, const core::PumpNumbers& numbers,
                                                        std::span<const core::PatientId> patients);

} // namespace lento::app
