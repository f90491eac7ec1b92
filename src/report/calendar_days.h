// The days of a sheet as values: what is taken at each time, in which pieces, what changes, and what else is due.
//
// Taken from the plan alone; a day outside the plan has no SheetDay. Doses in nanograms (core amounts).
#pragma once

#include "core/dispense.h"
#include "core/plan.h"
#include "core/result.h"
#include "report/report_input.h"

#include <optional>
#include <vector>

namespace lento::report {

enum class DayChange : std::uint8_t { none, start, up, down, otherTimes, stop };

struct SlotDose {
    core::DayPart part = core::DayPart::morning;
    core::OralDose dose;
    std::vector<core::Pieces> pieces;
};

struct SheetDay {
    core::Date on;
    std::vector<SlotDose> slots; // only those still to come on the first day; none when the plan is at 0 mg
    core::DailyDose total;       // of these slots
    core::DailyDose planned;     // of the whole day
    core::DailyDose before;      // the day before, when change is up or down
    DayChange change = DayChange::none;
    bool atZero = false; // stop date and later
    bool onlyAfterReview = false;
    bool partial = false; // the first day, begun in the middle
    std::vector<Appointment> appointments;
};

struct SheetDays {
    std::vector<SheetDay> days;       // one for each day, in order
    std::vector<core::DayPart> parts; // rows that each cell has
    std::vector<core::Pieces> supply; // whole, half and volume of each product that is used
    std::optional<core::Date> lastDoseDay;
    bool openEnded = false;              // the plan goes on after the last day
    std::optional<core::Date> gatedFrom; // the first day that needs a review before it (TIT-17)

    const SheetDay* on(core::Date day) const;
};

// First and last day of the sheet by report_input.h. Errors: nothingToPrint.
core::Result<core::DateSpan> sheetSpan(const ReportInput& input);
// Errors: nothingToPrint, doseNotDispensable (values: dose_ng, lower_ng, higher_ng).
core::Result<SheetDays> sheetDays(const ReportInput& input);

} // namespace lento::report
