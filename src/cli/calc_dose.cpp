#include "cli/calc_kinds.h"
#include "cli/patient_request.h"
#include "cli/plan_answer.h"
#include "cli/plan_request.h"
#include "content/names.h"
#include "core/decimal.h"
#include "core/dispense.h"
#include "core/paediatric.h"
#include "core/protocol_dosing.h"
#include "core/renal.h"
#include "core/taper.h"

#include <algorithm>

namespace lento::cli {

namespace {

using content::Catalogue;
using content::JsonReader;
using core::ErrorCode;

constexpr int rateDecimals = 1;

std::string_view bandName(core::RenalBand band) {
    const auto known = std::find_if(content::renalBandNames.begin(), content::renalBandNames.end(),
                                    [&](const auto& name) { return name.value == band; });
    return known->name;
}

// REN-5: in R1 there is nothing to do, but below this K one reviewed scheme already reduces the first dose.
std::string_view renalActionName(const core::RenalBandRule& rule, double k, const core::RuleNumbers& numbers) {
    return rule.band == core::RenalBand::r1 && k >= numbers.ren5InformBelowK ? "none" : actionName(rule.action);
}

// The same error under the request's key and in its unit: the core counts grams, millimetres and thousandths.
core::Error renalError(core::Error error, const JsonReader& request) {
    struct Measure {
        std::string_view subject;
        const char* key;
        int decimals;
    };
    constexpr Measure measures[] = {
        {"weight", "weight_kg", 3}, {"height", "height_cm", 1}, {"creatinine", "creatinine.value", 3}};
    for (const Measure& measure : measures) {
        if (error.subject != measure.subject)
            continue;
        error.subject = measure.key;
        for (std::string& value : error.values)
            if (const auto counted = core::parseDecimal(value, 0))
                value = core::formatDecimal(*counted, measure.decimals);
        break;
    }
    return placed(std::move(error), request.place());
}

core::Result<Answer> answerRenal(JsonReader& request, const Catalogue& catalogue) {
    core::RenalInputs inputs;
    inputs.ageYears = request.integer("age", 0, 130);
    inputs.sex = readSex(request).value_or(core::Sex::notRecorded);
    inputs.weightGrams = readWeightGrams(request).value_or(0);
    inputs.heightMillimetres = readHeightMillimetres(request);
    JsonReader creatinine = request.object("creatinine");
    const CreatinineValue value = readCreatinineValue(creatinine);
    creatinine.done();
    inputs.creatinineThousandths = value.thousandths;
    inputs.unit = value.unit;
    inputs.dialysis = request.optionalFlag("dialysis").value_or(false);
    const core::Protocol* protocol = readProtocol(request, catalogue);
    const auto quantum = request.optionalDailyMg("quantum_mg", 300);
    if (request.has("protocol") != request.has("quantum_mg")) {
        const char* missing = protocol == nullptr ? "protocol" : "quantum_mg";
        request.trouble().add(ErrorCode::missingField, request.at(missing), {missing});
    }
    if (const auto failed = problem(request))
        return *failed;

    const core::Result<core::RenalFunction> renal = core::renalFunction(inputs, catalogue.numbers());
    if (!renal)
        return core::failure(renalError(renal.error(), request));
    const auto& rules = catalogue.numbers().ren5;
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.band == renal->band; });
    Answer answer;
    if (renal->crclMlMin)
        answer.json.add("crcl", Json::rounded(*renal->crclMlMin, rateDecimals));
    if (renal->egfr)
        answer.json.add("egfr", Json::rounded(*renal->egfr, rateDecimals));
    answer.json.add("k", Json::rounded(renal->k, rateDecimals)).add("band", Json::text(bandName(renal->band)));
    answer.json.add("action", Json::text(renalActionName(*rule, renal->k, catalogue.numbers())));
    if (inputs.weightGrams > 0)
        answer.json.add("dosing_weight_kg", Json::rounded(renal->dosingWeightKg, rateDecimals));
    if (protocol != nullptr) {
        core::DosedPerson person{inputs.ageYears, {}, &*rule};
        if (inputs.weightGrams > 0)
            person.weightGrams = inputs.weightGrams;
        const auto dosing = core::dosingOf(*protocol, person, *quantum, catalogue.numbers());
        if (!dosing)
            return core::failure(placed(dosing.error(), request.place()));
        answer.json.add("start_mg", Json::mg(dosing->start)).add("increment_mg", Json::mg(dosing->increment));
        answer.json.add("ceiling_mg", Json::mg(dosing->ceiling))
            .add("interval_days", Json::integer(dosing->intervalDays));
    }
    answer.needsClinician = rule->action >= core::Action::blockOverridable;
    return answer;
}

