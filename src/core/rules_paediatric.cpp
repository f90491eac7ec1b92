#include "core/region_limits.h"
#include "core/rule_family.h"

#include <algorithm>

namespace lento::core {

namespace {

const SourceList childSources = {"S8", "S11"};

// A child on a titration that the weight decides; one on an adult protocol that it may use is PED-9's.
bool weightDecides(const RuleContext& context) {
    if (!context.plan.titration() || !isChild(context))
        return false;
    const Weight* weight = latestWeight(context);
    return !weight || !followsAdultProtocol(context) ||
           !mayUseAdultProtocol(*ageAt(context), weight->grams, context.numbers);
}

double kilograms(std::int32_t grams) {
    return static_cast<double>(grams) / 1000.0;
}

// PED-1: the start, and how often a day. Without a weight nothing of PED can be judged, which is said once, here.
void start(const RuleContext& context, std::vector<Finding>& findings) {
    if (!weightDecides(context))
        return;
    const std::optional<PaediatricDosing> limits = childLimits(context, nullptr);
    if (!limits) {
        addNotAssessed(findings, "PED-1", Action::warn, "ped-1.not-assessed", childSources, {"weight"});
        return;
    }
    const double weight = kilograms(latestWeight(context)->grams);
    const Step& first = context.plan.steps.front();
    if (startsBaclofen(context) && first.daily() > limits->start)
        add(findings, "PED-1", Action::warn, atStep(0), "ped-1.start", childSources,
            {{"start_mg", first.daily()}, {"limit_mg", limits->start}, {"weight_kg", weight}});
    const int doses = first.split.dosesPerDay();
    if (doses < mostDosesPerDay)
        add(findings, "PED-1", doses == 1 ? Action::warn : Action::inform, wholePlan, "ped-1.doses", childSources,
            {{"doses_per_day", std::int64_t{doses}}});
}

// PED-2: the first step that rises too far, and the first that comes too soon.
void increase(const RuleContext& context, std::vector<Finding>& findings) {
    const std::optional<PaediatricDosing> limits =
        weightDecides(context) ? childLimits(context, nullptr) : std::nullopt;
    if (!limits)
        return;
    const std::vector<Step>& steps = context.plan.steps;
    bool rise = false;
    bool soon = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::optional<DailyDose> before = doseBeforeStep(context, i);
        const DailyDose now = steps[i].daily();
        if (!before || now <= *before)
            continue;
        if (!rise && now > *before + limits->increment) {
            rise = true;
            add(findings, "PED-2", Action::warn, atStep(i), "ped-2.increment", childSources,
                {{"increment_mg", now - *before}, {"limit_mg", limits->increment}});
        }
        if (i > 0 && !soon && steps[i - 1].span.days() < limits->intervalDays) {
            soon = true;
            add(findings, "PED-2", Action::warn, atStep(i), "ped-2.interval", childSources,
                {{"interval_days", std::int64_t{steps[i - 1].span.days()}},
                 {"least_days", std::int64_t{limits->intervalDays}}});
        }
    }
}

// PED-3: beyond the lower end of the maintenance band only by decision at a visit.
void maintenance(const RuleContext& context, std::vector<Finding>& findings) {
    const std::optional<PaediatricDosing> limits =
        weightDecides(context) ? childLimits(context, nullptr) : std::nullopt;
    if (!limits)
        return;
    if (const std::optional<std::size_t> step = firstAbove(context.plan, limits->maintenanceLow))
        add(findings, "PED-3", Action::inform, atStep(*step), "PED-3", {"S8", "S11", "S24"},
            {{"highest_mg", highestDaily(context.plan)},
             {"maintenance_low_mg", limits->maintenanceLow},
             {"maintenance_high_mg", limits->maintenanceHigh}});
}

void ceiling(const RuleContext& context, std::vector<Finding>& findings) {
    const Weight* weight = latestWeight(context);
    if (!weightDecides(context) || !weight)
        return;
    const DailyDose limit = paediatricCeiling(*ageAt(context), weight->grams, context.numbers);
    if (const std::optional<std::size_t> step = firstAbove(context.plan, limit))
        add(findings, "PED-4", Action::blockOverridable, atStep(*step), "PED-4", {"S8", "S38"},
            {{"highest_mg", highestDaily(context.plan)},
             {"limit_mg", limit},
             {"age_years", std::int64_t{*ageAt(context)}},
             {"weight_kg", kilograms(weight->grams)}});
}

void olderBands(const RuleContext& context, std::vector<Finding>& findings) {
    if (!weightDecides(context))
        return;
    const int age = *ageAt(context);
    for (const AgeBand& band : context.numbers.ped5) {
        if (age < band.fromYears || age >= band.belowYears)
            continue;
        if (const std::optional<std::size_t> step = firstAbove(context.plan, band.highest))
            add(findings, "PED-5", Action::warn, atStep(*step), "PED-5", {"S34"},
                {{"age_years", std::int64_t{age}},
                 {"highest_mg", highestDaily(context.plan)},
                 {"limit_mg", band.highest}});
    }
}

void liquidOnly(const RuleContext& context, std::vector<Finding>& findings) {
    const Weight* weight = latestWeight(context);
    if (!isChild(context) || !weight || !needsLiquid(weight->grams, context.numbers))
        return;
    const std::vector<Product>& products = context.plan.products.products();
    const bool tablets = std::any_of(products.begin(), products.end(),
                                     [](const Product& product) { return product.form == ProductForm::tablet; });
    if (tablets)
        add(findings, "PED-6", Action::blockOverridable, wholePlan, "PED-6", childSources,
            {{"weight_kg", kilograms(weight->grams)}, {"limit_kg", kilograms(context.numbers.ped6.tabletsFromGrams)}});
}

void youngest(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.plan.titration() || !isChild(context))
        return;
    const auto& rule = context.numbers.ped7;
    const int age = *ageAt(context);
    const SourceList sources = {"S5", "S8"};
    const std::vector<Input> inputs{{"age_years", std::int64_t{age}}};
    if (age < rule.blockBelowYears)
        add(findings, "PED-7", Action::blockOverridable, wholePlan, "PED-7", sources, inputs);
    else if (age < rule.warnBelowYears)
        add(findings, "PED-7", Action::warn, wholePlan, "PED-7", sources, inputs);
    const std::optional<int> labelFrom = limitsOf(context.facts->region, context.numbers).labelFromYears;
    if (labelFrom && age < *labelFrom)
        add(findings, "PED-7", Action::warn, wholePlan, "ped-7.label", sources,
            {{"age_years", std::int64_t{age}}, {"from_years", std::int64_t{*labelFrom}}});
}

