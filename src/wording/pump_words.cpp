#include "wording/pump_words.h"

#include "core/decimal.h"
#include "wording/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace lento::wording {

namespace {

constexpr std::int64_t nanolitresPerTenth = 100'000;
constexpr std::int64_t nanolitresPerFlowUnit = 100;

QString translated(const char* source) {
    return QCoreApplication::translate("lento::wording::pump", source);
}

QString mcg(const std::string& number) {
    return translated("%1 mcg").arg(QString::fromStdString(number));
}

std::int64_t nearest(std::int64_t value, std::int64_t unit) {
    return (value + unit / 2) / unit;
}

QString tenthsText(std::int64_t tenths) {
    return QString::fromStdString(core::formatDecimal(tenths, 1));
}

} // namespace

QString microgramsText(core::PumpDose dose) {
    return mcg(core::microgramText(dose));
}

QString microgramsText(core::PumpBolus dose) {
    return mcg(core::microgramText(dose));
}

QString concentrationText(core::Concentration concentration) {
    return translated("%1 mcg/mL")
        .arg(QString::fromStdString(core::formatDecimal(concentration.inNanogramsPerMillilitre(), 3)));
}

QString flowText(core::Volume perDay) {
    return translated("%1 mL/day")
        .arg(QString::fromStdString(core::formatDecimal(nearest(perDay.inNanolitres(), nanolitresPerFlowUnit), 4)));
}

QString reservoirText(core::Volume volume) {
    return translated("%1 mL").arg(reservoirNumber(volume));
}

QString reservoirNumber(core::Volume volume) {
    return tenthsText(nearest(volume.inNanolitres(), nanolitresPerTenth));
}

QString catheterVolumeText(core::Volume perCentimetre) {
    return translated("%1/cm").arg(volumeText(perCentimetre));
}

QString pumpModelText(const core::PumpModel& model) {
    const QString name = QString::fromStdString(model.name);
    return model.isConfirmed() ? name : translated("%1 (unverified)").arg(name);
}

QString confirmationText(const core::PumpModel& model) {
    if (!model.isConfirmed())
        return translated("Unverified");
    const QString who = translated("Confirmed by %1").arg(QString::fromStdString(model.confirmedBy));
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(model.confirmedAt).substr(0, 10));
    return day ? translated("%1, %2").arg(who, clinicalDate(*day)) : who;
}

QString differenceText(core::Volume expected, core::Volume aspirated) {
    const std::int64_t tenths =
        nearest(aspirated.inNanolitres(), nanolitresPerTenth) - nearest(expected.inNanolitres(), nanolitresPerTenth);
    const QString amount = tenthsText(std::abs(tenths));
    return tenths > 0 ? u'+' + amount : tenths < 0 ? QChar(0x2212) + amount : amount;
}

QString flexDayText(const std::vector<core::FlexPeriod>& periods) {
    QStringList parts;
    for (const core::FlexPeriod& period : periods)
        parts << QStringLiteral("%1 %2").arg(timeOfDayText(period.fromMinute),
                                             QString::fromStdString(core::microgramText(period.perHour)));
    return parts.join(QStringLiteral("; "));
}

QString timeOfDayText(int minute) {
    constexpr int minutesPerHour = 60;
    return QStringLiteral("%1:%2")
        .arg(minute / minutesPerHour, 2, 10, QLatin1Char('0'))
        .arg(minute % minutesPerHour, 2, 10, QLatin1Char('0'));
}

QString rangeText(const core::PumpRange& range) {
    if (range.lowest > range.highest)
        return translated("none on the grid of 0.1 mcg");
    return translated("%1–%2 mcg/day")
        .arg(QString::fromStdString(core::microgramText(range.lowest)),
             QString::fromStdString(core::microgramText(range.highest)));
}

QString pumpModeText(core::PumpMode mode) {
    switch (mode) {
    case core::PumpMode::simpleContinuous:
        return translated("Simple continuous");
    case core::PumpMode::flex:
        return translated("Flex");
    case core::PumpMode::periodicBolus:
        return translated("Periodic bolus");
    }
    return {};
}

QString pumpModeDetailText(const core::PumpSetting& setting) {
    const QString mode = pumpModeText(setting.mode);
    if (setting.mode == core::PumpMode::flex)
        return setting.periods.size() == 1 ? translated("%1, 1 period").arg(mode)
                                           : translated("%1, %2 periods").arg(mode).arg(setting.periods.size());
    if (setting.mode == core::PumpMode::periodicBolus && setting.bolus && setting.bolusesPerDay)
        return translated("%1, %2 × %3").arg(mode).arg(*setting.bolusesPerDay).arg(microgramsText(*setting.bolus));
    return mode;
}

QString pumpPhaseText(core::PumpPhase phase) {
    return phase == core::PumpPhase::titration ? translated("Titration") : translated("Maintenance");
}

QString originText(core::SpasticityOrigin origin) {
    switch (origin) {
    case core::SpasticityOrigin::spinal:
        return translated("spinal origin");
    case core::SpasticityOrigin::cerebral:
        return translated("cerebral origin");
    case core::SpasticityOrigin::other:
        return translated("other origin");
    case core::SpasticityOrigin::notRecorded:
        return translated("origin not recorded");
    }
    return {};
}

QString trialOutcomeText(core::TrialOutcome outcome) {
    switch (outcome) {
    case core::TrialOutcome::open:
        return translated("Under way");
    case core::TrialOutcome::positive:
        return translated("Positive");
    case core::TrialOutcome::noCandidate:
        return translated("No candidate for a pump");
    case core::TrialOutcome::stopped:
        return translated("Stopped");
    }
    return {};
}

QString refillBadge(const core::Refill& refill, core::RefillUrgency urgency, core::Date today) {
    const int days = refill.refillBy - today;
    if (urgency == core::RefillUrgency::pastAlarm)
        return translated("Past the alarm date: emergency");
    if (days < 0)
        return translated("Refill overdue %1 d").arg(-days);
    return days == 0 ? translated("Refill due today") : translated("Refill in %1 d").arg(days);
}

} // namespace lento::wording