core::Result<Answer> answerSplit(JsonReader& request, const Catalogue& catalogue) {
    const core::DailyDose total = request.dailyMg("daily_mg", hardDailyMg(catalogue));
    core::SplitRules rules;
    rules.dosesPerDay = request.integer("doses_per_day", 1, core::mostDosesPerDay);
    rules.strategy = request.oneOf<core::SplitStrategy>("split", content::splitNames);
    rules.quantum = request.oralMg("quantum_mg");
    if (const auto cap = request.optionalOralMg("single_dose_cap_mg"))
        rules.singleDoseCap = *cap;
    const core::DailyDose quantum = perDay(rules.quantum);
    if (!request.trouble() && !total.isMultipleOf(quantum)) {
        const core::DailyDose lower = quantum * (total / quantum);
        request.trouble().add(ErrorCode::doseNotDispensable, request.at("daily_mg"),
                              {std::to_string(total.inNanograms()), std::to_string(lower.inNanograms()),
                               std::to_string((lower + quantum).inNanograms())});
    }
    if (const auto failed = problem(request))
        return *failed;

    const core::SplitResult split = core::splitDay(total, rules);
    Answer answer;
    answer.json.add("doses", dosesJson(split.split, {})).add("over_cap", Json::flag(split.overCap));
    answer.needsClinician = split.overCap; // SPL-4
    return answer;
}

core::Result<Answer> answerUnits(JsonReader& request, const Catalogue& catalogue) {
    const core::OralDose dose = request.oralMg("mg", hardDailyMg(catalogue));
    const auto products = readProducts(request, catalogue, false);
    if (const auto failed = problem(request))
        return *failed;

    Answer answer;
    const auto pieces = core::dispense(dose, *products);
    answer.json.add("dispensable", Json::flag(pieces.has_value()));
    if (pieces) {
        answer.json.add("units", unitsJson(*pieces, *products));
        return answer;
    }
    const core::Neighbours near = core::dispensableNeighbours(dose, *products);
    Json offer = Json::object();
    offer.add("lower", Json::mg(near.lower)).add("higher", near.higher ? Json::mg(*near.higher) : Json::null());
    answer.json.add("offer_mg", std::move(offer));
    return answer;
}

