#include "cli/calc_command.h"

#include "cli/calc_kinds.h"

#include <vector>

namespace lento::cli {

namespace {

std::vector<Calculation> calculations() {
    std::vector<Calculation> all;
    for (const std::span<const Calculation> family :
         {doseCalculations(), visitCalculations(), scoreCalculations(), kineticCalculations(), pumpCalculations()})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

std::string calculationNames() {
    std::string all;
    for (const Calculation& calculation : calculations())
        all.append(all.empty() ? "" : ", ").append(calculation.name);
    return all;
}

core::Result<Answer> answerCalc(content::JsonReader& request, const content::Catalogue& catalogue) {
    const std::string name = request.text("calc");
    for (const Calculation& calculation : calculations())
        if (calculation.name == name)
            return calculation.answer(request, catalogue);
    request.trouble().add(core::ErrorCode::unknownName, request.at("calc"), {name, calculationNames()});
    return core::failure(request.trouble().first());
}

} // namespace

std::optional<core::Failure> problem(content::JsonReader& request) {
    request.done();
    if (!request.trouble())
        return {};
    return core::failure(request.trouble().first());
}

int hardDailyMg(const content::Catalogue& catalogue) {
    return static_cast<int>(catalogue.numbers().uni1.oralHardDaily / core::DailyDose::milligrams(1));
}

int runCalc(const QStringList& arguments, const Streams& streams) {
    return answerRequests(QStringLiteral("calc"),
                          QStringLiteral("Does one calculation of the rules, named by \"calc\" in a JSON request: %1.")
                              .arg(QString::fromStdString(calculationNames())),
                          arguments, streams, answerCalc);
}

} // namespace lento::cli
