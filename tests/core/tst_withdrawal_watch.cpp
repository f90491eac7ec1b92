// How long withdrawal is watched for after each step of a taper and its end, to the day (WDL-5).
#include "core/withdrawal_watch.h"
#include "plan_values.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

class TestWithdrawalWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStepDownIsWatchedForItsDays_data() {
        QTest::addColumn<int>("interval");
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("found"); // first last call dose; empty: none
        const auto row = [](const char* name, int interval, const char* day, const char* found) {
            QTest::newRow(name) << interval << QByteArray(day) << QByteArray(found);
        };
        // 60 mg down by 6 to 5 mg a step from 05-Jan-2026.
        row("before the plan", 14, "2026-01-04", "");
        row("WDL-5 the day of the step", 14, "2026-01-05", "2026-01-05 2026-01-11 2026-01-07 55");
        row("WDL-5 the seventh day", 14, "2026-01-11", "2026-01-05 2026-01-11 2026-01-07 55");
        row("the eighth day", 14, "2026-01-12", "");
        row("the next step begins anew", 7, "2026-01-12", "2026-01-12 2026-01-18 2026-01-14 50");
        row("WDL-5 the day of the stop", 7, "2026-03-23", "2026-03-23 2026-04-05 2026-03-25 0");
        row("WDL-5 the fourteenth day", 7, "2026-04-05", "2026-03-23 2026-04-05 2026-03-25 0");
        row("the fifteenth day", 7, "2026-04-06", "");
    }
    void aStepDownIsWatchedForItsDays() {
        QFETCH(int, interval);
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, found);
        const Plan plan = planned(taper("2026-01-05", "60", 10, interval));
        const auto watch = withdrawalWatch(plan, date(day.constData()), shippedNumbers());
        QCOMPARE(watch.has_value(), !found.isEmpty());
        if (!watch)
            return;
        const QByteArray text = QByteArray::fromStdString(watch->days.first.iso()) + ' ' +
                                QByteArray::fromStdString(watch->days.last->iso()) + ' ' +
                                QByteArray::fromStdString(watch->callOn.iso()) + ' ' +
                                QByteArray::fromStdString(milligramText(watch->dose));
        QCOMPARE(text, found);
        QCOMPARE(watch->stopped, watch->dose.isZero());
    }

    void noOtherPlanIsWatched() {
        QVERIFY(!withdrawalWatch(planned(titration("2026-01-05", "15", "5", 7, "30")), date("2026-01-12"),
                                 shippedNumbers()));
        // Back up by a step: nothing went down on that day.
        const auto back = steppedBack(planned(taper("2026-01-05", "60", 10, 7)), date("2026-01-13"));
        QVERIFY(back);
        QVERIFY(!withdrawalWatch(*back, date("2026-01-13"), shippedNumbers()));
    }
};

LENTO_CORE_TEST_MAIN(TestWithdrawalWatch)
#include "tst_withdrawal_watch.moc"
