// What the diary says to do about doses that were missed on a day: one late dose, or several in a row (RST).
#pragma once

#include "gui/calendar_days.h"

#include <QString>

namespace lento::gui {

// One sentence a line; empty where nothing is marked as missed.
QString missedDoseWords(const CalendarDay& day, const app::PatientRecord& record, const core::RuleNumbers& numbers);

} // namespace lento::gui