core::Result<Answer> answerVolume(JsonReader& request, const Catalogue& catalogue) {
    const core::OralDose dose = request.oralMg("mg", hardDailyMg(catalogue));
    const core::OralDose perMillilitre = request.oralMg("concentration_mg_per_ml", 300);
    const core::Volume grid = core::Volume::microlitres(request.decimal("grid_ml", 3, 1, 100'000));
    if (const auto failed = problem(request))
        return *failed;

    const core::MeasuredVolume measured = core::measure(dose, perMillilitre, grid);
    // Ten thousandths of a millilitre, for a dose that no volume meets exactly.
    constexpr std::int64_t nanolitresPerUnit = 100;
    constexpr int decimals = 4;
    const std::int64_t denominator = measured.denominator * nanolitresPerUnit;
    const std::int64_t units = (2 * measured.numerator + denominator) / (2 * denominator);
    Answer answer;
    answer.json.add("ml", Json::scaled(units, decimals)).add("on_grid", Json::flag(measured.onGrid));
    if (!measured.onGrid) {
        Json offer = Json::object();
        offer.add("mg", Json::mg(measured.offerDose)).add("ml", Json::ml(measured.offer));
        answer.json.add("offer", std::move(offer));
    }
    return answer;
}

core::Result<Answer> answerTaperStep(JsonReader& request, const Catalogue& catalogue) {
    const core::DailyDose from = request.dailyMg("from_mg", hardDailyMg(catalogue));
    const core::Percent percent = core::Percent::of(request.integer("percent", 1, 100));
    const core::DailyDose quantum = request.dailyMg("quantum_mg");
    if (const auto failed = problem(request))
        return *failed;

    Answer answer;
    answer.json.add("step_mg", Json::mg(core::taperStep(from, percent, quantum, catalogue.numbers().rnd3.mostOfBase)));
    return answer;
}

core::Result<Answer> answerTaperRisk(JsonReader& request, const Catalogue& catalogue) {
    const int months = request.integer("months", 0, 1200);
    const core::DailyDose dose = request.dailyMg("daily_mg", hardDailyMg(catalogue));
    const std::vector<std::string> codes = request.texts("flags");
    std::vector<core::TaperRiskFlag> flags;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (const auto flag = core::taperRiskFlag(codes[i])) {
            flags.push_back(*flag);
            continue;
        }
        std::string all;
        for (const content::ConditionKind& kind : catalogue.conditions())
            if (core::taperRiskFlag(kind.code))
                all += (all.empty() ? "" : ", ") + kind.code;
        request.trouble().add(ErrorCode::unknownName, request.at("flags") + '[' + std::to_string(i) + ']',
                              {codes[i], all});
    }
    if (const auto failed = problem(request))
        return *failed;

    const core::TaperPreset preset = core::taperPreset(months, dose, flags, catalogue.numbers());
    constexpr std::string_view classes[] = {"LOW", "STANDARD", "HIGH"};
    Answer answer;
    answer.json.add("class", Json::text(classes[static_cast<std::size_t>(preset.risk)]));
    answer.json.add("percent", Json::integer(preset.percent.whole()));
    answer.json.add("interval_days", Json::integer(preset.intervalDays));
    return answer;
}

// The rules that a child's age and weight alone decide; what a plan is made of is checked with the plan.
std::vector<core::Finding> paediatricFindings(int ageYears, std::int32_t weightGrams,
                                              const core::PaediatricDosing& dosing, const core::RuleNumbers& numbers) {
    std::vector<core::Finding> findings;
    const auto add = [&findings](core::RuleId rule, core::Action action, std::vector<core::Input> inputs,
                                 std::vector<std::string> sources) {
        core::Finding& finding = findings.emplace_back();
        finding.rule = rule;
        finding.action = action;
        finding.message = rule.text();
        finding.inputs = std::move(inputs);
        finding.sources = std::move(sources);
    };
    const core::Input age{"age_years", std::int64_t{ageYears}};
    if (dosing.olderBandHigh && dosing.maintenanceHigh > *dosing.olderBandHigh)
        add("PED-5", core::Action::warn,
            {age, {"highest_mg", dosing.maintenanceHigh}, {"limit_mg", *dosing.olderBandHigh}}, {"S34"});
    if (core::needsLiquid(weightGrams, numbers))
        add("PED-6", core::Action::blockOverridable,
            {{"weight_kg", static_cast<double>(weightGrams) / 1000.0},
             {"limit_kg", static_cast<double>(numbers.ped6.tabletsFromGrams) / 1000.0}},
            {"S8", "S11"});
    if (ageYears < numbers.ped7.warnBelowYears)
        add("PED-7", ageYears < numbers.ped7.blockBelowYears ? core::Action::blockOverridable : core::Action::warn,
            {age}, {"S5", "S8"});
    return findings;
}

core::Result<Answer> answerPaediatric(JsonReader& request, const Catalogue& catalogue) {
    core::PaediatricInputs inputs;
    inputs.ageYears = request.integer("age", 0, core::adultAgeYears - 1);
    const auto weight = readWeightGrams(request);
    if (!weight)
        request.trouble().add(ErrorCode::missingField, request.at("weight_kg"), {"weight_kg"});
    inputs.weightGrams = weight.value_or(0);
    core::SplitRules split;
    split.quantum = request.oralMg("quantum_mg", hardDailyMg(catalogue));
    split.dosesPerDay = request.integer("doses_per_day", 1, core::mostDosesPerDay);
    inputs.quantum = perDay(split.quantum);
    if (const auto failed = problem(request))
        return *failed;

    const auto dosing = core::paediatricDosing(inputs, catalogue.numbers());
    if (!dosing)
        return core::failure(renalError(dosing.error(), request));
    const core::SplitResult doses = core::splitDay(dosing->start, split);
    Json maintenance = Json::list();
    maintenance.append(Json::mg(dosing->maintenanceLow)).append(Json::mg(dosing->maintenanceHigh));
    const auto findings = paediatricFindings(inputs.ageYears, inputs.weightGrams, *dosing, catalogue.numbers());
    Answer answer;
    answer.json.add("start_mg", Json::mg(dosing->start)).add("doses", dosesJson(doses.split, {}));
    answer.json.add("increment_mg", Json::mg(dosing->increment))
        .add("interval_days", Json::integer(dosing->intervalDays));
    answer.json.add("maintenance_mg", std::move(maintenance)).add("ceiling_mg", Json::mg(dosing->ceiling));
    answer.json.add("findings", findingsJson(findings));
    answer.needsClinician = needsClinician(findings);
    return answer;
}

} // namespace

std::span<const Calculation> doseCalculations() {
    static constexpr Calculation table[] = {
        {"renal", answerRenal},          {"paediatric", answerPaediatric}, {"split", answerSplit},
        {"units", answerUnits},          {"volume", answerVolume},         {"taper-step", answerTaperStep},
        {"taper-risk", answerTaperRisk},
    };
    return table;
}

} // namespace lento::cli
