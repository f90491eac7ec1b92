#include "clinic_values.h"
#include "storage/json_values.h"
#include "storage/sealed_values.h"
#include "storage/visit_store.h"

#include <algorithm>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

class TestPatientStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPatientComesBackWhole();
    void anEmptyPatientComesBackEmpty();
    void aChangeNeedsTheVersionThatWasRead();
    void theIndexHoldsEveryPatient();
    void twoPartsOfTheIndexAreTheWhole();
    void aRecordNumberIsFound();
    void oneValueADay();
    void listsAreReplacedWhole();
    void factsAreThoseOfTheDay();
    void identityIsSealedForItsRow();
    void damagedIdentityIsToldAsSuch_data();
    void damagedIdentityIsToldAsSuch();
    void theClinicComesBackWhole();
    void patientsAreWrittenAsJsonAndReadBack();
};

namespace {

// Compared by their JSON, which holds every field.
QByteArray textOf(const core::Patient& patient) {
    return jsonText(toJson(patient));
}

// A vault that shows when a value was sealed for another row, as a real one does.
class MarkingVault final : public Vault {
public:
    QByteArray seal(std::string_view context, const QByteArray& plain) const override {
        QByteArray turned = plain;
        for (char& byte : turned)
            byte = static_cast<char>(byte ^ 0x5a);
        return markOf(context) + turned;
    }
    QByteArray open(std::string_view context, const QByteArray& sealed) const override {
        if (!sealed.startsWith(markOf(context)))
            throw StorageError(ErrorCode::fileDamaged, "vault");
        QByteArray turned = sealed.mid(markOf(context).size());
        for (char& byte : turned)
            byte = static_cast<char>(byte ^ 0x5a);
        return turned;
    }

private:
    static QByteArray markOf(std::string_view context) {
        return QByteArray::number(qHash(QByteArrayView(context.data(), static_cast<qsizetype>(context.size())))) + '|';
    }
};

} // namespace

void TestPatientStore::aPatientComesBackWhole() {
    StoreFixture clinic;
    const core::Patient patient = examplePatient();
    PatientStore(clinic.database()).insert(patient);
    clinic.reopen();
    QCOMPARE(textOf(PatientStore(clinic.database()).load(patient.id)), textOf(patient));
    QCOMPARE(failureOf([&] { PatientStore(clinic.database()).load(nextId<core::PatientId>()); }),
             ErrorCode::recordMissing);
}

void TestPatientStore::anEmptyPatientComesBackEmpty() {
    StoreFixture clinic;
    core::Patient patient;
    patient.id = nextId<core::PatientId>();
    patient.registeredAt = "2026-11-22T08:00:00.000Z";
    PatientStore store(clinic.database());
    store.insert(patient);
    QCOMPARE(textOf(store.load(patient.id)), textOf(patient));
    QVERIFY(!store.load(patient.id).pregnant.has_value());
}

void TestPatientStore::aChangeNeedsTheVersionThatWasRead() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    const core::PatientId id = clinic.addPatient();
    core::Patient mine = store.load(id);
    core::Patient theirs = mine;
    mine.goal = "Walk to the shop";
    mine.toneNeeded = std::nullopt;
    mine.rowVersion = store.update(mine);
    QCOMPARE(mine.rowVersion, 2);
    QCOMPARE(textOf(store.load(id)), textOf(mine));
    theirs.goal = "Something else";
    QCOMPARE(failureOf([&] { store.update(theirs); }), ErrorCode::recordChanged);
    QCOMPARE(store.load(id).goal, mine.goal);
    core::Patient unknown = examplePatient();
    QCOMPARE(failureOf([&] { store.update(unknown); }), ErrorCode::recordMissing);
}

void TestPatientStore::theIndexHoldsEveryPatient() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    std::vector<IndexRow> expected;
    for (const char* surname : {"Ångström", "", "Zhang", "O'Brien"}) {
        const core::Patient patient = examplePatient(surname);
        store.insert(patient);
        expected.push_back({patient.id, surname, patient.identity.given, patient.identity.birthDate,
                            patient.identity.recordNumber, patient.status});
    }
    auto found = store.index();
    const auto byId = [](const IndexRow& a, const IndexRow& b) { return a.id < b.id; };
    std::sort(found.begin(), found.end(), byId);
    std::sort(expected.begin(), expected.end(), byId);
    QVERIFY(found == expected);
    QCOMPARE(store.count(), 4);
    QVERIFY(store.indexRow(expected.front().id) == expected.front());
    int seen = 0;
    store.forEachIndexRow([&seen](IndexRow&&) { return ++seen < 2; });
    QCOMPARE(seen, 2);
}

