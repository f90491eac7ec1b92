// What to propose at a visit: the first row of the table that matches, and for each row above it why it does not
// (VIS-1 to VIS-11; TAP-12 to TAP-14 and TAP-19 while a taper runs).
//
// An input that is absent was not recorded. A row that needs it is not assessed, and then nothing is proposed: a row
// below it must not win by a guess.
#pragma once

#include "core/amount.h"
#include "core/finding.h"
#include "core/plan.h"
#include "core/response.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lento::core {

struct RuleNumbers;

// Of adverse effects by AE-1, of withdrawal by WDL-2 to WDL-4.
inline constexpr int moderateGrade = 2, severeGrade = 3, lifeThreateningGrade = 4;

enum class Proposal : std::uint8_t { emergency, stepBack, stopAndTaper, hold, maintain, increase, continueTaper };
// What a row of the decision rests on, as its rule names it.
std::vector<std::string> sourcesOfDecision(RuleId rule);
// "EMERGENCY", "STEP-BACK", "STOP-AND-TAPER", "HOLD", "MAINTAIN", "INCREASE", "CONTINUE-TAPER".
std::string_view proposalName(Proposal proposal);
std::optional<Proposal> proposalFromName(std::string_view name);

struct VisitInputs {
    bool tapering = false;                 // a taper is in force: its own rows apply
    std::optional<bool> redFlag;           // AE-4, WDL-4
    std::optional<int> worstGrade;         // AE-1, since the last visit
    std::optional<bool> psychosis;         // new hallucinations, psychosis or seizure, of any grade
    std::optional<bool> gradeTwoBefore;    // grade 2 at the visit before too
    std::optional<int> withdrawalGrade;    // WDL-1 to WDL-4; 0 none
    std::optional<int> adherencePercent;   // counted, as by the diary
    std::optional<Adherence> adherence;    // as it was said; the less of the two counts
    std::optional<ResponseClass> response; // notAssessable counts as absent
    std::optional<DailyDose> dose;
    std::optional<DailyDose> ceiling; // min(protocol, REN, PED, ELD)
    std::optional<bool> atMaximumTolerated;
    std::optional<int> daysSinceChange;
    std::optional<int> intervalDays;
    std::optional<int> daysAtCeiling; // or at the highest dose tolerated
    std::optional<bool> severe;       // VIS-11
    std::optional<bool> regional;     // generalised or regional, not focal (VIS-11)
    std::optional<bool> atStartDose;
    std::optional<bool> suddenlyWorse; // worse than at the last visit on the same dose (VIS-12)
    // What the proposed dose is made from; without them the proposal stands without a dose.
    std::optional<DailyDose> increment;    // by RND-2
    std::optional<DailyDose> previousStep; // the dose before the present one, not below the start dose
    std::optional<DailyDose> finalDose;    // F of TAP-1: from here down it may be stopped (TAP-10)
};

// VIS-12: what may lie behind a sudden worsening, in the order in which it is asked.
std::span<const std::string_view> worseningQuestions();

struct VisitDecision {
    std::optional<Proposal> proposal; // nothing: not assessed, and `row` names what is missing
    Finding row;                      // the row that matched, or the first that could not be assessed
    std::vector<Finding> notMatched;  // the rows above it, each with its reason
    std::vector<Finding> beside;      // what goes with the proposal: VIS-10 to VIS-12
    std::optional<DailyDose> dose;    // the daily dose that it comes to
    std::optional<int> holdDays;
    std::optional<bool> referForPump; // VIS-11; nothing: not assessed
    bool mayStopAtOnce = false;       // TAP-10
};

VisitDecision decideVisit(const VisitInputs& inputs, const RuleNumbers& numbers);

// VIS-10: the dose that as many attempts as the rule names failed to exceed, each ended by a step back to it; the
// lowest if there are several. `steps` in the order in which they were taken.
std::optional<DailyDose> maximumToleratedDose(std::span<const Step> steps, const RuleNumbers& numbers);

// The keys that the findings of a decision carry.
std::span<const std::string_view> visitMessages();

} // namespace lento::core
