#include "core/amount.h"

#include "core/decimal.h"

namespace lento::core {

namespace {

// A JSON number of this many decimals survives the way through a double (exemplars: amounts up to 300 mg).
constexpr int enteredDecimals = 4;
constexpr std::int64_t nanogramsPerEnteredUnit = nanogramsPerMilligram / 10'000;
// Far above every limit of the rules, far below where 64 bits end.
constexpr std::int64_t mostMilligrams = 100'000;

template <class Dose>
// rule: UNI-2
Result<Dose> fromMilligrams(std::string_view text) {
    const Result<std::int64_t> units = parseDecimal(text, enteredDecimals);
    if (!units && units.error().code != ErrorCode::outOfRange)
        return failure(units.error());
    if (!units || *units < 0 || *units > mostMilligrams * 10'000)
        return failure(ErrorCode::outOfRange, {}, {std::string(text), "0", std::to_string(mostMilligrams)});
    return Dose::nanograms(*units * nanogramsPerEnteredUnit);
}

} // namespace

Result<OralDose> oralDoseFromMilligrams(std::string_view text) {
    return fromMilligrams<OralDose>(text);
}

Result<DailyDose> dailyDoseFromMilligrams(std::string_view text) {
    return fromMilligrams<DailyDose>(text);
}

// rule: RND-5
std::string milligramText(OralDose dose) {
    return formatDecimal(dose.inNanograms(), 6);
}

std::string milligramText(DailyDose dose) {
    return formatDecimal(dose.inNanograms(), 6);
}

std::string microgramText(PumpDose dose) {
    return formatDecimal(dose.inNanograms(), 3);
}

std::string microgramText(PumpBolus dose) {
    return formatDecimal(dose.inNanograms(), 3);
}

std::string millilitreText(Volume volume) {
    return formatDecimal(volume.inNanolitres(), 6);
}

} // namespace lento::core
