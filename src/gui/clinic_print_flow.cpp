#include "gui/clinic_print_flow.h"

#include "app/clinic_print.h"
#include "app/documents.h"
#include "gui/dialog_host.h"
#include "gui/print_dialog.h"
#include "gui/print_time.h"
#include "report/clinic_report.h"
#include "report/document_json.h"
#include "report/sheet_input.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("lento::gui::PrintDialog", text);
}

// A year of monthly sheets; older ones stay in the file.
constexpr std::size_t mostEarlier = 12;

} // namespace

bool printClinicFigures(const Workplace& workplace, const core::ClinicFigures& figures, QWidget* parent) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    if (!clinic) {
        workplace.dialogs.tell(parent, clinic.error());
        return false;
    }
    report::ClinicReportInput input;
    input.clinic = report::clinicDetails(*clinic);
    input.figures = figures;
    for (const auto& [rule, count] : figures.overridesByRule)
        if (const content::RuleText* text = workplace.catalogue.rule(rule))
            input.ruleTitles.emplace(rule, QString::fromStdString(text->title));
    input.day = workplace.today();
    input.paper = clinic->paper;
    core::Result<report::Document> document = report::clinicReport(input, wording::DocLocale());
    if (!document) {
        workplace.dialogs.tell(parent, document.error());
        return false;
    }
    std::vector<PrintDialog::Offer> offers;
    offers.push_back(
        {std::string(report::clinicReportId), say("The clinic in figures"),
         say("As the worklist counts it today. No patient is named. The sheet is kept, and the audit trail "
             "says who printed it and these numbers."),
         *std::move(document)});
    const auto earlier = app::earlierClinicPrints(workplace.session, report::clinicReportId);
    if (!earlier) {
        workplace.dialogs.tell(parent, earlier.error());
        return false;
    }
    std::vector<core::RecordId> printed; // beside the offers after the first
    for (const app::EarlierClinicPrint& one : *earlier) {
        const core::Result<QByteArray> stored = app::printedClinicDocument(workplace.session, one.id);
        core::Result<report::Document> again =
            stored ? report::documentFromJson(*stored) : core::failure(stored.error());
        if (!again) {
            workplace.dialogs.tell(parent, again.error());
            return false;
        }
        offers.push_back({std::string(report::clinicReportId), say("As printed on %1").arg(whenText(one.printedAt)),
                          say("Exactly as it was printed, by %1.").arg(QString::fromStdString(one.printedBy)),
                          *std::move(again)});
        printed.push_back(one.id);
        if (printed.size() == mostEarlier)
            break;
    }
    PrintDialog dialog(std::move(offers), workplace.dialogs, parent);
    workplace.dialogs.run(dialog);
    if (!dialog.done())
        return false;
    const PrintDialog::Done& done = *dialog.done();
    core::Result<void> recorded;
    if (done.offer > 0) {
        recorded = app::recordClinicReprint(workplace.session, printed[done.offer - 1], done.destination);
    } else {
        app::ClinicPrint print;
        print.kind = done.kind;
        print.paper = done.document.paper == report::PaperSize::a4 ? "A4" : "Letter";
        print.destination = done.destination;
        print.day = input.day;
        print.figures = figures;
        print.pages = static_cast<int>(done.document.pages.size());
        recorded = app::recordClinicPrint(workplace.session, print, report::toJson(done.document));
    }
    if (!recorded)
        workplace.dialogs.tell(parent, recorded.error());
    return true;
}

} // namespace lento::gui
