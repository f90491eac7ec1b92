#include "wording/pump_emergency_words.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

constexpr std::array withdrawalNow{
    QT_TRANSLATE_NOOP("emergency", "To hospital now: call %1. This person has a baclofen pump."),
    QT_TRANSLATE_NOOP("emergency", "Do not wait for the next appointment: withdrawal can get worse within 24 to 72 "
                                   "hours and can kill."),
    QT_TRANSLATE_NOOP("emergency", "Take this card, the pump's card and all medicines along."),
};
constexpr std::array withdrawalEarly{
    QT_TRANSLATE_NOOP("emergency", "itching without a rash"),
    QT_TRANSLATE_NOOP("emergency", "stiffness or spasms that come back"),
    QT_TRANSLATE_NOOP("emergency", "tingling"),
    QT_TRANSLATE_NOOP("emergency", "fast pulse"),
    QT_TRANSLATE_NOOP("emergency", "the pump's alarm: two tones mean empty or stopped"),
};
constexpr std::array withdrawalLate{
    QT_TRANSLATE_NOOP("emergency", "fever"),
    QT_TRANSLATE_NOOP("emergency", "altered mind"),
    QT_TRANSLATE_NOOP("emergency", "rigid muscles"),
    QT_TRANSLATE_NOOP("emergency", "seizures"),
    QT_TRANSLATE_NOOP("emergency", "dark urine: breakdown of muscle"),
    QT_TRANSLATE_NOOP("emergency", "failing organs"),
};
// rule: ITB-21
constexpr std::array withdrawalTeam{
    QT_TRANSLATE_NOOP("emergency",
                      "Restore intrathecal baclofen: refill, restart, or a bolus by lumbar puncture; check "
                      "pump and catheter."),
    QT_TRANSLATE_NOOP("emergency", "Oral baclofen 10 to 20 mg every 6 hours in longer withdrawal; it may not be "
                                   "enough."),
    QT_TRANSLATE_NOOP("emergency", "Benzodiazepine and intensive care as needed."),
    QT_TRANSLATE_NOOP("emergency", "Intrathecal baclofen is never given into a vein, a muscle, under the skin or into "
                                   "the epidural space."),
};

constexpr std::array overdoseNow{
    QT_TRANSLATE_NOOP("emergency", "Call %1. This person has a baclofen pump."),
    QT_TRANSLATE_NOOP("emergency", "Airway and breathing first; stay with the person."),
    QT_TRANSLATE_NOOP("emergency", "Take this card, the pump's card and all medicines along."),
};
constexpr std::array overdoseSigns{
    QT_TRANSLATE_NOOP("emergency", "drowsy or light-headed"),
    QT_TRANSLATE_NOOP("emergency", "limp muscles, rising from the legs"),
    QT_TRANSLATE_NOOP("emergency", "slow or shallow breathing"),
    QT_TRANSLATE_NOOP("emergency", "low body temperature"),
    QT_TRANSLATE_NOOP("emergency", "seizures"),
    QT_TRANSLATE_NOOP("emergency", "unconscious, up to 72 hours; seen even after 25 mcg"),
};
constexpr std::array overdoseTeam{
    QT_TRANSLATE_NOOP("emergency", "Secure the airway; ventilate if needed."),
    QT_TRANSLATE_NOOP("emergency", "Stop or empty the pump."),
    QT_TRANSLATE_NOOP("emergency", "Consider taking 30 to 40 mL of spinal fluid if that is safe."),
    QT_TRANSLATE_NOOP("emergency", "There is no antidote; physostigmine is of the past and risky."),
    QT_TRANSLATE_NOOP("emergency", "When it is over the pump must run again: withdrawal follows."),
};

// rule: ITB-19
constexpr std::array withdrawal{
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Now"), withdrawalNow, "ITB-19"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Early signs"), withdrawalEarly, "ITB-19, ITB-15"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Late signs"), withdrawalLate, "ITB-19"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "For the treating team"), withdrawalTeam, "ITB-19, ITB-21"},
};
// rule: ITB-20
constexpr std::array overdose{
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Now"), overdoseNow, "ITB-20"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Signs of too much"), overdoseSigns, "ITB-20"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "For the treating team"), overdoseTeam, "ITB-20"},
};

} // namespace

const char* pumpEmergencyTitle(PumpEmergency kind) {
    return kind == PumpEmergency::withdrawal ? QT_TRANSLATE_NOOP("emergency", "Baclofen pump: withdrawal")
                                             : QT_TRANSLATE_NOOP("emergency", "Baclofen pump: overdose");
}

std::span<const EmergencySection> pumpEmergencySections(PumpEmergency kind) {
    if (kind == PumpEmergency::withdrawal)
        return withdrawal;
    return overdose;
}

const char* autonomicDysreflexiaLine() {
    return QT_TRANSLATE_NOOP("emergency", "Cord lesion at T6 or above: withdrawal can bring on autonomic dysreflexia.");
}

} // namespace lento::wording
