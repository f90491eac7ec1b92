#include "wording/pump_glance_words.h"

#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::wording {

namespace {

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::pump", source);
}

} // namespace

QString pumpGlanceText(core::PumpDose daily, core::Date refillBy, core::RefillUrgency urgency) {
    const QString dose = microgramsPerDayText(daily);
    switch (urgency) {
    case core::RefillUrgency::pastAlarm:
        return translated("ITB %1 · past the alarm date").arg(dose);
    case core::RefillUrgency::late:
        return translated("ITB %1 · refill overdue since %2").arg(dose, clinicalDate(refillBy));
    case core::RefillUrgency::warn:
    case core::RefillUrgency::soon:
    case core::RefillUrgency::later:
        break;
    }
    return translated("ITB %1 · refill by %2").arg(dose, clinicalDate(refillBy));
}

QString pumpRefillText(core::Date refillBy, core::RefillUrgency urgency) {
    switch (urgency) {
    case core::RefillUrgency::pastAlarm:
        return translated("Past the alarm date");
    case core::RefillUrgency::late:
        return translated("Refill overdue: %1").arg(clinicalDate(refillBy));
    case core::RefillUrgency::warn:
    case core::RefillUrgency::soon:
    case core::RefillUrgency::later:
        break;
    }
    return translated("Refill by %1").arg(clinicalDate(refillBy));
}

QString pumpNotAssessedText() {
    return translated("ITB pump: not assessed");
}

} // namespace lento::wording
