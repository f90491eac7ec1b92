// PlanPage is where a titration or taper is made and the running plan is changed: controls, steps, comparison, checks,
// chart.
//
// Nothing on it is in force until the Finish page says so. Without a draft it shows the plan in force, which cannot be
// edited here.
#pragma once

#include "gui/alternatives_model.h"
#include "gui/patient_page.h"
#include "gui/plan_change_dialog.h"
#include "gui/plan_draft.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace lento::gui {

class DoseChart;
class FieldNote;
class FindingsPanel;
class PlanControls;
class StepTable;

class PlanPage : public PatientPage {
    Q_OBJECT
public:
    explicit PlanPage(const Workplace& workplace, QWidget* parent = nullptr);
    ~PlanPage() override;

    void setRecord(RecordPointer record) override;
    void keepDraft() override;
    QUndoStack* undoStack() override { return &m_draft->undoStack(); }

    PlanDraft& draft() noexcept { return *m_draft; }
    // The draft as the revision that it would become, for charts and the preview.
    core::Revision draftRevision() const;

public Q_SLOTS:
    // Begins editing a draft made elsewhere; asks before it takes the place of one that is open.
    void openDraft(const lento::app::Draft& draft);
    void newTitration();
    void newTaper();
    void hold();
    void stepBack();
    void shift();
    void resume();
    void undo();
    void redo();
    void discard();
    void preview();
    void finish();
    // What the chosen step's doses are expected to come to over the day (PK-2).
    void showConcentration();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTables();
    QWidget* makeButtons();
    void showDraft();
    void showUse(const std::vector<core::Finding>& findings);
    void showPlanInForce();
    void showChart(const core::Revision* draft);
    void change(PlanChangeDialog::Kind kind);
    // Takes over what stands in the field or cell that is being typed in.
    void settle();
    // False when an open draft shall stay.
    bool mayReplaceDraft();
    bool hasProductsToBeginWith();
    std::optional<core::DailyDose> doseBefore(const core::Plan& plan) const;
    QString reasonGiven(const core::Revision& revision, const core::Finding& finding) const;
    void useAlternative(const QModelIndex& index);
    // Words for what was refused: of the controls, of the step table.
    void use(const core::Result<void>& done);
    void useStep(const core::Result<void>& done);
    void colour();

    RecordPointer m_record;
    PlanDraft* m_draft;
    QLabel* m_state;
    FieldNote* m_use; // off-label
    PlanControls* m_controls;
    StepTable* m_steps;
    QTableView* m_compare;
    AlternativesModel* m_alternatives;
    QWidget* m_compareCard = nullptr;
    FindingsPanel* m_findings;
    DoseChart* m_chart;
    QWidget* m_empty;
    QStackedWidget* m_either;
    QList<QPushButton*> m_draftButtons;
    QList<QPushButton*> m_planButtons;
};

} // namespace lento::gui
