#include "gui/visit_choice_words.h"

#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::gui {

using core::Proposal;
using core::VisitChoice;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lento::gui::VisitAssistant)
};

} // namespace

QString proposalText(const core::VisitDecision& decision) {
    if (!decision.proposal)
        return Words::tr("Not assessed yet");
    const QString dose = decision.dose ? wording::dailyText(*decision.dose) : QString();
    switch (*decision.proposal) {
    case Proposal::emergency:
        return Words::tr("Emergency");
    case Proposal::stepBack:
        return dose.isEmpty() ? Words::tr("Step back") : Words::tr("Step back to %1").arg(dose);
    case Proposal::stopAndTaper:
        return decision.mayStopAtOnce ? Words::tr("Stop") : Words::tr("Stop by a taper");
    case Proposal::hold:
        if (dose.isEmpty())
            return Words::tr("Hold");
        return decision.holdDays ? Words::tr("Hold %1 for %2").arg(dose, wording::daysText(*decision.holdDays))
                                 : Words::tr("Hold %1").arg(dose);
    case Proposal::maintain:
        return dose.isEmpty() ? Words::tr("Maintain") : Words::tr("Maintain %1").arg(dose);
    case Proposal::increase:
        return dose.isEmpty() ? Words::tr("Increase") : Words::tr("Increase to %1").arg(dose);
    case Proposal::continueTaper:
        break;
    }
    return Words::tr("Go on with the taper");
}

QString decisionText(VisitChoice choice) {
    switch (choice) {
    case VisitChoice::emergency:
        return Words::tr("Emergency: the card was followed");
    case VisitChoice::stepBack:
        return Words::tr("Step back");
    case VisitChoice::stopAndTaper:
        return Words::tr("Stop by a taper");
    case VisitChoice::hold:
        return Words::tr("Hold");
    case VisitChoice::maintain:
        return Words::tr("Maintain");
    case VisitChoice::increase:
        return Words::tr("Increase");
    case VisitChoice::continueTaper:
        return Words::tr("Go on with the taper");
    case VisitChoice::taperLower:
        return Words::tr("Taper to a lower dose");
    case VisitChoice::referForPump:
        break;
    }
    return Words::tr("Refer for a pump trial");
}

QString choiceText(const app::OfferedChoice& offer) {
    const QString dose = offer.dose ? wording::dailyText(*offer.dose) : QString();
    QString text = decisionText(offer.choice);
    switch (offer.choice) {
    case VisitChoice::emergency:
        text = Words::tr("Emergency: follow the card");
        break;
    case VisitChoice::maintain:
        text = Words::tr("Maintain %1").arg(dose);
        break;
    case VisitChoice::increase:
        text = Words::tr("Increase to %1").arg(dose);
        break;
    case VisitChoice::hold:
        text = Words::tr("Hold %1").arg(dose);
        break;
    case VisitChoice::stepBack:
        text = Words::tr("Step back to %1").arg(dose);
        break;
    case VisitChoice::taperLower:
        text = Words::tr("Taper to a lower dose…");
        break;
    case VisitChoice::stopAndTaper:
    case VisitChoice::continueTaper:
    case VisitChoice::referForPump:
        break;
    }
    return offer.proposed ? Words::tr("%1 (proposed)").arg(text) : text;
}

QString questionText(std::string_view code) {
    if (code == "infection")
        return Words::tr("infection");
    if (code == "bladder")
        return Words::tr("bladder");
    if (code == "bowel")
        return Words::tr("bowel");
    if (code == "skin")
        return Words::tr("skin");
    if (code == "pain")
        return Words::tr("pain");
    if (code == "missed-doses")
        return Words::tr("missed doses");
    return Words::tr("pump fault");
}

} // namespace lento::gui
