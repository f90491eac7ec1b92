#include "cli/chart_command.h"

#include "app/documents.h"
#include "app/further_series.h"
#include "app/series.h"
#include "app/treatment_response.h"
#include "cli/clinic_call.h"
#include "cli/error_text.h"
#include "cli/patient_choice.h"
#include "report/chart_report.h"
#include "report/page_export.h"

#include <QFileInfo>

#include <algorithm>

namespace lento::cli {

namespace {

QString effectName(const content::Catalogue& catalogue, const std::string& code) {
    const auto& kinds = catalogue.adverseEffects();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const content::AdverseEffectKind& each) { return each.code == code; });
    return QString::fromStdString(kind == kinds.end() ? code : kind->name);
}

report::ChartInput chartInput(const app::ChartSeries& series, const content::Catalogue& catalogue) {
    report::ChartInput input;
    input.today = series.today;
    for (const app::DoseLevel& level : series.dose)
        input.dose.push_back({level.from, level.to, level.daily, level.planned});
    for (const app::ScorePoint& point : series.masMean)
        input.masMean.push_back({point.on, point.thousandths});
    for (const app::ScorePoint& point : series.nrs)
        input.nrs.push_back({point.on, point.thousandths});
    const auto band = [](const std::optional<app::Band>& around) {
        return around ? std::optional(report::ChartInput::Band{around->lowThousandths, around->highThousandths})
                      : std::nullopt;
    };
    input.masBand = band(series.masBand);
    input.nrsBand = band(series.nrsBand);
    for (const app::FurtherSeries& further : series.further) {
        const app::ScoreAxis axis = app::axisOf(further);
        report::ChartInput::Panel panel{
            further.scale, {}, band(further.band), axis.lowThousandths, axis.highThousandths, axis.tickThousandths};
        for (const app::ScorePoint& point : further.points)
            panel.points.push_back({point.on, point.thousandths});
        input.further.push_back(std::move(panel));
    }
    if (series.pump) {
        report::ChartInput::Pump& pump = input.pump.emplace();
        for (const app::PumpLevel& level : series.pump->dose)
            pump.dose.push_back({level.from, level.to, level.daily, level.isAdjustment});
        pump.refills = series.pump->refills;
        for (const app::PumpAlarm& alarm : series.pump->alarms)
            pump.alarms.push_back(alarm.on);
    }
    for (const app::EffectMark& mark : series.effects)
        input.effects.push_back({mark.on, effectName(catalogue, mark.code), mark.grade});
    return input;
}

// The same days as in the window; false for a name that is none.
bool setRange(report::ChartInput& input, const QString& range, const app::ChartSeries& series) {
    if (range == QLatin1String("3m")) {
        input.first = series.today - 61;
        input.last = series.today + 31;
    } else if (range == QLatin1String("1y")) {
        input.first = series.today - 273;
        input.last = series.today + 92;
    } else if (range == QLatin1String("all")) {
        const int room = std::max(7, (series.last - series.first) / 40);
        input.first = series.first - room;
        input.last = series.last + room;
    } else {
        return false;
    }
    return true;
}

core::Result<void> writePicture(const report::Document& document, const QString& out, const QString& ending) {
    if (ending == QLatin1String("png"))
        return report::writePng(document, 0, out);
    if (ending == QLatin1String("svg"))
        return report::writeSvg(document, 0, out);
    return report::writePdf(document, out);
}

int wrong(const Streams& streams, std::string_view where, const std::string& what) {
    writeError(streams, where, what);
    return exitWrongInput;
}

} // namespace

int runChart(const QStringList& arguments, const Streams& streams) {
    const QString patient = QStringLiteral("patient");
    const QString out = QStringLiteral("out");
    const QString range = QStringLiteral("range");
    const QString named = QStringLiteral("named");
    ClinicCall call(QStringLiteral("chart"),
                    QStringLiteral("Draws doses, scores and adverse effects of one patient over time. The picture "
                                   "names nobody unless asked to."));
    CommandLine& line = call.line();
    line.option(patient, QStringLiteral("An id, a record number, or words that find one patient."),
                QStringLiteral("P"));
    line.option(out, QStringLiteral("The picture to write: X.png, X.svg or X.pdf."), QStringLiteral("X"));
    line.option(range, QStringLiteral("3m, 1y or all; 1y if not said."), QStringLiteral("R"), QStringLiteral("1y"));
    line.option(named, QStringLiteral("Write name, date of birth and record number at the head."));
    if (const auto ended = call.parse(arguments, streams, 0))
        return *ended;
    for (const QString& needed : {patient, out}) {
        if (line.value(needed).isEmpty())
            return wrong(streams, "chart", "--" + needed.toStdString() + " is missing");
    }
    const QString ending = QFileInfo(line.value(out)).suffix().toLower();
    if (!QStringList{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")}.contains(ending))
        return wrong(streams, "chart:--out", "expected a file name that ends in .png, .svg or .pdf");
    report::ChartInput input;
    if (!setRange(input, line.value(range), {}))
        return wrong(streams, "chart:--range",
                     errorText({core::ErrorCode::unknownName, {}, {line.value(range).toStdString(), "3m, 1y, all"}}));

    int exitCode = exitDone;
    const auto opened = openPatient(call, line.value(patient), Access::read, streams, exitCode);
    if (!opened)
        return exitCode;
    const core::Result<core::Clinic> clinic = app::clinic(*opened->session);
    if (!clinic) {
        writeError(streams, clinic.error());
        return exitClinicFile;
    }
    app::ChartSeries series = app::chartSeries(opened->record, call.today());
    app::addBaselineBands(series, opened->record, opened->catalogue);
    app::addFurtherSeries(series, opened->record, opened->catalogue.numbers());
    app::addPumpSeries(series, opened->record, opened->catalogue.numbers().pump);
    input = chartInput(series, opened->catalogue);
    setRange(input, line.value(range), series);
    input.paper = clinic->paper;
    if (line.isSet(named)) {
        input.patient = opened->record.patient.identity;
        input.clinic = QString::fromStdString(clinic->name);
    }
    const core::Result<report::Document> document = report::chartReport(input, wording::DocLocale());
    if (!document)
        return wrong(streams, "chart", errorText(document.error()));
    const core::Result<void> written = writePicture(*document, line.value(out), ending);
    if (!written)
        return wrong(streams, line.value(out).toStdString(), errorText(written.error()));
    return exitDone;
}

} // namespace lento::cli
