// What was proposed at a visit and what the clinician decided, kept side by side (DAT-4).
#pragma once

#include "core/amount.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/visit_decision.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

// Every proposal, and what a clinician may decide beyond them.
enum class VisitChoice : std::uint8_t {
    emergency,
    stepBack,
    stopAndTaper,
    hold,
    maintain,
    increase,
    continueTaper,
    taperLower,   // to a lower dose that holds the effect (VIS-5, TAP-16)
    referForPump, // VIS-11
};
VisitChoice asChoice(Proposal proposal);
// "STEP-BACK", as the proposals, "TAPER-LOWER", "REFER-ITB".
std::string_view choiceName(VisitChoice choice);
std::optional<VisitChoice> choiceFromName(std::string_view name);

struct DecidedVisit {
    VisitId visit;
    std::optional<Proposal> proposal; // nothing: not assessed
    Finding row;                      // rule, message, inputs, sources
    std::optional<DailyDose> proposedDose;
    std::optional<bool> referForPump;
    std::string ruleSetVersion;

    std::optional<VisitChoice> choice; // nothing: saved without a decision
    std::string reason;
    std::vector<std::string> asked; // VIS-12, before an increase
    std::string who;
    std::string when; // UTC
    friend bool operator==(const DecidedVisit&, const DecidedVisit&) = default;
};

// True for a choice that is not the one proposed, which takes a reason.
bool differsFromProposal(const DecidedVisit& decided);
// Errors: reasonMissing (values: the rule) for a choice that differs without one.
Result<void> validate(const DecidedVisit& decided);

} // namespace lento::core
