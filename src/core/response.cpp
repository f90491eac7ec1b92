#include "core/response.h"

#include "core/rule_numbers.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace lento::core {

namespace {

// half of `dividend / divisor`'s remainder goes away from zero. Precondition: divisor > 0.
std::int64_t roundedQuotient(std::int64_t dividend, std::int64_t divisor) {
    const std::int64_t magnitude = (2 * std::abs(dividend) + divisor) / (2 * divisor);
    return dividend < 0 ? -magnitude : magnitude;
}

MasMean add(MasMean mean, Mas level) {
    mean.sumThousandths += masMeanThousandths(std::vector<Mas>{level}, MasCoding::onePlusAsOneAndAHalf).value();
    ++mean.count;
    return mean;
}

} // namespace

std::string_view responseName(ResponseClass response) {
    constexpr std::array<std::string_view, 5> names{"NOT-ASSESSABLE", "RESPONDER", "MINIMAL", "NONE", "WORSE"};
    return names[static_cast<std::size_t>(response)];
}

// rule: SCL-6
std::optional<std::int64_t> nrsChangeTenths(int baselineTenths, int currentTenths) {
    if (baselineTenths <= 0)
        return std::nullopt;
    return roundedQuotient(std::int64_t{1000} * (baselineTenths - currentTenths), baselineTenths);
}

// rule: SCL-6, SCL-9
ResponseClass nrsResponse(int baselineTenths, int currentTenths, const RuleNumbers& numbers) {
    if (baselineTenths < numbers.scl9.nrsFromTenths)
        return ResponseClass::notAssessable;
    const int fall = 100 * (baselineTenths - currentTenths);
    if (fall >= numbers.scl6.responderPercent * baselineTenths)
        return ResponseClass::responder;
    if (fall >= numbers.scl6.minimalPercent * baselineTenths)
        return ResponseClass::minimal;
    return fall > -numbers.scl6.minimalPercent * baselineTenths ? ResponseClass::none : ResponseClass::worse;
}

std::int32_t MasMean::thousandths() const {
    assert(count > 0);
    return static_cast<std::int32_t>(roundedQuotient(sumThousandths, count));
}

// rule: SCL-9
ResponseClass masResponse(MasMean baseline, MasMean current, Limb limb, const RuleNumbers& numbers) {
    assert(baseline.count > 0 && current.count > 0);
    const MasImportance& least = limb == Limb::lower ? numbers.scl9.lower : numbers.scl9.upper;
    const std::int64_t both = std::int64_t{baseline.count} * current.count;
    const std::int64_t fall = baseline.sumThousandths * current.count - current.sumThousandths * baseline.count;
    if (fall >= least.responderThousandths * both)
        return ResponseClass::responder;
    if (fall >= least.minimalThousandths * both)
        return ResponseClass::minimal;
    return fall > -least.minimalThousandths * both ? ResponseClass::none : ResponseClass::worse;
}

std::optional<MasPair> masPair(const std::vector<MasScore>& baseline, const std::vector<MasScore>& current, Limb limb,
                               const IsLowerLimb& isLowerLimb) {
    MasPair pair;
    for (const MasScore& before : baseline) {
        if (isLowerLimb(before.muscleGroup) != (limb == Limb::lower))
            continue;
        const auto now = std::find_if(current.begin(), current.end(), [&](const MasScore& score) {
            return score.muscleGroup == before.muscleGroup && score.side == before.side;
        });
        if (now == current.end())
            continue;
        pair.baseline = add(pair.baseline, before.level);
        pair.current = add(pair.current, now->level);
    }
    return pair.baseline.count > 0 ? std::optional(pair) : std::nullopt;
}

// rule: SCL-7
std::optional<double> goalAttainment(std::span<const GoalScore> goals, double correlation) {
    constexpr double mean = 50.0;
    constexpr double deviation = 10.0;
    std::int64_t sum = 0;
    std::int64_t weights = 0;
    std::int64_t squares = 0;
    for (const GoalScore& goal : goals) {
        sum += std::int64_t{goal.weight} * goal.attainment;
        weights += goal.weight;
        squares += std::int64_t{goal.weight} * goal.weight;
    }
    if (squares == 0)
        return std::nullopt;
    const double spread = (1.0 - correlation) * static_cast<double>(squares) +
                          correlation * static_cast<double>(weights) * static_cast<double>(weights);
    return mean + deviation * static_cast<double>(sum) / std::sqrt(spread);
}

std::optional<double> judgedAttainment(const std::vector<Goal>& goals, double correlation) {
    std::vector<GoalScore> judged;
    for (const Goal& goal : goals)
        if (goal.attainment)
            judged.push_back({goal.weight(), *goal.attainment});
    return goalAttainment(judged, correlation);
}

