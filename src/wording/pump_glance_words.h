// How a pump in place is said in one line, on the banner and in the patient list (ITB-13, ITB-22).
#pragma once

#include "core/pump_status.h"

#include <QString>

namespace lento::wording {

// "ITB 250 mcg/day · refill by 12-Jan-2027"; past that day "refill overdue since …", past the alarm date so. Never by
// colour alone.
QString pumpGlanceText(core::PumpDose daily, core::Date refillBy, core::RefillUrgency urgency);
// The same without the dose, for the narrow list, where it stands in the line above: "Refill by 12-Jan-2027".
QString pumpRefillText(core::Date refillBy, core::RefillUrgency urgency);
// Of a pump whose fill or setting is not recorded.
QString pumpNotAssessedText();

} // namespace lento::wording
