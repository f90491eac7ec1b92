#include "app/plan_drafts.h"

#include "app/session.h"
#include "core/plan_change.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"

#include <QJsonArray>

#include <algorithm>

namespace lento::app {

namespace {

using namespace Qt::Literals::StringLiterals;

QString qText(const std::string& text) {
    return QString::fromStdString(text);
}

std::optional<core::RevisionId> optionalRevision(const QJsonObject& json, QLatin1StringView key) {
    const std::string id = json.value(key).toString().toStdString();
    return id.empty() ? std::nullopt : std::optional(core::RevisionId(id));
}

const core::Revision* find(const std::vector<core::Revision>& revisions, const core::RevisionId& id) {
    const auto found =
        std::find_if(revisions.begin(), revisions.end(), [&](const core::Revision& each) { return each.id == id; });
    return found == revisions.end() ? nullptr : &*found;
}

// All of a draft but what it was drafted against.
core::Revision holding(const Draft& draft) {
    core::Revision revision;
    revision.patient = draft.patient;
    revision.plan = draft.plan;
    revision.effectiveFrom = draft.effectiveFrom;
    revision.reason = draft.reason;
    revision.rules = draft.rules;
    revision.overrides = draft.overrides;
    return revision;
}

} // namespace

// A Revision's JSON holds all of a draft but what it was drafted against.
QJsonObject toJson(const Draft& draft) {
    core::Revision revision = holding(draft);
    QJsonObject json;
    json.insert("revision"_L1, storage::toJson(revision));
    if (draft.basedOn)
        json.insert("based_on"_L1, qText(draft.basedOn->text()));
    if (draft.activeThen)
        json.insert("active_then"_L1, qText(draft.activeThen->text()));
    return json;
}

Draft planDraftFromJson(const QJsonObject& json) {
    core::Revision revision = storage::revisionFromJson(json.value("revision"_L1).toObject());
    Draft draft;
    draft.patient = revision.patient;
    draft.basedOn = optionalRevision(json, "based_on"_L1);
    draft.activeThen = optionalRevision(json, "active_then"_L1);
    draft.plan = std::move(revision.plan);
    draft.effectiveFrom = revision.effectiveFrom;
    draft.reason = std::move(revision.reason);
    draft.rules = std::move(revision.rules);
    draft.overrides = std::move(revision.overrides);
    return draft;
}

std::optional<Draft> readPlanDraft(storage::Database& database, const core::PatientId& patient) {
    const auto kept = storage::DraftStore(database).find(patient, storage::DraftKind::plan);
    if (!kept)
        return std::nullopt;
    return planDraftFromJson(storage::jsonObject(kept->payload));
}

core::Revision revisionOf(const Draft& draft, const std::vector<core::Revision>& others) {
    core::Revision revision = holding(draft);
    revision.replaces = draft.activeThen;
    for (const core::Revision& other : others) {
        if (other.status != core::RevisionStatus::draft)
            revision.planNumber = std::max(revision.planNumber, other.planNumber + 1);
    }
    if (const core::Revision* changed = draft.basedOn ? find(others, *draft.basedOn) : nullptr) {
        revision.planId = changed->planId;
        revision.planNumber = changed->planNumber;
        revision.replaces = changed->id;
        for (const core::Revision& other : others) {
            if (other.planId == changed->planId && other.status != core::RevisionStatus::draft)
                revision.version = std::max(revision.version, other.version + 1);
        }
        revision.plan.steps = core::joined(changed->plan.steps, draft.plan.steps, draft.effectiveFrom);
    }
    return revision;
}

core::Result<void> saveDraft(Session& session, const Draft& draft) {
    const auto saved = session.perform(
        Operation::saveDraft, {draft.patient, {}}, [&](storage::Database& database) -> core::Result<void> {
            storage::DraftStore(database).save(
                {draft.patient, storage::DraftKind::plan, storage::jsonText(toJson(draft)), session.nowUtc()});
            return {};
        });
    return saved ? core::Result<void>() : core::failure(saved.error());
}

core::Result<std::optional<Draft>> loadDraft(Session& session, const core::PatientId& patient) {
    return session.read([&](storage::Database& database) { return readPlanDraft(database, patient); });
}

core::Result<void> discardDraft(Session& session, const core::PatientId& patient) {
    const auto discarded =
        session.perform(Operation::discardDraft, {patient, {}}, [&](storage::Database& database) -> core::Result<void> {
            storage::DraftStore(database).remove(patient, storage::DraftKind::plan);
            return {};
        });
    return discarded ? core::Result<void>() : core::failure(discarded.error());
}

} // namespace lento::app
