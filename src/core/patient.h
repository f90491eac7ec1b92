// Who a patient is, and the dated facts that a rule may ask for; a fact that was never recorded is absent, never zero.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/ids.h"
#include "core/product.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

// sex as the kidney formulas need it; anything else is "not recorded" and they are not assessed.
enum class Sex : std::uint8_t { notRecorded, female, male };

enum class PatientStatus : std::uint8_t { active, suspended, ended, deceased };

// Sealed in the clinic file (decisions.md 5); never in a log, a setting or a file name.
struct Identity {
    std::string surname;
    std::string given;
    std::string title; // may be empty
    Date birthDate;
    std::string recordNumber; // the clinic's; may be empty
    std::string telephone;
    std::string address;
    std::string documentLanguage = "en"; // BCP 47; the language of what is printed for this patient
    std::string note;
    friend bool operator==(const Identity&, const Identity&) = default;
};

// 68.5 kg is 68500 g.
struct Weight {
    Date on;
    std::int32_t grams = 0;
    friend bool operator==(const Weight&, const Weight&) = default;
};

enum class CreatinineUnit : std::uint8_t { mgPerDl, umolPerL };

// The number as it was typed, in thousandths of its unit: 1.5 mg/dL is 1500.
struct Creatinine {
    Date on;
    std::int32_t thousandths = 0;
    CreatinineUnit unit = CreatinineUnit::mgPerDl;
    bool unstable = false; // rising or falling, or acute injury: K is not valid (REN-5)
    friend bool operator==(const Creatinine&, const Creatinine&) = default;
};

// Tests of which the rules only ask when they were last done (MON-1).
enum class BloodTestKind : std::uint8_t { transaminases, glucose };
struct BloodTest {
    BloodTestKind kind = BloodTestKind::transaminases;
    Date on;
    friend bool operator==(const BloodTest&, const BloodTest&) = default;
};

// What baclofen is given for: spasticity, or one of the uses of section 7, or what is none (SAF-15).
inline constexpr const char* spasticityIndication = "spasticity";
inline constexpr const char* musclePainIndication = "muscle-pain";

enum class SpasticityOrigin : std::uint8_t { notRecorded, spinal, cerebral, other };

// A coded problem that a rule asks about ("epilepsy"), or free text with an empty code. Codes:
// resources/catalogue/conditions.json.
struct Condition {
    RecordId id;
    std::string code;
    std::string text;
    std::optional<Date> since;
    std::optional<Date> until;
    friend bool operator==(const Condition&, const Condition&) = default;
};

// Any medicine but baclofen, by generic name.
struct Medicine {
    RecordId id;
    std::string name;
    std::string doseText;
    std::optional<Date> since;
    std::optional<Date> until;
    friend bool operator==(const Medicine&, const Medicine&) = default;
};

enum class AllergyStatus : std::uint8_t { notRecorded, noneKnown, known };

// Facts that were asked for once and may change: the day each was last asked for.
enum class DatedFact : std::uint8_t {
    allergies,
    toneNeeded,
    dialysis,
    pregnancy,
    breastfeeding,
    height,
    conditions,
    medicines,
};
inline constexpr std::size_t datedFacts = 8;

struct Patient {
    PatientId id;
    Identity identity;
    Sex sex = Sex::notRecorded;
    PatientStatus status = PatientStatus::active;
    std::string indication = spasticityIndication; // or "IND-TN", "muscle-pain", …
    SpasticityOrigin origin = SpasticityOrigin::notRecorded;
    std::string diagnosis;          // "Multiple sclerosis"
    std::string goal;               // what treatment is for, in the patient's words
    std::optional<bool> toneNeeded; // to stand or transfer (SAF-8)
    std::optional<bool> onDialysis;
    std::optional<bool> pregnant;
    std::optional<bool> planningPregnancy; // asked while there is none (PRG-1)
    std::optional<Date> dueDate;           // of a pregnancy (PRG-2)
    std::optional<bool> breastfeeding;
    std::optional<Date> infantBirthDate; // of the breastfed child (PRG-3)
    std::optional<bool> infantPreterm;
    AllergyStatus allergyStatus = AllergyStatus::notRecorded;
    std::optional<bool> baclofenAllergy; // among the known ones (SAF-1)
    std::string allergies;
    std::optional<std::int32_t> heightMillimetres;
    std::optional<Date> baclofenSince;                          // for TAP-11
    std::array<std::optional<Date>, datedFacts> factDates = {}; // by DatedFact
    std::string registeredAt;                                   // UTC
    std::int64_t rowVersion = 1;
};

// Whether baclofen is among the allergies; someone without any has none to it.
inline std::optional<bool> knownAllergy(const Patient& patient) {
    return patient.allergyStatus == AllergyStatus::noneKnown ? std::optional(false) : patient.baclofenAllergy;
}

// What the rules see of a patient: facts, no identity.
struct PatientFacts {
    std::optional<Date> birthDate;
    Sex sex = Sex::notRecorded;
    std::string indication = spasticityIndication;
    SpasticityOrigin origin = SpasticityOrigin::notRecorded;
    std::optional<std::int32_t> heightMillimetres;
    std::vector<Weight> weights;         // oldest first
    std::vector<Creatinine> creatinines; // oldest first
    std::vector<BloodTest> bloodTests;   // oldest first
    std::optional<bool> onDialysis;
    std::optional<bool> pregnant;
    std::optional<bool> planningPregnancy;
    std::optional<Date> dueDate;
    std::optional<bool> breastfeeding;
    std::optional<Date> infantBirthDate;
    std::optional<bool> infantPreterm;
    std::optional<bool> baclofenAllergy; // no for someone without any known allergy
    std::optional<bool> toneNeeded;
    std::vector<std::string> conditionCodes;
    bool conditionsRecorded = false; // someone has asked; an empty list then means none
    std::vector<std::string> medicineNames;
    bool medicinesRecorded = false;
    bool hasDiagnosis = false;
    bool hasGoal = false;
    std::optional<Date> latestScore;
    std::vector<std::string> latestEffects; // codes of the latest visit's adverse effects, grade 1 or more
    std::optional<Date> baclofenSince;
    Region region = Region::uk;
};

} // namespace lento::core
