// Plan drafts as the clinic file keeps them, and as the revision that they would become.
#pragma once

#include "app/planning.h"
#include "core/plan.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace lento::storage {
class Database;
}

namespace lento::app {

QJsonObject toJson(const Draft& draft);
// Throws storage::StorageError fileDamaged.
Draft planDraftFromJson(const QJsonObject& json);

// Throws storage::StorageError.
std::optional<Draft> readPlanDraft(storage::Database& database, const core::PatientId& patient);

// The draft with its numbers among the others: the next version of the plan that it changes, or the next plan. A plan
// that it changes keeps its past: what ended before effectiveFrom is taken from there (DAT-3). No id.
core::Revision revisionOf(const Draft& draft, const std::vector<core::Revision>& others);

} // namespace lento::app
