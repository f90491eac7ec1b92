// The comparison below the step table: what else could be asked for, and what each would come to.
#include "app/planning.h"
#include "core/rule_numbers.h"
#include "core/supply.h"

#include <algorithm>

namespace lento::app {

namespace {

bool isAtPace(const core::TaperInputs& inputs, const core::TaperPreset& pace) {
    return inputs.model == pace.model && inputs.percent == pace.percent && inputs.intervalDays == pace.intervalDays;
}

// rule: TAP-5
std::vector<core::PlanInputs> otherTapers(const core::TaperInputs& chosen, const core::RuleNumbers& numbers) {
    std::vector<core::PlanInputs> others;
    for (const core::TaperPreset& pace : numbers.tap5.paces) {
        if (isAtPace(chosen, pace))
            continue;
        core::TaperInputs inputs = chosen;
        inputs.model = pace.model;
        inputs.percent = pace.percent;
        inputs.intervalDays = pace.intervalDays;
        inputs.fixedStep = {};
        others.emplace_back(inputs);
    }
    return others;
}

std::vector<core::PlanInputs> otherTitrations(const core::TitrationInputs& chosen, const core::ProductSet& products,
                                              const PlanningContext& context) {
    std::vector<core::PlanInputs> others;
    for (const core::Protocol* each : protocolsFor(context)) {
        const core::Protocol& protocol = *each;
        const bool isChosen = chosen.protocol && chosen.protocol->id == protocol.id;
        const bool tooCoarse = protocol.quantumAtMost && products.quantum() > *protocol.quantumAtMost;
        if (isChosen || tooCoarse)
            continue;
        core::TitrationInputs inputs = proposedTitration(context, protocol, chosen.start, products);
        inputs.goal = chosen.goal;
        if (inputs != chosen)
            others.emplace_back(std::move(inputs));
    }
    return others;
}

core::DailyDose difference(core::DailyDose a, core::DailyDose b) {
    return a > b ? a - b : b - a;
}

core::DailyDose largestChange(const core::Plan& plan) {
    core::DailyDose largest;
    if (const core::TaperInputs* taper = plan.taper(); taper != nullptr && !plan.steps.empty())
        largest = difference(taper->from, plan.steps.front().daily());
    for (std::size_t i = 1; i < plan.steps.size(); ++i)
        largest = std::max(largest, difference(plan.steps[i - 1].daily(), plan.steps[i].daily()));
    return largest;
}

bool sameDoses(const std::vector<core::Step>& a, const std::vector<core::Step>& b) {
    return std::ranges::equal(a, b, [](const core::Step& one, const core::Step& other) {
        return one.span == other.span && one.split == other.split;
    });
}

Alternative rowOf(const PlanView& view) {
    const core::Plan& plan = view.plan;
    Alternative row;
    row.inputs = plan.inputs;
    row.ends = plan.stopDate();
    if (!plan.steps.empty()) {
        row.days = plan.steps.back().span.first - plan.steps.front().span.first;
        row.steps = static_cast<int>(plan.steps.size()) - (row.ends ? 1 : 0);
    }
    row.largestChange = largestChange(plan);
    for (const core::ProductSupply& product : view.supply.products)
        row.tablets += product.tablets();
    for (const core::Finding& finding : view.findings) {
        if (finding.assessed)
            row.hardestFinding = std::max(row.hardestFinding.value_or(finding.action), finding.action);
    }
    return row;
}

} // namespace

std::vector<Alternative> alternatives(const PlanView& chosen, const PlanningContext& context) {
    std::vector<Alternative> rows{rowOf(chosen)};
    rows.front().chosen = true;
    const core::Plan& plan = chosen.plan;
    const std::vector<core::PlanInputs> others = plan.taper() != nullptr
                                                     ? otherTapers(*plan.taper(), context.catalogue->numbers())
                                                     : otherTitrations(*plan.titration(), plan.products, context);
    // Schemes that age or kidney bring down to the same doses on the same days are one alternative, not several.
    std::vector<std::vector<core::Step>> seen{plan.steps};
    for (const core::PlanInputs& inputs : others) {
        // What cannot be planned (a goal below its own start, too many steps) is no alternative.
        const core::Result<PlanView> view = app::plan(inputs, plan.products, context);
        if (!view)
            continue;
        if (plan.titration() != nullptr && std::ranges::any_of(seen, [&](const std::vector<core::Step>& steps) {
                return sameDoses(steps, view->plan.steps);
            }))
            continue;
        seen.push_back(view->plan.steps);
        rows.push_back(rowOf(*view));
    }
    return rows;
}

} // namespace lento::app
