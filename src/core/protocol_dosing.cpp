#include "core/protocol_dosing.h"

#include "core/paediatric.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

Result<ProtocolDosing> dosingByWeight(const Protocol& protocol, const DosedPerson& person, DailyDose quantum,
                                      const RuleNumbers& numbers) {
    if (!person.ageYears)
        return failure(ErrorCode::missingField, "birth_date", {"birth_date"});
    if (!person.weightGrams)
        return failure(ErrorCode::missingField, "weight", {"weight"});
    const Result<PaediatricDosing> child =
        paediatricDosing({*person.ageYears, *person.weightGrams, quantum, person.renal, &*protocol.byWeight}, numbers);
    if (!child)
        return failure(child.error());
    ProtocolDosing dosing;
    dosing.ceiling = std::min(child->ceiling, protocol.ceiling);
    dosing.start = std::min(child->start, dosing.ceiling);
    dosing.increment = child->increment;
    dosing.intervalDays = std::max(child->intervalDays, protocol.intervalDays);
    dosing.goal = std::min(child->maintenanceLow, dosing.ceiling);
    dosing.dosesPerDay = protocol.dosesPerDay;
    return dosing;
}

} // namespace

Result<ProtocolDosing> dosingOf(const Protocol& protocol, const DosedPerson& person, DailyDose quantum,
                                const RuleNumbers& numbers) {
    if (protocol.byWeight) {
        Result<ProtocolDosing> dosing = dosingByWeight(protocol, person, quantum, numbers);
        if (dosing && person.renal != nullptr && person.renal->dosesPerDay)
            dosing->dosesPerDay = *person.renal->dosesPerDay;
        return dosing;
    }
    ProtocolDosing dosing{protocol.start,        protocol.increment,   protocol.ceiling,
                          protocol.intervalDays, protocol.defaultGoal, protocol.dosesPerDay};
    if (person.renal != nullptr && !quantum.isZero()) {
        const RenalDosing reduced = renalDosing(*person.renal, protocol.start, protocol.increment, protocol.ceiling,
                                                protocol.intervalDays, quantum);
        dosing.start = reduced.start;
        dosing.increment = reduced.increment;
        dosing.ceiling = reduced.ceiling;
        dosing.intervalDays = reduced.intervalDays;
        dosing.dosesPerDay = reduced.dosesPerDay.value_or(dosing.dosesPerDay);
    }
    if (dosing.goal)
        dosing.goal = std::min(*dosing.goal, dosing.ceiling);
    return dosing;
}

DosedPerson dosedPerson(const PatientFacts& facts, Date today, const RuleNumbers& numbers) {
    DosedPerson person;
    if (facts.birthDate)
        person.ageYears = completedYears(*facts.birthDate, today);
    const Weight* newest = nullptr;
    for (const Weight& weight : facts.weights) {
        if (weight.on <= today && (newest == nullptr || weight.on >= newest->on))
            newest = &weight;
    }
    if (newest != nullptr)
        person.weightGrams = newest->grams;
    if (const auto band = assessRenal(facts, today, numbers).band)
        person.renal = &numbers.ren5[static_cast<std::size_t>(*band)];
    return person;
}

bool suits(const Protocol& protocol, const DosedPerson& person, Region region, const RuleNumbers& numbers) {
    if (!protocol.regions.empty() && std::ranges::find(protocol.regions, region) == protocol.regions.end())
        return false;
    if (person.ageYears) {
        const bool grownUp = person.weightGrams && protocol.fromAgeYears == adultAgeYears &&
                             mayUseAdultProtocol(*person.ageYears, *person.weightGrams, numbers);
        if (*person.ageYears < protocol.fromAgeYears && !grownUp)
            return false;
        if (protocol.belowAgeYears && *person.ageYears >= *protocol.belowAgeYears)
            return false;
    } else if (protocol.byWeight) {
        return false;
    }
    if (person.weightGrams) {
        if (protocol.fromWeightGrams && *person.weightGrams < *protocol.fromWeightGrams)
            return false;
        if (protocol.belowWeightGrams && *person.weightGrams >= *protocol.belowWeightGrams)
            return false;
    }
    return true;
}

} // namespace lento::core
