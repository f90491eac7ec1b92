#include "cli/calc_kinds.h"
#include "core/response.h"
#include "core/scale.h"

#include <array>
#include <cmath>
#include <vector>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonReader;
using core::ErrorCode;

constexpr std::array<content::JsonName<core::Limb>, 2> limbNames{
    {{"lower", core::Limb::lower}, {"upper", core::Limb::upper}}};
constexpr std::array<content::JsonName<core::MasCoding>, 2> codingNames{
    {{"A", core::MasCoding::ranks}, {"B", core::MasCoding::onePlusAsOneAndAHalf}}};

// Two values that only mean something together.
void askForBoth(JsonReader& request, const char* one, const char* other) {
    for (const auto& [there, missing] : {std::pair{one, other}, std::pair{other, one}}) {
        if (request.has(there) && !request.has(missing))
            request.trouble().add(ErrorCode::missingField, request.at(missing), {missing});
    }
}

core::MasMean meanOf(std::int64_t thousandths) {
    return {thousandths, 1};
}

core::Result<Answer> answerResponse(JsonReader& request, const Catalogue& catalogue) {
    constexpr int ratingDecimals = 1;
    constexpr int meanDecimals = 3;
    constexpr std::int64_t highestRating = 100;
    constexpr std::int64_t highestMean = 4'000;
    core::ResponseInputs inputs;
    const auto rating = [&](const char* key) -> std::optional<int> {
        const auto read = request.optionalDecimal(key, ratingDecimals, 0, highestRating);
        return read ? std::optional(static_cast<int>(*read)) : std::nullopt;
    };
    inputs.nrsBaselineTenths = rating("nrs_baseline");
    inputs.nrsCurrentTenths = rating("nrs_current");
    const auto before = request.optionalDecimal("mas_baseline", meanDecimals, 0, highestMean);
    const auto now = request.optionalDecimal("mas_current", meanDecimals, 0, highestMean);
    const auto limb = request.optionalOneOf<core::Limb>("limb", limbNames);
    askForBoth(request, "nrs_baseline", "nrs_current");
    askForBoth(request, "mas_baseline", "mas_current");
    if (before && !limb)
        request.trouble().add(ErrorCode::missingField, request.at("limb"), {"limb"});
    if (!inputs.nrsBaselineTenths && !before)
        request.trouble().add(ErrorCode::missingField, request.at("nrs_baseline"), {"nrs_baseline"});
    if (const auto failed = problem(request))
        return *failed;

    if (before)
        (*limb == core::Limb::lower ? inputs.lowerMas : inputs.upperMas) = core::MasPair{meanOf(*before), meanOf(*now)};
    const core::Response found = core::response(inputs, catalogue.numbers());
    Answer answer;
    if (found.nrs != core::ResponseClass::notAssessable)
        answer.json.add("change_percent", Json::scaled(*found.nrsChangeTenths, 1));
    answer.json.add("class", Json::text(core::responseName(found.decided)));
    answer.json.add("rule", Json::text("SCL-9"));
    return answer;
}

core::Result<Answer> answerMasMean(JsonReader& request, const Catalogue&) {
    const std::vector<std::string> texts = request.texts("scores");
    const auto coding = request.oneOf<core::MasCoding>("coding", codingNames);
    std::vector<core::Mas> scores;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto level = core::masFromText(texts[i]);
        if (level)
            scores.push_back(*level);
        else
            request.trouble().add(level.error().code, request.at("scores") + '[' + std::to_string(i) + ']',
                                  level.error().values);
    }
    if (texts.empty())
        request.trouble().add(ErrorCode::missingField, request.at("scores"), {"scores"});
    if (const auto failed = problem(request))
        return *failed;
    constexpr int decimals = 3;
    Answer answer;
    answer.json.add("mean", Json::scaled(*core::masMeanThousandths(scores, coding), decimals));
    return answer;
}

core::Result<Answer> answerGas(JsonReader& request, const Catalogue& catalogue) {
    constexpr int heaviest = 100;
    std::vector<core::GoalScore> goals;
    for (JsonReader& goal : request.objects("goals")) {
        goals.push_back({goal.integer("weight", 1, heaviest), goal.integer("score", -2, 2)});
        goal.done();
    }
    constexpr int decimals = 4;
    const auto rho = request.optionalDecimal("rho", decimals, 0, 10'000);
    if (goals.empty())
        request.trouble().add(ErrorCode::missingField, request.at("goals"), {"goals"});
    if (const auto failed = problem(request))
        return *failed;
    const double correlation = rho ? static_cast<double>(*rho) / 10'000.0 : catalogue.numbers().scl7.correlation;
    Answer answer;
    answer.json.add("t", Json::rounded(*core::goalAttainment(goals, correlation), 1));
    return answer;
}

} // namespace

std::span<const Calculation> scoreCalculations() {
    static constexpr Calculation table[] = {
        {"response", answerResponse}, {"mas-mean", answerMasMean}, {"gas", answerGas}};
    return table;
}

} // namespace lento::cli
