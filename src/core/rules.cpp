#include "core/rules.h"

#include "core/blank_text.h"
#include "core/rule_family.h"

#include <algorithm>
#include <tuple>

namespace lento::core {

namespace {

// On a Saturday or Sunday, the Friday before.
Date workday(Date day) {
    switch (day.weekday()) {
    case Weekday::saturday:
        return day - 1;
    case Weekday::sunday:
        return day - 2;
    default:
        return day;
    }
}

std::vector<Date> titrationReviews(const Plan& plan, const RuleNumbers& numbers) {
    const int every = numbers.tit11.reviewEveryDays;
    // IND-HICC is reviewed sooner than the others, once.
    const TitrationInputs* titration = plan.titration();
    const std::optional<int> sooner = titration->protocol ? titration->protocol->firstReviewDays : std::nullopt;
    std::vector<Date> dates;
    for (Date day = plan.steps.front().span.first + sooner.value_or(every);
         dates.empty() || day <= plan.steps.back().span.first; day = day + every)
        dates.push_back(day);
    return dates;
}

std::vector<Date> taperVisits(const Plan& plan, const RuleNumbers& numbers) {
    const auto& rule = numbers.tap16;
    const Date start = plan.steps.front().span.first;
    const Date last = plan.steps.back().span.first;
    const std::optional<Date> stop = plan.stopDate();

    std::vector<Date> dates;
    Date day = start + (rule.firstVisitWithinDays - 1);
    if (!stop || day < *stop + rule.afterStopDays)
        dates.push_back(workday(day));
    for (day = day + rule.thenEveryDays; stop ? day < *stop : day < last + rule.thenEveryDays;
         day = day + rule.thenEveryDays)
        dates.push_back(workday(day));
    if (stop) {
        const Date after = *stop + rule.afterStopDays;
        // The stop date itself, where the last visit would be too long before the one after it.
        if (!dates.empty() && after - dates.back() > rule.thenEveryDays)
            dates.push_back(workday(*stop));
        dates.push_back(after);
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

// A name without its blanks, dots, commas and capitals: "Dr A. Weber" and " dr a weber " are one person.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : withoutBlanks(name)) {
        if (c == '.' || c == ',' || (c >= 0 && c < ' '))
            continue;
        plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return plain;
}

// An empty name, or the one who signs, is no second person.
bool isSecond(const Override& given) {
    const std::string second = plainName(given.secondName);
    return !second.empty() && second != plainName(given.who);
}

} // namespace

std::vector<MedicineMatch> matchesOf(const PatientFacts& facts, const MedicineList& list) {
    std::vector<MedicineMatch> matches;
    for (const std::string& typed : facts.medicineNames) {
        for (const MedicineClass* known : list.classesOf(typed))
            matches.push_back({&typed, known});
    }
    return matches;
}

bool isMatched(const std::vector<MedicineMatch>& matches, RuleId rule) {
    return std::any_of(matches.begin(), matches.end(),
                       [&](const MedicineMatch& match) { return match.known->rule == rule; });
}

SecondName secondNameFor(const Finding& finding) {
    struct Known {
        std::string_view message;
        SecondName second;
    };
    static constexpr Known known[] = {
        {"tit-6.second-clinician", SecondName::clinician},
        {"ren-5.r5", SecondName::nephrologist},
        {"ind-aud.specialist", SecondName::addictionSpecialist},
    };
    for (const Known& each : known) {
        if (each.message == finding.message)
            return each.second;
    }
    return SecondName::none;
}

bool answers(const Override& given, const Finding& finding) {
    return given.rule == finding.rule && given.fingerprint == finding.fingerprint() && !isBlank(given.reason) &&
           !isBlank(given.who) && (secondNameFor(finding) == SecondName::none || isSecond(given));
}

DailyDose highestDaily(const Plan& plan) {
    DailyDose highest;
    for (const Step& step : plan.steps)
        highest = std::max(highest, step.daily());
    return highest;
}

std::optional<std::size_t> firstAbove(const Plan& plan, DailyDose limit) {
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (plan.steps[i].daily() > limit)
            return i;
    }
    return std::nullopt;
}

std::optional<int> ageAt(const RuleContext& context) {
    if (!context.facts || !context.facts->birthDate)
        return std::nullopt;
    return completedYears(*context.facts->birthDate, context.today);
}

bool isChild(const RuleContext& context) {
    const std::optional<int> age = ageAt(context);
    return age && *age < adultAgeYears;
}

const Weight* latestWeight(const RuleContext& context) {
    const Weight* newest = nullptr;
    if (!context.facts)
        return newest;
    for (const Weight& weight : context.facts->weights) {
        if (weight.on <= context.today && (!newest || weight.on >= newest->on))
            newest = &weight;
    }
    return newest;
}

bool hasCondition(const PatientFacts& facts, std::string_view code) {
    return std::find(facts.conditionCodes.begin(), facts.conditionCodes.end(), code) != facts.conditionCodes.end();
}

bool mayBePregnant(const RuleContext& context) {
    const auto& rule = context.numbers.tit10;
    const std::optional<int> age = ageAt(context);
    return context.facts && context.facts->sex == Sex::female &&
           (!age || (*age >= rule.childbearingFromYears && *age <= rule.childbearingToYears));
}

std::optional<PaediatricDosing> childLimits(const RuleContext& context, const RenalBandRule* band) {
    const std::optional<int> age = ageAt(context);
    const Weight* weight = latestWeight(context);
    if (!age || !weight)
        return std::nullopt;
    const Result<PaediatricDosing> limits =
        paediatricDosing({*age, weight->grams, perDay(context.plan.products.quantum()), band}, context.numbers);
    return limits ? std::optional(*limits) : std::nullopt;
}

bool followsAdultProtocol(const RuleContext& context) {
    const TitrationInputs* titration = context.plan.titration();
    return titration && titration->protocol && titration->protocol->fromAgeYears >= adultAgeYears;
}

bool goesDown(const RuleContext& context) {
    return context.plan.kind() == PlanKind::taper;
}

std::optional<DailyDose> doseOnTheEve(const RuleContext& context) {
    if (context.doseBefore)
        return context.doseBefore;
    if (!context.facts || context.plan.steps.empty())
        return std::nullopt;
    const std::optional<Date> since = context.facts->baclofenSince;
    const bool already = since && *since < context.plan.steps.front().span.first;
    return already ? std::nullopt : std::optional(DailyDose{});
}

std::optional<DailyDose> doseBeforeStep(const RuleContext& context, std::size_t index) {
    if (index > 0)
        return context.plan.steps[index - 1].daily();
    return context.doseBefore && !context.doseBefore->isZero() ? context.doseBefore : std::nullopt;
}

bool startsBaclofen(const RuleContext& context) {
    if (context.plan.kind() != PlanKind::titration)
        return false;
    if (context.doseBefore)
        return context.doseBefore->isZero();
    return !context.facts || doseOnTheEve(context).has_value();
}

std::span<const RuleEntry> ruleTable() {
    static const std::vector<RuleEntry> table = [] {
        std::vector<RuleEntry> all;
        for (const std::span<const RuleEntry> family :
             {amountRules(), titrationRules(), renalRules(), taperRules(), safetyRules(), interactionRules(),
              paediatricRules(), pregnancyRules(), monitoringRules(), indicationRules()})
            all.insert(all.end(), family.begin(), family.end());
        return all;
    }();
    return table;
}

std::vector<Finding> check(RuleContext context) {
    if (context.facts) {
        context.matches = matchesOf(*context.facts, context.numbers.medicines);
        context.renalAssessment =
            assessRenal(*context.facts, context.today, context.numbers, isMatched(context.matches, "INT-12"));
        context.renal = context.renalAssessment.function;
    }
    std::vector<Finding> findings;
    if (context.plan.steps.empty())
        return findings;
    findings.reserve(16);
    for (const RuleEntry& entry : ruleTable())
        entry.check(context, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tuple(b.action, a.rule, a.step) < std::tuple(a.action, b.rule, b.step);
    });
    return findings;
}

std::vector<Finding> unanswered(const std::vector<Finding>& findings, const std::vector<Override>& overrides) {
    std::vector<Finding> owed;
    for (const Finding& finding : findings) {
        if (finding.action == Action::hard) {
            owed.push_back(finding);
            continue;
        }
        if (finding.action != Action::blockOverridable)
            continue;
        const bool answered = std::any_of(overrides.begin(), overrides.end(),
                                          [&](const Override& given) { return answers(given, finding); });
        if (!answered)
            owed.push_back(finding);
    }
    return owed;
}

std::vector<Date> reviewDates(const Plan& plan, const RuleNumbers& numbers) {
    if (plan.steps.empty())
        return {};
    return plan.kind() == PlanKind::titration ? titrationReviews(plan, numbers) : taperVisits(plan, numbers);
}

} // namespace lento::core
