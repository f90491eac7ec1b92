#include "clinic_values.h"
#include "for_rule.h"
#include "storage/json_values.h"
#include "storage/plan_store.h"

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

core::Protocol exampleProtocol() {
    core::Protocol protocol;
    protocol.id = "ORAL-ADULT-VERY-SLOW";
    protocol.ruleId = "TIT-ORAL-ADULT-3";
    protocol.version = 2;
    protocol.title = "Very slow";
    protocol.edition = "2026";
    protocol.sources = {"S8", "a source; with a blank"};
    protocol.regions = {core::Region::uk, core::Region::fr};
    protocol.start = daily("5");
    protocol.increment = daily("2.5");
    protocol.intervalDays = 5;
    protocol.intervalOptions = {5, 7};
    protocol.defaultGoal = daily("50");
    protocol.ceiling = daily("80");
    protocol.softCeiling = daily("40");
    protocol.singleDoseCap = dose("20");
    protocol.split = core::SplitStrategy::evening;
    protocol.quantumAtMost = dose("2.5");
    protocol.isDefault = true;
    protocol.note = "from 5 mg a day";
    return protocol;
}

core::Plan slowTitration() {
    core::TitrationInputs inputs = titration("2026-02-26", "5", "2.5", 5, "50", core::SplitStrategy::evening);
    inputs.protocol = exampleProtocol();
    return planned(inputs, "TAB5*,TAB10");
}

core::Plan taperToZero() {
    core::TaperInputs inputs = taper("2026-08-03", "50", 10, 7);
    inputs.gentleEnd = false;
    return planned(inputs, "TAB10,TAB5");
}

QByteArray textOf(const core::Revision& revision) {
    return jsonText(toJson(revision));
}

CheckedFindings exampleFindings() {
    CheckedFindings checked;
    checked.ruleSetVersion = "2026.11";
    core::Finding finding;
    finding.rule = "TAP-8";
    finding.action = core::Action::blockOverridable;
    finding.step = 4;
    finding.message = "tap-8.half";
    finding.inputs = {{"drop_mg", daily("12.5")},
                      {"single_mg", dose("2.5")},
                      {"k_ml_min", 54.123456789},
                      {"days", std::int64_t{7}},
                      {"dialysis", false},
                      {"unit", std::string("mg/dL")},
                      {"creatinine_on", date("2026-11-01")}};
    finding.sources = {"S8", "S 9"};
    checked.findings.push_back(finding);
    finding.rule = "REN-5";
    finding.action = core::Action::inform;
    finding.step.reset();
    finding.assessed = false;
    checked.findings.push_back(finding);
    return checked;
}

Activation activation(const core::Revision& revision) {
    return {revision.id, revision.rowVersion, "Dr. Example", "2026-11-22T10:00:00.000Z", exampleFindings()};
}

} // namespace

class TestPlanStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRevisionComesBackWhole_data();
    void aRevisionComesBackWhole();
    void stepsCanBeAskedForInSql();
    void draftsAreEditedUnderTheirVersion();
    void aDraftCanBeRemovedWithItsPlan();
    void activatingSupersedesWhatWasActive();
    void onlyADraftIsActivated();
    void anActivatedRevisionNeverChanges(); // DAT-3
    void onePatientHasOneActiveRevision();
    void findingsComeBackWhole(); // DAT-4
    void withdrawing();
    void numbersCountUp();
    void historyIsInTheOrderOfActivation();
};

