// The grade that signs of withdrawal come to, ticked or measured, and the red flags among what was ticked (WDL-1 to
// WDL-4, AE-4, REN-7).
//
// A list that nobody asked is not known. What was measured can only make a grade worse.
#pragma once

#include "core/finding.h"
#include "core/visit.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

struct RuleNumbers;

// One line of the checklist: resources/catalogue/withdrawal_signs.json.
struct WithdrawalSign {
    std::string code;
    std::string name;             // English; the key of its translation (wording/sign_words.h)
    int grade = 1;                // 0: it is measured, and the value decides
    std::optional<int> pumpGrade; // with a pump, where that differs (WDL-1: itching)
    std::vector<std::string> sources;
};

// One tick of danger: resources/catalogue/red_flags.json.
struct RedFlag {
    std::string code;
    std::string name;
    RuleId rule;                // AE-4, REN-7
    bool withLowKidney = false; // a flag only while K is below the limit of AE-4
    std::vector<std::string> sources;
};

struct GradedSigns {
    std::optional<int> grade;                 // nothing: not asked
    RuleId rule;                              // of the worst: WDL-3
    std::vector<const WithdrawalSign*> worst; // what gave the grade, ticked or measured
};
GradedSigns gradeWithdrawal(const Visit& visit, std::span<const WithdrawalSign> signs, bool pump,
                            const RuleNumbers& numbers);

struct RaisedFlags {
    std::optional<bool> raised; // nothing: not asked, or what was ticked counts only with a K that is not known
    bool lacksKidney = false;   // the second
    std::vector<const RedFlag*> flags;
};
RaisedFlags raisedFlags(const Visit& visit, std::span<const RedFlag> flags, const std::optional<double>& k,
                        const RuleNumbers& numbers);

// What they say beside a proposal: which signs gave the grade, which flags are up.
std::vector<Finding> signFindings(const GradedSigns& graded, const RaisedFlags& raised);
// The keys that these findings carry.
std::span<const std::string_view> signMessages();

} // namespace lento::core
