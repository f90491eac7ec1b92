// The points of the further scales for the chart: T score, speed of the 10 m walk, time of the 25-foot walk, mean
// Tardieu angle, each with the band in which a change does not matter (SCL-3, SCL-7, SCL-8, SCL-10).
#pragma once

#include "app/record.h"
#include "app/series.h"

namespace lento::app {

// Fills series.further with each scale that was recorded at any saved visit.
void addFurtherSeries(ChartSeries& series, const PatientRecord& record, const core::RuleNumbers& numbers);

// From the lowest mark to the highest, with room for every point; whole multiples of the tick.
struct ScoreAxis {
    std::int32_t lowThousandths = 0;
    std::int32_t highThousandths = 0;
    std::int32_t tickThousandths = 0;
};
ScoreAxis axisOf(const FurtherSeries& series);

} // namespace lento::app
