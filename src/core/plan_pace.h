// The pace of a running plan, read off its own steps: nothing but the steps and the inputs remembers a step-back.
#pragma once

#include "core/plan.h"
#include "core/plan_course.h"

#include <vector>

namespace lento::core {

// So many times as long, within what an interval may be.
int longerInterval(int days, int times);

// How often the plan was stepped back.
int stepBacks(const std::vector<Step>& steps);
// VIS-10, once for each step-back so far: part of the increment (RND-2) and a longer interval.
void slowDown(TitrationCourse& course, int stepBacks, const RuleNumbers& numbers);

// The course in force at a step of a taper: that of the inputs, or what the last step-back made of it.
TaperCourse courseAt(const Plan& plan, std::size_t index, const RuleNumbers& numbers);
// True if the dose of this step is one that a step-back returned to.
bool standsOnStepBack(const std::vector<Step>& steps, std::size_t index);

// The steps before a day; the running one is closed on the eve.
std::vector<Step> stepsUntil(const std::vector<Step>& steps, Date day);

// The error for a day on which the plan has no dose to change: dateOutsidePlan.
Failure outsidePlan(const Plan& plan, Date day);

} // namespace lento::core
