// The calendar of someone with a pump and no plan of tablets: the months from the day of print to the alarm date, with
// the day of the refill and the alarm date in them, and what to do (PAT-16, ITB-13, ITB-15).
#pragma once

#include "core/calendar.h"
#include "core/result.h"
#include "report/document.h"
#include "report/pump_sheet.h"
#include "wording/doc_locale.h"

#include <string_view>
#include <vector>

namespace lento::report {

inline constexpr std::string_view pumpCalendarId = "pump-calendar"; // stored with each print

struct PumpCalendarInput {
    PumpSheetInput pump;
    core::Weekday firstDayOfWeek = core::Weekday::monday;
};

// On one page: up to twelve months; an alarm date beyond them stands in words. Errors: proofFailed (pump_proof.h; or
// subject: a day that is not there once), missingResource.
core::Result<Document> pumpCalendar(const PumpCalendarInput& input, const wording::DocLocale& locale);

} // namespace lento::report
