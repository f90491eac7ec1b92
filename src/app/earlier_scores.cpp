#include "app/earlier_scores.h"

#include <algorithm>

namespace lento::app {

namespace {

// Adds each score of a muscle group and side, or goal, that does not stand there yet.
template <class Score, class Same>
void addMissing(std::vector<Score>& known, const std::vector<Score>& found, Same same) {
    for (const Score& score : found)
        if (std::none_of(known.begin(), known.end(), [&](const Score& each) { return same(each, score); }))
            known.push_back(score);
}

constexpr auto sameMuscle = [](const auto& a, const auto& b) {
    return a.muscleGroup == b.muscleGroup && a.side == b.side;
};
constexpr auto sameGoal = [](const core::Goal& a, const core::Goal& b) { return a.text == b.text; };

void addAll(core::FurtherScores& known, const core::FurtherScores& found) {
    addMissing(known.ashworth, found.ashworth, sameMuscle);
    addMissing(known.tardieu, found.tardieu, sameMuscle);
    if (!known.tenMetreHundredths)
        known.tenMetreHundredths = found.tenMetreHundredths;
    if (!known.twentyFiveFootHundredths)
        known.twentyFiveFootHundredths = found.twentyFiveFootHundredths;
}

} // namespace

EarlierScores earlierScores(const PatientRecord& record, core::Date day) {
    EarlierScores earlier;
    const auto counts = [day](const core::Visit& visit) { return !visit.draft && visit.on < day; };
    for (const core::Visit& visit : record.visits) {
        if (!counts(visit))
            continue;
        addAll(earlier.first, visit.further);
        addMissing(earlier.first.goals, visit.further.goals, sameGoal);
    }
    for (auto visit = record.visits.rbegin(); visit != record.visits.rend(); ++visit) {
        if (!counts(*visit))
            continue;
        addAll(earlier.last, visit->further);
        // A goal that was taken from the list is not brought back.
        if (earlier.last.goals.empty())
            earlier.last.goals = visit->further.goals;
    }
    return earlier;
}

} // namespace lento::app
