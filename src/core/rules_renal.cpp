#include "core/protocol_dosing.h"
#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

bool lackOfCreatinineIsAge(const RuleContext& context) {
    return context.facts && context.renalAssessment.creatinineTooOld;
}

void creatinineAge(const RuleContext& context, std::vector<Finding>& findings) {
    if (!lackOfCreatinineIsAge(context))
        return;
    Finding& finding = add(findings, "DAT-5", Action::warn, wholePlan, "DAT-5");
    finding.assessed = false;
    finding.inputs.push_back({"missing", std::string("creatinine")});
    if (const std::optional<Date> on = context.renalAssessment.creatinineDate)
        finding.inputs.push_back({"creatinine_date", *on});
}

bool creatinineIsUnstable(const RuleContext& context) {
    const std::vector<Creatinine>& all = context.facts->creatinines;
    return std::any_of(all.begin(), all.end(), [&](const Creatinine& each) {
        return each.unstable && each.on == context.renalAssessment.creatinineDate;
    });
}

// What the band leaves of the protocol; the label's numbers and TIT-6 stand in where the plan follows none, and for a
// child what its weight and age allow (PED-9).
// rule: TIT-ORAL-ADULT-1, REN-5
RenalDosing limitsOf(const RuleContext& context, const RenalBandRule& band) {
    const TitrationInputs& inputs = *context.plan.titration();
    const RuleNumbers& numbers = context.numbers;
    const DailyDose quantum = perDay(context.plan.products.quantum());
    const std::optional<Protocol>& protocol = inputs.protocol;
    const bool byWeight = protocol && protocol->byWeight;
    if (const auto child = isChild(context) && !byWeight ? childLimits(context, &band) : std::nullopt;
        child && !followsAdultProtocol(context)) {
        RenalDosing limits;
        limits.start = child->start;
        limits.increment = child->increment;
        limits.ceiling = child->ceiling;
        limits.intervalDays = child->intervalDays;
        limits.dosesPerDay = band.dosesPerDay;
        return limits;
    }
    // The plan's own protocol, whatever has become of it since.
    const Weight* weight = latestWeight(context);
    const DosedPerson person{ageAt(context), weight ? std::optional(weight->grams) : std::nullopt, &band};
    if (const auto dosing = protocol ? dosingOf(*protocol, person, quantum, numbers)
                                     : Result<ProtocolDosing>(failure(ErrorCode::notFound))) {
        RenalDosing limits;
        limits.start = dosing->start;
        limits.increment = dosing->increment;
        limits.ceiling = dosing->ceiling;
        limits.intervalDays = dosing->intervalDays;
        if (band.dosesPerDay)
            limits.dosesPerDay = dosing->dosesPerDay;
        return limits;
    }
    return renalDosing(band, numbers.titOralAdult1.start, numbers.titOralAdult1.increment, numbers.tit6.ceiling,
                       numbers.tit7.minimumIntervalDays, quantum);
}

const SourceList renalSources = {"S1", "S15", "S17", "S18", "S19", "S37"};

int dosesTaken(const DoseSplit& split) {
    int taken = 0;
    for (int i = 0; i < split.dosesPerDay(); ++i)
        taken += split.at(i).isZero() ? 0 : 1;
    return taken;
}

// The first step that breaks each limit of the band.
void addLimits(const RuleContext& context, const RenalBandRule& band, const RenalDosing& limits,
               std::vector<Finding>& findings) {
    const std::vector<Step>& steps = context.plan.steps;
    const Action atLeastWarn = std::max(band.action, Action::warn);
    const DailyDose first = steps.front().daily();
    if (startsBaclofen(context) && first > limits.start)
        add(findings, "REN-5", atLeastWarn, atStep(0), "ren-5.start", renalSources,
            {{"start_mg", first}, {"limit_mg", limits.start}});

    std::optional<std::size_t> rise;
    std::optional<std::size_t> soon;
    std::optional<std::size_t> often;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (limits.dosesPerDay && !often && dosesTaken(steps[i].split) > *limits.dosesPerDay)
            often = i;
        const std::optional<DailyDose> before = doseBeforeStep(context, i);
        if (!before || steps[i].daily() <= *before)
            continue;
        if (!rise && steps[i].daily() > *before + limits.increment)
            rise = i;
        if (i > 0 && !soon && steps[i - 1].span.days() < limits.intervalDays)
            soon = i;
    }
    if (rise)
        add(findings, "REN-5", atLeastWarn, atStep(*rise), "ren-5.increment", renalSources,
            {{"increment_mg", steps[*rise].daily() - *doseBeforeStep(context, *rise)}, {"limit_mg", limits.increment}});
    if (soon)
        add(findings, "REN-5", atLeastWarn, atStep(*soon), "ren-5.interval", renalSources,
            {{"interval_days", std::int64_t{steps[*soon - 1].span.days()}},
             {"least_days", std::int64_t{limits.intervalDays}}});
    if (often)
        add(findings, "REN-5", atLeastWarn, atStep(*often), "ren-5.once-daily", renalSources,
            {{"doses_per_day", std::int64_t{dosesTaken(steps[*often].split)}}});
    // TIT-6: the effective ceiling is the lowest of all.
    if (const std::optional<std::size_t> above = firstAbove(context.plan, limits.ceiling))
        add(findings, "REN-5", Action::blockOverridable, atStep(*above), "ren-5.ceiling", renalSources,
            {{"highest_mg", highestDaily(context.plan)}, {"limit_mg", limits.ceiling}});
}

