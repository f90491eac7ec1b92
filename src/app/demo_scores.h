// The further scales of an invented patient: timed walks, goals and Tardieu angles that follow the stiffness.
#pragma once

#include "app/demo_random.h"
#include "app/demo_visits.h"
#include "core/further_scores.h"

#include <vector>

namespace lento::app {

// From a stream of its own, so that no other value of the patient hangs on it.
class DemoScores {
public:
    DemoScores(const DemoResponse& response, DemoRandom random);
    // `share` is what is left of the stiffness without baclofen: 1 is all of it.
    core::FurtherScores at(double share);

private:
    core::TardieuScore tardieu(core::Side side, double share);

    DemoResponse m_response;
    DemoRandom m_random;
    std::vector<core::Goal> m_goals;
};

} // namespace lento::app
