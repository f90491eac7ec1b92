// What the rules say of a screening bolus, a pump setting and a refill before it is saved: findings, as of a plan.
//
// One small function for each rule; what cannot be is refused elsewhere (core/pump_record.h, validate).
#pragma once

#include "core/pump_record.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lento::core {

// What the rules ask of the patient beside the pump's own rows.
struct PumpFacts {
    std::optional<Date> birthDate;
    SpasticityOrigin origin = SpasticityOrigin::notRecorded;
    std::optional<Date> brainInjuryOn;
    std::optional<bool> brainInjury;  // ever; nothing: not asked
    std::optional<bool> lastResponse; // whether the latest visit saw one (ITB-10); nothing: not assessed
};

// ITB-1, ITB-2, ITB-4: `next` after those that the trial has.
std::vector<Finding> checkScreeningBolus(const PumpFacts& facts, const PumpTrial& trial, const ScreeningBolus& next,
                                         const PumpNumbers& numbers);

// ITB-3: the mean MAS fell enough, or the goal was met; nothing while neither is known.
std::optional<bool> isBolusPositive(const ScreeningBolus& bolus, const PumpNumbers& numbers);

// What a trial has come to: the bolus that may follow and from when, or that none may.
struct TrialProposal {
    enum class Kind : std::uint8_t { giveBolus, notAssessed, positive, noCandidate } kind = Kind::giveBolus;
    std::optional<PumpBolus> bolus;
    std::optional<Date> notBeforeOn; // with the minute: when it may be given
    int notBeforeMinute = 0;
    std::optional<FirstPumpDose> firstDose; // after a positive bolus whose effect was timed (ITB-5)
    friend bool operator==(const TrialProposal&, const TrialProposal&) = default;
};
TrialProposal proposeForTrial(const PumpTrial& trial, bool smallest, const PumpNumbers& numbers);

// What a setting may come to next, each with the rule it follows.
struct PumpChangeLimits {
    PumpRange increase, reduction;
    RuleId rule;                        // ITB-7 or ITB-8
    std::optional<Date> increaseFromOn; // with the minute: the first moment at which it may rise (ITB-6, ITB-7)
    int increaseFromMinute = 0;
};
// Nothing before the first setting.
std::optional<PumpChangeLimits> pumpChangeLimits(const PumpFacts& facts, const PumpCourse& course,
                                                 const PumpImplant& implant, PumpPhase phase, Date on,
                                                 const PumpNumbers& numbers);

// ITB-6 to ITB-12. `concentration` is that of the fill it runs on.
std::vector<Finding> checkSetting(const PumpFacts& facts, const PumpCourse& course, const PumpImplant& implant,
                                  const PumpSetting& next, std::optional<Concentration> concentration,
                                  const PumpNumbers& numbers);

// ITB-12, ITB-14, ITB-16.
std::vector<Finding> checkRefill(const PumpCourse& course, const PumpImplant& implant, const PumpRefill& next,
                                 const PumpNumbers& numbers);

// The keys that these findings carry.
std::span<const std::string_view> pumpMessages();

} // namespace lento::core
