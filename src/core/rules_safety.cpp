#include "core/region_limits.h"
#include "core/rule_family.h"

#include <array>

namespace lento::core {

namespace {

// SAF: what a recorded condition asks for. A plan that goes down keeps only those that withdrawal makes worse.
struct Precaution {
    RuleId rule;
    std::array<std::string_view, 4> conditions; // codes of resources/catalogue/conditions.json; unused ones empty
    Action action = Action::warn;
    bool evenGoingDown = false;
    SourceList sources;
};

void report(const RuleContext& context, std::vector<Finding>& findings, const Precaution& row) {
    if (!context.facts || (goesDown(context) && !row.evenGoingDown))
        return;
    std::vector<Input> inputs;
    for (const std::string_view code : row.conditions) {
        if (!code.empty() && hasCondition(*context.facts, code))
            inputs.push_back({"condition", std::string(code)});
    }
    if (!inputs.empty())
        add(findings, row.rule, row.action, wholePlan, row.rule.text(), row.sources, std::move(inputs));
}

// SAF-1: no override takes an allergy away. Whoever takes baclofen all the same must be able to come off it slowly.
void hypersensitivity(const RuleContext& context, std::vector<Finding>& findings) {
    const SourceList sources = {"S3", "S12"};
    if (!context.facts)
        return;
    if (context.facts->baclofenAllergy.value_or(false) || hasCondition(*context.facts, "hypersensitivity")) {
        if (goesDown(context))
            add(findings, "SAF-1", Action::warn, wholePlan, "saf-1.taper", sources);
        else
            add(findings, "SAF-1", Action::hard, wholePlan, "SAF-1", sources);
    } else if (!context.facts->baclofenAllergy && !goesDown(context)) {
        addNotAssessed(findings, "SAF-1", startsBaclofen(context) ? Action::warn : Action::inform, "saf-1.not-assessed",
                       sources, {"allergies"});
    }
}

// SAF-2: the region decides how hard an active ulcer is; where nobody has asked, none of the precautions is judged.
void pepticUlcer(const RuleContext& context, std::vector<Finding>& findings) {
    const SourceList sources = {"S8", "S25"};
    if (!context.facts || goesDown(context))
        return;
    const PatientFacts& facts = *context.facts;
    if (!facts.conditionsRecorded && facts.conditionCodes.empty()) {
        addNotAssessed(findings, "SAF-2", startsBaclofen(context) ? Action::warn : Action::inform, "saf.not-assessed",
                       {}, {"conditions"});
        return;
    }
    if (hasCondition(facts, "peptic-ulcer-active")) {
        add(findings, "SAF-2", limitsOf(facts.region, context.numbers).activeUlcer, wholePlan, "saf-2.active", sources);
    } else if (hasCondition(facts, "peptic-ulcer-history")) {
        add(findings, "SAF-2", Action::warn, wholePlan, "saf-2.history", sources);
    }
}

void epilepsy(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts || !hasCondition(*context.facts, "epilepsy"))
        return;
    const Action action = goesDown(context) ? Action::warn : limitsOf(context.facts->region, context.numbers).epilepsy;
    add(findings, "SAF-4", action, wholePlan, action == Action::warn ? "SAF-4" : "saf-4.contraindicated",
        {"S3", "S8", "S37"});
}

void moodAndMind(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings,
           {"SAF-5",
            {"psychosis-or-delirium", "depression", "suicide-risk", "alcohol-or-sedatives"},
            Action::warn,
            true,
            {"S3", "S8"}});
}

void parkinson(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-6", {"parkinson"}, Action::warn, false, {"S1", "S8"}});
}

void stroke(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-7", {"stroke"}, Action::warn, false, {"S1", "S3", "S8"}});
}

void toneNeeded(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.facts && !goesDown(context) && context.facts->toneNeeded.value_or(false))
        add(findings, "SAF-8", Action::warn, wholePlan, "SAF-8", {"S1", "S15"});
}

void breathing(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-9", {"respiratory-impairment"}, Action::warn, false, {"S8", "S15"}});
}

