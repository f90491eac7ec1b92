#include "core/amount.h"
#include "core/decimal.h"
#include "core/ratio.h"
#include "core_values.h"
#include "for_rule.h"

#include <concepts>
#include <limits>

using namespace lento::core;
using namespace lento::test;

namespace {

// What must not compile.
template <class A, class B>
concept Multiplies = requires(A a, B b) {
    a* b;
};
template <class A, class B>
concept Adds = requires(A a, B b) {
    a + b;
};
template <class A, class B>
concept Compares = requires(A a, B b) {
    a < b;
};
template <class A, class B>
concept Equates = requires(A a, B b) {
    a == b;
};
template <class B>
concept MakesADose = requires(B b) {
    OralDose::milligrams(b);
};

static_assert(Multiplies<OralDose, int> && Multiplies<std::int64_t, DailyDose> && Multiplies<PumpDose, unsigned>);
static_assert(!Multiplies<OralDose, double> && !Multiplies<double, OralDose> && !Multiplies<DailyDose, float>);
static_assert(!Multiplies<OralDose, bool> && !Multiplies<OralDose, char> && !Multiplies<OralDose, std::int8_t> &&
              !Multiplies<OralDose, std::uint8_t> && !Multiplies<OralDose, char16_t>);
static_assert(!Multiplies<OralDose, OralDose> && !Multiplies<OralDose, Percent>);
static_assert(MakesADose<int> && !MakesADose<double> && !MakesADose<char> && !MakesADose<std::int8_t>);

static_assert(Adds<OralDose, OralDose> && Compares<DailyDose, DailyDose>);
static_assert(!Adds<OralDose, DailyDose> && !Adds<OralDose, PumpDose> && !Adds<OralDose, int>);
static_assert(!Compares<OralDose, DailyDose> && !Compares<DailyDose, PumpDose> && !Equates<OralDose, PumpDose> &&
              !Equates<OralDose, int>);
static_assert(!std::convertible_to<OralDose, DailyDose> && !std::constructible_from<DailyDose, OralDose> &&
              !std::constructible_from<PumpDose, OralDose> && !std::convertible_to<int, OralDose>);

} // namespace

class TestAmount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decimalsAreReadExactly_data();
    void decimalsAreReadExactly();
    void decimalsAreRefused_data();
    void decimalsAreRefused();
    void decimalsAreWritten_data();
    void decimalsAreWritten();
    void dosesAreReadFromMilligrams_data();
    void dosesAreReadFromMilligrams();
    void dosesAreRefused_data();
    void dosesAreRefused();
    void volumesAreWrittenInMillilitres();
    void dosesAreCountedInTheirUnit();
    void roundingGoesDownButNotBelowOneQuantum_data();
    void roundingGoesDownButNotBelowOneQuantum();
    void finalDoseIsRoundedUp();
    void taperStepIsTheNearestMultiple_data();
    void taperStepIsTheNearestMultiple();
    void percentagesHaveOneDecimal_data();
    void percentagesHaveOneDecimal();
};

void TestAmount::decimalsAreReadExactly_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("scaled");
    QTest::newRow("half") << QByteArray("12.5") << 6 << qint64{12'500'000};
    QTest::newRow("whole") << QByteArray("12") << 2 << qint64{1'200};
    QTest::newRow("zero") << QByteArray("0") << 4 << qint64{0};
    QTest::newRow("minus zero") << QByteArray("-0.0") << 4 << qint64{0};
    QTest::newRow("leading zeros") << QByteArray("007.50") << 2 << qint64{750};
    QTest::newRow("negative") << QByteArray("-3.25") << 2 << qint64{-325};
    QTest::newRow("no decimals") << QByteArray("42") << 0 << qint64{42};
    QTest::newRow("all decimals used") << QByteArray("0.0001") << 4 << qint64{1};
    QTest::newRow("largest") << QByteArray("9223372036854775807") << 0 << std::numeric_limits<qint64>::max();
    // A tenth is not a binary fraction; 0.1 + 0.2 must still be 0.3.
    QTest::newRow("a tenth") << QByteArray("0.1") << 1 << qint64{1};
}

