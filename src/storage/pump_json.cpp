// The JSON of a pump's records, as the audit trail keeps it.
#include "storage/json_values.h"
#include "storage/json_writer.h"

namespace lento::storage {

namespace {

QJsonArray seenJson(const std::vector<core::SeenFinding>& all) {
    QJsonArray array;
    for (const core::SeenFinding& seen : all) {
        QJsonObject json = toJson(seen.finding);
        json.insert(QLatin1String("fingerprint"), asText(fingerprintText(seen.finding.fingerprint())));
        json.insert(QLatin1String("rule_set_version"), asText(seen.ruleSetVersion));
        if (!seen.reason.empty())
            json.insert(QLatin1String("reason"), asText(seen.reason));
        array.append(json);
    }
    return array;
}

QJsonValue asNanolitres(core::Volume volume) {
    return asInteger(volume.inNanolitres());
}

QJsonObject observationJson(const core::PumpObservation& seen) {
    QJsonObject json{{QStringLiteral("hours_after"), asInteger(seen.hoursAfter)}};
    putOptional(json, QLatin1String("mean_mas_thousandths"), seen.meanMasThousandths, fromCount);
    putOptional(json, QLatin1String("pulse"), seen.pulse, fromCount);
    putOptional(json, QLatin1String("systolic"), seen.systolic, fromCount);
    putOptional(json, QLatin1String("diastolic"), seen.diastolic, fromCount);
    putOptional(json, QLatin1String("breaths"), seen.breaths, fromCount);
    putOptional(json, QLatin1String("saturation_percent"), seen.saturationPercent, fromCount);
    return json;
}

} // namespace

QJsonObject toJson(const core::PumpModel& model) {
    return {{QStringLiteral("id"), asText(model.id)},
            {QStringLiteral("name"), asText(model.name)},
            {QStringLiteral("reservoir_nl"), asNanolitres(model.reservoir)},
            {QStringLiteral("alarm_nl"), asNanolitres(model.alarm)},
            {QStringLiteral("tubing_nl"), asNanolitres(model.tubing)},
            {QStringLiteral("catheter_nl_per_cm"), asNanolitres(model.perCentimetre)},
            {QStringLiteral("service_months"), asInteger(model.serviceMonths)},
            {QStringLiteral("source"), asText(model.source)},
            {QStringLiteral("confirmed_by"), asText(model.confirmedBy)},
            {QStringLiteral("confirmed_at"), asText(model.confirmedAt)}};
}

QJsonObject toJson(const core::PumpTrial& trial) {
    QJsonArray boluses;
    for (const core::ScreeningBolus& bolus : trial.boluses) {
        QJsonArray observations;
        for (const core::PumpObservation& seen : bolus.observations)
            observations.append(observationJson(seen));
        QJsonObject json{{QStringLiteral("on_date"), asDate(bolus.on)},
                         {QStringLiteral("minute"), asInteger(bolus.minute)},
                         {QStringLiteral("dose_ng"), asNanograms(bolus.dose)},
                         {QStringLiteral("observations"), observations},
                         {QStringLiteral("findings"), seenJson(bolus.seen)}};
        putOptional(json, QLatin1String("goal_met"), bolus.goalMet, fromBool);
        putOptional(json, QLatin1String("negative_reaction"), bolus.negativeReaction, fromBool);
        putOptional(json, QLatin1String("effect_minutes"), bolus.effectMinutes, fromCount);
        boluses.append(json);
    }
    QJsonObject json{{QStringLiteral("id"), asId(trial.id)},
                     {QStringLiteral("patient"), asId(trial.patient)},
                     {QStringLiteral("boluses"), boluses},
                     {QStringLiteral("outcome"), asName(trial.outcome)},
                     {QStringLiteral("note"), asText(trial.note)},
                     {QStringLiteral("author"), asText(trial.author)},
                     {QStringLiteral("recorded_at"), asText(trial.recordedAt)},
                     {QStringLiteral("row_version"), asInteger(trial.rowVersion)}};
    putOptional(json, QLatin1String("infection"), trial.infection, fromBool);
    putOptional(json, QLatin1String("body_too_small"), trial.bodyTooSmall, fromBool);
    return json;
}

QJsonObject toJson(const core::PumpImplant& implant) {
    QJsonObject json{{QStringLiteral("id"), asId(implant.id)},
                     {QStringLiteral("patient"), asId(implant.patient)},
                     {QStringLiteral("on_date"), asDate(implant.on)},
                     {QStringLiteral("model"), toJson(implant.model)},
                     {QStringLiteral("serial"), asText(implant.serial)},
                     {QStringLiteral("catheter_mm"), asInteger(implant.catheterMillimetres)},
                     {QStringLiteral("origin"), asName(implant.origin)},
                     {QStringLiteral("author"), asText(implant.author)},
                     {QStringLiteral("recorded_at"), asText(implant.recordedAt)},
                     {QStringLiteral("row_version"), asInteger(implant.rowVersion)}};
    putOptional(json, QLatin1String("oral_before_ng"), implant.oralBefore, fromMass);
    putOptional(json, QLatin1String("removed_date"), implant.removedOn, asDate);
    return json;
}

QJsonObject toJson(const core::PumpSetting& setting) {
    QJsonArray periods;
    for (const core::FlexPeriod& period : setting.periods)
        periods.append(QJsonObject{{QStringLiteral("from_minute"), asInteger(period.fromMinute)},
                                   {QStringLiteral("until_minute"), asInteger(period.untilMinute)},
                                   {QStringLiteral("per_hour_ng"), asNanograms(period.perHour)}});
    QJsonObject json{{QStringLiteral("id"), asId(setting.id)},
                     {QStringLiteral("implant"), asId(setting.implant)},
                     {QStringLiteral("on_date"), asDate(setting.on)},
                     {QStringLiteral("minute"), asInteger(setting.minute)},
                     {QStringLiteral("daily_ng"), asNanograms(setting.daily)},
                     {QStringLiteral("mode"), asName(setting.mode)},
                     {QStringLiteral("periods"), periods},
                     {QStringLiteral("phase"), asName(setting.phase)},
                     {QStringLiteral("for_side_effects"), setting.forSideEffects},
                     {QStringLiteral("findings"), seenJson(setting.seen)},
                     {QStringLiteral("note"), asText(setting.note)},
                     {QStringLiteral("author"), asText(setting.author)},
                     {QStringLiteral("recorded_at"), asText(setting.recordedAt)},
                     {QStringLiteral("row_version"), asInteger(setting.rowVersion)}};
    putOptional(json, QLatin1String("bolus_ng"), setting.bolus, fromMass);
    putOptional(json, QLatin1String("boluses_per_day"), setting.bolusesPerDay, fromCount);
    return json;
}

QJsonObject toJson(const core::PumpRefill& refill) {
    QJsonObject json{
        {QStringLiteral("id"), asId(refill.id)},
        {QStringLiteral("implant"), asId(refill.implant)},
        {QStringLiteral("on_date"), asDate(refill.on)},
        {QStringLiteral("filled_nl"), asNanolitres(refill.filled)},
        {QStringLiteral("concentration_ng_per_ml"), asInteger(refill.concentration.inNanogramsPerMillilitre())},
        {QStringLiteral("lot"), asText(refill.lot)},
        {QStringLiteral("bridge_given"), refill.bridgeGiven},
        {QStringLiteral("findings"), seenJson(refill.seen)},
        {QStringLiteral("note"), asText(refill.note)},
        {QStringLiteral("author"), asText(refill.author)},
        {QStringLiteral("recorded_at"), asText(refill.recordedAt)},
        {QStringLiteral("row_version"), asInteger(refill.rowVersion)}};
    putOptional(json, QLatin1String("expected_nl"), refill.expected, asNanolitres);
    putOptional(json, QLatin1String("aspirated_nl"), refill.aspirated, asNanolitres);
    return json;
}

} // namespace lento::storage
