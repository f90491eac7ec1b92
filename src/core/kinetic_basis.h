// What the teaching curve of a patient is drawn from: the adult's by K or the child's by weight, or the words' reason
// why there is none (PK-2, PK-3).
#pragma once

#include "core/calendar.h"
#include "core/kinetics.h"
#include "core/patient.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::core {

struct RuleNumbers;

enum class NoKinetics : std::uint8_t {
    none,     // there is a model
    missing,  // a value was never recorded: `missing` names them
    tooOld,   // the creatinine, by DAT-5
    unstable, // the creatinine rises or falls: K is not valid (REN-5)
    dialysis, // what leaves the body follows the machine, not K
    tooYoung, // PK-3 begins at 2 years
};

struct KineticBasis {
    std::optional<KineticModel> model;
    NoKinetics why = NoKinetics::none;
    std::vector<std::string> missing; // as findings name them: "creatinine", "weight", "birth_date"
    bool child = false;
    int ageYears = 0;
    std::optional<double> k; // adults
    std::optional<Date> creatinineDate;
    std::optional<Weight> weight; // children: what the model was scaled by
};

KineticBasis kineticBasis(const PatientFacts& facts, Date today, const RuleNumbers& numbers);

// The minute of the highest value between each dose and the next, in the order of the clock. None without doses.
std::vector<int> peakMinutes(const SteadyState& state, const std::vector<TimedDose>& doses);
// The peaks, to a quarter of an hour, about which an hour of physiotherapy lies whole within the therapists' day
// (TIT-9).
std::vector<int> therapyMinutes(const SteadyState& state, const std::vector<TimedDose>& doses,
                                const RuleNumbers& numbers);

} // namespace lento::core
