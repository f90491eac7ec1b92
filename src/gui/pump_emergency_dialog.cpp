#include "gui/pump_emergency_dialog.h"

#include "app/documents.h"
#include "core/pump_status.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

EmergencyContent contentOf(const Workplace& workplace, const app::PatientRecord& record, wording::PumpEmergency kind) {
    const core::Result<core::Clinic> found = app::clinic(workplace.session);
    const core::Clinic clinic = found ? *found : core::Clinic();
    const core::Date today = workplace.today();

    EmergencyContent content;
    content.title = wording::emergencyText(wording::pumpEmergencyTitle(kind));
    content.who = u"%1 · %2"_s.arg(wording::nameText(record.patient.identity),
                                   wording::bornText(record.patient.identity.birthDate, today));
    content.sections = wording::pumpEmergencySections(kind);
    content.number = clinic.emergencyNumber;

    const core::PumpImplant* implant = record.pump.implantOn(today);
    const auto status = core::pumpStatus(record.pump, today, clinic.closedWeekdays, workplace.catalogue.numbers().pump);
    content.facts << emergencyTelephones(clinic);
    const QString model =
        implant ? QString::fromStdString(implant->model.name) : PumpEmergencyDialog::tr("not recorded");
    content.facts << (implant && !implant->serial.empty() ? PumpEmergencyDialog::tr("Pump: %1, serial number %2")
                                                                .arg(model, QString::fromStdString(implant->serial))
                                                          : PumpEmergencyDialog::tr("Pump: %1").arg(model));
    if (status && *status) {
        const core::PumpStatus& now = **status;
        content.facts
            << PumpEmergencyDialog::tr("Dose: %1, %2, since %3")
                   .arg(wording::microgramsPerDayText(now.setting.daily),
                        wording::pumpModeText(now.setting.mode).toLower(), wording::clinicalDate(now.setting.on))
            << PumpEmergencyDialog::tr("Concentration: %1").arg(wording::concentrationText(now.last.concentration))
            << PumpEmergencyDialog::tr("Last filled: %1, alarm date %2")
                   .arg(wording::clinicalDate(now.last.on), wording::clinicalDate(now.refill.alarm));
    } else {
        content.facts << PumpEmergencyDialog::tr(
            "Dose, concentration, alarm date: not assessed, fill or setting is not recorded");
    }
    const bool high = std::ranges::any_of(
        record.conditions, [](const core::Condition& each) { return each.code == "cord-lesion-t6-or-above"; });
    if (kind == wording::PumpEmergency::withdrawal && high)
        content.closing = wording::emergencyText(wording::autonomicDysreflexiaLine());
    return content;
}

} // namespace

PumpEmergencyDialog::PumpEmergencyDialog(const Workplace& workplace, const app::PatientRecord& record,
                                         wording::PumpEmergency kind, QWidget* parent)
    : EmergencyDialog(contentOf(workplace, record, kind), parent) {}

} // namespace lento::gui
