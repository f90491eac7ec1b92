// Numbers for the dose-and-spasticity chart: days as day numbers, doses as steps, scores as points; no chart type in
// sight.
#pragma once

#include "app/pump_series.h"
#include "app/record.h"
#include "app/timeline.h"
#include "core/charted_scale.h"

#include <QPointF>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lento::app {

struct ScorePoint {
    core::Date on;
    std::int32_t thousandths = 0; // MAS mean, or NRS
    std::size_t visit = 0;        // index into PatientRecord::visits
};

struct EffectMark {
    core::Date on;
    std::string code; // the worst of that visit
    int grade = 0;
    std::size_t visit = 0;
};

struct DoseLevel {
    core::Date from;
    core::Date to; // included
    core::DailyDose daily;
    bool planned = false; // from today's next day on
};

// Values that differ from the baseline by less than what matters (SCL-10).
struct Band {
    std::int32_t lowThousandths = 0;
    std::int32_t highThousandths = 0;
};

// One of the further scales: thousandths of the T score, of m/s, of seconds, of degrees.
struct FurtherSeries {
    core::ChartedScale scale = core::ChartedScale::goals;
    std::vector<ScorePoint> points; // oldest first, at least one
    std::optional<Band> band;
};

struct ChartSeries {
    core::Date today;
    std::vector<DoseLevel> dose; // contiguous where a plan is in force; oldest first
    std::vector<ScorePoint> masMean;
    std::vector<ScorePoint> nrs;
    std::vector<EffectMark> effects;
    std::optional<Band> masBand; // set by addBaselineBands
    std::optional<Band> nrsBand;
    std::vector<FurtherSeries> further; // set by addFurtherSeries; those that were recorded
    std::optional<PumpSeries> pump;     // set by addPumpSeries
    core::Date first;                   // of anything
    core::Date last;
};

// draft: shown as the planned part instead of the active plan's.
ChartSeries chartSeries(const PatientRecord& record, core::Date today, const core::Revision* draft = nullptr);

// The corners of the step line, x = day number, y = mg a day; two points a change. `planned` selects the dashed part.
std::vector<QPointF> stepLine(const ChartSeries& series, bool planned);

// No more than four points a pixel column (first, lowest, highest, last), so that a line of any length draws the same
// picture.
std::vector<QPointF> thinned(std::span<const QPointF> points, double firstX, double lastX, int pixelColumns);

// What the focus line reads on one day.
struct ChartReading {
    core::Date on;
    std::optional<core::DailyDose> dose;
    bool planned = false;
    std::optional<core::PumpDose> pump;
    bool isRefill = false;             // the pump was filled on that day
    bool isAlarm = false;              // it began, or will begin, to beep
    std::optional<ScorePoint> masMean; // of that day, else the last before
    std::optional<ScorePoint> nrs;
    std::vector<EffectMark> effects; // of that day
    struct Further {
        core::ChartedScale scale = core::ChartedScale::goals;
        ScorePoint point;
    };
    std::vector<Further> further;
};
ChartReading reading(const ChartSeries& series, core::Date day);

// The next day in a direction (1 or -1) on which something changed or was seen: a dose, a refill, an alarm, a visit;
// the day itself when there is none.
core::Date nextStop(const ChartSeries& series, core::Date from, int direction);

} // namespace lento::app
