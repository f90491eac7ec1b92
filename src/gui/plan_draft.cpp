#include "gui/plan_draft.h"

#include "core/rules.h"

#include <QUndoCommand>

#include <algorithm>
#include <chrono>

namespace lento::gui {

namespace {
// Well inside the two seconds that a crash may cost.
constexpr std::chrono::milliseconds keepAfter{1000};
} // namespace

// One edit: the draft before and after.
class PlanEdit : public QUndoCommand {
public:
    PlanEdit(PlanDraft& owner, app::Draft before, app::Draft after, const QString& text, int merge)
        : QUndoCommand(text)
        , m_owner(owner)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_merge(merge) {}

    void undo() override { m_owner.show(withReasons(m_before)); }
    void redo() override { m_owner.show(withReasons(m_after)); }
    int id() const override { return m_merge == 0 ? -1 : m_merge; }
    bool mergeWith(const QUndoCommand* other) override {
        m_after = static_cast<const PlanEdit*>(other)->m_after;
        return true;
    }

private:
    // Reasons written meanwhile stay: they hold by fingerprint or for the change as a whole, not by place in the stack.
    app::Draft withReasons(app::Draft draft) const {
        if (m_owner.m_draft) {
            draft.overrides = m_owner.m_draft->overrides;
            draft.reason = m_owner.m_draft->reason;
        }
        return draft;
    }

    PlanDraft& m_owner;
    app::Draft m_before;
    app::Draft m_after;
    int m_merge;
};

PlanDraft::PlanDraft(app::PlanningContext context, Keeping keeping, QObject* parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_keeping(std::move(keeping)) {
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfter);
    connect(&m_keepTimer, &QTimer::timeout, this, [this] {
        if (const core::Result<void> kept = keepNow(); !kept)
            Q_EMIT keepingFailed(kept.error());
    });
}

void PlanDraft::setContext(app::PlanningContext context) {
    m_context = std::move(context);
    if (m_draft) {
        m_view = app::viewOf(m_draft->plan, m_context);
        Q_EMIT changed();
    }
}

void PlanDraft::open(app::Draft draft) {
    m_undo.clear();
    show(std::move(draft));
}

core::Result<void> PlanDraft::discard() {
    if (const core::Result<void> gone = m_keeping.discard(); !gone)
        return gone;
    close();
    return {};
}

void PlanDraft::close() {
    m_keepTimer.stop();
    m_undo.clear();
    m_draft.reset();
    m_view.reset();
    Q_EMIT changed();
}

core::Result<void> PlanDraft::keepNow() {
    m_keepTimer.stop();
    return m_draft ? m_keeping.save(*m_draft) : core::Result<void>();
}

void PlanDraft::show(app::Draft draft) {
    m_view = app::viewOf(draft.plan, m_context);
    m_draft = std::move(draft);
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
    Q_EMIT changed();
}

void PlanDraft::push(app::Draft next, const QString& text, int merge) {
    m_undo.push(new PlanEdit(*this, *m_draft, std::move(next), text, merge));
}

core::Result<void> PlanDraft::setInputs(const core::PlanInputs& inputs, const core::ProductSet& products,
                                        const QString& text, int merge) {
    core::Result<app::PlanView> planned = app::plan(inputs, products, m_context);
    if (!planned)
        return core::failure(planned.error());
    return setPlanMerging(std::move(planned->plan), text, merge);
}

core::Result<void> PlanDraft::setPlan(core::Result<core::Plan> plan, const QString& text) {
    if (!plan)
        return core::failure(plan.error());
    return setPlanMerging(*std::move(plan), text, 0);
}

core::Result<void> PlanDraft::setPlanMerging(core::Plan plan, const QString& text, int merge) {
    if (plan == m_draft->plan)
        return {}; // nothing to undo
    app::Draft next = *m_draft;
    next.plan = std::move(plan);
    if (!next.basedOn)
        next.effectiveFrom = next.plan.steps.front().span.first;
    push(std::move(next), text, merge);
    return {};
}

void PlanDraft::setReason(const core::Finding& finding, const GivenReason& given, const std::string& who,
                          const std::string& when) {
    const std::uint64_t fingerprint = finding.fingerprint();
    auto& overrides = m_draft->overrides;
    std::erase_if(overrides, [&](const core::Override& each) { return each.fingerprint == fingerprint; });
    const QString reason = given.reason.trimmed();
    const QString second = given.secondName.trimmed();
    if (!reason.isEmpty() || !second.isEmpty())
        overrides.push_back({finding.rule, fingerprint, reason.toStdString(), who, when, second.toStdString()});
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void PlanDraft::setChangeReason(const QString& reason) {
    m_draft->reason = reason.trimmed().toStdString();
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

GivenReason PlanDraft::givenFor(const core::Finding& finding) const {
    const auto& overrides = m_draft->overrides;
    const auto found = std::ranges::find(overrides, finding.fingerprint(), &core::Override::fingerprint);
    if (found == overrides.end())
        return {};
    return {QString::fromStdString(found->reason), QString::fromStdString(found->secondName)};
}

std::vector<core::Finding> PlanDraft::owed() const {
    return core::unanswered(m_view->findings, m_draft->overrides);
}

} // namespace lento::gui
