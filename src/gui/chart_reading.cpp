#include "gui/chart_reading.h"

#include "gui/dose_chart.h"
#include "wording/quantities.h"
#include "wording/score_words.h"

#include <QStringList>

namespace lento::gui {

QString chartReadingText(const app::ChartSeries& series, core::Date day,
                         const std::function<QString(const std::string&)>& effectName) {
    const app::ChartReading read = app::reading(series, day);
    QStringList parts;
    const QString on = wording::clinicalDateWithWeekday(read.on);
    if (!read.dose)
        parts << (read.pump ? DoseChart::tr("%1: no oral plan") : DoseChart::tr("%1: no plan")).arg(on);
    else
        parts << (read.planned ? DoseChart::tr("%1: %2, planned") : DoseChart::tr("%1: %2"))
                     .arg(on, wording::dailyText(*read.dose));
    if (read.pump)
        parts << DoseChart::tr("pump %1").arg(wording::microgramsPerDayText(*read.pump));
    if (read.isRefill)
        parts << DoseChart::tr("pump refilled");
    if (read.isAlarm)
        parts << DoseChart::tr("alarm date of the pump");
    const auto dated = [&](const QString& text, core::Date then) {
        return then == read.on ? text : DoseChart::tr("%1 on %2").arg(text, wording::clinicalDate(then));
    };
    if (read.masMean)
        parts << dated(DoseChart::tr("MAS mean %1").arg(wording::masMeanText(read.masMean->thousandths)),
                       read.masMean->on);
    if (read.nrs)
        parts << dated(DoseChart::tr("NRS %1").arg(wording::nrsText(read.nrs->thousandths / 100)), read.nrs->on);
    for (const app::ChartReading::Further& further : read.further)
        parts << dated(DoseChart::tr("%1 %2").arg(wording::chartedScaleText(further.scale),
                                                  wording::chartedValueText(further.scale, further.point.thousandths)),
                       further.point.on);
    for (const app::EffectMark& effect : read.effects)
        parts << DoseChart::tr("%1, grade %2").arg(effectName(effect.code)).arg(effect.grade);
    return parts.join(QStringLiteral(" · "));
}

} // namespace lento::gui
