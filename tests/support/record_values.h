// Records as the tests of app write them: a plan at a time, without a file.
#pragma once

#include "app/record.h"
#include "plan_values.h"

#include <string>
#include <utility>

namespace lento::test {

// A revision that was made active after those already in the record.
inline core::Revision& addRevision(app::PatientRecord& record, core::Plan plan, std::string_view effectiveFrom = {},
                                   core::RevisionStatus status = core::RevisionStatus::active) {
    for (core::Revision& earlier : record.revisions) {
        if (status == core::RevisionStatus::active && earlier.status == core::RevisionStatus::active)
            earlier.status = core::RevisionStatus::superseded;
    }
    core::Revision revision;
    revision.id = core::RevisionId("revision-" + std::to_string(record.revisions.size() + 1));
    revision.planId = core::PlanId("plan-" + std::to_string(record.revisions.size() + 1));
    revision.planNumber = static_cast<int>(record.revisions.size()) + 1;
    revision.patient = record.patient.id;
    revision.status = status;
    revision.effectiveFrom = effectiveFrom.empty() ? plan.steps.front().span.first : date(effectiveFrom);
    revision.plan = std::move(plan);
    return record.revisions.emplace_back(std::move(revision));
}

// One dose a day from `first` on, open.
inline core::Plan steady(std::string_view first, std::string_view mg, std::string_view set = "TAB10") {
    core::TitrationInputs inputs = titration(first, mg, "5", 7, mg);
    return planned(inputs, set);
}

inline core::Dispensed handedOut(std::string_view on, std::string_view product, std::int64_t tablets) {
    core::Dispensed dispensed;
    dispensed.on = date(on);
    dispensed.productId = std::string(product);
    dispensed.tablets = tablets;
    return dispensed;
}

} // namespace lento::test