void TestAmount::decimalsAreReadExactly() {
    QFETCH(QByteArray, text);
    QFETCH(int, decimals);
    QFETCH(qint64, scaled);
    const auto read = parseDecimal(text.toStdString(), decimals);
    QVERIFY(read);
    QCOMPARE(qint64{*read}, scaled);
}

void TestAmount::decimalsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<ErrorCode>("code");
    for (const char* text :
         {"",      "-",     ".",       "5.",    ".5",  "-.5", "+5", " 5",  "5 ",  "1e3",      "0x10",    "1,5",
          "1 000", "1'000", "1.000.5", "1,000", "--5", "5-",  "mg", "inf", "nan", "\xd9\xa5", "\xc2\xbd"})
        QTest::addRow("not a number: '%s'", text) << QByteArray(text) << 4 << ErrorCode::notANumber;
    QTest::newRow("one decimal too many") << QByteArray("1.00001") << 4 << ErrorCode::tooManyDecimals;
    QTest::newRow("a zero too many") << QByteArray("1.50") << 1 << ErrorCode::tooManyDecimals;
    QTest::newRow("decimals where none are") << QByteArray("1.0") << 0 << ErrorCode::tooManyDecimals;
    QTest::newRow("above 64 bits") << QByteArray("9223372036854775808") << 0 << ErrorCode::outOfRange;
    QTest::newRow("above 64 bits once scaled") << QByteArray("9223372036854775") << 6 << ErrorCode::outOfRange;
}

void TestAmount::decimalsAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(int, decimals);
    QFETCH(ErrorCode, code);
    const auto read = parseDecimal(text.toStdString(), decimals);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(QByteArray::fromStdString(read.error().values.at(0)), text);
}

void TestAmount::decimalsAreWritten_data() {
    QTest::addColumn<qint64>("scaled");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("trailing zeros go") << qint64{12'500'000} << 6 << QByteArray("12.5");
    QTest::newRow("the point goes too") << qint64{10'000'000} << 6 << QByteArray("10");
    QTest::newRow("a digit before the point") << qint64{500'000} << 6 << QByteArray("0.5");
    QTest::newRow("zero") << qint64{0} << 6 << QByteArray("0");
    QTest::newRow("inner zeros stay") << qint64{1'000'001} << 6 << QByteArray("1.000001");
    QTest::newRow("no grouping") << qint64{2'500'500} << 3 << QByteArray("2500.5");
    QTest::newRow("negative") << qint64{-50} << 2 << QByteArray("-0.5");
    QTest::newRow("no decimals") << qint64{1'000} << 0 << QByteArray("1000");
    QTest::newRow("lowest") << std::numeric_limits<qint64>::min() << 0 << QByteArray("-9223372036854775808");
}

void TestAmount::decimalsAreWritten() {
    const ForRule rule("RND-5");
    QFETCH(qint64, scaled);
    QFETCH(int, decimals);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(formatDecimal(scaled, decimals)), text);
}

void TestAmount::dosesAreReadFromMilligrams_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("nanograms");
    QTest::newRow("5") << QByteArray("5") << qint64{5'000'000};
    QTest::newRow("2.5") << QByteArray("2.5") << qint64{2'500'000};
    QTest::newRow("0.0001") << QByteArray("0.0001") << qint64{100};
    QTest::newRow("299.9999") << QByteArray("299.9999") << qint64{299'999'900};
    QTest::newRow("0") << QByteArray("0") << qint64{0};
    QTest::newRow("100000") << QByteArray("100000") << qint64{100'000'000'000};
}

void TestAmount::dosesAreReadFromMilligrams() {
    const ForRule rule("UNI-2");
    QFETCH(QByteArray, text);
    QFETCH(qint64, nanograms);
    const auto single = oralDoseFromMilligrams(text.toStdString());
    const auto whole = dailyDoseFromMilligrams(text.toStdString());
    QVERIFY(single && whole);
    QCOMPARE(qint64{single->inNanograms()}, nanograms);
    QCOMPARE(qint64{whole->inNanograms()}, nanograms);
    QCOMPARE(QByteArray::fromStdString(milligramText(*single)), text);
    QCOMPARE(QByteArray::fromStdString(milligramText(*whole)), text);
}

void TestAmount::dosesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray("") << ErrorCode::notANumber;
    QTest::newRow("naked point") << QByteArray(".5") << ErrorCode::notANumber;
    QTest::newRow("decimal comma") << QByteArray("2,5") << ErrorCode::notANumber;
    QTest::newRow("with a unit") << QByteArray("5 mg") << ErrorCode::notANumber;
    QTest::newRow("five decimals") << QByteArray("2.50000") << ErrorCode::tooManyDecimals;
    QTest::newRow("negative") << QByteArray("-5") << ErrorCode::outOfRange;
    QTest::newRow("above 100,000 mg") << QByteArray("100000.0001") << ErrorCode::outOfRange;
    QTest::newRow("above 64 bits") << QByteArray("99999999999999999999") << ErrorCode::outOfRange;
}

