// PED-1 to PED-9 as sums: exact, rounded down once, and bounded by age and weight.
#include "core/paediatric.h"
#include "core_values.h"
#include "shipped_numbers.h"

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

QString text(DailyDose amount) {
    return QString::fromStdString(milligramText(amount));
}

// "start / increment every days / low-high / ceiling"
QString summary(const PaediatricDosing& dosing) {
    return QStringLiteral("%1 / %2 every %3 / %4-%5 / %6")
        .arg(text(dosing.start), text(dosing.increment))
        .arg(dosing.intervalDays)
        .arg(text(dosing.maintenanceLow), text(dosing.maintenanceHigh), text(dosing.ceiling));
}

} // namespace

class TestPaediatric : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsFollowAgeAndWeight_data();
    void amountsFollowAgeAndWeight(); // PED-1, PED-2, PED-3
    void theKidneyReducesTheExactAmounts_data();
    void theKidneyReducesTheExactAmounts();
    void theEighthBirthdayRaisesTheCeiling(); // PED-4
    void theOlderBandIsThatOfTheAge_data();
    void theOlderBandIsThatOfTheAge();      // PED-5
    void smallChildrenNeedALiquid();        // PED-6
    void adolescentsMayUseAdultProtocols(); // PED-9
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
};

void TestPaediatric::amountsFollowAgeAndWeight_data() {
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("grams");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, int age, int grams, const char* quantum, const char* found) {
        QTest::newRow(name) << age << grams << QByteArray(quantum) << QString::fromLatin1(found);
    };
    row("E9", 4, 14'000, "0.5", "4 / 4 every 7 / 10.5-28 / 28");
    row("E10", 8, 31'500, "0.5", "9 / 5 every 7 / 23.5-60 / 60");
    row("E10b", 5, 18'000, "0.5", "5 / 5 every 7 / 13.5-36 / 36");
    row("a coarse tablet", 12, 24'800, "5", "5 / 5 every 7 / 15-45 / 45");
    row("never below one quantum", 2, 10'000, "5", "5 / 5 every 7 / 5-20 / 20");
    row("maintenance never above the ceiling", 4, 54'800, "1", "16 / 5 every 7 / 40-40 / 40");
    row("one gram short of the next quantum", 4, 13'333, "1", "3 / 3 every 7 / 9-26 / 26");
    row("a weight that just reaches it", 4, 13'334, "1", "4 / 4 every 7 / 10-26 / 26");
}

void TestPaediatric::amountsFollowAgeAndWeight() {
    QFETCH(int, age);
    QFETCH(int, grams);
    QFETCH(QByteArray, quantum);
    QFETCH(QString, found);
    const auto dosing = paediatricDosing({age, grams, daily(quantum.constData())}, shippedNumbers());
    QVERIFY(dosing);
    QCOMPARE(summary(*dosing), found);
}

// PED-9: 31.5 kg is 9.45, 5 and 60 mg before rounding; rounding first would lose the fractions.
void TestPaediatric::theKidneyReducesTheExactAmounts_data() {
    QTest::addColumn<int>("band");
    QTest::addColumn<QString>("found");
    QTest::newRow("R1") << 0 << QStringLiteral("9 / 5 every 7 / 23.5-60 / 60");
    QTest::newRow("R2") << 1 << QStringLiteral("6 / 3 every 7 / 23.5-40 / 40");
    QTest::newRow("R3") << 2 << QStringLiteral("4.5 / 2.5 every 7 / 23.5-30 / 30");
    QTest::newRow("R4") << 3 << QStringLiteral("3 / 1.5 every 14 / 20-20 / 20");
    QTest::newRow("R5") << 4 << QStringLiteral("3 / 1.5 every 14 / 5-5 / 5");
}

void TestPaediatric::theKidneyReducesTheExactAmounts() {
    QFETCH(int, band);
    QFETCH(QString, found);
    PaediatricInputs inputs{8, 31'500, daily("0.5")};
    inputs.renal = &shippedNumbers().ren5[static_cast<std::size_t>(band)];
    QCOMPARE(summary(paediatricDosing(inputs, shippedNumbers()).value()), found);
}

void TestPaediatric::theEighthBirthdayRaisesTheCeiling() {
    QCOMPARE(paediatricCeiling(7, 40'000, shippedNumbers()), daily("40"));
    QCOMPARE(paediatricCeiling(8, 40'000, shippedNumbers()), daily("60"));
    QCOMPARE(paediatricCeiling(8, 29'950, shippedNumbers()), daily("59.9"));
}

void TestPaediatric::theOlderBandIsThatOfTheAge_data() {
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("highest");
    QTest::newRow("under one") << 0 << QString();
    QTest::newRow("one") << 1 << QStringLiteral("20");
    QTest::newRow("two") << 2 << QStringLiteral("30");
    QTest::newRow("five") << 5 << QStringLiteral("30");
    QTest::newRow("six") << 6 << QStringLiteral("60");
    QTest::newRow("ten") << 10 << QStringLiteral("60");
    QTest::newRow("eleven") << 11 << QString();
}

void TestPaediatric::theOlderBandIsThatOfTheAge() {
    QFETCH(int, age);
    QFETCH(QString, highest);
    const auto dosing = paediatricDosing({age, 20'000, daily("1")}, shippedNumbers());
    QVERIFY(dosing);
    QCOMPARE(dosing->olderBandHigh ? text(*dosing->olderBandHigh) : QString(), highest);
}

void TestPaediatric::smallChildrenNeedALiquid() {
    QVERIFY(needsLiquid(32'999, shippedNumbers()));
    QVERIFY(!needsLiquid(33'000, shippedNumbers()));
}

void TestPaediatric::adolescentsMayUseAdultProtocols() {
    QVERIFY(mayUseAdultProtocol(16, 50'000, shippedNumbers()));
    QVERIFY(!mayUseAdultProtocol(15, 80'000, shippedNumbers()));
    QVERIFY(!mayUseAdultProtocol(16, 49'999, shippedNumbers()));
}

void TestPaediatric::whatCannotBeIsRefused_data() {
    QTest::addColumn<int>("age");
    QTest::addColumn<int>("grams");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("an adult") << 18 << 60'000 << QByteArray("1") << QByteArray("age");
    QTest::newRow("before birth") << -1 << 3'000 << QByteArray("1") << QByteArray("age");
    QTest::newRow("no weight") << 4 << 0 << QByteArray("1") << QByteArray("weight");
    QTest::newRow("no quantum") << 4 << 14'000 << QByteArray("0") << QByteArray("quantum");
}

void TestPaediatric::whatCannotBeIsRefused() {
    QFETCH(int, age);
    QFETCH(int, grams);
    QFETCH(QByteArray, quantum);
    QFETCH(QByteArray, field);
    const auto dosing = paediatricDosing({age, grams, daily(quantum.constData())}, shippedNumbers());
    QVERIFY(!dosing);
    QCOMPARE(dosing.error().code, ErrorCode::outOfRange);
    QCOMPARE(QByteArray::fromStdString(dosing.error().subject), field);
}

LENTO_CORE_TEST_MAIN(TestPaediatric)

#include "tst_paediatric.moc"
