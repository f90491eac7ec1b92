// Rules that ask who the patient is: SAF, INT, HEP, RST-5, PED, PRG, MON, REN-7 and the rest of TIT, FRM and TAP.
#include "core/plan_change.h"
#include "rule_values.h"

namespace {

using namespace lento::core;
using namespace lento::test;

PatientFacts conditions(std::vector<std::string> codes) {
    PatientFacts facts = known();
    facts.conditionCodes = std::move(codes);
    return facts;
}

PatientFacts medicines(std::vector<std::string> names) {
    PatientFacts facts = known();
    facts.medicineNames = std::move(names);
    return facts;
}

// A boy of 8 of whom everything is known.
PatientFacts child(const char* born, std::int32_t grams) {
    PatientFacts facts = known();
    facts.birthDate = date(born);
    facts.heightMillimetres = 1'280;
    facts.weights = {{date("2026-01-02"), grams}};
    facts.creatinines = {{date("2026-01-02"), 450, CreatinineUnit::mgPerDl, false}};
    return facts;
}

PatientFacts woman(void (*change)(PatientFacts&)) {
    PatientFacts facts = known();
    facts.sex = Sex::female;
    facts.pregnant = false;
    change(facts);
    return facts;
}

PatientFacts changedFacts(PatientFacts facts, void (*change)(PatientFacts&)) {
    change(facts);
    return facts;
}

Plan childPlan(std::string_view from, std::string_view increment, int days, std::string_view goal, int doses = 4,
               std::string_view set = "SOL1") {
    TitrationInputs inputs = titration("2026-01-05", from, increment, days, goal);
    inputs.dosesPerDay = doses;
    return planned(inputs, set);
}

Plan twice(std::string_view goal, int doses) {
    TitrationInputs inputs = titration("2026-01-05", "15", "5", 7, goal);
    inputs.dosesPerDay = doses;
    return planned(inputs, "TAB10");
}

const Plan rising = up("15", "5", 7, "45");
const Plan falling = down("60", 10, 7);

} // namespace

class TestPatientRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesFindWhatTheyShould_data();
    void rulesFindWhatTheyShould();
    void interactionsNameTheirMedicines();
    void severalSedativesAskForTime();
    void missingFactsAreNamed_data();
    void missingFactsAreNamed();
    void aChildsFirstStepRisesFromTheDoseBefore();
    void oldCreatinineBesideKidneyMedicinesCountsAsMissing();
    void newBandIsComparedWithTheOneBefore();
    void secondNamesAreAskedFor();
    void overridesFallWithTheirInputs_data();
    void overridesFallWithTheirInputs();
};

