#include "app/dose_limits.h"

#include "app/planning.h"
#include "core/paediatric.h"
#include "core/plan_change.h"
#include "core/protocol_dosing.h"

#include <algorithm>

namespace lento::app {

namespace {} // namespace

DoseLimits doseLimits(const PatientRecord& record, const content::Catalogue& catalogue, core::Date day) {
    const core::RuleNumbers& numbers = catalogue.numbers();
    const PlanningContext context = planningContext(catalogue, record, day);
    const core::Revision* inForce = record.inForceOn(day);
    const core::TitrationInputs* titration = inForce ? inForce->plan.titration() : nullptr;
    const core::Protocol& protocol =
        titration && titration->protocol ? *titration->protocol : proposedProtocol(context);
    const core::DailyDose quantum = grainToJudgeBy(context);

    DoseLimits limits;
    // By weight where the plan's protocol says so; the smallest amount while that cannot be worked out.
    core::DosedPerson person = core::dosedPerson(record.facts, day, numbers);
    person.renal = nullptr;
    core::ProtocolDosing dosing{quantum, quantum, protocol.ceiling, protocol.intervalDays, {}, protocol.dosesPerDay};
    if (const auto known = core::dosingOf(protocol, person, quantum, numbers))
        dosing = *known;
    limits.start = core::roundDownToQuantum(dosing.start, quantum);
    limits.increment = core::roundDownToQuantum(dosing.increment, quantum);
    limits.intervalDays = protocol.intervalDays;
    core::DailyDose ceiling = std::min(core::roundDownToQuantum(protocol.ceiling, quantum), numbers.tit6.ceiling);
    if (titration) {
        const core::Pace pace = core::paceOf(inForce->plan, numbers);
        limits.increment = pace.increment;
        limits.intervalDays = pace.intervalDays;
    }

    if (record.renal.band) {
        const core::RenalBandRule& band = numbers.ren5[static_cast<std::size_t>(*record.renal.band)];
        const core::RenalDosing reduced =
            core::renalDosing(band, dosing.start, dosing.increment, dosing.ceiling, protocol.intervalDays, quantum);
        limits.start = reduced.start;
        limits.increment = std::min(limits.increment, reduced.increment);
        limits.intervalDays = std::max(limits.intervalDays, reduced.intervalDays);
        ceiling = std::min(ceiling, reduced.ceiling);
    } else {
        limits.missing = record.renal.missing;
        if (limits.missing.empty())
            limits.missing.emplace_back("creatinine");
    }
    if (!record.facts.birthDate) {
        limits.missing.emplace_back("birth_date");
    } else {
        const int age = core::completedYears(*record.facts.birthDate, day);
        const std::optional<std::int32_t> grams =
            record.facts.weights.empty() ? std::nullopt : std::optional(record.facts.weights.back().grams);
        if (age >= numbers.eld1.ageYears)
            ceiling = std::min(ceiling, numbers.eld1.softCeiling);
        const bool child = age < core::adultAgeYears && !(grams && core::mayUseAdultProtocol(age, *grams, numbers));
        if (child && grams) {
            core::PaediatricInputs inputs{age, *grams, quantum};
            if (protocol.byWeight)
                inputs.amounts = &*protocol.byWeight;
            if (record.renal.band)
                inputs.renal = &numbers.ren5[static_cast<std::size_t>(*record.renal.band)];
            if (const auto allowed = core::paediatricDosing(inputs, numbers)) {
                limits.start = std::min(limits.start, allowed->start);
                limits.increment = std::min(limits.increment, allowed->increment);
                limits.intervalDays = std::max(limits.intervalDays, allowed->intervalDays);
                ceiling = std::min(ceiling, allowed->ceiling);
            }
        } else if (child && std::find(limits.missing.begin(), limits.missing.end(), "weight") == limits.missing.end())
            limits.missing.emplace_back("weight");
    }
    if (limits.missing.empty())
        limits.ceiling = ceiling;
    return limits;
}

} // namespace lento::app
