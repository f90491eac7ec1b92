#include "cli/patient_request.h"

#include "content/names.h"

#include <algorithm>

namespace lento::cli {

namespace {

using content::JsonName;
using content::JsonReader;
using core::ErrorCode;

constexpr JsonName<core::Sex> sexNames[] = {{"female", core::Sex::female}, {"male", core::Sex::male}};
constexpr JsonName<core::CreatinineUnit> unitNames[] = {{"mg/dL", core::CreatinineUnit::mgPerDl},
                                                        {"umol/L", core::CreatinineUnit::umolPerL}};

constexpr JsonName<core::SpasticityOrigin> originNames[] = {{"spinal", core::SpasticityOrigin::spinal},
                                                            {"cerebral", core::SpasticityOrigin::cerebral},
                                                            {"other", core::SpasticityOrigin::other}};
constexpr JsonName<core::BloodTestKind> testNames[] = {{"transaminases", core::BloodTestKind::transaminases},
                                                       {"glucose", core::BloodTestKind::glucose}};

template <class E, std::size_t n>
std::string_view nameIn(const JsonName<E> (&names)[n], E value) {
    const auto found = std::ranges::find(names, value, &JsonName<E>::value);
    return found == std::end(names) ? std::string_view() : found->name;
}

std::optional<std::int32_t> narrow(std::optional<std::int64_t> value) {
    return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
}

// Codes of the catalogue; a misspelt one must not pass for a patient without it.
std::vector<std::string> readConditions(JsonReader& patient, const content::Catalogue& catalogue) {
    const std::vector<std::string> codes = patient.texts("conditions");
    const std::vector<content::ConditionKind>& known = catalogue.conditions();
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto same = [&](const content::ConditionKind& kind) { return kind.code == codes[i]; };
        if (std::any_of(known.begin(), known.end(), same))
            continue;
        std::string all;
        for (const content::ConditionKind& kind : known)
            all += (all.empty() ? "" : ", ") + kind.code;
        patient.trouble().add(ErrorCode::unknownName, patient.at("conditions") + '[' + std::to_string(i) + ']',
                              {codes[i], all});
    }
    return codes;
}

void readIndication(JsonReader& patient, const content::Catalogue& catalogue, core::PatientFacts& facts) {
    const auto code = patient.optionalText("indication");
    if (!code)
        return;
    std::string all;
    for (const core::Indication& known : catalogue.indications())
        all.append(all.empty() ? "" : ", ").append(known.code);
    if (core::indicationNamed(catalogue.indications(), *code) == nullptr)
        patient.trouble().add(core::ErrorCode::unknownName, patient.at("indication"), {*code, all});
    facts.indication = *code;
}

void readPregnancy(JsonReader& patient, core::PatientFacts& facts) {
    facts.pregnant = patient.optionalFlag("pregnant");
    facts.planningPregnancy = patient.optionalFlag("planning_pregnancy");
    facts.dueDate = patient.optionalDate("due_date");
    facts.breastfeeding = patient.optionalFlag("breastfeeding");
    facts.infantBirthDate = patient.optionalDate("infant_birth_date");
    facts.infantPreterm = patient.optionalFlag("infant_preterm");
}

// The day on which each was last done.
void readBloodTests(JsonReader& patient, core::PatientFacts& facts) {
    std::optional<JsonReader> tests = patient.optionalObject("blood_tests");
    if (!tests)
        return;
    for (const JsonName<core::BloodTestKind>& known : testNames) {
        if (const auto on = tests->optionalDate(known.name.data()))
            facts.bloodTests.push_back({known.value, *on});
    }
    tests->done();
}

// What TIT-10 asks to be recorded before a plan, and what the latest visit said.
void readRecorded(JsonReader& patient, const content::Catalogue& catalogue, core::PatientFacts& facts) {
    facts.origin = patient.optionalOneOf<core::SpasticityOrigin>("origin", originNames)
                       .value_or(core::SpasticityOrigin::notRecorded);
    facts.hasDiagnosis = patient.optionalFlag("diagnosis_recorded").value_or(false);
    facts.hasGoal = patient.optionalFlag("goal_recorded").value_or(false);
    facts.latestScore = patient.optionalDate("latest_score");
    facts.baclofenSince = patient.optionalDate("baclofen_since");
    facts.latestEffects = patient.texts("latest_effects");
    for (std::size_t i = 0; i < facts.latestEffects.size(); ++i) {
        const std::string& code = facts.latestEffects[i];
        if (std::ranges::find(catalogue.adverseEffects(), code, &content::AdverseEffectKind::code) ==
            catalogue.adverseEffects().end())
            patient.trouble().add(ErrorCode::unknownName, patient.at("latest_effects") + '[' + std::to_string(i) + ']',
                                  {code, ""});
    }
}

Json textsJson(const std::vector<std::string>& texts) {
    Json list = Json::list();
    for (const std::string& text : texts) {
        if (!text.empty()) // a condition in free words has no code
            list.append(Json::text(text));
    }
    return list;
}

void addFlag(Json& json, std::string_view key, const std::optional<bool>& flag) {
    if (flag)
        json.add(key, Json::flag(*flag));
}

void addDate(Json& json, std::string_view key, const std::optional<core::Date>& date) {
    if (date)
        json.add(key, Json::text(date->iso()));
}

void addMeasures(Json& json, const core::PatientFacts& facts) {
    if (!facts.weights.empty()) {
        json.add("weight_kg", Json::scaled(facts.weights.back().grams, 3));
        json.add("weight_on", Json::text(facts.weights.back().on.iso()));
    }
    if (facts.heightMillimetres)
        json.add("height_cm", Json::scaled(*facts.heightMillimetres, 1));
    if (!facts.creatinines.empty()) {
        const core::Creatinine& newest = facts.creatinines.back();
        Json creatinine = Json::object();
        creatinine.add("value", Json::scaled(newest.thousandths, 3));
        creatinine.add("unit", Json::text(nameIn(unitNames, newest.unit)));
        creatinine.add("date", Json::text(newest.on.iso()));
        if (newest.unstable)
            creatinine.add("unstable", Json::flag(true));
        json.add("creatinine", std::move(creatinine));
    }
    Json tests = Json::object();
    for (const JsonName<core::BloodTestKind>& known : testNames) {
        std::optional<core::Date> last;
        for (const core::BloodTest& test : facts.bloodTests) {
            if (test.kind == known.value)
                last = test.on;
        }
        addDate(tests, known.name, last);
    }
    if (!tests.isEmpty())
        json.add("blood_tests", std::move(tests));
}

} // namespace

