// The pump's part of the dose-and-spasticity chart: its dose as steps by day, refills, and the days on which it began
// or will begin to beep (ITB-13, SCL-10).
#pragma once

#include "core/pump_record.h"

#include <optional>
#include <vector>

namespace lento::app {

struct ChartSeries;
struct PatientRecord;

struct PumpLevel {
    core::Date from;
    core::Date to; // included
    core::PumpDose daily;
    bool isAdjustment = false; // another dose of the same pump stood before
    friend bool operator==(const PumpLevel&, const PumpLevel&) = default;
};

struct PumpAlarm {
    core::Date on;
    bool isPast = false; // it was refilled later than this, or is not refilled yet
    friend bool operator==(const PumpAlarm&, const PumpAlarm&) = default;
};

struct PumpSeries {
    std::vector<PumpLevel> dose; // oldest first, until today; contiguous while one pump is in place
    std::vector<core::Date> refills;
    std::vector<PumpAlarm> alarms; // those that came, and the one ahead
    core::PumpDose highest;        // of the doses
};

// Fills series.pump, and lets its days count as the others do. Nothing without a setting.
void addPumpSeries(ChartSeries& series, const PatientRecord& record, const core::PumpNumbers& numbers);

// The dose on a day, or nothing.
std::optional<core::PumpDose> pumpDoseOn(const PumpSeries& series, core::Date day);

} // namespace lento::app
