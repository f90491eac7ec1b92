// The words of the emergency card (AE-4, WDL-4, REN-7, TAP-14): one source for the screen and for paper, which each
// translate it their own way.
#pragma once

#include <QString>

#include <span>
#include <string>

namespace lento::wording {

struct EmergencySection {
    const char* title; // English, context "emergency"
    std::span<const char* const> lines;
    const char* rules; // "WDL-4"; whom the section follows
};

// In the order in which they are read; "%1" in a line is the emergency number.
std::span<const EmergencySection> emergencySections();
const char* emergencyTitle();

// Screen language.
QString emergencyText(const char* source);
// What stands in a line for the number: the clinic's, or words for it.
QString emergencyNumberText(const std::string& clinicNumber);

} // namespace lento::wording
