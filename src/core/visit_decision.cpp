#include "core/visit_decision.h"

#include "core/rule_numbers.h"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>

namespace lento::core {

namespace {

enum class Truth : std::uint8_t { no, yes, unknown };

// Whether a row matches, what was read for it, and what it would have needed.
struct Verdict {
    Truth truth = Truth::no;
    std::vector<Input> inputs = {};
    std::vector<std::string> missing = {};
    std::string_view message = {}; // why it does not match, where there is more than one reason
};

struct Row {
    RuleId rule;
    std::string_view notMatched;
    Verdict (*holds)(const VisitInputs& visit, const RuleNumbers& numbers);
    // Fills in what is proposed; what it lacks is named by missing().
    void (*propose)(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision);
};

std::int64_t count(int value) {
    return value;
}

// A yes decides; otherwise whatever is not known leaves it open.
Truth either(const std::optional<bool>& one, const std::optional<bool>& other) {
    if (one.value_or(false) || other.value_or(false))
        return Truth::yes;
    return one && other ? Truth::no : Truth::unknown;
}

std::optional<bool> atLeast(const std::optional<int>& grade, int least) {
    return grade ? std::optional(*grade >= least) : std::nullopt;
}

Truth truthOf(const std::optional<bool>& known) {
    return !known ? Truth::unknown : *known ? Truth::yes : Truth::no;
}

template <class T>
void read(Verdict& verdict, const char* name, const std::optional<T>& value) {
    if (!value)
        verdict.missing.emplace_back(name);
    else if constexpr (std::is_same_v<T, int>)
        verdict.inputs.push_back({name, count(*value)});
    else if constexpr (std::is_same_v<T, ResponseClass>)
        verdict.inputs.push_back({name, std::string(responseName(*value))});
    else
        verdict.inputs.push_back({name, *value});
}

std::optional<ResponseClass> judged(const VisitInputs& visit) {
    return visit.response == ResponseClass::notAssessable ? std::nullopt : visit.response;
}

void say(VisitDecision& decision, Proposal proposal, std::string_view message) {
    decision.proposal = proposal;
    decision.row.message = message;
}

void lacks(VisitDecision& decision, const char* name) {
    decision.row.assessed = false;
    decision.row.message = "vis.not-assessed";
    decision.row.inputs.push_back({"missing", std::string(name)});
}

Finding& addBeside(VisitDecision& decision, RuleId rule, Action action, std::string_view message,
                   std::vector<std::string> sources) {
    Finding& finding = decision.beside.emplace_back();
    finding.rule = rule;
    finding.action = action;
    finding.message = message;
    finding.sources = std::move(sources);
    return finding;
}

// VIS-11: for whom tablets failed or were not tolerated.
void considerReferral(const VisitInputs& visit, VisitDecision& decision) {
    const std::vector<std::string> sources{"S12", "S13", "S23", "S43"};
    if (visit.severe == false) {
        decision.referForPump = false;
        return;
    }
    if (visit.severe && visit.regional) {
        decision.referForPump = *visit.regional;
        addBeside(decision, "VIS-11", Action::propose, *visit.regional ? "vis-11.refer" : "vis-11.focal", sources);
        return;
    }
    Finding& finding = addBeside(decision, "VIS-11", Action::propose, "vis-11.not-assessed", sources);
    finding.assessed = false;
    finding.inputs.push_back({"missing", std::string(visit.severe ? "regional" : "severe")});
}

void stepBackTo(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision,
                std::string_view message) {
    say(decision, Proposal::stepBack, message);
    decision.dose = visit.previousStep;
    decision.holdDays = numbers.vis10.holdDays;
    Finding& finding = addBeside(decision, "VIS-10", Action::inform, "VIS-10", {"PD"});
    finding.inputs.push_back({"hold_days", count(numbers.vis10.holdDays)});
    if (visit.previousStep)
        finding.inputs.push_back({"proposed_mg", *visit.previousStep});
}

void holdFor(const VisitInputs& visit, std::optional<int> days, VisitDecision& decision, std::string_view message) {
    say(decision, Proposal::hold, message);
    decision.dose = visit.dose;
    decision.holdDays = days;
}

// VIS-1 and TAP-14.
Verdict redFlag(const VisitInputs& visit, const RuleNumbers&) {
    Verdict verdict{either(visit.redFlag, atLeast(visit.worstGrade, lifeThreateningGrade))};
    read(verdict, "red_flag", visit.redFlag);
    read(verdict, "ae_grade", visit.worstGrade);
    return verdict;
}

void emergency(const VisitInputs&, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::emergency, "vis-1.emergency");
}

Verdict severeEffect(const VisitInputs& visit, const RuleNumbers&) {
    Verdict verdict{either(visit.psychosis, atLeast(visit.worstGrade, severeGrade))};
    read(verdict, "ae_grade", visit.worstGrade);
    read(verdict, "psychosis", visit.psychosis);
    return verdict;
}

void afterSevereEffect(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision) {
    if (!visit.atStartDose)
        return lacks(decision, "at_start_dose");
    if (!*visit.atStartDose)
        return stepBackTo(visit, numbers, decision, "vis-2.step-back");
    decision.mayStopAtOnce = visit.dose && visit.finalDose && *visit.dose <= *visit.finalDose;
    say(decision, Proposal::stopAndTaper, decision.mayStopAtOnce ? "vis-2.stop-at-once" : "vis-2.stop");
    considerReferral(visit, decision);
}

Verdict moderateEffect(const VisitInputs& visit, const RuleNumbers&) {
    Verdict verdict{truthOf(atLeast(visit.worstGrade, moderateGrade))};
    read(verdict, "ae_grade", visit.worstGrade);
    return verdict;
}

void afterModerateEffect(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision) {
    if (!visit.gradeTwoBefore)
        return lacks(decision, "ae2_last_visit");
    decision.row.inputs.push_back({"ae2_last_visit", *visit.gradeTwoBefore});
    if (*visit.gradeTwoBefore)
        return stepBackTo(visit, numbers, decision, "vis-3.step-back");
    holdFor(visit, numbers.vis3.holdDays, decision, "vis-3.hold");
    decision.row.inputs.push_back({"hold_days", count(numbers.vis3.holdDays)});
}

std::string_view adherenceName(Adherence adherence) {
    switch (adherence) {
    case Adherence::all:
        return "all";
    case Adherence::most:
        return "most";
    case Adherence::under80:
        return "under-80";
    case Adherence::notAsked:
        break;
    }
    return {};
}

Verdict poorAdherence(const VisitInputs& visit, const RuleNumbers& numbers) {
    const std::optional<Adherence> said = visit.adherence == Adherence::notAsked ? std::nullopt : visit.adherence;
    const std::optional<int> counted = visit.adherencePercent;
    Verdict verdict;
    if ((counted && *counted < numbers.vis4.leastAdherencePercent) || said == Adherence::under80)
        verdict.truth = Truth::yes;
    else
        verdict.truth = counted || said ? Truth::no : Truth::unknown;
    if (said)
        verdict.inputs.push_back({"adherence", std::string(adherenceName(*said))});
    if (counted || !said)
        read(verdict, "adherence_percent", counted);
    verdict.inputs.push_back({"least_percent", count(numbers.vis4.leastAdherencePercent)});
    return verdict;
}

void adherenceFirst(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    holdFor(visit, std::nullopt, decision, "vis-4.hold");
}

template <ResponseClass wanted>
Verdict responds(const VisitInputs& visit, const RuleNumbers&) {
    const std::optional<ResponseClass> response = judged(visit);
    Verdict verdict{!response ? Truth::unknown : *response == wanted ? Truth::yes : Truth::no};
    read(verdict, "response", response);
    return verdict;
}

void maintain(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision) {
    say(decision, Proposal::maintain, "vis-5.maintain");
    decision.dose = visit.dose;
    decision.row.inputs.push_back({"review_months", count(numbers.vis5.reviewMonths)});
}

Verdict roomToRise(const VisitInputs& visit, const RuleNumbers&) {
    Verdict verdict;
    const std::optional<bool> below =
        visit.dose && visit.ceiling ? std::optional(*visit.dose < *visit.ceiling) : std::nullopt;
    read(verdict, "daily_mg", visit.dose);
    read(verdict, "ceiling_mg", visit.ceiling);
    if (below == false) {
        verdict.message = "vis-6.not-ceiling";
        return verdict;
    }
    if (visit.dose) // without a dose there is nothing to compare with it
        read(verdict, "at_mtd", visit.atMaximumTolerated);
    if (visit.atMaximumTolerated == true) {
        verdict.message = "vis-6.not-tolerated";
        verdict.missing.clear();
    } else {
        verdict.truth = below && visit.atMaximumTolerated ? Truth::yes : Truth::unknown;
    }
    return verdict;
}

void increase(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    if (!visit.daysSinceChange)
        lacks(decision, "days_since_change");
    if (!visit.intervalDays)
        lacks(decision, "interval_days");
    if (!visit.daysSinceChange || !visit.intervalDays)
        return;
    decision.row.inputs.push_back({"days_since_change", count(*visit.daysSinceChange)});
    decision.row.inputs.push_back({"interval_days", count(*visit.intervalDays)});
    if (*visit.daysSinceChange < *visit.intervalDays)
        return holdFor(visit, *visit.intervalDays - *visit.daysSinceChange, decision, "vis-6.hold");
    say(decision, Proposal::increase, "vis-6.increase");
    if (visit.dose && visit.increment && visit.ceiling)
        decision.dose = std::min(*visit.dose + *visit.increment, *visit.ceiling);
    if (visit.suddenlyWorse.value_or(false))
        addBeside(decision, "VIS-12", Action::warn, "VIS-12", {"S44"});
}

void maintainAndDiscuss(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::maintain, "vis-7.maintain");
    decision.dose = visit.dose;
}

