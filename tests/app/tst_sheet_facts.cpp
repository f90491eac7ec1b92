// What the summary of a visit says of the days after it (VIS-13): the dose by plan, its next change, the next review,
// and whether the patient still waits for a calendar that shows what was decided.
#include "app/sheet_facts.h"
#include "record_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::VisitChoice;

namespace {

const core::Date today = core::Date::fromIso("2026-11-22").value();

QString dateText(const std::optional<core::Date>& day) {
    return day ? QString::fromStdString(day->iso()) : QStringLiteral("none");
}

// Seen today under the plan that the record holds last, and so decided.
core::Visit seen(app::PatientRecord& record, std::optional<VisitChoice> choice) {
    core::Visit visit;
    visit.id = core::VisitId("today");
    visit.on = today;
    if (!record.revisions.empty())
        visit.revisionInForce = record.revisions.back().id;
    record.visits.push_back(visit);
    core::DecidedVisit decided;
    decided.visit = visit.id;
    decided.choice = choice;
    record.decisions.push_back(decided);
    return visit;
}

app::PatientRecord following(const core::Plan& plan) {
    app::PatientRecord record;
    record.patient.id = core::PatientId("patient");
    addRevision(record, plan);
    return record;
}

core::Plan rising() {
    return planned(titration("2026-11-02", "15", "5", 7, "45"), "TAB10");
}

} // namespace

class TestSheetFacts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDecisionWaitsForItsCalendar_data() {
        QTest::addColumn<core::Plan>("plan");
        QTest::addColumn<int>("choice");
        QTest::addColumn<bool>("waits");
        const auto row = [](const char* name, const core::Plan& plan, VisitChoice choice, bool waits) {
            QTest::newRow(name) << plan << static_cast<int>(choice) << waits;
        };
        row("back a step", rising(), VisitChoice::stepBack, true);
        row("up on a steady dose", steady("2026-01-05", "30"), VisitChoice::increase, true);
        row("slowly to nothing", steady("2026-01-05", "30"), VisitChoice::stopAndTaper, true);
        row("lower", steady("2026-01-05", "30"), VisitChoice::taperLower, true);
        row("hold before a step", rising(), VisitChoice::hold, true);
        row("maintain before a step", rising(), VisitChoice::maintain, true);
        row("hold on a steady dose", steady("2026-01-05", "30"), VisitChoice::hold, false);
        row("maintain on a steady dose", steady("2026-01-05", "30"), VisitChoice::maintain, false);
        row("on with the taper", planned(taper("2026-11-09", "60", 10, 7), "TAB10"), VisitChoice::continueTaper, false);
        row("a pump trial", rising(), VisitChoice::referForPump, false);
        row("an emergency", rising(), VisitChoice::emergency, false);
    }
    void aDecisionWaitsForItsCalendar() {
        QFETCH(const core::Plan, plan);
        QFETCH(const int, choice);
        QFETCH(const bool, waits);
        app::PatientRecord record = following(plan);
        const core::Visit visit = seen(record, static_cast<VisitChoice>(choice));
        QCOMPARE(app::visitSheetFacts(record, visit, shippedCatalogue().numbers(), today).newCalendarToCome, waits);
        // Once another version is the plan, that one is printed.
        addRevision(record, steady("2026-11-23", "20"));
        QVERIFY(!app::visitSheetFacts(record, visit, shippedCatalogue().numbers(), today).newCalendarToCome);
    }

    void nothingDecidedWaitsForNothing() {
        app::PatientRecord record = following(rising());
        const core::Visit visit = seen(record, std::nullopt);
        QVERIFY(!app::visitSheetFacts(record, visit, shippedCatalogue().numbers(), today).newCalendarToCome);
    }

    void theDaysAfterAVisit_data() {
        QTest::addColumn<app::PatientRecord>("record");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("review");
        const auto row = [](const char* name, const app::PatientRecord& record, const char* taken, const char* next,
                            const char* review) {
            QTest::newRow(name) << record << QString::fromLatin1(taken) << QString::fromLatin1(next)
                                << QString::fromLatin1(review);
        };
        // TIT-11: every 14 days from the first
        row("while the dose rises", following(rising()), "25", "2026-11-23", "2026-11-30");
        row("on a steady dose, a year later (MON-2)", following(steady("2026-01-05", "30")), "30", "none",
            "2027-11-22");
        row("without a plan", app::PatientRecord(), "none", "none", "none");
    }
    void theDaysAfterAVisit() {
        QFETCH(app::PatientRecord, record);
        QFETCH(const QString, taken);
        QFETCH(const QString, next);
        QFETCH(const QString, review);
        const core::Visit visit = seen(record, VisitChoice::continueTaper);
        const app::VisitSheetFacts facts = app::visitSheetFacts(record, visit, shippedCatalogue().numbers(), today);
        QCOMPARE(facts.taken ? QString::number(facts.taken->daily.inNanograms() / 1'000'000) : QStringLiteral("none"),
                 taken);
        QCOMPARE(dateText(facts.next ? std::optional(facts.next->on) : std::nullopt), next);
        QCOMPARE(dateText(facts.nextReview), review);
    }

    void theVisitBeforeIsTheLatestEarlierOne() {
        app::PatientRecord record = following(rising());
        for (const char* day : {"2026-11-02", "2026-11-16", "2026-11-09"}) {
            core::Visit visit;
            visit.id = core::VisitId(day);
            visit.on = date(day);
            record.visits.push_back(visit);
        }
        const core::Visit visit = seen(record, VisitChoice::hold);
        const auto facts = app::visitSheetFacts(record, visit, shippedCatalogue().numbers(), today);
        QVERIFY(facts.before);
        QCOMPARE(QString::fromStdString(facts.before->on.iso()), QStringLiteral("2026-11-16"));
        QVERIFY(!app::visitSheetFacts(record, record.visits.front(), shippedCatalogue().numbers(), today).before);
    }
};

QTEST_GUILESS_MAIN(TestSheetFacts)
#include "tst_sheet_facts.moc"
