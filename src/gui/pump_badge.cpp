#include "gui/pump_badge.h"

#include "wording/pump_glance_words.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

Tone toneOf(core::RefillUrgency urgency) {
    switch (urgency) {
    case core::RefillUrgency::late:
    case core::RefillUrgency::pastAlarm:
        return Tone::critical;
    case core::RefillUrgency::warn:
        return Tone::caution;
    case core::RefillUrgency::soon:
    case core::RefillUrgency::later:
        break;
    }
    return Tone::information;
}

} // namespace

PumpBadge pumpBadge(const app::PumpGlance& glance) {
    if (!glance.known)
        return {wording::pumpNotAssessedText(), wording::pumpNotAssessedText(), Tone::caution,
                QCoreApplication::translate("lento::gui::PumpBadge",
                                            "A pump is in place, but its fill or its setting is not recorded.")};
    const app::PumpGlance::Known& known = *glance.known;
    return {wording::pumpGlanceText(known.daily, known.refillBy, known.urgency),
            wording::pumpRefillText(known.refillBy, known.urgency),
            toneOf(known.urgency),
            {}};
}

bool pumpComesFirst(const app::PumpGlance& glance) {
    return !glance.known || glance.known->urgency >= core::RefillUrgency::warn;
}

} // namespace lento::gui
