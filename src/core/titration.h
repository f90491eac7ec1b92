// The titration generator: from a start dose by equal increments to the goal, one interval each (TIT-16, TIT-17).
#pragma once

#include "core/plan.h"
#include "core/result.h"

namespace lento::core {

// Errors: goalBelowStart never (x1 = min(start, goal)); outOfRange for a start, increment or goal of 0, an interval
// outside 1 to 365 days or doses a day outside 1 to 4; tooManySteps above 400. reviewEveryDays: TIT-11, unless the
// protocol reviews sooner; steps that
// start after start + reviewEveryDays are marked onlyAfterReview (TIT-17).
Result<Plan> planTitration(const TitrationInputs& inputs, const ProductSet& products, int reviewEveryDays);

} // namespace lento::core
