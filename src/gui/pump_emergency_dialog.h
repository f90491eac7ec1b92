// PumpEmergencyDialog is one of the two emergency cards of a pump, with pump, dose, concentration, alarm date and
// telephone numbers filled in; what is not recorded says so (ITB-19, ITB-20).
#pragma once

#include "gui/emergency_card.h"
#include "gui/workplace.h"
#include "wording/pump_emergency_words.h"

namespace lento::gui {

class PumpEmergencyDialog : public EmergencyDialog {
    Q_OBJECT
public:
    PumpEmergencyDialog(const Workplace& workplace, const app::PatientRecord& record, wording::PumpEmergency kind,
                        QWidget* parent = nullptr);
};

} // namespace lento::gui
