#include "core/taper.h"

#include "core/plan_course.h"

namespace lento::core {

namespace {

constexpr TaperPreset lowPreset{TaperRisk::low, TaperModel::percentOfStart, Percent::of(20), 7};
constexpr TaperPreset standardPreset{TaperRisk::standard, TaperModel::percentOfStart, Percent::of(10), 7};
constexpr TaperPreset highPreset{TaperRisk::high, TaperModel::percentOfStart, Percent::of(10), 14};
constexpr TaperPreset slowestPreset{TaperRisk::high, TaperModel::percentOfCurrent, Percent::of(10), 14};

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

Result<Plan> planTaper(const TaperInputs& inputs, const ProductSet& products) {
    if (const Result<void> good = checked(inputs, products); !good)
        return failure(good.error());
    const TaperCourse course = courseOf(inputs, products);
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
        return highPreset;
    if (months < limits.lowBelowMonths && dose <= limits.lowUpToDose)
        return lowPreset;
    return standardPreset;
}

TaperPreset slowerPreset(const TaperPreset& preset) {
    if (preset.model == TaperModel::percentOfCurrent || preset.risk == TaperRisk::high)
        return slowestPreset;
    return preset.risk == TaperRisk::low ? standardPreset : highPreset;
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