void TestAmount::dosesAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    const auto single = oralDoseFromMilligrams(text.toStdString());
    const auto whole = dailyDoseFromMilligrams(text.toStdString());
    QVERIFY(!single && !whole);
    QCOMPARE(single.error().code, code);
    QCOMPARE(whole.error().code, code);
    if (code == ErrorCode::outOfRange)
        QCOMPARE(single.error().values, (std::vector<std::string>{text.toStdString(), "0", "100000"}));
}

void TestAmount::volumesAreWrittenInMillilitres() {
    QCOMPARE(QByteArray::fromStdString(millilitreText(Volume::microlitres(2'500))), QByteArray("2.5"));
    QCOMPARE(QByteArray::fromStdString(millilitreText(Volume::nanolitres(2'200))), QByteArray("0.0022"));
    QCOMPARE(QByteArray::fromStdString(millilitreText(Volume::microlitres(300'000))), QByteArray("300"));
}

void TestAmount::dosesAreCountedInTheirUnit() {
    const ForRule rule("UNI-2");
    QCOMPARE(PumpDose::micrograms(120), PumpDose::nanograms(120'000));
    QCOMPARE(OralDose::milligrams(5), OralDose::micrograms(5'000));
    QCOMPARE(OralDose::milligrams(5) * 3 + OralDose::milligrams(5), 4 * OralDose::milligrams(5));
    QCOMPARE(OralDose::milligrams(20) - OralDose::milligrams(5), OralDose::milligrams(15));
    QCOMPARE(OralDose::milligrams(17) / OralDose::milligrams(5), std::int64_t{3});
    QVERIFY(OralDose::milligrams(15).isMultipleOf(OralDose::micrograms(2'500)));
    QVERIFY(!OralDose::milligrams(15).isMultipleOf(OralDose::milligrams(10)));
    QCOMPARE(perDay(OralDose::milligrams(5)), DailyDose::milligrams(5));
}

void TestAmount::roundingGoesDownButNotBelowOneQuantum_data() {
    QTest::addColumn<QByteArray>("dose");
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QByteArray>("rounded");
    const auto row = [](const char* name, const char* dose, qint64 n, qint64 d, const char* q, const char* rounded) {
        QTest::newRow(name) << QByteArray(dose) << n << d << QByteArray(q) << QByteArray(rounded);
    };
    row("a multiple stays", "15", 1, 1, "5", "15");
    row("down", "19.9999", 1, 1, "5", "15");
    row("never below q", "3", 1, 1, "5", "5");
    row("E5 start", "15", 1, 2, "5", "5");
    row("E6 start", "15", 1, 2, "2.5", "7.5");
    row("E7 ceiling", "80", 1, 3, "5", "25");
    row("two thirds of 15 is exactly 10", "15", 2, 3, "5", "10");
    row("two thirds of 80", "80", 2, 3, "0.5", "53");
    row("100,000 mg", "100000", 2, 3, "2.5", "66665");
}

void TestAmount::roundingGoesDownButNotBelowOneQuantum() {
    const ForRule rule("RND-1, RND-2");
    QFETCH(QByteArray, dose);
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QFETCH(QByteArray, quantum);
    QFETCH(QByteArray, rounded);
    const DailyDose from = daily(dose.constData());
    const DailyDose q = daily(quantum.constData());
    QCOMPARE(scaledDownToQuantum(from, Ratio{numerator, denominator}, q), daily(rounded.constData()));
    if (numerator == denominator)
        QCOMPARE(roundDownToQuantum(from, q), daily(rounded.constData()));
}

void TestAmount::finalDoseIsRoundedUp() {
    const ForRule rule("TAP-1");
    QCOMPARE(roundUpToQuantum(daily("5"), daily("5")), daily("5"));
    QCOMPARE(roundUpToQuantum(daily("5.0001"), daily("5")), daily("10"));
    QCOMPARE(roundUpToQuantum(daily("2.5"), daily("15")), daily("15"));
    QCOMPARE(roundUpToQuantum(daily("0"), daily("5")), daily("0"));
}

void TestAmount::taperStepIsTheNearestMultiple_data() {
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QByteArray>("step");
    const auto row = [](const char* name, const char* base, int percent, const char* q, const char* step) {
        QTest::newRow(name) << QByteArray(base) << percent << QByteArray(q) << QByteArray(step);
    };
    row("E18 60 at 10", "60", 10, "5", "5");
    row("E18 60 at 15", "60", 15, "5", "10");
    row("E18 75 at 10: the exact half goes down", "75", 10, "5", "5");
    row("E18 40 at 20: one quantum less", "40", 20, "5", "5");
    row("E18 25 at 10", "25", 10, "5", "5");
    row("E18 15 at 10: at least one quantum", "15", 10, "5", "5");
    row("E18 45 at 10 q 0.5", "45", 10, "0.5", "4.5");
    row("E18 33 at 15 q 0.5", "33", 15, "0.5", "5");
    row("E18 50 at 15 q 1: 7.5 is a half", "50", 15, "1", "7");
    row("just above the half goes up", "75.0001", 10, "5", "10");
    row("exactly 20 percent stays", "50", 20, "5", "10");
    row("95 at 20 q 2.5: 19 is nearer to 20, which is too much", "95", 20, "2.5", "17.5");
    row("67.5 at 17 q 2.5", "67.5", 17, "2.5", "12.5");
    row("compounding on 2 mg does not stall", "2", 10, "0.5", "0.5");
    row("coarse product", "20", 10, "15", "15");
    row("100,000 mg", "100000", 20, "2.5", "20000");
}

void TestAmount::taperStepIsTheNearestMultiple() {
    const ForRule rule("RND-3");
    QFETCH(QByteArray, base);
    QFETCH(int, percent);
    QFETCH(QByteArray, quantum);
    QFETCH(QByteArray, step);
    QCOMPARE(taperStep(daily(base.constData()), Percent::of(percent), daily(quantum.constData()), Percent::of(20)),
             daily(step.constData()));
}

void TestAmount::percentagesHaveOneDecimal_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<qint64>("tenths");
    QTest::newRow("E11 step 1") << QByteArray("5") << QByteArray("60") << qint64{83};
    QTest::newRow("E11 step 2") << QByteArray("5") << QByteArray("55") << qint64{91};
    QTest::newRow("E11 step 7") << QByteArray("5") << QByteArray("30") << qint64{167};
    QTest::newRow("all of it") << QByteArray("5") << QByteArray("5") << qint64{1'000};
    QTest::newRow("half a tenth goes up") << QByteArray("1") << QByteArray("80") << qint64{13};
    QTest::newRow("nothing") << QByteArray("0") << QByteArray("80") << qint64{0};
}

void TestAmount::percentagesHaveOneDecimal() {
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, whole);
    QFETCH(qint64, tenths);
    QCOMPARE(qint64{percentTenths(daily(part.constData()), daily(whole.constData()))}, tenths);
}

LENTO_CORE_TEST_MAIN(TestAmount)

#include "tst_amount.moc"