Verdict trialRuns(const VisitInputs& visit, const RuleNumbers& numbers) {
    Verdict verdict{!visit.daysAtCeiling                             ? Truth::unknown
                    : *visit.daysAtCeiling < numbers.tit12.trialDays ? Truth::yes
                                                                     : Truth::no};
    read(verdict, "days_at_ceiling", visit.daysAtCeiling);
    verdict.inputs.push_back({"trial_days", count(numbers.tit12.trialDays)});
    return verdict;
}

void finishTrial(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision) {
    holdFor(visit, numbers.tit12.trialDays - *visit.daysAtCeiling, decision, "vis-8.hold");
}

Verdict otherwise(const VisitInputs&, const RuleNumbers&) {
    return {Truth::yes};
}

void trialFailed(const VisitInputs& visit, const RuleNumbers& numbers, VisitDecision& decision) {
    say(decision, Proposal::stopAndTaper, "vis-9.stop");
    decision.mayStopAtOnce = visit.dose && visit.finalDose && *visit.dose <= *visit.finalDose;
    decision.row.inputs = {{"days_at_ceiling", count(*visit.daysAtCeiling)},
                           {"trial_days", count(numbers.tit12.trialDays)}};
    considerReferral(visit, decision);
}

// TAP-12 to TAP-14: withdrawal while a taper runs. A grade 4 is an emergency like a red flag.
Verdict taperRedFlag(const VisitInputs& visit, const RuleNumbers& numbers) {
    Verdict verdict = redFlag(visit, numbers);
    const std::optional<bool> grade = atLeast(visit.withdrawalGrade, lifeThreateningGrade);
    if (grade.value_or(false))
        verdict.truth = Truth::yes;
    else if (!grade && verdict.truth == Truth::no)
        verdict.truth = Truth::unknown;
    read(verdict, "withdrawal_grade", visit.withdrawalGrade);
    return verdict;
}