void TestPatientStore::twoPartsOfTheIndexAreTheWhole() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    QVERIFY(!store.middleId());
    for (int i = 0; i < 5; ++i)
        store.insert(examplePatient());
    const auto middle = store.middleId();
    QVERIFY(middle.has_value());
    std::vector<IndexRow> before;
    std::vector<IndexRow> from;
    store.forEachIndexRow(PatientStore::IndexPart::before, *middle, [&before](IndexRow&& row) {
        before.push_back(std::move(row));
        return true;
    });
    store.forEachIndexRow(PatientStore::IndexPart::from, *middle, [&from](IndexRow&& row) {
        from.push_back(std::move(row));
        return true;
    });
    QCOMPARE(before.size(), std::size_t{2});
    QCOMPARE(from.size(), std::size_t{3});
    before.insert(before.end(), from.begin(), from.end());
    auto whole = store.index();
    const auto byId = [](const IndexRow& a, const IndexRow& b) { return a.id < b.id; };
    std::sort(before.begin(), before.end(), byId);
    std::sort(whole.begin(), whole.end(), byId);
    QVERIFY(before == whole);
}

void TestPatientStore::aRecordNumberIsFound() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    const core::PatientId id = clinic.addPatient();
    QCOMPARE(store.withRecordNumber("N-0042", {}), id);
    QCOMPARE(store.withRecordNumber("N-0042", id), std::nullopt);
    QCOMPARE(store.withRecordNumber("N-004", {}), std::nullopt);
    core::Patient unnumbered = examplePatient();
    unnumbered.identity.recordNumber.clear();
    store.insert(unnumbered);
    QCOMPARE(store.withRecordNumber("", {}), std::nullopt);
}

