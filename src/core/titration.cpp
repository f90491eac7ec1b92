#include "core/titration.h"

#include "core/plan_course.h"

#include <algorithm>

namespace lento::core {

namespace {

Result<void> checked(const TitrationInputs& inputs, const ProductSet& products) {
    for (const Result<void>& part : {
             checkQuantum(products),
             checkNotZero("start_mg", inputs.startDose, products),
             checkNotZero("increment_mg", inputs.increment, products),
             checkNotZero("goal_mg", inputs.goal, products),
             checkCount("interval_days", inputs.intervalDays, 1, longestIntervalDays),
             checkCount("doses_per_day", inputs.dosesPerDay, 1, mostDosesPerDay),
         }) {
        if (!part)
            return part;
    }
    return {};
}

} // namespace

Result<Plan> planTitration(const TitrationInputs& inputs, const ProductSet& products, int reviewEveryDays) {
    if (const Result<void> good = checked(inputs, products); !good)
        return failure(good.error());

    TitrationCourse course = courseOf(inputs, products);
    const std::optional<int> sooner = inputs.protocol ? inputs.protocol->firstReviewDays : std::nullopt;
    course.nextReview = inputs.start + sooner.value_or(reviewEveryDays);
    const DailyDose first = std::min(roundDownToQuantum(inputs.startDose, perDay(products.quantum())), course.goal);
    const bool atGoal = first == course.goal;

    Plan plan;
    plan.products = products;
    plan.inputs = inputs;
    const DateSpan span{inputs.start, atGoal ? std::nullopt : std::optional(inputs.start + (inputs.intervalDays - 1))};
    plan.steps.push_back(stepAt(span, first, PlanKind::titration, course.split, StepReason::start, {"TIT-16"}));
    if (const Result<void> done = follow(course, first, inputs.start + inputs.intervalDays, {"TIT-16"}, plan.steps);
        !done)
        return failure(done.error());
    return plan;
}

} // namespace lento::core
