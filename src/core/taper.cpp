#include "core/taper.h"

#include "core/plan_course.h"

namespace lento::core {

namespace {

Result<void> checked(const TaperInputs& inputs, const ProductSet& products) {
    const bool fixed = inputs.model == TaperModel::fixedStep;
    for (const Result<void>& part : {
             checkQuantum(products),
             checkNotZero("from_mg", inputs.from, products),
             checkNotZero("final_mg", inputs.finalDose, products),
             fixed ? checkNotZero("step_mg", inputs.fixedStep, products)
                   : checkCount("percent", inputs.percent.whole(), 1, 100),
             checkCount("interval_days", inputs.intervalDays, 1, longestIntervalDays),
             checkCount("doses_per_day", inputs.dosesPerDay, 1, mostDosesPerDay),
         }) {
        if (!part)
            return part;
    }
    if (inputs.goal >= inputs.from)
        return failure(ErrorCode::goalNotBelowStart, "goal_mg",
                       {milligramText(inputs.goal), milligramText(inputs.from)});
    return {};
}

std::vector<RuleId> rulesOf(TaperModel model) {
    if (model == TaperModel::fixedStep)
        return {"TAP-2"};
    return {"TAP-2", "RND-3"};
}

} // namespace

// rule: TAP-1
Result<Plan> planTaper(const TaperInputs& inputs, const ProductSet& products, const RuleNumbers& numbers) {
    if (const Result<void> good = checked(inputs, products); !good)
        return failure(good.error());
    const TaperCourse course = courseOf(inputs, products, numbers);
    // A goal that the products round up to the dose now taken leaves nothing to reduce.
    if (course.goal >= inputs.from)
        return failure(ErrorCode::goalNotBelowStart, "goal_mg",
                       {milligramText(course.goal), milligramText(inputs.from)});

    Plan plan;
    plan.products = products;
    plan.inputs = inputs;
    if (const Result<void> done = follow(course, inputs.from, inputs.start, rulesOf(inputs.model), plan.steps); !done)
        return failure(done.error());
    return plan;
}

TaperPreset taperPreset(int months, DailyDose dose, const std::vector<TaperRiskFlag>& flags,
                        const RuleNumbers& numbers) {
    const auto& limits = numbers.tap11;
    if (!flags.empty() || months >= limits.highFromMonths || dose >= limits.highFromDose)
        return limits.high;
    if (months < limits.lowBelowMonths && dose <= limits.lowUpToDose)
        return limits.low;
    return limits.standard;
}

TaperPreset slowerPreset(const TaperPreset& preset, const RuleNumbers& numbers) {
    if (preset.model == TaperModel::percentOfCurrent || preset.risk == TaperRisk::high)
        return numbers.tap15.slowest;
    return preset.risk == TaperRisk::low ? numbers.tap11.standard : numbers.tap11.high;
}

std::optional<TaperRiskFlag> taperRiskFlag(std::string_view conditionCode) {
    struct Known {
        std::string_view code;
        TaperRiskFlag flag;
    };
    static constexpr Known known[] = {
        {"epilepsy", TaperRiskFlag::epilepsy},
        {"earlier-withdrawal", TaperRiskFlag::earlierWithdrawal},
        {"psychosis-or-delirium", TaperRiskFlag::psychosisOrDelirium},
        {"alcohol-or-sedatives", TaperRiskFlag::alcoholOrSedatives},
        {"pregnancy", TaperRiskFlag::pregnancy},
        {"intrathecal", TaperRiskFlag::intrathecal},
        {"cord-lesion-t6-or-above", TaperRiskFlag::cordLesionT6OrAbove},
        {"cannot-report", TaperRiskFlag::cannotReport},
    };
    for (const Known& each : known) {
        if (each.code == conditionCode)
            return each.flag;
    }
    return std::nullopt;
}

} // namespace lento::core
