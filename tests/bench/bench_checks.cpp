// All checks of one plan for a patient with 20 medicines and 10 conditions: what a slider move costs in the core alone.
#include "core/rules.h"
#include "core_values.h"
#include "figures.h"
#include "plan_values.h"
#include "shipped_numbers.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace {

using namespace lento;

core::PatientFacts muchIll() {
    core::PatientFacts facts;
    facts.birthDate = test::date("1948-03-12");
    facts.sex = core::Sex::female;
    facts.origin = core::SpasticityOrigin::cerebral;
    facts.heightMillimetres = 1650;
    facts.weights = {{test::date("2026-10-12"), 68'000}};
    facts.creatinines = {{test::date("2026-11-14"), 1'300, core::CreatinineUnit::mgPerDl, false}};
    facts.onDialysis = false;
    facts.baclofenAllergy = false;
    facts.toneNeeded = true;
    facts.conditionsRecorded = facts.medicinesRecorded = true;
    facts.hasDiagnosis = facts.hasGoal = true;
    facts.baclofenSince = test::date("2024-01-08");
    facts.conditionCodes = {"epilepsy",          "stroke",
                            "diabetes",          "depression",
                            "parkinson",         "peptic-ulcer-active",
                            "frailty",           "liver-disease",
                            "bladder-sphincter", "respiratory-impairment"};
    facts.medicineNames = {"Oxycodone MR 10mg", "diazepam 2 mg",     "Pregabalin 75mg", "tizanidine",
                           "ramipril 5mg",      "bisoprolol",        "amlodipine 5 mg", "Amitriptyline",
                           "Sinemet Plus",      "lithium carbonate", "rasagiline",      "Ibuprofen",
                           "Metformin MR",      "insulin",           "sertraline",      "atorvastatin",
                           "omeprazole",        "paracetamol",       "Piriton",         "folic acid"};
    return facts;
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    const core::PatientFacts facts = muchIll();
    bench::require(facts.medicineNames.size() == 20 && facts.conditionCodes.size() == 10,
                   "not 20 medicines, 10 conditions");
    const core::RuleNumbers& numbers = test::shippedNumbers();
    const core::Date today = test::date("2026-11-22");
    core::TitrationInputs inputs;
    inputs.start = today + 1;
    inputs.startDose = core::DailyDose::milligrams(15);
    inputs.increment = core::DailyDose::milligrams(5);
    inputs.goal = core::DailyDose::milligrams(60);
    const core::Plan plan = core::planTitration(inputs, test::products("TAB10"), 14).value();
    const auto all = [&] { return core::check({.plan = plan, .numbers = numbers, .today = today, .facts = &facts}); };
    const std::vector<core::Finding> first = all();
    bench::require(first.size() > 20, std::to_string(first.size()) + " findings, so not everything was checked");
    std::vector<double> samples;
    for (int round = 0; round < 20'000; ++round) {
        QElapsedTimer clock;
        clock.start();
        const std::vector<core::Finding> findings = all();
        samples.push_back(static_cast<double>(clock.nsecsElapsed()) / 1000);
        bench::require(findings == first, "other findings");
    }
    figures.absolute("all checks, 20 medicines and 10 conditions: median", bench::percentile(samples, 0.5), "us", 100);
    return figures.exitCode();
}
