// Printing what belongs to a pump: the emergency cards, the pump sheet, the pump's calendar.
#include "app/timeline.h"
#include "core/pump_status.h"
#include "gui/dialog_host.h"
#include "gui/print_dialog.h"
#include "gui/print_flow.h"
#include "report/pump_calendar.h"
#include "report/pump_input.h"
#include "report/sheet_input.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("lento::gui::PrintDialog", text);
}

// What each paper needs of clinic and pump; an error has been told.
struct Facts {
    core::Clinic clinic;
    std::optional<core::PumpStatus> pump;
};
std::optional<Facts> factsOf(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    if (!clinic) {
        workplace.dialogs.tell(parent, clinic.error());
        return std::nullopt;
    }
    const auto status =
        core::pumpStatus(record->pump, workplace.today(), clinic->closedWeekdays, workplace.catalogue.numbers().pump);
    return Facts{*clinic, status ? *status : std::nullopt};
}

struct Paper {
    std::string kind; // the report's id
    QString title;
    QString words;
    std::optional<core::RevisionId> revision;
};

// In the patient's language where there is a catalogue of it, else in English.
template <class Make>
bool printPaper(const Workplace& workplace, const RecordPointer& record, const Paper& paper, const Make& make,
                QWidget* parent) {
    const std::string& language = record->patient.identity.documentLanguage;
    const core::Result<wording::DocLocale> locale = wording::DocLocale::forLanguage(QString::fromStdString(language));
    core::Result<report::Document> document = make(locale.value_or(wording::DocLocale()));
    if (!document) {
        workplace.dialogs.tell(parent, document.error());
        return false;
    }
    PrintDialog dialog(*std::move(document), paper.kind, workplace.dialogs, parent);
    dialog.setWords(paper.title, paper.words);
    app::Print print;
    print.patient = record->patient.id;
    print.revision = paper.revision;
    print.language = locale ? language : "en";
    return runAndRecord(workplace, dialog, print, parent);
}

bool printCard(const Workplace& workplace, const RecordPointer& record, std::optional<wording::PumpEmergency> kind,
               QWidget* parent) {
    const std::optional<Facts> facts = factsOf(workplace, record, parent);
    if (!facts)
        return false;
    report::EmergencyInput input;
    input.clinic = report::clinicDetails(facts->clinic);
    input.patient = record->patient.identity;
    input.day = workplace.today();
    input.paper = facts->clinic.paper;
    if (const auto dose = app::DoseTimeline(*record).on(input.day))
        input.taken = dose->split;
    Paper paper{std::string(report::emergencyReportId),
                say("Emergency card"),
                say("Signs, what to do and whom to call, with what the plan says for today. It proposes no dose."),
                {}};
    if (kind) {
        input.pump = report::pumpCardInput(*kind, record->pump, facts->pump, record->conditions, input.day);
        paper.title = wording::emergencyText(wording::pumpEmergencyTitle(*kind));
        paper.words = say("Signs, what to do and whom to call, with the pump as it is recorded.");
    }
    if (const core::Revision* inForce = record->inForceOn(input.day))
        paper.revision = inForce->id;
    return printPaper(
        workplace, record, paper,
        [&](const wording::DocLocale& locale) { return report::emergencyReport(input, locale); }, parent);
}

// What the patient takes home about the pump; nothing where it cannot be worked out, which has been said.
std::optional<report::PumpSheetInput> homeInput(const Workplace& workplace, const RecordPointer& record,
                                                const std::optional<Facts>& facts, const QString& title,
                                                QWidget* parent) {
    if (!facts)
        return std::nullopt;
    if (!facts->pump) {
        workplace.dialogs.inform(parent, title,
                                 say("Enter the fill and the setting of the pump first: the dates follow from them."));
        return std::nullopt;
    }
    return report::pumpSheetInput(facts->clinic, record->patient.identity, *facts->pump, workplace.today());
}

} // namespace

bool printEmergencyCard(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    return printCard(workplace, record, {}, parent);
}

bool printPumpCard(const Workplace& workplace, const RecordPointer& record, wording::PumpEmergency kind,
                   QWidget* parent) {
    return printCard(workplace, record, kind, parent);
}

bool printPumpSheet(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    const auto input = homeInput(workplace, record, factsOf(workplace, record, parent),
                                 say("There is no pump sheet to print"), parent);
    return input && printPaper(
                        workplace, record,
                        {std::string(report::pumpSheetId),
                         say("Pump sheet"),
                         say("For the patient: the day of the refill, the alarm, and what to do."),
                         {}},
                        [&](const wording::DocLocale& locale) { return report::pumpSheet(*input, locale); }, parent);
}

bool printPumpCalendar(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    const std::optional<Facts> facts = factsOf(workplace, record, parent);
    const auto input = homeInput(workplace, record, facts, say("There is no calendar to print"), parent);
    return input && printPaper(
                        workplace, record,
                        {std::string(report::pumpCalendarId),
                         say("Pump calendar"),
                         say("For the patient: the day of the refill and the alarm date in their months. No plan of "
                             "tablets is in force."),
                         {}},
                        [&](const wording::DocLocale& locale) {
                            return report::pumpCalendar({*input, facts->clinic.firstDayOfWeek}, locale);
                        },
                        parent);
}

} // namespace lento::gui
