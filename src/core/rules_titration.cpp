#include "core/region_limits.h"
#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

void usualRange(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration() || !context.facts || context.numbers.tit5.empty())
        return;
    if (context.facts->indication.starts_with("IND-"))
        return; // the range is that of spasticity
    const DailyDose usual = limitsOf(context.facts->region, context.numbers).usualHighest;
    if (const std::optional<std::size_t> step = firstAbove(context.plan, usual))
        add(findings, "TIT-5", Action::inform, atStep(*step), "TIT-5", {"S1", "S7", "S11"},
            {{"highest_mg", highestDaily(context.plan)}, {"usual_highest_mg", usual}});
}

// TIT-6: one finding, for the hardest limit that is passed.
void ceiling(const RuleContext& context, std::vector<Finding>& findings) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration)
        return;
    const auto& limits = context.numbers.tit6;
    const DailyDose highest = highestDaily(context.plan);
    DailyDose limit;
    std::string_view message;
    if (highest > limits.secondClinician) {
        limit = limits.secondClinician;
        message = "tit-6.second-clinician";
    } else if (highest > limits.ceiling) {
        limit = limits.ceiling;
        message = "tit-6.ceiling";
    } else if (titration->protocol && !titration->protocol->ceiling.isZero() &&
               highest > titration->protocol->ceiling) {
        limit = titration->protocol->ceiling;
        message = "tit-6.protocol";
    } else {
        return;
    }
    add(findings, "TIT-6", Action::blockOverridable, atStep(*firstAbove(context.plan, limit)), message,
        {"S1", "S11", "S34"}, {{"highest_mg", highest}, {"limit_mg", limit}});
}

// The dose taken on a day; before the plan, what is known of the eve.
std::optional<DailyDose> doseOn(const RuleContext& context, Date day, std::size_t from) {
    const std::vector<Step>& steps = context.plan.steps;
    for (std::size_t i = from + 1; i-- > 0;) {
        if (steps[i].span.first <= day)
            return steps[i].daily();
    }
    return doseOnTheEve(context);
}

// TIT-7: each step that comes too soon after the one below it, or rises too far within the days of the rule.
void speed(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration())
        return;
    const auto& rule = context.numbers.tit7;
    const std::vector<Step>& steps = context.plan.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const DailyDose now = steps[i].daily();
        const std::optional<DailyDose> eve = i == 0 ? doseOnTheEve(context) : std::optional(steps[i - 1].daily());
        if (eve && now <= *eve)
            continue;
        const std::optional<DailyDose> earlier = doseOn(context, steps[i].span.first - rule.withinDays, i);
        if (earlier && now > *earlier + rule.mostRise) {
            add(findings, "TIT-7", Action::blockOverridable, atStep(i), "tit-7.rise", {"S1"},
                {{"rise_mg", now - *earlier},
                 {"most_mg", rule.mostRise},
                 {"within_days", std::int64_t{rule.withinDays}}});
        } else if (i > 0 && steps[i - 1].span.days() < rule.minimumIntervalDays) {
            add(findings, "TIT-7", Action::blockOverridable, atStep(i), "tit-7.interval", {"S1"},
                {{"interval_days", std::int64_t{steps[i - 1].span.days()}},
                 {"least_days", std::int64_t{rule.minimumIntervalDays}}});
        }
    }
}

// TIT-8: from the first step on that has such a dose.
void singleDose(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration())
        return;
    const OralDose limit = context.numbers.tit8.singleDose;
    std::optional<std::size_t> first;
    OralDose largest;
    for (std::size_t i = 0; i < context.plan.steps.size(); ++i) {
        const OralDose dose = context.plan.steps[i].split.largest();
        largest = std::max(largest, dose);
        if (dose > limit)
            first = first.value_or(i);
    }
    if (first)
        add(findings, "TIT-8", Action::blockOverridable, atStep(*first), "TIT-8", {"S1", "S3"},
            {{"dose_mg", largest}, {"limit_mg", limit}});
}