// PED-8: the limits follow the newest weight, which is said when it has changed by much.
void weightChanged(const RuleContext& context, std::vector<Finding>& findings) {
    const Weight* now = latestWeight(context);
    if (!isChild(context) || !now)
        return;
    const Weight* before = nullptr;
    for (const Weight& weight : context.facts->weights) {
        if (weight.on < now->on && (!before || weight.on > before->on))
            before = &weight;
    }
    if (!before)
        return;
    const std::int64_t change = std::int64_t{now->grams} - before->grams;
    if ((change < 0 ? -change : change) * 100 < std::int64_t{before->grams} * context.numbers.ped8.changePercent)
        return;
    add(findings, "PED-8", Action::inform, wholePlan, "PED-8", {},
        {{"before_kg", kilograms(before->grams)},
         {"weight_kg", kilograms(now->grams)},
         {"weight_date", now->on},
         {"percent", std::int64_t{context.numbers.ped8.changePercent}}});
}

// PED-9: an adult protocol for someone under age.
void adultProtocol(const RuleContext& context, std::vector<Finding>& findings) {
    if (!isChild(context) || !followsAdultProtocol(context))
        return;
    const auto& rule = context.numbers.ped9;
    std::vector<Input> inputs{{"age_years", std::int64_t{*ageAt(context)}}};
    const Weight* weight = latestWeight(context);
    if (weight)
        inputs.push_back({"weight_kg", kilograms(weight->grams)});
    const bool may = weight && mayUseAdultProtocol(*ageAt(context), weight->grams, context.numbers);
    inputs.push_back({"from_years", std::int64_t{rule.adultFromYears}});
    inputs.push_back({"limit_kg", kilograms(rule.adultFromGrams)});
    add(findings, "PED-9", may ? Action::warn : Action::blockOverridable, wholePlan,
        may ? "ped-9.confirm" : "ped-9.too-young", {}, std::move(inputs));
}

constexpr std::string_view ped1Keys[] = {"ped-1.not-assessed", "ped-1.start", "ped-1.doses"};
constexpr std::string_view ped2Keys[] = {"ped-2.increment", "ped-2.interval"};
constexpr std::string_view ped3Keys[] = {"PED-3"};
constexpr std::string_view ped4Keys[] = {"PED-4"};
constexpr std::string_view ped5Keys[] = {"PED-5"};
constexpr std::string_view ped6Keys[] = {"PED-6"};
constexpr std::string_view ped7Keys[] = {"PED-7", "ped-7.label"};
constexpr std::string_view ped8Keys[] = {"PED-8"};
constexpr std::string_view ped9Keys[] = {"ped-9.confirm", "ped-9.too-young"};

} // namespace

std::span<const RuleEntry> paediatricRules() {
    static constexpr RuleEntry table[] = {
        {"PED-1", start, ped1Keys},    {"PED-2", increase, ped2Keys},      {"PED-3", maintenance, ped3Keys},
        {"PED-4", ceiling, ped4Keys},  {"PED-5", olderBands, ped5Keys},    {"PED-6", liquidOnly, ped6Keys},
        {"PED-7", youngest, ped7Keys}, {"PED-8", weightChanged, ped8Keys}, {"PED-9", adultProtocol, ped9Keys},
    };
    return table;
}

} // namespace lento::core
