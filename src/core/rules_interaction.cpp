#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

std::string severityName(Severity severity) {
    switch (severity) {
    case Severity::minor:
        return "minor";
    case Severity::moderate:
        return "moderate";
    case Severity::major:
        return "major";
    }
    return {};
}

// INT-1 to INT-6: what makes drowsy and adds up.
bool isSedating(RuleId rule) {
    static constexpr RuleId sedating[] = {"INT-1", "INT-2", "INT-3", "INT-4", "INT-5", "INT-6"};
    return std::find(std::begin(sedating), std::end(sedating), rule) != std::end(sedating);
}

// The sedating medicines as they were typed, each once.
std::vector<const std::string*> sedatives(const std::vector<MedicineMatch>& matches) {
    std::vector<const std::string*> typed;
    for (const MedicineMatch& match : matches) {
        if (isSedating(match.known->rule) && std::find(typed.begin(), typed.end(), match.typed) == typed.end())
            typed.push_back(match.typed);
    }
    return typed;
}

bool sedationAddsUp(const RuleContext& context) {
    return sedatives(context.matches).size() >= static_cast<std::size_t>(context.numbers.int20.medicines);
}

// INT: one finding for each class, with the medicines that belong to it. While baclofen goes down there is nothing to
// answer for, only to know.
void interaction(const RuleContext& context, std::vector<Finding>& findings, RuleId rule, std::string_view message) {
    const MedicineClass* known = context.numbers.medicines.find(rule);
    if (!known || !context.facts || (known->onlyIntrathecal && !hasCondition(*context.facts, "intrathecal")))
        return;
    std::vector<Input> inputs;
    for (const MedicineMatch& match : context.matches) {
        if (match.known == known)
            inputs.push_back({"medicine", *match.typed});
    }
    if (inputs.empty())
        return;
    const Severity severity = isSedating(rule) && sedationAddsUp(context) ? Severity::major : known->severity;
    const Action action = severity == Severity::minor || goesDown(context) ? Action::inform : Action::warn;
    inputs.push_back({"medicine_class", known->name});
    inputs.push_back({"severity", severityName(severity)});
    Finding& finding = add(findings, rule, action, wholePlan, message, {}, std::move(inputs));
    finding.sources = known->sources;
}

// INT-1, and what stands for all of INT while nobody has asked for the medicines.
void opioids(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.facts && !context.facts->medicinesRecorded && context.facts->medicineNames.empty()) {
        if (!goesDown(context))
            addNotAssessed(findings, "INT-1", Action::warn, "int.not-assessed", {}, {"medicines"});
        return;
    }
    interaction(context, findings, "INT-1", "INT-1");
}

// INT-3: someone who is treated for drinking needs other words.
void alcohol(const RuleContext& context, std::vector<Finding>& findings) {
    const bool treated = context.facts && context.facts->indication.starts_with("IND-AUD");
    interaction(context, findings, "INT-3", treated ? "int-3.treated" : "INT-3");
}

void kidneyMedicines(const RuleContext& context, std::vector<Finding>& findings) {
    const std::size_t before = findings.size();
    interaction(context, findings, "INT-12", "INT-12");
    if (findings.size() == before)
        return;
    std::vector<Input>& inputs = findings.back().inputs;
    inputs.push_back({"within_days", std::int64_t{context.numbers.int12.creatinineWithinDays}});
    if (const std::optional<Date> on = context.renalAssessment.creatinineDate)
        inputs.push_back({"creatinine_date", *on});
}

// The classes that need nothing but their words.
template <int Number>
void plain(const RuleContext& context, std::vector<Finding>& findings) {
    static const std::string id = "INT-" + std::to_string(Number);
    interaction(context, findings, std::string_view(id), id);
}

