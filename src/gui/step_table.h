// StepTable shows the steps of a plan as a table in which a draft's doses and lengths are typed.
#pragma once

#include "gui/card.h"
#include "gui/step_model.h"
#include "gui/theme.h"

class QPushButton;
class QTableView;

namespace lento::gui {

class FieldNote;
class StepDelegate;

class StepTable : public Card {
    Q_OBJECT
public:
    explicit StepTable(QWidget* parent = nullptr);

    // `before`: the dose of the eve; `from`: the first day whose steps may be changed, nothing where none may.
    void setView(const app::PlanView& view, std::optional<core::DailyDose> before, std::optional<core::Date> from);
    void clear();
    // Rows count from 0.
    int currentRow() const;
    void selectRow(int row);
    // Leaves the cell that is being typed in, if `focused` is its editor.
    void leaveEditor(const QWidget* focused);
    void setNote(Tone tone, const QString& words);
    void clearNote();

Q_SIGNALS:
    // Steps count from 1.
    void doseTyped(int step, const lento::core::DoseSplit& split);
    void daysTyped(int step, int days);
    void concentrationRequested();

private:
    void fitColumns(bool sameShape);
    void fitRows();

    QTableView* m_table;
    StepModel* m_model;
    StepDelegate* m_delegate;
    FieldNote* m_note;
    QPushButton* m_concentration;
};

} // namespace lento::gui
