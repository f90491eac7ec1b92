// The one way in which a draft becomes the plan.
#include "app/plan_drafts.h"
#include "app/planning.h"
#include "app/session.h"
#include "core/blank_text.h"
#include "core/rules.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/plan_store.h"

#include <algorithm>

namespace lento::app {

namespace {

const core::Revision* activeOf(const std::vector<core::Revision>& history) {
    const auto found = std::find_if(history.rbegin(), history.rend(), [](const core::Revision& revision) {
        return revision.status == core::RevisionStatus::active;
    });
    return found == history.rend() ? nullptr : &*found;
}

bool isStillActive(const std::optional<core::RevisionId>& expected, const core::Revision* active) {
    return !expected || (active != nullptr && active->id == *expected);
}

// DAT-3: a day before today that some plan has filled is frozen.
bool changesPast(const Draft& draft, const std::vector<core::Revision>& history, core::Date today) {
    if (draft.effectiveFrom >= today)
        return false;
    PatientRecord past;
    past.revisions = history;
    const DoseTimeline timeline(past);
    return std::any_of(timeline.stretches().begin(), timeline.stretches().end(), [&](const Stretch& stretch) {
        return !stretch.split.total().isZero() && stretch.span.first < today &&
               (!stretch.span.last || *stretch.span.last >= draft.effectiveFrom);
    });
}

// The reasons that answer something, signed.
std::vector<core::Override> signedOverrides(const std::vector<core::Override>& given,
                                            const std::vector<core::Finding>& findings, const Session& session) {
    std::vector<core::Override> kept;
    for (core::Override reason : given) {
        const bool answers = std::any_of(findings.begin(), findings.end(), [&](const core::Finding& finding) {
            return finding.rule == reason.rule && finding.fingerprint() == reason.fingerprint;
        });
        if (!answers || core::isBlank(reason.reason))
            continue;
        if (reason.who.empty())
            reason.who = session.userName();
        if (reason.when.empty())
            reason.when = session.nowUtc();
        kept.push_back(std::move(reason));
    }
    return kept;
}

core::Result<void> checkAnswered(const std::vector<core::Finding>& findings,
                                 const std::vector<core::Override>& overrides) {
    for (const core::Finding& owed : core::unanswered(findings, overrides)) {
        const std::vector<std::string> rule{std::string(owed.rule.text())};
        if (owed.action == core::Action::hard)
            return core::failure(core::ErrorCode::limitHard, {}, rule);
        // The reason is there, but nobody stands behind it beside the one who gave it.
        const std::uint64_t fingerprint = owed.fingerprint();
        const bool reasoned = std::any_of(overrides.begin(), overrides.end(), [&](const core::Override& given) {
            return given.rule == owed.rule && given.fingerprint == fingerprint;
        });
        return core::failure(reasoned ? core::ErrorCode::secondNameMissing : core::ErrorCode::reasonMissing, {}, rule);
    }
    return {};
}

} // namespace

core::Result<core::Revision> makeActive(Session& session, const Draft& draft, const PlanningContext& context) {
    if (draft.plan.steps.empty())
        return core::failure(core::ErrorCode::missingField, "steps");
    core::Revision made;
    const auto work = [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
        storage::PlanStore plans(database);
        const std::vector<core::Revision> history = plans.history(draft.patient);
        const core::Revision* active = activeOf(history);
        if (!isStillActive(draft.basedOn, active) || !isStillActive(draft.activeThen, active))
            return core::failure(core::ErrorCode::recordChanged, "plan");
        if (changesPast(draft, history, context.today))
            return core::failure(core::ErrorCode::dateInPast, "effective_from", {draft.effectiveFrom.iso()});

        made = revisionOf(draft, history);
        const std::vector<core::Finding> findings = viewOf(made.plan, context).findings;
        made.overrides = signedOverrides(draft.overrides, findings, session);
        if (const core::Result<void> answered = checkAnswered(findings, made.overrides); !answered)
            return answered;

        made.id = session.newId<core::RevisionId>();
        if (made.planId.isNull())
            made.planId = session.newId<core::PlanId>();
        made.replaces = active != nullptr ? std::optional(active->id) : std::nullopt;
        made.author = session.userName();
        made.createdAt = session.nowUtc();

        note.subject = made.id.text();
        if (active != nullptr)
            note.before = storage::jsonText(storage::toJson(*active));
        plans.insert(made);
        plans.activate({made.id,
                        made.rowVersion,
                        session.userName(),
                        session.nowUtc(),
                        {context.catalogue->ruleSetVersion(), findings}});
        storage::DraftStore(database).remove(draft.patient, storage::DraftKind::plan);
        made = plans.load(made.id);
        note.after = storage::jsonText(storage::toJson(made));
        return {};
    };
    const auto performed = session.perform(Operation::activatePlan, {draft.patient, draft.reason}, work);
    if (!performed)
        return core::failure(performed.error());
    return made;
}

} // namespace lento::app