std::vector<std::string> missingBeforeStart(const RuleContext& context) {
    const PatientFacts& facts = *context.facts;
    std::vector<std::string> missing;
    const auto need = [&missing](bool known, const char* name) {
        if (!known)
            missing.emplace_back(name);
    };
    const auto measured = [&context](const char* name) {
        const std::vector<std::string>& absent = context.renalAssessment.missing;
        return std::find(absent.begin(), absent.end(), name) == absent.end();
    };
    const bool spasticity = facts.indication == spasticityIndication;
    const int scoreDays = context.numbers.tit10.baselineScoreDays;

    need(facts.hasDiagnosis, "diagnosis");
    need(!spasticity || facts.origin != SpasticityOrigin::notRecorded, "origin");
    need(facts.hasGoal, "goal");
    // Of a plan under way the score of its first day counts, not one of today.
    const Date start = std::min(context.today, context.plan.steps.front().span.first);
    need(!spasticity || (facts.latestScore && start - *facts.latestScore <= scoreDays), "baseline_score");
    need(measured("creatinine"), "creatinine");
    need(!facts.weights.empty(), "weight");
    need(facts.medicinesRecorded, "medicines");
    need(!mayBePregnant(context) || facts.pregnant, "pregnancy");
    need(!spasticity || facts.toneNeeded.has_value(), "tone_needed");
    return missing;
}

void beforeStart(const RuleContext& context, std::vector<Finding>& findings) {
    if (!startsBaclofen(context))
        return;
    const SourceList sources = {"S7", "S8"};
    if (!context.facts) {
        addNotAssessed(findings, "TIT-10", Action::warn, "tit-10.not-assessed", sources, {"patient"});
        return;
    }
    Finding finding;
    for (const std::string& name : missingBeforeStart(context))
        finding.inputs.push_back({"missing", name});
    if (!finding.inputs.empty())
        add(findings, "TIT-10", Action::warn, wholePlan, "tit-10.missing", sources, std::move(finding.inputs));
}

void reviews(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration())
        return;
    const std::vector<Date> dates = reviewDates(context.plan, context.numbers);
    add(findings, "TIT-11", Action::propose, wholePlan, "TIT-11", {},
        {{"first_visit", dates.front()},
         {"last_visit", dates.back()},
         {"visits", static_cast<std::int64_t>(dates.size())},
         {"every_days", std::int64_t{context.numbers.tit11.reviewEveryDays}}});
}

// TIT-9: three a day is usual; another number is a use of its own or a slip.
void frequency(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration() || isChild(context))
        return;
    const auto& rule = context.numbers.tit9;
    const std::vector<Step>& steps = context.plan.steps;
    const auto highest = std::max_element(steps.begin(), steps.end(),
                                          [](const Step& a, const Step& b) { return a.daily() < b.daily(); });
    const int doses = highest->split.dosesPerDay();
    std::string_view message;
    if (doses == 1)
        message = "tit-9.once";
    else if (doses < rule.usualDosesPerDay)
        message = "tit-9.twice";
    else if (doses > rule.usualDosesPerDay && highest->daily() <= rule.fourDosesAbove)
        message = "tit-9.four";
    else
        return;
    add(findings, "TIT-9", Action::inform, wholePlan, message, {"S7", "S11"},
        {{"doses_per_day", std::int64_t{doses}}, {"highest_mg", highest->daily()}, {"limit_mg", rule.fourDosesAbove}});
}

// TIT-12: the first day on which the trial of the plan's last dose is complete.
std::optional<Date> trialEnds(const RuleContext& context) {
    const Step& last = context.plan.steps.back();
    if (!context.plan.titration() || !last.span.isOpen())
        return std::nullopt;
    return last.span.first + context.numbers.tit12.trialDays;
}

void fairTrial(const RuleContext& context, std::vector<Finding>& findings) {
    const std::optional<Date> ends = trialEnds(context);
    if (!ends || context.today >= *ends)
        return;
    add(findings, "TIT-12", Action::inform, wholePlan, "TIT-12", {"S11", "S16", "S1"},
        {{"highest_mg", context.plan.steps.back().daily()},
         {"trial_ends", *ends},
         {"days", std::int64_t{context.numbers.tit12.trialDays}}});
}

