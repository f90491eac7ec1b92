#include "core/signs.h"

#include "core/rule_numbers.h"

#include <algorithm>
#include <array>

namespace lento::core {

namespace {

constexpr int emergencyGrade = 4;

RuleId ruleOf(int grade) {
    constexpr std::array<RuleId, emergencyGrade> rules{"WDL-1", "WDL-2", "WDL-3", "WDL-4"};
    return rules[static_cast<std::size_t>(std::clamp(grade, 1, emergencyGrade) - 1)];
}

void count(GradedSigns& graded, int grade, std::string name) {
    if (grade == 0 || grade < graded.grade.value_or(0))
        return;
    if (grade > graded.grade.value_or(0))
        graded.worst.clear();
    graded.grade = grade;
    graded.worst.push_back(std::move(name));
}

int temperatureGrade(int tenths, const RuleNumbers& numbers) {
    return tenths >= numbers.wdl4.feverTenths ? 4 : tenths >= numbers.wdl3.feverTenths ? 3 : 0;
}

int pulseGrade(int pulse, const RuleNumbers& numbers) {
    return pulse > numbers.wdl3.pulseAbove ? 3 : pulse >= numbers.wdl2.pulseFrom ? 2 : 0;
}

} // namespace

GradedSigns gradeWithdrawal(const Visit& visit, std::span<const WithdrawalSign> signs, bool pump,
                            const RuleNumbers& numbers) {
    GradedSigns graded;
    if (visit.withdrawalSigns) {
        graded.grade = 0;
        for (const WithdrawalSign& sign : signs) {
            const auto& ticked = *visit.withdrawalSigns;
            if (std::find(ticked.begin(), ticked.end(), sign.code) != ticked.end())
                count(graded, pump ? sign.pumpGrade.value_or(sign.grade) : sign.grade, sign.name);
        }
    }
    if (visit.temperatureTenths)
        count(graded, temperatureGrade(*visit.temperatureTenths, numbers), "temperature");
    if (visit.pulse)
        count(graded, pulseGrade(*visit.pulse, numbers), "pulse");
    if (visit.creatineKinaseTenths && *visit.creatineKinaseTenths >= numbers.wdl4.creatineKinaseTenths)
        count(graded, emergencyGrade, "creatine kinase");
    // A measurement alone says that it is at least so bad, not that nothing is worse: only the worst decides.
    if (!visit.withdrawalSigns && graded.grade != emergencyGrade)
        graded = {};
    graded.rule = ruleOf(graded.grade.value_or(0));
    return graded;
}

RaisedFlags raisedFlags(const Visit& visit, std::span<const RedFlag> flags, const std::optional<double>& k,
                        const RuleNumbers& numbers) {
    RaisedFlags found{false, {}};
    bool open = false;
    for (const RedFlag& flag : flags) {
        if (std::find(visit.redFlags.begin(), visit.redFlags.end(), flag.code) == visit.redFlags.end())
            continue;
        if (flag.withLowKidney && !k) {
            open = true;
            continue;
        }
        if (!flag.withLowKidney || *k < numbers.ae4.belowK)
            found.flags.push_back(&flag);
    }
    if (!found.flags.empty())
        found.raised = true;
    else if (open)
        found.raised.reset();
    return found;
}

std::vector<Finding> signFindings(const GradedSigns& graded, const RaisedFlags& raised) {
    std::vector<Finding> findings;
    for (const RedFlag* flag : raised.flags) {
        Finding& finding = findings.emplace_back();
        finding.rule = flag->rule;
        finding.action = Action::warn;
        const bool toxic = flag->rule == RuleId("REN-7");
        finding.message = toxic ? "ren-7.toxicity" : "ae-4.red-flag";
        finding.sources = toxic ? std::vector<std::string>{"S18", "S19", "S36"} : std::vector<std::string>{"PD"};
        finding.inputs.push_back({"sign", flag->name});
    }
    if (graded.grade.value_or(0) > 0) {
        Finding& finding = findings.emplace_back();
        finding.rule = graded.rule;
        finding.action = *graded.grade >= emergencyGrade ? Action::warn : Action::inform;
        finding.message = "wdl.grade";
        finding.sources = {"PD"};
        finding.inputs.push_back({"withdrawal_grade", std::int64_t{*graded.grade}});
        for (const std::string& name : graded.worst)
            finding.inputs.push_back({"sign", name});
    }
    return findings;
}

std::span<const std::string_view> signMessages() {
    static constexpr std::array<std::string_view, 4> keys{"ae-4.red-flag", "ren-7.toxicity", "wdl-5.sudden-stop",
                                                          "wdl.grade"};
    return keys;
}

} // namespace lento::core
