// Amounts, dates, ages and names as a clinician reads them on a screen; typed_values reads them back, doc_locale writes
// paper.
//
// The same on every workstation whatever its regional settings: '.' as decimal mark, no trailing zero, a digit before
// the mark, a space before the unit (RND-5, experience.md "How values are written"), dates as 09-Dec-2026 with English
// months. No function fails.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/dispense.h"
#include "core/patient.h"
#include "core/per_weight.h"
#include "core/plan.h"
#include "core/product.h"
#include "core/ratio.h"
#include "core/scale.h"
#include "core/split.h"
#include "core/supply.h"

#include <QString>

#include <vector>

namespace lento::wording {

// "12.5", without a unit; for table columns whose heading names it.
QString milligrams(core::OralDose dose);
QString milligrams(core::DailyDose dose);
QString doseText(core::OralDose dose);             // "12.5 mg"
QString doseText(core::DailyDose dose);            // "45 mg", where the words around it say "a day"
QString dailyText(core::DailyDose dose);           // "45 mg/day"
QString microgramsPerDayText(core::PumpDose dose); // "95.5 mcg/day"
QString splitText(const core::DoseSplit& split);   // "15 – 20 – 20"; "0" for no doses
// "15 mg morning, 20 mg midday, 20 mg evening"
QString splitWords(const core::DoseSplit& split);
QString dayPartText(core::DayPart part); // "Morning"

QString percentText(std::int64_t tenths);   // 83 gives "8.3 %", 100 gives "10 %"
QString percentText(core::Percent percent); // "10 %"
QString countText(std::int64_t count);      // "1,234"

QString volumeText(core::Volume volume); // "2.5 mL"
// "United Kingdom, Europe": whose labels and products.
QString regionText(core::Region region);
QString productText(const core::Product& product); // "10 mg tablet", "oral liquid 1 mg/mL", "25 mg tablet (Lioresal)"
// "1 × 10 mg + half of one 10 mg"; "2.5 mL" for a liquid; "none" for no pieces.
QString piecesText(const std::vector<core::Pieces>& pieces, const core::ProductSet& products);
// "231 tablets of 10 mg (168 whole, 126 halves)"; "250 mL of oral liquid 1 mg/mL".
QString supplyText(const core::ProductSupply& supply, const core::ProductSet& products);

QString clinicalDate(core::Date date);            // "09-Dec-2026"
QString clinicalDateWithWeekday(core::Date date); // "Wed 09-Dec-2026"
QString shortDate(core::Date date);               // "09-Dec", only where the year is beyond doubt
QString monthText(int year, int month);           // "December 2026"
QString weekdayText(core::Weekday day);           // "Monday"
QString weekdayShort(core::Weekday day);          // "Mon"
QString spanText(const core::DateSpan& span);     // "05-Jan-2026 to 11-Jan-2026", "from 05-Jan-2026"
QString daysText(int days);                       // "1 day", "14 days", "12 weeks" for whole weeks from three on

QString ageText(core::Date birth, core::Date today);        // "65 y"; "14 months" under two years; empty before birth
QString weightText(std::int32_t grams);                     // "68.5 kg"
QString heightText(std::int32_t millimetres);               // "172 cm"
QString perWeightText(core::PerWeight amount);              // "0.3 mg/kg"
QString creatinineText(const core::Creatinine& creatinine); // "1.1 mg/dL", "95 umol/L"
QString nrsText(int tenths);                                // "3.5"
QString masText(core::Mas level);                           // "1+"
QString masMeanText(std::int32_t thousandths);              // "1.9": tenths, a half of one rounded up
QString sexText(core::Sex sex);                             // "Female", "Male", "Not recorded"

QString nameText(const core::Identity& identity); // "KOWALSKI, Maria" or "KOWALSKI, Maria (Dr)"
// "Born 12-Mar-1961 (65 y)"
QString bornText(core::Date birth, core::Date today);

} // namespace lento::wording
