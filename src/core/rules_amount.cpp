#include "core/dispense.h"
#include "core/rule_family.h"

#include <algorithm>
#include <array>

namespace lento::core {

namespace {

// UNI-1: above it, an entry is a slip of the pen or of the unit.
void dailyEntry(const RuleContext& context, std::vector<Finding>& findings) {
    const DailyDose limit = context.numbers.uni1.oralHardDaily;
    DailyDose highest = highestDaily(context.plan);
    std::optional<std::size_t> step = firstAbove(context.plan, limit);
    if (const TaperInputs* taper = context.plan.taper(); taper && taper->from > highest)
        highest = taper->from;
    if (highest > limit)
        add(findings, "UNI-1", Action::hard, step ? atStep(*step) : wholePlan, "UNI-1", {},
            {{"daily_mg", highest}, {"limit_mg", limit}});
}

bool onlyLiquids(const ProductSet& products) {
    return std::all_of(products.products().begin(), products.products().end(),
                       [](const Product& product) { return product.form == ProductForm::liquid; });
}

const Product* firstLiquid(const ProductSet& products) {
    for (const Product& product : products.products()) {
        if (product.form == ProductForm::liquid)
            return &product;
    }
    return nullptr;
}

// The largest single dose that the plan begins with: what both volumes of FRM-2 are shown for.
OralDose firstDose(const Plan& plan) {
    for (const Step& step : plan.steps) {
        if (!step.daily().isZero())
            return step.split.largest();
    }
    return {};
}

void addConcentrations(std::vector<Finding>& findings, std::string_view message, const Product& before,
                       const Product& now, OralDose dose) {
    add(findings, "FRM-2", Action::warn, wholePlan, message, {},
        {{"before_mg_per_ml", before.strength},
         {"now_mg_per_ml", now.strength},
         {"dose_mg", dose},
         {"before_ml", millilitreText(measure(dose, before.strength, before.grid).offer)},
         {"now_ml", millilitreText(measure(dose, now.strength, now.grid).offer)}});
}

void concentration(const RuleContext& context, std::vector<Finding>& findings) {
    const Product* now = firstLiquid(context.plan.products);
    if (!now)
        return;
    const OralDose dose = firstDose(context.plan);
    if (const Product* before = context.productsBefore ? firstLiquid(*context.productsBefore) : nullptr;
        before && before->strength != now->strength)
        addConcentrations(findings, "frm-2.changed", *before, *now, dose);
    for (const Product& other : context.plan.products.products()) {
        if (other.form == ProductForm::liquid && other.strength != now->strength)
            addConcentrations(findings, "frm-2.two", *now, other, dose);
    }
}

// FRM-5: the plan goes on with another form than the one in use.
void otherForm(const RuleContext& context, std::vector<Finding>& findings) {
    if (!context.productsBefore || !context.productsBefore->hasProducts() || !context.plan.products.hasProducts())
        return;
    const bool before = onlyLiquids(*context.productsBefore);
    const bool now = onlyLiquids(context.plan.products);
    const bool noLiquidBefore = firstLiquid(*context.productsBefore) == nullptr;
    const bool noLiquidNow = firstLiquid(context.plan.products) == nullptr;
    if (before && noLiquidNow)
        add(findings, "FRM-5", Action::inform, wholePlan, "frm-5.to-tablets", {"S8", "S3"});
    else if (noLiquidBefore && now)
        add(findings, "FRM-5", Action::inform, wholePlan, "frm-5.to-liquid", {"S8", "S3"});
}

void combination(const RuleContext& context, std::vector<Finding>& findings) {
    const std::vector<std::string>& apart = context.plan.products.uncombinable();
    if (apart.empty())
        return;
    std::vector<Input> inputs{{"quantum_mg", context.plan.products.quantum()}};
    for (const Product& product : context.plan.products.products()) {
        if (std::find(apart.begin(), apart.end(), product.id) != apart.end())
            inputs.push_back({"product", product.name.empty() ? product.id : product.name});
    }
    add(findings, "FRM-3", Action::blockOverridable, wholePlan, "FRM-3", {}, std::move(inputs));
}

// SPL-4: from the first step on whose largest dose stays above the cap.
void overCap(const RuleContext& context, std::vector<Finding>& findings) {
    const std::vector<Step>& steps = context.plan.steps;
    std::optional<std::size_t> first;
    OralDose largest;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!steps[i].overCap)
            continue;
        first = first.value_or(i);
        largest = std::max(largest, steps[i].split.largest());
        ++count;
    }
    if (first)
        add(findings, "SPL-4", Action::blockOverridable, atStep(*first), "SPL-4", {},
            {{"dose_mg", largest}, {"cap_mg", context.plan.splitRules().singleDoseCap}, {"steps", count}});
}

