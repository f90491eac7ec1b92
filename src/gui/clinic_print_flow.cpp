#include "gui/clinic_print_flow.h"

#include "app/clinic_print.h"
#include "app/documents.h"
#include "gui/dialog_host.h"
#include "gui/print_dialog.h"
#include "report/clinic_report.h"
#include "report/sheet_input.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("lento::gui::PrintDialog", text);
}

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
    PrintDialog dialog(*std::move(document), std::string(report::clinicReportId), workplace.dialogs, parent);
    dialog.setWords(say("The clinic in figures"), say("As the worklist counts it today. No patient is named. The audit "
                                                      "trail keeps who printed it and these numbers."));
    workplace.dialogs.run(dialog);
    if (!dialog.done())
        return false;
    app::ClinicPrint print;
    print.kind = dialog.done()->kind;
    print.paper = dialog.done()->document.paper == report::PaperSize::a4 ? "A4" : "Letter";
    print.destination = dialog.done()->destination;
    print.day = input.day;
    print.figures = figures;
    if (const core::Result<void> recorded = app::recordClinicPrint(workplace.session, print); !recorded)
        workplace.dialogs.tell(parent, recorded.error());
    return true;
}

} // namespace lento::gui
