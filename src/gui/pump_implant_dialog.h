// ImplantDialog records the pump that was implanted, or corrects it, or says when it was taken out.
#pragma once

#include "gui/pump_entry_dialog.h"

class QComboBox;

namespace lento::gui {

class DailyDoseEdit;
class DateEdit;
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

} // namespace lento::gui
