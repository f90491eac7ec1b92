// What the rules ask of a patient survives the file: every fact and its day, and a measurement that was never so is put
// right with an audit line (DAT-5, TIT-10).
#include "app/patients.h"
#include "app/record.h"
#include "core/renal.h"
#include "record_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

app::PatientRecord recordOf(TestClinic& clinic, const core::PatientId& patient) {
    return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value();
}

std::vector<storage::AuditLine> auditOf(TestClinic& clinic) {
    std::vector<storage::AuditLine> lines;
    const auto keep = [&lines](storage::AuditLine&& line) {
        lines.push_back(std::move(line));
        return true;
    };
    [&] { QVERIFY(clinic.session().read([&](storage::Database& db) { storage::AuditStore(db).forEach(keep); })); }();
    return lines;
}

app::PatientForm formOf(const app::PatientRecord& record) {
    app::PatientForm form;
    form.patient = record.patient;
    return form;
}

} // namespace

class TestPatientFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFactComesBackWithItsDay() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalska");
        core::Patient& patient = form.patient;
        patient.sex = core::Sex::female;
        patient.origin = core::SpasticityOrigin::cerebral;
        patient.diagnosis = "Stroke";
        patient.goal = "Dress without help";
        patient.toneNeeded = true;
        patient.onDialysis = false;
        patient.pregnant = true;
        patient.dueDate = date("2027-05-01");
        patient.breastfeeding = false;
        patient.allergyStatus = core::AllergyStatus::known;
        patient.baclofenAllergy = false;
        patient.allergies = "Penicillin";
        patient.heightMillimetres = 1'650;
        patient.baclofenSince = date("2024-09-01");
        form.newWeights = {{date("2026-11-01"), 68'500}};
        form.newCreatinines = {{date("2026-11-02"), 95'000, core::CreatinineUnit::umolPerL, true}};
        form.newBloodTests = {{core::BloodTestKind::glucose, date("2026-10-01")}};
        form.conditions = std::vector<core::Condition>{{{}, "epilepsy", {}, date("2001-01-01"), {}}};
        form.medicines = std::vector<core::Medicine>{{{}, "OxyContin", "5 mg", date("2026-01-01"), {}}};
        const auto id = app::addPatient(clinic.session(), form);
        QVERIFY(id);
        clinic.reopen();
        const app::PatientRecord record = recordOf(clinic, *id);
        const core::PatientFacts& facts = record.facts;
        QCOMPARE(facts.sex, core::Sex::female);
        QCOMPARE(facts.origin, core::SpasticityOrigin::cerebral);
        QVERIFY(facts.hasDiagnosis && facts.hasGoal);
        QCOMPARE(record.patient.goal, std::string("Dress without help"));
        QCOMPARE(facts.toneNeeded, std::optional(true));
        QCOMPARE(facts.onDialysis, std::optional(false));
        QCOMPARE(facts.pregnant, std::optional(true));
        QCOMPARE(facts.dueDate, std::optional(date("2027-05-01")));
        QCOMPARE(facts.breastfeeding, std::optional(false));
        QCOMPARE(facts.baclofenAllergy, std::optional(false));
        QCOMPARE(record.patient.allergies, std::string("Penicillin"));
        QCOMPARE(facts.heightMillimetres, std::optional(1'650));
        QCOMPARE(facts.baclofenSince, std::optional(date("2024-09-01")));
        QVERIFY(facts.weights == form.newWeights);
        QVERIFY(facts.creatinines == form.newCreatinines); // unit and “unstable” too
        QVERIFY(facts.bloodTests == form.newBloodTests);
        QCOMPARE(facts.conditionCodes, std::vector<std::string>{"epilepsy"});
        QCOMPARE(facts.medicineNames, std::vector<std::string>{"OxyContin"});
        // Each was asked for today.
        for (const core::DatedFact fact :
             {core::DatedFact::allergies, core::DatedFact::toneNeeded, core::DatedFact::dialysis,
              core::DatedFact::pregnancy, core::DatedFact::breastfeeding, core::DatedFact::height,
              core::DatedFact::conditions, core::DatedFact::medicines})
            QCOMPARE(record.patient.factDates[static_cast<std::size_t>(fact)], std::optional(clinic.today()));
    }

    // What nobody asked about is absent, never a no.
    void whatWasNotAskedIsAbsent() {
        TestClinic clinic;
        const auto id = app::addPatient(clinic.session(), TestClinic::form("Kowalska"));
        QVERIFY(id);
        clinic.reopen();
        const core::PatientFacts facts = recordOf(clinic, *id).facts;
        QVERIFY(!facts.onDialysis && !facts.pregnant && !facts.breastfeeding && !facts.toneNeeded);
        QVERIFY(!facts.heightMillimetres && !facts.baclofenSince && !facts.dueDate);
        QVERIFY(facts.weights.empty() && facts.creatinines.empty() && facts.bloodTests.empty());
        QVERIFY(!facts.conditionsRecorded && !facts.medicinesRecorded);
        QVERIFY(!core::assessRenal(facts, clinic.today(), shippedCatalogue().numbers()).function);
    }

    // Refused on entry at the same ends as by the formula, in either unit.
    void creatinineIsTakenWithinRen1_data() {
        QTest::addColumn<bool>("molar");
        QTest::addColumn<int>("thousandths");
        QTest::addColumn<bool>("taken");
        const auto& ends = shippedCatalogue().numbers().ren1;
        for (const bool molar : {false, true}) {
            const std::int64_t tenths = molar ? ends.umolPerMgTenths : 10;
            const auto lowest = static_cast<int>(ends.lowestThousandths * tenths / 10);
            const auto highest = static_cast<int>(ends.highestThousandths * tenths / 10);
            for (const auto& [value, taken] :
                 {std::pair{lowest - 1, false}, {lowest, true}, {highest, true}, {highest + 1, false}})
                QTest::addRow("REN-1 %d %s", value, molar ? "umol/L" : "mg/dL") << molar << value << taken;
        }
    }
    void creatinineIsTakenWithinRen1() {
        QFETCH(const bool, molar);
        QFETCH(const int, thousandths);
        QFETCH(const bool, taken);
        const auto unit = molar ? core::CreatinineUnit::umolPerL : core::CreatinineUnit::mgPerDl;
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalska");
        form.newCreatinines = {{date("2026-11-02"), thousandths, unit, false}};
        const auto id = app::addPatient(clinic.session(), form);
        QCOMPARE(id.has_value(), taken);
        if (!taken)
            QCOMPARE(id.error().subject, std::string("creatinine"));
        core::RenalInputs inputs;
        inputs.ageYears = 60;
        inputs.sex = core::Sex::female;
        inputs.weightGrams = 70'000;
        inputs.creatinineThousandths = thousandths;
        inputs.unit = unit;
        QCOMPARE(core::renalFunction(inputs, shippedCatalogue().numbers()).has_value(), taken);
    }

    void aPastMeasurementIsPutRight() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalska");
        form.newWeights = {{date("2026-03-01"), 68'500}, {date("2026-11-01"), 70'000}};
        form.newCreatinines = {{date("2026-03-01"), 1'100, core::CreatinineUnit::mgPerDl, false},
                               {date("2026-11-02"), 1'200, core::CreatinineUnit::mgPerDl, false}};
        const auto id = app::addPatient(clinic.session(), form);
        QVERIFY(id);
        const std::size_t lines = auditOf(clinic).size();

        // Typed on the wrong day and in the wrong place: both of March are taken back, one is entered anew.
        app::PatientForm correction = formOf(recordOf(clinic, *id));
        correction.removedWeights = {date("2026-03-01")};
        correction.removedCreatinines = {date("2026-03-01")};
        correction.newWeights = {{date("2026-03-01"), 86'500}};
        const auto changed = app::changePatient(clinic.session(), correction);
        QVERIFY(changed);
        clinic.reopen();
        const core::PatientFacts facts = recordOf(clinic, *id).facts;
        QVERIFY(
            (facts.weights == std::vector<core::Weight>{{date("2026-03-01"), 86'500}, {date("2026-11-01"), 70'000}}));
        QCOMPARE(facts.creatinines.size(), std::size_t{1});
        QCOMPARE(facts.creatinines.front().on, date("2026-11-02"));

        // One line, with what stood there and what stands there now.
        const auto audit = auditOf(clinic);
        QCOMPARE(audit.size(), lines + 1);
        const storage::AuditEntry& entry = audit.back().entry;
        QVERIFY2(entry.before.contains("68500") && entry.before.contains("1100"), entry.before.constData());
        QVERIFY2(entry.after.contains("86500") && !entry.after.contains("1100"), entry.after.constData());
    }

    void aMeasurementThatIsNotThereCannotBeTakenBack() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalska");
        form.newWeights = {{date("2026-11-01"), 70'000}};
        const auto id = app::addPatient(clinic.session(), form);
        QVERIFY(id);
        const std::size_t lines = auditOf(clinic).size();
        app::PatientForm correction = formOf(recordOf(clinic, *id));
        correction.removedWeights = {date("2026-11-02")};
        correction.newWeights = {{date("2026-11-03"), 71'000}};
        const auto refused = app::changePatient(clinic.session(), correction);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::recordMissing);
        QVERIFY(recordOf(clinic, *id).facts.weights == form.newWeights);
        QCOMPARE(auditOf(clinic).size(), lines);
    }
};

QTEST_GUILESS_MAIN(TestPatientFacts)
#include "tst_patient_facts.moc"
