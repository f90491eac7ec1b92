#include "core/renal.h"

#include "core/bounds.h"
#include "core/decimal.h"
#include "core/rule_numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lento::core {

namespace {

// What no one of a year or more is: narrower than what a record may hold (body_limits.h), so that a weight in tonnes is
// seen.
constexpr int oldestYears = 130;
constexpr std::int32_t lightestGrams = 2'000;
constexpr std::int32_t heaviestGrams = 500'000;
constexpr std::int32_t shortestMillimetres = 400;
constexpr std::int32_t tallestMillimetres = 2'500;

bool isBetween(std::int64_t value, std::int64_t lowest, std::int64_t highest) {
    return value >= lowest && value <= highest;
}

// Creatinine in mg/dL as an exact fraction, so that a K that is exactly on a band's edge stays on it.
Ratio milligramsPerDecilitre(const RenalInputs& inputs, const RuleNumbers& numbers) {
    if (inputs.unit == CreatinineUnit::mgPerDl)
        return {inputs.creatinineThousandths, 1'000};
    return {std::int64_t{inputs.creatinineThousandths} * 10, 1'000 * numbers.ren1.umolPerMgTenths};
}

double milligrams(Ratio creatinine) {
    return static_cast<double>(creatinine.numerator) / static_cast<double>(creatinine.denominator);
}

// rule: REN-1
std::optional<Error> refusal(const RenalInputs& inputs, const RuleNumbers& numbers) {
    const auto refused = [](const Failure& failed) { return std::optional<Error>(failed.error); };
    if (!isBetween(inputs.ageYears, numbers.ren4.fromYears, oldestYears))
        return refused(outOfRange("age", inputs.ageYears, numbers.ren4.fromYears, oldestYears));
    const bool adult = inputs.ageYears >= adultAgeYears;
    if (adult && inputs.sex == Sex::notRecorded)
        return refused(failure(ErrorCode::missingField, "sex"));
    if (adult && inputs.weightGrams == 0)
        return refused(failure(ErrorCode::missingField, "weight"));
    if (!adult && !inputs.heightMillimetres)
        return refused(failure(ErrorCode::missingField, "height"));
    if (inputs.weightGrams != 0 && !isBetween(inputs.weightGrams, lightestGrams, heaviestGrams))
        return refused(outOfRange("weight", inputs.weightGrams, lightestGrams, heaviestGrams));
    if (inputs.heightMillimetres && !isBetween(*inputs.heightMillimetres, shortestMillimetres, tallestMillimetres))
        return refused(outOfRange("height", *inputs.heightMillimetres, shortestMillimetres, tallestMillimetres));

    const Ratio creatinine = milligramsPerDecilitre(inputs, numbers);
    const std::int64_t measured = creatinine.numerator * 1'000;
    const auto& limits = numbers.ren1;
    if (measured < limits.lowestThousandths * creatinine.denominator ||
        measured > limits.highestThousandths * creatinine.denominator)
        return refused(failure(ErrorCode::outOfRange, "creatinine",
                               {std::to_string(inputs.creatinineThousandths),
                                formatDecimal(limits.lowestThousandths, 3) + " mg/dL",
                                formatDecimal(limits.highestThousandths, 3) + " mg/dL"}));
    return std::nullopt;
}

// False when the height is not known.
bool isObese(const RenalInputs& inputs, const RuleNumbers& numbers) {
    if (!inputs.heightMillimetres)
        return false;
    const std::int64_t height = *inputs.heightMillimetres;
    return std::int64_t{inputs.weightGrams} * 1'000 >= std::int64_t{numbers.ren2.obeseFromBmi} * height * height;
}

// In ten-thousandths of a gram, which hold the parts exactly.
constexpr std::int64_t weightParts = 10'000;
// rule: REN-2
std::int64_t dosingWeight(const RenalInputs& inputs, const RuleNumbers& numbers) {
    const std::int64_t actual = std::int64_t{inputs.weightGrams} * 100;
    if (!isObese(inputs, numbers))
        return actual * 100;
    const auto& rule = numbers.ren2;
    const std::int64_t above = std::int64_t{*inputs.heightMillimetres} - rule.idealAboveMillimetres;
    const std::int64_t ideal =
        (inputs.sex == Sex::female ? rule.idealFemaleGrams : rule.idealMaleGrams) * std::int64_t{100} +
        above * rule.idealGramsPerCentimetre * 10;
    return ideal * (100 - rule.excessPercent) + actual * rule.excessPercent;
}

// Cockcroft and Gault 1976. Whole numbers up to the one division, in lowest terms so that a K on an edge is exact.
// rule: REN-2
double cockcroftGault(const RenalInputs& inputs, std::int64_t weight, const RuleNumbers& numbers) {
    const auto& rule = numbers.ren2;
    const Ratio creatinine = milligramsPerDecilitre(inputs, numbers);
    const std::int64_t percent = inputs.sex == Sex::female ? rule.femalePercent : 100;
    const std::int64_t upper = (rule.yearsFrom - inputs.ageYears) * weight * percent * (creatinine.denominator / 1'000);
    const std::int64_t lower = rule.creatinineTimes * creatinine.numerator * weightParts * 100;
    const std::int64_t common = std::gcd(upper, lower);
    return static_cast<double>(upper / common) / static_cast<double>(lower / common);
}

// Inker 2021, adults only.
// rule: REN-3
double ckdEpi2021(const RenalInputs& inputs, const RuleNumbers& numbers) {
    const auto& rule = numbers.ren3;
    const bool female = inputs.sex == Sex::female;
    const double scaled =
        milligrams(milligramsPerDecilitre(inputs, numbers)) / (female ? rule.femaleCreatinine : rule.maleCreatinine);
    return rule.multiplier * std::pow(std::min(scaled, 1.0), -(female ? rule.femalePowerBelow : rule.malePowerBelow)) *
           std::pow(std::max(scaled, 1.0), -rule.powerAbove) * std::pow(rule.eachYear, inputs.ageYears) *
           (female ? rule.female : 1.0);
}

// Schwartz 2009: a factor x height in cm / creatinine in mg/dL.
// rule: REN-4
double bedsideSchwartz(const RenalInputs& inputs, const RuleNumbers& numbers) {
    const Ratio creatinine = milligramsPerDecilitre(inputs, numbers);
    const std::int64_t upper =
        numbers.ren4.heightFactorThousandths * std::int64_t{*inputs.heightMillimetres} * creatinine.denominator;
    return static_cast<double>(upper) / static_cast<double>(creatinine.numerator * 10'000);
}

template <class Fact>
const Fact* newestUpTo(const std::vector<Fact>& facts, Date today) {
    const Fact* newest = nullptr;
    for (const Fact& fact : facts) {
        if (fact.on <= today && (!newest || fact.on >= newest->on))
            newest = &fact;
    }
    return newest;
}

} // namespace

Result<RenalFunction> renalFunction(const RenalInputs& inputs, const RuleNumbers& numbers) {
    if (std::optional<Error> error = refusal(inputs, numbers))
        return failure(std::move(*error));

    RenalFunction function;
    if (inputs.heightMillimetres && inputs.weightGrams != 0) {
        const double metres = *inputs.heightMillimetres / 1'000.0;
        function.bmi = inputs.weightGrams / 1'000.0 / (metres * metres);
    }
    if (inputs.ageYears >= adultAgeYears) {
        const std::int64_t weight = dosingWeight(inputs, numbers);
        function.dosingWeightKg = static_cast<double>(weight) / (1'000.0 * weightParts);
        function.crclMlMin = cockcroftGault(inputs, weight, numbers);
        function.egfr = ckdEpi2021(inputs, numbers);
        function.k = std::min(*function.crclMlMin, *function.egfr);
    } else {
        function.dosingWeightKg = inputs.weightGrams / 1'000.0;
        function.egfr = bedsideSchwartz(inputs, numbers);
        function.k = *function.egfr;
    }
    function.band = renalBand(function.k, inputs.dialysis, inputs.unstable, numbers);
    return function;
}

RenalBand renalBand(double k, bool dialysis, bool unstable, const RuleNumbers& numbers) {
    if (dialysis)
        return RenalBand::r5;
    const auto measured = std::find_if(numbers.ren5.begin(), numbers.ren5.end(),
                                       [k](const RenalBandRule& rule) { return k >= rule.fromK; });
    const RenalBand band = measured == numbers.ren5.end() ? RenalBand::r5 : measured->band;
    // An unstable creatinine says nothing, unless what it says is worse still.
    return unstable ? std::max(band, RenalBand::r4) : band;
}

RenalDosing renalDosing(const RenalBandRule& rule, DailyDose start, DailyDose increment, DailyDose ceiling,
                        int intervalDays, DailyDose quantum) {
    RenalDosing dosing;
    dosing.start = scaledDownToQuantum(start, rule.factor, quantum);
    dosing.increment = scaledDownToQuantum(increment, rule.factor, quantum);
    dosing.ceiling = scaledDownToQuantum(ceiling, rule.factor, quantum);
    dosing.intervalDays = std::max(intervalDays, rule.minimumIntervalDays.value_or(intervalDays));
    if (rule.ceiling) {
        // A fixed ceiling is not raised to a coarse product's quantum: 5 mg a day stays 5 mg where only 15 mg tablets
        // are.
        const DailyDose fixed = *rule.ceiling < quantum ? *rule.ceiling : roundDownToQuantum(*rule.ceiling, quantum);
        dosing.ceiling = std::min(dosing.ceiling, fixed);
        dosing.start = std::min(dosing.start, dosing.ceiling);
        dosing.increment = std::min(dosing.increment, dosing.ceiling);
    }
    dosing.dosesPerDay = rule.dosesPerDay;
    return dosing;
}

bool takes(const PatientFacts& facts, const MedicineList& list, RuleId rule) {
    return std::any_of(facts.medicineNames.begin(), facts.medicineNames.end(), [&](const std::string& typed) {
        const std::vector<const MedicineClass*> classes = list.classesOf(typed);
        return std::any_of(classes.begin(), classes.end(),
                           [&](const MedicineClass* each) { return each->rule == rule; });
    });
}

UsableCreatinine usableCreatinine(const PatientFacts& facts, Date today, std::optional<double> lastK,
                                  bool interactingMedicine, const RuleNumbers& numbers) {
    UsableCreatinine usable;
    usable.limitDays = numbers.dat5.maximumDays;
    if (facts.birthDate && completedYears(*facts.birthDate, today) >= numbers.dat5.ageYears)
        usable.limitDays = std::min(usable.limitDays, numbers.dat5.maximumDays65);
    if (interactingMedicine || (lastK && *lastK < numbers.dat5.lowK))
        usable.limitDays = std::min(usable.limitDays, numbers.dat5.maximumDaysLowK);

    const Creatinine* newest = newestUpTo(facts.creatinines, today);
    // REN-5: what counts as R4 or R5 is a K below the limit, whatever the formula gives.
    if (facts.onDialysis.value_or(false) || (newest && newest->unstable))
        usable.limitDays = std::min(usable.limitDays, numbers.dat5.maximumDaysLowK);
    if (newest) {
        usable.tooOld = today - newest->on > usable.limitDays;
        if (!usable.tooOld)
            usable.value = *newest;
    }
    return usable;
}

RenalAssessment assessRenal(const PatientFacts& facts, Date today, const RuleNumbers& numbers,
                            std::optional<bool> interactingMedicine) {
    RenalAssessment assessment;
    RenalInputs inputs;
    inputs.sex = facts.sex;
    inputs.heightMillimetres = facts.heightMillimetres;
    inputs.dialysis = facts.onDialysis.value_or(false);
    if (inputs.dialysis)
        assessment.band = RenalBand::r5;

    bool adult = true;
    if (facts.birthDate) {
        inputs.ageYears = completedYears(*facts.birthDate, today);
        adult = inputs.ageYears >= adultAgeYears;
    } else {
        assessment.missing.emplace_back("birth_date");
    }
    if (adult && facts.sex == Sex::notRecorded)
        assessment.missing.emplace_back("sex");
    if (const Weight* weight = newestUpTo(facts.weights, today))
        inputs.weightGrams = weight->grams;
    else if (adult)
        assessment.missing.emplace_back("weight");
    if (!adult && !facts.heightMillimetres)
        assessment.missing.emplace_back("height");

    const Creatinine* creatinine = newestUpTo(facts.creatinines, today);
    if (!creatinine) {
        assessment.missing.emplace_back("creatinine");
        return assessment;
    }
    assessment.creatinineDate = creatinine->on;
    inputs.creatinineThousandths = creatinine->thousandths;
    inputs.unit = creatinine->unit;
    inputs.unstable = creatinine->unstable;

    std::optional<RenalFunction> function;
    if (assessment.missing.empty()) {
        const Result<RenalFunction> computed = renalFunction(inputs, numbers);
        if (computed)
            function = *computed;
        else
            assessment.missing.push_back(computed.error().subject == "age" ? "birth_date" : computed.error().subject);
    }
    // How old a creatinine may be depends on the K that it gives (DAT-5).
    const std::optional<double> k = function ? std::optional(function->k) : std::nullopt;
    const bool interacting = interactingMedicine ? *interactingMedicine : takes(facts, numbers.medicines, "INT-12");
    const UsableCreatinine usable = usableCreatinine(facts, today, k, interacting, numbers);
    if (!usable.value) {
        assessment.creatinineTooOld = true;
        if (std::find(assessment.missing.begin(), assessment.missing.end(), "creatinine") == assessment.missing.end())
            assessment.missing.emplace_back("creatinine");
        return assessment;
    }
    assessment.function = function;
    if (function)
        assessment.band = function->band;
    return assessment;
}

} // namespace lento::core
