// Trials, implants, settings and refills come back whole; a version that was not read is refused; texts are sealed.
#include "clinic_values.h"
#include "storage/json_values.h"
#include "storage/pump_store.h"

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

core::Volume ml(int tenths) {
    return core::Volume::microlitres(tenths * 100);
}

core::SeenFinding seen(const char* message, core::Action action) {
    core::SeenFinding made;
    made.finding.rule = "ITB-7";
    made.finding.action = action;
    made.finding.message = message;
    made.finding.inputs = {{"daily_mcg", std::string("390.1")}, {"since_hours", std::int64_t{3}}};
    made.finding.sources = {"S12", "S46"};
    made.reason = action == core::Action::blockOverridable ? "Sehr enge Überwachung" : "";
    made.ruleSetVersion = "2026.1";
    return made;
}

core::PumpTrial exampleTrial(const core::PatientId& patient) {
    core::PumpTrial trial;
    trial.id = nextId<core::PumpTrialId>();
    trial.patient = patient;
    trial.infection = false;
    core::ScreeningBolus first;
    first.on = date("2026-11-18");
    first.minute = 545;
    first.dose = core::PumpBolus::micrograms(50);
    first.observations = {{0, 3000, 72, 120, 80, 14, 98}, {4, 2500, {}, {}, {}, {}, {}}};
    first.goalMet = false;
    core::ScreeningBolus second;
    second.on = date("2026-11-19");
    second.minute = 600;
    second.dose = core::PumpBolus::micrograms(75);
    second.negativeReaction = true;
    second.effectMinutes = 420;
    second.seen = {seen("itb-1.order", core::Action::warn)};
    trial.boluses = {first, second};
    trial.outcome = core::TrialOutcome::positive;
    trial.note = "Übelkeit";
    trial.author = "Dr A. Weber";
    trial.recordedAt = "2026-11-19T18:00:00.000Z";
    trial.rowVersion = 0;
    return trial;
}

core::PumpImplant exampleImplant(const core::PatientId& patient) {
    core::PumpImplant implant;
    implant.id = nextId<core::PumpImplantId>();
    implant.patient = patient;
    implant.on = date("2026-01-15");
    implant.model = {"p20",
                     "Pump 20",
                     ml(200),
                     ml(20),
                     core::Volume::nanolitres(199'000),
                     core::Volume::nanolitres(2'200),
                     84,
                     "manual",
                     "Dr A. Weber",
                     "2026-01-01T08:00:00.000Z"};
    implant.serial = "SN-ÄÖ-7";
    implant.catheterMillimetres = 605;
    implant.origin = core::SpasticityOrigin::cerebral;
    implant.oralBefore = core::DailyDose::milligrams(60);
    implant.author = "Dr A. Weber";
    implant.recordedAt = "2026-01-15T12:00:00.000Z";
    implant.rowVersion = 0;
    return implant;
}

core::PumpSetting exampleSetting(const core::PumpImplantId& implant, std::string_view on) {
    core::PumpSetting setting;
    setting.id = nextId<core::RecordId>();
    setting.implant = implant;
    setting.on = date(on);
    setting.minute = 600;
    setting.daily = core::PumpDose::micrograms(258);
    setting.mode = core::PumpMode::flex;
    setting.periods = {{0, 360, core::PumpDose::micrograms(8)},
                       {360, 480, core::PumpDose::micrograms(20)},
                       {480, 1320, core::PumpDose::micrograms(10)},
                       {1320, 1440, core::PumpDose::micrograms(15)}};
    setting.phase = core::PumpPhase::maintenance;
    setting.forSideEffects = true;
    setting.seen = {seen("itb-7.range", core::Action::blockOverridable), seen("itb-11.clock", core::Action::inform)};
    setting.note = "more by night";
    setting.author = "Dr A. Weber";
    setting.recordedAt = "2026-01-15T13:00:00.000Z";
    setting.rowVersion = 0;
    return setting;
}

core::PumpRefill exampleRefill(const core::PumpImplantId& implant, std::string_view on) {
    core::PumpRefill refill;
    refill.id = nextId<core::RecordId>();
    refill.implant = implant;
    refill.on = date(on);
    refill.filled = ml(200);
    refill.concentration = core::Concentration::microgramsPerMillilitre(2000);
    refill.expected = core::Volume::nanolitres(3'412'345);
    refill.aspirated = ml(36);
    refill.lot = "A12";
    refill.bridgeGiven = true;
    refill.seen = {seen("itb-14.differs", core::Action::warn)};
    refill.note = "no fault";
    refill.author = "KN";
    refill.recordedAt = "2026-03-25T12:00:00.000Z";
    refill.rowVersion = 0;
    return refill;
}

// Saves and says the version that it has now.
template <class Row>
Row kept(PumpStore& store, Row row) {
    row.rowVersion = store.save(row);
    return row;
}

struct Case {
    StoreFixture clinic;
    core::PatientId patient = clinic.addPatient();
    PumpStore store{clinic.database()};
};

} // namespace

class TestPumpStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCourseComesBackWhole();
    void aChangeTakesItsPlace();
    void anotherVersionIsRefused();
    void whatWasTakenBackIsGone();
    void outlinesHaveNoTexts();
    void textsStandInSealedColumns();
    void impossibleRowsAreRefused_data();
    void impossibleRowsAreRefused();
    void modelsAreKept();
    void theAuditSaysAllOfIt();
    void whatIsWrittenAsJsonIsReadBackEqual();
    void damagedJsonIsRefused_data();
    void damagedJsonIsRefused();
};

