#include "core/kinetics.h"

#include "core/rule_numbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lento::core {

namespace {

constexpr double minutesPerHour = 60.0;
constexpr double hoursPerDay = 24.0;
constexpr double nanogramsPerMillilitreInMgPerLitre = 1000.0;

double milligrams(OralDose dose) {
    return static_cast<double>(dose.inNanograms()) / static_cast<double>(nanogramsPerMilligram);
}

// What one rate leaves, at each minute after a dose that has been taken every day for ever.
std::vector<double> remains(double perHour) {
    std::vector<double> values(minutesPerDay);
    const double everyDayBefore = 1.0 / (1.0 - std::exp(-perHour * hoursPerDay));
    for (std::size_t minute = 0; minute < values.size(); ++minute)
        values[minute] = everyDayBefore * std::exp(-perHour * static_cast<double>(minute) / minutesPerHour);
    return values;
}

} // namespace

double KineticModel::halfLifeHours() const {
    return std::numbers::ln2 / eliminationPerHour();
}

// rule: PK-2
KineticModel adultKinetics(double k, const RuleNumbers& numbers) {
    const auto& rule = numbers.pk2;
    const double renal = std::min(k, rule.fullK) / rule.fullK;
    return {rule.absorptionPerHour, rule.litresPerHour * (1.0 - rule.renalShare + rule.renalShare * renal),
            rule.litres};
}

// rule: PK-3
Result<KineticModel> childKinetics(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers) {
    const auto& rule = numbers.pk3;
    if (ageYears < rule.fromYears || ageYears > rule.toYears)
        return failure(ErrorCode::outOfRange, "age",
                       {std::to_string(ageYears), std::to_string(rule.fromYears), std::to_string(rule.toYears)});
    if (weightGrams <= 0)
        return failure(ErrorCode::outOfRange, "weight", {std::to_string(weightGrams), "1", {}});
    const double kilograms = static_cast<double>(weightGrams) / 1000.0;
    return KineticModel{numbers.pk2.absorptionPerHour, rule.litresPerHourPerKg * kilograms,
                        rule.litresPerKg * kilograms};
}

SteadyState steadyState(const KineticModel& model, const std::vector<TimedDose>& doses) {
    SteadyState state;
    state.curve.assign(minutesPerDay, 0.0);
    const double ka = model.absorptionPerHour;
    const double ke = model.eliminationPerHour();
    const std::vector<double> eliminated = remains(ke);
    const std::vector<double> absorbed = remains(ka);
    double total = 0;
    for (const TimedDose& one : doses) {
        const double mg = milligrams(one.dose);
        total += mg;
        const double scale = nanogramsPerMillilitreInMgPerLitre * mg * ka / (model.litres * (ka - ke));
        for (int minute = 0; minute < minutesPerDay; ++minute) {
            const auto since = static_cast<std::size_t>((minute - one.minuteOfDay + minutesPerDay) % minutesPerDay);
            state.curve[static_cast<std::size_t>(minute)] += scale * (eliminated[since] - absorbed[since]);
        }
    }
    state.average = nanogramsPerMillilitreInMgPerLitre * total / (model.litresPerHour * hoursPerDay);
    const auto [lowest, highest] = std::minmax_element(state.curve.begin(), state.curve.end());
    state.peak = *highest;
    state.trough = *lowest;
    // Equal doses peak equally but for the last bits of a sum: the first of them is named.
    constexpr double lastBits = 1e-9;
    const auto first = [&state](auto reached) {
        return static_cast<int>(std::find_if(state.curve.begin(), state.curve.end(), reached) - state.curve.begin());
    };
    state.peakMinute = first([&](double value) { return value >= state.peak * (1.0 - lastBits); });
    state.troughMinute = first([&](double value) { return value <= state.trough * (1.0 + lastBits); });
    return state;
}

} // namespace lento::core
