#include "clinic_values.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/visit_store.h"

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

QByteArray textOf(const core::Visit& visit) {
    return jsonText(toJson(visit));
}

core::DiaryDay exampleDay(const core::PatientId& patient, std::string_view on) {
    core::DiaryDay day;
    day.patient = patient;
    day.on = date(on);
    day.parts = {core::Taken::taken, core::Taken::missed, core::Taken::other, core::Taken::notMarked};
    day.otherDose = dose("7.5");
    day.note = "forgot at noon";
    return day;
}

} // namespace

class TestVisitStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVisitComesBackWhole_data();
    void aVisitComesBackWhole();
    void visitsAreOldestFirst();
    void aCorrectionNeedsTheVersionThatWasRead();
    void theSameMuscleAndSideCountsOnce();
    void onlyADraftCanBeRemoved();
    void diaryDaysAreMarkedAndMarkedAgain();
    void diaryDaysAreThoseOfTheSpan();
    void whatWasHandedOut();
    void draftsAreKeptOnePerForm();
};

void TestVisitStore::aVisitComesBackWhole_data() {
    QTest::addColumn<core::Visit>("visit");
    QTest::newRow("full") << exampleVisit({});
    core::Visit empty;
    empty.id = nextId<core::VisitId>();
    empty.on = date("2026-11-22");
    QTest::newRow("empty") << empty;
    core::Visit draft = exampleVisit({});
    draft.draft = true;
    draft.pennFrequency = 0;
    draft.pennSeverity.reset();
    QTest::newRow("draft without spasms") << draft;
    core::Visit asked = exampleVisit({});
    asked.withdrawalSigns.emplace();
    asked.redFlags.emplace();
    QTest::newRow("asked, and nothing found (WDL-5, AE-4)") << asked;
    core::Visit measured = empty;
    measured.id = nextId<core::VisitId>();
    measured.temperatureTenths = core::lowestTemperatureTenths;
    measured.pulse = core::highestPulse;
    measured.creatineKinaseTenths = 0;
    measured.stoppedHours = 1;
    QTest::newRow("measured only, at the limits") << measured;
}

void TestVisitStore::aVisitComesBackWhole() {
    QFETCH(core::Visit, visit);
    StoreFixture clinic;
    visit.patient = clinic.addPatient();
    VisitStore(clinic.database()).insert(visit);
    clinic.reopen();
    QCOMPARE(textOf(VisitStore(clinic.database()).load(visit.id)), textOf(visit));
    QCOMPARE(textOf(visitFromJson(jsonObject(textOf(visit)))), textOf(visit));
}

void TestVisitStore::visitsAreOldestFirst() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    const core::PatientId other = clinic.addPatient();
    for (const char* on : {"2026-05-01", "2025-05-01", "2026-01-01"})
        store.insert(exampleVisit(patient, on));
    store.insert(exampleVisit(other, "2026-02-01"));
    const auto visits = store.forPatient(patient);
    QCOMPARE(visits.size(), std::size_t{3});
    QCOMPARE(visits[0].on, date("2025-05-01"));
    QCOMPARE(visits[2].on, date("2026-05-01"));
    for (const core::Visit& visit : visits) {
        QCOMPARE(visit.mas, exampleVisit(patient).mas);
        QCOMPARE(visit.adverseEffects, exampleVisit(patient).adverseEffects);
        QVERIFY(visit.further == exampleVisit(patient).further);
    }
}

void TestVisitStore::aCorrectionNeedsTheVersionThatWasRead() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    core::Visit visit = exampleVisit(clinic.addPatient());
    store.insert(visit);
    const core::Visit stale = visit;
    visit.mas = {{"elbow-flexors", core::Side::right, core::Mas::four}};
    visit.adverseEffects.clear();
    visit.nrsTenths.reset();
    visit.redFlags.reset();
    visit.withdrawalSigns = {{"delirium"}};
    visit.pulse.reset();
    visit.stoppedHours = 48;
    visit.further.tardieu.pop_back();
    visit.further.goals.front().attainment = 1;
    visit.further.tenMetreHundredths.reset();
    visit.rowVersion = store.update(visit);
    QCOMPARE(textOf(store.load(visit.id)), textOf(visit));
    QCOMPARE(failureOf([&] { store.update(stale); }), ErrorCode::recordChanged);
    QCOMPARE(textOf(store.load(visit.id)), textOf(visit));
}

