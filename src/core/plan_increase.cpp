#include "core/plan_change.h"
#include "core/plan_course.h"
#include "core/plan_pace.h"
#include "core/rule_numbers.h"

#include <utility>

namespace lento::core {

namespace {

TitrationCourse courseNow(const Plan& plan, int stepBacksSoFar, const RuleNumbers& numbers) {
    TitrationCourse course = courseOf(*plan.titration(), plan.products);
    slowDown(course, stepBacksSoFar, numbers);
    return course;
}

} // namespace

Pace paceOf(const Plan& titration, const RuleNumbers& numbers) {
    const TitrationCourse course = courseNow(titration, stepBacks(titration.steps), numbers);
    return {course.increment, course.intervalDays};
}

Result<Plan> raiseTo(const Plan& plan, Date on, DailyDose to, const RuleNumbers& numbers) {
    if (!plan.titration())
        return failure(ErrorCode::notFound, "titration");
    const std::optional<std::size_t> index = plan.indexOn(on);
    if (!index)
        return outsidePlan(plan, on);
    const std::optional<std::size_t> eve = plan.indexOn(on - 1);
    const DailyDose current = plan.steps[eve.value_or(*index)].daily();
    const DailyDose dose = roundDownToQuantum(to, perDay(plan.products.quantum()));
    if (dose <= current)
        return failure(ErrorCode::outOfRange, "dose_mg", {milligramText(to), milligramText(current), {}});

    Plan raised = plan;
    raised.steps = stepsUntil(plan.steps, on);
    TitrationCourse course = courseNow(plan, stepBacks(raised.steps), numbers);
    course.nextReview = on + numbers.tit11.reviewEveryDays;
    const bool atGoal = dose >= course.goal;
    const DateSpan span{on, atGoal ? std::nullopt : std::optional(on + (course.intervalDays - 1))};
    raised.steps.push_back(
        stepAt(span, dose, PlanKind::titration, course.split, StepReason::increase, {"VIS-6", "TIT-18"}));
    if (atGoal)
        return raised;
    if (const Result<void> done = follow(course, dose, on + course.intervalDays, {"TIT-18"}, raised.steps); !done)
        return failure(done.error());
    return raised;
}

} // namespace lento::core