// The first dose of each step that the products cannot make. A plan has few different doses, so each is looked up once.
template <class Report>
void forEachUndispensable(const Plan& plan, Report report) {
    std::array<OralDose, 16> good{};
    std::size_t known = 0;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const DoseSplit& split = plan.steps[i].split;
        for (int part = 0; part < split.dosesPerDay(); ++part) {
            const OralDose dose = split.at(part);
            const auto end = good.begin() + static_cast<std::ptrdiff_t>(known);
            if (dose.isZero() || std::find(good.begin(), end, dose) != end)
                continue;
            if (!dispense(dose, plan.products)) {
                report(i, dose);
                break;
            }
            if (known < good.size())
                good[known++] = dose;
        }
    }
}

void dispensable(const RuleContext& context, std::vector<Finding>& findings) {
    const Plan& plan = context.plan;
    if (!plan.products.hasProducts() || onlyLiquids(plan.products))
        return;
    const bool down = plan.kind() == PlanKind::taper;
    forEachUndispensable(plan, [&](std::size_t step, OralDose dose) {
        const Neighbours near = dispensableNeighbours(dose, plan.products);
        const OralDose offer = down ? near.higher.value_or(near.lower) : near.lower;
        add(findings, "DSP-2", Action::warn, atStep(step), "DSP-2", {}, {{"dose_mg", dose}, {"offer_mg", offer}});
    });
}

void measurable(const RuleContext& context, std::vector<Finding>& findings) {
    const Plan& plan = context.plan;
    if (!plan.products.hasProducts() || !onlyLiquids(plan.products))
        return;
    const Product& liquid = *firstLiquid(plan.products);
    forEachUndispensable(plan, [&](std::size_t step, OralDose dose) {
        const MeasuredVolume measured = measure(dose, liquid.strength, liquid.grid);
        add(findings, "DSP-3", Action::warn, atStep(step), "DSP-3", {},
            {{"dose_mg", dose}, {"offer_mg", measured.offerDose}, {"offer_ml", millilitreText(measured.offer)}});
    });
}

constexpr std::string_view uni1Keys[] = {"UNI-1"};
constexpr std::string_view frm2Keys[] = {"frm-2.changed", "frm-2.two"};
constexpr std::string_view frm3Keys[] = {"FRM-3"};
constexpr std::string_view frm5Keys[] = {"frm-5.to-liquid", "frm-5.to-tablets"};
constexpr std::string_view spl4Keys[] = {"SPL-4"};
constexpr std::string_view dsp2Keys[] = {"DSP-2"};
constexpr std::string_view dsp3Keys[] = {"DSP-3"};

} // namespace

std::span<const RuleEntry> amountRules() {
    static constexpr RuleEntry table[] = {
        {"UNI-1", dailyEntry, uni1Keys}, {"FRM-2", concentration, frm2Keys}, {"FRM-3", combination, frm3Keys},
        {"FRM-5", otherForm, frm5Keys},  {"SPL-4", overCap, spl4Keys},       {"DSP-2", dispensable, dsp2Keys},
        {"DSP-3", measurable, dsp3Keys},
    };
    return table;
}

} // namespace lento::core
