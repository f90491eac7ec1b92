// PumpTrialDialog records a screening trial, bolus by bolus: what was given and when, what was measured before it and
// 1, 2, 4, 6 and 8 hours later, and what may follow (ITB-1 to ITB-5).
//
// It opens on the last bolus while that is not judged yet, otherwise on the next one.
#pragma once

#include "gui/pump_entry_dialog.h"

class QLabel;

namespace lento::gui {

class ClockEdit;
class DateEdit;
class FieldNote;
class PumpBolusEdit;
class PumpTrialChart;
class SegmentedControl;
class TenthsEdit;
class WholeNumberEdit;

class PumpTrialDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    // trial: one that is under way; nothing for a new one.
    PumpTrialDialog(const Workplace& workplace, RecordPointer record, const core::PumpTrial* trial, QWidget* parent);

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    struct Row {
        int hours = 0;
        TenthsEdit* mas = nullptr;
        WholeNumberEdit* pulse = nullptr;
        WholeNumberEdit* systolic = nullptr;
        WholeNumberEdit* diastolic = nullptr;
        WholeNumberEdit* breaths = nullptr;
        WholeNumberEdit* saturation = nullptr;
    };
    QWidget* makeRows();
    void arrange();
    void fill();
    // The trial as typed; nothing while day, time or dose cannot be read.
    std::optional<core::PumpTrial> typed() const;

    core::PumpTrial m_before; // without the bolus that is typed
    std::optional<core::ScreeningBolus> m_shown;
    DateEdit* m_on;
    ClockEdit* m_at;
    SegmentedControl* m_first; // of the usual first bolus or the smallest (ITB-1)
    PumpBolusEdit* m_dose;
    SegmentedControl* m_infection;
    SegmentedControl* m_body;
    QList<Row> m_rows;
    SegmentedControl* m_goal;
    SegmentedControl* m_negative;
    TenthsEdit* m_effect; // hours
    SegmentedControl* m_outcome;
    FieldNote* m_rowProblem; // of the table, whose lines have no room for one each
    QLabel* m_proposal;
    PumpTrialChart* m_chart;
};

} // namespace lento::gui
