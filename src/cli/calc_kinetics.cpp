#include "cli/calc_kinds.h"
#include "cli/patient_request.h"
#include "core/body_limits.h"
#include "core/kinetics.h"
#include "core/renal.h"

#include <vector>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonReader;
using core::ErrorCode;

std::vector<core::TimedDose> readDoses(JsonReader& request, const Catalogue& catalogue) {
    std::vector<core::TimedDose> doses;
    for (JsonReader& one : request.objects("doses")) {
        const std::string at = one.text("at");
        const auto minute = core::clockMinute(at);
        if (!minute)
            request.trouble().add(ErrorCode::outOfRange, one.at("at"), {at, "00:00", "23:59"});
        doses.push_back({minute.value_or(0), one.oralMg("mg", hardDailyMg(catalogue))});
        one.done();
    }
    if (doses.empty())
        request.trouble().add(ErrorCode::missingField, request.at("doses"), {"doses"});
    return doses;
}

core::Result<Answer> answerPk(JsonReader& request, const Catalogue& catalogue) {
    const std::vector<core::TimedDose> doses = readDoses(request, catalogue);
    const auto age = request.optionalInteger("age", 0, core::longestLifeYears);
    const auto weight = readWeightGrams(request);
    const bool child = age && *age < core::adultAgeYears;
    constexpr int decimals = 4;
    const auto k = request.optionalDecimal("k", decimals, 0, 10'000'000);
    if (child && !weight)
        request.trouble().add(ErrorCode::missingField, request.at("weight_kg"), {"weight_kg"});
    if (!child && !k)
        request.trouble().add(ErrorCode::missingField, request.at("k"), {"k"});
    if (const auto failed = problem(request))
        return *failed;

    const core::Result<core::KineticModel> model =
        child ? core::childKinetics(*age, *weight, catalogue.numbers())
              : core::adultKinetics(static_cast<double>(*k) / 10'000.0, catalogue.numbers());
    if (!model)
        return core::failure(model.error().code, request.at(model.error().subject.c_str()), model.error().values);
    const core::SteadyState state = core::steadyState(*model, doses);
    Answer answer;
    answer.json.add("cl_l_per_h", Json::rounded(model->litresPerHour, 3));
    answer.json.add("half_life_h", Json::rounded(model->halfLifeHours(), 2));
    answer.json.add("average", Json::rounded(state.average, 1)).add("peak", Json::rounded(state.peak, 1));
    answer.json.add("peak_at", Json::text(core::clockText(state.peakMinute)));
    answer.json.add("trough", Json::rounded(state.trough, 1));
    return answer;
}

} // namespace

std::span<const Calculation> kineticCalculations() {
    static constexpr Calculation table[] = {{"pk", answerPk}};
    return table;
}

} // namespace lento::cli
