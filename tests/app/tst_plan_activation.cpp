// Making a draft the plan: what it asks for, what it writes in one transaction, and what it leaves untouched when it
// fails.
#include "app/planning.h"
#include "record_values.h"
#include "storage/audit_store.h"
#include "storage/plan_store.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace lento;
using namespace lento::test;

namespace {

struct Case {
    TestClinic clinic;
    core::PatientId patient = clinic.addPatient();

    app::PatientRecord record() { return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value(); }
    app::PlanningContext context() { return app::planningContext(shippedCatalogue(), record(), clinic.today()); }
    core::Result<core::Revision> make(const app::Draft& draft) {
        return app::makeActive(clinic.session(), draft, context());
    }
    // Every reason that is owed, given.
    app::Draft answered(app::Draft draft) {
        const app::PatientRecord now = record();
        for (const core::Finding& finding : app::compareForFinish(now, draft, context()).owed)
            draft.overrides.push_back({finding.rule, finding.fingerprint(), "Discussed with the patient", {}, {}});
        return draft;
    }
    core::Revision makeAnswered(const app::Draft& draft) { return make(answered(draft)).value(); }
    app::Draft draft(core::Plan plan) { return app::draftNew(record(), std::move(plan)); }

    std::vector<storage::AuditLine> audit() {
        return clinic.session()
            .read([&](storage::Database& database) { return storage::AuditStore(database).forPatient(patient); })
            .value();
    }
    storage::CheckedFindings findings(const core::RevisionId& id) {
        return clinic.session()
            .read([&](storage::Database& database) { return storage::PlanStore(database).findings(id); })
            .value();
    }
};

core::Plan gentle() {
    return planned(titration("2026-11-23", "15", "5", 4, "30"), "TAB10");
}
core::Plan aboveCeiling() { // TIT-6: above 80 mg a day
    return planned(titration("2026-11-23", "15", "5", 4, "90"), "TAB10");
}

} // namespace

