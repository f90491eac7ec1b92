// The pump that golden files and proofs draw.
#pragma once

#include "report/pump_sheet.h"
#include "sample_sheets.h"

namespace lento::test {

inline report::PumpSheetInput pumpPaper(report::PaperSize paper = report::PaperSize::a4) {
    const report::ReportInput sheet = sheetFor(taperOf60("TAB10"));
    report::PumpSheetInput input;
    input.clinic = sheet.clinic;
    input.patient = sheet.patient;
    input.day = date("2026-11-22");
    input.paper = paper;
    input.model = "Programmable pump, 20 mL";
    input.serial = "SN-7";
    input.daily = core::PumpDose::nanograms(310'500);
    input.setOn = date("2026-07-01");
    input.concentration = core::Concentration::microgramsPerMillilitre(1000);
    input.filledOn = date("2026-10-09");
    input.refillBy = date("2026-12-01");
    input.alarm = date("2026-12-06");
    return input;
}

} // namespace lento::test
