// FinishDialog sets the new plan against the one in force, asks for each reason still owed, and makes nothing active by
// itself.
#pragma once

#include "app/planning.h"
#include "core/patient.h"

#include <QDialog>

#include <functional>
#include <optional>
#include <string>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace lento::gui {

class FieldNote;
class PlanDraft;

class FinishDialog : public QDialog {
    Q_OBJECT
public:
    enum class Choice { back, keepDraft, makePlan, makePlanAndPrint };

    // signer: who writes the reasons. now: UTC text of the moment, asked when a reason is written.
    FinishDialog(const app::PatientRecord& record, PlanDraft& draft, const content::Catalogue& catalogue,
                 std::string signer, std::function<std::string()> now, QWidget* parent = nullptr);

    Choice choice() const noexcept { return m_choice; }
    QString reasonForChange() const;
    // The step that a check led to, from 1, after Back.
    std::optional<int> stepToShow() const noexcept { return m_stepToShow; }

protected:
    // Enter goes on to the next field and never makes a plan; Escape is Back.
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void ruleRequested(const QString& rule);

private:
    void addRow(QGridLayout& grid, const QString& name, const QString& now, const QString& next,
                const QString& remark = {});
    void countAnswers();
    bool secondNameOwed(const std::vector<core::Finding>& owed) const;
    void choose(Choice choice);

    PlanDraft& m_draft;
    std::string m_signer;
    std::function<std::string()> m_now;
    bool m_replaces = false; // a plan in force, or one that was made active and only begins later
    Choice m_choice = Choice::back;
    std::optional<int> m_stepToShow;
    QLineEdit* m_reason = nullptr;
    QLabel* m_count = nullptr;
    FieldNote* m_note = nullptr;
};

} // namespace lento::gui
