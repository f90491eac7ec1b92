// The forms of a pump: its implant, a setting that was programmed, a refill.
#pragma once

#include "gui/pump_entry_dialog.h"

class QCheckBox;
class QComboBox;

namespace lento::gui {

class ClockEdit;
class DailyDoseEdit;
class DateEdit;
class Field;
class FlexDayEdit;
class PumpBolusEdit;
class PumpConcentrationEdit;
class PumpDoseEdit;
class ReservoirEdit;
class SegmentedControl;
class TextLine;
class WholeNumberEdit;

class ImplantDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    // implant: one to correct or to take out; nothing for a new one.
    ImplantDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant* implant, QWidget* parent);

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    core::PumpImplant m_implant;
    std::vector<app::ClinicPumpModel> m_models;
    DateEdit* m_on;
    QComboBox* m_model;
    QLabel* m_constants;
    TextLine* m_serial;
    WholeNumberEdit* m_catheter; // cm
    ReservoirEdit* m_alarm;
    SegmentedControl* m_origin;
    DailyDoseEdit* m_oral;
    DateEdit* m_removed;
};

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

class RefillDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    RefillDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant, QWidget* parent);

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    std::optional<core::PumpRefill> typed() const;

    core::PumpImplant m_implant;
    bool m_isFirst;
    DateEdit* m_on;
    ReservoirEdit* m_aspirated;
    QLabel* m_expected;
    ReservoirEdit* m_filled;
    PumpConcentrationEdit* m_concentration;
    TextLine* m_lot;
    QCheckBox* m_bridge;
    QLabel* m_bridgeWords;
    QLabel* m_next;
};

} // namespace lento::gui
