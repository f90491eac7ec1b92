#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

// MON-1: the creatinine that comes next. An old one is DAT-5's, a missing one REN-5's.
void nextCreatinine(const RuleContext& context, std::vector<Finding>& findings) {
    const RenalAssessment& assessment = context.renalAssessment;
    if (!context.facts || !assessment.function || !assessment.creatinineDate || goesDown(context))
        return;
    const UsableCreatinine usable = usableCreatinine(*context.facts, context.today, assessment.function->k,
                                                     isMatched(context.matches, "INT-12"), context.numbers);
    Date next = *assessment.creatinineDate + usable.limitDays;
    if (startsBaclofen(context))
        next = std::min(next, context.plan.steps.front().span.first + context.numbers.mon1.firstAfterDays);
    add(findings, "MON-1", Action::propose, wholePlan, "mon-1.creatinine", {"S15"},
        {{"creatinine_date", *assessment.creatinineDate},
         {"next_date", next},
         {"every_days", std::int64_t{usable.limitDays}}});
}

// MON-1: liver tests and glucose for those whose liver or glucose needs them.
void bloodTest(const RuleContext& context, std::vector<Finding>& findings, std::string_view condition,
               BloodTestKind kind, const char* name) {
    if (!context.facts || goesDown(context) || !hasCondition(*context.facts, condition))
        return;
    const int limit = context.numbers.mon1.bloodTestDays;
    std::optional<Date> newest;
    for (const BloodTest& test : context.facts->bloodTests) {
        if (test.kind == kind && test.on <= context.today)
            newest = newest ? std::max(*newest, test.on) : test.on;
    }
    if (newest && context.today - *newest <= limit) {
        add(findings, "MON-1", Action::propose, wholePlan, "mon-1.blood-test", {"S15"},
            {{"test", std::string(name)}, {"last_date", *newest}, {"next_date", *newest + limit}});
        return;
    }
    Finding& finding = addNotAssessed(findings, "MON-1", Action::warn, "mon-1.blood-test-due", {"S15"}, {name});
    if (newest)
        finding.inputs.push_back({"last_date", *newest});
    finding.inputs.push_back({"every_days", std::int64_t{limit}});
}

void bloodTests(const RuleContext& context, std::vector<Finding>& findings) {
    nextCreatinine(context, findings);
    const bool cirrhosis = context.facts && hasCondition(*context.facts, "decompensated-cirrhosis");
    bloodTest(context, findings, cirrhosis ? "decompensated-cirrhosis" : "liver-disease", BloodTestKind::transaminases,
              "transaminases");
    bloodTest(context, findings, "diabetes", BloodTestKind::glucose, "glucose");
}

// MON-2: once a year, and when a dose that was settled has to rise again and again.
void tolerance(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.facts || !context.plan.titration() || startsBaclofen(context))
        return;
    const auto& rule = context.numbers.mon2;
    const std::vector<Step>& steps = context.plan.steps;
    std::vector<Date> rises;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::optional<DailyDose> before = i == 0 ? context.doseBefore : std::optional(steps[i - 1].daily());
        if (before && steps[i].daily() > *before)
            rises.push_back(steps[i].span.first);
    }
    for (std::size_t i = static_cast<std::size_t>(rule.rises) - 1; i < rises.size(); ++i) {
        const Date first = rises[i + 1 - static_cast<std::size_t>(rule.rises)];
        if (rises[i] - first > rule.risesWithinDays)
            continue;
        add(findings, "MON-2", Action::inform, wholePlan, "mon-2.rises", {},
            {{"rises", static_cast<std::int64_t>(rises.size())}, {"within_days", std::int64_t{rule.risesWithinDays}}});
        return;
    }
    if (const std::optional<Date> since = context.facts->baclofenSince;
        since && context.today - *since >= rule.reviewAfterDays)
        add(findings, "MON-2", Action::inform, wholePlan, "mon-2.yearly", {},
            {{"baclofen_since", *since}, {"every_days", std::int64_t{rule.reviewAfterDays}}});
}

void standingPressure(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration() || !isMatched(context.matches, "INT-7"))
        return;
    std::vector<Input> inputs;
    for (const MedicineMatch& match : context.matches) {
        if (match.known->rule == RuleId("INT-7"))
            inputs.push_back({"medicine", *match.typed});
    }
    add(findings, "MON-3", Action::inform, wholePlan, "MON-3", {}, std::move(inputs));
}

void seizureDiary(const RuleContext& context, std::vector<Finding>& findings) {
    if (context.facts && hasCondition(*context.facts, "epilepsy"))
        add(findings, "MON-4", Action::inform, wholePlan, "MON-4");
}

constexpr std::string_view mon1Keys[] = {"mon-1.creatinine", "mon-1.blood-test", "mon-1.blood-test-due"};
constexpr std::string_view mon2Keys[] = {"mon-2.rises", "mon-2.yearly"};
constexpr std::string_view mon3Keys[] = {"MON-3"};
constexpr std::string_view mon4Keys[] = {"MON-4"};

} // namespace

std::span<const RuleEntry> monitoringRules() {
    static constexpr RuleEntry table[] = {
        {"MON-1", bloodTests, mon1Keys},
        {"MON-2", tolerance, mon2Keys},
        {"MON-3", standingPressure, mon3Keys},
        {"MON-4", seizureDiary, mon4Keys},
    };
    return table;
}

} // namespace lento::core
