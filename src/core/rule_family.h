// What the rule families share: how a finding is made, and the questions that several rules ask of a plan.
#pragma once

#include "core/paediatric.h"
#include "core/rules.h"

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace lento::core {

// One table for each family; ruleTable() joins them in this order.
std::span<const RuleEntry> amountRules();      // UNI, FRM, SPL, DSP
std::span<const RuleEntry> titrationRules();   // TIT, ELD
std::span<const RuleEntry> renalRules();       // DAT-5, REN
std::span<const RuleEntry> taperRules();       // TAP
std::span<const RuleEntry> safetyRules();      // SAF, HEP, RST-5
std::span<const RuleEntry> interactionRules(); // INT
std::span<const RuleEntry> paediatricRules();  // PED
std::span<const RuleEntry> pregnancyRules();   // PRG
std::span<const RuleEntry> monitoringRules();  // MON
std::span<const RuleEntry> indicationRules();  // IND

// Where a finding stands: a step by its place in the plan from 0, or the whole plan.
struct At {
    std::optional<int> step;
};
inline constexpr At wholePlan{};
inline At atStep(std::size_t index) {
    return {static_cast<int>(index) + 1};
}

using SourceList = std::initializer_list<const char*>;

inline Finding& add(std::vector<Finding>& findings, RuleId rule, Action action, At at, std::string_view message,
                    SourceList sources = {}, std::vector<Input> inputs = {}) {
    Finding& finding = findings.emplace_back();
    finding.rule = rule;
    finding.action = action;
    finding.step = at.step;
    finding.message = message;
    finding.inputs = std::move(inputs);
    finding.sources.assign(sources.begin(), sources.end());
    return finding;
}

// A rule that cannot be judged: one input named "missing" for each thing that it lacks.
inline Finding& addNotAssessed(std::vector<Finding>& findings, RuleId rule, Action action, std::string_view message,
                               SourceList sources, const std::vector<std::string>& missing) {
    Finding& finding = add(findings, rule, action, wholePlan, message, sources);
    finding.assessed = false;
    for (const std::string& name : missing)
        finding.inputs.push_back({"missing", name});
    return finding;
}

// The highest daily dose of the steps and the first step above a limit.
DailyDose highestDaily(const Plan& plan);
std::optional<std::size_t> firstAbove(const Plan& plan, DailyDose limit);

std::optional<int> ageAt(const RuleContext& context);
// A known age below 18 years; an unknown one is nobody's.
bool isChild(const RuleContext& context);
// The newest weight up to today.
const Weight* latestWeight(const RuleContext& context);
bool hasCondition(const PatientFacts& facts, std::string_view code);
// A woman of childbearing age, or who may be one (TIT-10 "where relevant").
bool mayBePregnant(const RuleContext& context);

// PED-1 to PED-4 for the child, reduced by `band` when there is one; nothing without age, weight or products.
std::optional<PaediatricDosing> childLimits(const RuleContext& context, const RenalBandRule* band);

// The plan follows a protocol made for adults, as PED-9 lets some children do.
bool followsAdultProtocol(const RuleContext& context);

std::vector<MedicineMatch> matchesOf(const PatientFacts& facts, const MedicineList& list);
bool isMatched(const std::vector<MedicineMatch>& matches, RuleId rule);

// DAT-1: whether the plan's protocol is made for the patient; PED-9 speaks of children on one for adults.
void checkPopulation(const RuleContext& context, std::vector<Finding>& findings);

// Baclofen goes down: what argues against baclofen argues for this plan and needs no answer.
bool goesDown(const RuleContext& context);

// The dose on the eve of the plan, as far as it is known: zero for a patient who has not had baclofen yet.
std::optional<DailyDose> doseOnTheEve(const RuleContext& context);
// The dose that a step follows: that of the step before it, or what was in force when the plan starts. Nothing before a
// first step that starts baclofen, or where it is not known.
std::optional<DailyDose> doseBeforeStep(const RuleContext& context, std::size_t index);
// True if the plan starts baclofen, false if it goes on with it; without facts or an earlier plan a titration starts
// it.
bool startsBaclofen(const RuleContext& context);

} // namespace lento::core
