#include "core/dispense.h"
#include "core_values.h"

using namespace lento::core;
using namespace lento::test;

class TestDispense : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dosesAreMade_data();
    void dosesAreMade();
    void whatCannotBeMadeHasNeighbours_data();
    void whatCannotBeMadeHasNeighbours();
    void whatCanBeMadeIsItsOwnNeighbour();
    void nothingIsOfferedAbove300();
    void volumesAreMeasured_data();
    void volumesAreMeasured();
    void setsKnowTheirQuantum_data();
    void setsKnowTheirQuantum();
    void setsAreRefused_data();
    void setsAreRefused();
    void aBareQuantumHasNoProducts();
};

void TestDispense::dosesAreMade_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QString>("pieces");
    const auto row = [](const char* name, const char* amount, const char* set, const QString& pieces) {
        QTest::newRow(name) << QByteArray(amount) << QByteArray(set) << pieces;
    };
    row("E24 15 from 10*", "15", "TAB10", QStringLiteral("1 TAB10 + half TAB10"));
    row("E24 15 from 10*, 5", "15", "TAB10,TAB5", QStringLiteral("1 TAB10 + 1 TAB5"));
    row("E24 25 from 20*, 10*", "25", "TAB20,TAB10", QStringLiteral("1 TAB20 + half TAB10"));
    row("E24 35 from 20*, 10*", "35", "TAB20,TAB10", QStringLiteral("1 TAB20 + 1 TAB10 + half TAB10"));
    row("E24 20 from 15, 5", "20", "TAB15,TAB5", QStringLiteral("1 TAB15 + 1 TAB5"));
    row("zero", "0", "TAB10", QStringLiteral("nothing"));
    row("fewest halves before fewest pieces", "15", "TAB20,TAB5", QStringLiteral("3 TAB5"));
    row("fewest pieces: the largest first would take three", "30", "TAB20-,TAB15,TAB5", QStringLiteral("2 TAB15"));
    row("the largest first would fail", "30", "TAB20-,TAB15", QStringLiteral("2 TAB15"));
    row("the larger strength", "25", "TAB20,TAB15,TAB10,TAB5", QStringLiteral("1 TAB20 + 1 TAB5"));
    row("the larger strength of three", "20", "TAB15,TAB10,TAB5", QStringLiteral("1 TAB15 + 1 TAB5"));
    row("the larger strength in the set's order", "20", "TAB10,TAB15,TAB5", QStringLiteral("2 TAB10"));
    row("a half of each of two strengths", "17.5", "TAB20,TAB15*", QStringLiteral("half TAB20 + half TAB15"));
    row("half a 5", "2.5", "TAB10,TAB5*", QStringLiteral("half TAB5"));
    row("27.5 from 5*, 20", "27.5", "TAB5*,TAB20", QStringLiteral("1 TAB20 + 1 TAB5 + half TAB5"));
    row("12.5 from 5*, 20, 15", "12.5", "TAB5*,TAB20,TAB15", QStringLiteral("2 TAB5 + half TAB5"));
    row("French 40", "60", "BAC40,TAB10", QStringLiteral("1 BAC40 + 2 TAB10"));
    row("packets", "15", "GRA5,GRA10,GRA20", QStringLiteral("1 GRA10 + 1 GRA5"));
    row("many tablets", "100000", "BAC40,TAB20,TAB15,TAB10,TAB5*", QStringLiteral("2500 BAC40"));
    row("E25 12.5 at 5 mg/mL", "12.5", "SUS5", QStringLiteral("2.5 mL SUS5"));
    row("E25 12.5 at 1 mg/mL", "12.5", "SOL1", QStringLiteral("12.5 mL SOL1"));
    row("E25 7.5 at 5 mg/mL", "7.5", "SUS5", QStringLiteral("1.5 mL SUS5"));
    row("E25 3 at 2 mg/mL", "3", "SOL2", QStringLiteral("1.5 mL SOL2"));
    row("tablets before a liquid", "10", "TAB10,SOL1", QStringLiteral("1 TAB10"));
    row("a liquid where tablets cannot", "12.5", "TAB10,SOL1", QStringLiteral("12.5 mL SOL1"));
    row("the smaller volume of two liquids", "10", "SOL1,SUS5", QStringLiteral("2 mL SUS5"));
    row("the liquid that can measure it", "1.5", "SOL2,SOL1", QStringLiteral("1.5 mL SOL1"));
}

