// The words of the two emergency cards of a pump, withdrawal and overdose (ITB-19, ITB-20, ITB-21): one source for the
// screen and for paper.
#pragma once

#include "wording/emergency_words.h"

#include <span>

namespace lento::wording {

enum class PumpEmergency : std::uint8_t { withdrawal, overdose };

const char* pumpEmergencyTitle(PumpEmergency kind); // English, context "emergency"
// In the order in which they are read; "%1" in a line is the emergency number.
std::span<const EmergencySection> pumpEmergencySections(PumpEmergency kind);
// What is said beside them of someone with a cord lesion at T6 or above (ITB-19).
const char* autonomicDysreflexiaLine();

} // namespace lento::wording
