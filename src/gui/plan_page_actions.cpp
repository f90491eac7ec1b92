// What the page of the plan begins and ends: a new draft, a change of the plan in force, the preview and Finish.
#include "app/timeline.h"
#include "gui/concentration_flow.h"
#include "gui/dialog_host.h"
#include "gui/finish_dialog.h"
#include "gui/plan_controls.h"
#include "gui/plan_page.h"
#include "gui/step_table.h"
#include "gui/typed_edit.h"
#include "wording/quantities.h"

#include <algorithm>

namespace lento::gui {

void PlanPage::settle() {
    QWidget* at = focusWidget();
    if (!at)
        return;
    if (m_steps->isAncestorOf(at))
        m_steps->leaveEditor(at);
    else if (auto* edit = qobject_cast<TypedEdit*>(at); edit && m_controls->isAncestorOf(edit))
        edit->commit();
}

bool PlanPage::mayReplaceDraft() {
    return !m_draft->isOpen() ||
           workplace().dialogs.confirm(this, tr("Replace this draft?"),
                                       tr("A draft of a plan is open. It cannot be brought back once a new one is "
                                          "begun; the plan in force stays as it is."),
                                       tr("Replace draft"));
}

void PlanPage::openDraft(const app::Draft& draft) {
    if (mayReplaceDraft())
        m_draft->open(draft);
}

// FRM-1: nothing that the clinic does not offer is proposed, so that it may have to choose first.
bool PlanPage::hasProductsToBeginWith() {
    const auto offered = [this] { return !app::usualProducts(m_draft->context()).quantum().isZero(); };
    if (offered())
        return true;
    if (!workplace().dialogs.confirm(this, tr("Which products are there?"),
                                     tr("This clinic offers no product with which treatment can begin. Tick in its "
                                        "settings what your pharmacy has, or add it there."),
                                     tr("Choose products…")))
        return false;
    Q_EMIT clinicProductsRequested();
    return offered();
}

void PlanPage::newTitration() {
    if (!hasProductsToBeginWith() || !mayReplaceDraft())
        return;
    const app::PlanningContext& context = m_draft->context();
    const core::Protocol& protocol = app::proposedProtocol(context);
    const core::ProductSet products = app::productsFor(protocol, app::usualProducts(context), *context.catalogue);
    // A child's doses hang on its weight: nothing is guessed without it (PED-1).
    if (const core::Result<void> known = app::canDose(context, protocol); !known) {
        workplace().dialogs.tell(this, known.error());
        return;
    }
    core::Result<app::PlanView> view =
        app::plan(app::proposedTitration(context, protocol, context.today + 1, products), products, context);
    if (!view) {
        workplace().dialogs.tell(this, view.error());
        return;
    }
    m_draft->open(app::draftNew(*m_record, std::move(view->plan)));
}

void PlanPage::newTaper() {
    if (!hasProductsToBeginWith() || !mayReplaceDraft())
        return;
    const app::PlanningContext& context = m_draft->context();
    core::Result<app::PlanView> view =
        app::plan(app::proposedTaper(context, context.today + 1), app::usualProducts(context), context);
    if (!view) {
        workplace().dialogs.tell(this, view.error());
        return;
    }
    m_draft->open(app::draftNew(*m_record, std::move(view->plan)));
}

void PlanPage::change(PlanChangeDialog::Kind kind) {
    using Kind = PlanChangeDialog::Kind;
    if (!mayReplaceDraft())
        return;
    const auto make = [this, kind](core::Date on, int days) -> core::Result<app::Draft> {
        switch (kind) {
        case Kind::hold:
            return app::draftHold(*m_record, on, days, workplace().catalogue.numbers());
        case Kind::stepBack:
            return app::draftStepBack(*m_record, on, workplace().catalogue.numbers());
        case Kind::shift:
            return app::draftShift(*m_record, on, days);
        case Kind::resume:
            return app::draftResume(*m_record, on, workplace().catalogue.numbers());
        }
        return core::failure(core::ErrorCode::notFound);
    };
    PlanChangeDialog dialog(kind, app::DoseTimeline(*m_record), workplace().today(), make, this);
    if (workplace().dialogs.run(dialog) == QDialog::Accepted)
        m_draft->open(dialog.draft());
}

void PlanPage::hold() {
    change(PlanChangeDialog::Kind::hold);
}

void PlanPage::stepBack() {
    change(PlanChangeDialog::Kind::stepBack);
}

void PlanPage::shift() {
    change(PlanChangeDialog::Kind::shift);
}

void PlanPage::resume() {
    change(PlanChangeDialog::Kind::resume);
}

void PlanPage::undo() {
    m_draft->undoStack().undo();
}

void PlanPage::redo() {
    m_draft->undoStack().redo();
}

void PlanPage::discard() {
    if (!workplace().dialogs.confirm(this, tr("Discard this draft?"),
                                     tr("The plan in force stays as it is. The draft cannot be brought back."),
                                     tr("Discard draft")))
        return;
    if (const core::Result<void> gone = m_draft->discard(); !gone)
        workplace().dialogs.tell(this, gone.error());
    else
        showPlanInForce();
}

void PlanPage::preview() {
    settle();
    if (!m_draft->isOpen() || (m_controls->isVisibleTo(this) && !m_controls->check()))
        return; // the words stand there
    keepDraft();
    Q_EMIT previewRequested(draftRevision());
}

void PlanPage::showConcentration() {
    settle();
    const core::Revision* inForce = m_record->active() ? m_record->active() : m_record->inForceOn(workplace().today());
    if (!m_draft->isOpen() && !inForce)
        return;
    const core::Plan& plan = m_draft->isOpen() ? m_draft->draft().plan : inForce->plan;
    const auto row = static_cast<std::size_t>(std::max(0, m_steps->currentRow()));
    if (row >= plan.steps.size())
        return;
    const core::Step& step = plan.steps[row];
    if (step.daily().isZero()) {
        m_steps->setNote(Tone::neutral, tr("Nothing is taken in this step, so there is no curve."));
        return;
    }
    m_steps->clearNote();
    gui::showConcentration(
        workplace(), [this] { return m_record; },
        {tr("Step %1, %2").arg(row + 1).arg(wording::dailyText(step.daily())), step.split},
        [this](const QString& field) { Q_EMIT patientEditRequested(field); }, this);
}

void PlanPage::useAlternative(const QModelIndex& index) {
    if (!index.isValid() || !m_draft->isOpen())
        return;
    // A copy: the model is filled anew while the plan changes.
    if (m_alternatives->at(index.row()).chosen)
        return;
    const core::PlanInputs inputs = m_alternatives->at(index.row()).inputs;
    use(m_draft->setInputs(inputs, m_draft->draft().plan.products, tr("Use another plan")));
}

void PlanPage::finish() {
    settle();
    if (!m_draft->isOpen() || (m_controls->isVisibleTo(this) && !m_controls->check()))
        return; // the words stand there
    keepDraft();
    app::Session& session = workplace().session;
    FinishDialog dialog(
        *m_record, *m_draft, workplace().catalogue, session.userName(), [&session] { return session.nowUtc(); }, this);
    connect(&dialog, &FinishDialog::ruleRequested, this, &PatientPage::ruleRequested);
    workplace().dialogs.run(dialog);
    const FinishDialog::Choice choice = dialog.choice();
    m_draft->setChangeReason(dialog.reasonForChange());
    if (choice == FinishDialog::Choice::keepDraft) {
        showDraft(); // with the reasons written
        keepDraft();
        return;
    }
    if (choice != FinishDialog::Choice::makePlan && choice != FinishDialog::Choice::makePlanAndPrint) {
        showDraft(); // reasons may have been written
        if (dialog.stepToShow())
            m_steps->selectRow(*dialog.stepToShow() - 1);
        return;
    }
    const core::Result<core::Revision> made = app::makeActive(session, m_draft->draft(), m_draft->context());
    if (!made) {
        showDraft();
        workplace().dialogs.tell(this, made.error());
        return;
    }
    m_draft->close();
    Q_EMIT recordChanged();
    if (choice == FinishDialog::Choice::makePlanAndPrint)
        Q_EMIT printRequested();
    else
        Q_EMIT pageRequested(PageId::overview);
}

} // namespace lento::gui
