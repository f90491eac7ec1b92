#include "cli/plan_answer.h"

#include "core/ratio.h"
#include "core/supply.h"

#include <algorithm>

namespace lento::cli {

using core::DailyDose;

namespace {

Json spanEnd(const core::DateSpan& span) {
    return span.last ? Json::text(span.last->iso()) : Json::null();
}

Json stepJson(const core::Step& step, const core::ProductSet& products, std::optional<DailyDose> before) {
    Json json = Json::object();
    json.add("from", Json::text(step.span.first.iso())).add("to", spanEnd(step.span));
    json.add("daily_mg", Json::mg(step.daily())).add("doses", dosesJson(step.split, products));
    if (before && *before > step.daily()) {
        const DailyDose drop = *before - step.daily();
        json.add("drop_mg", Json::mg(drop));
        json.add("drop_percent_of_current", Json::scaled(core::percentTenths(drop, *before), 1));
    }
    return json;
}

// A row without doses names no times.
Json supplyJson(const core::Plan& plan, const core::Supply& supply) {
    Json list = Json::list();
    for (const core::ProductSupply& one : supply.products) {
        const core::Product& product = plan.products.products()[one.product];
        Json json = Json::object();
        json.add("product", Json::text(product.id));
        if (!product.name.empty()) // a clinic's own (FRM-1)
            json.add("name", Json::text(product.name));
        if (product.form == core::ProductForm::liquid)
            json.add("ml", Json::ml(one.volume));
        else
            json.add("whole", Json::integer(one.whole))
                .add("halves", Json::integer(one.halves))
                .add("tablets", Json::integer(one.tablets()));
        list.append(std::move(json));
    }
    return list;
}

Json inputJson(const core::InputValue& value) {
    struct Writer {
        Json operator()(std::int64_t number) const { return Json::integer(number); }
        Json operator()(double number) const {
            constexpr int decimals = 4;
            return Json::rounded(number, decimals);
        }
        Json operator()(bool flag) const { return Json::flag(flag); }
        Json operator()(const std::string& text) const { return Json::text(text); }
        Json operator()(DailyDose dose) const { return Json::mg(dose); }
        Json operator()(core::OralDose dose) const { return Json::mg(dose); }
        Json operator()(core::Date date) const { return Json::text(date.iso()); }
    };
    return std::visit(Writer{}, value);
}

Json findingJson(const core::Finding& finding) {
    Json json = Json::object();
    json.add("rule", Json::text(finding.rule.text())).add("action", Json::text(actionName(finding.action)));
    if (finding.step)
        json.add("step", Json::integer(*finding.step));
    if (!finding.assessed)
        json.add("assessed", Json::flag(false));
    Json inputs = Json::object();
    for (const core::Input& input : finding.inputs)
        inputs.add(input.name, inputJson(input.value));
    Json sources = Json::list();
    for (const std::string& source : finding.sources)
        sources.append(Json::text(source));
    return std::move(json.add("inputs", std::move(inputs)).add("sources", std::move(sources)));
}

} // namespace

std::string_view dayPartName(core::DayPart part) {
    switch (part) {
    case core::DayPart::morning:
        return "morning";
    case core::DayPart::midday:
        return "midday";
    case core::DayPart::evening:
        return "evening";
    case core::DayPart::bedtime:
        break;
    }
    return "bedtime";
}

Json unitsJson(const std::vector<core::Pieces>& pieces, const core::ProductSet& products) {
    Json list = Json::list();
    for (const core::Pieces& one : pieces) {
        const core::Product& product = products.products()[one.product];
        Json json = Json::object();
        json.add("product", Json::text(product.id));
        if (!product.name.empty()) // a clinic's own (FRM-1)
            json.add("name", Json::text(product.name));
        if (product.form == core::ProductForm::liquid)
            json.add("ml", Json::ml(one.volume));
        else
            json.add("whole", Json::integer(one.whole)).add("half", Json::integer(one.half));
        list.append(std::move(json));
    }
    return list;
}

Json dosesJson(const core::DoseSplit& split, const core::ProductSet& products) {
    Json list = Json::list();
    for (int i = 0; i < split.dosesPerDay() && !split.total().isZero(); ++i) {
        Json json = Json::object();
        json.add("time", Json::text(dayPartName(split.parts()[static_cast<std::size_t>(i)])));
        json.add("mg", Json::mg(split.at(i)));
        if (products.hasProducts()) {
            if (const auto pieces = core::dispense(split.at(i), products))
                json.add("units", unitsJson(*pieces, products));
            else
                json.add("dispensable", Json::flag(false));
        }
        list.append(std::move(json));
    }
    return list;
}

Json findingsJson(const std::vector<core::Finding>& findings) {
    Json list = Json::list();
    for (const core::Finding& finding : findings)
        list.append(findingJson(finding));
    return list;
}

Json planJson(const core::Plan& plan, const std::vector<core::Finding>& findings) {
    Json json = Json::object();
    json.add("quantum_mg", Json::mg(plan.products.quantum()));
    Json steps = Json::list();
    const core::TaperInputs* taper = plan.taper();
    std::optional<DailyDose> before;
    if (taper != nullptr)
        before = taper->from;
    for (const core::Step& step : plan.steps) {
        steps.append(stepJson(step, plan.products, before));
        if (taper != nullptr)
            before = step.daily();
    }
    json.add("steps", std::move(steps));
    if (taper != nullptr) {
        const auto stop = plan.stopDate();
        json.add("stop_date", stop ? Json::text(stop->iso()) : Json::null());
    }
    if (plan.products.hasProducts()) {
        const core::Supply supply = core::supplyFor(plan);
        json.add("supply", supplyJson(plan, supply));
        if (!supply.complete)
            json.add("supply_complete", Json::flag(false));
    }
    return std::move(json.add("findings", findingsJson(findings)));
}

bool needsClinician(const std::vector<core::Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const core::Finding& finding) { return finding.action >= core::Action::blockOverridable; });
}

} // namespace lento::cli
