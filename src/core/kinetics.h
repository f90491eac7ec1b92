// The teaching model of a day's concentrations: one compartment, first order, superposed to the steady state (PK-2,
// PK-3).
//
// An average adult or child, not this patient; no dose is ever derived from it (PK-5), hence binary floating point.
#pragma once

#include "core/dose_times.h"
#include "core/result.h"

#include <cstdint>
#include <vector>

namespace lento::core {

struct RuleNumbers;

struct KineticModel {
    double absorptionPerHour = 0; // ka
    double litresPerHour = 0;     // CL/F
    double litres = 0;            // V/F
    double eliminationPerHour() const { return litresPerHour / litres; }
    double halfLifeHours() const;
};

// PK-2, adults. Precondition: k >= 0.
KineticModel adultKinetics(double k, const RuleNumbers& numbers);
// PK-3, by weight. Errors: outOfRange for an age outside its years ("age") or a weight of 0 ("weight").
Result<KineticModel> childKinetics(int ageYears, std::int32_t weightGrams, const RuleNumbers& numbers);

struct SteadyState {
    double average = 0; // ng/mL, as all of these
    double peak = 0;
    int peakMinute = 0; // of the day
    double trough = 0;
    int troughMinute = 0;
    std::vector<double> curve; // at each minute of the day, 1440 of them
};
// The same doses every day until nothing changes from day to day. All zero for no doses.
SteadyState steadyState(const KineticModel& model, const std::vector<TimedDose>& doses);

} // namespace lento::core
