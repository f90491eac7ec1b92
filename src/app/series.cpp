#include "app/series.h"

#include "core/scale.h"
#include "core/visit.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lento::app {

namespace {

// How far a dose without an end is drawn past the day on which it, or tomorrow, begins.
constexpr int openDaysShown = 28;

// Days of one stretch that lie in [first, last], as a level; joined to the level before when nothing changes on the
// line.
void addLevel(std::vector<DoseLevel>& levels, core::Date from, core::Date to, core::DailyDose daily, bool planned) {
    if (to < from)
        return;
    if (!levels.empty()) {
        DoseLevel& before = levels.back();
        if (before.daily == daily && before.planned == planned && before.to + 1 == from) {
            before.to = to;
            return;
        }
    }
    levels.push_back({from, to, daily, planned});
}

core::Date shownEnd(const Stretch& stretch, core::Date today) {
    return stretch.span.last.value_or(std::max(stretch.span.first, today + 1) + (openDaysShown - 1));
}

void addPast(std::vector<DoseLevel>& levels, const DoseTimeline& timeline, core::Date today) {
    for (const Stretch& stretch : timeline.stretches()) {
        if (stretch.span.first > today)
            break;
        addLevel(levels, stretch.span.first, std::min(stretch.span.last.value_or(today), today), stretch.split.total(),
                 false);
    }
}

void addPlanned(std::vector<DoseLevel>& levels, const DoseTimeline& timeline, core::Date today) {
    for (const Stretch& stretch : timeline.stretches())
        addLevel(levels, std::max(stretch.span.first, today + 1), shownEnd(stretch, today), stretch.split.total(),
                 true);
}

EffectMark worstOf(const core::Visit& visit, std::size_t index) {
    const auto worst = std::max_element(visit.adverseEffects.begin(), visit.adverseEffects.end(),
                                        [](const auto& a, const auto& b) { return a.grade < b.grade; });
    return {visit.on, worst->code, worst->grade, index};
}

void addVisits(ChartSeries& series, const PatientRecord& record) {
    for (std::size_t i = 0; i < record.visits.size(); ++i) {
        const core::Visit& visit = record.visits[i];
        if (visit.draft)
            continue;
        if (const auto mean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf))
            series.masMean.push_back({visit.on, *mean, i});
        if (visit.nrsTenths)
            series.nrs.push_back({visit.on, *visit.nrsTenths * 100, i});
        // A grade of 0 says that the effect was asked for and absent.
        const bool any = std::any_of(visit.adverseEffects.begin(), visit.adverseEffects.end(),
                                     [](const core::AdverseEffect& effect) { return effect.grade > 0; });
        if (any)
            series.effects.push_back(worstOf(visit, i));
    }
}

void setEnds(ChartSeries& series) {
    series.first = series.last = series.today;
    const auto include = [&series](core::Date day) {
        series.first = std::min(series.first, day);
        series.last = std::max(series.last, day);
    };
    for (const DoseLevel& level : series.dose) {
        include(level.from);
        include(level.to);
    }
    for (const auto* points : {&series.masMean, &series.nrs}) {
        for (const ScorePoint& point : *points)
            include(point.on);
    }
    for (const EffectMark& mark : series.effects)
        include(mark.on);
}

// For a line only; the exact dose stays in the level.
double milligrams(core::DailyDose dose) {
    return static_cast<double>(dose.inNanograms()) / static_cast<double>(core::nanogramsPerMilligram);
}

std::optional<ScorePoint> latestUpTo(const std::vector<ScorePoint>& points, core::Date day) {
    const auto after = std::upper_bound(points.begin(), points.end(), day,
                                        [](core::Date date, const ScorePoint& point) { return date < point.on; });
    if (after == points.begin())
        return std::nullopt;
    return *std::prev(after);
}

} // namespace

ChartSeries chartSeries(const PatientRecord& record, core::Date today, const core::Revision* draft) {
    ChartSeries series;
    series.today = today;
    const DoseTimeline active(record);
    addPast(series.dose, active, today);
    addPlanned(series.dose, draft == nullptr ? active : DoseTimeline(record, *draft), today);
    addVisits(series, record);
    setEnds(series);
    return series;
}

