#include "core/plan_course.h"

#include "core/bounds.h"
#include "core/rule_numbers.h"

#include <algorithm>

namespace lento::core {

namespace {

// UNI-1, as the upper end that a refused amount is told.
constexpr const char* highestMilligrams = "300";

Result<void> full(const std::vector<Step>& steps) {
    if (steps.size() <= mostSteps)
        return {};
    return failure(ErrorCode::tooManySteps, {}, {std::to_string(mostSteps)});
}

DailyDose halfRoundedDown(DailyDose dose, DailyDose quantum) {
    return quantum * (dose.inNanograms() / 2 / quantum.inNanograms());
}

} // namespace

Step stepAt(DateSpan span, DailyDose daily, PlanKind kind, const SplitRules& split, StepReason reason,
            std::vector<RuleId> rules) {
    const SplitResult cut = kind == PlanKind::titration ? splitDay(daily, split) : splitDayAt(daily, split);
    Step step;
    step.span = span;
    step.split = cut.split;
    step.reason = reason;
    step.rules = std::move(rules);
    step.overCap = cut.overCap;
    if (kind == PlanKind::titration && cut.split.dosesPerDay() > split.dosesPerDay)
        step.rules.emplace_back("SPL-4");
    return step;
}

TitrationCourse courseOf(const TitrationInputs& inputs, const ProductSet& products) {
    const DailyDose quantum = perDay(products.quantum());
    TitrationCourse course;
    course.increment = roundDownToQuantum(inputs.increment, quantum);
    course.goal = roundDownToQuantum(inputs.goal, quantum);
    course.intervalDays = inputs.intervalDays;
    course.split = {inputs.dosesPerDay, inputs.split, inputs.singleDoseCap, products.quantum()};
    return course;
}

Result<void> follow(const TitrationCourse& course, DailyDose current, Date from, const std::vector<RuleId>& rules,
                    std::vector<Step>& steps) {
    while (current < course.goal) {
        current = std::min(current + course.increment, course.goal);
        const bool last = current == course.goal;
        const DateSpan span{from, last ? std::nullopt : std::optional(from + (course.intervalDays - 1))};
        Step step = stepAt(span, current, PlanKind::titration, course.split,
                           last ? StepReason::goal : StepReason::increase, rules);
        if (course.nextReview && from > *course.nextReview) {
            step.onlyAfterReview = true;
            step.rules.emplace_back("TIT-17");
        }
        steps.push_back(std::move(step));
        if (const Result<void> room = full(steps); !room)
            return room;
        from = from + course.intervalDays;
    }
    return {};
}

TaperCourse courseOf(const TaperInputs& inputs, const ProductSet& products, const RuleNumbers& numbers) {
    const DailyDose quantum = perDay(products.quantum());
    TaperCourse course;
    course.mostOfBase = numbers.rnd3.mostOfBase;
    course.gentleUpTo = numbers.tap6.gentleUpTo;
    course.gentleAbove = numbers.tap6.gentleAbove;
    switch (inputs.model) {
    case TaperModel::percentOfStart:
        course.step = taperStep(inputs.from, inputs.percent, quantum, course.mostOfBase);
        break;
    case TaperModel::percentOfCurrent:
        course.percentOfCurrent = inputs.percent;
        break;
    case TaperModel::fixedStep:
        course.step = roundDownToQuantum(inputs.fixedStep, quantum);
        break;
    }
    course.finalDose = roundUpToQuantum(inputs.finalDose, quantum);
    course.goal = roundUpToQuantum(inputs.goal, quantum);
    course.gentleEnd = inputs.gentleEnd.value_or(inputs.model != TaperModel::fixedStep);
    course.intervalDays = inputs.intervalDays;
    course.split = {inputs.dosesPerDay, inputs.split, inputs.singleDoseCap, products.quantum()};
    course.split.dosesPerDay = dosesPerDayFor(inputs.from, course.split);
    return course;
}

// rule: TAP-3, TAP-6
DailyDose TaperCourse::next(DailyDose current) const {
    const DailyDose quantum = perDay(split.quantum);
    if (current <= finalDose)
        return goal;

    DailyDose size = percentOfCurrent ? taperStep(current, *percentOfCurrent, quantum, mostOfBase) : *step;
    if (percentOfCurrent && step)
        size = std::min(size, *step);
    while (gentleEnd && size > gentleUpTo && size * gentleAbove.denominator > current * gentleAbove.numerator) {
        const DailyDose smaller = std::max(quantum, halfRoundedDown(size, quantum));
        if (smaller == size)
            break;
        size = smaller;
    }
    const DailyDose lower = size < current ? roundUpToQuantum(current - size, quantum) : DailyDose{};
    return std::max({lower, finalDose, goal});
}

Result<void> follow(const TaperCourse& course, DailyDose current, Date from, const std::vector<RuleId>& rules,
                    std::vector<Step>& steps) {
    while (current > course.goal) {
        current = course.next(current);
        const bool last = current == course.goal;
        const DateSpan span{from, last ? std::nullopt : std::optional(from + (course.intervalDays - 1))};
        if (current.isZero()) {
            Step stop;
            stop.span = span;
            stop.reason = StepReason::stop;
            stop.rules = {"TAP-3"};
            steps.push_back(std::move(stop));
        } else {
            const StepReason reason = last                          ? StepReason::goal
                                      : current == course.finalDose ? StepReason::finalDose
                                                                    : StepReason::decrease;
            steps.push_back(stepAt(span, current, PlanKind::taper, course.split, reason, rules));
            if (last)
                steps.back().rules.emplace_back("TAP-16");
        }
        if (const Result<void> room = full(steps); !room)
            return room;
        from = from + course.intervalDays;
    }
    return {};
}

Result<void> checkQuantum(const ProductSet& products) {
    if (products.quantum().isZero())
        return failure(ErrorCode::noProducts, "products");
    return {};
}

Result<void> checkCount(const char* field, int value, int lowest, int highest) {
    return within(field, value, lowest, highest);
}

Result<void> checkNotZero(const char* field, DailyDose dose, const ProductSet& products) {
    if (!dose.isZero())
        return {};
    return failure(ErrorCode::outOfRange, field,
                   {milligramText(dose), milligramText(products.quantum()), highestMilligrams});
}

} // namespace lento::core
