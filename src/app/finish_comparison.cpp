// Old against new for the Finish page, both read from revisions as they stand, or would stand, in the record.
#include "app/plan_drafts.h"
#include "app/planning.h"
#include "core/rules.h"
#include "core/supply.h"

#include <algorithm>

namespace lento::app {

namespace {

std::optional<core::DailyDose> doseOn(const DoseTimeline& timeline, core::Date day) {
    const std::optional<DayDose> found = timeline.on(day);
    return found ? std::optional(found->daily) : std::nullopt;
}

std::optional<core::Date> nextVisit(const core::Plan& plan, const PlanningContext& context) {
    if (plan.steps.empty())
        return std::nullopt;
    const std::vector<core::Date> reviews = core::reviewDates(plan, context.catalogue->numbers());
    const auto next =
        std::find_if(reviews.begin(), reviews.end(), [&](core::Date day) { return day >= context.today; });
    return next == reviews.end() ? std::nullopt : std::optional(*next);
}

// Where the dose changes on or after `from`, given what is taken on the eve: the first step that changes it, and the
// largest difference.
void setChanges(FinishSide& side, const core::Plan& plan, core::Date from, std::optional<core::DailyDose> eve) {
    std::optional<core::DailyDose> before = eve;
    for (const core::Step& step : plan.steps) {
        if (step.span.last && *step.span.last < from)
            continue;
        const core::DailyDose daily = step.daily();
        // The step that is already running changes nothing.
        const bool begins = step.span.first >= from || before != daily;
        if (begins && before.value_or(core::DailyDose{}) != daily) {
            if (!side.firstChange) {
                side.firstChange = step;
                side.firstChange->span.first = std::max(step.span.first, from);
            }
            if (before) {
                const core::DailyDose size = *before > daily ? *before - daily : daily - *before;
                side.largestStep = std::max(side.largestStep.value_or(size), size);
            }
        }
        before = daily;
    }
    if (const core::TaperInputs* taper = plan.taper(); taper != nullptr && side.largestStep && !taper->from.isZero())
        side.largestStepTenths = core::percentTenths(*side.largestStep, taper->from);
}

// From `from` on: for the plan in force the rest of it, for the draft all that it changes.
FinishSide sideOf(const core::Revision& revision, const DoseTimeline& timeline, core::Date from,
                  const PlanningContext& context) {
    FinishSide side;
    side.plan = std::to_string(revision.planNumber) + ", version " + std::to_string(revision.version);
    side.kind = revision.plan.kind();
    side.doseToday = doseOn(timeline, context.today);
    setChanges(side, revision.plan, from, doseOn(timeline, from - 1));
    side.ends = revision.plan.stopDate();
    if (side.ends && *side.ends >= from)
        side.days = *side.ends - from;
    side.supply = core::supplyFor(revision.plan, {from, std::nullopt});
    side.nextVisit = nextVisit(revision.plan, context);
    return side;
}

} // namespace

FinishComparison compareForFinish(const PatientRecord& record, const Draft& draft, const PlanningContext& context) {
    FinishComparison comparison;
    const DoseTimeline now(record);
    if (const core::Revision* active = record.active()) {
        comparison.now = sideOf(*active, now, std::max(active->effectiveFrom, context.today + 1), context);
    } else {
        comparison.now.doseToday = doseOn(now, context.today);
    }
    core::Revision next = revisionOf(draft, record.revisions);
    comparison.next = sideOf(next, DoseTimeline(record, next), draft.effectiveFrom, context);
    comparison.findings = viewOf(std::move(next.plan), context).findings;
    comparison.owed = core::unanswered(comparison.findings, draft.overrides);
    return comparison;
}

} // namespace lento::app