template <int grade>
Verdict withdrawal(const VisitInputs& visit, const RuleNumbers&) {
    Verdict verdict{truthOf(atLeast(visit.withdrawalGrade, grade))};
    read(verdict, "withdrawal_grade", visit.withdrawalGrade);
    return verdict;
}

void taperEmergency(const VisitInputs&, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::emergency, "visit-tap-14.emergency");
}

void taperStepBack(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::stepBack, "visit-tap-13.step-back");
    decision.dose = visit.previousStep;
}

void taperPause(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    holdFor(visit, visit.intervalDays, decision, "visit-tap-12.pause");
}

void fasterAllowed(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::continueTaper, "visit-tap-19.faster");
    decision.dose = visit.dose;
}

void continueTaper(const VisitInputs& visit, const RuleNumbers&, VisitDecision& decision) {
    say(decision, Proposal::continueTaper, "visit-tap-12.continue");
    decision.dose = visit.dose;
    decision.row.inputs = {{"withdrawal_grade", count(*visit.withdrawalGrade)}};
}

// Section 8 of clinical-rules.md; the first row that matches wins.
constexpr std::array titrationRows{
    Row{"VIS-1", "vis-1.not", redFlag, emergency},
    Row{"VIS-2", "vis-2.not", severeEffect, afterSevereEffect},
    Row{"VIS-3", "vis-3.not", moderateEffect, afterModerateEffect},
    Row{"VIS-4", "vis-4.not", poorAdherence, adherenceFirst},
    Row{"VIS-5", "vis-5.not", responds<ResponseClass::responder>, maintain},
    Row{"VIS-6", "", roomToRise, increase},
    Row{"VIS-7", "vis-7.not", responds<ResponseClass::minimal>, maintainAndDiscuss},
    Row{"VIS-8", "vis-8.not", trialRuns, finishTrial},
    Row{"VIS-9", "", otherwise, trialFailed},
};

