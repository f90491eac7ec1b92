// The table of rules: one small function for each rule id, run over a plan and what is known of the patient (DAT-4).
//
// A rule family is added by a line in its file's table; nothing else changes. Rules never fetch, never ask the clock
// and never alter a plan.
#pragma once

#include "core/finding.h"
#include "core/patient.h"
#include "core/plan.h"
#include "core/rule_numbers.h"

#include <optional>
#include <span>
#include <vector>

namespace lento::core {

// One class of one medicine, as it was typed.
struct MedicineMatch {
    const std::string* typed = nullptr;
    const MedicineClass* known = nullptr;
};

struct RuleContext {
    const Plan& plan;
    const RuleNumbers& numbers;
    Date today;
    // Without facts every rule about the patient is "not assessed".
    const PatientFacts* facts = nullptr;
    std::optional<RenalFunction> renal = {}; // filled by check()
    // The dose in force before the plan starts, when there is a plan it follows.
    std::optional<DailyDose> doseBefore = {};
    // The products in use before the plan starts, when there is a plan it follows (FRM-2).
    const ProductSet* productsBefore = nullptr;
    RenalAssessment renalAssessment = {};    // filled by check(): what is missing where there is no function
    std::vector<MedicineMatch> matches = {}; // likewise: the medicines that some class of INT knows
};

using RuleFunction = void (*)(const RuleContext& context, std::vector<Finding>& findings);

struct RuleEntry {
    RuleId rule;
    RuleFunction check;
    std::span<const std::string_view> messages; // the keys that its findings may carry
};

// Every rule that can be checked on a plan, in the order in which findings are listed before sorting.
std::span<const RuleEntry> ruleTable();

// Runs the whole table. Findings are sorted: hardest action first, then rule id, then step.
std::vector<Finding> check(RuleContext context);

// Findings that still owe a reason: BLOCK-OVR without an Override of the same fingerprint (and without the second name
// that it asks for), and every HARD.
bool answers(const Override& given, const Finding& finding);
std::vector<Finding> unanswered(const std::vector<Finding>& findings, const std::vector<Override>& overrides);

// INT-20: as many medicines of INT-1 to INT-6 as together count as a major interaction.
bool takesSeveralSedatives(const PatientFacts& facts, const RuleNumbers& numbers);

// TIT-11: start + 14, + 28 … up to the last step's first day, one at least. TAP-16: within 14 days, then every 28,
// moved back from a weekend to the Friday, and stop date + 7.
std::vector<Date> reviewDates(const Plan& plan, const RuleNumbers& numbers);

} // namespace lento::core
