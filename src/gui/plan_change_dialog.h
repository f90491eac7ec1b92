// PlanChangeDialog asks the one or two things that a hold, a step-back, a shift or a resumption of the active plan
// needs, and shows what will come of it before it is drafted.
#pragma once

#include "app/planning.h"
#include "app/timeline.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lento::gui {

class DateEdit;
class FieldNote;
class WholeNumberEdit;

class PlanChangeDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind { hold, stepBack, shift, resume };
    // Makes the change from a day and a number of days (unused by step-back and resume).
    using Change = std::function<core::Result<app::Draft>(core::Date on, int days)>;

    PlanChangeDialog(Kind kind, const app::DoseTimeline& timeline, core::Date today, Change change,
                     QWidget* parent = nullptr);

    // Valid after accept(): the draft, with the reason that was typed.
    const app::Draft& draft() const { return *m_draft; }

private:
    void preview();
    void accept() override;

    Kind m_kind;
    Change m_change;
    DateEdit* m_on;
    WholeNumberEdit* m_days;
    QPlainTextEdit* m_reason;
    QLabel* m_preview;
    FieldNote* m_note;
    QPushButton* m_ok;
    std::optional<app::Draft> m_draft;
};

} // namespace lento::gui
