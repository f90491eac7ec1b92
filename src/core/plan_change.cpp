#include "core/plan_change.h"

#include "core/dispense.h"
#include "core/plan_course.h"
#include "core/plan_pace.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

constexpr int longestShiftDays = 365;

Result<void> checkDays(int days, int lowest, int highest) {
    return checkCount("days", days, lowest, highest);
}

Failure noSuchStep(int step) {
    return failure(ErrorCode::stepNotFound, {}, {std::to_string(step)});
}

// The place of step `number` (from 1) if it has doses.
std::optional<std::size_t> doseStep(const Plan& plan, int number) {
    if (number < 1 || static_cast<std::size_t>(number) > plan.steps.size())
        return std::nullopt;
    const auto index = static_cast<std::size_t>(number - 1);
    return plan.steps[index].daily().isZero() ? std::nullopt : std::optional(index);
}

void moveFrom(std::vector<Step>& steps, std::size_t first, int days) {
    for (std::size_t i = first; i < steps.size(); ++i) {
        DateSpan& span = steps[i].span;
        span.first = span.first + days;
        if (span.last)
            span.last = *span.last + days;
    }
}

// Someone has seen the patient on `seen`: what starts within the next review interval no longer waits (TIT-17).
void reviewedOn(Plan& plan, Date seen, const RuleNumbers& numbers) {
    if (plan.kind() != PlanKind::titration)
        return;
    const RuleId gate("TIT-17");
    for (Step& step : plan.steps) {
        if (step.span.first < seen)
            continue;
        std::erase(step.rules, gate);
        step.onlyAfterReview = step.span.first > seen + numbers.tit11.reviewEveryDays;
        if (step.onlyAfterReview)
            step.rules.push_back(gate);
    }
}

// A step-back says how the plan goes on from it, so a later hold or pause does not paint over it.
void mark(Step& step, StepReason reason) {
    if (step.reason != StepReason::stepBack)
        step.reason = reason;
}

// The step of `index` in two; the second begins on `on`, which lies inside it. What shaped the first shapes only the
// first.
void divide(std::vector<Step>& steps, std::size_t index, Date on) {
    Step second = steps[index];
    second.span.first = on;
    std::erase_if(second.rules, [](RuleId rule) { return rule != RuleId("TIT-17"); });
    steps[index].span.last = on - 1;
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(second));
}

// SPL-6: each dose a dispensable multiple of the quantum, and something to take.
Result<void> checkSplit(const DoseSplit& split, const ProductSet& products) {
    if (split.total().isZero())
        return checkNotZero("doses", split.total(), products);
    for (int i = 0; i < split.dosesPerDay(); ++i) {
        const OralDose dose = split.at(i);
        const bool dispensable = !products.hasProducts() || dispense(dose, products);
        if (dispensable && dose.isMultipleOf(products.quantum()))
            continue;
        std::vector<std::string> values{std::to_string(dose.inNanograms())};
        if (products.hasProducts()) {
            const Neighbours near = dispensableNeighbours(dose, products);
            values.push_back(std::to_string(near.lower.inNanograms()));
            values.push_back(near.higher ? std::to_string(near.higher->inNanograms()) : std::string());
        } else {
            const OralDose lower = products.quantum() * (dose / products.quantum());
            values.push_back(std::to_string(lower.inNanograms()));
            values.push_back(std::to_string((lower + products.quantum()).inNanograms()));
        }
        return failure(ErrorCode::doseNotDispensable, "doses", std::move(values));
    }
    return {};
}

// The steps after `index`, made anew from its dose. An open step stays the last one: its dose is the new goal.
Result<void> followFrom(const Plan& before, std::size_t index, const RuleNumbers& numbers, Plan& changed) {
    if (before.steps[index].span.isOpen())
        return {};
    const Step& step = changed.steps[index];
    const DailyDose current = step.daily();
    const Date from = *step.span.last + 1;
    const std::vector<Step> kept(changed.steps.begin(), changed.steps.begin() + static_cast<std::ptrdiff_t>(index) + 1);

    std::vector<Step> steps = kept;
    Result<void> done;
    if (const TitrationInputs* inputs = before.titration()) {
        TitrationCourse course = courseOf(*inputs, before.products);
        slowDown(course, stepBacks(kept), numbers);
        for (const Step& gated : before.steps) {
            if (gated.onlyAfterReview) {
                course.nextReview = gated.span.first - 1;
                break;
            }
        }
        done = follow(course, current, from, {"TIT-16", "TIT-18"}, steps);
    } else {
        TaperCourse course = courseAt(before, index, numbers);
        course.split.dosesPerDay = step.split.dosesPerDay();
        done = follow(course, current, from, {"TAP-2"}, steps);
    }
    if (!done)
        return done;
    if (steps.size() == kept.size())
        steps.back().span.last.reset();
    changed.steps = std::move(steps);
    return {};
}

} // namespace

Result<Plan> hold(const Plan& plan, Date on, int days, const RuleNumbers& numbers) {
    if (const Result<void> good = checkDays(days, 1, longestShiftDays); !good)
        return failure(good.error());
    std::optional<std::size_t> index = plan.indexOn(on);
    if (!index || plan.steps[*index].daily().isZero())
        return outsidePlan(plan, on);

    Plan changed = plan;
    if (on > changed.steps[*index].span.first && changed.steps[*index].reason != StepReason::hold) {
        divide(changed.steps, *index, on);
        ++*index;
        changed.steps[*index].reason = StepReason::hold;
    }
    Step& held = changed.steps[*index];
    mark(held, StepReason::hold);
    if (plan.kind() == PlanKind::titration)
        held.rules.emplace_back("TIT-18");
    if (held.span.last)
        held.span.last = *held.span.last + days;
    moveFrom(changed.steps, *index + 1, days);
    reviewedOn(changed, on, numbers);
    return changed;
}