void TestPatientRules::rulesFindWhatTheyShould_data() {
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QByteArray>("expected"); // separated by "; "
    const auto row = [](const char* name, const char* rule, const Plan& plan, const Facts& facts,
                        const char* expected) {
        QTest::addRow("%s %s", rule, name) << QByteArray(rule) << plan << facts << QByteArray(expected);
    };
    const Facts none;
    const auto region = [](PatientFacts facts, Region where) {
        facts.region = where;
        return facts;
    };

    // REN-2
    const auto unmeasured = [](PatientFacts facts) {
        facts.heightMillimetres.reset();
        return facts;
    };
    row("height known", "REN-2", rising, known(), "");
    row("height unknown", "REN-2", rising, unmeasured(known()), "? INFORM REN-2 ren-2.not-assessed");
    row("height unknown, going down", "REN-2", falling, unmeasured(known()), "");
    row("height unknown, no creatinine", "REN-2", rising, unmeasured(with([](auto& f) { f.creatinines.clear(); })), "");
    row("without a record", "REN-2", rising, none, "");
    // REN-4 takes the height and no weight.
    row("a child", "REN-2", childPlan("9", "5", 7, "23.5"), child("2017-06-01", 30'000), "");

    // SAF
    row("not allergic", "SAF-1", rising, known(), "");
    row("without a record", "SAF-1", rising, none, "");
    row("allergic", "SAF-1", rising, with([](auto& f) { f.baclofenAllergy = true; }), "HARD SAF-1");
    row("by its code", "SAF-1", rising, conditions({"hypersensitivity"}), "HARD SAF-1");
    row("going down", "SAF-1", falling, with([](auto& f) { f.baclofenAllergy = true; }), "WARN SAF-1 saf-1.taper");
    row("not asked", "SAF-1", rising, with([](auto& f) { f.baclofenAllergy.reset(); }),
        "? WARN SAF-1 saf-1.not-assessed");
    row("not asked, already taking it", "SAF-1", rising,
        changedFacts(since("2025-01-01"), [](auto& f) { f.baclofenAllergy.reset(); }),
        "? INFORM SAF-1 saf-1.not-assessed");
    row("not asked, going down", "SAF-1", falling, with([](auto& f) { f.baclofenAllergy.reset(); }), "");
    row("none", "SAF-2", rising, known(), "");
    row("active in the UK", "SAF-2", rising, conditions({"peptic-ulcer-active"}), "BLOCK-OVR SAF-2 saf-2.active");
    row("active in the US", "SAF-2", rising, region(conditions({"peptic-ulcer-active"}), Region::us),
        "WARN SAF-2 saf-2.active");
    row("active elsewhere", "SAF-2", rising, region(conditions({"peptic-ulcer-active"}), Region::other),
        "WARN SAF-2 saf-2.active");
    row("in the past", "SAF-2", rising, conditions({"peptic-ulcer-history"}), "WARN SAF-2 saf-2.history");
    row("going down", "SAF-2", falling, conditions({"peptic-ulcer-active"}), "");
    row("nobody has asked", "SAF-2", rising, with([](auto& f) { f.conditionsRecorded = false; }),
        "? WARN SAF-2 saf.not-assessed");
    row("epilepsy", "SAF-4", rising, conditions({"epilepsy"}), "WARN SAF-4");
    row("epilepsy in France", "SAF-4", rising, region(conditions({"epilepsy"}), Region::fr), "WARN SAF-4");
    row("epilepsy where a leaflet forbids it", "SAF-4", rising, region(conditions({"epilepsy"}), Region::other),
        "BLOCK-OVR SAF-4 saf-4.contraindicated");
    row("epilepsy, going down", "SAF-4", falling, region(conditions({"epilepsy"}), Region::other), "WARN SAF-4");
    row("depression", "SAF-5", rising, conditions({"depression"}), "WARN SAF-5");
    row("four of them, once", "SAF-5", falling,
        conditions({"psychosis-or-delirium", "depression", "suicide-risk", "alcohol-or-sedatives"}), "WARN SAF-5");
    row("parkinson", "SAF-6", rising, conditions({"parkinson"}), "WARN SAF-6");
    row("stroke", "SAF-7", rising, conditions({"stroke"}), "WARN SAF-7");
    row("tone needed", "SAF-8", rising, with([](auto& f) { f.toneNeeded = true; }), "WARN SAF-8");
    row("tone not needed", "SAF-8", rising, known(), "");
    row("breathing", "SAF-9", rising, conditions({"respiratory-impairment"}), "WARN SAF-9");
    row("dysreflexia, going down", "SAF-10", falling, conditions({"autonomic-dysreflexia"}), "WARN SAF-10");
    row("bladder", "SAF-11", rising, conditions({"bladder-sphincter"}), "WARN SAF-11");
    row("diabetes", "SAF-12", rising, conditions({"diabetes"}), "INFORM SAF-12");
    row("porphyria", "SAF-13", rising, conditions({"porphyria"}), "WARN SAF-13");
    row("treated hypertension", "SAF-13", rising, conditions({"hypertension-treated"}), "WARN SAF-13");
    row("ovarian cysts", "SAF-14", rising, conditions({"ovarian-cysts"}), "INFORM SAF-14");
    row("given for muscle pain", "SAF-15", rising, with([](auto& f) { f.indication = "muscle-pain"; }), "WARN SAF-15");
    row("muscle pain beside it", "SAF-15", rising, conditions({"muscle-pain"}), "WARN SAF-15");
    row("spasticity", "SAF-15", rising, known(), "");
    row("liver disease", "HEP-1", rising, conditions({"liver-disease"}), "WARN HEP-1 hep-1.liver");
    row("decompensated", "HEP-1", rising, conditions({"liver-disease", "decompensated-cirrhosis"}),
        "BLOCK-OVR HEP-1 hep-1.decompensated");
    row("going down", "HEP-1", falling, conditions({"decompensated-cirrhosis"}), "");
    row("admission", "RST-5", rising, conditions({"admission"}), "WARN RST-5");
    row("admission, going down", "RST-5", falling, conditions({"admission"}), "WARN RST-5");

    // INT
    row("no medicines", "INT-1", rising, known(), "");
    row("nobody has asked", "INT-1", rising, with([](auto& f) { f.medicinesRecorded = false; }),
        "? WARN INT-1 int.not-assessed");
    row("nobody has asked, going down", "INT-1", falling, with([](auto& f) { f.medicinesRecorded = false; }), "");
    row("opioid", "INT-1", rising, medicines({"Oxycodone MR 10mg"}), "WARN INT-1");
    row("opioid, going down", "INT-1", falling, medicines({"Oxycodone MR 10mg"}), "INFORM INT-1");
    row("benzodiazepine", "INT-2", rising, medicines({"Valium"}), "WARN INT-2");
    row("alcohol", "INT-3", rising, medicines({"alcohol"}), "WARN INT-3");
    row("alcohol that is treated", "INT-3", rising,
        changedFacts(medicines({"alcohol"}), [](auto& f) { f.indication = "IND-AUD"; }), "WARN INT-3 int-3.treated");
    row("antihistamine", "INT-4", rising, medicines({"cyclizine"}), "WARN INT-4");
    row("gabapentin", "INT-5", rising, medicines({"gabapentin"}), "WARN INT-5");
    row("tizanidine", "INT-6", rising, medicines({"tizanidine"}), "WARN INT-6");
    row("beta blocker", "INT-7", rising, medicines({"Atenolol"}), "WARN INT-7");
    row("tricyclic", "INT-8", rising, medicines({"amitriptyline"}), "WARN INT-8");
    row("levodopa", "INT-9", rising, medicines({"Madopar"}), "WARN INT-9");
    row("lithium", "INT-10", rising, medicines({"lithium"}), "WARN INT-10");
    row("MAO inhibitor", "INT-11", rising, medicines({"selegiline"}), "WARN INT-11");
    row("kidney", "INT-12", rising, medicines({"ibuprofen"}), "WARN INT-12");
    row("antidiabetic", "INT-13", rising, medicines({"metformin"}), "INFORM INT-13");
    row("anaesthetic", "INT-14", rising, medicines({"propofol"}), "INFORM INT-14");
    row("anaesthetic without a pump", "INT-15", rising, medicines({"propofol"}), "");
    row("anaesthetic beside a pump", "INT-15", rising,
        changedFacts(medicines({"propofol"}), [](auto& f) { f.conditionCodes = {"intrathecal"}; }), "WARN INT-15");
    row("morphine beside a pump", "INT-16", rising,
        changedFacts(medicines({"morphine"}), [](auto& f) { f.conditionCodes = {"intrathecal"}; }), "WARN INT-16");
    row("one sedative", "INT-20", rising, medicines({"morphine"}), "");
    row("two sedatives", "INT-20", rising, medicines({"morphine", "diazepam"}), "WARN INT-20 int-20.too-soon");
    row("two of one class", "INT-20", rising, medicines({"morphine", "tramadol"}), "WARN INT-20 int-20.too-soon");
    row("two, and time enough", "INT-20", up("15", "5", 10, "45"), medicines({"morphine", "diazepam"}),
        "WARN INT-20 int-20.waits");
    row("two, going down", "INT-20", falling, medicines({"morphine", "diazepam"}), "");
    row("a sedative and something else", "INT-20", rising, medicines({"morphine", "lithium"}), "");
    row("unknown name", "INT-21", rising, medicines({"morphine", "oxycodin"}), "INFORM INT-21");
    row("all known", "INT-21", rising, medicines({"morphine"}), "");

    // PED: 8 years and 31.5 kg start with 9, rise by 5 a week, maintenance 23.5 to 60 (E10).
    const PatientFacts eight = child("2017-06-01", 31'500);
    row("an adult", "PED-1", rising, known(), "");
    row("E10", "PED-1", childPlan("9", "5", 7, "23.5"), eight, "");
    row("start too high", "PED-1", childPlan("9.5", "5", 7, "23.5"), eight, "WARN PED-1 1 ped-1.start");
    row("three doses", "PED-1", childPlan("9", "5", 7, "23.5", 3), eight, "INFORM PED-1 ped-1.doses");
    row("one dose", "PED-1", childPlan("9", "5", 7, "20", 1), eight, "WARN PED-1 ped-1.doses");
    row("no weight", "PED-1", childPlan("9", "5", 7, "23.5"), changedFacts(eight, [](auto& f) { f.weights.clear(); }),
        "? WARN PED-1 ped-1.not-assessed");
    row("E10", "PED-2", childPlan("9", "5", 7, "23.5"), eight, "");
    row("too far", "PED-2", childPlan("9", "5.5", 7, "23.5"), eight, "WARN PED-2 2 ped-2.increment");
    row("too soon", "PED-2", childPlan("9", "5", 6, "23.5"), eight, "WARN PED-2 2 ped-2.interval");
    row("E10", "PED-3", childPlan("9", "5", 7, "23.5"), eight, "");
    row("above the lower end", "PED-3", childPlan("9", "5", 7, "24"), eight, "INFORM PED-3 4");
    row("60 at 8 years", "PED-4", childPlan("50", "5", 7, "60"), eight, "");
    row("above 60", "PED-4", childPlan("50", "5", 7, "65"), eight, "BLOCK-OVR PED-4 4");
    row("above 40 the day before the 8th birthday", "PED-4", childPlan("35", "5", 7, "45"), child("2018-01-06", 31'500),
        "BLOCK-OVR PED-4 3");
    row("on the 8th birthday", "PED-4", childPlan("35", "5", 7, "45"), child("2018-01-05", 31'500), "");
    row("2 mg/kg", "PED-4", childPlan("25", "5", 7, "30"), child("2017-06-01", 14'000), "BLOCK-OVR PED-4 2");
    row("E10b", "PED-5", childPlan("25", "5", 7, "35"), child("2020-06-01", 18'000), "WARN PED-5 3");
    row("20 at 1 year", "PED-5", childPlan("15", "5", 7, "20"), child("2024-01-06", 12'000), "");
    row("20.5 at 1 year", "PED-5", childPlan("15.5", "5", 7, "20.5"), child("2024-01-06", 12'000), "WARN PED-5 2");
    row("30.5 on the 2nd birthday", "PED-5", childPlan("25.5", "5", 7, "30.5"), child("2024-01-05", 12'000),
        "WARN PED-5 2");
    row("45 on the 6th birthday", "PED-5", childPlan("40", "5", 7, "45"), child("2020-01-05", 25'000), "");
    row("65 at 10 years", "PED-5", childPlan("60", "5", 7, "65"), child("2015-01-06", 35'000), "WARN PED-5 2");
    row("65 on the 11th birthday", "PED-5", childPlan("60", "5", 7, "65"), child("2015-01-05", 35'000), "");
    row("30 at 5 years", "PED-5", childPlan("25", "5", 7, "30"), child("2020-06-01", 18'000), "");
    row("liquid", "PED-6", childPlan("9", "5", 7, "23.5"), eight, "");
    row("tablets", "PED-6", childPlan("5", "5", 7, "20", 4, "TAB10"), eight, "BLOCK-OVR PED-6");
    row("32.999 kg", "PED-6", childPlan("5", "5", 7, "20", 4, "TAB10"), child("2017-06-01", 32'999), "BLOCK-OVR PED-6");
    row("33 kg", "PED-6", childPlan("5", "5", 7, "20", 4, "TAB10"), child("2017-06-01", 33'000), "");
    row("below 1 year", "PED-7", childPlan("2", "2", 7, "5"), child("2025-01-06", 9'000), "BLOCK-OVR PED-7");
    row("1 year", "PED-7", childPlan("2", "2", 7, "5"), child("2025-01-05", 9'000), "WARN PED-7");
    row("2 years", "PED-7", childPlan("2", "2", 7, "5"), child("2024-01-05", 9'000), "");
    row("11 years in the US", "PED-7", childPlan("9", "5", 7, "23.5"), region(child("2014-06-01", 35'000), Region::us),
        "WARN PED-7 ped-7.label");
    row("12 years in the US", "PED-7", childPlan("9", "5", 7, "23.5"), region(child("2013-06-01", 35'000), Region::us),
        "");
    row("weight as before", "PED-8", childPlan("9", "5", 7, "23.5"),
        changedFacts(eight,
                     [](auto& f) {
                         f.weights.insert(f.weights.begin(), {date("2025-10-01"), 29'000});
                     }),
        "");
    row("10 % heavier", "PED-8", childPlan("9", "5", 7, "23.5"),
        changedFacts(eight,
                     [](auto& f) {
                         f.weights.insert(f.weights.begin(), {date("2025-10-01"), 28'500});
                     }),
        "INFORM PED-8");
    const Plan adult = planned(follow(titration("2026-01-05", "15", "5", 7, "45"), "ORAL-ADULT-GRADUAL"), "TAB10");
    row("adult protocol at 8", "PED-9", adult, eight, "BLOCK-OVR PED-9 ped-9.too-young");
    row("adult protocol at 16 and 50 kg", "PED-9", adult, child("2010-01-05", 50'000), "WARN PED-9 ped-9.confirm");
    row("adult protocol the day before the 16th birthday", "PED-9", adult, child("2010-01-06", 50'000),
        "BLOCK-OVR PED-9 ped-9.too-young");
    row("adult protocol at 16 and 49.9 kg", "PED-9", adult, child("2010-01-05", 49'900),
        "BLOCK-OVR PED-9 ped-9.too-young");
    row("then the weight decides nothing", "PED-2", adult, child("2010-01-05", 50'000), "");
    row("adult protocol for an adult", "PED-9", adult, known(), "");
    row("a child's kidney", "REN-5", childPlan("9", "5", 7, "23.5"),
        changedFacts(eight, [](auto& f) { f.creatinines.front().thousandths = 1'000; }),
        "WARN REN-5 ren-5.r3; WARN REN-5 1 ren-5.start; WARN REN-5 2 ren-5.increment");

    // PRG
    row("not pregnant", "PRG-1", rising, woman([](auto&) {}), "");
    row("pregnant", "PRG-1", rising, woman([](auto& f) { f.pregnant = true; }), "WARN PRG-1 prg-1.pregnant");
    row("planning", "PRG-1", rising, woman([](auto& f) { f.planningPregnancy = true; }), "WARN PRG-1 prg-1.planning");
    row("by its code", "PRG-1", rising, conditions({"pregnancy"}), "WARN PRG-1 prg-1.either");
    row("unknown, already taking it", "PRG-1", rising, woman([](auto& f) {
            f.pregnant.reset();
            f.baclofenSince = date("2025-01-01");
        }),
        "? INFORM PRG-1 prg-1.not-assessed");
    row("unknown at the start is TIT-10's", "PRG-1", rising, woman([](auto& f) { f.pregnant.reset(); }), "");
    row("due three weeks ago", "PRG-1", rising, woman([](auto& f) {
            f.pregnant = true;
            f.dueDate = date("2025-12-15");
        }),
        "WARN PRG-1 prg-1.pregnant");
    row("due earlier", "PRG-1", rising, woman([](auto& f) {
            f.pregnant = true;
            f.dueDate = date("2025-12-14");
        }),
        "? WARN PRG-1 prg-1.overdue");
    row("goes on", "PRG-2", rising, woman([](auto& f) { f.pregnant = true; }), "INFORM PRG-2 prg-2.continues");
    row("stops, due date unknown", "PRG-2", falling, woman([](auto& f) { f.pregnant = true; }),
        "? WARN PRG-2 prg-2.not-assessed");
    // 60 mg by 10 % a week ends on 23-Mar-2026; 37 weeks are 21 days before the due date.
    row("stops in time", "PRG-2", falling, woman([](auto& f) {
            f.pregnant = true;
            f.dueDate = date("2026-04-13");
        }),
        "");
    row("stops a day late", "PRG-2", falling, woman([](auto& f) {
            f.pregnant = true;
            f.dueDate = date("2026-04-12");
        }),
        "WARN PRG-2 prg-2.late");
    row("not breastfeeding", "PRG-3", rising, woman([](auto& f) { f.breastfeeding = false; }), "");
    row("infant of 2 months", "PRG-3", rising, woman([](auto& f) {
            f.breastfeeding = true;
            f.infantBirthDate = date("2025-11-05");
            f.infantPreterm = false;
        }),
        "INFORM PRG-3");
    row("a day younger", "PRG-3", rising, woman([](auto& f) {
            f.breastfeeding = true;
            f.infantBirthDate = date("2025-11-06");
            f.infantPreterm = false;
        }),
        "WARN PRG-3 prg-3.young");
    row("born early", "PRG-3", rising, woman([](auto& f) {
            f.breastfeeding = true;
            f.infantPreterm = true;
        }),
        "WARN PRG-3 prg-3.young");
    row("infant unknown", "PRG-3", rising, woman([](auto& f) { f.breastfeeding = true; }),
        "? WARN PRG-3 prg-3.not-assessed");
    row("by its code", "PRG-3", rising, conditions({"lactation"}), "? WARN PRG-3 prg-3.not-assessed");

    // MON
    row("next creatinine", "MON-1", rising, known(), "PROPOSE MON-1 mon-1.creatinine");
    row("an old one is DAT-5's", "MON-1", rising, with([](auto& f) { f.creatinines.front().on = date("2024-12-01"); }),
        "");
    row("going down", "MON-1", falling, known(), "");
    row("liver, never tested", "MON-1", rising, conditions({"liver-disease"}),
        "? WARN MON-1 mon-1.blood-test-due; PROPOSE MON-1 mon-1.creatinine");
    row("liver, tested 183 days ago", "MON-1", rising,
        changedFacts(conditions({"liver-disease"}),
                     [](auto& f) {
                         f.bloodTests = {{BloodTestKind::transaminases, today - 183}};
                     }),
        "PROPOSE MON-1 mon-1.creatinine; PROPOSE MON-1 mon-1.blood-test");
    row("liver, tested a day earlier", "MON-1", rising,
        changedFacts(conditions({"liver-disease"}),
                     [](auto& f) {
                         f.bloodTests = {{BloodTestKind::transaminases, today - 184}};
                     }),
        "? WARN MON-1 mon-1.blood-test-due; PROPOSE MON-1 mon-1.creatinine");
    row("diabetes, the wrong test", "MON-1", rising,
        changedFacts(conditions({"diabetes"}),
                     [](auto& f) {
                         f.bloodTests = {{BloodTestKind::transaminases, today - 3}};
                     }),
        "? WARN MON-1 mon-1.blood-test-due; PROPOSE MON-1 mon-1.creatinine");
    row("a first titration", "MON-2", rising, known(), "");
    row("a settled dose that rises", "MON-2", up("30", "5", 7, "45"), since("2025-06-01"), "INFORM MON-2 mon-2.rises");
    row("rises far apart", "MON-2", up("30", "5", 184, "40"), since("2025-06-01"), "");
    row("a year", "MON-2", up("30", "5", 7, "30"), since("2025-01-05"), "INFORM MON-2 mon-2.yearly");
    row("less than a year", "MON-2", up("30", "5", 7, "30"), since("2025-01-06"), "");
    row("antihypertensive", "MON-3", rising, medicines({"ramipril"}), "INFORM MON-3");
    row("none", "MON-3", rising, medicines({"morphine"}), "");
    row("epilepsy", "MON-4", falling, conditions({"epilepsy"}), "INFORM MON-4");

    // TIT, TAP, FRM
    row("three", "TIT-9", rising, known(), "");
    row("one", "TIT-9", twice("20", 1), known(), "INFORM TIT-9 tit-9.once");
    row("two", "TIT-9", twice("40", 2), known(), "INFORM TIT-9 tit-9.twice");
    row("four at 60", "TIT-9", twice("60", 4), known(), "INFORM TIT-9 tit-9.four");
    row("four at 65", "TIT-9", twice("65", 4), known(), "");
    row("a child", "TIT-9", childPlan("9", "5", 7, "23.5"), eight, "");
    row("trial ahead", "TIT-12", rising, known(), "INFORM TIT-12");
    row("not in a taper", "TIT-12", falling, known(), "");
    row("not over", "TIT-13", rising, known(), "");
    row("over today", "TIT-13", planned(titration("2025-11-24", "15", "5", 7, "15"), "TAB10"), since("2025-01-01"),
        "PROPOSE TIT-13");
    row("over tomorrow", "TIT-13", planned(titration("2025-11-25", "15", "5", 7, "15"), "TAB10"), since("2025-01-01"),
        "");
    row("no nausea", "TIT-15", rising, known(), "");
    row("nausea", "TIT-15", rising, with([](auto& f) { f.latestEffects = {"drowsiness", "nausea"}; }), "INFORM TIT-15");
    row("muscle pain is no cerebral question", "TIT-14", rising, with([](auto& f) {
            f.indication = "IND-TN";
            f.origin = SpasticityOrigin::cerebral;
        }),
        "");
    row("another use needs no origin", "TIT-10", rising, with([](auto& f) {
            f.indication = "IND-TN";
            f.origin = SpasticityOrigin::notRecorded;
            f.latestScore.reset();
            f.toneNeeded.reset();
        }),
        "");
    row("another taper", "TAP-18", falling, conditions({"other-taper"}), "WARN TAP-18");
    row("another taper while rising", "TAP-18", rising, conditions({"other-taper"}), "");
    row("none", "TAP-18", falling, known(), "");
}

void TestPatientRules::rulesFindWhatTheyShould() {
    QFETCH(QByteArray, rule);
    QFETCH(Plan, plan);
    QFETCH(Facts, facts);
    QFETCH(QByteArray, expected);
    QCOMPARE(of(rule.constData(), checked(plan, facts)).join(QStringLiteral("; ")), QString::fromUtf8(expected));
}

void TestPatientRules::interactionsNameTheirMedicines() {
    const auto findings = checked(rising, medicines({"Oxycodone MR 10mg", "sertraline", "tramadol", "Naproxen"}));
    const Finding* opioids = find(findings, "INT-1");
    QVERIFY(opioids);
    QStringList typed;
    for (const Input& each : opioids->inputs)
        if (each.name == "medicine")
            typed << QString::fromStdString(std::get<std::string>(each.value));
    QCOMPARE(typed, (QStringList{QStringLiteral("Oxycodone MR 10mg"), QStringLiteral("tramadol")}));
    QCOMPARE(input<std::string>(*opioids, "severity"), std::string("major"));
    QCOMPARE(opioids->sources.front(), std::string("S15"));
    const Finding* kidney = find(findings, "INT-12");
    QVERIFY(kidney);
    QCOMPARE(input<std::int64_t>(*kidney, "within_days"), std::int64_t{14});
    QCOMPARE(input<std::string>(*kidney, "severity"), std::string("moderate"));
    const Finding* unknown = find(findings, "INT-21");
    QVERIFY(unknown);
    QCOMPARE(input<std::string>(*unknown, "medicine"), std::string("sertraline"));
}

void TestPatientRules::severalSedativesAskForTime() {
    // Moderate alone, major together with another.
    QCOMPARE(input<std::string>(*find(checked(rising, medicines({"cyclizine"})), "INT-4"), "severity"),
             std::string("moderate"));
    const auto together = checked(rising, medicines({"cyclizine", "zopiclone"}));
    QCOMPARE(input<std::string>(*find(together, "INT-4"), "severity"), std::string("major"));
    // The label's least interval of 3 days and 7 more.
    QCOMPARE(input<std::int64_t>(*find(together, "int-20.too-soon"), "least_days"), std::int64_t{10});
    // Beside a protocol of 7 days it is 14.
    TitrationInputs inputs = follow(titration("2026-01-05", "5", "5", 7, "30"), "ORAL-ADULT-SENSITIVE");
    QCOMPARE(input<std::int64_t>(
                 *find(checked(planned(inputs, "TAB10"), medicines({"cyclizine", "zopiclone"})), "int-20.too-soon"),
                 "least_days"),
             std::int64_t{14});
    QVERIFY(takesSeveralSedatives(medicines({"cyclizine", "zopiclone"}), catalogue().numbers()));
    QVERIFY(!takesSeveralSedatives(medicines({"cyclizine", "sertraline"}), catalogue().numbers()));
}

void TestPatientRules::missingFactsAreNamed_data() {
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<Facts>("facts");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char* message, const Plan& plan, const Facts& facts, const QStringList& names) {
        QTest::newRow(message) << plan << facts << QByteArray(message) << names;
    };
    row("saf-1.not-assessed", rising, with([](auto& f) { f.baclofenAllergy.reset(); }), {QStringLiteral("allergies")});
    row("saf.not-assessed", rising, with([](auto& f) { f.conditionsRecorded = false; }),
        {QStringLiteral("conditions")});
    row("int.not-assessed", rising, with([](auto& f) { f.medicinesRecorded = false; }), {QStringLiteral("medicines")});
    row("ped-1.not-assessed", childPlan("9", "5", 7, "20"),
        changedFacts(child("2017-06-01", 31'500), [](auto& f) { f.weights.clear(); }), {QStringLiteral("weight")});
    row("prg-2.not-assessed", falling, woman([](auto& f) { f.pregnant = true; }), {QStringLiteral("due_date")});
    row("prg-3.not-assessed", rising, woman([](auto& f) { f.breastfeeding = true; }),
        {QStringLiteral("infant_birth_date"), QStringLiteral("infant_preterm")});
    row("mon-1.blood-test-due", rising, conditions({"diabetes"}), {QStringLiteral("glucose")});
}

void TestPatientRules::missingFactsAreNamed() {
    QFETCH(Plan, plan);
    QFETCH(Facts, facts);
    QFETCH(QByteArray, message);
    QFETCH(QStringList, names);
    const auto findings = checked(plan, facts);
    const Finding* finding = find(findings, message.constData());
    QVERIFY(finding);
    QVERIFY(!finding->assessed);
    QCOMPARE(missing(*finding), names);
}

// PED-2: 8 years and 31.5 kg rise by 5 mg.
void TestPatientRules::aChildsFirstStepRisesFromTheDoseBefore() {
    const PatientFacts eight = child("2017-06-01", 31'500);
    QCOMPARE(of("PED-2", checked(childPlan("20", "5", 7, "20"), eight, daily("15"))), QStringList());
    QCOMPARE(of("PED-2", checked(childPlan("20.5", "5", 7, "20.5"), eight, daily("15"))),
             QStringList{QStringLiteral("WARN PED-2 1 ped-2.increment")});
    QCOMPARE(of("PED-2", checked(childPlan("20", "5", 7, "20"), eight, daily("25"))), QStringList());
}

// DAT-5 with INT-12: 92 days instead of 365.
void TestPatientRules::oldCreatinineBesideKidneyMedicinesCountsAsMissing() {
    PatientFacts facts = known();
    facts.creatinines.front().on = today - 93;
    QVERIFY(!find(checked(rising, facts), "DAT-5"));
    facts.medicineNames = {"Nurofen"};
    const auto findings = checked(rising, facts);
    QVERIFY(find(findings, "DAT-5"));
    QVERIFY(find(findings, "ren-5.not-assessed"));
    QVERIFY(assessRenal(facts, today, catalogue().numbers()).creatinineTooOld);
    facts.creatinines.front().on = today - 92;
    QVERIFY(!find(checked(rising, facts), "DAT-5"));
}

// REN-7: 80 kg, 40 years: creatinine 0.9 is R1, 3.0 is R4 (start 5, ceiling 25 by the label's numbers).
void TestPatientRules::newBandIsComparedWithTheOneBefore() {
    PatientFacts facts = since("2025-01-01");
    facts.creatinines = {{date("2025-12-01"), 900, CreatinineUnit::mgPerDl, false},
                         {date("2026-01-02"), 3'900, CreatinineUnit::mgPerDl, false}};
    const Plan stays = up("60", "5", 14, "60");
    const auto fallen = checked(stays, facts, daily("60"));
    const Finding* band = find(fallen, "ren-7.band");
    QVERIFY(band);
    QCOMPARE(band->action, Action::warn);
    QCOMPARE(input<std::string>(*band, "band_before"), std::string("R1"));
    QCOMPARE(input<std::string>(*band, "band"), std::string("R4"));
    const Finding* reduce = find(fallen, "ren-7.reduce");
    QVERIFY(reduce);
    QCOMPARE(reduce->action, Action::propose);
    QCOMPARE(input<DailyDose>(*reduce, "ceiling_mg"), daily("25"));
    QCOMPARE(input<std::int64_t>(*reduce, "over_days"), std::int64_t{7});

    // Already below the new ceiling, nothing to reduce; going down, only the warning.
    const auto low = checked(up("20", "5", 14, "20"), facts, daily("20"));
    QVERIFY(find(low, "ren-7.band") && !find(low, "ren-7.reduce"));
    const auto down60 = checked(falling, facts, daily("60"));
    QVERIFY(find(down60, "ren-7.band") && !find(down60, "ren-7.reduce"));
    // Better, the same, or not treated yet: no news.
    std::swap(facts.creatinines[0].thousandths, facts.creatinines[1].thousandths);
    QVERIFY(!find(checked(stays, facts, daily("60")), "ren-7.band"));
    facts.creatinines[0].thousandths = facts.creatinines[1].thousandths;
    QVERIFY(!find(checked(stays, facts, daily("60")), "ren-7.band"));
    facts.creatinines[1].thousandths = 3'900;
    facts.baclofenSince.reset();
    QVERIFY(!find(checked(rising, facts), "ren-7.band"));
}

void TestPatientRules::secondNamesAreAskedFor() {
    const auto answered = [](const Finding& finding, const char* who, const char* second) {
        const Override given{finding.rule, finding.fingerprint(), "agreed", who, "2026-01-05T09:00:00Z", second};
        return unanswered({finding}, {given}).empty();
    };
    const auto high = checked(up("90", "15", 7, "105"), since("2025-01-01"));
    const Finding* second = find(high, "tit-6.second-clinician");
    QVERIFY(second);
    QCOMPARE(secondNameFor(*second), SecondName::clinician);
    QVERIFY(!answered(*second, "Dr A. Weber", ""));
    QVERIFY(!answered(*second, "Dr A. Weber", "Dr A. Weber"));
    QVERIFY(answered(*second, "Dr A. Weber", "Dr B. Lund"));

    const auto dialysis = checked(up("5", "5", 14, "5"), with([](auto& f) { f.onDialysis = true; }));
    const Finding* kidney = find(dialysis, "ren-5.r5");
    QVERIFY(kidney);
    QCOMPARE(secondNameFor(*kidney), SecondName::nephrologist);
    QVERIFY(!answered(*kidney, "Dr A. Weber", ""));
    QVERIFY(answered(*kidney, "Dr A. Weber", "Dr N. Ito"));

    // Below 100 mg one name is enough.
    const auto lower = checked(up("80", "10", 7, "100"), since("2025-01-01"));
    QCOMPARE(secondNameFor(*find(lower, "tit-6.ceiling")), SecondName::none);
    QVERIFY(answered(*find(lower, "tit-6.ceiling"), "Dr A. Weber", ""));
}

void TestPatientRules::overridesFallWithTheirInputs_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<Facts>("before");
    QTest::addColumn<Facts>("after");
    const auto row = [](const char* message, const Plan& plan, const Facts& before, const Facts& after) {
        QTest::newRow(message) << QByteArray(message) << plan << before << after;
    };
    const Plan forChild = childPlan("5", "5", 7, "35", 4, "TAB10");
    row("PED-6", forChild, child("2017-06-01", 31'500), child("2017-06-01", 30'000));
    row("PED-4", childPlan("50", "5", 7, "65"), child("2017-06-01", 40'000), child("2017-06-01", 40'500));
    row("ped-9.too-young", planned(follow(titration("2026-01-05", "15", "5", 7, "45"), "ORAL-ADULT-GRADUAL"), "TAB10"),
        child("2011-06-01", 45'000), child("2011-06-01", 46'000));
    row("ren-5.r4", up("5", "5", 14, "25"), creatinine(3'900), creatinine(4'100));
}

void TestPatientRules::overridesFallWithTheirInputs() {
    QFETCH(QByteArray, message);
    QFETCH(Plan, plan);
    QFETCH(Facts, before);
    QFETCH(Facts, after);
    const auto first = checked(plan, before);
    const Finding* asked = find(first, message.constData());
    QVERIFY(asked);
    QCOMPARE(asked->action, Action::blockOverridable);
    const std::vector<Override> answers{
        {asked->rule, asked->fingerprint(), "seen together", "Dr A. Weber", "2026-01-05T09:00:00Z"}};
    QVERIFY(unanswered({*asked}, answers).empty());
    const auto second = checked(plan, after);
    const Finding* again = find(second, message.constData());
    QVERIFY(again);
    QCOMPARE(unanswered({*again}, answers).size(), std::size_t{1});
}

LENTO_CORE_TEST_MAIN(TestPatientRules)
#include "tst_patient_rules.moc"
