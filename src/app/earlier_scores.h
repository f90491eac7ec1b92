// What the further scales were before a visit: last time, and the first time, each muscle group, goal and walk for
// itself.
#pragma once

#include "app/record.h"
#include "core/further_scores.h"

namespace lento::app {

struct EarlierScores {
    core::FurtherScores last; // goals: those of the latest visit that has any
    core::FurtherScores first;
};
// Of saved visits on days before `day`.
EarlierScores earlierScores(const PatientRecord& record, core::Date day);

} // namespace lento::app
