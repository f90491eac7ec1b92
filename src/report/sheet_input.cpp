#include "report/sheet_input.h"

#include <algorithm>

namespace lento::report {

ClinicDetails clinicDetails(const core::Clinic& clinic) {
    ClinicDetails details;
    details.name = QString::fromStdString(clinic.name);
    details.prescriber = QString::fromStdString(clinic.prescriber);
    details.telephone = QString::fromStdString(clinic.telephone);
    details.outOfHours = QString::fromStdString(clinic.outOfHours);
    details.emergencyNumber = QString::fromStdString(clinic.emergencyNumber);
    details.closedDays = clinic.closedWeekdays;
    return details;
}

ReportInput sheetInput(const core::Clinic& clinic, const core::Patient& patient, const core::Revision& revision,
                       const core::Revision* replaced, const std::vector<core::Date>& reviews,
                       std::optional<core::DailyDose> doseBefore, core::Date today) {
    ReportInput input;
    input.clinic = clinicDetails(clinic);
    input.patient = patient.identity;
    input.sheet.plan = revision.plan;
    input.sheet.number = revision.planNumber;
    input.sheet.version = revision.version;
    if (replaced) {
        input.sheet.replacesNumber = replaced->planNumber;
        input.sheet.replacesVersion = replaced->version;
    }
    input.sheet.status = revision.status;
    input.sheet.author = QString::fromStdString(revision.activatedBy.empty() ? revision.author : revision.activatedBy);
    input.sheet.purpose = QString::fromStdString(patient.goal);
    input.printed = today;
    input.paper = clinic.paper;
    input.firstDayOfWeek = clinic.firstDayOfWeek;
    input.doseBefore = doseBefore;
    const core::Date begins = std::max(today, revision.effectiveFrom);
    if (!revision.plan.steps.empty() && begins > revision.plan.steps.front().span.first)
        input.from = begins;
    for (const core::Date day : reviews)
        if (day >= begins)
            input.appointments.push_back({day, AppointmentKind::visit, {}});
    return input;
}

} // namespace lento::report
