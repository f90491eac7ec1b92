// The checklist of withdrawal that is open at a visit, and at which visit it was answered (WDL-5).
#include "app/withdrawal_check.h"
#include "record_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

// Down from 60 mg by 5 mg each Monday since 09-Nov-2026.
app::PatientRecord goingDown() {
    app::PatientRecord record;
    addRevision(record, steady("2026-01-05", "60"));
    addRevision(record, planned(taper("2026-11-09", "60", 10, 7), "TAB10"));
    return record;
}

core::Visit visitOn(std::string_view day, const char* id) {
    core::Visit visit;
    visit.id = core::VisitId(id);
    visit.on = date(day);
    return visit;
}

core::Visit answered(std::string_view day, const char* id, std::vector<std::string> signs) {
    core::Visit visit = visitOn(day, id);
    visit.withdrawalSigns = std::move(signs);
    return visit;
}

} // namespace

class TestWithdrawalCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLatestAnswerSinceTheStepCounts() {
        app::PatientRecord record = goingDown();
        record.visits = {answered("2026-11-13", "before", {"seizure"}), // of the step before
                         answered("2026-11-16", "first", {"tremor"}), visitOn("2026-11-17", "silent")};
        const core::Visit now = visitOn("2026-11-18", "now");
        auto check = app::withdrawalCheck(record, now, shippedCatalogue());
        QVERIFY(check && check->watch.dose == daily("50"));
        QCOMPARE(check->answeredOn, date("2026-11-16"));
        QCOMPARE(check->grade, 2);

        record.visits.push_back(answered("2026-11-18", "later", {}));
        check = app::withdrawalCheck(record, now, shippedCatalogue());
        QCOMPARE(check->answeredOn, date("2026-11-18"));
        QCOMPARE(check->grade, 0);
    }

    void theVisitItselfAndDraftsAreNoAnswer() {
        app::PatientRecord record = goingDown();
        core::Visit draft = answered("2026-11-17", "draft", {"tremor"});
        draft.draft = true;
        record.visits = {draft, answered("2026-11-18", "now", {"tremor"}), answered("2026-11-20", "after", {})};
        const auto check = app::withdrawalCheck(record, record.visits[1], shippedCatalogue());
        QVERIFY(check && !check->answeredOn && !check->grade);
    }

    void nothingIsOpenWithoutAStepDown() {
        app::PatientRecord record;
        QVERIFY(!app::withdrawalCheck(record, visitOn("2026-11-18", "now"), shippedCatalogue()));
        addRevision(record, steady("2026-01-05", "60"));
        QVERIFY(!app::withdrawalCheck(record, visitOn("2026-11-18", "now"), shippedCatalogue()));
    }

    // Asked for while the taper runs, two weeks after its end, and after a sudden stop.
    void whenSignsAreAskedFor() {
        const core::RuleNumbers& numbers = shippedCatalogue().numbers();
        const app::PatientRecord record = goingDown();
        QVERIFY(!app::asksForWithdrawal(record, visitOn("2026-11-08", "v"), numbers));
        QVERIFY(app::asksForWithdrawal(record, visitOn("2026-11-09", "v"), numbers));
        const core::Date stop = record.active()->plan.steps.back().span.first;
        QVERIFY(app::isTapering(record, stop + 13, numbers)); // WDL-5
        QVERIFY(!app::isTapering(record, stop + 14, numbers));
        app::PatientRecord steadily;
        addRevision(steadily, steady("2026-01-05", "60"));
        core::Visit stopped = visitOn("2026-11-18", "v");
        QVERIFY(!app::asksForWithdrawal(steadily, stopped, numbers));
        stopped.stoppedHours = 20;
        QVERIFY(app::asksForWithdrawal(steadily, stopped, numbers));
    }
};

QTEST_GUILESS_MAIN(TestWithdrawalCheck)
#include "tst_withdrawal_check.moc"