void TestPlanStore::aRevisionComesBackWhole_data() {
    QTest::addColumn<core::Revision>("revision");
    core::Revision titrating = exampleRevision({}, slowTitration());
    titrating.overrides = {
        {"TIT-6", 0xffff'ffff'ffff'fffeULL, "Specialist care; see letter", "Dr. Example", "2026-11-22T10:00:00Z"},
        {"TIT-7", 1, "", "Dr. Example", "2026-11-22T10:00:01Z"}};
    QTest::newRow("titration with its protocol, open at the end") << titrating;
    QTest::newRow("taper to zero, with a stop row") << exampleRevision({}, taperToZero());
    core::Plan byHand = taperToZero();
    byHand.steps[1].reason = core::StepReason::byHand;
    byHand.steps[1].overCap = true;
    byHand.steps[2].onlyAfterReview = true;
    byHand.steps[2].rules = {};
    QTest::newRow("edited by hand") << exampleRevision({}, byHand);
    QTest::newRow("bare quantum") << exampleRevision({}, planned(taper("2026-01-05", "60", 10, 7), "q 2.5"));
    QTest::newRow("liquid") << exampleRevision({}, planned(fixedTaper("2026-01-05", "20", "2.5", 7), "SOL1,TAB10"));
    QTest::newRow("no steps, no products") << exampleRevision({}, core::Plan{{}, core::TaperInputs{}, {}});
}

void TestPlanStore::aRevisionComesBackWhole() {
    const ForRule rule("DAT-2");
    QFETCH(core::Revision, revision);
    StoreFixture clinic;
    revision.patient = clinic.addPatient();
    PlanStore(clinic.database()).insert(revision);
    clinic.reopen();
    const core::Revision found = PlanStore(clinic.database()).load(revision.id);
    QVERIFY(found.plan == revision.plan);
    QCOMPARE(found.overrides, revision.overrides);
    QCOMPARE(textOf(found), textOf(revision));
    QCOMPARE(textOf(revisionFromJson(jsonObject(textOf(revision)))), textOf(revision));
}

void TestPlanStore::stepsCanBeAskedForInSql() {
    StoreFixture clinic;
    core::Revision revision = exampleRevision(clinic.addPatient(), taperToZero());
    PlanStore(clinic.database()).insert(revision);
    Query row = clinic.database().query("select from_date, morning_ng, bedtime_ng, doses_per_day from step"
                                        " where revision_id = ? and from_date <= '2026-08-03'"
                                        " and (to_date is null or to_date >= '2026-08-03')");
    row.run(revision.id);
    QVERIFY(row.next());
    QCOMPARE(row.date(0), date("2026-08-03"));
    QCOMPARE(row.amount<core::OralDose>(1), revision.plan.steps.front().split.at(core::DayPart::morning));
    QVERIFY(row.isNull(2)); // three doses a day know no bedtime, which is not a dose of zero
    QCOMPARE(row.smallInteger(3), 3);
}

void TestPlanStore::draftsAreEditedUnderTheirVersion() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    store.insert(revision);
    core::Revision stale = revision;
    revision.plan = taperToZero();
    revision.reason = "A taper after all";
    revision.overrides = {{"TAP-8", 7, "Agreed with the patient", "Dr. Example", "2026-11-22T10:00:00Z"}};
    revision.rowVersion = store.updateDraft(revision);
    QCOMPARE(textOf(store.load(revision.id)), textOf(revision));
    QCOMPARE(failureOf([&] { store.updateDraft(stale); }), ErrorCode::recordChanged);
    QCOMPARE(store.drafts(revision.patient).size(), std::size_t{1});
}

void TestPlanStore::aDraftCanBeRemovedWithItsPlan() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    revision.overrides = {{"TAP-8", 7, "x", "y", "z"}};
    store.insert(revision);
    store.removeDraft(revision.id);
    QVERIFY(store.history(revision.patient).empty());
    QCOMPARE(store.nextPlanNumber(revision.patient), 1);
    QVERIFY(clinic.database().isSound());
}

void TestPlanStore::activatingSupersedesWhatWasActive() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    QVERIFY(!store.active(patient));
    core::Revision first = exampleRevision(patient, slowTitration());
    store.insert(first);
    QVERIFY(!store.active(patient));
    store.activate(activation(first));
    core::Revision second = exampleRevision(patient, taperToZero());
    second.planNumber = 2;
    second.replaces = first.id;
    store.insert(second);
    store.activate(activation(second));

    const auto active = store.active(patient);
    QVERIFY(active);
    QCOMPARE(active->id, second.id);
    QCOMPARE(active->replaces, first.id);
    QCOMPARE(active->activatedBy, std::string("Dr. Example"));
    QCOMPARE(active->rowVersion, 2);
    QVERIFY(active->plan == second.plan);
    const core::Revision before = store.load(first.id);
    QCOMPARE(before.status, core::RevisionStatus::superseded);
    QVERIFY(before.plan == first.plan);
}

