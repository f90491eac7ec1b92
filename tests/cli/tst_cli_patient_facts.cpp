// Every fact of a patient goes round: from the clinic file through lento-cli show into a request to lento-cli plan,
// where the rules find the same as in the window; what is misspelt is refused.
#include "app/patients.h"
#include "app/planning.h"
#include "app/record.h"
#include "app/session.h"
#include "cli/patient_request.h"
#include "cli_call.h"
#include "core_values.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using namespace lento::test;

namespace {

const content::Catalogue& catalogue() {
    static const content::Catalogue loaded = content::Catalogue::load().value();
    return loaded;
}

core::PatientFacts readBack(const std::string& json) {
    content::JsonTrouble trouble;
    content::JsonReader reader(QJsonDocument::fromJson(QByteArray::fromStdString(json)).object(), {"request", {}},
                               trouble);
    core::PatientFacts facts = cli::readPatient(reader, catalogue(), date("2026-11-22"));
    [&] { QVERIFY2(!trouble, trouble ? trouble.first().subject.c_str() : ""); }();
    return facts;
}

using Change = std::function<void(core::PatientFacts&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class CliPatientFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFactIsWrittenAndReadBack_data() {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) { QTest::newRow(name) << std::move(change); };
        using F = core::PatientFacts;
        row("birth date", [](F& f) { f.birthDate = date("1961-03-12"); });
        row("sex", [](F& f) { f.sex = core::Sex::male; });
        row("weight and its day", [](F& f) { f.weights = {{date("2026-10-01"), 68'500}}; });
        row("height", [](F& f) { f.heightMillimetres = 1'725; });
        row("creatinine, umol/L", [](F& f) {
            f.creatinines = {{date("2026-11-02"), 95'000, core::CreatinineUnit::umolPerL, false}};
        });
        row("creatinine, unstable", [](F& f) {
            f.creatinines = {{date("2026-11-02"), 1'100, core::CreatinineUnit::mgPerDl, true}};
        });
        row("transaminases", [](F& f) { f.bloodTests = {{core::BloodTestKind::transaminases, date("2026-10-01")}}; });
        row("glucose", [](F& f) { f.bloodTests = {{core::BloodTestKind::glucose, date("2026-10-01")}}; });
        row("dialysis", [](F& f) { f.onDialysis = true; });
        row("no dialysis", [](F& f) { f.onDialysis = false; });
        row("indication", [](F& f) { f.indication = "IND-TN"; });
        row("origin", [](F& f) { f.origin = core::SpasticityOrigin::cerebral; });
        row("pregnant", [](F& f) { f.pregnant = true; });
        row("not pregnant", [](F& f) { f.pregnant = false; });
        row("planning pregnancy", [](F& f) { f.planningPregnancy = true; });
        row("due date", [](F& f) { f.dueDate = date("2027-05-01"); });
        row("breastfeeding", [](F& f) { f.breastfeeding = true; });
        row("infant's birth date", [](F& f) { f.infantBirthDate = date("2026-10-30"); });
        row("infant preterm", [](F& f) { f.infantPreterm = true; });
        row("conditions asked for, none", [](F& f) { f.conditionsRecorded = true; });
        row("conditions", [](F& f) {
            f.conditionsRecorded = true;
            f.conditionCodes = {"epilepsy", "peptic-ulcer-active"};
            f.baclofenAllergy = false;
        });
        row("baclofen allergy", [](F& f) { f.baclofenAllergy = true; });
        row("tone needed", [](F& f) { f.toneNeeded = true; });
        row("medicines asked for, none", [](F& f) { f.medicinesRecorded = true; });
        row("medicines", [](F& f) {
            f.medicinesRecorded = true;
            f.medicineNames = {"OxyContin", "złoty “syrup”"};
        });
        row("diagnosis", [](F& f) { f.hasDiagnosis = true; });
        row("goal", [](F& f) { f.hasGoal = true; });
        row("latest score", [](F& f) { f.latestScore = date("2026-11-01"); });
        row("latest effects", [](F& f) { f.latestEffects = {"drowsiness"}; });
        row("baclofen since", [](F& f) { f.baclofenSince = date("2020-01-01"); });
        row("region", [](F& f) { f.region = core::Region::fr; });
    }
    void everyFactIsWrittenAndReadBack() {
        QFETCH(const Change, change);
        core::PatientFacts facts;
        const std::string without = cli::patientJson(facts).compact();
        change(facts);
        const std::string with = cli::patientJson(facts).compact();
        QVERIFY(with != without);
        const core::PatientFacts read = readBack(with);
        QCOMPARE(cli::patientJson(read).compact(), with);
        // What nobody asked for stays not assessed.
        QCOMPARE(read.baclofenAllergy.has_value(), facts.baclofenAllergy.has_value());
        QCOMPARE(read.pregnant.has_value(), facts.pregnant.has_value());
        QCOMPARE(read.medicinesRecorded, facts.medicinesRecorded);
        QCOMPARE(read.conditionsRecorded, facts.conditionsRecorded);
        QCOMPARE(read.weights, facts.weights);
        QCOMPARE(read.creatinines, facts.creatinines);
    }

    void whatIsShownCanBeAskedWith() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("clinic.lento"));
        app::Environment environment = app::Environment::ofThisComputer();
        environment.today = [] { return date("2026-11-22"); };
        environment.isOnNetwork = [](const QString&) { return false; };
        app::PatientForm form;
        form.patient.identity.surname = "Kowalska";
        form.patient.identity.birthDate = date("1986-03-12");
        form.patient.sex = core::Sex::female;
        form.patient.origin = core::SpasticityOrigin::cerebral;
        form.patient.diagnosis = "Stroke";
        form.patient.onDialysis = false;
        form.patient.pregnant = true;
        form.patient.heightMillimetres = 1'650;
        form.newWeights = {{date("2026-11-01"), 68'500}};
        form.newCreatinines = {{date("2026-11-02"), 150'000, core::CreatinineUnit::umolPerL, false}};
        form.conditions = std::vector<core::Condition>{{{}, "epilepsy", {}, {}, {}}, {{}, "", "free words", {}, {}}};
        form.medicines = std::vector<core::Medicine>{{{}, "OxyContin", "5 mg", {}, {}}};
        core::PatientFacts inFile;
        {
            app::NewClinic clinic;
            clinic.name = "Test clinic";
            const auto session = app::Session::create(path, clinic, environment);
            QVERIFY(session);
            const auto patient = app::addPatient(**session, form);
            QVERIFY(patient);
            inFile = app::loadRecord(**session, catalogue(), *patient)->facts;
        }
        const CliCall shown =
            call({QStringLiteral("show"), QStringLiteral("kowalska"), QStringLiteral("--json"),
                  QStringLiteral("--file"), path, QStringLiteral("--today"), QStringLiteral("2026-11-22")});
        QCOMPARE(shown.exitCode, 0);
        const QJsonObject facts = shown.json().value(QLatin1String("facts")).toObject();
        QCOMPARE(facts.value(QLatin1String("weight_kg")).toDouble(), 68.5);
        QCOMPARE(facts.value(QLatin1String("creatinine"))[QLatin1String("unit")].toString(), QStringLiteral("umol/L"));
        QCOMPARE(facts.value(QLatin1String("conditions")).toArray(), (QJsonArray{QStringLiteral("epilepsy")}));

        const QJsonObject request{{QStringLiteral("plan"), QStringLiteral("titration")},
                                  {QStringLiteral("start"), QStringLiteral("2026-11-22")},
                                  {QStringLiteral("protocol"), QStringLiteral("ORAL-ADULT-GRADUAL")},
                                  {QStringLiteral("goal_mg"), 30},
                                  {QStringLiteral("products"), QJsonArray{QStringLiteral("TAB10")}},
                                  {QStringLiteral("patient"), facts}};
        const CliCall planned = call({QStringLiteral("plan")}, QJsonDocument(request).toJson());
        QVERIFY2(planned.err.isEmpty(), planned.err.constData());
        QSet<QString> found;
        for (const QJsonValue& finding : planned.json().value(QLatin1String("findings")).toArray())
            found.insert(finding[QLatin1String("rule")].toString());
        for (const char* rule : {"REN-5", "INT-1", "PRG-1", "SAF-4"})
            QVERIFY2(found.contains(QLatin1String(rule)), rule);
    }

    void whatIsMisspeltIsRefused_data() {
        QTest::addColumn<QByteArray>("patient");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("origin") << QByteArray("{\"origin\":\"brain\"}") << QByteArray("-:patient.origin");
        QTest::newRow("effect") << QByteArray("{\"latest_effects\":[\"sleepy\"]}")
                                << QByteArray("-:patient.latest_effects[0]");
        QTest::newRow("a day without a weight")
            << QByteArray("{\"weight_on\":\"2026-11-01\"}") << QByteArray("-:patient.weight_kg");
        QTest::newRow("a day that is none")
            << QByteArray("{\"weight_kg\":70,\"weight_on\":\"2026-02-30\"}") << QByteArray("-:patient.weight_on");
        QTest::newRow("a flag that is none")
            << QByteArray("{\"goal_recorded\":\"yes\"}") << QByteArray("-:patient.goal_recorded");
    }
    void whatIsMisspeltIsRefused() {
        QFETCH(const QByteArray, patient);
        QFETCH(const QByteArray, place);
        const QByteArray request = "{\"plan\":\"titration\",\"start\":\"2026-11-22\",\"protocol\":"
                                   "\"ORAL-ADULT-GRADUAL\",\"goal_mg\":30,\"products\":[\"TAB10\"],\"patient\":" +
                                   patient + "}";
        const CliCall done = call({QStringLiteral("plan")}, request);
        QCOMPARE(done.exitCode, 2);
        QVERIFY2(done.err.startsWith("lento-cli: " + place + ": "), done.err.constData());
    }
};

QTEST_GUILESS_MAIN(CliPatientFactsTest)
#include "tst_cli_patient_facts.moc"