void TestPumpStore::aCourseComesBackWhole() {
    Case c;
    QVERIFY(c.store.forPatient(c.patient).isEmpty());
    core::PumpCourse course;
    course.trials = {kept(c.store, exampleTrial(c.patient))};
    course.implants = {kept(c.store, exampleImplant(c.patient))};
    const core::PumpImplantId implant = course.implants.front().id;
    const core::PumpSetting later = kept(c.store, exampleSetting(implant, "2026-02-15"));
    core::PumpSetting bolus = exampleSetting(implant, "2026-01-15");
    bolus.mode = core::PumpMode::periodicBolus;
    bolus.periods.clear();
    bolus.bolus = core::PumpBolus::micrograms(30);
    bolus.bolusesPerDay = 6;
    course.settings = {kept(c.store, bolus), later};
    core::PumpRefill first = exampleRefill(implant, "2026-01-15");
    first.expected.reset();
    first.aspirated.reset();
    course.refills = {kept(c.store, first), kept(c.store, exampleRefill(implant, "2026-03-25"))};
    const core::PatientId other = c.clinic.addPatient();
    kept(c.store, exampleImplant(other));
    QVERIFY(c.store.forPatient(c.patient) == course);
    QCOMPARE(c.store.forPatient(other).settings.size(), std::size_t{0});
}

void TestPumpStore::aChangeTakesItsPlace() {
    Case c;
    core::PumpTrial trial = kept(c.store, exampleTrial(c.patient));
    trial.boluses.erase(trial.boluses.begin());
    trial.outcome = core::TrialOutcome::stopped;
    core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    core::PumpSetting setting = kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    core::PumpRefill refill = kept(c.store, exampleRefill(implant.id, "2026-03-25"));
    implant.removedOn = date("2026-11-01");
    setting.mode = core::PumpMode::simpleContinuous;
    setting.periods.clear();
    setting.seen.pop_back();
    refill.aspirated = ml(60);
    refill.seen.clear();
    const core::PumpCourse course{
        {kept(c.store, trial)}, {kept(c.store, implant)}, {kept(c.store, setting)}, {kept(c.store, refill)}};
    QVERIFY(c.store.forPatient(c.patient) == course);
    QCOMPARE(course.settings.front().rowVersion, 2);
}

void TestPumpStore::anotherVersionIsRefused() {
    Case c;
    core::PumpTrial trial = kept(c.store, exampleTrial(c.patient));
    core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    core::PumpSetting setting = kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    core::PumpRefill refill = kept(c.store, exampleRefill(implant.id, "2026-03-25"));
    trial.rowVersion = implant.rowVersion = setting.rowVersion = refill.rowVersion = 7;
    QCOMPARE(failureOf([&] { c.store.save(trial); }), ErrorCode::recordChanged);
    QCOMPARE(failureOf([&] { c.store.save(implant); }), ErrorCode::recordChanged);
    QCOMPARE(failureOf([&] { c.store.save(setting); }), ErrorCode::recordChanged);
    QCOMPARE(failureOf([&] { c.store.save(refill); }), ErrorCode::recordChanged);
}

