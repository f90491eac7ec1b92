// Where a pump stands on a day: what is left, when it beeps, by when it is refilled and replaced, how urgent that is
// (ITB-12 to ITB-15, ITB-22).
#pragma once

#include "core/plan.h"
#include "core/pump_record.h"

#include <optional>
#include <vector>

namespace lento::core {

// ITB-22, from the calmest.
enum class RefillUrgency : std::uint8_t { later, soon, warn, late, pastAlarm };
RefillUrgency refillUrgency(const Refill& refill, Date today, const PumpNumbers& numbers);

// ITB-15: the day on which the pump ends its service, rounded down to a whole day, and the day by which its
// replacement is planned.
struct PumpService {
    Date ends;
    Date planBy;
    friend bool operator==(const PumpService&, const PumpService&) = default;
};
PumpService pumpService(const PumpImplant& implant, const PumpNumbers& numbers);

struct PumpStatus {
    PumpImplant implant;
    PumpSetting setting;
    PumpRefill last;
    Refill refill;
    Volume left;      // expected on the morning of the day
    Volume flow;      // a day
    int daysLeft = 0; // until the day of the refill; negative when that is past
    RefillUrgency urgency = RefillUrgency::later;
    PumpService service;
};
// Nothing without a pump in place, or before its first fill and setting. Errors: those of refill().
Result<std::optional<PumpStatus>> pumpStatus(const PumpCourse& course, Date today,
                                             const std::vector<Weekday>& closedDays, const PumpNumbers& numbers);

// ITB-17: what fills tubing and catheter at the implant.
PumpBolus primingBolus(const Catheter& catheter, Concentration concentration);

// ITB-18: how oral baclofen goes once the pump runs: fixed steps of a quarter of the dose before the implant, every
// third day; TAP-3's path over the final dose stays. Precondition: before is not zero.
TaperInputs oralWean(Date firstReducedDay, DailyDose before, const PumpNumbers& numbers);

} // namespace lento::core
