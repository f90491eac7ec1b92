#include "app/sheet_facts.h"

#include "app/timeline.h"
#include "core/rules.h"

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

} // namespace lento::app
