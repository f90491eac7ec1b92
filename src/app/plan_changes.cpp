// Hold, step back, shift, resume: the active plan changed by core::plan_change, as a draft.
#include "app/planning.h"

#include <algorithm>

namespace lento::app {

namespace {

core::Failure noActivePlan() {
    return core::failure(core::ErrorCode::notFound, "plan");
}

core::Result<Draft> changed(const core::Revision& active, core::Result<core::Plan> plan, core::Date effectiveFrom,
                            std::vector<core::RuleId> rules) {
    if (!plan)
        return core::failure(plan.error());
    Draft draft;
    draft.patient = active.patient;
    draft.basedOn = active.id;
    draft.activeThen = active.id;
    draft.plan = *std::move(plan);
    draft.effectiveFrom = effectiveFrom;
    draft.rules = std::move(rules);
    draft.overrides = active.overrides;
    return draft;
}

// A whole plan that begins later leaves days empty on which the dose before it goes on.
void fillDaysBefore(core::Plan& plan, core::Date from, const PatientRecord& record) {
    const core::Date first = plan.steps.front().span.first;
    const std::optional<DayDose> eve = DoseTimeline(record).on(from - 1);
    if (first <= from || !eve || eve->daily.isZero())
        return;
    core::Step step;
    step.span = {from, first - 1};
    step.split = eve->split;
    step.reason = core::StepReason::hold;
    plan.steps.insert(plan.steps.begin(), step);
}

} // namespace

core::Result<Draft> draftHold(const PatientRecord& record, core::Date on, int days, const core::RuleNumbers& numbers) {
    const core::Revision* active = record.active();
    if (active == nullptr)
        return noActivePlan();
    const bool taper = active->plan.kind() == core::PlanKind::taper;
    return changed(*active, core::hold(active->plan, on, days, numbers), on, {taper ? "TAP-12" : "TIT-18"});
}

core::Result<Draft> draftStepBack(const PatientRecord& record, core::Date on, const core::RuleNumbers& numbers) {
    const core::Revision* active = record.active();
    if (active == nullptr)
        return noActivePlan();
    const bool taper = active->plan.kind() == core::PlanKind::taper;
    return changed(*active, core::stepBack(active->plan, on, numbers), on, {taper ? "TAP-13" : "VIS-10"});
}

core::Result<Draft> draftShift(const PatientRecord& record, core::Date from, int days) {
    const core::Revision* active = record.active();
    if (active == nullptr)
        return noActivePlan();
    core::Result<core::Plan> shifted = core::shift(active->plan, from, days);
    if (!shifted)
        return core::failure(shifted.error());
    const core::Date firstBefore = active->plan.steps.front().span.first;
    if (from <= firstBefore) {
        // Nothing of it has begun: it moves as a whole.
        const core::Date effectiveFrom = std::min(firstBefore, shifted->steps.front().span.first);
        fillDaysBefore(*shifted, effectiveFrom, record);
        return changed(*active, std::move(shifted), effectiveFrom, {});
    }
    // An earlier first step takes its days from the one before.
    const auto next = std::find_if(active->plan.steps.begin(), active->plan.steps.end(),
                                   [from](const core::Step& step) { return step.span.first >= from; });
    const core::Date firstMoved = next == active->plan.steps.end() ? from : next->span.first;
    return changed(*active, std::move(shifted), std::min(from, firstMoved + days), {});
}

core::Result<Draft> draftResume(const PatientRecord& record, core::Date on, const core::RuleNumbers& numbers) {
    const core::Revision* active = record.active();
    if (active == nullptr)
        return noActivePlan();
    return changed(*active, core::resume(active->plan, on, numbers), on, {});
}

Draft draftNew(const PatientRecord& record, core::Plan plan) {
    Draft draft;
    draft.patient = record.patient.id;
    if (const core::Revision* active = record.active())
        draft.activeThen = active->id;
    if (!plan.steps.empty())
        draft.effectiveFrom = plan.steps.front().span.first;
    draft.plan = std::move(plan);
    return draft;
}

} // namespace lento::app
