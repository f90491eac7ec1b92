// Whether the treatment works: the change of each scale against the baseline, and the class that decides (SCL-6 to
// SCL-9).
//
// Ratings and means are compared exactly; only what is shown is rounded. A scale that was not recorded at both visits
// gives no change, never a change of zero.
#pragma once

#include "core/scale.h"
#include "core/visit.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lento::core {

struct RuleNumbers;

enum class ResponseClass : std::uint8_t { notAssessable, responder, minimal, none, worse };
// "RESPONDER", "MINIMAL", "NONE", "WORSE", "NOT-ASSESSABLE".
std::string_view responseName(ResponseClass response);

enum class Limb : std::uint8_t { lower, upper };

// SCL-6: (baseline - current) / baseline in tenths of a percent, rounded half away from zero; nothing for a baseline
// of 0.
std::optional<std::int64_t> nrsChangeTenths(int baselineTenths, int currentTenths);
// SCL-9: notAssessable below the baseline that the rule asks for.
ResponseClass nrsResponse(int baselineTenths, int currentTenths, const RuleNumbers& numbers);

// A mean that has not been divided yet, so that two of them compare exactly.
struct MasMean {
    std::int64_t sumThousandths = 0;
    int count = 0; // more than zero
    std::int32_t thousandths() const;
    friend bool operator==(const MasMean&, const MasMean&) = default;
};
ResponseClass masResponse(MasMean baseline, MasMean current, Limb limb, const RuleNumbers& numbers);

// Both means of one limb over the muscle groups and sides that were scored at both visits, 1+ counted as 1.5.
struct MasPair {
    MasMean baseline;
    MasMean current;
};
using IsLowerLimb = std::function<bool(std::string_view muscleGroup)>;
std::optional<MasPair> masPair(const std::vector<MasScore>& baseline, const std::vector<MasScore>& current, Limb limb,
                               const IsLowerLimb& isLowerLimb);

// SCL-7: one goal with its weight (importance x difficulty) and its attainment, -2 to +2.
struct GoalScore {
    int weight = 1;
    int attainment = 0;
    friend bool operator==(const GoalScore&, const GoalScore&) = default;
};
// The T score; nothing without a goal of a weight above zero.
std::optional<double> goalAttainment(std::span<const GoalScore> goals, double correlation);
// The T score of the goals that were judged.
std::optional<double> judgedAttainment(const std::vector<Goal>& goals, double correlation);
// Both T scores over the goals that were judged both times, each under the weight it was first given.
struct GoalPair {
    double baseline = 0;
    double current = 0;
};
std::optional<GoalPair> goalPair(const std::vector<Goal>& baseline, const std::vector<Goal>& current,
                                 double correlation);
ResponseClass goalResponse(double baseline, double current, const RuleNumbers& numbers);

// SCL-8, times in hundredths of a second, more than zero.
enum class WalkChange : std::uint8_t { better, unchanged, worse };
double tenMetreSpeed(int hundredths); // m/s
WalkChange tenMetreChange(int baselineHundredths, int currentHundredths, const RuleNumbers& numbers);
WalkChange twentyFiveFootChange(int baselineHundredths, int currentHundredths, const RuleNumbers& numbers);

// SCL-9: everything that two visits allow to be said, and which of it decides.
enum class DecidedBy : std::uint8_t { nothing, nrs, lowerMas, upperMas, goals };
struct ResponseInputs {
    std::optional<int> nrsBaselineTenths;
    std::optional<int> nrsCurrentTenths;
    std::optional<MasPair> lowerMas;
    std::optional<MasPair> upperMas;
    std::optional<double> goalsBaseline;
    std::optional<double> goalsCurrent;
};
struct Response {
    ResponseClass decided = ResponseClass::notAssessable;
    DecidedBy by = DecidedBy::nothing;
    ResponseClass nrs = ResponseClass::notAssessable;
    std::optional<std::int64_t> nrsChangeTenths;
    ResponseClass lowerMas = ResponseClass::notAssessable;
    ResponseClass upperMas = ResponseClass::notAssessable;
    ResponseClass goals = ResponseClass::notAssessable;
};
Response response(const ResponseInputs& inputs, const RuleNumbers& numbers);
// The same from two visits.
ResponseInputs responseInputs(const Visit& baseline, const Visit& current, const IsLowerLimb& isLowerLimb,
                              const RuleNumbers& numbers);

} // namespace lento::core
