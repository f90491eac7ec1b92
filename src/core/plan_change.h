// What can be done to a running plan: hold, pause, step back, shift, resume, change a dose; the past stays frozen
// (DAT-3).
//
// Each function takes a Plan and returns another; steps that ended before the day of change are unchanged.
// Errors: dateOutsidePlan, stepNotFound, outOfRange (days outside 1 to 365), nothingToStepBackTo, nothingToResume,
// doseNotDispensable.
#pragma once

#include "core/plan.h"
#include "core/result.h"

namespace lento::core {

struct RuleNumbers;

// TIT-18 HOLD and experience.md: the dose of that day is kept; everything later moves by `days`. Whoever holds, raises
// or resumes a titration has seen the patient: the next review is a review interval later (TIT-11).
Result<Plan> hold(const Plan& plan, Date on, int days, const RuleNumbers& numbers);
// TAP-12 PAUSE: step (from 1) lasts `days` longer; later steps move.
Result<Plan> pauseStep(const Plan& plan, int step, int days);
// TAP-13 (taper) and VIS-10 (titration): back to the step before from `on`. Taper: for some intervals, then down with
// part of the last step, or the same step at a longer interval. Titration: the days of VIS-10, then part of the
// increment and a longer interval.
Result<Plan> stepBack(const Plan& plan, Date on, const RuleNumbers& numbers);
// TIT-18 INCREASE: `to` from `on`, then on to the plan's goal by the increment and interval that its step-backs left
// (VIS-10); at or above the goal the step stays open. Errors: outOfRange for a dose that is not higher,
// dateOutsidePlan, notFound for a taper.
Result<Plan> raiseTo(const Plan& plan, Date on, DailyDose to, const RuleNumbers& numbers);
// What one increase of a titration is now: increment and interval after its step-backs (RND-2, VIS-10).
struct Pace {
    DailyDose increment;
    int intervalDays = 0;
};
Pace paceOf(const Plan& titration, const RuleNumbers& numbers);
// Every step that starts on or after `from` moves by `days` later (negative: earlier, never over an earlier step).
Result<Plan> shift(const Plan& plan, Date from, int days);
// Ends a hold early: the step after the one in force on `on` starts on that day. On the first day of a dose this would
// skip that dose: outOfRange, with the first and last day on which it can be done; in the last step: nothingToResume.
Result<Plan> resume(const Plan& plan, Date on, const RuleNumbers& numbers);
// SPL-6 and the step table: one step gets another split; later steps are made anew from there when `follow` is true
// (titration: generator from the new dose; taper: the same model from the new dose), otherwise they stay.
Result<Plan> changeStep(const Plan& plan, int step, const DoseSplit& split, bool follow, const RuleNumbers& numbers);
// Divides one step in two: the second begins on `on`.
Result<Plan> divideStep(const Plan& plan, Date on);
// The steps of `before` that ended before `day`, the running one closed on the eve, then those of `after` from `day`
// on.
std::vector<Step> joined(const std::vector<Step>& before, const std::vector<Step>& after, Date day);

} // namespace lento::core