void TestPumpStore::whatWasTakenBackIsGone() {
    Case c;
    const core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    const core::PumpSetting setting = kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    const core::PumpRefill refill = kept(c.store, exampleRefill(implant.id, "2026-03-25"));
    c.store.remove(setting);
    c.store.remove(refill);
    const core::PumpCourse course = c.store.forPatient(c.patient);
    QVERIFY(course.settings.empty() && course.refills.empty());
    QCOMPARE(failureOf([&] { c.store.remove(refill); }), ErrorCode::recordChanged);
}

void TestPumpStore::outlinesHaveNoTexts() {
    Case c;
    const core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    kept(c.store, exampleRefill(implant.id, "2026-03-25"));
    const core::PatientId other = c.clinic.addPatient();
    kept(c.store, exampleImplant(other));
    QCOMPARE(c.store.outlines().size(), std::size_t{2});
    const auto one = c.store.outlines(c.patient);
    QCOMPARE(one.size(), std::size_t{1});
    const core::PumpCourse& course = one.at(c.patient);
    QCOMPARE(course.settings.front().daily, core::PumpDose::micrograms(258));
    QCOMPARE(course.settings.front().periods.size(), std::size_t{4});
    QVERIFY(course.settings.front().note.empty() && course.implants.front().serial.empty());
}

void TestPumpStore::textsStandInSealedColumns() {
    Case c;
    kept(c.store, exampleTrial(c.patient));
    const core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    Query row = c.clinic.database().query("select serial_sealed from pump_implant union all select note_sealed from"
                                          " pump_trial union all select note_sealed from pump_setting union all"
                                          " select reason_sealed from pump_finding where length(reason_sealed) > 0");
    row.run();
    int count = 0;
    while (row.next())
        count += row.blob(0).isEmpty() ? 0 : 1;
    QCOMPARE(count, 4);
}

void TestPumpStore::impossibleRowsAreRefused_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("above the hard limit") << QStringLiteral("update pump_setting set daily_ng = 5000001");
    QTest::newRow("the screening strength") << QStringLiteral("update pump_refill set concentration_ng_per_ml = 50000");
    QTest::newRow("alarm above the reservoir") << QStringLiteral("update pump_implant set alarm_nl = reservoir_nl");
    QTest::newRow("taken out before it was put in")
        << QStringLiteral("update pump_implant set removed_date = '2026-01-14'");
    QTest::newRow("a fourteenth period") << QStringLiteral("update flex_period set ordinal = 14 where ordinal = 4");
    QTest::newRow("no lot") << QStringLiteral("update pump_refill set lot = ''");
    QTest::newRow("no such mode") << QStringLiteral("update pump_setting set mode = 'other'");
}
void TestPumpStore::impossibleRowsAreRefused() {
    QFETCH(const QString, sql);
    Case c;
    const core::PumpImplant implant = kept(c.store, exampleImplant(c.patient));
    kept(c.store, exampleSetting(implant.id, "2026-02-15"));
    kept(c.store, exampleRefill(implant.id, "2026-03-25"));
    QVERIFY(failureOf([&] { c.clinic.database().change(sql.toStdString()); }).has_value());
}

void TestPumpStore::modelsAreKept() {
    Case c;
    core::PumpModel model = exampleImplant(c.patient).model;
    QCOMPARE(c.store.saveModel(model, 0), 1);
    QVERIFY(c.store.models().front().model == model);
    model.serviceMonths = 60;
    QCOMPARE(c.store.saveModel(model, 1), 2);
    QCOMPARE(c.store.models().front().rowVersion, 2);
    QVERIFY(c.store.models().front().model == model);
    QCOMPARE(failureOf([&] { c.store.saveModel(model, 1); }), ErrorCode::recordChanged);
    QCOMPARE(failureOf([&] { c.store.saveModel(model, 0); }), ErrorCode::recordChanged);
}

