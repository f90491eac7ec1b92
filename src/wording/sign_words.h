// Names of signs, red flags and adverse effects, and what each grade says, in the language of the screen (AE-1, AE-2).
//
// A document takes the same names in its own language: DocLocale::text(signContext, name).
#pragma once

#include <QString>

#include <span>
#include <string>

namespace lento::wording {

inline constexpr char signContext[] = "signs";

// The names that a translation knows: those of resources/catalogue/adverse_effects.json, red_flags.json and
// withdrawal_signs.json.
std::span<const char* const> signNames();
// In the language of the screen; a name that no translation knows stays as it is.
QString signText(const std::string& name);

// "moderate: limits demanding daily activities", for 0 to 4 (AE-1).
QString gradeText(int grade);
// All of them in one line.
QString gradesText();
// "very common", of resources/catalogue/adverse_effects.json.
QString frequencyText(const std::string& frequency);

} // namespace lento::wording
