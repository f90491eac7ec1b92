// A patient with a pump, as worked example E26 has it.
#pragma once

#include "app/pumps.h"
#include "patient_window.h"

namespace lento::test {

inline app::PatientForm spinalForm() {
    app::PatientForm form = completeForm("Rossi");
    form.patient.origin = core::SpasticityOrigin::spinal;
    form.conditions = std::vector<core::Condition>();
    return form;
}

// E26: filled on 15-Jan-2026 with 20 mL of 500 mcg/mL, 120 mcg a day.
inline void withPump(PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-01-15");
    core::PumpImplant implant;
    implant.patient = clinic.patient;
    implant.on = clinic.today;
    implant.model = catalogue().pumpModels().front();
    implant.serial = "SN-7";
    implant.catheterMillimetres = 600;
    implant.origin = core::SpasticityOrigin::spinal;
    const auto placed = app::implantPump(session, implant);
    QVERIFY(placed);
    core::PumpRefill fill;
    fill.implant = placed->id;
    fill.on = clinic.today;
    fill.filled = core::Volume::microlitres(20'000);
    fill.concentration = core::Concentration::microgramsPerMillilitre(500);
    fill.lot = "L1";
    QVERIFY(app::refillPump(session, catalogue(), clinic.patient, fill, {}));
    core::PumpSetting setting;
    setting.implant = placed->id;
    setting.on = clinic.today;
    setting.minute = 600;
    setting.daily = core::PumpDose::micrograms(120);
    QVERIFY(app::setPump(session, catalogue(), clinic.patient, setting, {}));
    clinic.today = now;
}

} // namespace lento::test