void TestDispense::dosesAreMade() {
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, set);
    QFETCH(QString, pieces);
    const ProductSet from = products(set.constData());
    const auto made = dispense(dose(amount.constData()), from);
    QVERIFY(made);
    QCOMPARE(piecesText(*made, from), pieces);
    QCOMPARE(amountOf(*made, from), dose(amount.constData()));
}

void TestDispense::whatCannotBeMadeHasNeighbours_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("lower");
    QTest::addColumn<QByteArray>("higher");
    const auto row = [](const char* name, const char* amount, const char* set, const char* lower, const char* higher) {
        QTest::newRow(name) << QByteArray(amount) << QByteArray(set) << QByteArray(lower) << QByteArray(higher);
    };
    row("E24 2.5 from 10*, 5", "2.5", "TAB10,TAB5", "0", "5");
    row("E25 12.5 at 2 mg/mL", "12.5", "SOL2", "12", "13");
    row("7.5 from 5", "7.5", "TAB5", "5", "10");
    row("5 from 10 unbroken", "5", "TAB10-", "0", "10");
    row("25 from 20, 15 unbroken", "25", "TAB20-,TAB15", "20", "30");
    row("one ten-thousandth off", "10.0001", "TAB10", "10", "15");
    row("between packets", "12", "GRA5,GRA10", "10", "15");
}

void TestDispense::whatCannotBeMadeHasNeighbours() {
    QFETCH(QByteArray, amount);
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, lower);
    QFETCH(QByteArray, higher);
    const ProductSet from = products(set.constData());
    QVERIFY(!dispense(dose(amount.constData()), from));
    const Neighbours found = dispensableNeighbours(dose(amount.constData()), from);
    QCOMPARE(found.lower, dose(lower.constData()));
    QVERIFY(found.higher);
    QCOMPARE(*found.higher, dose(higher.constData()));
}

void TestDispense::whatCanBeMadeIsItsOwnNeighbour() {
    const Neighbours found = dispensableNeighbours(dose("15"), products("TAB10"));
    QCOMPARE(found.lower, dose("15"));
    QCOMPARE(found.higher.value(), dose("15"));
}

void TestDispense::nothingIsOfferedAbove300() {
    QCOMPARE(dispensableNeighbours(dose("299"), products("TAB10")).higher.value(), dose("300"));
    QVERIFY(!dispensableNeighbours(dose("300.5"), products("TAB10")).higher);
    QCOMPARE(dispensableNeighbours(dose("300.5"), products("TAB10")).lower, dose("300"));
}

void TestDispense::volumesAreMeasured_data() {
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<int>("milligramsPerMillilitre");
    QTest::addColumn<int>("gridMicrolitres");
    QTest::addColumn<bool>("onGrid");
    QTest::addColumn<qint64>("nanolitresTimesThree");
    QTest::addColumn<QByteArray>("offerMillilitres");
    QTest::addColumn<QByteArray>("offerDose");
    QTest::newRow("E25 12.5 at 5 mg/mL") << QByteArray("12.5") << 5 << 100 << true << qint64{7'500'000}
                                         << QByteArray("2.5") << QByteArray("12.5");
    QTest::newRow("E25 12.5 at 2 mg/mL is 6.25 mL")
        << QByteArray("12.5") << 2 << 500 << false << qint64{18'750'000} << QByteArray("6") << QByteArray("12");
    QTest::newRow("a third of a millilitre")
        << QByteArray("1") << 3 << 500 << false << qint64{1'000'000} << QByteArray("0") << QByteArray("0");
    QTest::newRow("1 mL syringe") << QByteArray("2.3") << 1 << 100 << true << qint64{6'900'000} << QByteArray("2.3")
                                  << QByteArray("2.3");
}

