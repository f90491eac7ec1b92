// What a person typed, read strictly into a value: everything that could mean two things is refused with a reason.
//
// Decimal mark '.' or ','; no group separators: "1.000" means a thousand in one country and one in another, so a number
// of which exactly three digits follow the mark is refused unless it starts with 0 (groupSeparator). The unit may be
// left out or be the right one; a wrong one is refused (wrongType, values: what was expected). Nothing is clamped.
// Surrounding blanks are ignored. Independent of regional settings. messages.h turns each Error into words that say
// what is accepted.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/patient.h"
#include "core/per_weight.h"
#include "core/product.h"
#include "core/pump.h"
#include "core/ratio.h"
#include "core/result.h"
#include "core/split.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace lento::wording {

// 09-Dec-2026, 9 Dec 2026, 9 December 2026, Wed 09-Dec-2026 (the weekday must be right), 2026-12-09, 09.12.2026, and
// 23/11/2026 or 11/23/2026 where only one reading is a date; 03/04/2026 is refused. Four-digit years only. Errors:
// emptyText, notADate; conflictingFields (values: both readings as ISO dates) when day and month could be swapped.
core::Result<core::Date> parseTypedDate(QStringView text);

// "12.5", "12,5", "12.5 mg". Errors: emptyText, notANumber, groupSeparator, tooManyDecimals, outOfRange, wrongType.
core::Result<core::OralDose> parseDose(QStringView text);
// The same, also "45 mg/day" and "45 mg a day".
core::Result<core::DailyDose> parseDailyDose(QStringView text);
// What is in one millilitre: "2", "2 mg/mL", "10 mg/5 mL" as labels write it. Errors as parseDose; tooManyDecimals
// where a millilitre holds no whole nanograms.
core::Result<core::OralDose> parseConcentration(QStringView text);
// "0.5", "0.5 mL"; 0.01 to 10 mL.
core::Result<core::Volume> parseVolume(QStringView text);
// "310", "310 mcg", "310 mcg/day" on the grid of 0.1 mcg (UNI-2); above 0, at most 100,000, as hard limits are the
// rules'. Milligrams are refused, never converted (UNI-1): wrongType. Otherwise errors as parseDose.
core::Result<core::PumpDose> parsePumpDose(QStringView text);
core::Result<core::PumpBolus> parsePumpBolus(QStringView text);
// "500", "500 mcg/mL"; 1 to 10,000. Whether it may fill a pump is a rule's business.
core::Result<core::Concentration> parsePumpConcentration(QStringView text);
// "17.6", "17.6 mL" in a reservoir; 0 to 100 mL, three decimals.
core::Result<core::Volume> parseReservoirVolume(QStringView text);
// "0.0022", "0.0022 mL/cm" in a centimetre of catheter; 0.0001 to 1 mL, four decimals.
core::Result<core::Volume> parseCatheterVolume(QStringView text);
// "00:00 8; 06:00 20; 22:00 15": from when on, mcg an hour, each until the next and the last until midnight (ITB-11).
// Errors: emptyText; notANumber (values: the part that is not a time and a rate); those of core::flexDailyDose.
core::Result<std::vector<core::FlexPeriod>> parseFlexDay(QStringView text);
// "15-20-20", "15 – 20 – 20", "15 / 20 / 20": as many doses as the split has. Errors as parseDose; outOfRange (values:
// the text, dosesPerDay, dosesPerDay) for another number of doses.
core::Result<core::DoseSplit> parseSplit(QStringView text, int dosesPerDay);

// "10", "10 %": a whole percentage from 1 to 100. Errors: emptyText, notAnInteger, outOfRange, wrongType.
core::Result<core::Percent> parsePercent(QStringView text);
// "7" within [lowest, highest]. Errors: emptyText, notAnInteger, outOfRange.
core::Result<int> parseWholeNumber(QStringView text, int lowest, int highest);

// "68.5", "68,5 kg", "900 g"; 0.3 to 400 kg. In grams.
core::Result<std::int32_t> parseWeight(QStringView text);
// "0.3", "0.3 mg/kg": what a child's weight decides, with at most three decimals; up to 100 mg/kg. Errors as parseDose.
core::Result<core::PerWeight> parsePerWeight(QStringView text);
// "3, 4, 7": whole numbers within [lowest, highest], each once. Errors as parseWholeNumber; conflictingFields (values:
// the number, twice) for one that stands twice.
core::Result<std::vector<int>> parseWholeNumbers(QStringView text, int lowest, int highest);
// "172", "172.5 cm", "1.72 m"; 30 to 250 cm. In millimetres.
core::Result<std::int32_t> parseHeight(QStringView text);
// "0" to "10" in steps of 0.1 (SCL-5). In tenths.
core::Result<int> parseNrs(QStringView text);
// "38.4" is 384; no unit, one decimal.
core::Result<int> parseTenths(QStringView text, int lowestTenths, int highestTenths);

// "12.5", "12,5 s"; two decimals. In hundredths of a second (SCL-8).
core::Result<int> parseSeconds(QStringView text, int lowestHundredths, int highestHundredths);

struct TypedCreatinine {
    std::int32_t thousandths = 0;
    core::CreatinineUnit unit = core::CreatinineUnit::mgPerDl;
    friend bool operator==(const TypedCreatinine&, const TypedCreatinine&) = default;
};
// "1.1 mg/dL", "95 umol/L", "95 µmol/l"; without a unit in the text the one given counts, and without that missingField
// "unit". 0.1 to 20 mg/dL or the same in umol/L (REN-1).
core::Result<TypedCreatinine> parseCreatinine(QStringView text, std::optional<core::CreatinineUnit> unit = {});

} // namespace lento::wording
