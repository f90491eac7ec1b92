// The JSON of whole records: what the audit trail keeps of before and after, and what drafts of forms hold.
#include "storage/further_score_store.h"
#include "storage/json_reader.h"
#include "storage/json_values.h"
#include "storage/json_writer.h"

#include <charconv>

namespace lento::storage {

namespace {

QJsonObject overrideJson(const core::Override& given) {
    QJsonObject json{{QStringLiteral("rule"), asText(given.rule.text())},
                     {QStringLiteral("fingerprint"), asText(fingerprintText(given.fingerprint))},
                     {QStringLiteral("reason"), asText(given.reason)},
                     {QStringLiteral("who"), asText(given.who)},
                     {QStringLiteral("when"), asText(given.when)}};
    if (!given.secondName.empty())
        json.insert(QLatin1String("second_name"), asText(given.secondName));
    return json;
}

core::Override overrideOf(const QJsonObject& json) {
    JsonReader read(json);
    core::Override given;
    given.rule = core::RuleId(std::string_view(read.text("rule")));
    given.fingerprint = fingerprintOf(read.text("fingerprint"));
    given.reason = read.text("reason");
    given.who = read.text("who");
    given.when = read.text("when");
    given.secondName = read.optionalText("second_name").value_or(std::string());
    read.end();
    return given;
}

// "tone-needed": a text of the program, so it ends with a zero.
QLatin1String factName(std::size_t fact) {
    return QLatin1String(nameOf(static_cast<core::DatedFact>(fact)).data());
}

} // namespace

// Patients

QJsonObject toJson(const core::Patient& patient) {
    const core::Identity& identity = patient.identity;
    QJsonObject json{{QStringLiteral("id"), asId(patient.id)},
                     {QStringLiteral("surname"), asText(identity.surname)},
                     {QStringLiteral("given"), asText(identity.given)},
                     {QStringLiteral("title"), asText(identity.title)},
                     {QStringLiteral("birth_date"), asDate(identity.birthDate)},
                     {QStringLiteral("record_number"), asText(identity.recordNumber)},
                     {QStringLiteral("telephone"), asText(identity.telephone)},
                     {QStringLiteral("address"), asText(identity.address)},
                     {QStringLiteral("document_language"), asText(identity.documentLanguage)},
                     {QStringLiteral("note"), asText(identity.note)},
                     {QStringLiteral("sex"), asName(patient.sex)},
                     {QStringLiteral("status"), asName(patient.status)},
                     {QStringLiteral("indication"), asText(patient.indication)},
                     {QStringLiteral("origin"), asName(patient.origin)},
                     {QStringLiteral("diagnosis"), asText(patient.diagnosis)},
                     {QStringLiteral("goal"), asText(patient.goal)},
                     {QStringLiteral("allergy_status"), asName(patient.allergyStatus)},
                     {QStringLiteral("allergies"), asText(patient.allergies)},
                     {QStringLiteral("registered_at"), asText(patient.registeredAt)},
                     {QStringLiteral("row_version"), asInteger(patient.rowVersion)}};
    putOptional(json, QLatin1String("tone_needed"), patient.toneNeeded, fromBool);
    putOptional(json, QLatin1String("on_dialysis"), patient.onDialysis, fromBool);
    putOptional(json, QLatin1String("pregnant"), patient.pregnant, fromBool);
    putOptional(json, QLatin1String("planning_pregnancy"), patient.planningPregnancy, fromBool);
    putOptional(json, QLatin1String("due_date"), patient.dueDate, asDate);
    putOptional(json, QLatin1String("breastfeeding"), patient.breastfeeding, fromBool);
    putOptional(json, QLatin1String("infant_birth_date"), patient.infantBirthDate, asDate);
    putOptional(json, QLatin1String("infant_preterm"), patient.infantPreterm, fromBool);
    putOptional(json, QLatin1String("baclofen_allergy"), patient.baclofenAllergy, fromBool);
    putOptional(json, QLatin1String("height_mm"), patient.heightMillimetres, fromCount);
    putOptional(json, QLatin1String("baclofen_since"), patient.baclofenSince, asDate);
    QJsonObject dates;
    for (std::size_t i = 0; i < core::datedFacts; ++i)
        putOptional(dates, factName(i), patient.factDates[i], asDate);
    if (!dates.isEmpty())
        json.insert(QLatin1String("fact_dates"), dates);
    return json;
}

core::Patient patientFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Patient patient;
    core::Identity& identity = patient.identity;
    patient.id = core::PatientId(read.text("id"));
    identity.surname = read.text("surname");
    identity.given = read.text("given");
    identity.title = read.text("title");
    identity.birthDate = read.date("birth_date");
    identity.recordNumber = read.text("record_number");
    identity.telephone = read.text("telephone");
    identity.address = read.text("address");
    identity.documentLanguage = read.text("document_language");
    identity.note = read.text("note");
    patient.sex = read.name<core::Sex>("sex");
    patient.status = read.name<core::PatientStatus>("status");
    patient.indication = read.optionalText("indication").value_or(core::spasticityIndication);
    patient.origin = read.name<core::SpasticityOrigin>("origin");
    patient.diagnosis = read.text("diagnosis");
    patient.goal = read.text("goal");
    patient.toneNeeded = read.optionalBoolean("tone_needed");
    patient.onDialysis = read.optionalBoolean("on_dialysis");
    patient.pregnant = read.optionalBoolean("pregnant");
    patient.planningPregnancy = read.optionalBoolean("planning_pregnancy");
    patient.dueDate = read.optionalDate("due_date");
    patient.breastfeeding = read.optionalBoolean("breastfeeding");
    patient.infantBirthDate = read.optionalDate("infant_birth_date");
    patient.infantPreterm = read.optionalBoolean("infant_preterm");
    patient.baclofenAllergy = read.optionalBoolean("baclofen_allergy");
    patient.allergyStatus = read.name<core::AllergyStatus>("allergy_status");
    patient.allergies = read.text("allergies");
    patient.heightMillimetres = read.optionalSmallInteger("height_mm");
    patient.baclofenSince = read.optionalDate("baclofen_since");
    if (const auto object = read.optionalObject("fact_dates")) {
        JsonReader dates(*object);
        for (std::size_t i = 0; i < core::datedFacts; ++i)
            patient.factDates[i] = dates.optionalDate(factName(i).data());
        dates.end();
    }
    patient.registeredAt = read.text("registered_at");
    patient.rowVersion = read.integer("row_version");
    read.end();
    return patient;
}

