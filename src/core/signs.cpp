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

void count(GradedSigns& graded, int grade, const WithdrawalSign& sign) {
    if (grade == 0 || grade < graded.grade.value_or(0))
        return;
    if (grade > graded.grade.value_or(0))
        graded.worst.clear();
    graded.grade = grade;
    graded.worst.push_back(&sign);
}

int temperatureGrade(int tenths, const RuleNumbers& numbers) {
    return tenths >= numbers.wdl4.feverTenths ? 4 : tenths >= numbers.wdl3.feverTenths ? 3 : 0;
}

int pulseGrade(int pulse, const RuleNumbers& numbers) {
    return pulse > numbers.wdl3.pulseAbove ? 3 : pulse >= numbers.wdl2.pulseFrom ? 2 : 0;
}

// What was measured of a sign of grade 0; 0 where nothing was.
int measuredGrade(const WithdrawalSign& sign, const Visit& visit, const RuleNumbers& numbers) {
    if (sign.code == "temperature")
        return visit.temperatureTenths ? temperatureGrade(*visit.temperatureTenths, numbers) : 0;
    if (sign.code == "pulse")
        return visit.pulse ? pulseGrade(*visit.pulse, numbers) : 0;
    if (sign.code == "creatine-kinase")
        return visit.creatineKinaseTenths.value_or(0) >= numbers.wdl4.creatineKinaseTenths ? emergencyGrade : 0;
    return 0;
}

bool isAmong(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

GradedSigns gradeWithdrawal(const Visit& visit, std::span<const WithdrawalSign> signs, bool pump,
                            const RuleNumbers& numbers) {
    GradedSigns graded;
    if (visit.withdrawalSigns)
        graded.grade = 0;
    for (const WithdrawalSign& sign : signs) {
        if (sign.grade == 0)
            count(graded, measuredGrade(sign, visit, numbers), sign);
        else if (visit.withdrawalSigns && isAmong(*visit.withdrawalSigns, sign.code))
            count(graded, pump ? sign.pumpGrade.value_or(sign.grade) : sign.grade, sign);
    }
    // A measurement alone says that it is at least so bad, not that nothing is worse: only the worst decides.
    if (!visit.withdrawalSigns && graded.grade != emergencyGrade)
        graded = {};
    graded.rule = ruleOf(graded.grade.value_or(0));
    return graded;
}

// rule: AE-4
RaisedFlags raisedFlags(const Visit& visit, std::span<const RedFlag> flags, const std::optional<double>& k,
                        const RuleNumbers& numbers) {
    RaisedFlags found;
    if (!visit.redFlags)
        return found;
    for (const RedFlag& flag : flags) {
        if (!isAmong(*visit.redFlags, flag.code))
            continue;
        if (flag.withLowKidney && !k)
            found.lacksKidney = true;
        else if (!flag.withLowKidney || *k < numbers.ae4.belowK)
            found.flags.push_back(&flag);
    }
    if (!found.flags.empty())
        found.lacksKidney = false;
    if (!found.lacksKidney)
        found.raised = !found.flags.empty();
    return found;
}

std::vector<Finding> signFindings(const GradedSigns& graded, const RaisedFlags& raised) {
    std::vector<Finding> findings;
    for (const RedFlag* flag : raised.flags) {
        Finding& finding = findings.emplace_back();
        finding.rule = flag->rule;
        finding.action = Action::warn;
        finding.message = flag->rule == RuleId("REN-7") ? "ren-7.toxicity" : "ae-4.red-flag";
        finding.sources = flag->sources;
        finding.inputs.push_back({"sign", flag->name});
    }
    if (graded.grade.value_or(0) > 0) {
        Finding& finding = findings.emplace_back();
        finding.rule = graded.rule;
        finding.action = *graded.grade >= emergencyGrade ? Action::warn : Action::inform;
        finding.message = "wdl.grade";
        finding.inputs.push_back({"withdrawal_grade", std::int64_t{*graded.grade}});
        for (const WithdrawalSign* sign : graded.worst) {
            finding.inputs.push_back({"sign", sign->name});
            for (const std::string& source : sign->sources)
                if (!isAmong(finding.sources, source))
                    finding.sources.push_back(source);
        }
    }
    return findings;
}

std::span<const std::string_view> signMessages() {
    static constexpr std::array<std::string_view, 4> keys{"ae-4.red-flag", "ren-7.toxicity", "wdl-5.sudden-stop",
                                                          "wdl.grade"};
    return keys;
}

} // namespace lento::core
