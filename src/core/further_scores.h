// FurtherScores are the scales that a visit may record beside the usual ones: original Ashworth, Tardieu, goals and
// timed walks (SCL-2, SCL-3, SCL-7, SCL-8).
#pragma once

#include "core/result.h"
#include "core/scale.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

inline constexpr int highestAshworth = 4;
inline constexpr int highestTardieuQuality = 5;
inline constexpr int widestAngle = 180;              // of a joint, from neutral, either way
inline constexpr int highestGoalWeight = 3;          // of importance, of difficulty
inline constexpr int mostAttainment = 2;             // either way
inline constexpr int longestWalkHundredths = 60'000; // ten minutes: longer is a slip of the pen

// SCL-2: a scale of its own; a level is never turned into one of the modified scale.
struct AshworthScore {
    std::string muscleGroup; // code of resources/scales/muscle_groups.json
    Side side = Side::left;
    int level = 0; // 0 to 4, no 1+
    friend bool operator==(const AshworthScore&, const AshworthScore&) = default;
};

// SCL-3.
inline constexpr int tardieuVelocities = 3;
struct TardieuScore {
    std::string muscleGroup;
    Side side = Side::left;
    std::array<std::optional<int>, tardieuVelocities> quality; // at V1, V2, V3: 0 to 5
    std::optional<int> r1Degrees;                              // the catch at V3
    std::optional<int> r2Degrees;                              // the full passive range at V1
    friend bool operator==(const TardieuScore&, const TardieuScore&) = default;
};
// R2 - R1; nothing while one of them was not measured. Below zero the two were likely read the wrong way round, which
// is warned of and not refused.
std::optional<int> spasticityAngle(const TardieuScore& score);

// SCL-7: a goal in the patient's words.
struct Goal {
    std::string text;
    int importance = 1;            // 1 to 3
    int difficulty = 1;            // 1 to 3
    std::optional<int> attainment; // -2 to +2; nothing: set but not judged
    int weight() const { return importance * difficulty; }
    friend bool operator==(const Goal&, const Goal&) = default;
};

struct FurtherScores {
    std::vector<AshworthScore> ashworth;
    std::vector<TardieuScore> tardieu;
    std::vector<Goal> goals;
    std::optional<int> tenMetreHundredths;       // seconds x 100 for 10 m at a comfortable pace (SCL-8)
    std::optional<int> twentyFiveFootHundredths; // the same for 25 feet, as fast as is safe
    friend bool operator==(const FurtherScores&, const FurtherScores&) = default;
};

// Errors by field: outOfRange (ashworth, tardieuQuality, tardieuAngle, importance, difficulty, attainment, tenMetre,
// twentyFiveFoot), emptyText (goal), conflictingFields (the same muscle group and side twice: ashworth, tardieu; the
// same goal twice: goal).
Result<void> validate(const FurtherScores& scores);

} // namespace lento::core
