#include "core/plan_pace.h"

#include "core/rule_numbers.h"

#include <algorithm>
#include <map>

namespace lento::core {

namespace {

std::optional<std::size_t> lastStepBack(const std::vector<Step>& steps, std::size_t upTo) {
    for (std::size_t i = upTo + 1; i-- > 0;) {
        if (steps[i].reason == StepReason::stepBack)
            return i;
    }
    return std::nullopt;
}

// How a taper goes on after its last step-back, read off the steps that it was rebuilt to: the most common length of
// the untouched ones (the longer of two) and the largest of their drops.
void readPace(const std::vector<Step>& steps, std::size_t stepBackAt, TaperCourse& course) {
    std::map<int, int> lengths;
    DailyDose largest;
    for (std::size_t i = stepBackAt + 1; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const bool untouched = step.reason == StepReason::decrease || step.reason == StepReason::finalDose ||
                               step.reason == StepReason::goal;
        if (!untouched)
            continue;
        if (!step.span.isOpen())
            ++lengths[step.span.days()];
        if (steps[i - 1].daily() > step.daily())
            largest = std::max(largest, steps[i - 1].daily() - step.daily());
    }
    // Nothing untouched is left to read: the length of the step-back itself, which is never the quicker.
    int interval = steps[stepBackAt].span.isOpen() ? course.intervalDays : steps[stepBackAt].span.days();
    int most = 0;
    for (const auto& [days, count] : lengths) {
        if (count >= most) {
            most = count;
            interval = days;
        }
    }
    course.intervalDays = std::clamp(interval, course.intervalDays, longestIntervalDays);
    if (largest.isZero())
        largest = perDay(course.split.quantum);
    course.step = course.step ? std::min(*course.step, largest) : largest;
}

} // namespace

int longerInterval(int days, int times) {
    return std::min(times * days, longestIntervalDays);
}

int stepBacks(const std::vector<Step>& steps) {
    return static_cast<int>(std::count_if(steps.begin(), steps.end(),
                                          [](const Step& step) { return step.reason == StepReason::stepBack; }));
}

void slowDown(TitrationCourse& course, int stepBacks, const RuleNumbers& numbers) {
    const DailyDose quantum = perDay(course.split.quantum);
    for (int i = 0; i < stepBacks; ++i) {
        course.increment = scaledDownToQuantum(course.increment, numbers.vis10.incrementPart, quantum);
        course.intervalDays = longerInterval(course.intervalDays, numbers.vis10.intervalTimes);
    }
}

TaperCourse courseAt(const Plan& plan, std::size_t index, const RuleNumbers& numbers) {
    TaperCourse course = courseOf(*plan.taper(), plan.products, numbers);
    if (const std::optional<std::size_t> at = lastStepBack(plan.steps, index))
        readPace(plan.steps, *at, course);
    for (std::size_t i = index + 1; i-- > 0;) {
        if (plan.steps[i].split.dosesPerDay() > 0) {
            course.split.dosesPerDay = plan.steps[i].split.dosesPerDay();
            break;
        }
    }
    return course;
}

bool standsOnStepBack(const std::vector<Step>& steps, std::size_t index) {
    for (std::size_t i = index + 1; i-- > 0 && steps[i].daily() == steps[index].daily();) {
        if (steps[i].reason == StepReason::stepBack)
            return true;
    }
    return false;
}

std::vector<Step> stepsUntil(const std::vector<Step>& steps, Date day) {
    std::vector<Step> kept;
    for (const Step& step : steps) {
        if (step.span.first >= day)
            break;
        kept.push_back(step);
        if (step.span.contains(day))
            kept.back().span.last = day - 1;
    }
    return kept;
}

Failure outsidePlan(const Plan& plan, Date day) {
    std::vector<std::string> values{day.iso()};
    if (!plan.steps.empty()) {
        values.push_back(plan.steps.front().span.first.iso());
        const std::optional<Date> last = plan.stopDate() ? plan.stopDate() : plan.steps.back().span.last;
        values.push_back(last ? last->iso() : std::string());
    }
    return failure(ErrorCode::dateOutsidePlan, {}, std::move(values));
}

} // namespace lento::core