// TIT-13: what to do when the trial is over; whether it helped is for the visit to say (VIS-9).
void trialOver(const RuleContext& context, std::vector<Finding>& findings) {
    const std::optional<Date> ends = trialEnds(context);
    if (!ends || context.today < *ends)
        return;
    add(findings, "TIT-13", Action::propose, wholePlan, "TIT-13", {"S1", "S3", "S16"},
        {{"highest_mg", context.plan.steps.back().daily()},
         {"trial_ends", *ends},
         {"days", std::int64_t{context.today - context.plan.steps.back().span.first}}});
}

void withFood(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts)
        return;
    const std::vector<std::string>& effects = context.facts->latestEffects;
    if (std::find(effects.begin(), effects.end(), "nausea") != effects.end())
        add(findings, "TIT-15", Action::inform, wholePlan, "TIT-15", {"S14", "S15"});
}

// TIT-14: only what is known of the patient; an unknown origin is TIT-10's.
void uncertainEfficacy(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration() || !context.facts)
        return;
    const PatientFacts& facts = *context.facts;
    const SourceList sources = {"S1", "S8"};
    if (hasCondition(facts, "muscle-pain"))
        add(findings, "TIT-14", Action::warn, wholePlan, "tit-14.muscle-pain", sources);
    if (facts.indication != spasticityIndication)
        return;

    std::string_view reason;
    for (const std::string_view code : {"stroke", "cerebral-palsy", "parkinson"}) {
        if (hasCondition(facts, code)) {
            reason = code;
            break;
        }
    }
    if (reason.empty() && facts.origin == SpasticityOrigin::cerebral)
        reason = "cerebral";
    if (reason.empty())
        return;
    std::vector<Input> inputs{{"reason", std::string(reason)}};
    const Action action = limitsOf(facts.region, context.numbers).cerebralOrigin;
    add(findings, "TIT-14", action, wholePlan, action == Action::inform ? "tit-14.licensed" : "tit-14.not-recommended",
        sources, std::move(inputs));
}

void reviewGate(const RuleContext& context, std::vector<Finding>& findings) {
    const std::vector<Step>& steps = context.plan.steps;
    const auto gated = std::find_if(steps.begin(), steps.end(), [](const Step& step) { return step.onlyAfterReview; });
    if (gated == steps.end())
        return;
    add(findings, "TIT-17", Action::inform, atStep(static_cast<std::size_t>(gated - steps.begin())), "TIT-17", {},
        {{"from", gated->span.first},
         {"steps", static_cast<std::int64_t>(
                       std::count_if(gated, steps.end(), [](const Step& step) { return step.onlyAfterReview; }))}});
}

// DAT-1: what the chosen protocol asks for by itself; the finding carries the protocol's own rule.
void protocolNotes(const RuleContext& context, std::vector<Finding>& findings) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration || !titration->protocol)
        return;
    const Protocol& protocol = *titration->protocol;
    checkPopulation(context, findings);
    if (protocol.softCeiling) {
        if (const std::optional<std::size_t> step = firstAbove(context.plan, *protocol.softCeiling))
            add(findings, std::string_view(protocol.ruleId), Action::warn, atStep(*step), "protocol.soft-ceiling", {},
                {{"highest_mg", highestDaily(context.plan)}, {"limit_mg", *protocol.softCeiling}})
                .sources = protocol.sources;
    }
    const OralDose quantum = context.plan.products.quantum();
    if (protocol.quantumAtMost && quantum > *protocol.quantumAtMost)
        add(findings, std::string_view(protocol.ruleId), Action::warn, wholePlan, "protocol.quantum", {},
            {{"quantum_mg", quantum}, {"most_mg", *protocol.quantumAtMost}})
            .sources = protocol.sources;
}

