#include "cli/calc_kinds.h"
#include "core/interruption.h"
#include "core/visit_decision.h"

#include <array>
#include <variant>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonReader;
using core::ErrorCode;

constexpr int longestDays = 36'500;

constexpr std::array<content::JsonName<core::ResponseClass>, 5> responseNames{
    {{"RESPONDER", core::ResponseClass::responder},
     {"MINIMAL", core::ResponseClass::minimal},
     {"NONE", core::ResponseClass::none},
     {"WORSE", core::ResponseClass::worse},
     {"NOT-ASSESSABLE", core::ResponseClass::notAssessable}}};

core::VisitInputs readVisit(JsonReader& request, const Catalogue& catalogue) {
    core::VisitInputs visit;
    visit.redFlag = request.optionalFlag("red_flag");
    visit.worstGrade = request.optionalInteger("ae_grade", 0, 4);
    visit.psychosis = request.optionalFlag("psychosis");
    visit.gradeTwoBefore = request.optionalFlag("ae2_last_visit");
    visit.adherencePercent = request.optionalInteger("adherence_percent", 0, 100);
    visit.response = request.optionalOneOf<core::ResponseClass>("response", responseNames);
    visit.dose = request.optionalDailyMg("daily_mg", hardDailyMg(catalogue));
    visit.ceiling = request.optionalDailyMg("ceiling_mg", hardDailyMg(catalogue));
    visit.daysSinceChange = request.optionalInteger("days_since_change", 0, longestDays);
    visit.intervalDays = request.optionalInteger("interval_days", 1, longestDays);
    visit.daysAtCeiling = request.optionalInteger("days_at_ceiling", 0, longestDays);
    visit.severe = request.optionalFlag("severe");
    visit.atStartDose = request.optionalFlag("at_start_dose");
    visit.atMaximumTolerated = request.optionalFlag("at_mtd");
    visit.regional = true; // who asks by a script has judged the spasticity to be more than focal
    return visit;
}

// The first input that the decision would have needed, under the request's key.
const std::string* firstMissing(const core::VisitDecision& decision) {
    const auto missingIn = [](const core::Finding& finding) -> const std::string* {
        for (const core::Input& input : finding.inputs) {
            if (!finding.assessed && input.name == "missing")
                return std::get_if<std::string>(&input.value);
        }
        return nullptr;
    };
    if (const std::string* missing = missingIn(decision.row))
        return missing;
    for (const core::Finding& finding : decision.beside) {
        if (const std::string* missing = missingIn(finding))
            return missing;
    }
    return nullptr;
}

core::Result<Answer> answerVisit(JsonReader& request, const Catalogue& catalogue) {
    const core::VisitInputs visit = readVisit(request, catalogue);
    if (const auto failed = problem(request))
        return *failed;
    const core::VisitDecision decision = core::decideVisit(visit, catalogue.numbers());
    if (const std::string* missing = firstMissing(decision))
        return core::failure(ErrorCode::missingField, request.at(missing->c_str()), {*missing});

    Answer answer;
    answer.json.add("proposal", Json::text(core::proposalName(*decision.proposal)));
    answer.json.add("rule", Json::text(decision.row.rule.text()));
    answer.json.add("refer_itb", Json::flag(decision.referForPump.value_or(false)));
    answer.needsClinician = decision.proposal == core::Proposal::emergency;
    return answer;
}

std::string_view actionName(core::RestartAction action) {
    constexpr std::array<std::string_view, 4> names{"resume", "restart-low", "restart-over", "supervise"};
    return names[static_cast<std::size_t>(action)];
}

core::Result<Answer> answerRestart(JsonReader& request, const Catalogue& catalogue) {
    constexpr int longestGap = 87'600;
    core::Interruption gap;
    gap.gapHours = request.integer("gap_hours", 0, longestGap);
    gap.previous = request.dailyMg("previous_mg", hardDailyMg(catalogue));
    gap.protocolStart = request.dailyMg("protocol_start_mg", hardDailyMg(catalogue));
    gap.quantum = request.dailyMg("quantum_mg", hardDailyMg(catalogue));
    gap.withdrawalSigns = request.optionalFlag("withdrawal").value_or(false);
    constexpr int decimals = 4;
    if (const auto k = request.optionalDecimal("k", decimals, 0, 10'000'000))
        gap.k = static_cast<double>(*k) / 10'000.0;
    if (const auto failed = problem(request))
        return *failed;

    const core::Restart restart = core::restartAfter(gap, catalogue.numbers());
    Answer answer;
    answer.json.add("mg", Json::mg(restart.dose)).add("rule", Json::text(restart.finding.rule.text()));
    answer.json.add("action", Json::text(actionName(restart.action)));
    return answer;
}

// Hours with two decimals, as hundredths; the rule compares them, so their unit does not matter.
core::Result<Answer> answerMissedDose(JsonReader& request, const Catalogue& catalogue) {
    constexpr int decimals = 2;
    const auto late = static_cast<int>(request.decimal("late_hours", decimals, 0, 10'000));
    const auto gap = static_cast<int>(request.decimal("gap_hours", decimals, 1, 10'000));
    if (const auto failed = problem(request))
        return *failed;
    const bool take = core::missedDose(late, gap, catalogue.numbers()) == core::MissedDose::take;
    Answer answer;
    answer.json.add("action", Json::text(take ? "take" : "skip"));
    return answer;
}

} // namespace

std::span<const Calculation> visitCalculations() {
    static constexpr Calculation table[] = {
        {"visit", answerVisit}, {"restart", answerRestart}, {"missed-dose", answerMissedDose}};
    return table;
}

} // namespace lento::cli
