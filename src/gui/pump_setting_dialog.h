// PumpSettingDialog records what was programmed: dose, mode, phase, beside what it was and what it may come to.
#pragma once

#include "gui/pump_entry_dialog.h"

class QCheckBox;

namespace lento::gui {

class ClockEdit;
class DateEdit;
class Field;
class FlexDayEdit;
class PumpBolusEdit;
class PumpDoseEdit;
class SegmentedControl;
class WholeNumberEdit;

class PumpSettingDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    PumpSettingDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant,
                      QWidget* parent);

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    core::PumpMode mode() const;
    std::optional<core::PumpDose> daily() const;
    // Nothing while a field cannot be read.
    std::optional<core::PumpSetting> typed() const;

    core::PumpImplant m_implant;
    DateEdit* m_on;
    ClockEdit* m_at;
    SegmentedControl* m_phase;
    SegmentedControl* m_mode;
    PumpDoseEdit* m_daily;
    Field* m_dailyField;
    FlexDayEdit* m_flex;
    Field* m_flexField;
    PumpBolusEdit* m_bolus;
    Field* m_bolusField;
    WholeNumberEdit* m_count;
    Field* m_countField;
    QCheckBox* m_sideEffects;
    QLabel* m_sides; // old against new
};

} // namespace lento::gui