// INT-20: the next increase waits longer.
void severalSedatives(const RuleContext& context, std::vector<Finding>& findings) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration || !sedationAddsUp(context))
        return;
    const auto& rule = context.numbers.int20;
    const int usual =
        titration->protocol ? titration->protocol->intervalDays : context.numbers.tit7.minimumIntervalDays;
    const int least = usual + rule.extraIntervalDays;
    std::vector<Input> inputs;
    for (const std::string* typed : sedatives(context.matches))
        inputs.push_back({"medicine", *typed});
    inputs.push_back({"severity", severityName(Severity::major)});
    inputs.push_back({"least_days", std::int64_t{least}});
    const DateSpan& next = context.plan.steps.front().span;
    const bool waits = next.isOpen() || next.days() >= least;
    if (!next.isOpen())
        inputs.push_back({"interval_days", std::int64_t{next.days()}});
    add(findings, "INT-20", Action::warn, wholePlan, waits ? "int-20.waits" : "int-20.too-soon", {}, std::move(inputs));
}

// INT-21: what no class knows is not safe, only unknown.
void unknownMedicines(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts || goesDown(context))
        return;
    std::vector<Input> inputs;
    for (const std::string& typed : context.facts->medicineNames) {
        const bool known = std::any_of(context.matches.begin(), context.matches.end(),
                                       [&](const MedicineMatch& match) { return match.typed == &typed; });
        if (!known)
            inputs.push_back({"medicine", typed});
    }
    if (!inputs.empty())
        add(findings, "INT-21", Action::inform, wholePlan, "INT-21", {"S29a"}, std::move(inputs));
}

constexpr std::string_view int1Keys[] = {"INT-1", "int.not-assessed"};
constexpr std::string_view int2Keys[] = {"INT-2"};
constexpr std::string_view int3Keys[] = {"INT-3", "int-3.treated"};
constexpr std::string_view int4Keys[] = {"INT-4"};
constexpr std::string_view int5Keys[] = {"INT-5"};
constexpr std::string_view int6Keys[] = {"INT-6"};
constexpr std::string_view int7Keys[] = {"INT-7"};
constexpr std::string_view int8Keys[] = {"INT-8"};
constexpr std::string_view int9Keys[] = {"INT-9"};
constexpr std::string_view int10Keys[] = {"INT-10"};
constexpr std::string_view int11Keys[] = {"INT-11"};
constexpr std::string_view int12Keys[] = {"INT-12"};
constexpr std::string_view int13Keys[] = {"INT-13"};
constexpr std::string_view int14Keys[] = {"INT-14"};
constexpr std::string_view int15Keys[] = {"INT-15"};
constexpr std::string_view int16Keys[] = {"INT-16"};
constexpr std::string_view int20Keys[] = {"int-20.too-soon", "int-20.waits"};
constexpr std::string_view int21Keys[] = {"INT-21"};

} // namespace

bool takesSeveralSedatives(const PatientFacts& facts, const RuleNumbers& numbers) {
    return sedatives(matchesOf(facts, numbers.medicines)).size() >= static_cast<std::size_t>(numbers.int20.medicines);
}

std::span<const RuleEntry> interactionRules() {
    static constexpr RuleEntry table[] = {
        {"INT-1", opioids, int1Keys},
        {"INT-2", plain<2>, int2Keys},
        {"INT-3", alcohol, int3Keys},
        {"INT-4", plain<4>, int4Keys},
        {"INT-5", plain<5>, int5Keys},
        {"INT-6", plain<6>, int6Keys},
        {"INT-7", plain<7>, int7Keys},
        {"INT-8", plain<8>, int8Keys},
        {"INT-9", plain<9>, int9Keys},
        {"INT-10", plain<10>, int10Keys},
        {"INT-11", plain<11>, int11Keys},
        {"INT-12", kidneyMedicines, int12Keys},
        {"INT-13", plain<13>, int13Keys},
        {"INT-14", plain<14>, int14Keys},
        {"INT-15", plain<15>, int15Keys},
        {"INT-16", plain<16>, int16Keys},
        {"INT-20", severalSedatives, int20Keys},
        {"INT-21", unknownMedicines, int21Keys},
    };
    return table;
}

} // namespace lento::core