constexpr std::array taperRows{
    Row{"TAP-14", "visit-tap-14.not", taperRedFlag, taperEmergency},
    Row{"TAP-13", "visit-tap-13.not", withdrawal<severeGrade>, taperStepBack},
    Row{"TAP-12", "visit-tap-12.not", withdrawal<moderateGrade>, taperPause},
    Row{"TAP-19", "visit-tap-19.not", severeEffect, fasterAllowed},
    Row{"TAP-12", "", otherwise, continueTaper},
};

} // namespace

VisitDecision decideVisit(const VisitInputs& inputs, const RuleNumbers& numbers) {
    VisitDecision decision;
    const std::span<const Row> rows = inputs.tapering ? std::span<const Row>(taperRows) : titrationRows;
    for (const Row& row : rows) {
        Verdict verdict = row.holds(inputs, numbers);
        Finding finding;
        finding.rule = row.rule;
        finding.action = Action::propose;
        finding.inputs = std::move(verdict.inputs);
        finding.sources = sourcesOfDecision(row.rule);
        if (verdict.truth == Truth::no) {
            finding.message = verdict.message.empty() ? row.notMatched : verdict.message;
            decision.notMatched.push_back(std::move(finding));
            continue;
        }
        decision.row = std::move(finding);
        if (verdict.truth == Truth::yes)
            row.propose(inputs, numbers, decision);
        else
            for (const std::string& name : verdict.missing)
                lacks(decision, name.c_str());
        break;
    }
    return decision;
}

std::optional<DailyDose> maximumToleratedDose(std::span<const Step> steps, const RuleNumbers& numbers) {
    std::optional<DailyDose> lowest;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const DailyDose dose = steps[i].daily();
        const auto attempts =
            std::count_if(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(i) + 1, [&](const Step& step) {
                return step.reason == StepReason::stepBack && step.daily() == dose;
            });
        if (attempts >= numbers.vis10.attempts && (!lowest || dose < *lowest))
            lowest = dose;
    }
    return lowest;
}

} // namespace lento::core