std::vector<QPointF> stepLine(const ChartSeries& series, bool planned) {
    std::vector<QPointF> line;
    line.reserve(2 * series.dose.size() + 2);
    const DoseLevel* before = nullptr;
    for (const DoseLevel& level : series.dose) {
        if (level.planned != planned) {
            before = &level;
            continue;
        }
        const double from = level.from.dayNumber();
        if (before != nullptr) {
            const double end = before->to.dayNumber() + 1;
            // The dashed line grows out of the end of the drawn one.
            if (line.empty() && planned && !before->planned)
                line.emplace_back(end, milligrams(before->daily));
            // Between two plans nothing is taken: the line lies on zero there instead of bridging the gap.
            if (end < from && !line.empty()) {
                line.emplace_back(end, 0.0);
                line.emplace_back(from, 0.0);
            }
        }
        line.emplace_back(from, milligrams(level.daily));
        line.emplace_back(level.to.dayNumber() + 1, milligrams(level.daily));
        before = &level;
    }
    return line;
}

std::vector<QPointF> thinned(std::span<const QPointF> points, double firstX, double lastX, int pixelColumns) {
    const auto left = [](const QPointF& point, double x) { return point.x() < x; };
    auto begin = std::lower_bound(points.begin(), points.end(), firstX, left);
    auto end =
        std::upper_bound(begin, points.end(), lastX, [](double x, const QPointF& point) { return x < point.x(); });
    // One neighbour on either side, so that the line enters and leaves the picture at the right height.
    if (begin != points.begin())
        --begin;
    if (end != points.end())
        ++end;
    const auto count = static_cast<std::size_t>(end - begin);
    if (pixelColumns <= 0 || !(lastX > firstX) || count <= 4 * static_cast<std::size_t>(pixelColumns))
        return {begin, end};

    std::vector<QPointF> kept;
    kept.reserve(std::min(count, 4 * (static_cast<std::size_t>(pixelColumns) + 3)));
    const double columnsPerUnit = pixelColumns / (lastX - firstX);
    const auto columnOf = [&](const QPointF& point) {
        return static_cast<std::int64_t>(std::floor((point.x() - firstX) * columnsPerUnit));
    };
    for (auto point = begin; point != end;) {
        const std::int64_t column = columnOf(*point);
        const auto first = point;
        auto lowest = point;
        auto highest = point;
        auto last = point;
        for (; point != end && columnOf(*point) == column; ++point) {
            if (point->y() < lowest->y())
                lowest = point;
            if (point->y() > highest->y())
                highest = point;
            last = point;
        }
        const auto [inner, outer] = std::minmax(lowest, highest);
        kept.push_back(*first);
        if (inner != first)
            kept.push_back(*inner);
        if (outer != inner && outer != first)
            kept.push_back(*outer);
        if (last != outer && last != first)
            kept.push_back(*last);
    }
    return kept;
}

ChartReading reading(const ChartSeries& series, core::Date day) {
    ChartReading found;
    found.on = day;
    const auto after = std::upper_bound(series.dose.begin(), series.dose.end(), day,
                                        [](core::Date date, const DoseLevel& level) { return date < level.from; });
    if (after != series.dose.begin() && day <= std::prev(after)->to) {
        found.dose = std::prev(after)->daily;
        found.planned = std::prev(after)->planned;
    }
    if (series.pump) {
        found.pump = pumpDoseOn(*series.pump, day);
        found.isRefill = std::ranges::find(series.pump->refills, day) != series.pump->refills.end();
        found.isAlarm = std::ranges::find(series.pump->alarms, day, &PumpAlarm::on) != series.pump->alarms.end();
    }
    found.masMean = latestUpTo(series.masMean, day);
    found.nrs = latestUpTo(series.nrs, day);
    for (const FurtherSeries& further : series.further)
        if (const auto point = latestUpTo(further.points, day))
            found.further.push_back({further.scale, *point});
    for (const EffectMark& mark : series.effects) {
        if (mark.on == day)
            found.effects.push_back(mark);
    }
    return found;
}

core::Date nextStop(const ChartSeries& series, core::Date from, int direction) {
    std::vector<core::Date> stops;
    for (const DoseLevel& level : series.dose)
        stops.push_back(level.from);
    for (const auto* points : {&series.masMean, &series.nrs})
        for (const ScorePoint& point : *points)
            stops.push_back(point.on);
    for (const FurtherSeries& further : series.further)
        for (const ScorePoint& point : further.points)
            stops.push_back(point.on);
    for (const EffectMark& mark : series.effects)
        stops.push_back(mark.on);
    if (series.pump) {
        for (const PumpLevel& level : series.pump->dose)
            stops.push_back(level.from);
        for (const PumpAlarm& alarm : series.pump->alarms)
            stops.push_back(alarm.on);
        stops.insert(stops.end(), series.pump->refills.begin(), series.pump->refills.end());
    }
    std::optional<core::Date> best;
    for (const core::Date stop : stops) {
        const int distance = (stop - from) * direction;
        if (distance > 0 && (!best || distance < (*best - from) * direction))
            best = stop;
    }
    return best.value_or(from);
}

} // namespace lento::app
