// Lays a pump's dose as a panel of the chart page: steps in mcg a day, refills below, alarm dates upright (SCL-10).
#pragma once

#include "report/chart_panels.h"

namespace lento::report {

// box: of the panel alone; the caption stands above it, the figures before it, the refills below.
void layPumpPanel(Page& page, const ChartInput::Pump& pump, const Box& box, const ChartTime& time,
                  const wording::DocLocale& locale);

} // namespace lento::report
