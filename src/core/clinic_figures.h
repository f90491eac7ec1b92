// ClinicFigures counts where the patients of a clinic stand on a day, and how often each check was overridden.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace lento::core {

struct ClinicFigures {
    int titrated = 0;
    int atMaximum = 0; // of those titrated: on the last dose of the plan, its trial still running (TIT-12)
    int tapered = 0;
    int onHold = 0;           // of those tapered: held, paused or stepped back today
    int pausedOrReversed = 0; // of those tapered: anywhere in the plan
    int stable = 0;
    int unscored = 0; // of those stable: no score for so long (MON-2)
    // In plans that are or were followed; the most frequent first.
    std::vector<std::pair<std::string, std::int64_t>> overridesByRule;
    friend bool operator==(const ClinicFigures&, const ClinicFigures&) = default;
};

} // namespace lento::core
