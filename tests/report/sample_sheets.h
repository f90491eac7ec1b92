// The sheets that golden files, proofs and benchmarks draw: invented patients, plans of clinical-rules.md.
#pragma once

#include "core/taper.h"
#include "core/titration.h"
#include "core_values.h"
#include "report/report_input.h"
#include "shipped_numbers.h"

namespace lento::test {

inline report::ReportInput sheetFor(core::Plan plan) {
    report::ReportInput input;
    input.clinic.name = QStringLiteral("Riverside Spasticity Clinic");
    input.clinic.prescriber = QStringLiteral("Dr A. Weber");
    input.clinic.telephone = QStringLiteral("01 555 0100");
    input.clinic.outOfHours = QStringLiteral("01 555 0199");
    input.clinic.emergencyNumber = QStringLiteral("112");
    input.patient.surname = "Kowalski";
    input.patient.given = "Maria";
    input.patient.birthDate = date("1961-03-12");
    input.patient.recordNumber = "483 926 0175";
    input.sheet.plan = std::move(plan);
    input.sheet.number = 7;
    input.sheet.version = 2;
    input.sheet.replacesNumber = 7;
    input.sheet.replacesVersion = 1;
    input.sheet.status = core::RevisionStatus::active;
    input.sheet.author = QStringLiteral("Dr A. Weber");
    input.sheet.purpose = QStringLiteral("leg spasms");
    input.printed = input.sheet.plan.steps.front().span.first - 1;
    return input;
}

// 60 mg a day, less each Monday, as on the mockup.
inline core::Plan taperOf60(std::string_view productList, int percent = 10) {
    core::TaperInputs inputs;
    inputs.start = date("2026-11-23");
    inputs.from = daily("60");
    inputs.percent = core::Percent::of(percent);
    return core::planTaper(inputs, products(productList), shippedNumbers()).value();
}

// E3: 5 mg a day, 2.5 mg more every 5 days, the larger dose in the evening, to 50 mg.
inline core::Plan verySlowTitration(std::string_view productList) {
    core::TitrationInputs inputs;
    inputs.start = date("2026-03-02");
    inputs.startDose = daily("5");
    inputs.increment = daily("2.5");
    inputs.intervalDays = 5;
    inputs.goal = daily("50");
    inputs.split = core::SplitStrategy::evening;
    return core::planTitration(inputs, products(productList), 14).value();
}

inline core::Plan fourTimesADay(std::string_view productList) {
    core::TaperInputs inputs;
    inputs.start = date("2026-05-04");
    inputs.from = daily("80");
    inputs.intervalDays = 14;
    inputs.dosesPerDay = 4;
    return core::planTaper(inputs, products(productList), shippedNumbers()).value();
}

} // namespace lento::test
