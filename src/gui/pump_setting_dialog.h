// PumpSettingDialog records what was programmed: dose, mode, phase, beside what it was and what it may come to, drawn
// hour by hour while it is typed. In flex mode the daily dose is typed as well, so that one proves the other (ITB-11).
#pragma once

#include "core/pump_day.h"
#include "gui/pump_entry_dialog.h"

class QCheckBox;

namespace lento::gui {

class ClockEdit;
class DateEdit;
class Field;
class FlexDayEdit;
class FieldNote;
class PumpBolusEdit;
class PumpDayChart;
class PumpDoseEdit;
class SegmentedControl;
class WholeNumberEdit;

class PumpSettingDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    PumpSettingDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant,
                      QWidget* parent);

    // What was saved; after Accepted.
    const core::PumpSetting& recorded() const noexcept { return m_recorded; }

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    core::PumpMode mode() const;
    // Mode and doses alone, for the picture; nothing while they cannot be read or do not fit together.
    std::optional<core::PumpDay> day() const;
    // Nothing while a field cannot be read.
    std::optional<core::PumpSetting> typed() const;
    void putDoses(core::PumpSetting& setting) const;
    // Why the doses do not fit together, in words; empty while they do.
    QString disagreement() const;
    void showDay(const core::PumpSetting* now);
    QStringList limitWords(const core::PumpSetting* now, core::Date on) const;

    core::PumpImplant m_implant;
    core::PumpSetting m_recorded;
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
    FieldNote* m_fit;
    PumpDayChart* m_picture;
    QCheckBox* m_sideEffects;
    QLabel* m_sides; // old against new
};

} // namespace lento::gui
