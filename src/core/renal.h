// Kidney function and what it does to start, increment, ceiling and interval (REN-1 to REN-7).
//
// K is a rate, not a dose; it is the only binary floating point in the core's clinical arithmetic, and it only ever
// selects a band. The band's factor is exact.
#pragma once

#include "core/amount.h"
#include "core/finding.h"
#include "core/medicine.h"
#include "core/patient.h"
#include "core/protocol.h"
#include "core/ratio.h"
#include "core/result.h"

#include <optional>
#include <string>

namespace lento::core {

struct RuleNumbers;

// From this birthday on the adult rules and formulas hold.
inline constexpr int adultAgeYears = 18;

enum class RenalBand : std::uint8_t { r1, r2, r3, r4, r5 };

struct RenalInputs {
    int ageYears = 0;
    Sex sex = Sex::notRecorded;
    std::int32_t weightGrams = 0;
    std::optional<std::int32_t> heightMillimetres;
    std::int32_t creatinineThousandths = 0;
    CreatinineUnit unit = CreatinineUnit::mgPerDl;
    bool dialysis = false;
    bool unstable = false;
};

struct RenalFunction {
    std::optional<double> crclMlMin; // REN-2; adults
    std::optional<double> egfr;      // REN-3 adults, REN-4 children, per 1.73 m2
    double k = 0;                    // the lower of the two, unrounded (REN-5)
    double dosingWeightKg = 0;       // REN-2
    std::optional<double> bmi;
    RenalBand band = RenalBand::r1;
};

// Adults by REN-2 and REN-3, 1 to 17 years by REN-4, which asks for neither sex nor weight.
// Errors: outOfRange for a creatinine outside REN-1, age, weight or height that cannot be;
// missingField for sex and weight in an adult, and for height in a child.
Result<RenalFunction> renalFunction(const RenalInputs& inputs, const RuleNumbers& numbers);
RenalBand renalBand(double k, bool dialysis, bool unstable, const RuleNumbers& numbers);

// REN-5 applied by RND-2 to a protocol.
struct RenalDosing {
    DailyDose start;
    DailyDose increment;
    DailyDose ceiling;
    int intervalDays = 0;
    std::optional<int> dosesPerDay; // R5: once daily
};
struct RenalBandRule {
    RenalBand band = RenalBand::r1;
    double fromK = 0; // a band begins at its edge, so 80 is R1 and 79.99 is R2
    Ratio factor;
    std::optional<DailyDose> ceiling; // R5: 5 mg a day
    std::optional<int> dosesPerDay;   // R5: once
    std::optional<int> minimumIntervalDays;
    Action action = Action::inform;
};
RenalDosing renalDosing(const RenalBandRule& rule, DailyDose start, DailyDose increment, DailyDose ceiling,
                        int intervalDays, DailyDose quantum);

// Whether a listed medicine belongs to that class of interactions.
bool takes(const PatientFacts& facts, const MedicineList& list, RuleId rule);

// DAT-5: the newest creatinine on or before today if it is not too old, else the reason why there is none. lastK: the K
// that this creatinine gives, or any earlier one; interactingMedicine: one of INT-12 is listed.
struct UsableCreatinine {
    std::optional<Creatinine> value;
    bool tooOld = false;
    int limitDays = 0;
};
UsableCreatinine usableCreatinine(const PatientFacts& facts, Date today, std::optional<double> lastK,
                                  bool interactingMedicine, const RuleNumbers& numbers);

// All of it from a patient's facts; the fields that are missing are named when there is no result.
struct RenalAssessment {
    std::optional<RenalFunction> function;
    std::optional<Date> creatinineDate;
    std::vector<std::string> missing; // "creatinine", "weight", "sex", "birth_date", "height"
    bool creatinineTooOld = false;
    // The function's band; R5 for dialysis even when nothing was measured (REN-5).
    std::optional<RenalBand> band;
};
// Whether a medicine of INT-12 shortens the life of the creatinine is looked up unless it is told.
RenalAssessment assessRenal(const PatientFacts& facts, Date today, const RuleNumbers& numbers,
                            std::optional<bool> interactingMedicine = {});

} // namespace lento::core
