// A course is the way on from one dose: what both planners follow from the first day and every rebuilt plan from a
// later one.
//
// It appends steps and never looks at those already there. Doses are multiples of the quantum from the first one on.
#pragma once

#include "core/plan.h"
#include "core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::core {

struct RuleNumbers;

// More steps than any calendar is printed for; a plan that needs them has a slip in its inputs.
inline constexpr std::size_t mostSteps = 400;
inline constexpr int longestIntervalDays = 365;

// TIT-16 from a dose that is already taken: up by the increment, one interval each, the goal open.
struct TitrationCourse {
    DailyDose increment; // a multiple of the quantum
    DailyDose goal;      // likewise
    int intervalDays = 0;
    SplitRules split;
    std::optional<Date> nextReview; // steps that start after it wait for it (TIT-17)
};
TitrationCourse courseOf(const TitrationInputs& inputs, const ProductSet& products);
// Steps above `current` from `from` on; none if it is at the goal. Errors: tooManySteps.
Result<void> follow(const TitrationCourse& course, DailyDose current, Date from, const std::vector<RuleId>& rules,
                    std::vector<Step>& steps);

// TAP-2, TAP-3, TAP-6 and TAP-16 from a dose that is already taken: down to 0 or to the goal.
struct TaperCourse {
    // TAP-2 START and FIXED: the size of a step. CURRENT: none, or the most that a step may be after a step-back.
    std::optional<DailyDose> step;
    std::optional<Percent> percentOfCurrent;
    DailyDose finalDose; // a multiple of the quantum
    DailyDose goal;      // likewise; zero: to the end
    bool gentleEnd = false;
    Percent mostOfBase;   // RND-3
    DailyDose gentleUpTo; // TAP-6: steps up to this size need no gentle end, whatever part of the dose they are
    Ratio gentleAbove;    // TAP-6: of the dose now taken
    int intervalDays = 0;
    SplitRules split; // its number of doses a day holds to the end (TAP-17)

    // The dose after `current` (TAP-3).
    DailyDose next(DailyDose current) const;
};
TaperCourse courseOf(const TaperInputs& inputs, const ProductSet& products, const RuleNumbers& numbers);
// Steps below `current` from `from` on; none if it is at the goal. Errors: tooManySteps.
Result<void> follow(const TaperCourse& course, DailyDose current, Date from, const std::vector<RuleId>& rules,
                    std::vector<Step>& steps);

// A dose as a step of the plan, cut by SPL: titrations may add a dose a day (SPL-4), tapers keep theirs (TAP-17).
Step stepAt(DateSpan span, DailyDose daily, PlanKind kind, const SplitRules& split, StepReason reason,
            std::vector<RuleId> rules);

// What both planners ask of their inputs. Errors: noProducts, outOfRange.
Result<void> checkQuantum(const ProductSet& products);
Result<void> checkCount(const char* field, int value, int lowest, int highest);
Result<void> checkNotZero(const char* field, DailyDose dose, const ProductSet& products);

} // namespace lento::core