// Revisions

std::string fingerprintText(std::uint64_t fingerprint) {
    // A fingerprint uses all 64 bits, more than a JSON reader may take for a number.
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; fingerprint >>= 4U)
        text[i] = digits[fingerprint & 0xfU];
    return text;
}

std::uint64_t fingerprintOf(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != 16 || error != std::errc() || end != text.data() + text.size())
        throw StorageError(core::ErrorCode::fileDamaged, "fingerprint");
    return value;
}

QJsonObject toJson(const core::Revision& revision) {
    QJsonArray overrides;
    for (const core::Override& given : revision.overrides)
        overrides.append(overrideJson(given));
    QJsonObject json{{QStringLiteral("id"), asId(revision.id)},
                     {QStringLiteral("plan_id"), asId(revision.planId)},
                     {QStringLiteral("patient_id"), asId(revision.patient)},
                     {QStringLiteral("plan_number"), revision.planNumber},
                     {QStringLiteral("version"), revision.version},
                     {QStringLiteral("status"), asName(revision.status)},
                     {QStringLiteral("plan"), toJson(revision.plan)},
                     {QStringLiteral("effective_from"), asDate(revision.effectiveFrom)},
                     {QStringLiteral("reason"), asText(revision.reason)},
                     {QStringLiteral("rules"), asRules(revision.rules)},
                     {QStringLiteral("overrides"), overrides},
                     {QStringLiteral("author"), asText(revision.author)},
                     {QStringLiteral("created_at"), asText(revision.createdAt)},
                     {QStringLiteral("activated_by"), asText(revision.activatedBy)},
                     {QStringLiteral("activated_at"), asText(revision.activatedAt)},
                     {QStringLiteral("row_version"), asInteger(revision.rowVersion)}};
    putOptional(json, QLatin1String("replaces"), revision.replaces, fromId);
    return json;
}

core::Revision revisionFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Revision revision;
    revision.id = core::RevisionId(read.text("id"));
    revision.planId = core::PlanId(read.text("plan_id"));
    revision.patient = core::PatientId(read.text("patient_id"));
    revision.planNumber = read.smallInteger("plan_number");
    revision.version = read.smallInteger("version");
    revision.status = read.name<core::RevisionStatus>("status");
    revision.plan = planFromJson(read.object("plan"));
    revision.effectiveFrom = read.date("effective_from");
    if (const auto replaces = read.optionalText("replaces"))
        revision.replaces = core::RevisionId(*replaces);
    revision.reason = read.text("reason");
    revision.rules = read.rules("rules");
    for (const QJsonObject& given : read.objects("overrides"))
        revision.overrides.push_back(overrideOf(given));
    revision.author = read.text("author");
    revision.createdAt = read.text("created_at");
    revision.activatedBy = read.text("activated_by");
    revision.activatedAt = read.text("activated_at");
    revision.rowVersion = read.integer("row_version");
    read.end();
    return revision;
}