class TestPlanActivation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPlanIsNumberOneVersionOne() {
        Case c;
        const core::Revision made = c.makeAnswered(c.draft(gentle()));
        QCOMPARE(made.planNumber, 1);
        QCOMPARE(made.version, 1);
        QCOMPARE(made.status, core::RevisionStatus::active);
        QCOMPARE(made.author, std::string("Dr A. Weber"));
        QCOMPARE(made.activatedBy, std::string("Dr A. Weber"));
        QVERIFY(!made.activatedAt.empty());
        QVERIFY(!made.replaces);
        const app::PatientRecord record = c.record();
        QCOMPARE(record.revisions.size(), std::size_t{1});
        QCOMPARE(record.revisions.front().plan, made.plan);
        QCOMPARE(record.active()->id, made.id);
    }

    void theFindingsAreKeptWithTheRuleSetVersion() {
        Case c;
        const app::Draft draft = c.answered(c.draft(gentle()));
        const auto expected = app::compareForFinish(c.record(), draft, c.context()).findings;
        const core::Revision made = c.make(draft).value();
        const storage::CheckedFindings kept = c.findings(made.id);
        QCOMPARE(kept.ruleSetVersion, shippedCatalogue().ruleSetVersion());
        QVERIFY(kept.findings == expected);
        QVERIFY(!kept.findings.empty());
    }

    void aBlockWithoutAReasonIsRefused() {
        Case c;
        const auto refused = c.make(c.draft(aboveCeiling()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::reasonMissing);
        QVERIFY(!refused.error().values.front().empty());
        QVERIFY(c.record().revisions.empty());
    }

    void aBlankReasonIsNone() {
        Case c;
        app::Draft draft = c.answered(c.draft(aboveCeiling()));
        for (core::Override& reason : draft.overrides)
            reason.reason = " \t";
        QCOMPARE(c.make(draft).error().code, core::ErrorCode::reasonMissing);
    }

    void aReasonHoldsForItsFindingOnly() {
        Case c;
        app::Draft draft = c.answered(c.draft(aboveCeiling()));
        draft.plan = planned(titration("2026-11-23", "15", "5", 4, "95"), "TAB10");
        QCOMPARE(c.make(draft).error().code, core::ErrorCode::reasonMissing);
    }

    void reasonsAreSignedAndStored() {
        Case c;
        const core::Revision made = c.makeAnswered(c.draft(aboveCeiling()));
        QVERIFY(!made.overrides.empty());
        for (const core::Override& reason : made.overrides) {
            QCOMPARE(reason.who, std::string("Dr A. Weber"));
            QVERIFY(!reason.when.empty());
        }
        QVERIFY(c.record().revisions.front().overrides == made.overrides);
    }

    // UNI-1: above 300 mg a day.
    void aHardLimitIsNotToBeTalkedAway() {
        Case c;
        const auto refused =
            c.make(c.answered(c.draft(planned(titration("2026-11-23", "15", "15", 4, "315"), "TAB20"))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::limitHard);
        QCOMPARE(refused.error().values.front(), std::string("UNI-1"));
    }

    void aNewPlanSupersedesTheOldOne() {
        Case c;
        const core::Revision first = c.makeAnswered(c.draft(gentle()));
        const core::Revision second = c.makeAnswered(c.draft(planned(taper("2026-12-21", "30", 10, 7), "TAB10")));
        QCOMPARE(second.planNumber, 2);
        QCOMPARE(second.version, 1);
        QCOMPARE(second.replaces, first.id);
        const app::PatientRecord record = c.record();
        QCOMPARE(record.revisions.size(), std::size_t{2});
        QCOMPARE(record.revisions[0].status, core::RevisionStatus::superseded);
        QCOMPARE(record.revisions[0].plan, first.plan);
        QCOMPARE(record.inForceOn(date("2026-12-20"))->id, first.id);
        QCOMPARE(record.inForceOn(date("2026-12-21"))->id, second.id);
    }

    // DAT-3: a change is the next version of the same plan; the days before it stay as they were.
    void aHoldIsTheNextVersionWithItsPastFrozen() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        c.clinic.setToday("2026-11-29"); // 20 mg since the 27th
        const core::Plan before = c.record().active()->plan;
        app::Draft draft = app::draftHold(c.record(), c.clinic.today(), 5, shippedNumbers()).value();
        draft.reason = "Sleepy";
        const core::Revision held = c.makeAnswered(draft);
        QCOMPARE(held.planNumber, 1);
        QCOMPARE(held.version, 2);
        QCOMPARE(held.reason, std::string("Sleepy"));
        QCOMPARE(held.plan.steps.front(), before.steps.front());
        QVERIFY(core::isContiguous(held.plan.steps));
        const app::DoseTimeline timeline(c.record());
        QCOMPARE(timeline.on(date("2026-11-26"))->daily, daily("15"));
        QCOMPARE(timeline.on(date("2026-12-05"))->daily, daily("20"));
        QCOMPARE(timeline.nextChangeAfter(date("2026-11-29"))->on, date("2026-12-06"));
    }

    void pastDaysOfAPlanCannotBeChanged() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        c.clinic.setToday("2026-12-10");
        const auto refused =
            c.make(c.answered(app::draftHold(c.record(), date("2026-11-29"), 5, shippedNumbers()).value()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::dateInPast);
    }

    void aPlanThatRunsAlreadyMayBeEnteredLate() {
        Case c;
        const core::Revision made =
            c.makeAnswered(c.draft(planned(titration("2026-11-02", "15", "5", 7, "30"), "TAB10")));
        QCOMPARE(made.effectiveFrom, date("2026-11-02"));
    }

    void aDraftOfAnOlderPlanIsRefused() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        const app::Draft stale = app::draftHold(c.record(), date("2026-11-28"), 5, shippedNumbers()).value();
        c.makeAnswered(c.draft(planned(titration("2026-11-25", "15", "5", 4, "40"), "TAB10")));
        const auto refused = c.make(c.answered(stale));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::recordChanged);
    }

    void aPlanWithoutStepsIsRefused() {
        Case c;
        core::Plan plan = gentle();
        plan.steps.clear();
        QCOMPARE(c.make(c.draft(plan)).error().code, core::ErrorCode::missingField);
    }

    void itIsAuditedWithBeforeAndAfter() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        app::Draft draft = c.draft(planned(taper("2026-12-21", "30", 10, 7), "TAB10"));
        draft.reason = "No benefit";
        const core::Revision made = c.makeAnswered(draft);
        const storage::AuditEntry last = c.audit().back().entry;
        QCOMPARE(last.operation, std::string("activate-plan"));
        QCOMPARE(last.subject, made.id.text());
        QCOMPARE(last.reason, std::string("No benefit"));
        QVERIFY(!last.before.isEmpty() && !last.after.isEmpty());
        QVERIFY(last.before != last.after);
    }

    void draftsSurviveAndGoWithTheActivation() {
        Case c;
        app::Draft draft = c.answered(c.draft(aboveCeiling()));
        draft.reason = "Asked for by the ward";
        draft.rules = {"TIT-6"};
        QVERIFY(app::saveDraft(c.clinic.session(), draft));
        const std::size_t lines = c.audit().size();
        c.clinic.reopen();
        const auto loaded = app::loadDraft(c.clinic.session(), c.patient).value();
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->plan, draft.plan);
        QCOMPARE(loaded->effectiveFrom, draft.effectiveFrom);
        QCOMPARE(loaded->reason, draft.reason);
        QVERIFY(loaded->rules == draft.rules);
        QVERIFY(loaded->overrides == draft.overrides);
        QVERIFY(!loaded->basedOn && !loaded->activeThen);
        QCOMPARE(c.audit().size(), lines);

        const app::PatientRecord record = c.record();
        QVERIFY(record.draft() != nullptr);
        QCOMPARE(record.draft()->planNumber, 1);
        QVERIFY(!record.active());

        QVERIFY(c.make(*loaded));
        QVERIFY(!app::loadDraft(c.clinic.session(), c.patient).value());
        QVERIFY(c.record().draft() == nullptr);
    }

    void aDiscardedDraftIsGone() {
        Case c;
        QVERIFY(app::saveDraft(c.clinic.session(), c.draft(gentle())));
        QVERIFY(app::discardDraft(c.clinic.session(), c.patient));
        QVERIFY(!app::loadDraft(c.clinic.session(), c.patient).value());
        QVERIFY(app::discardDraft(c.clinic.session(), c.patient)); // nothing to discard is no error
    }

    void aDraftOfAChangeKnowsItsNumbers() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        QVERIFY(app::saveDraft(c.clinic.session(),
                               app::draftHold(c.record(), date("2026-11-28"), 5, shippedNumbers()).value()));
        const app::PatientRecord record = c.record();
        QCOMPARE(record.draft()->planNumber, 1);
        QCOMPARE(record.draft()->version, 2);
        const auto loaded = app::loadDraft(c.clinic.session(), c.patient).value();
        QCOMPARE(loaded->basedOn, record.active()->id);
        const app::FinishComparison page = app::compareForFinish(record, *loaded, c.context());
        QCOMPARE(QString::fromStdString(page.next.plan), QStringLiteral("1, version 2"));
    }

    // Any statement of the transaction may be the one that fails.
    void aFailureLeavesEverythingAsItWas() {
        Case c;
        c.makeAnswered(c.draft(gentle()));
        const app::Draft draft = c.answered(c.draft(planned(taper("2026-12-21", "30", 10, 7), "TAB10")));
        QVERIFY(app::saveDraft(c.clinic.session(), draft));
        const std::size_t lines = c.audit().size();
        int failures = 0;
        for (int n = 1; n < 200; ++n) {
            // The counter is set on the connection of the Session through a read that does nothing else.
            QVERIFY(c.clinic.session().read([n](storage::Database& database) { database.failWrite(n, 13); }));
            const auto made = c.make(draft);
            QVERIFY(c.clinic.session().read([](storage::Database& database) { database.failWrite(0, 0); }));
            if (made)
                break;
            ++failures;
            QCOMPARE(made.error().code, core::ErrorCode::diskFull);
            const app::PatientRecord record = c.record();
            QCOMPARE(record.active()->planNumber, 1);
            QVERIFY(record.draft() != nullptr);
            QCOMPARE(c.audit().size(), lines);
        }
        QVERIFY(failures > 5);
        QCOMPARE(c.record().active()->planNumber, 2);
    }
};

QTEST_GUILESS_MAIN(TestPlanActivation)
#include "tst_plan_activation.moc"
