// What a visit can propose and ask, by name.
#include "core/visit_decision.h"

#include <array>

namespace lento::core {

std::string_view proposalName(Proposal proposal) {
    constexpr std::array<std::string_view, 7> names{"EMERGENCY", "STEP-BACK", "STOP-AND-TAPER", "HOLD",
                                                    "MAINTAIN",  "INCREASE",  "CONTINUE-TAPER"};
    return names[static_cast<std::size_t>(proposal)];
}

std::optional<Proposal> proposalFromName(std::string_view name) {
    for (const Proposal proposal : {Proposal::emergency, Proposal::stepBack, Proposal::stopAndTaper, Proposal::hold,
                                    Proposal::maintain, Proposal::increase, Proposal::continueTaper}) {
        if (proposalName(proposal) == name)
            return proposal;
    }
    return std::nullopt;
}

std::vector<std::string> sourcesOfDecision(RuleId rule) {
    if (rule == RuleId("VIS-8") || rule == RuleId("VIS-9"))
        return {"S11", "S16", "S1"};
    if (rule == RuleId("TAP-14"))
        return {"S12", "S15"};
    if (rule == RuleId("TAP-19"))
        return {"S1", "S3"};
    if (rule == RuleId("TAP-13"))
        return {"S11"};
    return {"PD"};
}

std::span<const std::string_view> worseningQuestions() {
    static constexpr std::array<std::string_view, 7> codes{"infection", "bladder",      "bowel",     "skin",
                                                           "pain",      "missed-doses", "pump-fault"};
    return codes;
}

std::span<const std::string_view> visitMessages() {
    static constexpr std::array<std::string_view, 37> keys{
        "VIS-10",
        "VIS-12",
        "vis-1.emergency",
        "vis-1.not",
        "vis-11.focal",
        "vis-11.not-assessed",
        "vis-11.refer",
        "vis-2.not",
        "vis-2.step-back",
        "vis-2.stop",
        "vis-2.stop-at-once",
        "vis-3.hold",
        "vis-3.not",
        "vis-3.step-back",
        "vis-4.hold",
        "vis-4.not",
        "vis-5.maintain",
        "vis-5.not",
        "vis-6.hold",
        "vis-6.increase",
        "vis-6.not-ceiling",
        "vis-6.not-tolerated",
        "vis-7.maintain",
        "vis-7.not",
        "vis-8.hold",
        "vis-8.not",
        "vis-9.stop",
        "vis.not-assessed",
        "visit-tap-12.continue",
        "visit-tap-12.not",
        "visit-tap-12.pause",
        "visit-tap-13.not",
        "visit-tap-13.step-back",
        "visit-tap-14.emergency",
        "visit-tap-14.not",
        "visit-tap-19.faster",
        "visit-tap-19.not",
    };
    return keys;
}

} // namespace lento::core
