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
    if (const auto on = tests->optionalDate("transaminases"))
        facts.bloodTests.push_back({core::BloodTestKind::transaminases, *on});
    if (const auto on = tests->optionalDate("glucose"))
        facts.bloodTests.push_back({core::BloodTestKind::glucose, *on});
    tests->done();
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
    if (const auto grams = readWeightGrams(patient))
        facts.weights.push_back({planStart, *grams});
    facts.heightMillimetres = readHeightMillimetres(patient);
    if (std::optional<JsonReader> creatinine = patient.optionalObject("creatinine")) {
        const CreatinineValue value = readCreatinineValue(*creatinine);
        facts.creatinines.push_back({creatinine->date("date"), value.thousandths, value.unit});
        creatinine->done();
    }
    facts.onDialysis = patient.optionalFlag("dialysis");
    readIndication(patient, catalogue, facts);
    readPregnancy(patient, facts);
    readBloodTests(patient, facts);
    facts.conditionsRecorded = patient.has("conditions");
    facts.conditionCodes = readConditions(patient, catalogue);
    const auto hasCondition = [&](const char* code) {
        return std::find(facts.conditionCodes.begin(), facts.conditionCodes.end(), code) != facts.conditionCodes.end();
    };
    if (hasCondition("pregnancy") && !facts.pregnant)
        facts.pregnant = true;
    // Who lists the conditions has been asked for a hypersensitivity too, for it is one of them.
    facts.baclofenAllergy = patient.optionalFlag("baclofen_allergy");
    if (!facts.baclofenAllergy && facts.conditionsRecorded)
        facts.baclofenAllergy = hasCondition("hypersensitivity");
    facts.toneNeeded = patient.optionalFlag("tone_needed");
    facts.medicinesRecorded = patient.has("medications");
    facts.medicineNames = patient.texts("medications");
    facts.region = patient.optionalOneOf<core::Region>("region", content::regionNames).value_or(catalogue.region());
    patient.done();
    return facts;
}

} // namespace lento::cli
