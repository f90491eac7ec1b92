#include "cli/print_command.h"

#include "app/documents.h"
#include "app/planning.h"
#include "app/sheet_facts.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"
#include "cli/patient_choice.h"
#include "cli/print_papers.h"
#include "core/pump_status.h"
#include "core/rules.h"
#include "report/document_json.h"
#include "report/page_export.h"
#include "report/pump_calendar.h"
#include "report/pump_input.h"
#include "report/report_registry.h"
#include "report/sheet_input.h"
#include "wording/doc_locale.h"

#include <QFileInfo>

namespace lento::cli {

namespace {

struct PrintOptions {
    std::string sheet;
    report::ReportEntry report{}; // of a plan's sheet
    QString patient;
    QString out;
    std::optional<QString> language;
    std::optional<report::PaperSize> paper;
    std::optional<core::Date> from;
    std::optional<core::Date> through;
    bool draft = false;
};

int wrong(const Streams& streams, std::string_view where, std::string_view what) {
    writeError(streams, where, what);
    return exitWrongInput;
}

QString namesOf(const std::vector<std::string_view>& names) {
    QStringList texts;
    for (const std::string_view name : names)
        texts << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    return texts.join(QStringLiteral(", "));
}

void describe(CommandLine& line) {
    line.option(QStringLiteral("patient"), QStringLiteral("An id, a record number, or words that find one patient."),
                QStringLiteral("P"));
    line.option(QStringLiteral("out"), QStringLiteral("The PDF to write."), QStringLiteral("X.pdf"));
    line.option(QStringLiteral("lang"), QStringLiteral("The language of the sheet; the patient's if not said."),
                QStringLiteral("L"));
    line.option(QStringLiteral("paper"), QStringLiteral("A4 or Letter; the clinic's if not said."),
                QStringLiteral("SIZE"));
    line.option(QStringLiteral("from"), QStringLiteral("The first day; today if not said."), QStringLiteral("D"));
    line.option(QStringLiteral("until"), QStringLiteral("The last day; the plan's if not said."), QStringLiteral("D"));
    line.option(QStringLiteral("draft"), QStringLiteral("The plan being drafted, with DRAFT across each page."));
    line.positional(QStringLiteral("sheet"),
                    QStringLiteral("Of a plan: calendar, steps or clinician. Without one: ") + namesOf(paperNames()) +
                        u'.',
                    QStringLiteral("SHEET"));
}

std::optional<int> readOptions(const ClinicCall& call, const CommandLine& line, PrintOptions& options,
                               const Streams& streams) {
    if (line.positional().isEmpty())
        return wrong(streams, "print",
                     "which sheet is missing: calendar, steps, clinician, " + namesOf(paperNames()).toStdString());
    options.sheet = line.positional().first().toStdString();
    if (!isPaper(options.sheet)) {
        core::Result<report::ReportEntry> entry = report::findReport(options.sheet);
        if (!entry) {
            core::Error error = entry.error();
            error.values.back() += ", " + namesOf(paperNames()).toStdString();
            return wrong(streams, "print", errorText(error));
        }
        options.report = *entry;
    }
    for (const char* option : {"from", "until", "draft"})
        if (isPaper(options.sheet) && line.isSet(QLatin1String(option)))
            return wrong(streams, std::string("print:--") + option, "only for a sheet of a plan");
    for (const auto& [name, value] : {std::pair("patient", &options.patient), std::pair("out", &options.out)}) {
        *value = line.value(QLatin1String(name));
        if (value->isEmpty())
            return wrong(streams, "print", std::string("--") + name + " is missing");
    }
    if (QFileInfo(options.out).suffix().toLower() != QLatin1String("pdf"))
        return wrong(streams, "print:--out", "expected a file name that ends in .pdf");
    if (line.isSet(QStringLiteral("lang")))
        options.language = line.value(QStringLiteral("lang"));
    const QString paper = line.value(QStringLiteral("paper")).toLower();
    if (paper == QLatin1String("a4"))
        options.paper = report::PaperSize::a4;
    else if (paper == QLatin1String("letter"))
        options.paper = report::PaperSize::letter;
    else if (!paper.isEmpty())
        return wrong(streams, "print:--paper",
                     errorText({core::ErrorCode::unknownName, {}, {paper.toStdString(), "A4, Letter"}}));
    options.draft = line.isSet(QStringLiteral("draft"));
    if (const auto ended = call.readDate(QStringLiteral("from"), options.from, streams))
        return ended;
    return call.readDate(QStringLiteral("until"), options.through, streams);
}

core::Result<report::Document> sheet(const OpenedPatient& opened, const core::Revision& revision,
                                     const PrintOptions& options, core::Date today) {
    const core::Result<core::Clinic> clinic = app::clinic(*opened.session);
    if (!clinic)
        return core::failure(clinic.error());
    const app::SheetFacts facts = app::sheetFacts(opened.record, revision, opened.catalogue.numbers(), today);
    report::ReportInput input = report::sheetInput(*clinic, opened.record.patient, revision, facts.replaced,
                                                   facts.reviews, facts.doseBefore, today);
    const auto findings = app::findingsOf(*opened.session, opened.record, revision, opened.catalogue, today);
    if (!findings)
        return core::failure(findings.error());
    input.notes = report::recordNotes(*findings, revision.overrides);
    const auto pump =
        core::pumpStatus(opened.record.pump, today, clinic->closedWeekdays, opened.catalogue.numbers().pump);
    if (pump && *pump)
        report::addPumpDays(input, (*pump)->refill);
    if (options.language)
        input.patient.documentLanguage = options.language->toStdString();
    if (options.paper)
        input.paper = *options.paper;
    if (options.from)
        input.from = options.from;
    if (options.through)
        input.through = options.through;
    const core::Result<wording::DocLocale> locale =
        wording::DocLocale::forLanguage(QString::fromStdString(input.patient.documentLanguage));
    if (!locale)
        return core::failure(locale.error());
    return options.report.make(input, *locale);
}

// What is printed, and from which plan.
struct Sheet {
    report::Document document;
    app::Print note;
};

core::Result<Sheet> sheetOfPlan(const OpenedPatient& opened, const core::Revision& revision,
                                const PrintOptions& options, core::Date today) {
    core::Result<report::Document> document = sheet(opened, revision, options, today);
    if (!document)
        return core::failure(document.error());
    app::Print print;
    if (revision.status != core::RevisionStatus::draft)
        print.revision = revision.id;
    print.kind = options.report.id;
    print.language =
        options.language ? options.language->toStdString() : opened.record.patient.identity.documentLanguage;
    return Sheet{*std::move(document), print};
}

core::Result<Sheet> paperOf(const OpenedPatient& opened, const std::string& name, const PrintOptions& options,
                            core::Date today) {
    core::Result<Paper> paper = makePaper(opened, {name, options.language, options.paper}, today);
    if (!paper)
        return core::failure(paper.error());
    app::Print print;
    print.kind = paper->kind;
    print.language = paper->language;
    return Sheet{std::move(paper->document), print};
}

// A draft may still owe a reason; an active plan has been answered for.
bool needsClinician(const OpenedPatient& opened, const core::Revision& revision, core::Date today) {
    if (revision.status != core::RevisionStatus::draft)
        return false;
    const app::PlanningContext context = app::planningContext(opened.catalogue, opened.record, today);
    return !core::unanswered(app::viewOf(revision.plan, context).findings, revision.overrides).empty();
}

} // namespace

int runPrint(const QStringList& arguments, const Streams& streams) {
    ClinicCall call(QStringLiteral("print"),
                    QStringLiteral("Writes a sheet of a patient's plan, an emergency card or a paper of the pump "
                                   "as a PDF and notes it under Documents. A file "
                                   "that is open elsewhere or write-protected is only read, which a line says."));
    describe(call.line());
    if (const auto ended = call.parse(arguments, streams, 1))
        return *ended;
    PrintOptions options;
    if (const auto ended = readOptions(call, call.line(), options, streams))
        return *ended;
    int exitCode = exitDone;
    const auto opened = openPatient(call, options.patient, Access::write, streams, exitCode);
    if (!opened)
        return exitCode;
    const core::Date today = call.today();
    const core::Revision* revision = nullptr;
    std::string paper = isPaper(options.sheet) ? options.sheet : std::string();
    if (paper.empty()) {
        revision = options.draft ? opened->record.draft() : app::revisionToPrint(opened->record, today);
        // Of someone with a pump and no tablets the calendar is the pump's.
        if (!revision && !options.draft && options.sheet == "calendar" && opened->record.pump.implantOn(today))
            paper = report::pumpCalendarId;
        else if (!revision)
            return wrong(streams, "print", options.draft ? "no plan is being drafted" : "there is no plan");
    }

    core::Result<Sheet> made =
        revision ? sheetOfPlan(*opened, *revision, options, today) : paperOf(*opened, paper, options, today);
    if (!made && made.error().code == core::ErrorCode::missingField && made.error().subject == "pump")
        return wrong(streams, "print", "no pump is in place, or its fill or setting is not recorded");
    if (!made)
        return wrong(streams, "print", errorText(made.error()));
    const report::Document& document = made->document;
    if (const core::Result<void> written = report::writePdf(document, options.out); !written)
        return wrong(streams, options.out.toStdString(), errorText(written.error()));
    made->note.patient = opened->record.patient.id;
    made->note.paper = document.paper == report::PaperSize::a4 ? "A4" : "Letter";
    made->note.destination = "pdf";
    made->note.pages = static_cast<int>(document.pages.size());
    if (opened->session->isReadOnly()) {
        writeError(streams, call.file().toStdString(),
                   "open elsewhere or write-protected; the sheet is written but not noted under Documents");
    } else if (const auto noted = app::recordPrint(*opened->session, made->note, report::toJson(document)); !noted) {
        writeError(streams, noted.error());
        return exitClinicFile;
    }
    write(streams.out, options.out.toStdString() + ": " + std::to_string(document.pages.size()) +
                           (document.pages.size() == 1 ? " page\n" : " pages\n"));
    return revision && needsClinician(*opened, *revision, today) ? exitNeedsClinician : exitDone;
}

} // namespace lento::cli