// ELD-1 with the soft ceiling of the sensitive protocol, which protocolNotes reports where that protocol was chosen.
void older(const RuleContext& context, std::vector<Finding>& findings) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration)
        return;
    const SourceList sources = {"S8", "S15", "S36"};
    const std::optional<int> age = ageAt(context);
    if (!age) {
        addNotAssessed(findings, "ELD-1", Action::inform, "eld-1.not-assessed", sources, {"birth_date"});
        return;
    }
    const auto& rule = context.numbers.eld1;
    const Protocol* const protocol = titration->protocol ? &*titration->protocol : nullptr;
    if (*age < rule.ageYears)
        return;
    const std::vector<Input> who{{"age_years", std::int64_t{*age}}};
    add(findings, "ELD-1", Action::inform, wholePlan, "eld-1.falls", sources, who);
    // A protocol that names a soft ceiling reports it itself; a higher one does not lift that of the age.
    const bool named = protocol && protocol->softCeiling;
    if (named && *protocol->softCeiling <= rule.softCeiling)
        return;
    if (const std::optional<std::size_t> step = firstAbove(context.plan, rule.softCeiling)) {
        std::vector<Input>& inputs =
            add(findings, "ELD-1", Action::warn, atStep(*step), "eld-1.soft-ceiling", sources, who).inputs;
        inputs.push_back({"highest_mg", highestDaily(context.plan)});
        inputs.push_back({"limit_mg", rule.softCeiling});
    }
    if (startsBaclofen(context) && !named)
        add(findings, "ELD-1", Action::propose, wholePlan, "eld-1.sensitive", sources, who);
}

constexpr std::string_view tit5Keys[] = {"TIT-5"};
constexpr std::string_view tit6Keys[] = {"tit-6.second-clinician", "tit-6.ceiling", "tit-6.protocol"};
constexpr std::string_view tit7Keys[] = {"tit-7.rise", "tit-7.interval"};
constexpr std::string_view tit8Keys[] = {"TIT-8"};
constexpr std::string_view tit9Keys[] = {"tit-9.once", "tit-9.twice", "tit-9.four"};
constexpr std::string_view tit12Keys[] = {"TIT-12"};
constexpr std::string_view tit13Keys[] = {"TIT-13"};
constexpr std::string_view tit15Keys[] = {"TIT-15"};
constexpr std::string_view tit10Keys[] = {"tit-10.missing", "tit-10.not-assessed"};
constexpr std::string_view tit11Keys[] = {"TIT-11"};
constexpr std::string_view tit14Keys[] = {"tit-14.muscle-pain", "tit-14.licensed", "tit-14.not-recommended"};
constexpr std::string_view tit17Keys[] = {"TIT-17"};
constexpr std::string_view dat1Keys[] = {"protocol.soft-ceiling", "protocol.quantum",   "protocol.indication",
                                         "protocol.too-old",      "protocol.too-young", "protocol.too-light",
                                         "protocol.too-heavy",    "protocol.kidney",    "protocol.region"};
constexpr std::string_view eld1Keys[] = {"eld-1.not-assessed", "eld-1.soft-ceiling", "eld-1.sensitive", "eld-1.falls"};

} // namespace

std::span<const RuleEntry> titrationRules() {
    static constexpr RuleEntry table[] = {
        {"TIT-5", usualRange, tit5Keys},          {"TIT-6", ceiling, tit6Keys},     {"TIT-7", speed, tit7Keys},
        {"TIT-8", singleDose, tit8Keys},          {"TIT-9", frequency, tit9Keys},   {"TIT-10", beforeStart, tit10Keys},
        {"TIT-11", reviews, tit11Keys},           {"TIT-12", fairTrial, tit12Keys}, {"TIT-13", trialOver, tit13Keys},
        {"TIT-14", uncertainEfficacy, tit14Keys}, {"TIT-15", withFood, tit15Keys},  {"TIT-17", reviewGate, tit17Keys},
        {"DAT-1", protocolNotes, dat1Keys},       {"ELD-1", older, eld1Keys},
    };
    return table;
}

} // namespace lento::core
