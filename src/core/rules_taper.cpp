#include "core/plan_course.h"
#include "core/rule_family.h"
#include "core/taper.h"

#include <algorithm>

namespace lento::core {

namespace {

// True while `part` is more than `ratio` of `whole`.
bool exceeds(DailyDose part, Ratio ratio, DailyDose whole) {
    return part.inNanograms() * ratio.denominator > whole.inNanograms() * ratio.numerator;
}

// The dose that a step comes down from; nothing where the dose does not fall.
struct Drop {
    DailyDose from;
    DailyDose by;
};
std::optional<Drop> dropAt(const Plan& plan, std::size_t index) {
    const DailyDose from = index == 0 ? plan.taper()->from : plan.steps[index - 1].daily();
    const DailyDose to = plan.steps[index].daily();
    return to < from ? std::optional(Drop{from, from - to}) : std::nullopt;
}

// TAP-10: so little that it may simply stop.
bool mayStop(const Plan& plan) {
    const TaperInputs& taper = *plan.taper();
    return taper.from <= roundUpToQuantum(taper.finalDose, perDay(plan.products.quantum()));
}

// TAP-7 to TAP-9 judge how fast it goes; not where TAP-10 lets it stop, nor beside a new pump (ITB-18).
bool speedIsJudged(const RuleContext& context) {
    return context.plan.taper() && !context.plan.taper()->afterPumpImplant && !mayStop(context.plan);
}

// To the first day without reduction ahead: the stop date, or the day on which the goal is reached.
int daysToEnd(const Plan& plan) {
    return plan.steps.back().span.first - plan.steps.front().span.first;
}

void percentage(const RuleContext& context, std::vector<Finding>& findings) {
    const TaperInputs* taper = context.plan.taper();
    if (!taper || taper->model == TaperModel::fixedStep)
        return;
    const auto& rule = context.numbers.tap4;
    const int percent = taper->percent.whole();
    const std::vector<Input> inputs{{"percent", std::int64_t{percent}}};
    if (percent > rule.blockAbovePercent)
        add(findings, "TAP-4", Action::blockOverridable, wholePlan, "tap-4.block", {}, inputs);
    else if (percent > rule.highestPercent)
        add(findings, "TAP-4", Action::warn, wholePlan, "tap-4.high", {}, inputs);
    else if (percent < rule.lowestPercent)
        add(findings, "TAP-4", Action::inform, wholePlan, "tap-4.low", {}, inputs);
    if (taper->intervalDays < rule.minimumIntervalDays)
        add(findings, "TAP-4", Action::blockOverridable, wholePlan, "tap-4.interval", {},
            {{"interval_days", std::int64_t{taper->intervalDays}},
             {"least_days", std::int64_t{rule.minimumIntervalDays}}});
}

void firstStep(const RuleContext& context, std::vector<Finding>& findings) {
    if (!speedIsJudged(context))
        return;
    const std::optional<Drop> drop = dropAt(context.plan, 0);
    const int most = context.numbers.tap7.firstStep.whole();
    if (!drop || !exceeds(drop->by, Ratio{most, 100}, drop->from))
        return;
    add(findings, "TAP-7", Action::warn, atStep(0), "TAP-7", {"PD"},
        {{"drop_mg", drop->by},
         {"from_mg", drop->from},
         {"drop_percent", static_cast<double>(percentTenths(drop->by, drop->from)) / 10.0},
         {"most_percent", std::int64_t{most}}});
}

void stepSize(const RuleContext& context, std::vector<Finding>& findings) {
    if (!speedIsJudged(context))
        return;
    const auto& rule = context.numbers.tap8;
    for (std::size_t i = 0; i < context.plan.steps.size(); ++i) {
        const std::optional<Drop> drop = dropAt(context.plan, i);
        if (!drop || drop->by <= rule.alwaysAcceptable || !exceeds(drop->by, rule.warnAbove, drop->from))
            continue;
        const bool block = exceeds(drop->by, rule.blockAbove, drop->from);
        add(findings, "TAP-8", block ? Action::blockOverridable : Action::warn, atStep(i),
            block ? "tap-8.half" : "tap-8.third", {},
            {{"drop_mg", drop->by},
             {"from_mg", drop->from},
             {"drop_percent", static_cast<double>(percentTenths(drop->by, drop->from)) / 10.0}});
    }
}

void length(const RuleContext& context, std::vector<Finding>& findings) {
    if (!speedIsJudged(context) || !context.plan.stopDate())
        return;
    const auto& rule = context.numbers.tap9;
    const int days = daysToEnd(context.plan);
    if (days >= rule.warnBelowDays)
        return;
    const bool block = days < rule.blockBelowDays;
    add(findings, "TAP-9", block ? Action::blockOverridable : Action::warn, wholePlan,
        block ? "tap-9.block" : "tap-9.short", {"S8", "S11", "S15"},
        {{"days", std::int64_t{days}}, {"least_days", std::int64_t{block ? rule.blockBelowDays : rule.warnBelowDays}}});
}

void stopAtOnce(const RuleContext& context, std::vector<Finding>& findings) {
    const TaperInputs* taper = context.plan.taper();
    if (!taper || !mayStop(context.plan))
        return;
    add(findings, "TAP-10", Action::inform, wholePlan, "TAP-10", {}, {{"from_mg", taper->from}});
}

std::string riskName(TaperRisk risk) {
    switch (risk) {
    case TaperRisk::low:
        return "LOW";
    case TaperRisk::standard:
        return "STANDARD";
    case TaperRisk::high:
        return "HIGH";
    }
    return {};
}

std::vector<TaperRiskFlag> riskFlags(const PatientFacts& facts) {
    std::vector<TaperRiskFlag> flags;
    for (const std::string& code : facts.conditionCodes) {
        if (const std::optional<TaperRiskFlag> flag = taperRiskFlag(code))
            flags.push_back(*flag);
    }
    if (facts.pregnant.value_or(false))
        flags.push_back(TaperRiskFlag::pregnancy);
    return flags;
}

// The class with what is known, and what could still make it a higher one.
struct Risk {
    TaperPreset preset;
    int months = 0;
    std::vector<std::string> missing;
};
Risk riskOf(const RuleContext& context) {
    const TaperInputs& taper = *context.plan.taper();
    Risk risk;
    if (!context.facts) {
        risk.missing = {"patient"};
        return risk;
    }
    const PatientFacts& facts = *context.facts;
    if (facts.baclofenSince)
        risk.months = std::max(0, completedMonths(*facts.baclofenSince, context.plan.steps.front().span.first));
    risk.preset = taperPreset(risk.months, taper.from, riskFlags(facts), context.numbers);
    if (risk.preset.risk == TaperRisk::high)
        return risk;
    if (!facts.baclofenSince)
        risk.missing.emplace_back("baclofen_since");
    if (!facts.conditionsRecorded)
        risk.missing.emplace_back("conditions");
    return risk;
}

TaperInputs withPreset(TaperInputs taper, const TaperPreset& preset) {
    taper.model = preset.model;
    taper.percent = preset.percent;
    taper.intervalDays = preset.intervalDays;
    taper.gentleEnd.reset();
    return taper;
}

std::int64_t lengthOf(const TaperInputs& inputs, const ProductSet& products, const RuleNumbers& numbers) {
    std::vector<Step> steps;
    const Result<void> planned = follow(courseOf(inputs, products, numbers), inputs.from, inputs.start, {}, steps);
    return planned && !steps.empty() ? steps.back().span.first - inputs.start : 0;
}

// The days that the plan as chosen takes, without what holds and step-backs have added since: they slow it, but the
// pace was chosen before.
std::int64_t chosenLength(const Plan& plan, const RuleNumbers& numbers) {
    const std::int64_t days = daysToEnd(plan);
    const bool changed = std::any_of(plan.steps.begin(), plan.steps.end(), [](const Step& step) {
        return step.reason == StepReason::hold || step.reason == StepReason::pause ||
               step.reason == StepReason::stepBack || step.reason == StepReason::byHand;
    });
    return changed ? std::min(days, lengthOf(*plan.taper(), plan.products, numbers)) : days;
}

void addPreset(std::vector<Input>& inputs, const TaperPreset& preset) {
    inputs.push_back({"preset_of_current", preset.model == TaperModel::percentOfCurrent});
    inputs.push_back({"preset_percent", std::int64_t{preset.percent.whole()}});
    inputs.push_back({"preset_interval_days", std::int64_t{preset.intervalDays}});
}

// TAP-11: faster is whatever reaches its end earlier than the preset of the class would from the same dose.
void riskClass(const RuleContext& context, std::vector<Finding>& findings) {
    const Plan& plan = context.plan;
    const TaperInputs* taper = plan.taper();
    if (!taper || taper->afterPumpImplant || mayStop(plan))
        return;
    const SourceList sources = {"S44a", "S39", "S12"};
    const Risk risk = riskOf(context);
    if (!risk.missing.empty()) {
        addNotAssessed(findings, "TAP-11", Action::inform, "tap-11.not-assessed", sources, risk.missing);
        return;
    }
    const bool high = risk.preset.risk == TaperRisk::high;
    const std::int64_t chosen = chosenLength(plan, context.numbers);
    const std::int64_t proposed = lengthOf(withPreset(*taper, risk.preset), plan.products, context.numbers);
    const bool faster = chosen < proposed;
    if (!faster && !high)
        return;

    std::vector<Input> inputs{{"class", riskName(risk.preset.risk)}, {"from_mg", taper->from}};
    if (context.facts->baclofenSince)
        inputs.push_back({"months", std::int64_t{risk.months}});
    for (const std::string& code : context.facts->conditionCodes) {
        if (taperRiskFlag(code))
            inputs.push_back({"condition", code});
    }
    if (context.facts->pregnant.value_or(false))
        inputs.push_back({"condition", std::string("pregnancy")});
    inputs.push_back({"days", chosen});
    inputs.push_back({"preset_days", proposed});
    addPreset(inputs, risk.preset);
    const Action action = !faster ? Action::inform : high ? Action::blockOverridable : Action::warn;
    const std::string_view message = !faster ? "tap-11.high" : high ? "tap-11.high-faster" : "tap-11.faster";
    add(findings, "TAP-11", action, wholePlan, message, sources, std::move(inputs));
}

// The mildest preset that is slower than what was chosen; nothing if there is none.
std::optional<TaperPreset> nextSlower(const Plan& plan, const RuleNumbers& numbers) {
    const std::int64_t chosen = lengthOf(*plan.taper(), plan.products, numbers);
    TaperPreset preset = slowerPreset(numbers.tap11.low, numbers);
    for (;;) {
        if (lengthOf(withPreset(*plan.taper(), preset), plan.products, numbers) > chosen)
            return preset;
        const TaperPreset slower = slowerPreset(preset, numbers);
        if (slower.model == preset.model && slower.intervalDays == preset.intervalDays)
            return std::nullopt;
        preset = slower;
    }
}

void troubledTaper(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.taper())
        return;
    std::int64_t pauses = 0;
    std::int64_t backs = 0;
    for (const Step& step : context.plan.steps) {
        pauses += std::count(step.rules.begin(), step.rules.end(), RuleId("TAP-12"));
        backs += step.reason == StepReason::stepBack ? 1 : 0;
    }
    const auto& rule = context.numbers.tap15;
    if (pauses < rule.pauses && backs < rule.stepBacks)
        return;
    const std::optional<TaperPreset> slower = nextSlower(context.plan, context.numbers);
    if (!slower)
        return;
    std::vector<Input> inputs{{"pauses", pauses}, {"step_backs", backs}};
    addPreset(inputs, *slower);
    add(findings, "TAP-15", Action::propose, wholePlan, "TAP-15", {}, std::move(inputs));
}

void visits(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.taper())
        return;
    const std::vector<Date> dates = reviewDates(context.plan, context.numbers);
    add(findings, "TAP-16", Action::propose, wholePlan, "TAP-16", {},
        {{"first_visit", dates.front()},
         {"last_visit", dates.back()},
         {"visits", static_cast<std::int64_t>(dates.size())}});
}

