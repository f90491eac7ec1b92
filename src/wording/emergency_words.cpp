#include "wording/emergency_words.h"

#include <QCoreApplication>

#include <array>

namespace lento::wording {

namespace {

constexpr std::array now{
    QT_TRANSLATE_NOOP("emergency", "Call %1, and say that this person takes baclofen."),
    QT_TRANSLATE_NOOP("emergency", "Stay with the person and keep the airway free."),
    QT_TRANSLATE_NOOP("emergency", "Take this card and every pack of baclofen along."),
    QT_TRANSLATE_NOOP("emergency", "Change no dose by yourself: the treating team decides what is given next."),
};
constexpr std::array tooMuch{
    QT_TRANSLATE_NOOP("emergency", "hard to wake, or unconscious"),
    QT_TRANSLATE_NOOP("emergency", "slow or shallow breathing"),
    QT_TRANSLATE_NOOP("emergency", "a new seizure"),
    QT_TRANSLATE_NOOP("emergency", "collapse"),
    QT_TRANSLATE_NOOP("emergency", "thoughts of ending one’s life"),
    QT_TRANSLATE_NOOP("emergency", "sudden confusion, above all with weak kidneys"),
};
constexpr std::array tooLittle{
    QT_TRANSLATE_NOOP("emergency", "a seizure"),
    QT_TRANSLATE_NOOP("emergency", "delirium: confused, seeing or hearing things"),
    QT_TRANSLATE_NOOP("emergency", "fever of 39 °C or more"),
    QT_TRANSLATE_NOOP("emergency", "rigid muscles with clouded consciousness"),
    QT_TRANSLATE_NOOP("emergency", "dark urine, or creatine kinase at 5 times the upper limit"),
    QT_TRANSLATE_NOOP("emergency", "unstable blood pressure"),
};
constexpr std::array team{
    QT_TRANSLATE_NOOP("emergency", "Withdrawal can look like sepsis, neuroleptic malignant syndrome, malignant "
                                   "hyperthermia or autonomic dysreflexia."),
    QT_TRANSLATE_NOOP("emergency", "In withdrawal the last dose that worked is started again by the treating team."),
    QT_TRANSLATE_NOOP("emergency", "Baclofen leaves by the kidney: with weak kidneys a usual dose can poison, often 2 "
                                   "to 3 days after a change; haemodialysis clears it."),
};

constexpr std::array sections{
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Now"), now, "AE-4, WDL-4, TAP-14"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Signs of too much baclofen or a severe effect"), tooMuch, "AE-4"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "Signs of withdrawal, when doses were missed or lowered"),
                     tooLittle, "WDL-4"},
    EmergencySection{QT_TRANSLATE_NOOP("emergency", "For the treating team"), team, "WDL-4, TAP-14, REN-7"},
};

} // namespace

std::span<const EmergencySection> emergencySections() {
    return sections;
}

const char* emergencyTitle() {
    return QT_TRANSLATE_NOOP("emergency", "Emergency card: baclofen");
}

QString emergencyText(const char* source) {
    return QCoreApplication::translate("emergency", source);
}

QString emergencyNumberText(const std::string& clinicNumber) {
    return clinicNumber.empty() ? emergencyText(QT_TRANSLATE_NOOP("emergency", "the emergency number"))
                                : QString::fromStdString(clinicNumber);
}

} // namespace lento::wording
