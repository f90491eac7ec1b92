#include "core/kinetic_basis.h"

#include "core/renal.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

KineticBasis childBasis(KineticBasis basis, const PatientFacts& facts, Date today, const RuleNumbers& numbers) {
    basis.child = true;
    for (const Weight& weight : facts.weights) {
        if (weight.on <= today)
            basis.weight = weight; // oldest first
    }
    if (basis.ageYears < numbers.pk3.fromYears) {
        basis.why = NoKinetics::tooYoung;
    } else if (!basis.weight) {
        basis.why = NoKinetics::missing;
        basis.missing = {"weight"};
    } else if (const auto model = childKinetics(basis.ageYears, basis.weight->grams, numbers)) {
        basis.model = *model;
    }
    return basis;
}

} // namespace

KineticBasis kineticBasis(const PatientFacts& facts, Date today, const RuleNumbers& numbers) {
    KineticBasis basis;
    if (!facts.birthDate || *facts.birthDate > today) {
        basis.why = NoKinetics::missing;
        basis.missing = {"birth_date"};
        return basis;
    }
    basis.ageYears = completedYears(*facts.birthDate, today);
    if (basis.ageYears < adultAgeYears)
        return childBasis(std::move(basis), facts, today, numbers);

    if (facts.onDialysis.value_or(false)) {
        basis.why = NoKinetics::dialysis;
        return basis;
    }
    const RenalAssessment renal = assessRenal(facts, today, numbers);
    basis.creatinineDate = renal.creatinineDate;
    basis.missing = renal.missing;
    // Of two on one day either makes K doubtful.
    const bool unstable = std::ranges::any_of(
        facts.creatinines, [&](const Creatinine& each) { return each.on == renal.creatinineDate && each.unstable; });
    if (renal.creatinineTooOld) {
        basis.why = NoKinetics::tooOld;
        basis.missing = {"creatinine"};
    } else if (!renal.function) {
        basis.why = NoKinetics::missing;
    } else if (unstable) {
        basis.why = NoKinetics::unstable;
        basis.missing = {"creatinine"};
    } else {
        basis.k = renal.function->k;
        basis.model = adultKinetics(*basis.k, numbers);
    }
    return basis;
}

std::vector<int> peakMinutes(const SteadyState& state, const std::vector<TimedDose>& doses) {
    std::vector<int> at;
    for (const TimedDose& dose : doses)
        at.push_back(dose.minuteOfDay);
    std::ranges::sort(at);
    at.erase(std::ranges::unique(at).begin(), at.end());
    std::vector<int> peaks;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const int next = i + 1 < at.size() ? at[i + 1] : at.front() + minutesPerDay;
        int best = at[i];
        for (int minute = at[i]; minute < next; ++minute) {
            if (state.curve[static_cast<std::size_t>(minute % minutesPerDay)] >
                state.curve[static_cast<std::size_t>(best % minutesPerDay)])
                best = minute;
        }
        peaks.push_back(best % minutesPerDay);
    }
    return peaks;
}

std::vector<int> therapyMinutes(const SteadyState& state, const std::vector<TimedDose>& doses,
                                const RuleNumbers& numbers) {
    constexpr int halfHour = 30;
    constexpr int quarter = 15; // appointments are not made to the minute, nor is the model that exact
    std::vector<int> fitting = peakMinutes(state, doses);
    for (int& peak : fitting)
        peak = (peak + quarter / 2) / quarter * quarter;
    std::erase_if(fitting, [&](int peak) {
        return peak - halfHour < numbers.tit9.therapyFromMinute || peak + halfHour > numbers.tit9.therapyToMinute;
    });
    return fitting;
}

} // namespace lento::core