void TestPatientStore::oneValueADay() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    const core::PatientId id = clinic.addPatient();
    store.saveWeight(id, {date("2026-03-01"), 68'500});
    store.saveWeight(id, {date("2025-03-01"), 70'000});
    store.saveWeight(id, {date("2026-03-01"), 68'400});
    QCOMPARE(store.weights(id),
             (std::vector<core::Weight>{{date("2025-03-01"), 70'000}, {date("2026-03-01"), 68'400}}));
    store.removeWeight(id, date("2025-03-01"));
    QCOMPARE(store.weights(id).size(), std::size_t{1});
    QCOMPARE(failureOf([&] { store.removeWeight(id, date("2025-03-01")); }), ErrorCode::recordMissing);

    const core::Creatinine first{date("2026-01-01"), 1'500, core::CreatinineUnit::mgPerDl, false};
    const core::Creatinine second{date("2026-02-01"), 95'000, core::CreatinineUnit::umolPerL, true};
    store.saveCreatinine(id, second);
    store.saveCreatinine(id, first);
    QCOMPARE(store.creatinines(id), (std::vector<core::Creatinine>{first, second}));
    store.removeCreatinine(id, first.on);
    QCOMPARE(store.creatinines(id), std::vector<core::Creatinine>{second});
}

void TestPatientStore::listsAreReplacedWhole() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    const core::PatientId id = clinic.addPatient();
    QVERIFY(!store.conditions(id).recorded);
    QVERIFY(!store.medicines(id).recorded);
    const core::Condition epilepsy{nextId<core::RecordId>(), "epilepsy", "", date("2010-01-01"), std::nullopt};
    const core::Condition free{nextId<core::RecordId>(), "", "reflux; “mild”", std::nullopt, date("2024-05-01")};
    store.saveConditions(id, {free, epilepsy});
    QVERIFY(store.conditions(id) == (RecordedList<core::Condition>{true, {free, epilepsy}}));
    store.saveConditions(id, {});
    QVERIFY(store.conditions(id) == (RecordedList<core::Condition>{true, {}}));
    const core::Medicine medicine{nextId<core::RecordId>(), "diazepam", "2 mg at night", date("2026-01-01"),
                                  std::nullopt};
    store.saveMedicines(id, {medicine});
    QVERIFY(store.medicines(id) == (RecordedList<core::Medicine>{true, {medicine}}));
    QCOMPARE(failureOf([&] { store.saveConditions(nextId<core::PatientId>(), {}); }), ErrorCode::recordMissing);
}

void TestPatientStore::factsAreThoseOfTheDay() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    const core::Patient patient = examplePatient();
    store.insert(patient);
    const core::Date today = date("2026-11-22");
    core::PatientFacts facts = store.facts(patient.id, today);
    QVERIFY(!facts.conditionsRecorded);
    QVERIFY(!facts.latestScore);
    QVERIFY(!facts.pregnant);
    QCOMPARE(facts.birthDate, patient.identity.birthDate);
    QCOMPARE(facts.region, core::Region::us);
    QVERIFY(facts.hasDiagnosis);

    store.saveWeight(patient.id, {today - 1, 70'000});
    store.saveWeight(patient.id, {today + 1, 71'000});
    store.saveCreatinine(patient.id, {today, 1'000, core::CreatinineUnit::mgPerDl, false});
    store.saveCreatinine(patient.id, {today + 1, 1'000, core::CreatinineUnit::mgPerDl, false});
    const auto condition = [](const char* code, std::optional<core::Date> since, std::optional<core::Date> until) {
        return core::Condition{nextId<core::RecordId>(), code, "", since, until};
    };
    store.saveConditions(patient.id,
                         {condition("epilepsy", std::nullopt, std::nullopt), condition("", std::nullopt, std::nullopt),
                          condition("stroke", today + 1, std::nullopt), condition("falls", std::nullopt, today),
                          condition("alcohol", std::nullopt, today - 1)});
    store.saveMedicines(patient.id, {{nextId<core::RecordId>(), "diazepam", "", std::nullopt, std::nullopt},
                                     {nextId<core::RecordId>(), "ibuprofen", "", std::nullopt, today - 1}});
    VisitStore visits(clinic.database());
    core::Visit scored = exampleVisit(patient.id, "2026-11-01");
    visits.insert(scored);
    core::Visit draft = exampleVisit(patient.id, "2026-11-20");
    draft.draft = true;
    visits.insert(draft);
    core::Visit unscored;
    unscored.id = nextId<core::VisitId>();
    unscored.patient = patient.id;
    unscored.on = date("2026-11-21");
    visits.insert(unscored);

    facts = store.facts(patient.id, today);
    QCOMPARE(facts.weights.size(), std::size_t{1});
    QCOMPARE(facts.creatinines.size(), std::size_t{1});
    QVERIFY(facts.conditionsRecorded);
    QCOMPARE(facts.conditionCodes, (std::vector<std::string>{"epilepsy", "falls"}));
    QCOMPARE(facts.medicineNames, std::vector<std::string>{"diazepam"});
    QCOMPARE(facts.latestScore, date("2026-11-01"));
}

void TestPatientStore::identityIsSealedForItsRow() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sealed.lento"));
    const core::Patient first = examplePatient("Kowalskaverylongname");
    const core::Patient second = examplePatient("Nowak");
    {
        Database database(path, Database::Mode::create, std::make_shared<MarkingVault>());
        Migrator().climb(database, "2026-11-22T08:00:00.000Z");
        PatientStore store(database);
        store.insert(first);
        store.insert(second);
        QCOMPARE(store.load(first.id).identity, first.identity);
        database.change(
            "update patient set identity_sealed = (select identity_sealed from patient where id = ?) where id = ?",
            first.id, second.id);
        QCOMPARE(failureOf([&] { store.load(second.id); }), ErrorCode::fileDamaged);
        QCOMPARE(store.load(first.id).identity, first.identity);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const std::string& secret :
         {first.identity.surname, first.identity.recordNumber, first.identity.address, first.diagnosis})
        QVERIFY2(!bytes.contains(QByteArray::fromStdString(secret)), secret.c_str());
}

void TestPatientStore::damagedIdentityIsToldAsSuch_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = identityBytes(examplePatient().identity);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("another layout") << QByteArray("\x02") + whole.mid(1);
    QTest::newRow("cut") << whole.left(whole.size() - 1);
    QTest::newRow("cut in the middle") << whole.left(5);
    QTest::newRow("more than there is") << whole + 'x';
    QTest::newRow("endless number") << QByteArray("\x01\xff\xff\xff\xff\xff\xff");
    QTest::newRow("length beyond the end") << QByteArray("\x01\xff\xff\xff\x0f");
}

void TestPatientStore::damagedIdentityIsToldAsSuch() {
    QFETCH(QByteArray, bytes);
    core::Identity identity;
    QCOMPARE(failureOf([&] { readIdentity(bytes, identity); }), ErrorCode::fileDamaged);
}

void TestPatientStore::theClinicComesBackWhole() {
    StoreFixture clinic;
    ClinicStore store(clinic.database());
    storage::Clinic changed = store.load();
    QVERIFY(changed == exampleClinic());
    changed.closedWeekdays.clear();
    changed.name = "Another name";
    changed.rowVersion = store.update(changed);
    QVERIFY(store.load() == changed);
    QCOMPARE(failureOf([&] { store.update(exampleClinic()); }), ErrorCode::recordChanged);
}

void TestPatientStore::patientsAreWrittenAsJsonAndReadBack() {
    const core::Patient patient = examplePatient();
    const QByteArray text = textOf(patient);
    QCOMPARE(textOf(patientFromJson(jsonObject(text))), text);
    QCOMPARE(failureOf([&] { patientFromJson(jsonObject("{\"id\":\"x\"}")); }), ErrorCode::fileDamaged);
    QCOMPARE(failureOf([&] { jsonObject("[1]"); }), ErrorCode::fileDamaged);
}

QTEST_GUILESS_MAIN(TestPatientStore)
#include "tst_patient_store.moc"
