#include "core/rule_family.h"

namespace lento::core {

namespace {

bool isPregnant(const PatientFacts& facts) {
    return facts.pregnant.value_or(false);
}

// A pregnancy that should long have ended tells nothing of today.
bool isOverdue(const RuleContext& context) {
    const PatientFacts& facts = *context.facts;
    return isPregnant(facts) && facts.dueDate && context.today > *facts.dueDate + context.numbers.prg1.overdueDays;
}

void pregnancy(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts)
        return;
    const PatientFacts& facts = *context.facts;
    const SourceList sources = {"S1"};
    if (isOverdue(context)) {
        addNotAssessed(findings, "PRG-1", Action::warn, "prg-1.overdue", sources, {"pregnancy"})
            .inputs.push_back({"due_date", *facts.dueDate});
        return;
    }
    // Before the start TIT-10 asks for it.
    if (!facts.pregnant && mayBePregnant(context) && !startsBaclofen(context) && !goesDown(context)) {
        addNotAssessed(findings, "PRG-1", Action::inform, "prg-1.not-assessed", sources, {"pregnancy"});
        return;
    }
    std::vector<Input> inputs;
    if (facts.dueDate && isPregnant(facts))
        inputs.push_back({"due_date", *facts.dueDate});
    if (isPregnant(facts))
        add(findings, "PRG-1", Action::warn, wholePlan, "prg-1.pregnant", sources, std::move(inputs));
    else if (facts.planningPregnancy.value_or(false))
        add(findings, "PRG-1", Action::warn, wholePlan, "prg-1.planning", sources);
    else if (hasCondition(facts, "pregnancy"))
        add(findings, "PRG-1", Action::warn, wholePlan, "prg-1.either", sources);
}

// PRG-2: to stop, in time before the birth; to go on, with the neonatal team.
void birth(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts || !isPregnant(*context.facts) || isOverdue(context))
        return;
    const auto& rule = context.numbers.prg2;
    const SourceList sources = {"S1", "S3", "S15"};
    const std::optional<Date> stop = context.plan.stopDate();
    if (!stop) {
        add(findings, "PRG-2", Action::inform, wholePlan, "prg-2.continues", sources);
        return;
    }
    if (!context.facts->dueDate) {
        addNotAssessed(findings, "PRG-2", Action::warn, "prg-2.not-assessed", sources, {"due_date"});
        return;
    }
    constexpr int daysAWeek = 7;
    const Date latest = *context.facts->dueDate - (rule.dueWeek - rule.stopByWeek) * daysAWeek;
    if (*stop > latest)
        add(findings, "PRG-2", Action::warn, wholePlan, "prg-2.late", sources,
            {{"stop_date", *stop}, {"latest_stop", latest}, {"due_date", *context.facts->dueDate}});
}

void breastfeeding(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts)
        return;
    const PatientFacts& facts = *context.facts;
    if (!facts.breastfeeding.value_or(hasCondition(facts, "lactation")))
        return;
    const SourceList sources = {"S59"};
    const std::optional<Date> born = facts.infantBirthDate;
    const bool young = born && completedMonths(*born, context.today) < context.numbers.prg3.youngInfantMonths;
    if (young || facts.infantPreterm.value_or(false)) {
        std::vector<Input> inputs;
        if (born)
            inputs.push_back({"infant_birth_date", *born});
        if (facts.infantPreterm)
            inputs.push_back({"infant_preterm", *facts.infantPreterm});
        add(findings, "PRG-3", Action::warn, wholePlan, "prg-3.young", sources, std::move(inputs));
        return;
    }
    std::vector<std::string> missing;
    if (!born)
        missing.emplace_back("infant_birth_date");
    if (!facts.infantPreterm)
        missing.emplace_back("infant_preterm");
    if (missing.empty())
        add(findings, "PRG-3", Action::inform, wholePlan, "PRG-3", sources, {{"infant_birth_date", *born}});
    else
        addNotAssessed(findings, "PRG-3", Action::warn, "prg-3.not-assessed", sources, missing);
}

constexpr std::string_view prg1Keys[] = {"prg-1.overdue", "prg-1.not-assessed", "prg-1.pregnant", "prg-1.planning",
                                         "prg-1.either"};
constexpr std::string_view prg2Keys[] = {"prg-2.continues", "prg-2.not-assessed", "prg-2.late"};
constexpr std::string_view prg3Keys[] = {"prg-3.young", "PRG-3", "prg-3.not-assessed"};

} // namespace

std::span<const RuleEntry> pregnancyRules() {
    static constexpr RuleEntry table[] = {
        {"PRG-1", pregnancy, prg1Keys},
        {"PRG-2", birth, prg2Keys},
        {"PRG-3", breastfeeding, prg3Keys},
    };
    return table;
}

} // namespace lento::core
