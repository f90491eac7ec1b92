// VisitAssistant stands beside the visit form: the proposal with its rule and why, the rows that did not match, and the
// clinician's own decision with the reason that it owes.
//
// Nothing is chosen for the clinician: the proposed row is marked, none is taken.
#pragma once

#include "app/visit_assistant.h"
#include "core/decided_visit.h"
#include "gui/workplace.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace lento::gui {

class Card;
class FieldNote;
class FindingCard;

class VisitAssistant : public QWidget {
    Q_OBJECT
public:
    explicit VisitAssistant(const Workplace& workplace, QWidget* parent = nullptr);

    // A visit that is being written; `decided` is what was decided when it was saved before, if it was.
    void begin(const core::DecidedVisit* decided);
    // The proposal for what the form says now; a choice that is still offered stays.
    void assess(const RecordPointer& record, const core::Visit& visit);
    // A stored visit: what was proposed and decided then; nothing for a visit from before proposals were kept.
    void showStored(const core::DecidedVisit* decided);

    const app::VisitAssessment& assessment() const { return *m_assessment; }
    std::optional<core::VisitChoice> choice() const;
    // Proposal, choice, reason and what was asked.
    core::DecidedVisit decided() const;
    // "Save and draft the plan"; whoever shows the assistant gives it its place, always in view.
    QPushButton& actButton() const noexcept { return *m_act; }
    // Says in place what the decision still owes; true when it owes nothing.
    bool check();

Q_SIGNALS:
    void edited();
    void decisionRequested(); // save it, and draft the plan where the choice changes it
    void restartRequested();
    void emergencyCardRequested();
    void printCardRequested();
    void missingValueRequested(const QString& input);
    void ruleRequested(const QString& rule);

private:
    void showProposal();
    void showChoices();
    void showWhatTheChoiceOwes();
    void addCards(const std::vector<core::Finding>& findings);
    std::vector<std::string> askedAbout() const;

    const Workplace& m_workplace;
    RecordPointer m_record;
    core::Visit m_visit;
    std::optional<app::VisitAssessment> m_assessment;
    std::vector<app::OfferedChoice> m_offers;
    std::optional<core::VisitChoice> m_takenUp; // of a visit that is corrected, until it is offered
    core::Finding m_shownRow;
    std::vector<core::Finding> m_shownNotMatched;
    std::vector<core::Finding> m_shownBeside;

    Card* m_proposal;
    QVBoxLayout* m_cards;
    QLabel* m_notMatched;
    QPushButton* m_restart;
    Card* m_decision;
    QVBoxLayout* m_rows;
    QButtonGroup* m_choices;
    QWidget* m_questions;
    std::vector<QCheckBox*> m_asked;
    QLabel* m_reasonCaption;
    QPlainTextEdit* m_reason;
    FieldNote* m_note;
    QLabel* m_stored;
    QPushButton* m_act;
};

} // namespace lento::gui
