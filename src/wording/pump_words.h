// The words of a pump's record: modes, phases, outcomes, times, figures. Screen language.
#pragma once

#include "core/pump_rules.h"
#include "core/pump_status.h"

#include <QString>

#include <vector>

namespace lento::wording {

QString microgramsText(core::PumpDose dose);                  // "310 mcg"
QString microgramsText(core::PumpBolus dose);                 // "50 mcg"
QString concentrationText(core::Concentration concentration); // "500 mcg/mL"
QString flowText(core::Volume perDay);                        // "0.24 mL/day", four decimals at most
QString reservoirText(core::Volume volume);                   // "4.8 mL", one decimal, a half up
QString reservoirNumber(core::Volume volume);                 // "4.8", where the unit stands above
QString catheterVolumeText(core::Volume perCentimetre);       // "0.0022 mL/cm"
QString pumpModelText(const core::PumpModel& model);          // "Programmable pump, 20 mL (unverified)"
// "Confirmed by Dr A. Weber, 22-Nov-2026"; "Unverified" until somebody did.
QString confirmationText(const core::PumpModel& model);
// "+0.2": aspirated less expected, in mL with one decimal; a true minus sign.
QString differenceText(core::Volume expected, core::Volume aspirated);
// "00:00 8; 06:00 20": as typed_values reads it.
QString flexDayText(const std::vector<core::FlexPeriod>& periods);
QString timeOfDayText(int minute);               // "09:05"; 1440 is "24:00"
QString rangeText(const core::PumpRange& range); // "341–434 mcg/day"; words where nothing is between

QString pumpModeText(core::PumpMode mode);                    // "Simple continuous"
QString pumpModeDetailText(const core::PumpSetting& setting); // "Flex, 4 periods"; "Periodic bolus, 6 × 30 mcg"
QString pumpPhaseText(core::PumpPhase phase);                 // "Titration"
QString originText(core::SpasticityOrigin origin);            // "spinal origin"
QString trialOutcomeText(core::TrialOutcome outcome);
// "Refill in 9 d", "Refill due today", "Refill overdue 3 d", "Past the alarm date": never by colour alone (ITB-22).
QString refillBadge(const core::Refill& refill, core::RefillUrgency urgency, core::Date today);

} // namespace lento::wording