void TestPlanStore::onlyADraftIsActivated() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    store.insert(revision);
    Activation stale = activation(revision);
    stale.rowVersion = 7;
    {
        Transaction transaction(clinic.database());
        QCOMPARE(failureOf([&] { store.activate(stale); }), ErrorCode::recordChanged);
    }
    store.activate(activation(revision));
    {
        Transaction transaction(clinic.database());
        QCOMPARE(failureOf([&] { store.activate(activation(revision)); }), ErrorCode::recordChanged);
    }
    QCOMPARE(failureOf([&] { store.updateDraft(store.load(revision.id)); }), ErrorCode::recordChanged);
    QCOMPARE(failureOf([&] { store.removeDraft(revision.id); }), ErrorCode::recordChanged);
    QVERIFY(store.active(revision.patient));
}

void TestPlanStore::anActivatedRevisionNeverChanges() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    store.insert(revision);
    store.activate(activation(revision));
    Database& database = clinic.database();
    for (const char* sql :
         {"update plan_revision set inputs_json = '{}' where id = ?",
          "update plan_revision set effective_from = '2026-01-01' where id = ?",
          "update step set evening_ng = 1 where revision_id = ?", "delete from step where revision_id = ?"})
        QCOMPARE(failureOf([&] { database.change(sql, revision.id); }), ErrorCode::cannotWrite);
    QVERIFY(store.load(revision.id).plan == revision.plan);
}

void TestPlanStore::onePatientHasOneActiveRevision() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision first = exampleRevision(clinic.addPatient(), slowTitration());
    first.status = core::RevisionStatus::active;
    first.activatedBy = "a";
    first.activatedAt = "2026-01-01T00:00:00Z";
    store.insert(first);
    core::Revision second = exampleRevision(first.patient, taperToZero());
    second.planNumber = 2;
    second.status = core::RevisionStatus::active;
    second.activatedBy = "a";
    second.activatedAt = "2026-01-02T00:00:00Z";
    Transaction transaction(clinic.database());
    QCOMPARE(failureOf([&] { store.insert(second); }), ErrorCode::duplicateRecord);
}

void TestPlanStore::findingsComeBackWhole() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    store.insert(revision);
    QVERIFY(store.findings(revision.id).findings.empty());
    store.activate(activation(revision));
    clinic.reopen();
    const CheckedFindings found = PlanStore(clinic.database()).findings(revision.id);
    QVERIFY(found == exampleFindings());
    QCOMPARE(found.findings.front().fingerprint(), exampleFindings().findings.front().fingerprint());
}

void TestPlanStore::withdrawing() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    core::Revision revision = exampleRevision(clinic.addPatient(), slowTitration());
    store.insert(revision);
    QCOMPARE(failureOf([&] { store.withdraw(revision.id); }), ErrorCode::recordChanged);
    store.activate(activation(revision));
    store.withdraw(revision.id);
    QVERIFY(!store.active(revision.patient));
    QCOMPARE(store.load(revision.id).status, core::RevisionStatus::withdrawn);
}

void TestPlanStore::numbersCountUp() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    QCOMPARE(store.nextPlanNumber(patient), 1);
    core::Revision revision = exampleRevision(patient, slowTitration());
    QCOMPARE(store.nextVersion(revision.planId), 1);
    revision.planNumber = 3;
    revision.version = 5;
    store.insert(revision);
    QCOMPARE(store.nextPlanNumber(patient), 4);
    QCOMPARE(store.nextVersion(revision.planId), 6);
    core::Revision again = revision;
    again.id = nextId<core::RevisionId>();
    QCOMPARE(failureOf([&] { store.insert(again); }), ErrorCode::duplicateRecord);
}

void TestPlanStore::historyIsInTheOrderOfActivation() {
    StoreFixture clinic;
    PlanStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    std::vector<core::RevisionId> order;
    for (const char* at : {"2026-03-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", ""}) {
        core::Revision revision = exampleRevision(patient, taperToZero());
        revision.planNumber = store.nextPlanNumber(patient);
        if (*at != 0) {
            revision.status = core::RevisionStatus::superseded;
            revision.activatedBy = "a";
            revision.activatedAt = at;
        }
        store.insert(revision);
        order.push_back(revision.id);
    }
    std::vector<core::RevisionId> found;
    for (const core::Revision& revision : store.history(patient)) {
        QCOMPARE(revision.plan.steps.size(), taperToZero().steps.size());
        found.push_back(revision.id);
    }
    QCOMPARE(found, (std::vector<core::RevisionId>{order[1], order[2], order[0], order[3]}));
}

QTEST_GUILESS_MAIN(TestPlanStore)
#include "tst_plan_store.moc"