Result<Plan> pauseStep(const Plan& plan, int step, int days) {
    if (const Result<void> good = checkDays(days, 1, longestShiftDays); !good)
        return failure(good.error());
    const std::optional<std::size_t> index = doseStep(plan, step);
    if (!index)
        return noSuchStep(step);

    Plan changed = plan;
    Step& paused = changed.steps[*index];
    mark(paused, StepReason::pause);
    paused.rules.emplace_back(plan.kind() == PlanKind::taper ? "TAP-12" : "TIT-18");
    if (paused.span.last)
        paused.span.last = *paused.span.last + days;
    moveFrom(changed.steps, *index + 1, days);
    return changed;
}

Result<Plan> shift(const Plan& plan, Date from, int days) {
    if (const Result<void> good = checkDays(days, -longestShiftDays, longestShiftDays); !good)
        return failure(good.error());
    const auto first = std::find_if(plan.steps.begin(), plan.steps.end(),
                                    [from](const Step& step) { return step.span.first >= from; });
    if (first == plan.steps.end())
        return outsidePlan(plan, from);

    const auto index = static_cast<std::size_t>(first - plan.steps.begin());
    Plan changed = plan;
    if (index == 0) {
        std::visit([days](auto& inputs) { inputs.start = inputs.start + days; }, changed.inputs);
        moveFrom(changed.steps, 0, days);
        return changed;
    }
    Step& before = changed.steps[index - 1];
    if (const int lowest = before.span.first + 1 - first->span.first; days < lowest)
        return failure(checkDays(days, lowest, longestShiftDays).error());
    before.span.last = *before.span.last + days;
    moveFrom(changed.steps, index, days);

    // A shift is no review: a step that moves to where others wait for one waits as well (TIT-17).
    const auto gated =
        std::find_if(plan.steps.begin(), plan.steps.end(), [](const Step& step) { return step.onlyAfterReview; });
    if (gated == plan.steps.end())
        return changed;
    for (std::size_t i = index; i < changed.steps.size(); ++i) {
        Step& step = changed.steps[i];
        if (!step.onlyAfterReview && step.span.first >= gated->span.first) {
            step.onlyAfterReview = true;
            step.rules.emplace_back("TIT-17");
        }
    }
    return changed;
}

Result<Plan> resume(const Plan& plan, Date on, const RuleNumbers& numbers) {
    const std::optional<std::size_t> index = plan.indexOn(on);
    if (!index)
        return outsidePlan(plan, on);
    if (*index + 1 == plan.steps.size())
        return failure(ErrorCode::nothingToResume, {}, {on.iso()});
    Plan changed = plan;
    Step& held = changed.steps[*index];
    // A hold may be taken back from its first day on; a dose of its own is never skipped.
    const bool takeBack = on == held.span.first;
    if (takeBack && (*index == 0 || plan.steps[*index - 1].daily() != held.daily()))
        return failure(ErrorCode::outOfRange, "on", {on.iso(), (on + 1).iso(), held.span.last->iso()});

    moveFrom(changed.steps, *index + 1, on - changed.steps[*index + 1].span.first);
    if (takeBack)
        changed.steps.erase(changed.steps.begin() + static_cast<std::ptrdiff_t>(*index));
    else
        held.span.last = on - 1;
    reviewedOn(changed, on, numbers);
    return changed;
}

Result<Plan> changeStep(const Plan& plan, int step, const DoseSplit& split, bool follow, const RuleNumbers& numbers) {
    const std::optional<std::size_t> index = doseStep(plan, step);
    if (!index)
        return noSuchStep(step);
    if (const Result<void> good = checkSplit(split, plan.products); !good)
        return failure(good.error());

    Plan changed = plan;
    Step& edited = changed.steps[*index];
    const DailyDose before = edited.daily();
    edited.split = split;
    edited.overCap = split.largest() > plan.splitRules().singleDoseCap;
    mark(edited, StepReason::byHand);
    edited.rules.emplace_back("SPL-6");
    if (!follow || before == split.total())
        return changed;
    if (const Result<void> done = followFrom(plan, *index, numbers, changed); !done)
        return failure(done.error());
    return changed;
}

Result<Plan> divideStep(const Plan& plan, Date on) {
    const std::optional<std::size_t> index = plan.indexOn(on);
    if (!index || plan.steps[*index].daily().isZero() || plan.steps[*index].span.first == on)
        return outsidePlan(plan, on);
    Plan changed = plan;
    divide(changed.steps, *index, on);
    changed.steps[*index + 1].reason = StepReason::byHand;
    return changed;
}

std::vector<Step> joined(const std::vector<Step>& before, const std::vector<Step>& after, Date day) {
    if (after.empty() || before.empty())
        return after.empty() ? before : after;
    // The days up to the first new step stay those of the old plan.
    const Date from = std::max(day, after.front().span.first);
    std::vector<Step> steps = stepsUntil(before, from);
    if (!steps.empty() && steps.back().span.last && *steps.back().span.last < from - 1)
        steps.back().span.last = from - 1;
    for (const Step& step : after) {
        if (step.span.last && *step.span.last < from)
            continue;
        // A step that runs on unchanged over the day stays one step.
        const bool same = !steps.empty() && step.span.first < from && steps.back().span.first == step.span.first &&
                          steps.back().split == step.split;
        if (same)
            steps.pop_back();
        steps.push_back(step);
        if (!same)
            steps.back().span.first = std::max(step.span.first, from);
    }
    return steps;
}

} // namespace lento::core
