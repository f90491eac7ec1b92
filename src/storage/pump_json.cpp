// The JSON of a pump's records, as the audit trail keeps it, and back.
#include "storage/json_reader.h"
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

std::vector<core::SeenFinding> seenFromJson(const std::vector<QJsonObject>& objects) {
    std::vector<core::SeenFinding> all;
    for (const QJsonObject& object : objects) {
        QJsonObject rest = object;
        JsonReader read(object);
        core::SeenFinding seen;
        seen.ruleSetVersion = read.text("rule_set_version");
        seen.reason = read.optionalText("reason").value_or(std::string());
        const std::string fingerprint = read.text("fingerprint");
        for (const char* own : {"rule_set_version", "reason", "fingerprint"})
            rest.remove(QLatin1String(own));
        seen.finding = findingFromJson(rest);
        if (fingerprintText(seen.finding.fingerprint()) != fingerprint)
            throw StorageError(core::ErrorCode::fileDamaged, "fingerprint");
        all.push_back(std::move(seen));
    }
    return all;
}

core::Volume volume(JsonReader& read, const char* key) {
    return core::Volume::nanolitres(read.natural(key));
}

std::optional<core::Volume> optionalVolume(JsonReader& read, const char* key) {
    return read.has(key) ? std::optional(volume(read, key)) : std::nullopt;
}

core::PumpObservation observationFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpObservation seen;
    seen.hoursAfter = read.smallInteger("hours_after");
    seen.meanMasThousandths = read.optionalSmallInteger("mean_mas_thousandths");
    seen.pulse = read.optionalSmallInteger("pulse");
    seen.systolic = read.optionalSmallInteger("systolic");
    seen.diastolic = read.optionalSmallInteger("diastolic");
    seen.breaths = read.optionalSmallInteger("breaths");
    seen.saturationPercent = read.optionalSmallInteger("saturation_percent");
    read.end();
    return seen;
}

core::ScreeningBolus bolusFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::ScreeningBolus bolus;
    bolus.on = read.date("on_date");
    bolus.minute = read.smallInteger("minute");
    bolus.dose = read.mass<core::PumpBolus>("dose_ng");
    for (const QJsonObject& seen : read.objects("observations"))
        bolus.observations.push_back(observationFromJson(seen));
    bolus.seen = seenFromJson(read.objects("findings"));
    bolus.goalMet = read.optionalBoolean("goal_met");
    bolus.negativeReaction = read.optionalBoolean("negative_reaction");
    bolus.effectMinutes = read.optionalSmallInteger("effect_minutes");
    read.end();
    return bolus;
}

core::FlexPeriod periodFromJson(const QJsonObject& json) {
    JsonReader read(json);
    const core::FlexPeriod period{read.smallInteger("from_minute"), read.smallInteger("until_minute"),
                                  read.mass<core::PumpDose>("per_hour_ng")};
    read.end();
    return period;
}

// Who recorded it, and which version it was.
template <class Row>
void readSignature(JsonReader& read, Row& row) {
    row.author = read.text("author");
    row.recordedAt = read.text("recorded_at");
    row.rowVersion = read.integer("row_version");
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

core::PumpModel pumpModelFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpModel model;
    model.id = read.text("id");
    model.name = read.text("name");
    model.reservoir = volume(read, "reservoir_nl");
    model.alarm = volume(read, "alarm_nl");
    model.tubing = volume(read, "tubing_nl");
    model.perCentimetre = volume(read, "catheter_nl_per_cm");
    model.serviceMonths = read.smallInteger("service_months");
    model.source = read.text("source");
    model.confirmedBy = read.text("confirmed_by");
    model.confirmedAt = read.text("confirmed_at");
    read.end();
    return model;
}

core::PumpTrial pumpTrialFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpTrial trial;
    trial.id = core::PumpTrialId(read.text("id"));
    trial.patient = core::PatientId(read.text("patient"));
    for (const QJsonObject& bolus : read.objects("boluses"))
        trial.boluses.push_back(bolusFromJson(bolus));
    trial.outcome = read.name<core::TrialOutcome>("outcome");
    trial.infection = read.optionalBoolean("infection");
    trial.bodyTooSmall = read.optionalBoolean("body_too_small");
    trial.note = read.text("note");
    readSignature(read, trial);
    read.end();
    return trial;
}

core::PumpImplant pumpImplantFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpImplant implant;
    implant.id = core::PumpImplantId(read.text("id"));
    implant.patient = core::PatientId(read.text("patient"));
    implant.on = read.date("on_date");
    implant.model = pumpModelFromJson(read.object("model"));
    implant.serial = read.text("serial");
    implant.catheterMillimetres = read.smallInteger("catheter_mm");
    implant.origin = read.name<core::SpasticityOrigin>("origin");
    implant.oralBefore = read.optionalMass<core::DailyDose>("oral_before_ng");
    implant.removedOn = read.optionalDate("removed_date");
    readSignature(read, implant);
    read.end();
    return implant;
}

core::PumpSetting pumpSettingFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpSetting setting;
    setting.id = core::RecordId(read.text("id"));
    setting.implant = core::PumpImplantId(read.text("implant"));
    setting.on = read.date("on_date");
    setting.minute = read.smallInteger("minute");
    setting.daily = read.mass<core::PumpDose>("daily_ng");
    setting.mode = read.name<core::PumpMode>("mode");
    for (const QJsonObject& period : read.objects("periods"))
        setting.periods.push_back(periodFromJson(period));
    setting.bolus = read.optionalMass<core::PumpBolus>("bolus_ng");
    setting.bolusesPerDay = read.optionalSmallInteger("boluses_per_day");
    setting.phase = read.name<core::PumpPhase>("phase");
    setting.forSideEffects = read.boolean("for_side_effects");
    setting.seen = seenFromJson(read.objects("findings"));
    setting.note = read.text("note");
    readSignature(read, setting);
    read.end();
    return setting;
}

core::PumpRefill pumpRefillFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PumpRefill refill;
    refill.id = core::RecordId(read.text("id"));
    refill.implant = core::PumpImplantId(read.text("implant"));
    refill.on = read.date("on_date");
    refill.filled = volume(read, "filled_nl");
    const std::int64_t concentration = read.natural("concentration_ng_per_ml");
    if (concentration == 0)
        throw StorageError(core::ErrorCode::fileDamaged, "concentration_ng_per_ml");
    refill.concentration = core::Concentration::nanogramsPerMillilitre(concentration);
    refill.expected = optionalVolume(read, "expected_nl");
    refill.aspirated = optionalVolume(read, "aspirated_nl");
    refill.lot = read.text("lot");
    refill.bridgeGiven = read.boolean("bridge_given");
    refill.seen = seenFromJson(read.objects("findings"));
    refill.note = read.text("note");
    readSignature(read, refill);
    read.end();
    return refill;
}

} // namespace lento::storage
