#include "app/sheet_facts.h"

#include "app/planning.h"
#include "app/session.h"
#include "app/timeline.h"
#include "core/rules.h"
#include "storage/plan_store.h"

#include <algorithm>

namespace lento::app {

const core::Revision* revisionToPrint(const PatientRecord& record, core::Date today) {
    const core::Revision* active = record.active();
    return active != nullptr ? active : record.inForceOn(today);
}

SheetFacts sheetFacts(const PatientRecord& record, const core::Revision& revision, const core::RuleNumbers& numbers,
                      core::Date today) {
    SheetFacts facts;
    if (revision.replaces) {
        const auto found = std::ranges::find(record.revisions, *revision.replaces, &core::Revision::id);
        facts.replaced = found == record.revisions.end() ? nullptr : &*found;
    }
    facts.reviews = core::reviewDates(revision.plan, numbers);
    const core::Date begins = std::max(today, revision.effectiveFrom);
    if (const auto eve = DoseTimeline(record).on(begins - 1))
        facts.doseBefore = eve->daily;
    return facts;
}

namespace {

// steps: a step of the plan is still to come, which this choice would put off.
bool changesThePlan(core::VisitChoice choice, bool steps) {
    switch (choice) {
    case core::VisitChoice::stepBack:
    case core::VisitChoice::stopAndTaper:
    case core::VisitChoice::increase:
    case core::VisitChoice::taperLower:
        return true;
    case core::VisitChoice::hold:
    case core::VisitChoice::maintain:
        return steps;
    case core::VisitChoice::emergency:
    case core::VisitChoice::continueTaper:
    case core::VisitChoice::referForPump:
        return false;
    }
    return false;
}

} // namespace

// rule: VIS-13
VisitSheetFacts visitSheetFacts(const PatientRecord& record, const core::Visit& visit, const core::RuleNumbers& numbers,
                                core::Date today) {
    VisitSheetFacts facts;
    for (const core::Visit& each : record.visits)
        if (!each.draft && each.on < visit.on && (!facts.before || each.on >= facts.before->on))
            facts.before = &each;
    facts.decided = record.decisionOf(visit.id);
    const core::Revision* active = record.active();
    const DoseTimeline timeline(record);
    facts.taken = timeline.on(today);
    std::optional<DayDose> next = timeline.nextChangeAfter(today);
    while (next && facts.taken && next->daily == facts.taken->daily) // only the times of day change
        next = timeline.nextChangeAfter(next->on);
    facts.next = next;
    if (facts.decided && facts.decided->choice && changesThePlan(*facts.decided->choice, facts.next.has_value())) {
        const core::Revision* now = revisionToPrint(record, today);
        facts.newCalendarToCome = !now || (visit.revisionInForce && now->id == *visit.revisionInForce);
    }
    if (active) {
        const std::vector<core::Date> reviews = core::reviewDates(active->plan, numbers);
        const auto later =
            std::ranges::find_if(reviews, [&](core::Date day) { return day > visit.on && day >= today; });
        if (later != reviews.end())
            facts.nextReview = *later;
    }
    const bool treated = facts.taken && !facts.taken->daily.isZero();
    if (!facts.nextReview && treated)
        facts.nextReview = std::max(visit.on + numbers.mon2.reviewAfterDays, today);
    return facts;
}

core::Result<std::vector<core::Finding>> findingsOf(Session& session, const PatientRecord& record,
                                                    const core::Revision& revision, const content::Catalogue& catalogue,
                                                    core::Date today) {
    if (revision.status == core::RevisionStatus::draft)
        return viewOf(revision.plan, planningContext(catalogue, record, today)).findings;
    return session.read(
        [&](storage::Database& database) { return storage::PlanStore(database).findings(revision.id).findings; });
}

} // namespace lento::app
