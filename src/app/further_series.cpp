#include "app/further_series.h"

#include "core/response.h"
#include "core/rule_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace lento::app {

namespace {

using core::ChartedScale;

constexpr std::int32_t thousand = 1'000;

std::int32_t asThousandths(double value) {
    return static_cast<std::int32_t>(std::lround(value * thousand));
}

// The mean over the muscles of which both angles were measured; a half goes away from zero.
std::optional<std::int32_t> meanAngle(const std::vector<core::TardieuScore>& scores) {
    int sum = 0;
    int count = 0;
    for (const core::TardieuScore& score : scores)
        if (const auto angle = core::spasticityAngle(score)) {
            sum += *angle;
            ++count;
        }
    return count > 0 ? std::optional(asThousandths(static_cast<double>(sum) / count)) : std::nullopt;
}

std::optional<std::int32_t> valueOf(ChartedScale scale, const core::FurtherScores& scores,
                                    const core::RuleNumbers& numbers) {
    constexpr std::int32_t thousandthsPerHundredth = 10;
    switch (scale) {
    case ChartedScale::goals: {
        const auto score = core::judgedAttainment(scores.goals, numbers.scl7.correlation);
        return score ? std::optional(asThousandths(*score)) : std::nullopt;
    }
    case ChartedScale::tenMetre:
        return scores.tenMetreHundredths ? std::optional(asThousandths(core::tenMetreSpeed(*scores.tenMetreHundredths)))
                                         : std::nullopt;
    case ChartedScale::twentyFiveFoot:
        return scores.twentyFiveFootHundredths
                   ? std::optional(*scores.twentyFiveFootHundredths * thousandthsPerHundredth)
                   : std::nullopt;
    case ChartedScale::tardieuAngle:
        break;
    }
    return meanAngle(scores.tardieu);
}

std::optional<Band> bandOf(ChartedScale scale, std::int32_t baseline, const core::RuleNumbers& numbers) {
    constexpr std::int32_t hundredPercent = 100;
    const auto around = [baseline](std::int32_t least) { return Band{baseline - least, baseline + least}; };
    switch (scale) {
    case ChartedScale::goals:
        return around(asThousandths(numbers.scl7.meaningfulChange));
    case ChartedScale::tenMetre:
        return Band{std::max(baseline - numbers.scl8.tenMetreThousandths, 0),
                    baseline + numbers.scl8.tenMetreThousandths};
    case ChartedScale::twentyFiveFoot:
        return around(baseline * numbers.scl8.twentyFiveFootPercent / hundredPercent);
    case ChartedScale::tardieuAngle:
        break;
    }
    return std::nullopt; // no least change of the angle is known
}

// The least that an axis shows, and the distances between marks it may have.
struct Frame {
    std::int32_t low = 0;
    std::int32_t high = 0;
};
Frame frameOf(ChartedScale scale) {
    switch (scale) {
    case ChartedScale::goals:
        return {30 * thousand, 70 * thousand}; // two deviations either way
    case ChartedScale::tenMetre:
        return {0, 1'200};
    case ChartedScale::twentyFiveFoot:
        return {0, 10 * thousand};
    case ChartedScale::tardieuAngle:
        break;
    }
    return {0, 30 * thousand};
}

} // namespace

// rule: SCL-10
void addFurtherSeries(ChartSeries& series, const PatientRecord& record, const core::RuleNumbers& numbers) {
    series.further.clear();
    for (int i = 0; i < core::chartedScales; ++i) {
        FurtherSeries found;
        found.scale = static_cast<ChartedScale>(i);
        for (std::size_t visit = 0; visit < record.visits.size(); ++visit) {
            if (record.visits[visit].draft)
                continue;
            if (const auto value = valueOf(found.scale, record.visits[visit].further, numbers))
                found.points.push_back({record.visits[visit].on, *value, visit});
        }
        if (found.points.empty())
            continue;
        found.band = bandOf(found.scale, found.points.front().thousandths, numbers);
        series.first = std::min(series.first, found.points.front().on);
        series.last = std::max(series.last, found.points.back().on);
        series.further.push_back(std::move(found));
    }
}

ScoreAxis axisOf(const FurtherSeries& series) {
    auto [low, high] = frameOf(series.scale);
    for (const ScorePoint& point : series.points) {
        low = std::min(low, point.thousandths);
        high = std::max(high, point.thousandths);
    }
    // At most four spaces between marks.
    constexpr std::array<std::int32_t, 11> ticks{100,   200,    400,    500,    1'000,  2'000,
                                                 5'000, 10'000, 20'000, 50'000, 200'000};
    constexpr std::int32_t mostSpaces = 4;
    const auto fits = [low = low, high = high](std::int32_t tick) { return high - low <= mostSpaces * tick; };
    const auto found = std::ranges::find_if(ticks, fits);
    const std::int32_t tick = found == ticks.end() ? ticks.back() : *found;
    const auto down = static_cast<std::int32_t>(std::floor(static_cast<double>(low) / tick)) * tick;
    const auto up = static_cast<std::int32_t>(std::ceil(static_cast<double>(high) / tick)) * tick;
    return {down, up, tick};
}

} // namespace lento::app
