#include "report/sheet_input.h"

#include "core/rules.h"
#include "wording/messages.h"
#include "wording/quantities.h"

#include <QCoreApplication>

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

namespace {

// "Agreed with the patient (Dr A. Weber with Dr B. Roy, 22-Nov-2026)"
QString answerText(const core::Override& given) {
    QString who = QString::fromStdString(given.who);
    if (!given.secondName.empty())
        who = QCoreApplication::translate("lento::report::RecordNote", "%1 with %2")
                  .arg(who, QString::fromStdString(given.secondName));
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(given.when).substr(0, 10));
    return QCoreApplication::translate("lento::report::RecordNote", "Reason: %1 (%2)")
        .arg(QString::fromStdString(given.reason),
             day ? who + QStringLiteral(", ") + wording::clinicalDate(*day) : who);
}

} // namespace

std::vector<RecordNote> recordNotes(const std::vector<core::Finding>& findings,
                                    const std::vector<core::Override>& given) {
    std::vector<RecordNote> notes;
    for (const core::Finding& finding : findings) {
        const bool isLimit = finding.action == core::Action::blockOverridable || finding.action == core::Action::hard;
        if (!isLimit && finding.message != "ind.off-label")
            continue;
        const std::string_view rule = finding.rule.text();
        RecordNote note;
        note.heading = QStringLiteral("%1: %2").arg(QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size())),
                                                    wording::findingTitle(finding));
        note.text = wording::findingSentence(finding);
        const auto answer =
            std::ranges::find_if(given, [&](const core::Override& each) { return core::answers(each, finding); });
        if (answer != given.end())
            note.answer = answerText(*answer);
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace lento::report
