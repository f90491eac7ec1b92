#include "report/chart_panels.h"

#include "core/decimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lento::report {

namespace {

constexpr Colour lineColour{0x0b, 0x66, 0x66};
constexpr Colour bandTint{0xe4, 0xf1, 0xf1};
constexpr Colour gridColour{0xe1, 0xe6, 0xeb};
constexpr Colour todayColour{0x1a, 0x24, 0x33};
constexpr double labelPoints = 9;
constexpr double markSize = 2.4;

const char* captionOf(core::ChartedScale scale) {
    switch (scale) {
    case core::ChartedScale::goals:
        return QT_TRANSLATE_NOOP("chart", "GAS T score, 50 is as expected. More is better.");
    case core::ChartedScale::tenMetre:
        return QT_TRANSLATE_NOOP("chart", "10 m walk, m/s. More is better.");
    case core::ChartedScale::twentyFiveFoot:
        return QT_TRANSLATE_NOOP("chart", "25-foot walk, s. Lower is better.");
    case core::ChartedScale::tardieuAngle:
        break;
    }
    return QT_TRANSLATE_NOOP("chart", "Tardieu angle R2 − R1, degrees, mean of the muscles measured. Lower is better.");
}

} // namespace

int marksPerFigure(double apart, double figureHeight) {
    return apart <= 0 ? 1 : std::max(1, static_cast<int>(std::ceil(figureHeight / apart)));
}

void layChartPanel(Page& page, const ChartInput::Panel& panel, const Box& box, const ChartTime& time,
                   const wording::DocLocale& locale) {
    const auto put = [&page](Shape shape) { page.blocks.push_back({std::move(shape), std::nullopt}); };
    const auto x = [&](core::Date day) {
        return box.start + box.width * (day - time.first) / std::max(1.0, double(time.last - time.first));
    };
    const double range = std::max(1, panel.highThousandths - panel.lowThousandths);
    const auto y = [&](std::int32_t thousandths) {
        const double inside = std::clamp(thousandths, panel.lowThousandths, panel.highThousandths);
        return box.bottom() - box.height * (inside - panel.lowThousandths) / range;
    };
    constexpr double captionHeight = 4.5;
    constexpr double figureHeight = 4;
    constexpr double figureWidth = 11;
    put(Text{{box.start, box.top - captionHeight - 0.8, box.width, captionHeight},
             locale.text("chart", captionOf(panel.scale)),
             Face::bold,
             labelPoints,
             Align::start});
    if (panel.band) {
        const double low = y(panel.band->lowThousandths);
        const double high = y(panel.band->highThousandths);
        put(Area{{{box.start, high}, {box.end(), high}, {box.end(), low}, {box.start, low}}, bandTint});
    }
    const int every = marksPerFigure(box.height * panel.tickThousandths / range, figureHeight);
    int count = 0;
    for (std::int32_t at = panel.lowThousandths; at <= panel.highThousandths && panel.tickThousandths > 0;
         at += panel.tickThousandths) {
        put(Polyline{{{box.start, y(at)}, {box.end(), y(at)}}, 0.2, gridColour});
        if (count++ % every != 0)
            continue;
        constexpr int decimals = 3;
        put(Text{{box.start - figureWidth - 2, y(at) - figureHeight / 2, figureWidth, figureHeight},
                 QString::fromStdString(core::formatDecimal(at, decimals)),
                 Face::regular,
                 labelPoints,
                 Align::end});
    }
    if (time.today >= time.first && time.today <= time.last)
        put(Polyline{{{x(time.today), box.top}, {x(time.today), box.bottom()}}, 0.35, todayColour, Dash::dotted});
    std::vector<Point> line;
    for (const ChartInput::Score& point : panel.points)
        if (point.on >= time.first && point.on <= time.last)
            line.push_back({x(point.on), y(point.thousandths)});
    if (line.size() > 1)
        put(Polyline{line, 0.45, lineColour});
    for (const Point& at : line)
        put(Mark{
            {at.start - markSize / 2, at.top - markSize / 2, markSize, markSize}, Marker::circle, lineColour, true});
}

} // namespace lento::report
