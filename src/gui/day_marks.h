// What can be marked on a day of the calendar: all its doses taken, or one of them missed.
#pragma once

#include "gui/calendar_days.h"

namespace lento::gui {

// Only a day with a dose that has come.
bool canBeMarked(const CalendarDay& day);
// All doses taken; where they are already, nothing is marked.
core::DiaryDay allTakenOrNot(const CalendarDay& day);
core::DiaryDay withMissed(const CalendarDay& day, core::DayPart part);

} // namespace lento::gui