std::string_view bandMessage(const RuleContext& context, RenalBand band) {
    if (context.plan.taper())
        return "ren-5.taper";
    if (creatinineIsUnstable(context) && band != RenalBand::r5)
        return "ren-5.unstable";
    switch (band) {
    case RenalBand::r1:
        return "ren-5.r1";
    case RenalBand::r2:
        return "ren-5.r2";
    case RenalBand::r3:
        return "ren-5.r3";
    case RenalBand::r4:
        return "ren-5.r4";
    case RenalBand::r5:
        return "ren-5.r5";
    }
    return {};
}

void kidney(const RuleContext& context, std::vector<Finding>& findings) {
    const RenalAssessment& assessment = context.renalAssessment;
    if (!context.facts || !assessment.band) {
        addNotAssessed(findings, "REN-5", Action::warn, "ren-5.not-assessed", renalSources,
                       context.facts ? assessment.missing : std::vector<std::string>{"patient"});
        return;
    }
    const RenalBandRule& band = context.numbers.ren5[static_cast<std::size_t>(*assessment.band)];
    const bool r1 = band.band == RenalBand::r1;
    if (r1 &&
        (context.plan.taper() || !assessment.function || assessment.function->k >= context.numbers.ren5InformBelowK))
        return;

    std::vector<Input> inputs;
    if (assessment.function)
        inputs.push_back({"k_ml_min", assessment.function->k});
    inputs.push_back({"band", "R" + std::to_string(static_cast<int>(band.band) + 1)});
    if (assessment.creatinineDate)
        inputs.push_back({"creatinine_date", *assessment.creatinineDate});

    // Going down is what the kidney asks for: nothing to answer for, but toxicity is watched for (TAP-11).
    if (context.plan.taper()) {
        add(findings, "REN-5", std::min(band.action, Action::warn), wholePlan, bandMessage(context, band.band),
            renalSources, std::move(inputs));
        return;
    }
    const RenalDosing limits = limitsOf(context, band);
    if (!r1) {
        inputs.push_back({"start_mg", limits.start});
        inputs.push_back({"increment_mg", limits.increment});
        inputs.push_back({"ceiling_mg", limits.ceiling});
        inputs.push_back({"interval_days", std::int64_t{limits.intervalDays}});
    }
    add(findings, "REN-5", r1 ? Action::inform : band.action, wholePlan, bandMessage(context, band.band), renalSources,
        std::move(inputs));
    if (!r1)
        addLimits(context, band, limits, findings);
}

// Without a height nobody knows whether the weight is to be corrected; left as it is it makes the clearance too high.
// rule: REN-2
void weightTakenAsItIs(const RuleContext& context, std::vector<Finding>& findings) {
    const std::optional<RenalFunction>& function = context.renalAssessment.function;
    if (!context.facts || context.facts->heightMillimetres || context.plan.taper() || !function || !function->crclMlMin)
        return;
    addNotAssessed(findings, "REN-2", Action::inform, "ren-2.not-assessed", {"S40", "GK"}, {"height"});
}

