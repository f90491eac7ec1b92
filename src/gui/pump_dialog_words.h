// What the forms of a pump say alike: a line of words below a field, and the dates that follow from what is typed.
#pragma once

#include "core/pump_record.h"
#include "gui/workplace.h"

#include <QString>

class QLabel;

namespace lento::gui {

QLabel* noteLabel();
// "Alarm date 09-Dec-2026, refill by Tue 01-Dec-2026 (before the alarm, ITB-13)."; says so where the pump's constants
// are unverified.
QString refillWords(const core::PumpCourse& course, core::Date on, const Workplace& workplace);

} // namespace lento::gui
