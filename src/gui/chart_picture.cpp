#include "gui/chart_picture.h"

#include "app/further_series.h"
#include "report/chart_report.h"
#include "report/page_export.h"

#include <QFileInfo>

#include <algorithm>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

report::ChartInput chartInput(const DoseChart& shown, std::span<const core::ChartedScale> panels) {
    const app::ChartSeries& series = shown.series();
    report::ChartInput input;
    input.today = series.today;
    const core::DateSpan days = shown.shownDays();
    input.first = days.first;
    input.last = days.last.value_or(days.first);
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
        if (std::ranges::find(panels, further.scale) == panels.end())
            continue;
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
        input.effects.push_back({mark.on, shown.effectName(mark.code), mark.grade});
    return input;
}

} // namespace

core::Result<void> saveChartPicture(const DoseChart& shown, std::span<const core::ChartedScale> panels,
                                    const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "png"_L1 && ending != "svg"_L1 && ending != "pdf"_L1)
        return core::failure(core::ErrorCode::unknownName, "picture", {ending.toStdString(), "png, svg, pdf"});
    // A picture leaves the program; like paper, it is in the documents' language and not the screen's.
    const core::Result<report::Document> document =
        report::chartReport(chartInput(shown, panels), wording::DocLocale());
    if (!document)
        return core::failure(document.error());
    if (ending == "png"_L1)
        return report::writePng(*document, 0, path);
    if (ending == "svg"_L1)
        return report::writeSvg(*document, 0, path);
    return report::writePdf(*document, path);
}

} // namespace lento::gui
