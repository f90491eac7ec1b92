#include "report/pump_input.h"

#include "report/sheet_input.h"

#include <algorithm>

namespace lento::report {

void addPumpDays(ReportInput& input, const core::Refill& refill) {
    input.appointments.push_back({std::max(refill.refillBy, input.printed), AppointmentKind::pumpRefill, {}});
    if (refill.alarm >= input.printed)
        input.appointments.push_back({refill.alarm, AppointmentKind::pumpAlarm, {}});
}

PumpSheetInput pumpSheetInput(const core::Clinic& clinic, const core::Identity& patient, const core::PumpStatus& status,
                              core::Date today) {
    PumpSheetInput input;
    input.clinic = clinicDetails(clinic);
    input.patient = patient;
    input.day = today;
    input.paper = clinic.paper;
    input.model = status.implant.model.name;
    input.serial = status.implant.serial;
    input.daily = status.setting.daily;
    input.setOn = status.setting.on;
    input.concentration = status.last.concentration;
    input.filledOn = status.last.on;
    input.refillBy = status.refill.refillBy;
    input.alarm = status.refill.alarm;
    return input;
}

PumpCardInput pumpCardInput(wording::PumpEmergency kind, const core::PumpCourse& course,
                            const std::optional<core::PumpStatus>& status,
                            const std::vector<core::Condition>& conditions, core::Date today) {
    PumpCardInput card;
    card.kind = kind;
    if (const core::PumpImplant* implant = course.implantOn(today)) {
        card.model = implant->model.name;
        card.serial = implant->serial;
    }
    if (status) {
        card.daily = status->setting.daily;
        card.concentration = status->last.concentration;
        card.alarm = status->refill.alarm;
    }
    card.highCordLesion = std::ranges::any_of(
        conditions, [](const core::Condition& each) { return each.code == "cord-lesion-t6-or-above"; });
    return card;
}

} // namespace lento::report
