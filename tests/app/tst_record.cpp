// A record read back is what was written; a patient's own data is checked field by field; the list follows.
#include "app/patients.h"
#include "app/record.h"
#include "app/task.h"
#include "record_values.h"
#include "storage/audit_store.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

#include <functional>

using namespace lento;
using namespace lento::test;

namespace {

app::PatientRecord recordOf(TestClinic& clinic, const core::PatientId& patient) {
    return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value();
}

using Spoil = std::function<void(app::PatientForm&)>;

} // namespace
Q_DECLARE_METATYPE(Spoil)

class TestRecord : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewPatientComesBackWhole() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Łoś-Kowalska", "483 926 0175");
        form.patient.identity.telephone = "+48 22 000 00 00";
        form.patient.heightMillimetres = 1'680;
        form.patient.origin = core::SpasticityOrigin::spinal;
        form.patient.baclofenSince = date("2024-09-01");
        form.newWeights = {{date("2026-11-01"), 68'500}};
        form.newCreatinines = {{date("2026-11-02"), 1'500, core::CreatinineUnit::mgPerDl, false}};
        form.conditions = std::vector<core::Condition>{{{}, "epilepsy", {}, date("2001-01-01"), {}}};
        form.medicines = std::vector<core::Medicine>{{{}, "oxycodone", "5 mg", {}, {}}};
        const auto id = app::addPatient(clinic.session(), form);
        QVERIFY(id);
        clinic.reopen();
        const app::PatientRecord record = recordOf(clinic, *id);
        QVERIFY(record.patient.identity == form.patient.identity);
        QCOMPARE(record.patient.baclofenSince, date("2024-09-01"));
        QVERIFY(!record.patient.registeredAt.empty());
        QVERIFY(record.facts.weights == form.newWeights);
        QVERIFY(record.facts.creatinines == form.newCreatinines);
        QVERIFY(record.facts.conditionsRecorded && record.facts.medicinesRecorded);
        QCOMPARE(record.facts.conditionCodes.front(), std::string("epilepsy"));
        QCOMPARE(record.conditions.size(), std::size_t{1});
        QCOMPARE(record.medicines.front().name, std::string("oxycodone"));
        QVERIFY(record.renal.function.has_value());
        QVERIFY(record.revisions.empty() && record.visits.empty() && record.diary.empty() && record.dispensed.empty());
        QVERIFY(record.inForceOn(clinic.today()) == nullptr);
    }

    void aPatientWhoIsNotThereIsMissing() {
        TestClinic clinic;
        const auto record = app::loadRecord(clinic.session(), shippedCatalogue(),
                                            core::PatientId("0193a000-0000-7000-8000-000000000001"));
        QVERIFY(!record);
        QCOMPARE(record.error().code, core::ErrorCode::recordMissing);
    }

    void theFormSaysWhichFieldIsWrong_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("code");
        const int range = static_cast<int>(core::ErrorCode::outOfRange);
        const auto row = [&](const char* name, const char* field, const Spoil& spoil) {
            QTest::newRow(name) << spoil << QString::fromLatin1(field) << range;
        };
        QTest::newRow("no surname") << Spoil([](auto& form) { form.patient.identity.surname = "  "; })
                                    << QStringLiteral("surname") << static_cast<int>(core::ErrorCode::emptyText);
        row("born tomorrow", "birth_date", [](auto& form) { form.patient.identity.birthDate = date("2026-11-23"); });
        row("born 121 years ago", "birth_date",
            [](auto& form) { form.patient.identity.birthDate = date("1905-11-22"); });
        row("too light", "weight_kg", [](auto& form) { form.newWeights = {{date("2026-11-01"), 299}}; });
        row("too heavy", "weight_kg", [](auto& form) { form.newWeights = {{date("2026-11-01"), 400'001}}; });
        row("weighed tomorrow", "weight_date", [](auto& form) { form.newWeights = {{date("2026-11-23"), 70'000}}; });
        row("too short", "height_cm", [](auto& form) { form.patient.heightMillimetres = 299; });
        row("too tall", "height_cm", [](auto& form) { form.patient.heightMillimetres = 2'501; });
        row("creatinine too low", "creatinine", [](auto& form) {
            form.newCreatinines = {{date("2026-11-01"), 99, core::CreatinineUnit::mgPerDl, false}};
        });
        row("creatinine too high", "creatinine", [](auto& form) {
            form.newCreatinines = {{date("2026-11-01"), 20'001, core::CreatinineUnit::mgPerDl, false}};
        });
        row("micromoles typed as milligrams", "creatinine", [](auto& form) {
            form.newCreatinines = {{date("2026-11-01"), 88'000, core::CreatinineUnit::mgPerDl, false}};
        });
        row("milligrams typed as micromoles", "creatinine", [](auto& form) {
            form.newCreatinines = {{date("2026-11-01"), 1'000, core::CreatinineUnit::umolPerL, false}};
        });
        row("baclofen before birth", "baclofen_since",
            [](auto& form) { form.patient.baclofenSince = date("1961-03-11"); });
    }
    void theFormSaysWhichFieldIsWrong() {
        QFETCH(Spoil, spoil);
        QFETCH(QString, field);
        QFETCH(int, code);
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalski");
        spoil(form);
        const auto refused = app::addPatient(clinic.session(), form);
        QVERIFY(!refused);
        QCOMPARE(QString::fromStdString(refused.error().subject), field);
        QCOMPARE(static_cast<int>(refused.error().code), code);
        QCOMPARE(app::loadPatientIndex(clinic.session())->size(), std::size_t{0});
    }

    void theEdgesAreAllowed() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalski");
        form.patient.identity.birthDate = date("1906-11-22");
        form.patient.heightMillimetres = 300;
        form.newWeights = {{date("2026-11-22"), 400'000}, {date("2026-11-21"), 300}};
        form.newCreatinines = {{date("2026-11-20"), 8'840, core::CreatinineUnit::umolPerL, false},
                               {date("2026-11-21"), 1'768'000, core::CreatinineUnit::umolPerL, false},
                               {date("2026-11-22"), 20'000, core::CreatinineUnit::mgPerDl, true}};
        QVERIFY(app::addPatient(clinic.session(), form));
    }

    void twoPatientsCannotShareARecordNumber() {
        TestClinic clinic;
        clinic.addPatient("Kowalski", "483 926 0175");
        const auto refused = app::addPatient(clinic.session(), TestClinic::form("Nowak", "483 926 0175"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::duplicateRecord);
        QVERIFY(app::addPatient(clinic.session(), TestClinic::form("Nowak")));
        QVERIFY(app::addPatient(clinic.session(), TestClinic::form("Zielińska")));
    }

    void changingAPatientLeavesAbsentListsAlone() {
        TestClinic clinic;
        app::PatientForm form = TestClinic::form("Kowalski", "1");
        form.medicines = std::vector<core::Medicine>{{{}, "oxycodone", "5 mg", {}, {}}};
        form.newWeights = {{date("2026-10-01"), 70'000}};
        const core::PatientId id = app::addPatient(clinic.session(), form).value();

        app::PatientForm edit;
        edit.patient = recordOf(clinic, id).patient;
        edit.patient.identity.surname = "Nowak";
        edit.newWeights = {{date("2026-11-01"), 69'000}};
        QVERIFY(app::changePatient(clinic.session(), edit));
        const app::PatientRecord record = recordOf(clinic, id);
        QCOMPARE(record.patient.identity.surname, std::string("Nowak"));
        QCOMPARE(record.medicines.size(), std::size_t{1});
        QVERIFY(!record.facts.conditionsRecorded);
        QCOMPARE(record.facts.weights.size(), std::size_t{2});

        const auto stale = app::changePatient(clinic.session(), edit);
        QVERIFY(!stale);
        QCOMPARE(stale.error().code, core::ErrorCode::recordChanged);

        const auto lines = clinic.session().read(
            [&](storage::Database& database) { return storage::AuditStore(database).forPatient(id); });
        QCOMPARE(lines->size(), std::size_t{2});
        QCOMPARE(lines->back().entry.operation, std::string("edit-patient"));
        QVERIFY(lines->back().entry.before.contains("Kowalski"));
        QVERIFY(lines->back().entry.after.contains("Nowak"));
    }

    void tabletsHandedOutAreRecorded() {
        TestClinic clinic;
        const core::PatientId id = clinic.addPatient();
        core::Dispensed dispensed = handedOut("2026-11-20", "TAB10", 100);
        dispensed.patient = id;
        QVERIFY(app::recordDispensed(clinic.session(), dispensed));
        const app::PatientRecord record = recordOf(clinic, id);
        QCOMPARE(record.dispensed.size(), std::size_t{1});
        QCOMPARE(record.dispensed.front().tablets, std::int64_t{100});
        dispensed.tablets = 0;
        QCOMPARE(app::recordDispensed(clinic.session(), dispensed).error().code, core::ErrorCode::outOfRange);
        dispensed.tablets = 10;
        dispensed.on = date("2026-11-23");
        QCOMPARE(app::recordDispensed(clinic.session(), dispensed).error().code, core::ErrorCode::outOfRange);
        dispensed.on = date("2026-11-20");
        dispensed.productId.clear();
        QCOMPARE(app::recordDispensed(clinic.session(), dispensed).error().code, core::ErrorCode::emptyText);
    }

    void theListHoldsEveryPatientOfTheFile() {
        TestClinic clinic;
        clinic.addPatient("Łoś", "12 34");
        clinic.addPatient("Abel");
        const auto index = app::loadPatientIndex(clinic.session());
        QVERIFY(index);
        QCOMPARE(index->size(), std::size_t{2});
        QCOMPARE(index->nameAt(0), QStringLiteral("ABEL, Maria"));
        QCOMPARE(index->nameAt(1), QStringLiteral("ŁOŚ, Maria"));
        QCOMPARE(index->entry(1).recordNumber, std::string("12 34"));
        QCOMPARE(index->birthDateAt(1), date("1961-03-12"));
    }

    void readingTheListCanBeCancelled() {
        TestClinic clinic;
        clinic.addPatient();
        app::TaskMonitor monitor;
        monitor.cancel();
        const auto index = app::loadPatientIndex(clinic.session(), &monitor);
        QVERIFY(!index);
        QCOMPARE(index.error().code, core::ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRecord)
#include "tst_record.moc"