void olderKidney(const RuleContext& context, std::vector<Finding>& findings) {
    const auto& rule = context.numbers.ren6;
    const SourceList sources = {"S20", "S21"};
    const std::optional<int> age = ageAt(context);
    const RenalAssessment& assessment = context.renalAssessment;
    if (age && *age < rule.ageYears)
        return;
    if (!age || !assessment.band) {
        addNotAssessed(findings, "REN-6", Action::inform, "ren-6.not-assessed", sources,
                       context.facts ? assessment.missing : std::vector<std::string>{"patient"});
        return;
    }
    // An unstable creatinine gives no K: it counts as R4, as dialysis counts as R5 (REN-5).
    const bool low = *assessment.band >= RenalBand::r4 || assessment.function->k < rule.k;
    if (!low)
        return;
    std::vector<Input> inputs{{"age_years", std::int64_t{*age}}};
    if (assessment.function)
        inputs.push_back({"k_ml_min", assessment.function->k});
    if (startsBaclofen(context))
        add(findings, "REN-6", Action::blockOverridable, wholePlan, "ren-6.start", sources, inputs);

    const std::vector<Step>& steps = context.plan.steps;
    const auto high =
        std::find_if(steps.begin(), steps.end(), [&rule](const Step& step) { return step.daily() >= rule.warnFrom; });
    if (high == steps.end())
        return;
    inputs.push_back({"highest_mg", highestDaily(context.plan)});
    inputs.push_back({"limit_mg", rule.warnFrom});
    add(findings, "REN-6", Action::warn, atStep(static_cast<std::size_t>(high - steps.begin())), "ren-6.dose", sources,
        std::move(inputs));
}

// The kidney as the creatinine before the newest one showed it, on its own day.
std::optional<RenalBand> bandBefore(const RuleContext& context) {
    const PatientFacts& facts = *context.facts;
    if (facts.creatinines.size() < 2)
        return std::nullopt;
    PatientFacts earlier;
    earlier.birthDate = facts.birthDate;
    earlier.sex = facts.sex;
    earlier.heightMillimetres = facts.heightMillimetres;
    earlier.weights = facts.weights;
    earlier.creatinines.assign(facts.creatinines.begin(), facts.creatinines.end() - 1);
    const Date then = earlier.creatinines.back().on;
    // A weight taken later is still the best that is known of then.
    for (Weight& weight : earlier.weights)
        weight.on = std::min(weight.on, then);
    const RenalAssessment assessment = assessRenal(earlier, then, context.numbers, false);
    return assessment.function ? assessment.band : std::nullopt;
}

std::string bandName(RenalBand band) {
    return "R" + std::to_string(static_cast<int>(band) + 1);
}

// REN-7: someone who takes baclofen has come into a lower band.
void fallingKidney(const RuleContext& context, std::vector<Finding>& findings) {
    const RenalAssessment& now = context.renalAssessment;
    if (!context.facts || !now.band || !now.creatinineDate || startsBaclofen(context))
        return;
    const std::optional<RenalBand> before = bandBefore(context);
    if (!before || *now.band <= *before)
        return;
    const SourceList sources = {"S18", "S19", "S36"};
    std::vector<Input> inputs{{"band_before", bandName(*before)}, {"band", bandName(*now.band)}};
    if (now.function)
        inputs.push_back({"k_ml_min", now.function->k});
    inputs.push_back({"creatinine_date", *now.creatinineDate});
    add(findings, "REN-7", Action::warn, wholePlan, "ren-7.band", sources, inputs);

    const std::optional<DailyDose> dose = context.doseBefore;
    if (goesDown(context) || !dose)
        return;
    const DailyDose ceiling = limitsOf(context, context.numbers.ren5[static_cast<std::size_t>(*now.band)]).ceiling;
    if (*dose <= ceiling)
        return;
    inputs.push_back({"daily_mg", *dose});
    inputs.push_back({"ceiling_mg", ceiling});
    inputs.push_back({"over_days", std::int64_t{context.numbers.ren7.overDays}});
    add(findings, "REN-7", Action::propose, wholePlan, "ren-7.reduce", sources, std::move(inputs));
}

constexpr std::string_view ren7Keys[] = {"ren-7.band", "ren-7.reduce"};
constexpr std::string_view dat5Keys[] = {"DAT-5"};
constexpr std::string_view ren5Keys[] = {"ren-5.not-assessed", "ren-5.taper",     "ren-5.unstable", "ren-5.r1",
                                         "ren-5.r2",           "ren-5.r3",        "ren-5.r4",       "ren-5.r5",
                                         "ren-5.start",        "ren-5.increment", "ren-5.interval", "ren-5.once-daily",
                                         "ren-5.ceiling"};
constexpr std::string_view ren2Keys[] = {"ren-2.not-assessed"};
constexpr std::string_view ren6Keys[] = {"ren-6.not-assessed", "ren-6.start", "ren-6.dose"};

} // namespace

std::span<const RuleEntry> renalRules() {
    static constexpr RuleEntry table[] = {
        {"DAT-5", creatinineAge, dat5Keys}, {"REN-2", weightTakenAsItIs, ren2Keys}, {"REN-5", kidney, ren5Keys},
        {"REN-6", olderKidney, ren6Keys},   {"REN-7", fallingKidney, ren7Keys},
    };
    return table;
}

} // namespace lento::core