// Visits

QJsonObject toJson(const core::Visit& visit) {
    QJsonArray mas;
    for (const core::MasScore& score : visit.mas)
        mas.append(QJsonObject{{QStringLiteral("muscle_group"), asText(score.muscleGroup)},
                               {QStringLiteral("side"), asName(score.side)},
                               {QStringLiteral("level"), asName(score.level)}});
    QJsonArray effects;
    for (const core::AdverseEffect& effect : visit.adverseEffects)
        effects.append(QJsonObject{{QStringLiteral("code"), asText(effect.code)},
                                   {QStringLiteral("text"), asText(effect.text)},
                                   {QStringLiteral("grade"), effect.grade}});
    QJsonObject json{{QStringLiteral("id"), asId(visit.id)},
                     {QStringLiteral("patient_id"), asId(visit.patient)},
                     {QStringLiteral("on"), asDate(visit.on)},
                     {QStringLiteral("kind"), asName(visit.kind)},
                     {QStringLiteral("mas"), mas},
                     {QStringLiteral("adverse_effects"), effects},
                     {QStringLiteral("adherence"), asName(visit.adherence)},
                     {QStringLiteral("note"), asText(visit.note)},
                     {QStringLiteral("decision"), asText(visit.decision)},
                     {QStringLiteral("author"), asText(visit.author)},
                     {QStringLiteral("recorded_at"), asText(visit.recordedAt)},
                     {QStringLiteral("draft"), visit.draft},
                     {QStringLiteral("row_version"), asInteger(visit.rowVersion)}};
    putOptional(json, QLatin1String("penn_frequency"), visit.pennFrequency, fromCount);
    putOptional(json, QLatin1String("penn_severity"), visit.pennSeverity, fromCount);
    putOptional(json, QLatin1String("nrs_tenths"), visit.nrsTenths, fromCount);
    if (const QJsonObject further = toJson(visit.further); !further.isEmpty())
        json.insert(QStringLiteral("further_scores"), further);
    putOptional(json, QLatin1String("falls"), visit.falls, fromCount);
    putOptional(json, QLatin1String("revision_id"), visit.revisionInForce, fromId);
    const auto codes = [](const std::vector<std::string>& all) {
        QJsonArray array;
        for (const std::string& code : all)
            array.append(asText(code));
        return array;
    };
    if (visit.withdrawalSigns)
        json.insert(QStringLiteral("withdrawal_signs"), codes(*visit.withdrawalSigns));
    if (visit.redFlags)
        json.insert(QStringLiteral("red_flags"), codes(*visit.redFlags));
    putOptional(json, QLatin1String("temperature_tenths"), visit.temperatureTenths, fromCount);
    putOptional(json, QLatin1String("pulse"), visit.pulse, fromCount);
    putOptional(json, QLatin1String("creatine_kinase_tenths"), visit.creatineKinaseTenths, fromCount);
    putOptional(json, QLatin1String("stopped_hours"), visit.stoppedHours, fromCount);
    return json;
}

QJsonObject toJson(const core::DecidedVisit& decided) {
    QJsonObject json{{QStringLiteral("visit_id"), asId(decided.visit)},
                     {QStringLiteral("row"), toJson(decided.row)},
                     {QStringLiteral("rule_set_version"), asText(decided.ruleSetVersion)},
                     {QStringLiteral("reason"), asText(decided.reason)},
                     {QStringLiteral("asked"), asTexts(decided.asked)},
                     {QStringLiteral("decided_by"), asText(decided.who)},
                     {QStringLiteral("decided_at"), asText(decided.when)}};
    if (decided.proposal)
        json.insert(QStringLiteral("proposal"), asText(core::proposalName(*decided.proposal)));
    if (decided.choice)
        json.insert(QStringLiteral("choice"), asText(core::choiceName(*decided.choice)));
    if (decided.proposedDose)
        json.insert(QStringLiteral("proposed_dose_ng"), asNanograms(*decided.proposedDose));
    if (decided.referForPump)
        json.insert(QStringLiteral("refer_for_pump"), *decided.referForPump);
    return json;
}

