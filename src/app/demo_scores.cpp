#include "app/demo_scores.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::app {

namespace {

constexpr std::array<const char*, 6> goalTexts{
    "Move from bed to chair with one helper", "Sleep through the night without spasms",
    "Walk to the shop with one stick",        "Dress the lower body without help",
    "Sit in the wheelchair for two hours",    "Stand at the sink to wash"};

} // namespace

DemoScores::DemoScores(const DemoResponse& response, DemoRandom random)
    : m_response(response)
    , m_random(random) {
    if (!response.furtherScales)
        return;
    const std::size_t first = m_random.next() % goalTexts.size();
    const int count = m_random.between(2, 3);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        const int importance = m_random.between(1, core::highestGoalWeight);
        m_goals.push_back(
            {goalTexts[(first + i) % goalTexts.size()], importance, m_random.between(1, core::highestGoalWeight), {}});
    }
}

core::FurtherScores DemoScores::at(double share) {
    core::FurtherScores scores;
    if (!m_response.furtherScales)
        return scores;
    const auto jitter = [this](int hundredths) { return m_random.between(-hundredths, hundredths) / 100.0; };
    scores.goals = m_goals;
    for (core::Goal& goal : scores.goals) {
        const double attained = 1.6 - 3.4 * share + jitter(45);
        goal.attainment =
            std::clamp(static_cast<int>(std::lround(attained)), -core::mostAttainment, core::mostAttainment);
    }
    if (m_response.pattern == DemoPattern::fourLimbs)
        return scores;
    const double speed = std::max(0.2, 1.15 - 0.75 * share + jitter(4)); // m/s
    scores.tenMetreHundredths = static_cast<int>(std::lround(1000 / speed));
    if (m_response.pattern == DemoPattern::bothLegs) {
        constexpr double feetInMetres = 7.62;
        constexpr double haste = 1.2; // as fast as is safe
        scores.twentyFiveFootHundredths = static_cast<int>(std::lround(100 * feetInMetres / (speed * haste)));
    }
    if (m_response.pattern != DemoPattern::rightSide)
        scores.tardieu.push_back(tardieu(core::Side::left, share));
    if (m_response.pattern != DemoPattern::leftSide)
        scores.tardieu.push_back(tardieu(core::Side::right, share * 0.9));
    return scores;
}

core::TardieuScore DemoScores::tardieu(core::Side side, double share) {
    const auto quality = [&](double most) { return std::clamp(static_cast<int>(std::lround(most * share)), 0, 4); };
    const int full = m_random.between(10, 14);
    return {"gastrocnemius-soleus",
            side,
            {quality(1), quality(2), quality(3.4)},
            full - static_cast<int>(std::lround(22 * share)) - m_random.between(0, 3),
            full};
}

} // namespace lento::app
