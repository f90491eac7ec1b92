// One dated line of doses over all revisions (DAT-3), and the tablets at home (DSP-5).
#include "app/timeline.h"
#include "record_values.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

QString dayText(const std::optional<app::DayDose>& day) {
    if (!day)
        return QStringLiteral("nothing");
    static const QStringList changes{QStringLiteral("none"), QStringLiteral("up"), QStringLiteral("down"),
                                     QStringLiteral("stop"), QStringLiteral("start")};
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(day->on.iso()), QString::fromStdString(core::milligramText(day->daily)),
             changes.at(static_cast<int>(day->change)));
}

// 60 mg from January; from 23 November 10 % a week of it down to nothing.
app::PatientRecord tapering() {
    app::PatientRecord record;
    addRevision(record, steady("2026-01-05", "60"));
    addRevision(record, planned(taper("2026-11-23", "60", 10, 7), "TAB10"));
    return record;
}

// Every day of a revision looked up the slow way.
std::optional<core::DailyDose> doseByHand(const app::PatientRecord& record, core::Date day) {
    const core::Revision* revision = record.inForceOn(day);
    const core::Step* step = revision == nullptr ? nullptr : revision->plan.stepOn(day);
    return step == nullptr ? std::nullopt : std::optional(step->daily());
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysSinceWhenItIsTaken_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("since"); // empty: not on that day
        QTest::newRow("before any plan") << "2026-01-04"
                                         << "";
        QTest::newRow("first day") << "2026-01-05"
                                   << "2026-01-05";
        QTest::newRow("over a change of plan") << "2026-11-30"
                                               << "2026-01-05";
        QTest::newRow("last dose") << "2027-02-07"
                                   << "2026-01-05";
        QTest::newRow("stop") << "2027-02-08"
                              << "";
        QTest::newRow("taken up again") << "2027-05-01"
                                        << "2027-04-01";
    }
    void saysSinceWhenItIsTaken() {
        QFETCH(const QString, day);
        QFETCH(const QString, since);
        app::PatientRecord record = tapering();
        addRevision(record, steady("2027-04-01", "15"));
        const auto found = app::DoseTimeline(record).takenSince(date(day.toStdString()));
        QCOMPARE(found ? QString::fromStdString(found->iso()) : QString(), since);
    }

    void saysTheDoseOfADay_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("expected");
        QTest::newRow("before any plan") << "2026-01-04"
                                         << "nothing";
        QTest::newRow("first day") << "2026-01-05"
                                   << "2026-01-05 60 start";
        QTest::newRow("second day") << "2026-01-06"
                                    << "2026-01-06 60 none";
        QTest::newRow("eve of the taper") << "2026-11-22"
                                          << "2026-11-22 60 none";
        QTest::newRow("first step down") << "2026-11-23"
                                         << "2026-11-23 55 down";
        QTest::newRow("last day of a step") << "2026-11-29"
                                            << "2026-11-29 55 none";
        QTest::newRow("last dose") << "2027-02-07"
                                   << "2027-02-07 5 none";
        QTest::newRow("stop") << "2027-02-08"
                              << "2027-02-08 0 stop";
        QTest::newRow("long after") << "2028-02-08"
                                    << "2028-02-08 0 none";
    }
    void saysTheDoseOfADay() {
        QFETCH(QString, day);
        QFETCH(QString, expected);
        const app::DoseTimeline timeline(tapering());
        QCOMPARE(dayText(timeline.on(date(day.toStdString()))), expected);
    }

    void findsTheNextChange_data() {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("before the beginning") << "2025-12-31"
                                              << "2026-01-05 60 start";
        QTest::newRow("on the first day") << "2026-01-05"
                                          << "2026-11-23 55 down";
        QTest::newRow("within a step") << "2026-11-25"
                                       << "2026-11-30 50 down";
        QTest::newRow("before the stop") << "2027-02-02"
                                         << "2027-02-08 0 stop";
        QTest::newRow("after the stop") << "2027-02-08"
                                        << "nothing";
    }
    void findsTheNextChange() {
        QFETCH(QString, after);
        QFETCH(QString, expected);
        const app::DoseTimeline timeline(tapering());
        QCOMPARE(dayText(timeline.nextChangeAfter(date(after.toStdString()))), expected);
    }

    void draftsAndWithdrawnPlansDoNotCount() {
        app::PatientRecord record = tapering();
        addRevision(record, steady("2026-11-22", "100"), {}, core::RevisionStatus::draft);
        addRevision(record, steady("2026-11-22", "90"), {}, core::RevisionStatus::withdrawn);
        QCOMPARE(dayText(app::DoseTimeline(record).on(date("2026-11-22"))), QStringLiteral("2026-11-22 60 none"));
    }

    void aDraftIsSeenAsIfItWereThePlan() {
        app::PatientRecord record = tapering();
        core::Revision draft = addRevision(record, steady("2026-12-01", "40"), {}, core::RevisionStatus::draft);
        const app::DoseTimeline timeline(record, draft);
        QCOMPARE(dayText(timeline.on(date("2026-11-30"))), QStringLiteral("2026-11-30 50 down"));
        QCOMPARE(dayText(timeline.on(date("2026-12-01"))), QStringLiteral("2026-12-01 40 down"));
        QCOMPARE(timeline.on(date("2026-12-01"))->revision, std::size_t{2});
        draft.id = {};
        QCOMPARE(app::DoseTimeline(record, draft).on(date("2026-12-01"))->revision, record.revisions.size());
    }

    void aLaterRevisionThatBeginsEarlierHidesTheOne() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-01", "30"));
        addRevision(record, steady("2026-03-01", "40"));
        addRevision(record, steady("2026-02-01", "50"));
        const app::DoseTimeline timeline(record);
        QCOMPARE(timeline.stretches().size(), std::size_t{2});
        QCOMPARE(dayText(timeline.on(date("2026-01-31"))), QStringLiteral("2026-01-31 30 none"));
        QCOMPARE(dayText(timeline.on(date("2026-03-15"))), QStringLiteral("2026-03-15 50 none"));
    }

    void theSameDoseUnderANewRevisionIsNoChange() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-01", "30"));
        addRevision(record, steady("2026-02-01", "30"));
        const app::DoseTimeline timeline(record);
        QCOMPARE(dayText(timeline.on(date("2026-02-01"))), QStringLiteral("2026-02-01 30 none"));
        QCOMPARE(timeline.on(date("2026-02-01"))->revision, std::size_t{1});
        QCOMPARE(dayText(timeline.nextChangeAfter(date("2026-01-05"))), QStringLiteral("nothing"));
    }

    void otherTimesOfTheSameDoseAreAChangeOfTheSplit() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-01", "30"));
        core::TitrationInputs twice = titration("2026-02-01", "30", "5", 7, "30");
        twice.dosesPerDay = 2;
        addRevision(record, planned(twice, "TAB10"));
        const auto next = app::DoseTimeline(record).nextChangeAfter(date("2026-01-05"));
        QCOMPARE(dayText(next), QStringLiteral("2026-02-01 30 none"));
    }

    // Ten years of revisions, each day against a search through all of them.
    void agreesWithTheRecordOnEveryDay() {
        app::PatientRecord record;
        quint32 random = 7;
        core::Date from = date("2016-01-04");
        for (int i = 0; i < 40; ++i) {
            random = random * 1664525U + 1013904223U;
            const std::string mg = std::to_string(20 + 10 * (random >> 28U));
            if (i % 3 == 2)
                addRevision(record, planned(taper(from.iso(), mg, 10, 7), "TAB10"));
            else
                addRevision(record, planned(titration(from.iso(), "10", "5", 7, mg), "TAB10"));
            from = from + 20 + static_cast<int>((random >> 20U) % 120U);
            if (i % 7 == 6)
                from = from - 60;
        }
        const app::DoseTimeline timeline(record);
        for (core::Date day = date("2015-12-25"); day < date("2027-01-01"); day = day + 1) {
            const auto found = timeline.on(day);
            const auto expected = doseByHand(record, day);
            QCOMPARE(found.has_value(), expected.has_value());
            if (found)
                QCOMPARE(found->daily, *expected);
        }
        for (std::size_t i = 1; i < timeline.stretches().size(); ++i) {
            const core::DateSpan& before = timeline.stretches()[i - 1].span;
            QVERIFY(before.last && *before.last < timeline.stretches()[i].span.first);
        }
    }

    // experience.md: 136 tablets of 10 mg at 6 a day and then the taper last until 19 December.
    void tabletsAtHomeLastUntil() {
        app::PatientRecord record = tapering();
        record.dispensed = {handedOut("2026-11-22", "TAB10", 136)};
        const auto forecast = app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-22"),
                                                  {core::Weekday::saturday, core::Weekday::sunday}, shippedNumbers());
        QCOMPARE(forecast.lines.size(), std::size_t{1});
        QCOMPARE(forecast.lines.front().tabletsLeft, std::int64_t{136});
        QVERIFY(forecast.lastsUntil && forecast.renewBy);
        QCOMPARE(*forecast.lastsUntil, date("2026-12-19"));
        QCOMPARE(*forecast.renewBy, date("2026-12-11")); // the 12th is a Saturday
    }

    void renewalFollowsTheNumbers_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("renewBy");
        QTest::newRow("DSP-5 on the last day") << 0 << "2026-12-18"; // the 19th is a Saturday
        QTest::newRow("DSP-5 a day before") << 1 << "2026-12-18";
        QTest::newRow("DSP-5 two days before") << 2 << "2026-12-17";
        QTest::newRow("DSP-5 a fortnight before") << 14 << "2026-12-04";
    }
    void renewalFollowsTheNumbers() {
        QFETCH(const int, days);
        core::RuleNumbers other = shippedNumbers();
        other.dsp5.renewBeforeDays = days;
        app::PatientRecord record = tapering();
        record.dispensed = {handedOut("2026-11-22", "TAB10", 136)};
        const auto forecast = app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-22"),
                                                  {core::Weekday::saturday, core::Weekday::sunday}, other);
        QVERIFY(forecast.renewBy);
        QTEST(QString::fromStdString(forecast.renewBy->iso()), "renewBy");
    }

    void whatTheLineTookSinceIsGone_data() {
        QTest::addColumn<QString>("today");
        QTest::addColumn<int>("left");
        QTest::addColumn<QString>("until");
        QTest::newRow("the day itself") << "2026-10-01" << 60 << "2026-10-10";
        QTest::newRow("next day") << "2026-10-02" << 54 << "2026-10-10";
        QTest::newRow("day of the second box") << "2026-10-09" << 12 + 100 << "2026-10-26";
        QTest::newRow("after it") << "2026-10-10" << 106 << "2026-10-26";
        QTest::newRow("run out long ago") << "2026-11-20" << 0 << "2026-11-19";
    }
    void whatTheLineTookSinceIsGone() {
        QFETCH(QString, today);
        QFETCH(int, left);
        QFETCH(QString, until);
        app::PatientRecord record;
        addRevision(record, steady("2026-01-05", "60"));
        record.dispensed = {handedOut("2026-10-01", "TAB10", 60), handedOut("2026-10-09", "TAB10", 100)};
        const auto forecast =
            app::supplyForecast(record, app::DoseTimeline(record), date(today.toStdString()), {}, shippedNumbers());
        QCOMPARE(forecast.lines.front().tabletsLeft, std::int64_t{left});
        QVERIFY(forecast.lastsUntil);
        QCOMPARE(QString::fromStdString(forecast.lastsUntil->iso()), until);
    }

    void enoughForTheWholeTaperNeedsNoRenewal() {
        app::PatientRecord record = tapering();
        record.dispensed = {handedOut("2026-11-23", "TAB10", 231)};
        const auto forecast =
            app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-23"), {}, shippedNumbers());
        QCOMPARE(*forecast.lastsUntil, date("2027-02-07"));
        QVERIFY(!forecast.renewBy);
        record.dispensed.front().tablets = 230;
        const auto short1 =
            app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-23"), {}, shippedNumbers());
        QVERIFY(*short1.lastsUntil < date("2027-02-07"));
        QVERIFY(short1.renewBy.has_value());
    }

    void nothingIsSaidWhenNothingWasHandedOut() {
        const app::PatientRecord record = tapering();
        const auto forecast =
            app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-22"), {}, shippedNumbers());
        QVERIFY(forecast.lines.empty());
        QVERIFY(!forecast.lastsUntil);
        QVERIFY(!forecast.renewBy);
    }

    void aDoseThatNoTabletsMakeNamesNoDay() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-05", "60", "q 5"));
        record.dispensed = {handedOut("2026-11-01", "TAB10", 100)};
        const auto forecast =
            app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-01"), {}, shippedNumbers());
        QVERIFY(!forecast.lastsUntil);
    }

    void aMissingStrengthEndsTheSupply() {
        app::PatientRecord record;
        addRevision(record, steady("2026-01-05", "45", "TAB10-,TAB5"));
        record.dispensed = {handedOut("2026-11-01", "TAB10", 100)};
        const auto forecast =
            app::supplyForecast(record, app::DoseTimeline(record), date("2026-11-01"), {}, shippedNumbers());
        QCOMPARE(*forecast.lastsUntil, date("2026-10-31"));
    }
};

QTEST_APPLESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