std::optional<GoalPair> goalPair(const std::vector<Goal>& baseline, const std::vector<Goal>& current,
                                 double correlation) {
    std::vector<GoalScore> before;
    std::vector<GoalScore> now;
    for (const Goal& first : baseline) {
        const auto again = std::ranges::find(current, first.text, &Goal::text);
        if (!first.attainment || again == current.end() || !again->attainment)
            continue;
        before.push_back({first.weight(), *first.attainment});
        now.push_back({first.weight(), *again->attainment});
    }
    const auto baselineT = goalAttainment(before, correlation);
    const auto currentT = goalAttainment(now, correlation);
    return baselineT && currentT ? std::optional(GoalPair{*baselineT, *currentT}) : std::nullopt;
}

ResponseClass goalResponse(double baseline, double current, const RuleNumbers& numbers) {
    // Two T scores that differ by the limit differ by it in the last bit as well or not at all.
    constexpr double lastBits = 1e-9;
    const double gain = current - baseline;
    if (gain >= numbers.scl7.meaningfulChange - lastBits)
        return ResponseClass::responder;
    return gain > -numbers.scl7.meaningfulChange + lastBits ? ResponseClass::none : ResponseClass::worse;
}

double tenMetreSpeed(int hundredths) {
    assert(hundredths > 0);
    return 1000.0 / hundredths;
}

// rule: SCL-8
WalkChange tenMetreChange(int baselineHundredths, int currentHundredths, const RuleNumbers& numbers) {
    assert(baselineHundredths > 0 && currentHundredths > 0);
    // 10 m in b and c hundredths: 1000 / c - 1000 / b m/s, against thousandths of a m/s.
    const std::int64_t gain = std::int64_t{1'000'000} * (baselineHundredths - currentHundredths);
    const std::int64_t least = std::int64_t{numbers.scl8.tenMetreThousandths} * baselineHundredths * currentHundredths;
    if (gain >= least)
        return WalkChange::better;
    return gain <= -least ? WalkChange::worse : WalkChange::unchanged;
}

// rule: SCL-8
WalkChange twentyFiveFootChange(int baselineHundredths, int currentHundredths, const RuleNumbers& numbers) {
    assert(baselineHundredths > 0 && currentHundredths > 0);
    const std::int64_t gain = std::int64_t{100} * (baselineHundredths - currentHundredths);
    const std::int64_t least = std::int64_t{numbers.scl8.twentyFiveFootPercent} * baselineHundredths;
    if (gain >= least)
        return WalkChange::better;
    return gain <= -least ? WalkChange::worse : WalkChange::unchanged;
}

// rule: SCL-9
Response response(const ResponseInputs& inputs, const RuleNumbers& numbers) {
    Response found;
    if (inputs.nrsBaselineTenths && inputs.nrsCurrentTenths) {
        found.nrs = nrsResponse(*inputs.nrsBaselineTenths, *inputs.nrsCurrentTenths, numbers);
        found.nrsChangeTenths = nrsChangeTenths(*inputs.nrsBaselineTenths, *inputs.nrsCurrentTenths);
    }
    if (inputs.lowerMas)
        found.lowerMas = masResponse(inputs.lowerMas->baseline, inputs.lowerMas->current, Limb::lower, numbers);
    if (inputs.upperMas)
        found.upperMas = masResponse(inputs.upperMas->baseline, inputs.upperMas->current, Limb::upper, numbers);
    if (inputs.goalsBaseline && inputs.goalsCurrent)
        found.goals = goalResponse(*inputs.goalsBaseline, *inputs.goalsCurrent, numbers);

    struct Candidate {
        ResponseClass is;
        DecidedBy by;
    };
    for (const Candidate candidate :
         {Candidate{found.nrs, DecidedBy::nrs}, Candidate{found.lowerMas, DecidedBy::lowerMas},
          Candidate{found.upperMas, DecidedBy::upperMas}, Candidate{found.goals, DecidedBy::goals}}) {
        if (candidate.is == ResponseClass::notAssessable)
            continue;
        found.decided = candidate.is;
        found.by = candidate.by;
        break;
    }
    return found;
}

ResponseInputs responseInputs(const Visit& baseline, const Visit& current, const IsLowerLimb& isLowerLimb,
                              const RuleNumbers& numbers) {
    ResponseInputs inputs;
    inputs.nrsBaselineTenths = baseline.nrsTenths;
    inputs.nrsCurrentTenths = current.nrsTenths;
    inputs.lowerMas = masPair(baseline.mas, current.mas, Limb::lower, isLowerLimb);
    inputs.upperMas = masPair(baseline.mas, current.mas, Limb::upper, isLowerLimb);
    if (const auto goals = goalPair(baseline.further.goals, current.further.goals, numbers.scl7.correlation)) {
        inputs.goalsBaseline = goals->baseline;
        inputs.goalsCurrent = goals->current;
    }
    return inputs;
}

} // namespace lento::core
