#include "core/split.h"
#include "core_values.h"
#include "for_rule.h"

using namespace lento::core;
using namespace lento::test;

namespace {

SplitRules rules(int dosesPerDay, SplitStrategy strategy, std::string_view quantum, std::string_view cap = "20") {
    SplitRules made;
    made.dosesPerDay = dosesPerDay;
    made.strategy = strategy;
    made.quantum = dose(quantum);
    made.singleDoseCap = dose(cap);
    return made;
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysAreSplit_data();
    void daysAreSplit();
    void whatNoSplitKeepsUnderTheCapIsFlagged_data();
    void whatNoSplitKeepsUnderTheCapIsFlagged();
    void dosesPerDayRiseWithTheCap_data();
    void dosesPerDayRiseWithTheCap();
    void fixedNumberOfDosesStays();
    void timesOfDay();
    void partsAreAskedByName();
    void noDosesAreNothing();
};

void TestSplit::daysAreSplit_data() {
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<int>("dosesPerDay");
    QTest::addColumn<SplitStrategy>("strategy");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QString>("split");
    const auto row = [](const char* name, const char* total, int doses, SplitStrategy strategy, const char* q,
                        const QString& split) {
        QTest::newRow(name) << QByteArray(total) << doses << strategy << QByteArray(q) << split;
    };
    constexpr auto equal = SplitStrategy::equal;
    constexpr auto evening = SplitStrategy::evening;
    row("E23 55", "55", 3, equal, "5", QStringLiteral("15 / 20 / 20"));
    row("E23 50", "50", 3, equal, "5", QStringLiteral("15 / 15 / 20"));
    row("E23 5", "5", 3, equal, "5", QStringLiteral("0 / 0 / 5"));
    row("E23 50 evening q 2.5", "50", 3, evening, "2.5", QStringLiteral("15 / 15 / 20"));
    row("E23 35 evening", "35", 3, evening, "5", QStringLiteral("10 / 10 / 15"));
    row("E23 65 goes to four doses", "65", 3, equal, "5", QStringLiteral("15 / 15 / 15 / 20"));
    row("E23 25 twice", "25", 2, evening, "5", QStringLiteral("10 / 15"));
    row("E23 10.5 in four", "10.5", 4, equal, "0.5", QStringLiteral("2.5 / 2.5 / 2.5 / 3"));
    row("E3 step 1", "5", 3, evening, "2.5", QStringLiteral("0 / 2.5 / 2.5"));
    row("E3 step 3", "10", 3, evening, "2.5", QStringLiteral("2.5 / 2.5 / 5"));
    row("E3 step 18", "47.5", 3, evening, "2.5", QStringLiteral("12.5 / 15 / 20"));
    row("E4 step 2", "75", 3, equal, "5", QStringLiteral("15 / 20 / 20 / 20"));
    row("E10b", "5", 4, equal, "0.5", QStringLiteral("1 / 1 / 1.5 / 1.5"));
    row("E13 step 9", "5", 4, equal, "5", QStringLiteral("0 / 0 / 0 / 5"));
    row("once a day is the evening", "5", 1, equal, "5", QStringLiteral("5"));
    row("once a day cannot hold 70", "70", 1, evening, "2.5", QStringLiteral("15 / 17.5 / 17.5 / 20"));
    row("over the cap moves to the latest of the smallest", "70", 3, evening, "5", QStringLiteral("15 / 15 / 20 / 20"));
    row("twice cannot hold 57", "57", 2, evening, "1", QStringLiteral("18 / 19 / 20"));
    row("a coarse product", "30", 4, equal, "15", QStringLiteral("0 / 0 / 15 / 15"));
    row("exactly the cap", "60", 3, equal, "5", QStringLiteral("20 / 20 / 20"));
    row("nothing", "0", 3, equal, "5", QStringLiteral("0 / 0 / 0"));
}

void TestSplit::daysAreSplit() {
    const ForRule rule("SPL-2, SPL-3, SPL-5");
    QFETCH(QByteArray, total);
    QFETCH(int, dosesPerDay);
    QFETCH(SplitStrategy, strategy);
    QFETCH(QByteArray, quantum);
    QFETCH(QString, split);
    const SplitResult made = splitDay(daily(total.constData()), rules(dosesPerDay, strategy, quantum.constData()));
    QCOMPARE(splitText(made.split), split);
    QCOMPARE(made.split.total(), daily(total.constData()));
    QVERIFY(!made.overCap);
}

void TestSplit::whatNoSplitKeepsUnderTheCapIsFlagged_data() {
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QByteArray>("cap");
    QTest::addColumn<QString>("split");
    QTest::newRow("above 80 mg") << QByteArray("85") << QByteArray("5") << QByteArray("20")
                                 << QStringLiteral("20 / 20 / 20 / 25");
    QTest::newRow("a cap between two multiples")
        << QByteArray("75") << QByteArray("15") << QByteArray("20") << QStringLiteral("15 / 15 / 15 / 30");
    QTest::newRow("a cap below the quantum")
        << QByteArray("15") << QByteArray("15") << QByteArray("10") << QStringLiteral("0 / 0 / 0 / 15");
}

void TestSplit::whatNoSplitKeepsUnderTheCapIsFlagged() {
    QFETCH(QByteArray, total);
    QFETCH(QByteArray, quantum);
    QFETCH(QByteArray, cap);
    QFETCH(QString, split);
    const SplitResult made =
        splitDay(daily(total.constData()), rules(3, SplitStrategy::equal, quantum.constData(), cap.constData()));
    QVERIFY(made.overCap);
    QCOMPARE(splitText(made.split), split);
    QCOMPARE(made.split.total(), daily(total.constData()));
}

void TestSplit::dosesPerDayRiseWithTheCap_data() {
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<int>("asked");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<int>("doses");
    QTest::newRow("60 in three") << QByteArray("60") << 3 << QByteArray("5") << 3;
    QTest::newRow("65 needs four") << QByteArray("65") << 3 << QByteArray("5") << 4;
    QTest::newRow("5 in four stays four") << QByteArray("5") << 4 << QByteArray("5") << 4;
    QTest::newRow("25 once needs two") << QByteArray("25") << 1 << QByteArray("5") << 2;
    QTest::newRow("100 never needs five") << QByteArray("100") << 3 << QByteArray("5") << 4;
    // 20 mg is no multiple of 15: only 15 mg fits under it.
    QTest::newRow("the cap is rounded down to the quantum") << QByteArray("60") << 3 << QByteArray("15") << 4;
}

void TestSplit::dosesPerDayRiseWithTheCap() {
    const ForRule rule("SPL-4");
    QFETCH(QByteArray, total);
    QFETCH(int, asked);
    QFETCH(QByteArray, quantum);
    QFETCH(int, doses);
    QCOMPARE(dosesPerDayFor(daily(total.constData()), rules(asked, SplitStrategy::equal, quantum.constData())), doses);
}

void TestSplit::fixedNumberOfDosesStays() {
    const SplitResult three = splitDayAt(daily("65"), rules(3, SplitStrategy::equal, "5"));
    QCOMPARE(splitText(three.split), QStringLiteral("20 / 20 / 25"));
    QVERIFY(three.overCap);
    const SplitResult four = splitDayAt(daily("35"), rules(4, SplitStrategy::equal, "5"));
    QCOMPARE(splitText(four.split), QStringLiteral("5 / 10 / 10 / 10"));
    QVERIFY(!four.overCap);
}

void TestSplit::timesOfDay() {
    const ForRule rule("SPL-1");
    const auto parts = [](int doses) {
        const auto span = dayParts(doses);
        return std::vector<DayPart>(span.begin(), span.end());
    };
    QVERIFY(parts(1) == std::vector{DayPart::evening});
    QVERIFY((parts(2) == std::vector{DayPart::morning, DayPart::evening}));
    QVERIFY((parts(3) == std::vector{DayPart::morning, DayPart::midday, DayPart::evening}));
    QVERIFY((parts(4) == std::vector{DayPart::morning, DayPart::midday, DayPart::evening, DayPart::bedtime}));
}

void TestSplit::partsAreAskedByName() {
    const DoseSplit split = splitDay(daily("25"), rules(2, SplitStrategy::evening, "5")).split;
    QCOMPARE(split.at(DayPart::morning), dose("10"));
    QCOMPARE(split.at(DayPart::midday), dose("0"));
    QCOMPARE(split.at(DayPart::evening), dose("15"));
    QCOMPARE(split.at(DayPart::bedtime), dose("0"));
    QCOMPARE(split.largest(), dose("15"));
}

void TestSplit::noDosesAreNothing() {
    const DoseSplit none;
    QCOMPARE(none.dosesPerDay(), 0);
    QVERIFY(none.parts().empty());
    QCOMPARE(none.total(), DailyDose());
    QCOMPARE(none.largest(), OralDose());
}

LENTO_CORE_TEST_MAIN(TestSplit)

#include "tst_split.moc"