core::Visit visitFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Visit visit;
    visit.id = core::VisitId(read.text("id"));
    visit.patient = core::PatientId(read.text("patient_id"));
    visit.on = read.date("on");
    visit.kind = read.name<core::VisitKind>("kind");
    for (const QJsonObject& object : read.objects("mas")) {
        JsonReader score(object);
        visit.mas.push_back(
            {score.text("muscle_group"), score.name<core::Side>("side"), score.name<core::Mas>("level")});
        score.end();
    }
    visit.pennFrequency = read.optionalSmallInteger("penn_frequency");
    visit.pennSeverity = read.optionalSmallInteger("penn_severity");
    visit.nrsTenths = read.optionalSmallInteger("nrs_tenths");
    if (const auto further = read.optionalObject("further_scores"))
        visit.further = furtherScoresFromJson(*further);
    for (const QJsonObject& object : read.objects("adverse_effects")) {
        JsonReader effect(object);
        visit.adverseEffects.push_back({effect.text("code"), effect.text("text"), effect.smallInteger("grade")});
        effect.end();
    }
    visit.falls = read.optionalSmallInteger("falls");
    visit.adherence = read.name<core::Adherence>("adherence");
    visit.note = read.text("note");
    visit.decision = read.text("decision");
    if (const auto revision = read.optionalText("revision_id"))
        visit.revisionInForce = core::RevisionId(*revision);
    if (read.has("withdrawal_signs"))
        visit.withdrawalSigns = read.texts("withdrawal_signs");
    if (read.has("red_flags"))
        visit.redFlags = read.texts("red_flags");
    visit.temperatureTenths = read.optionalSmallInteger("temperature_tenths");
    visit.pulse = read.optionalSmallInteger("pulse");
    visit.creatineKinaseTenths = read.optionalSmallInteger("creatine_kinase_tenths");
    visit.stoppedHours = read.optionalSmallInteger("stopped_hours");
    visit.author = read.text("author");
    visit.recordedAt = read.text("recorded_at");
    visit.draft = read.boolean("draft");
    visit.rowVersion = read.integer("row_version");
    read.end();
    return visit;
}

QJsonObject toJson(const core::DiaryDay& day) {
    QJsonArray parts;
    for (const core::Taken taken : day.parts)
        parts.append(asName(taken));
    QJsonObject json{{QStringLiteral("patient_id"), asId(day.patient)},
                     {QStringLiteral("on"), asDate(day.on)},
                     {QStringLiteral("parts"), parts},
                     {QStringLiteral("note"), asText(day.note)},
                     {QStringLiteral("row_version"), asInteger(day.rowVersion)}};
    putOptional(json, QLatin1String("other_dose_ng"), day.otherDose, fromMass);
    return json;
}

// The clinic

QJsonObject toJson(const Clinic& clinic) {
    QJsonArray closed;
    for (const core::Weekday weekday : clinic.closedWeekdays)
        closed.append(static_cast<int>(weekday));
    QJsonObject json{{QStringLiteral("name"), asText(clinic.name)},
                     {QStringLiteral("region"), asName(clinic.region)},
                     {QStringLiteral("telephone"), asText(clinic.telephone)},
                     {QStringLiteral("out_of_hours"), asText(clinic.outOfHours)},
                     {QStringLiteral("emergency_number"), asText(clinic.emergencyNumber)},
                     {QStringLiteral("prescriber"), asText(clinic.prescriber)},
                     {QStringLiteral("paper"), asName(clinic.paper)},
                     {QStringLiteral("first_day_of_week"), static_cast<int>(clinic.firstDayOfWeek)},
                     {QStringLiteral("closed_weekdays"), closed},
                     {QStringLiteral("language"), asText(clinic.language)},
                     {QStringLiteral("mas_coding"), asName(clinic.masCoding)},
                     {QStringLiteral("epilepsy_needs_reason"), clinic.epilepsyNeedsReason},
                     {QStringLiteral("row_version"), asInteger(clinic.rowVersion)}};
    if (clinic.trialDays)
        json.insert(QStringLiteral("trial_days"), *clinic.trialDays);
    return json;
}

QJsonObject toJson(const core::ClinicProduct& product) {
    QJsonObject json{{QStringLiteral("product"), toJson(product.product)},
                     {QStringLiteral("note"), asText(product.note)},
                     {QStringLiteral("added_by"), asText(product.addedBy)},
                     {QStringLiteral("added_at"), asText(product.addedAt)},
                     {QStringLiteral("row_version"), asInteger(product.rowVersion)}};
    if (product.isRetired()) {
        json.insert(QStringLiteral("retired_by"), asText(product.retiredBy));
        json.insert(QStringLiteral("retired_at"), asText(product.retiredAt));
    }
    return json;
}

} // namespace lento::storage
