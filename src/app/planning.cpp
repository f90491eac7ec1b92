#include "app/planning.h"

#include "core/paediatric.h"
#include "core/protocol_dosing.h"
#include "core/region_limits.h"
#include "core/renal.h"
#include "core/titration.h"

#include <algorithm>

namespace lento::app {

namespace {

constexpr std::string_view sensitiveRule = "TIT-ORAL-ADULT-4";

const core::RuleNumbers& numbersOf(const PlanningContext& context) {
    return context.catalogue->numbers();
}

// A plan that began before today follows what was taken before it began; only the line of doses knows that.
std::optional<core::DailyDose> doseBefore(const core::Plan& plan, const PlanningContext& context) {
    if (plan.steps.empty())
        return std::nullopt;
    const core::Date first = plan.steps.front().span.first;
    if (context.timeline) {
        const std::optional<DayDose> eve = context.timeline->on(first - 1);
        return eve ? std::optional(eve->daily) : std::nullopt;
    }
    return first >= context.today ? context.doseToday : std::nullopt;
}

bool isSensitive(const PlanningContext& context) {
    const core::PatientFacts& facts = context.facts;
    if (facts.origin == core::SpasticityOrigin::cerebral)
        return true;
    if (facts.birthDate && core::completedYears(*facts.birthDate, context.today) >= numbersOf(context).eld1.ageYears)
        return true;
    const auto& kinds = context.catalogue->conditions();
    return std::any_of(kinds.begin(), kinds.end(), [&](const content::ConditionKind& kind) {
        const auto& codes = facts.conditionCodes;
        return std::find(kind.rules.begin(), kind.rules.end(), sensitiveRule) != kind.rules.end() &&
               std::find(codes.begin(), codes.end(), kind.code) != codes.end();
    });
}

// TIT-5 is no target, but a goal has to stand somewhere: at the lower end of what is usual.
core::DailyDose usualGoal(const PlanningContext& context) {
    const core::RegionLimits limits = core::limitsOf(context.facts.region, numbersOf(context));
    if (limits.usualHighest.isZero())
        return numbersOf(context).eld1.softCeiling;
    return limits.usualLowest.value_or(core::DailyDose::nanograms(limits.usualHighest.inNanograms() / 2));
}

// PED-1 to PED-4 and ELD-1: what age and weight allow, whatever protocol was chosen.
void limitForAge(const PlanningContext& context, const core::ProductSet& products, core::TitrationInputs& inputs) {
    const core::RuleNumbers& numbers = numbersOf(context);
    const core::PatientFacts& facts = context.facts;
    if (!facts.birthDate)
        return;
    const int age = core::completedYears(*facts.birthDate, context.today);
    if (age >= numbers.eld1.ageYears) {
        inputs.goal = std::min(inputs.goal, numbers.eld1.softCeiling);
        return;
    }
    if (age >= core::adultAgeYears || facts.weights.empty() || products.quantum().isZero())
        return;
    const std::int32_t grams = facts.weights.back().grams;
    if (inputs.protocol && inputs.protocol->byWeight)
        return; // the weight has decided already
    const bool adultProtocol = inputs.protocol && inputs.protocol->fromAgeYears >= core::adultAgeYears;
    if (adultProtocol && core::mayUseAdultProtocol(age, grams, numbers))
        return;
    const auto band = core::assessRenal(facts, context.today, numbers).band;
    const auto limits = core::paediatricDosing(
        {age, grams, core::perDay(products.quantum()), band ? &numbers.ren5[static_cast<std::size_t>(*band)] : nullptr},
        numbers);
    if (!limits)
        return;
    inputs.startDose = std::min(inputs.startDose, limits->start);
    inputs.increment = std::min(inputs.increment, limits->increment);
    inputs.intervalDays = std::max(inputs.intervalDays, limits->intervalDays);
    inputs.goal = std::min(inputs.goal, limits->maintenanceLow);
    if (band != core::RenalBand::r5)
        inputs.dosesPerDay = core::mostDosesPerDay;
}

} // namespace

PlanningContext planningContext(const content::Catalogue& catalogue, const PatientRecord& record, core::Date today) {
    PlanningContext context;
    context.catalogue = &catalogue;
    context.facts = record.facts;
    context.today = today;
    context.timeline = std::make_shared<const DoseTimeline>(record);
    if (const std::optional<DayDose> now = context.timeline->on(today)) {
        const core::Plan& plan = record.revisions[now->revision].plan;
        context.doseToday = now->daily;
        context.splitToday = now->split;
        context.strategyToday = plan.splitRules().strategy;
        context.productsToday = plan.products;
    }
    // TAP-11 asks how long baclofen has been taken. Where nobody wrote it down the record still knows the least that it
    // can be: enough to say that treatment was long, never that it was short.
    if (const std::optional<core::Date> since = context.timeline->takenSince(today);
        since && !context.facts.baclofenSince &&
        core::completedMonths(*since, today) >= catalogue.numbers().tap11.highFromMonths)
        context.facts.baclofenSince = since;
    return context;
}

PlanView viewOf(core::Plan plan, const PlanningContext& context) {
    PlanView view{std::move(plan), {}, {}, {}};
    const bool follows = !view.plan.steps.empty() && view.plan.steps.front().span.first >= context.today;
    const core::ProductSet* productsBefore = follows && context.productsToday ? &*context.productsToday : nullptr;
    view.findings = core::check({view.plan,
                                 numbersOf(context),
                                 context.today,
                                 &context.facts,
                                 std::nullopt,
                                 doseBefore(view.plan, context),
                                 productsBefore,
                                 {}});
    view.supply = core::supplyFor(view.plan);
    if (!view.plan.steps.empty())
        view.reviews = core::reviewDates(view.plan, numbersOf(context));
    return view;
}

core::Result<PlanView> plan(const core::PlanInputs& inputs, const core::ProductSet& products,
                            const PlanningContext& context) {
    core::Result<core::Plan> made =
        std::holds_alternative<core::TaperInputs>(inputs)
            ? core::planTaper(std::get<core::TaperInputs>(inputs), products, numbersOf(context))
            : core::planTitration(std::get<core::TitrationInputs>(inputs), products,
                                  numbersOf(context).tit11.reviewEveryDays);
    if (!made)
        return core::failure(made.error());
    return viewOf(*std::move(made), context);
}

std::vector<const core::Protocol*> protocolsFor(const PlanningContext& context) {
    const core::DosedPerson person = core::dosedPerson(context.facts, context.today, numbersOf(context));
    std::vector<const core::Protocol*> offered;
    for (const core::Protocol& protocol : context.catalogue->protocols()) {
        if (protocol.enabled && protocol.indication == context.facts.indication &&
            core::suits(protocol, person, context.facts.region, numbersOf(context)))
            offered.push_back(&protocol);
    }
    return offered;
}

bool isFreePlan(const PlanningContext& context) {
    return context.facts.indication.starts_with("IND-") && protocolsFor(context).empty();
}

core::Result<void> canDose(const PlanningContext& context, const core::Protocol& protocol) {
    const core::DosedPerson person = core::dosedPerson(context.facts, context.today, numbersOf(context));
    const auto dosing = core::dosingOf(protocol, person, core::DailyDose::nanograms(1), numbersOf(context));
    return dosing ? core::Result<void>() : core::failure(dosing.error());
}

const core::Protocol& proposedProtocol(const PlanningContext& context) {
    const std::vector<const core::Protocol*> offered = protocolsFor(context);
    if (context.facts.indication != core::spasticityIndication && !offered.empty())
        return *offered.front();
    const auto byWeight = std::ranges::find_if(offered, [](const auto* each) { return each->byWeight.has_value(); });
    if (byWeight != offered.end())
        return **byWeight; // PED-9: one for adults is offered beside it, never first
    if (isSensitive(context)) {
        for (const core::Protocol& protocol : context.catalogue->protocols()) {
            if (protocol.enabled && protocol.ruleId == sensitiveRule)
                return protocol;
        }
    }
    const core::Protocol& usual = context.catalogue->defaultProtocol();
    // A clinic that offers its own instead of the usual one is proposed its own.
    return usual.enabled || offered.empty() ? usual : *offered.front();
}

core::TitrationInputs proposedTitration(const PlanningContext& context, const core::Protocol& protocol,
                                        core::Date start, const core::ProductSet& products) {
    core::TitrationInputs inputs;
    inputs.protocol = protocol;
    inputs.start = start;
    inputs.split = protocol.split;
    inputs.singleDoseCap = protocol.singleDoseCap;
    // Without what it needs (canDose) a protocol by weight gives nothing, and the planner refuses that.
    const core::DosedPerson person = core::dosedPerson(context.facts, context.today, numbersOf(context));
    if (const auto dosing = core::dosingOf(protocol, person, core::perDay(products.quantum()), numbersOf(context))) {
        inputs.startDose = dosing->start;
        inputs.increment = dosing->increment;
        inputs.intervalDays = dosing->intervalDays;
        inputs.dosesPerDay = dosing->dosesPerDay;
        inputs.goal = std::min(dosing->goal.value_or(usualGoal(context)), dosing->ceiling);
    }
    if (protocol.softCeiling)
        inputs.goal = std::min(inputs.goal, *protocol.softCeiling);
    limitForAge(context, products, inputs);
    // INT-20: several sedating medicines together ask for more time before the next increase.
    if (core::takesSeveralSedatives(context.facts, numbersOf(context)))
        inputs.intervalDays += numbersOf(context).int20.extraIntervalDays;
    // Whoever takes some already goes on from there; a titration never begins with a fall.
    if (context.doseToday)
        inputs.startDose = std::max(inputs.startDose, *context.doseToday);
    inputs.goal = std::max(inputs.goal, inputs.startDose);
    // IND: a use without a protocol of its own is planned freely; the usual one only lends it a place to begin.
    if (context.facts.indication.starts_with("IND-") && protocol.indication != context.facts.indication)
        inputs.protocol.reset();
    return inputs;
}

std::vector<core::TaperRiskFlag> taperRiskFlags(const PlanningContext& context) {
    std::vector<core::TaperRiskFlag> flags;
    const auto add = [&flags](core::TaperRiskFlag flag) {
        if (std::find(flags.begin(), flags.end(), flag) == flags.end())
            flags.push_back(flag);
    };
    for (const std::string& code : context.facts.conditionCodes) {
        if (const auto flag = core::taperRiskFlag(code))
            add(*flag);
    }
    if (context.facts.pregnant.value_or(false))
        add(core::TaperRiskFlag::pregnancy);
    return flags;
}

core::TaperInputs proposedTaper(const PlanningContext& context, core::Date start) {
    const core::RuleNumbers& numbers = numbersOf(context);
    core::TaperInputs inputs;
    inputs.start = start;
    inputs.from = context.doseToday.value_or(core::DailyDose{});
    inputs.split = context.strategyToday;
    inputs.singleDoseCap = numbers.tit8.singleDose;
    inputs.finalDose = numbers.tap1.finalDose;

    // Unknown is not short: the slower preset, until someone records since when.
    const int months = context.facts.baclofenSince
                           ? std::max(0, core::completedMonths(*context.facts.baclofenSince, start))
                           : numbers.tap11.highFromMonths;
    const core::TaperPreset preset = core::taperPreset(months, inputs.from, taperRiskFlags(context), numbers);
    inputs.model = preset.model;
    inputs.percent = preset.percent;
    inputs.intervalDays = preset.intervalDays;

    // TAP-17: the number of doses that SPL-4 gives for the starting dose, unless the patient's day is already divided.
    if (context.splitToday && context.splitToday->dosesPerDay() > 0) {
        inputs.dosesPerDay = context.splitToday->dosesPerDay();
    } else if (context.productsToday && !context.productsToday->quantum().isZero()) {
        inputs.dosesPerDay = core::dosesPerDayFor(
            inputs.from, {inputs.dosesPerDay, inputs.split, inputs.singleDoseCap, context.productsToday->quantum()});
    }
    return inputs;
}

} // namespace lento::app
