// The badge of a pump in place: dose and day of the refill, with the tone of its urgency (ITB-22).
#pragma once

#include "app/pump_days.h"
#include "gui/theme.h"

#include <QString>

namespace lento::gui {

struct PumpBadge {
    QString text;
    QString shortText; // without the dose
    Tone tone = Tone::neutral;
    QString detail; // for the tool tip; may be empty
};
PumpBadge pumpBadge(const app::PumpGlance& glance);
// True when it must be seen before anything else of the patient: near the day of the refill, past it, or not assessed.
bool pumpComesFirst(const app::PumpGlance& glance);

} // namespace lento::gui
