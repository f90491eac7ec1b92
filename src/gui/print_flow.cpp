#include "gui/print_flow.h"

#include "app/sheet_facts.h"
#include "core/pump_status.h"
#include "gui/dialog_host.h"
#include "gui/print_dialog.h"
#include "report/document_json.h"
#include "report/pump_input.h"
#include "report/sheet_input.h"
#include "report/visit_report.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("lento::gui::PrintDialog", text);
}

} // namespace

bool runAndRecord(const Workplace& workplace, PrintDialog& dialog, app::Print print, QWidget* parent) {
    workplace.dialogs.run(dialog);
    if (!dialog.done())
        return false;
    const PrintDialog::Done& done = *dialog.done();
    print.kind = done.kind;
    print.destination = done.destination;
    print.paper = done.document.paper == report::PaperSize::a4 ? "A4" : "Letter";
    print.pages = static_cast<int>(done.document.pages.size());
    const core::Result<app::Print> recorded = app::recordPrint(workplace.session, print, report::toJson(done.document));
    if (!recorded)
        workplace.dialogs.tell(parent, recorded.error());
    return true;
}

bool printRevision(const Workplace& workplace, const RecordPointer& record, const core::Revision& revision,
                   QWidget* parent) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    if (!clinic) {
        workplace.dialogs.tell(parent, clinic.error());
        return false;
    }
    const core::Date today = workplace.today();
    const app::SheetFacts facts = app::sheetFacts(*record, revision, workplace.catalogue.numbers(), today);
    report::ReportInput input =
        report::sheetInput(*clinic, record->patient, revision, facts.replaced, facts.reviews, facts.doseBefore, today);
    const auto findings = app::findingsOf(workplace.session, *record, revision, workplace.catalogue, today);
    if (!findings) {
        workplace.dialogs.tell(parent, findings.error());
        return false;
    }
    input.notes = report::recordNotes(*findings, revision.overrides);
    const auto pump = core::pumpStatus(record->pump, today, clinic->closedWeekdays, workplace.catalogue.numbers().pump);
    if (pump && *pump)
        report::addPumpDays(input, (*pump)->refill);
    PrintDialog dialog(input, workplace.dialogs, parent);
    app::Print print;
    print.patient = record->patient.id;
    if (revision.status != core::RevisionStatus::draft)
        print.revision = revision.id;
    print.language = record->patient.identity.documentLanguage;
    return runAndRecord(workplace, dialog, print, parent);
}

bool printPlanInForce(const Workplace& workplace, const RecordPointer& record, QWidget* parent) {
    const core::Revision* revision = app::revisionToPrint(*record, workplace.today());
    if (!revision && record->pump.implantOn(workplace.today()))
        return printPumpCalendar(workplace, record, parent);
    if (!revision) {
        workplace.dialogs.inform(
            parent, say("There is no plan to print"),
            say("Make a titration or a taper the plan first; a draft can be previewed on the Plan page."));
        return false;
    }
    return printRevision(workplace, record, *revision, parent);
}

bool printVisit(const Workplace& workplace, const RecordPointer& record, const core::Visit& visit, QWidget* parent) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    if (!clinic) {
        workplace.dialogs.tell(parent, clinic.error());
        return false;
    }
    const core::Date today = workplace.today();
    const app::VisitSheetFacts facts = app::visitSheetFacts(*record, visit, workplace.catalogue.numbers(), today);
    report::VisitSheetInput input;
    input.clinic = report::clinicDetails(*clinic);
    input.patient = record->patient.identity;
    input.visit = visit;
    if (facts.before)
        input.before = *facts.before;
    if (facts.decided)
        input.choice = facts.decided->choice;
    input.newCalendarToCome = facts.newCalendarToCome;
    for (const core::AdverseEffect& effect : visit.adverseEffects) {
        if (effect.grade == 0)
            continue;
        const auto& kinds = workplace.catalogue.adverseEffects();
        const auto kind = std::ranges::find(kinds, effect.code, &content::AdverseEffectKind::code);
        input.effects.push_back(
            {QString::fromStdString(kind == kinds.end() || !effect.text.empty() ? effect.text : kind->name),
             effect.grade});
    }
    // Codes by the names that the catalogue gives them.
    const auto namesOf = [](const std::optional<std::vector<std::string>>& codes, const auto& kinds) {
        std::optional<std::vector<QString>> names;
        if (codes)
            names.emplace();
        for (const std::string& code : codes.value_or(std::vector<std::string>())) {
            const auto kind = std::ranges::find_if(kinds, [&](const auto& each) { return each.code == code; });
            names->push_back(QString::fromStdString(kind == kinds.end() ? code : kind->name));
        }
        return names;
    };
    input.withdrawalSigns = namesOf(visit.withdrawalSigns, workplace.catalogue.withdrawalSigns());
    input.dangerSigns = namesOf(visit.redFlags, workplace.catalogue.redFlags());
    if (facts.taken)
        input.taken = facts.taken->split;
    if (facts.next) {
        input.nextChange = facts.next->on;
        input.nextDose = facts.next->daily;
    }
    input.nextReview = facts.nextReview;
    input.printed = today;
    input.paper = clinic->paper;
    const std::string& language = record->patient.identity.documentLanguage;
    const core::Result<wording::DocLocale> locale = wording::DocLocale::forLanguage(QString::fromStdString(language));
    core::Result<report::Document> document = report::visitReport(input, locale.value_or(wording::DocLocale()));
    if (!document) {
        workplace.dialogs.tell(parent, document.error());
        return false;
    }
    PrintDialog dialog(*std::move(document), std::string(report::visitReportId), workplace.dialogs, parent);
    dialog.setWords(say("Visit summary"),
                    say("For the patient: the next review, the dose by plan, what to do if it gets worse, and what was "
                        "found. Your note stays out."));
    app::Print print;
    print.patient = record->patient.id;
    if (const core::Revision* inForce = record->inForceOn(today))
        print.revision = inForce->id;
    print.language = locale ? language : "en";
    return runAndRecord(workplace, dialog, print, parent);
}

bool printAgain(const Workplace& workplace, const app::Print& print, QWidget* parent) {
    const core::Result<QByteArray> stored = app::printedDocument(workplace.session, print.id);
    if (!stored) {
        workplace.dialogs.tell(parent, stored.error());
        return false;
    }
    core::Result<report::Document> document = report::documentFromJson(*stored);
    if (!document) {
        workplace.dialogs.tell(parent, document.error());
        return false;
    }
    PrintDialog dialog(*std::move(document), print.kind, workplace.dialogs, parent);
    return runAndRecord(workplace, dialog, print, parent);
}

} // namespace lento::gui
