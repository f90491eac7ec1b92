#include "core/further_scores.h"

#include "core/blank_text.h"
#include "core/bounds.h"

#include <algorithm>
#include <string_view>

namespace lento::core {

namespace {

// The first muscle group and side that stands there twice.
template <class Score>
Result<void> eachOnce(std::string_view field, const std::vector<Score>& scores) {
    for (auto score = scores.begin(); score != scores.end(); ++score) {
        const bool twice = std::any_of(scores.begin(), score, [&](const Score& before) {
            return before.muscleGroup == score->muscleGroup && before.side == score->side;
        });
        if (twice)
            return failure(ErrorCode::conflictingFields, std::string(field), {score->muscleGroup, score->muscleGroup});
    }
    return {};
}

Result<void> validate(const TardieuScore& score) {
    for (const std::optional<int>& quality : score.quality)
        if (const Result<void> valid = within("tardieuQuality", quality, 0, highestTardieuQuality); !valid)
            return valid;
    for (const std::optional<int>& angle : {score.r1Degrees, score.r2Degrees})
        if (const Result<void> valid = within("tardieuAngle", angle, -widestAngle, widestAngle); !valid)
            return valid;
    return {};
}

Result<void> validate(const Goal& goal) {
    if (isBlank(goal.text))
        return failure(ErrorCode::emptyText, "goal");
    if (const Result<void> valid = within("importance", goal.importance, 1, highestGoalWeight); !valid)
        return valid;
    if (const Result<void> valid = within("difficulty", goal.difficulty, 1, highestGoalWeight); !valid)
        return valid;
    return within("attainment", goal.attainment, -mostAttainment, mostAttainment);
}

} // namespace

// rule: SCL-3
std::optional<int> spasticityAngle(const TardieuScore& score) {
    if (!score.r1Degrees || !score.r2Degrees)
        return std::nullopt;
    return *score.r2Degrees - *score.r1Degrees;
}

// rule: SCL-2, SCL-3
Result<void> validate(const FurtherScores& scores) {
    if (const Result<void> once = eachOnce("ashworth", scores.ashworth); !once)
        return once;
    for (const AshworthScore& score : scores.ashworth)
        if (const Result<void> valid = within("ashworth", score.level, 0, highestAshworth); !valid)
            return valid;
    if (const Result<void> once = eachOnce("tardieu", scores.tardieu); !once)
        return once;
    for (const TardieuScore& score : scores.tardieu)
        if (const Result<void> valid = validate(score); !valid)
            return valid;
    for (auto goal = scores.goals.begin(); goal != scores.goals.end(); ++goal) {
        if (const Result<void> valid = validate(*goal); !valid)
            return valid;
        if (std::any_of(scores.goals.begin(), goal, [&](const Goal& before) { return before.text == goal->text; }))
            return failure(ErrorCode::conflictingFields, "goal", {goal->text, goal->text});
    }
    if (const Result<void> valid = within("tenMetre", scores.tenMetreHundredths, 1, longestWalkHundredths); !valid)
        return valid;
    return within("twentyFiveFoot", scores.twentyFiveFootHundredths, 1, longestWalkHundredths);
}

} // namespace lento::core