void TestDispense::volumesAreMeasured() {
    QFETCH(QByteArray, amount);
    QFETCH(int, milligramsPerMillilitre);
    QFETCH(int, gridMicrolitres);
    QFETCH(bool, onGrid);
    QFETCH(qint64, nanolitresTimesThree);
    QFETCH(QByteArray, offerMillilitres);
    QFETCH(QByteArray, offerDose);
    const MeasuredVolume measured = measure(dose(amount.constData()), OralDose::milligrams(milligramsPerMillilitre),
                                            Volume::microlitres(gridMicrolitres));
    QCOMPARE(measured.onGrid, onGrid);
    QCOMPARE(qint64{3 * measured.numerator}, nanolitresTimesThree * measured.denominator);
    QCOMPARE(QByteArray::fromStdString(millilitreText(measured.offer)), offerMillilitres);
    QCOMPARE(measured.offerDose, dose(offerDose.constData()));
}

void TestDispense::setsKnowTheirQuantum_data() {
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QByteArray>("uncombinable");
    const auto row = [](const char* set, const char* quantum, const char* uncombinable) {
        QTest::newRow(set) << QByteArray(set) << QByteArray(quantum) << QByteArray(uncombinable);
    };
    row("TAB10", "5", "");
    row("TAB10-", "10", "");
    row("TAB5", "5", "");
    row("TAB5*", "2.5", "");
    row("TAB5,TAB10", "5", "");
    row("TAB10,TAB15,TAB5*", "2.5", "");
    row("TAB15,TAB20", "10", "TAB15");
    row("TAB15,TAB10-", "10", "TAB15");
    row("TAB20,BAC40", "10", "");
    row("SOL1", "0.5", "");
    row("SOL2", "1", "");
    row("SUS5", "0.5", "");
    row("TAB5*,SOL2", "1", "TAB5");
    row("TAB10,SUS5", "0.5", "");
    row("GRA5,GRA10,GRA20", "5", "");
}

void TestDispense::setsKnowTheirQuantum() {
    QFETCH(QByteArray, set);
    QFETCH(QByteArray, quantum);
    QFETCH(QByteArray, uncombinable);
    const ProductSet made = products(set.constData());
    QCOMPARE(made.quantum(), dose(quantum.constData()));
    QByteArrayList ids;
    for (const std::string& id : made.uncombinable())
        ids << QByteArray::fromStdString(id);
    QCOMPARE(ids.join(','), uncombinable);
}

void TestDispense::setsAreRefused_data() {
    QTest::addColumn<std::vector<Product>>("members");
    QTest::addColumn<ErrorCode>("code");
    Product weightless = tab10();
    weightless.strength = OralDose();
    Product gridless = sol1();
    gridless.grid = Volume();
    Product screening = tab10();
    screening.form = ProductForm::intrathecal;
    Product otherTen = tab10();
    otherTen.id = "OTHER10";
    Product otherFive = tab5();
    otherFive.id = "TAB10";
    std::vector<Product> many;
    for (int i = 1; i <= 17; ++i)
        many.push_back(gra(i));
    QTest::newRow("none") << std::vector<Product>{} << ErrorCode::noProducts;
    QTest::newRow("no strength") << std::vector{weightless} << ErrorCode::quantumNotPositive;
    QTest::newRow("no grid") << std::vector{gridless} << ErrorCode::quantumNotPositive;
    QTest::newRow("intrathecal") << std::vector{tab5(), screening} << ErrorCode::wrongType;
    QTest::newRow("a strength twice") << std::vector{tab10(), otherTen} << ErrorCode::conflictingFields;
    QTest::newRow("an id twice") << std::vector{tab10(), otherFive} << ErrorCode::conflictingFields;
    QTest::newRow("seventeen") << many << ErrorCode::outOfRange;
}

void TestDispense::setsAreRefused() {
    QFETCH(std::vector<Product>, members);
    QFETCH(ErrorCode, code);
    const auto made = ProductSet::of(members);
    QVERIFY(!made);
    QCOMPARE(made.error().code, code);
}

void TestDispense::aBareQuantumHasNoProducts() {
    const ProductSet made = products("q 2.5");
    QVERIFY(!made.hasProducts());
    QCOMPARE(made.quantum(), dose("2.5"));
    const auto none = ProductSet::ofQuantum(OralDose());
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::quantumNotPositive);
    QCOMPARE(ProductSet().quantum(), OralDose());
}

LENTO_CORE_TEST_MAIN(TestDispense)

#include "tst_dispense.moc"