void dysreflexia(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-10", {"autonomic-dysreflexia"}, Action::warn, true, {"S3"}});
}

void bladder(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-11", {"bladder-sphincter"}, Action::warn, false, {"S15", "S25"}});
}

void diabetes(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-12", {"diabetes"}, Action::inform, false, {"S15", "S25"}});
}

void pressureAndPorphyria(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-13", {"hypertension-treated", "porphyria"}, Action::warn, false, {"S8"}});
}

void ovarianCysts(const RuleContext& context, std::vector<Finding>& findings) {
    report(context, findings, {"SAF-14", {"ovarian-cysts"}, Action::inform, false, {"S4"}});
}

void musclePain(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.facts && !goesDown(context) &&
        (context.facts->indication == musclePainIndication || hasCondition(*context.facts, "muscle-pain")))
        add(findings, "SAF-15", Action::warn, wholePlan, "SAF-15", {"S1"});
}

// HEP-1: no factor on the dose, but the slow protocol.
void liver(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts || goesDown(context))
        return;
    if (hasCondition(*context.facts, "decompensated-cirrhosis"))
        add(findings, "HEP-1", Action::blockOverridable, wholePlan, "hep-1.decompensated", {"S15"});
    else if (hasCondition(*context.facts, "liver-disease"))
        add(findings, "HEP-1", Action::warn, wholePlan, "hep-1.liver", {"S15"});
}

// RST-5: baclofen is kept going through an admission, whatever the plan.
void admission(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.facts && hasCondition(*context.facts, "admission"))
        add(findings, "RST-5", Action::warn, wholePlan, "RST-5", {"S36"});
}

constexpr std::string_view saf1Keys[] = {"SAF-1", "saf-1.taper", "saf-1.not-assessed"};
constexpr std::string_view saf2Keys[] = {"saf-2.active", "saf-2.history", "saf.not-assessed"};
constexpr std::string_view saf4Keys[] = {"SAF-4", "saf-4.contraindicated"};
constexpr std::string_view saf5Keys[] = {"SAF-5"};
constexpr std::string_view saf6Keys[] = {"SAF-6"};
constexpr std::string_view saf7Keys[] = {"SAF-7"};
constexpr std::string_view saf8Keys[] = {"SAF-8"};
constexpr std::string_view saf9Keys[] = {"SAF-9"};
constexpr std::string_view saf10Keys[] = {"SAF-10"};
constexpr std::string_view saf11Keys[] = {"SAF-11"};
constexpr std::string_view saf12Keys[] = {"SAF-12"};
constexpr std::string_view saf13Keys[] = {"SAF-13"};
constexpr std::string_view saf14Keys[] = {"SAF-14"};
constexpr std::string_view saf15Keys[] = {"SAF-15"};
constexpr std::string_view hep1Keys[] = {"hep-1.decompensated", "hep-1.liver"};
constexpr std::string_view rst5Keys[] = {"RST-5"};

} // namespace

std::span<const RuleEntry> safetyRules() {
    static constexpr RuleEntry table[] = {
        {"SAF-1", hypersensitivity, saf1Keys},
        {"SAF-2", pepticUlcer, saf2Keys},
        {"SAF-4", epilepsy, saf4Keys},
        {"SAF-5", moodAndMind, saf5Keys},
        {"SAF-6", parkinson, saf6Keys},
        {"SAF-7", stroke, saf7Keys},
        {"SAF-8", toneNeeded, saf8Keys},
        {"SAF-9", breathing, saf9Keys},
        {"SAF-10", dysreflexia, saf10Keys},
        {"SAF-11", bladder, saf11Keys},
        {"SAF-12", diabetes, saf12Keys},
        {"SAF-13", pressureAndPorphyria, saf13Keys},
        {"SAF-14", ovarianCysts, saf14Keys},
        {"SAF-15", musclePain, saf15Keys},
        {"HEP-1", liver, hep1Keys},
        {"RST-5", admission, rst5Keys},
    };
    return table;
}

} // namespace lento::core