// TAP-17 and PT-4: a dose at one time of day that rises while the day's total should fall.
void risingDose(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.taper())
        return;
    const std::vector<Step>& steps = context.plan.steps;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (steps[i].reason == StepReason::stepBack)
            continue;
        for (const DayPart part : steps[i].split.parts()) {
            const OralDose before = steps[i - 1].split.at(part);
            const OralDose now = steps[i].split.at(part);
            if (now <= before)
                continue;
            add(findings, "TAP-17", Action::warn, atStep(i), "TAP-17", {},
                {{"part", static_cast<std::int64_t>(part)}, {"before_mg", before}, {"now_mg", now}});
            break;
        }
    }
}

// TAP-18: while another sedative goes down, nobody knows which withdrawal is seen.
void otherTaper(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.plan.taper() && context.facts && hasCondition(*context.facts, "other-taper"))
        add(findings, "TAP-18", Action::warn, wholePlan, "TAP-18");
}

void seriousReaction(const RuleContext& context, std::vector<Finding>& findings) {
    const TaperInputs* taper = context.plan.taper();
    if (taper && taper->seriousReaction)
        add(findings, "TAP-19", Action::inform, wholePlan, "TAP-19", {"S1", "S3"});
}

constexpr std::string_view tap4Keys[] = {"tap-4.block", "tap-4.high", "tap-4.low", "tap-4.interval"};
constexpr std::string_view tap7Keys[] = {"TAP-7"};
constexpr std::string_view tap8Keys[] = {"tap-8.half", "tap-8.third"};
constexpr std::string_view tap9Keys[] = {"tap-9.block", "tap-9.short"};
constexpr std::string_view tap10Keys[] = {"TAP-10"};
constexpr std::string_view tap11Keys[] = {"tap-11.not-assessed", "tap-11.high", "tap-11.high-faster", "tap-11.faster"};
constexpr std::string_view tap15Keys[] = {"TAP-15"};
constexpr std::string_view tap16Keys[] = {"TAP-16"};
constexpr std::string_view tap17Keys[] = {"TAP-17"};
constexpr std::string_view tap18Keys[] = {"TAP-18"};
constexpr std::string_view tap19Keys[] = {"TAP-19"};

} // namespace

std::span<const RuleEntry> taperRules() {
    static constexpr RuleEntry table[] = {
        {"TAP-4", percentage, tap4Keys},      {"TAP-7", firstStep, tap7Keys},         {"TAP-8", stepSize, tap8Keys},
        {"TAP-9", length, tap9Keys},          {"TAP-10", stopAtOnce, tap10Keys},      {"TAP-11", riskClass, tap11Keys},
        {"TAP-15", troubledTaper, tap15Keys}, {"TAP-16", visits, tap16Keys},          {"TAP-17", risingDose, tap17Keys},
        {"TAP-18", otherTaper, tap18Keys},    {"TAP-19", seriousReaction, tap19Keys},
    };
    return table;
}

} // namespace lento::core
