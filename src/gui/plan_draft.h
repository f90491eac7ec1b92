// PlanDraft is the draft being edited on the Plan page: every edit is a new Plan value on an undo stack, checked at
// once and kept in the clinic file within two seconds.
#pragma once

#include "app/planning.h"
#include "gui/finding_card.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace lento::gui {

class PlanDraft : public QObject {
    Q_OBJECT
public:
    // How a draft is kept; given from outside so that a page needs no file to be tested.
    struct Keeping {
        std::function<core::Result<void>(const app::Draft&)> save;
        std::function<core::Result<void>()> discard;
    };

    PlanDraft(app::PlanningContext context, Keeping keeping, QObject* parent = nullptr);

    const app::PlanningContext& context() const noexcept { return m_context; }
    void setContext(app::PlanningContext context);
    void setKeeping(Keeping keeping) { m_keeping = std::move(keeping); }
    bool isOpen() const noexcept { return m_draft.has_value(); }
    // Precondition of all that follows: isOpen().
    const app::Draft& draft() const { return *m_draft; }
    const app::PlanView& view() const { return *m_view; }
    QUndoStack& undoStack() noexcept { return m_undo; }

    // Begins editing with this draft; forgets what could be undone.
    void open(app::Draft draft);
    // Puts the draft away for good.
    core::Result<void> discard();
    // Forgets it without touching what is kept (another patient, or it became the plan).
    void close();
    // Writes now what the timer would write later.
    core::Result<void> keepNow();

    // Edits; each can be undone. Consecutive edits with the same merge number, not 0, become one (a slider that moves).
    core::Result<void> setInputs(const core::PlanInputs& inputs, const core::ProductSet& products, const QString& text,
                                 int merge = 0);
    core::Result<void> setPlan(core::Result<core::Plan> plan, const QString& text);
    // Reasons are kept with the draft but are not steps of editing.
    void setReason(const core::Finding& finding, const GivenReason& given, const std::string& who,
                   const std::string& when);
    // Why the plan is changed, as the Finish page asks; not a step of editing either.
    void setChangeReason(const QString& reason);
    QString reasonFor(const core::Finding& finding) const { return givenFor(finding).reason; }
    GivenReason givenFor(const core::Finding& finding) const;
    std::vector<core::Finding> owed() const;

Q_SIGNALS:
    void changed();
    void keepingFailed(const lento::core::Error& error);

private:
    friend class PlanEdit;
    void show(app::Draft draft);
    void push(app::Draft next, const QString& text, int merge);
    core::Result<void> setPlanMerging(core::Plan plan, const QString& text, int merge);

    app::PlanningContext m_context;
    Keeping m_keeping;
    std::optional<app::Draft> m_draft;
    std::optional<app::PlanView> m_view;
    QUndoStack m_undo;
    QTimer m_keepTimer;
};

} // namespace lento::gui
