// What was proposed and decided comes back whole, in the order of the visits, and what no program wrote is damage.
#include "clinic_values.h"
#include "storage/decision_store.h"
#include "storage/json_values.h"
#include "storage/visit_store.h"

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

core::DecidedVisit exampleDecision(const core::VisitId& visit) {
    core::DecidedVisit decided;
    decided.visit = visit;
    decided.proposal = core::Proposal::stepBack;
    decided.row.rule = "VIS-3";
    decided.row.action = core::Action::propose;
    decided.row.message = "vis-3.step-back";
    decided.row.inputs = {{"ae_grade", std::int64_t{2}}, {"daily_mg", daily("45")}, {"psychosis", false}};
    decided.row.sources = {"PD", "S11"};
    decided.proposedDose = daily("37.5");
    decided.referForPump = false;
    decided.ruleSetVersion = "2026.1";
    decided.choice = core::VisitChoice::hold;
    decided.reason = "Sie möchte abwarten";
    decided.asked = {"infection", "skin"};
    decided.who = "Dr A. Weber";
    decided.when = "2026-11-22T09:30:00.000Z";
    return decided;
}

struct Case {
    StoreFixture clinic;
    core::PatientId patient = clinic.addPatient();

    core::VisitId visit(std::string_view on) {
        const core::Visit made = exampleVisit(patient, on);
        VisitStore(clinic.database()).insert(made);
        return made.id;
    }
    DecisionStore store() { return DecisionStore(clinic.database()); }
};

} // namespace

class TestDecisionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecisionComesBackWhole_data();
    void aDecisionComesBackWhole();
    void theyStandInTheOrderOfTheVisits();
    void aCorrectionTakesItsPlace();
    void theReasonIsSealed();
    void aVisitMustBeThere();
    void anUnknownNameIsDamage();
    void theAuditSaysAllOfIt();
};

void TestDecisionStore::aDecisionComesBackWhole_data() {
    QTest::addColumn<core::DecidedVisit>("decided");
    QTest::newRow("full") << exampleDecision({});
    core::DecidedVisit open = exampleDecision({});
    open.proposal.reset();
    open.proposedDose.reset();
    open.referForPump.reset();
    open.choice.reset();
    open.reason.clear();
    open.asked.clear();
    open.row.assessed = false;
    open.row.inputs = {{"missing", std::string("ae_grade")}};
    QTest::newRow("not assessed, not decided") << open;
}

void TestDecisionStore::aDecisionComesBackWhole() {
    QFETCH(core::DecidedVisit, decided);
    Case c;
    decided.visit = c.visit("2026-11-22");
    c.store().save(decided);
    const auto found = c.store().forPatient(c.patient);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found.front() == decided);
}

void TestDecisionStore::theyStandInTheOrderOfTheVisits() {
    Case c;
    const core::VisitId later = c.visit("2026-11-22");
    const core::VisitId earlier = c.visit("2026-10-05");
    c.store().save(exampleDecision(later));
    c.store().save(exampleDecision(earlier));
    const auto found = c.store().forPatient(c.patient);
    QCOMPARE(found.size(), std::size_t{2});
    QVERIFY(found[0].visit == earlier && found[1].visit == later);
    QVERIFY(c.store().forPatient(nextId<core::PatientId>()).empty());
}

void TestDecisionStore::aCorrectionTakesItsPlace() {
    Case c;
    core::DecidedVisit decided = exampleDecision(c.visit("2026-11-22"));
    c.store().save(decided);
    decided.proposal = core::Proposal::emergency;
    decided.choice = core::VisitChoice::emergency;
    decided.reason.clear();
    c.store().save(decided);
    const auto found = c.store().forPatient(c.patient);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found.front() == decided);
}

void TestDecisionStore::theReasonIsSealed() {
    Case c;
    core::DecidedVisit decided = exampleDecision(c.visit("2026-11-22"));
    c.store().save(decided);
    const auto isEmpty = [&] {
        Query row = c.clinic.database().query("select length(reason_sealed) from visit_decision");
        row.run();
        return row.next() && row.integer(0) == 0;
    };
    QVERIFY(!isEmpty());
    decided.reason.clear();
    c.store().save(decided);
    QVERIFY(isEmpty()); // no text, nothing to seal
}

void TestDecisionStore::aVisitMustBeThere() {
    Case c;
    QVERIFY(failureOf([&] { c.store().save(exampleDecision(nextId<core::VisitId>())); }));
    QVERIFY(c.store().forPatient(c.patient).empty());
}

void TestDecisionStore::anUnknownNameIsDamage() {
    Case c;
    c.store().save(exampleDecision(c.visit("2026-11-22")));
    c.clinic.database().change("pragma ignore_check_constraints = on");
    c.clinic.database().change("update visit_decision set choice = 'GUESS'");
    QCOMPARE(failureOf([&] { c.store().forPatient(c.patient); }), ErrorCode::fileDamaged);
}

void TestDecisionStore::theAuditSaysAllOfIt() {
    const QByteArray text = jsonText(toJson(exampleDecision(nextId<core::VisitId>())));
    for (const char* part : {"\"proposal\":\"STEP-BACK\"", "\"choice\":\"HOLD\"", "\"proposed_dose_ng\":37500000",
                             "\"refer_for_pump\":false", "\"rule_set_version\":\"2026.1\"", "\"asked\":[\"infection\"",
                             "\"rule\":\"VIS-3\"", "\"decided_by\":\"Dr A. Weber\""})
        QVERIFY2(text.contains(part), part);
}

QTEST_GUILESS_MAIN(TestDecisionStore)

#include "tst_decision_store.moc"
