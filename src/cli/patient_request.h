// What a request says of a patient: facts for the rules, no identity. What is shown of a patient can be asked with.
#pragma once

#include "cli/json.h"
#include "content/catalogue.h"
#include "content/json_reader.h"
#include "core/patient.h"
#include "core/renal.h"

#include <optional>

namespace lento::cli {

// The measures that both a patient and the renal calculation name alike.
std::optional<std::int32_t> readWeightGrams(content::JsonReader& reader);
std::optional<std::int32_t> readHeightMillimetres(content::JsonReader& reader);
std::optional<core::Sex> readSex(content::JsonReader& reader);
struct CreatinineValue {
    std::int32_t thousandths = 0;
    core::CreatinineUnit unit = core::CreatinineUnit::mgPerDl;
};
CreatinineValue readCreatinineValue(content::JsonReader& creatinine);

// `planStart`: the day that counts for a weight that names none. Conditions are the codes of the catalogue, and a
// region that is not given is its own.
core::PatientFacts readPatient(content::JsonReader& patient, const content::Catalogue& catalogue, core::Date planStart);

// What readPatient reads back as the same: of weights and creatinines the newest, of blood tests the last of each kind.
Json patientJson(const core::PatientFacts& facts);

} // namespace lento::cli
