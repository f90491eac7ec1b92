// Printing what belongs to a pump: the emergency cards, the pump sheet, the wallet card, the pump's calendar.
#include "app/timeline.h"
#include "core/pump_status.h"
#include "gui/dialog_host.h"
#include "gui/print_dialog.h"
#include "gui/print_flow.h"
#include "report/pump_calendar.h"
#include "report/pump_input.h"
#include "report/sheet_input.h"
#include "report/wallet_card.h"

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

// The patient's language where there is a catalogue of it, else English.
struct DocumentLanguage {
    explicit DocumentLanguage(const app::PatientRecord& record)
        : name(record.patient.identity.documentLanguage) {
        if (const auto found = wording::DocLocale::forLanguage(QString::fromStdString(name)))
            locale = *found;
        else
            name = "en";
    }
    std::string name;
    wording::DocLocale locale;
};

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
    QString title = say("Emergency card");
    QString words = say("Signs, what to do and whom to call, with what the plan says for today. It proposes no dose.");
    if (kind) {
        input.pump = report::pumpCardInput(*kind, record->pump, facts->pump, record->conditions, input.day);
        title = wording::emergencyText(wording::pumpEmergencyTitle(*kind));
        words = say("Signs, what to do and whom to call, with the pump as it is recorded.");
    }
    const DocumentLanguage language(*record);
    core::Result<report::Document> document = report::emergencyReport(input, language.locale);
    if (!document) {
        workplace.dialogs.tell(parent, document.error());
        return false;
    }
    PrintDialog dialog(*std::move(document), std::string(report::emergencyReportId), workplace.dialogs, parent);
    dialog.setWords(title, words);
    app::Print print;
    print.patient = record->patient.id;
    if (const core::Revision* inForce = record->inForceOn(input.day))
        print.revision = inForce->id;
    print.language = language.name;
    return runAndRecord(workplace, dialog, print, parent);
}

// What the patient takes home about the pump, the paper that was asked for first.
bool printForHome(const Workplace& workplace, const RecordPointer& record, std::string_view first,
                  const QString& nothing, QWidget* parent) {
    const std::optional<Facts> facts = factsOf(workplace, record, parent);
    if (!facts)
        return false;
    if (!facts->pump) {
        workplace.dialogs.inform(parent, nothing,
                                 say("Enter the fill and the setting of the pump first: the dates follow from them."));
        return false;
    }
    const report::PumpSheetInput input =
        report::pumpSheetInput(facts->clinic, record->patient.identity, *facts->pump, workplace.today());
    const DocumentLanguage language(*record);
    std::vector<PrintDialog::Offer> offers;
    const auto add = [&](std::string_view kind, const QString& title, const QString& words,
                         core::Result<report::Document> document) -> core::Result<void> {
        if (!document)
            return core::failure(document.error());
        PrintDialog::Offer offer{std::string(kind), title, words, *std::move(document)};
        offers.insert(kind == first ? offers.begin() : offers.end(), std::move(offer));
        return {};
    };
    for (const core::Result<void>& added :
         {add(report::pumpSheetId, say("Pump sheet"),
              say("For the patient: the day of the refill, the alarm, and what to do."),
              report::pumpSheet(input, language.locale)),
          add(report::walletCardId, say("Wallet card"),
              say("To cut out, fold and carry: the pump, the dose, whom to call, what the alarm means."),
              report::walletCard(input, language.locale)),
          add(report::pumpCalendarId, say("Pump calendar"),
              say("For the patient: the day of the refill and the alarm date in their months."),
              report::pumpCalendar({input, facts->clinic.firstDayOfWeek}, language.locale))}) {
        if (!added) {
            workplace.dialogs.tell(parent, added.error());
            return false;
        }
    }
    PrintDialog dialog(std::move(offers), workplace.dialogs, parent);
    app::Print print;
    print.patient = record->patient.id;
    print.language = language.name;
    return runAndRecord(workplace, dialog, print, parent);
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
    return printForHome(workplace, record, report::pumpSheetId, say("There is no pump sheet to print"), parent);
}

bool printPumpCalendar(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    return printForHome(workplace, record, report::pumpCalendarId, say("There is no calendar to print"), parent);
}

} // namespace lento::gui
