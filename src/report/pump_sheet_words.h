// The words that every paper of a pump shares: dose, solution, pump, alarm sounds, when to go to hospital (PAT-16,
// ITB-15, ITB-19).
//
// Everything is fixed text of the catalogue, context "pump-sheet", filled with values. Numbers and their unit never
// stand on two lines.
#pragma once

#include "report/pump_sheet.h"
#include "wording/doc_locale.h"

#include <QString>

#include <span>

namespace lento::report {

class PumpSheetWords {
public:
    PumpSheetWords(const PumpSheetInput& input, const wording::DocLocale& locale)
        : m_input(input)
        , m_locale(locale) {}

    QString text(const char* source) const { return m_locale.text("pump-sheet", source); }
    QString micrograms() const;    // "310 mcg"
    QString concentration() const; // "1000 mcg/mL"
    QString pump() const;          // "Programmable pump, 20 mL, number SN-7"
    QString born() const;          // "born 12-Mar-1961"
    QString emergencyNumber() const;
    // "Next refill: Tue 01-Dec-2026 or before"; where that day has passed, to call the clinic today.
    QString refillLine() const;

    // Sources of the catalogue; text() translates them.
    static std::span<const char* const> dangers(); // each means: to hospital now
    static std::span<const char* const> sounds();  // of the pump: the single beep, then the two tones
    static std::span<const char* const> always();

private:
    const PumpSheetInput& m_input;
    const wording::DocLocale& m_locale;
};

} // namespace lento::report