void TestVisitStore::theSameMuscleAndSideCountsOnce() {
    StoreFixture clinic;
    core::Visit visit = exampleVisit(clinic.addPatient());
    visit.mas.push_back(visit.mas.front());
    Transaction transaction(clinic.database());
    QCOMPARE(failureOf([&] { VisitStore(clinic.database()).insert(visit); }), ErrorCode::duplicateRecord);
}

void TestVisitStore::onlyADraftCanBeRemoved() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    core::Visit visit = exampleVisit(clinic.addPatient());
    store.insert(visit);
    QCOMPARE(failureOf([&] { store.removeDraft(visit.id); }), ErrorCode::recordChanged);
    core::Visit draft = exampleVisit(visit.patient);
    draft.draft = true;
    store.insert(draft);
    store.removeDraft(draft.id);
    QCOMPARE(store.forPatient(visit.patient).size(), std::size_t{1});
    QVERIFY(clinic.database().isSound());
}

void TestVisitStore::diaryDaysAreMarkedAndMarkedAgain() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    core::DiaryDay day = exampleDay(clinic.addPatient(), "2026-11-22");
    const core::DiaryDay neverSeen = day;
    day.rowVersion = store.saveDiaryDay(day);
    QCOMPARE(day.rowVersion, 1);
    const core::DateSpan always{date("2000-01-01"), std::nullopt};
    QVERIFY(store.diaryDays(day.patient, always) == std::vector<core::DiaryDay>{day});
    QCOMPARE(failureOf([&] { store.saveDiaryDay(neverSeen); }), ErrorCode::recordChanged);
    core::DiaryDay changed = day;
    changed.parts.fill(core::Taken::taken);
    changed.otherDose.reset();
    changed.rowVersion = store.saveDiaryDay(changed);
    QVERIFY(store.diaryDays(day.patient, always) == std::vector<core::DiaryDay>{changed});
    QCOMPARE(failureOf([&] { store.saveDiaryDay(day); }), ErrorCode::recordChanged);
}

void TestVisitStore::diaryDaysAreThoseOfTheSpan() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    for (const char* on : {"2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"})
        store.saveDiaryDay(exampleDay(patient, on));
    const auto february = store.diaryDays(patient, {date("2026-02-01"), date("2026-02-28")});
    QCOMPARE(february.size(), std::size_t{2});
    QCOMPARE(february.front().on, date("2026-02-01"));
    QCOMPARE(store.diaryDays(patient, {date("2026-02-28"), std::nullopt}).size(), std::size_t{2});
    QVERIFY(store.diaryDays(clinic.addPatient(), {date("2026-01-01"), std::nullopt}).empty());
}

void TestVisitStore::whatWasHandedOut() {
    StoreFixture clinic;
    VisitStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    store.insertDispensed({nextId<core::RecordId>(), patient, date("2026-03-01"), "TAB10", 84});
    store.insertDispensed({nextId<core::RecordId>(), patient, date("2026-01-01"), "TAB20", 28});
    const auto found = store.dispensed(patient);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(found[0].productId, std::string("TAB20"));
    QCOMPARE(found[1].tablets, 84);
    QCOMPARE(found[1].on, date("2026-03-01"));
}

void TestVisitStore::draftsAreKeptOnePerForm() {
    StoreFixture clinic;
    const auto someone = nextId<core::PatientId>(); // not a patient yet
    DraftStore store(clinic.database());
    QVERIFY(!store.find(someone, DraftKind::plan));
    store.save({someone, DraftKind::plan, "{\"a\":1}", "2026-11-22T08:00:00Z"});
    store.save({someone, DraftKind::visit, "{\"v\":1}", "2026-11-22T09:00:00Z"});
    store.save({someone, DraftKind::plan, "{\"a\":2}", "2026-11-22T08:30:00Z"});
    clinic.reopen();
    DraftStore again(clinic.database());
    QVERIFY(again.find(someone, DraftKind::plan) ==
            (Draft{someone, DraftKind::plan, "{\"a\":2}", "2026-11-22T08:30:00Z"}));
    const auto all = again.all();
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all.front().kind, DraftKind::visit);
    again.remove(someone, DraftKind::plan);
    QVERIFY(!again.find(someone, DraftKind::plan));
    QVERIFY(again.find(someone, DraftKind::visit));
}

QTEST_GUILESS_MAIN(TestVisitStore)
#include "tst_visit_store.moc"