void TestPumpStore::theAuditSaysAllOfIt() {
    Case c;
    const QJsonObject setting = toJson(exampleSetting(core::PumpImplantId("x"), "2026-02-15"));
    QCOMPARE(setting.value(QLatin1String("daily_ng")).toInt(), 258'000);
    QCOMPARE(setting.value(QLatin1String("periods")).toArray().size(), 4);
    QCOMPARE(setting.value(QLatin1String("findings")).toArray().first()[QLatin1String("reason")].toString(),
             QStringLiteral("Sehr enge Überwachung"));
    const QJsonObject refill = toJson(exampleRefill(core::PumpImplantId("x"), "2026-03-25"));
    QCOMPARE(refill.value(QLatin1String("expected_nl")).toInt(), 3'412'345);
    QCOMPARE(refill.value(QLatin1String("concentration_ng_per_ml")).toInt(), 2'000'000);
    const QJsonObject trial = toJson(exampleTrial(c.patient));
    QCOMPARE(trial.value(QLatin1String("boluses")).toArray().first()[QLatin1String("observations")].toArray().size(),
             2);
    const QJsonObject implant = toJson(exampleImplant(c.patient));
    QCOMPARE(implant.value(QLatin1String("model")).toObject().value(QLatin1String("tubing_nl")).toInt(), 199'000);
}

void TestPumpStore::whatIsWrittenAsJsonIsReadBackEqual() {
    Case c;
    const core::PumpTrial trial = exampleTrial(c.patient);
    QVERIFY(pumpTrialFromJson(toJson(trial)) == trial);
    core::PumpTrial empty;
    empty.id = nextId<core::PumpTrialId>();
    empty.patient = c.patient;
    empty.boluses.emplace_back();
    empty.boluses.back().dose = core::PumpBolus::micrograms(25);
    QVERIFY(pumpTrialFromJson(toJson(empty)) == empty);
    core::PumpImplant implant = exampleImplant(c.patient);
    QVERIFY(pumpImplantFromJson(toJson(implant)) == implant);
    QVERIFY(pumpModelFromJson(toJson(implant.model)) == implant.model);
    implant.oralBefore.reset();
    implant.removedOn = date("2026-11-01");
    implant.model.confirmedBy.clear();
    QVERIFY(pumpImplantFromJson(toJson(implant)) == implant);
    core::PumpSetting setting = exampleSetting(implant.id, "2026-02-15");
    QVERIFY(pumpSettingFromJson(toJson(setting)) == setting);
    setting.mode = core::PumpMode::periodicBolus;
    setting.periods.clear();
    setting.bolus = core::PumpBolus::micrograms(30);
    setting.bolusesPerDay = 6;
    setting.seen.clear();
    QVERIFY(pumpSettingFromJson(toJson(setting)) == setting);
    core::PumpRefill refill = exampleRefill(implant.id, "2026-03-25");
    QVERIFY(pumpRefillFromJson(toJson(refill)) == refill);
    refill.expected.reset();
    refill.aspirated.reset();
    QVERIFY(pumpRefillFromJson(toJson(refill)) == refill);
    // As text too: the same bytes again.
    QCOMPARE(jsonText(toJson(pumpTrialFromJson(jsonObject(jsonText(toJson(trial)))))), jsonText(toJson(trial)));
}

void TestPumpStore::damagedJsonIsRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value"); // undefined: the key is gone
    QTest::newRow("a key is missing") << QStringLiteral("lot") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("a key that nobody knows") << QStringLiteral("colour") << QJsonValue(QStringLiteral("red"));
    QTest::newRow("a dose as text") << QStringLiteral("filled_nl") << QJsonValue(QStringLiteral("20"));
    QTest::newRow("a volume below nothing") << QStringLiteral("aspirated_nl") << QJsonValue(-1);
    QTest::newRow("no concentration") << QStringLiteral("concentration_ng_per_ml") << QJsonValue(0);
    QTest::newRow("a day that is none") << QStringLiteral("on_date") << QJsonValue(QStringLiteral("2026-02-30"));
    QTest::newRow("findings that are none") << QStringLiteral("findings") << QJsonValue(QJsonArray{1});
}

void TestPumpStore::damagedJsonIsRefused() {
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(exampleRefill(nextId<core::PumpImplantId>(), "2026-03-25"));
    if (value.isUndefined())
        json.remove(key);
    else
        json.insert(key, value);
    QCOMPARE(failureOf([&] { pumpRefillFromJson(json); }), ErrorCode::fileDamaged);
    // A finding that was changed no longer has its fingerprint.
    QJsonObject changed = toJson(exampleRefill(nextId<core::PumpImplantId>(), "2026-03-25"));
    QJsonArray findings = changed.value(QLatin1String("findings")).toArray();
    QJsonObject finding = findings.first().toObject();
    finding.insert(QLatin1String("rule"), QStringLiteral("ITB-12"));
    findings.replace(0, finding);
    changed.insert(QLatin1String("findings"), findings);
    QCOMPARE(failureOf([&] { pumpRefillFromJson(changed); }), ErrorCode::fileDamaged);
}

QTEST_GUILESS_MAIN(TestPumpStore)
#include "tst_pump_store.moc"
