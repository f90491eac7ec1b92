// Uses other than spasticity, and whether a plan's protocol is made for the patient it is given to (IND, DAT-1).
#include "core/protocol_dosing.h"
#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

constexpr std::string_view alcoholUse = "IND-AUD";
constexpr std::string_view hiccupsUse = "IND-HICC";
constexpr std::string_view otherUseRule = "IND-OTHER";

bool isOtherUse(std::string_view code) {
    return code.starts_with("IND-");
}

// What the plan is for: the patient's indication, else the protocol's; nothing for a plan that no rule of IND judges.
std::string_view useOf(const RuleContext& context) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration)
        return {};
    if (context.facts && isOtherUse(context.facts->indication))
        return context.facts->indication;
    return titration->protocol && isOtherUse(titration->protocol->indication) ? titration->protocol->indication
                                                                              : std::string_view{};
}

// As it is called in the list; its code where the list does not know it.
std::string nameOf(const RuleContext& context, std::string_view code) {
    const Indication* known = indicationNamed(context.numbers.indications, code);
    return known ? known->name : std::string(code);
}

// The protocol's own rule where it is made for this use (IND-AUD-SLOW), with the sources it was read in.
Finding& addForUse(const RuleContext& context, std::vector<Finding>& findings, std::string_view use, Action action,
                   At at, std::string_view message, std::vector<Input> inputs = {}) {
    const std::optional<Protocol>& protocol = context.plan.titration()->protocol;
    const bool itsOwn = protocol && protocol->indication == use;
    Finding& finding =
        add(findings, itsOwn ? std::string_view(protocol->ruleId) : use, action, at, message, {}, std::move(inputs));
    if (itsOwn)
        finding.sources = protocol->sources;
    return finding;
}

// Everywhere but where a label knows the use: alcohol dependence in France.
void offLabel(const RuleContext& context, std::vector<Finding>& findings) {
    const std::string_view use = useOf(context);
    const Indication* indication = indicationNamed(context.numbers.indications, use);
    if (use.empty())
        return;
    const Region region = context.facts ? context.facts->region : Region::other;
    if (indication == nullptr || std::ranges::count(indication->offLabelRegions, region) > 0)
        addForUse(context, findings, use, Action::warn, wholePlan, "ind.off-label",
                  {{"indication", nameOf(context, use)}});
    if (use == otherUseRule)
        add(findings, otherUseRule, Action::warn, wholePlan, "ind.no-rule");
    else if (!context.plan.titration()->protocol)
        addForUse(context, findings, use, Action::warn, wholePlan, "ind.no-protocol",
                  {{"indication", nameOf(context, use)}});
}

// IND-AUD and IND-AUD-SLOW: above the ceiling of TIT-6 an addiction specialist stands behind the reason.
void alcohol(const RuleContext& context, std::vector<Finding>& findings) {
    if (useOf(context) != alcoholUse)
        return;
    addForUse(context, findings, alcoholUse, Action::inform, wholePlan, "ind-aud.care");
    const DailyDose limit = context.numbers.tit6.ceiling;
    if (const std::optional<std::size_t> step = firstAbove(context.plan, limit))
        addForUse(context, findings, alcoholUse, Action::blockOverridable, atStep(*step), "ind-aud.specialist",
                  {{"highest_mg", highestDaily(context.plan)}, {"limit_mg", limit}});
}

// IND-HICC: the day on which it is judged, and what follows if nothing was gained.
void hiccups(const RuleContext& context, std::vector<Finding>& findings) {
    if (useOf(context) != hiccupsUse)
        return;
    const std::optional<Protocol>& protocol = context.plan.titration()->protocol;
    if (!protocol || !protocol->firstReviewDays)
        return;
    addForUse(context, findings, hiccupsUse, Action::propose, wholePlan, "ind-hicc.review",
              {{"review_on", context.plan.steps.front().span.first + *protocol->firstReviewDays},
               {"after_days", std::int64_t{*protocol->firstReviewDays}}});
}

constexpr std::string_view useKeys[] = {"ind.off-label", "ind.no-rule", "ind.no-protocol"};
constexpr std::string_view alcoholKeys[] = {"ind-aud.care", "ind-aud.specialist"};
constexpr std::string_view hiccupsKeys[] = {"ind-hicc.review"};

} // namespace

void checkPopulation(const RuleContext& context, std::vector<Finding>& findings) {
    const TitrationInputs* titration = context.plan.titration();
    if (!titration || !titration->protocol || !context.facts)
        return;
    const Protocol& protocol = *titration->protocol;
    const PatientFacts& facts = *context.facts;
    const auto warn = [&](std::string_view message, std::vector<Input> inputs) {
        add(findings, "DAT-1", Action::warn, wholePlan, message, {}, std::move(inputs));
    };
    if (protocol.indication != facts.indication)
        warn("protocol.indication", {{"protocol", protocol.title}, {"indication", nameOf(context, facts.indication)}});
    if (const std::optional<int> age = ageAt(context)) {
        const bool tooOld = protocol.belowAgeYears && *age >= *protocol.belowAgeYears;
        const bool tooYoung = *age < protocol.fromAgeYears && !(isChild(context) && followsAdultProtocol(context));
        if (tooOld || tooYoung)
            warn(tooOld ? "protocol.too-old" : "protocol.too-young",
                 {{"age_years", std::int64_t{*age}},
                  {"limit_years", std::int64_t{tooOld ? *protocol.belowAgeYears : protocol.fromAgeYears}}});
    }
    if (const Weight* weight = latestWeight(context)) {
        const bool tooLight = protocol.fromWeightGrams && weight->grams < *protocol.fromWeightGrams;
        const bool tooHeavy = protocol.belowWeightGrams && weight->grams >= *protocol.belowWeightGrams;
        if (tooLight || tooHeavy)
            warn(tooLight ? "protocol.too-light" : "protocol.too-heavy",
                 {{"weight_kg", weight->grams / 1000.0},
                  {"limit_kg", (tooLight ? *protocol.fromWeightGrams : *protocol.belowWeightGrams) / 1000.0}});
    }
    const std::optional<RenalBand> band = context.renalAssessment.band;
    if (protocol.lowestBand && band && *band > *protocol.lowestBand)
        warn("protocol.kidney", {{"band", "R" + std::to_string(static_cast<int>(*band) + 1)},
                                 {"lowest_band", "R" + std::to_string(static_cast<int>(*protocol.lowestBand) + 1)}});
    if (!protocol.regions.empty() && std::ranges::count(protocol.regions, facts.region) == 0)
        warn("protocol.region", {{"protocol", protocol.title}});
}

std::span<const RuleEntry> indicationRules() {
    static constexpr RuleEntry table[] = {
        {"IND-OTHER", offLabel, useKeys},
        {"IND-AUD", alcohol, alcoholKeys},
        {"IND-HICC", hiccups, hiccupsKeys},
    };
    return table;
}

} // namespace lento::core
