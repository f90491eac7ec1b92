#include "core/plan_change.h"
#include "core/plan_course.h"
#include "core/plan_pace.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

// The dose taken before D0 was first reduced, as the products make it.
DailyDose beforeTaper(const Plan& plan, DailyDose above) {
    const DailyDose quantum = perDay(plan.products.quantum());
    const DailyDose from = plan.taper()->from;
    const DailyDose lower = roundDownToQuantum(from, quantum);
    return lower > above ? lower : roundUpToQuantum(from, quantum);
}

Result<Plan> taperStepBack(const Plan& plan, std::size_t index, Date on, const RuleNumbers& numbers) {
    const DailyDose current = plan.steps[index].daily();
    TaperCourse course = courseAt(plan, index, numbers);

    DailyDose back = beforeTaper(plan, current);
    std::optional<DoseSplit> split;
    for (std::size_t i = index; i-- > 0;) {
        if (plan.steps[i].daily() > current) {
            back = plan.steps[i].daily();
            split = plan.steps[i].split;
            break;
        }
    }
    if (back <= current)
        return failure(ErrorCode::nothingToStepBackTo);

    const DailyDose quantum = perDay(plan.products.quantum());
    DailyDose last = back - current;
    if (course.step && (standsOnStepBack(plan.steps, index) || *course.step < last))
        last = std::max(*course.step, quantum);

    const auto& rule = numbers.tap13;
    const Date onward = on + rule.backIntervals * course.intervalDays;
    Plan changed = plan;
    changed.steps = stepsUntil(plan.steps, on);
    Step step = stepAt({on, onward - 1}, back, PlanKind::taper, course.split, StepReason::stepBack, {"TAP-13"});
    if (split)
        step.split = *split;
    changed.steps.push_back(std::move(step));

    const DailyDose part =
        quantum * (last.inNanograms() * rule.stepPart.numerator / (rule.stepPart.denominator * quantum.inNanograms()));
    course.step = part.isZero() ? last : part;
    if (part.isZero())
        course.intervalDays = longerInterval(course.intervalDays, rule.intervalTimes);
    if (const Result<void> done = follow(course, back, onward, {"TAP-2", "TAP-13"}, changed.steps); !done)
        return failure(done.error());
    return changed;
}

Result<Plan> titrationStepBack(const Plan& plan, std::size_t index, Date on, const RuleNumbers& numbers) {
    const int holdDays = numbers.vis10.holdDays;
    const TitrationInputs& inputs = *plan.titration();
    const DailyDose current = plan.steps[index].daily();
    const DailyDose lowest = roundDownToQuantum(inputs.startDose, perDay(plan.products.quantum()));
    const Step* earlier = nullptr;
    for (std::size_t i = index; i-- > 0 && !earlier;) {
        if (plan.steps[i].daily() < current && (plan.steps[i].daily() >= lowest || i == 0))
            earlier = &plan.steps[i];
    }
    if (!earlier)
        return failure(ErrorCode::nothingToStepBackTo);

    Plan changed = plan;
    changed.steps = stepsUntil(plan.steps, on);
    TitrationCourse course = courseOf(inputs, plan.products);
    slowDown(course, stepBacks(changed.steps) + 1, numbers);
    course.nextReview = on + numbers.tit11.reviewEveryDays;

    // VIS-10: a dose that so many attempts failed to exceed is the most that is tolerated; the plan stays there.
    const DailyDose back = earlier->daily();
    const auto attempts = 1 + std::count_if(changed.steps.begin(), changed.steps.end(), [&](const Step& step) {
                              return step.reason == StepReason::stepBack && step.daily() == back;
                          });
    const bool stays = attempts >= numbers.vis10.attempts || back >= course.goal;

    Step step;
    step.span = {on, stays ? std::nullopt : std::optional(on + (holdDays - 1))};
    step.split = earlier->split;
    step.reason = StepReason::stepBack;
    step.rules = {"VIS-10"};
    step.overCap = earlier->overCap;
    changed.steps.push_back(std::move(step));
    if (stays)
        return changed;
    if (const Result<void> done = follow(course, back, on + holdDays, {"TIT-18", "VIS-10"}, changed.steps); !done)
        return failure(done.error());
    return changed;
}

} // namespace

Result<Plan> stepBack(const Plan& plan, Date on, const RuleNumbers& numbers) {
    const std::optional<std::size_t> index = plan.indexOn(on);
    if (!index)
        return outsidePlan(plan, on);
    return plan.kind() == PlanKind::taper ? taperStepBack(plan, *index, on, numbers)
                                          : titrationStepBack(plan, *index, on, numbers);
}

} // namespace lento::core