std::optional<std::int32_t> readWeightGrams(JsonReader& reader) {
    return narrow(reader.optionalDecimal("weight_kg", 3, 300, 500'000));
}

std::optional<std::int32_t> readHeightMillimetres(JsonReader& reader) {
    return narrow(reader.optionalDecimal("height_cm", 1, 300, 2'500));
}

std::optional<core::Sex> readSex(JsonReader& reader) {
    return reader.optionalOneOf<core::Sex>("sex", sexNames);
}

CreatinineValue readCreatinineValue(JsonReader& creatinine) {
    // REN-1 judges what is plausible; this only keeps the number within its type.
    constexpr std::int64_t highest = 100'000'000;
    CreatinineValue value;
    value.thousandths = static_cast<std::int32_t>(creatinine.decimal("value", 3, 1, highest));
    value.unit = creatinine.oneOf<core::CreatinineUnit>("unit", unitNames);
    return value;
}

core::PatientFacts readPatient(JsonReader& patient, const content::Catalogue& catalogue, core::Date planStart) {
    core::PatientFacts facts;
    facts.birthDate = patient.optionalDate("birth_date");
    facts.sex = readSex(patient).value_or(core::Sex::notRecorded);
    const auto weighedOn = patient.optionalDate("weight_on");
    if (const auto grams = readWeightGrams(patient))
        facts.weights.push_back({weighedOn.value_or(planStart), *grams});
    else if (weighedOn)
        patient.trouble().add(ErrorCode::missingField, patient.at("weight_kg"), {"weight_kg"});
    facts.heightMillimetres = readHeightMillimetres(patient);
    if (std::optional<JsonReader> creatinine = patient.optionalObject("creatinine")) {
        const CreatinineValue value = readCreatinineValue(*creatinine);
        facts.creatinines.push_back({creatinine->date("date"), value.thousandths, value.unit,
                                     creatinine->optionalFlag("unstable").value_or(false)});
        creatinine->done();
    }
    facts.onDialysis = patient.optionalFlag("dialysis");
    readIndication(patient, catalogue, facts);
    readPregnancy(patient, facts);
    readBloodTests(patient, facts);
    readRecorded(patient, catalogue, facts);
    facts.conditionsRecorded = patient.has("conditions");
    facts.conditionCodes = readConditions(patient, catalogue);
    const auto hasCondition = [&](const char* code) {
        return std::find(facts.conditionCodes.begin(), facts.conditionCodes.end(), code) != facts.conditionCodes.end();
    };
    if (hasCondition("pregnancy") && !facts.pregnant)
        facts.pregnant = true;
    // Who lists the conditions has been asked for a hypersensitivity too, for it is one of them.
    facts.baclofenAllergy = patient.optionalFlag("baclofen_allergy");
    const bool allergiesRecorded = patient.optionalFlag("allergies_recorded").value_or(true);
    if (!facts.baclofenAllergy && facts.conditionsRecorded && allergiesRecorded)
        facts.baclofenAllergy = hasCondition("hypersensitivity");
    facts.toneNeeded = patient.optionalFlag("tone_needed");
    facts.medicinesRecorded = patient.has("medications");
    facts.medicineNames = patient.texts("medications");
    facts.region = patient.optionalOneOf<core::Region>("region", content::regionNames).value_or(catalogue.region());
    patient.done();
    return facts;
}

Json patientJson(const core::PatientFacts& facts) {
    Json json = Json::object();
    addDate(json, "birth_date", facts.birthDate);
    if (facts.sex != core::Sex::notRecorded)
        json.add("sex", Json::text(nameIn(sexNames, facts.sex)));
    addMeasures(json, facts);
    addFlag(json, "dialysis", facts.onDialysis);
    json.add("indication", Json::text(facts.indication));
    if (facts.origin != core::SpasticityOrigin::notRecorded)
        json.add("origin", Json::text(nameIn(originNames, facts.origin)));
    addFlag(json, "pregnant", facts.pregnant);
    addFlag(json, "planning_pregnancy", facts.planningPregnancy);
    addDate(json, "due_date", facts.dueDate);
    addFlag(json, "breastfeeding", facts.breastfeeding);
    addDate(json, "infant_birth_date", facts.infantBirthDate);
    addFlag(json, "infant_preterm", facts.infantPreterm);
    if (facts.conditionsRecorded)
        json.add("conditions", textsJson(facts.conditionCodes));
    addFlag(json, "baclofen_allergy", facts.baclofenAllergy);
    if (facts.conditionsRecorded && !facts.baclofenAllergy)
        json.add("allergies_recorded", Json::flag(false));
    addFlag(json, "tone_needed", facts.toneNeeded);
    if (facts.medicinesRecorded)
        json.add("medications", textsJson(facts.medicineNames));
    if (facts.hasDiagnosis)
        json.add("diagnosis_recorded", Json::flag(true));
    if (facts.hasGoal)
        json.add("goal_recorded", Json::flag(true));
    addDate(json, "latest_score", facts.latestScore);
    if (!facts.latestEffects.empty())
        json.add("latest_effects", textsJson(facts.latestEffects));
    addDate(json, "baclofen_since", facts.baclofenSince);
    json.add("region",
             Json::text(std::ranges::find(content::regionNames, facts.region, &JsonName<core::Region>::value)->name));
    return json;
}

} // namespace lento::cli
