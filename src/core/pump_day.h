// What a pump gives through the 24 hours of its own clock in each mode, from which its picture is drawn (ITB-11).
#pragma once

#include "core/pump_record.h"

#include <optional>
#include <vector>

namespace lento::core {

inline constexpr int hoursOfPumpDay = 24;

struct PumpDay {
    std::vector<FlexPeriod> rates; // from midnight to midnight without a gap; what flows beside the boluses
    std::vector<int> boluses;      // minutes at which one begins
    PumpBolus bolus;               // each of them
    PumpDose daily;                // of all together, to the nanogram
    friend bool operator==(const PumpDay&, const PumpDay&) = default;
};

// The minutes of periodic boluses are not recorded: they stand at equal distances from midnight on. Errors: those of
// flexDailyDose; missingField ("bolus"); outOfRange ("bolusesPerDay", "daily" for a dose of zero without periods);
// conflictingFields ("bolus") where the boluses come to more than the day.
Result<PumpDay> pumpDay(const PumpSetting& setting);

// The periods of a flex day against the daily dose beside them: nothing while they agree on the grid of 0.1 mcg, else
// what the periods come to.
std::optional<PumpDose> flexDisagreement(const std::vector<FlexPeriod>& periods, PumpDose daily);

} // namespace lento::core
