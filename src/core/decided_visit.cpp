#include "core/decided_visit.h"

#include "core/blank_text.h"

#include <algorithm>
#include <array>

namespace lento::core {

namespace {

constexpr std::array allChoices{VisitChoice::emergency,     VisitChoice::stepBack,   VisitChoice::stopAndTaper,
                                VisitChoice::hold,          VisitChoice::maintain,   VisitChoice::increase,
                                VisitChoice::continueTaper, VisitChoice::taperLower, VisitChoice::referForPump};

} // namespace

VisitChoice asChoice(Proposal proposal) {
    switch (proposal) {
    case Proposal::emergency:
        return VisitChoice::emergency;
    case Proposal::stepBack:
        return VisitChoice::stepBack;
    case Proposal::stopAndTaper:
        return VisitChoice::stopAndTaper;
    case Proposal::hold:
        return VisitChoice::hold;
    case Proposal::maintain:
        return VisitChoice::maintain;
    case Proposal::increase:
        return VisitChoice::increase;
    case Proposal::continueTaper:
        break;
    }
    return VisitChoice::continueTaper;
}

std::string_view choiceName(VisitChoice choice) {
    switch (choice) {
    case VisitChoice::taperLower:
        return "TAPER-LOWER";
    case VisitChoice::referForPump:
        return "REFER-ITB";
    case VisitChoice::emergency:
        return proposalName(Proposal::emergency);
    case VisitChoice::stepBack:
        return proposalName(Proposal::stepBack);
    case VisitChoice::stopAndTaper:
        return proposalName(Proposal::stopAndTaper);
    case VisitChoice::hold:
        return proposalName(Proposal::hold);
    case VisitChoice::maintain:
        return proposalName(Proposal::maintain);
    case VisitChoice::increase:
        return proposalName(Proposal::increase);
    case VisitChoice::continueTaper:
        break;
    }
    return proposalName(Proposal::continueTaper);
}

std::optional<VisitChoice> choiceFromName(std::string_view name) {
    for (const VisitChoice choice : allChoices) {
        if (choiceName(choice) == name)
            return choice;
    }
    return std::nullopt;
}

bool differsFromProposal(const DecidedVisit& decided) {
    return decided.choice && decided.proposal && *decided.choice != asChoice(*decided.proposal);
}

Result<void> validate(const DecidedVisit& decided) {
    if (differsFromProposal(decided) && isBlank(decided.reason))
        return failure(ErrorCode::reasonMissing, "decision", {std::string(decided.row.rule.text())});
    return {};
}

} // namespace lento::core
