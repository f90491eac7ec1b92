// Lays one further scale as a panel of the chart page: points on an own axis under a caption that states unit and
// direction, the band of change that does not matter around the baseline (SCL-10).
#pragma once

#include "report/chart_report.h"

namespace lento::report {

// Where the page's dates stand.
struct ChartTime {
    core::Date first;
    core::Date last;
    core::Date today;
};
// Each how many of the marks that stand `apart` mm from one another have room for a figure of a height.
int marksPerFigure(double apart, double figureHeight);
// box: of the panel alone; the caption stands above it, the figures before it.
void layChartPanel(Page& page, const ChartInput::Panel& panel, const Box& box, const ChartTime& time,
                   const wording::DocLocale& locale);

} // namespace lento::report
