// The oral wean after a pump implant: tablets go step by step once the pump runs, shown beside the pump's own doses on
// one dated line (ITB-18).
#pragma once

#include "app/planning.h"
#include "app/pump_days.h"
#include "app/record.h"

#include <optional>
#include <vector>

namespace lento::app {

// What the wean starts from where nobody has typed it: the dose recorded with the implant, else what the plan said for
// the day of the implant. Nothing where neither is known.
std::optional<core::DailyDose> doseBeforeImplant(const PatientRecord& record, const core::PumpImplant& implant);
// True where there is something to wean: a pump in place and set, and tablets by plan today; or no plan of them, but
// some before the implant and the pump still being titrated.
bool mayWean(const PatientRecord& record, core::Date today);

// before: a day, of which each step takes a quarter; the wean begins at what the plan says for the eve of `start`, or
// at `before` where there is no plan. Errors: conflictingFields ("start", values: the day, the first day of the pump's
// dose) where the pump does not run by then; missingField ("pump") without one; those of app::plan.
core::Result<PlanView> planOralWean(const PatientRecord& record, const PlanningContext& context, core::Date start,
                                    core::DailyDose before);
// Ready for the Plan page.
Draft draftOralWean(const PatientRecord& record, core::Plan plan);

// A day on which tablets or pump change.
struct WeanDay {
    core::Date on;
    std::optional<core::DailyDose> oral; // nothing: no plan says it
    std::optional<core::PumpDose> pump;  // nothing: not in place, or no fill that lasts to that day
    bool oralChanges = false;
    bool pumpChanges = false;
    friend bool operator==(const WeanDay&, const WeanDay&) = default;
};
// From the first day, which is always there, to the last step of the plan, as it would be if the plan were made active.
std::vector<WeanDay> weanLine(const PatientRecord& record, const core::Plan& plan, const PumpDays& pump,
                              core::Date first);

} // namespace lento::app
