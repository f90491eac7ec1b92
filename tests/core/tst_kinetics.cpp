// PK-2 and PK-3: the worked examples within 1 %, and what every steady state must be.
#include "core/kinetics.h"
#include "core_values.h"
#include "for_rule.h"
#include "shipped_numbers.h"

#include <cmath>
#include <numeric>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

bool near(double found, double wanted, double part = .01) {
    return std::abs(found - wanted) <= wanted * part;
}

std::vector<TimedDose> threeTwenties() {
    return {{360, dose("20")}, {840, dose("20")}, {1320, dose("20")}};
}

} // namespace

class TestKinetics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedExamplesHold();
    void clearanceFollowsTheKidney_data();
    void clearanceFollowsTheKidney();
    void childrenGoByWeight();
    void whatCannotBeIsRefused();
    void theDayClosesOnItself();
    void theMeanOfTheCurveIsTheAverage();
    void theCurveIsProportionalToTheDose();
    void noDosesGiveNothing();
};

void TestKinetics::workedExamplesHold() {
    const KineticModel healthy = adultKinetics(100, shippedNumbers());
    QVERIFY(near(healthy.litresPerHour, 10.8) && near(healthy.halfLifeHours(), 3.79)); // E35
    const SteadyState high = steadyState(healthy, threeTwenties());
    QVERIFY(near(high.average, 231.5) && near(high.peak, 346.0) && near(high.trough, 114.8));
    QVERIFY(high.peakMinute > 360 + 60 && high.peakMinute < 360 + 120); // after the first of three equal doses
    QCOMPARE(high.troughMinute, 360);                                   // just as it is taken

    const KineticModel weak = adultKinetics(20, shippedNumbers());
    QVERIFY(near(weak.litresPerHour, 3.456) && near(weak.halfLifeHours(), 11.83)); // E36
    const SteadyState low = steadyState(weak, {{480, dose("5")}, {1200, dose("5")}});
    QVERIFY(near(low.average, 120.6) && near(low.peak, 152.2) && near(low.trough, 86.2));
}

// PK-2: at mid-band the clearance is what the reductions of REN-5 answer to.
void TestKinetics::clearanceFollowsTheKidney_data() {
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("part");
    QTest::newRow("130") << 130.0 << 1.0;
    QTest::newRow("100") << 100.0 << 1.0;
    QTest::newRow("65") << 65.0 << 0.7025;
    QTest::newRow("40") << 40.0 << 0.49;
    QTest::newRow("20") << 20.0 << 0.32;
    QTest::newRow("none") << 0.0 << 0.15;
}

void TestKinetics::clearanceFollowsTheKidney() {
    const ForRule rule("PK-2");
    QFETCH(double, k);
    QFETCH(double, part);
    QVERIFY(near(adultKinetics(k, shippedNumbers()).litresPerHour, 10.8 * part, 1e-9));
}

void TestKinetics::childrenGoByWeight() {
    const ForRule rule("PK-3");
    const KineticModel child = childKinetics(8, 30'000, shippedNumbers()).value();
    QVERIFY(near(child.litresPerHour, 8.19, 1e-9));
    QVERIFY(near(child.litres, 34.8, 1e-9));
    QVERIFY(near(child.halfLifeHours(), 2.9, .02));
}

void TestKinetics::whatCannotBeIsRefused() {
    for (const int age : {1, 18})
        QCOMPARE(childKinetics(age, 30'000, shippedNumbers()).error().subject, std::string("age"));
    QCOMPARE(childKinetics(8, 0, shippedNumbers()).error().subject, std::string("weight"));
}

void TestKinetics::theDayClosesOnItself() {
    const SteadyState state = steadyState(adultKinetics(45, shippedNumbers()), {{420, dose("5")}, {1140, dose("15")}});
    QCOMPARE(state.curve.size(), std::size_t{minutesPerDay});
    QVERIFY(std::abs(state.curve.front() - state.curve.back()) < .5);
    for (const double value : state.curve)
        QVERIFY(value > 0);
}

void TestKinetics::theMeanOfTheCurveIsTheAverage() {
    const SteadyState state = steadyState(adultKinetics(70, shippedNumbers()), threeTwenties());
    const double sum = std::accumulate(state.curve.begin(), state.curve.end(), 0.0);
    QVERIFY(near(sum / minutesPerDay, state.average, 1e-3));
}

void TestKinetics::theCurveIsProportionalToTheDose() {
    const KineticModel model = adultKinetics(100, shippedNumbers());
    const SteadyState one = steadyState(model, {{480, dose("5")}});
    const SteadyState four = steadyState(model, {{480, dose("20")}});
    QVERIFY(near(four.peak, 4 * one.peak, 1e-9));
    QCOMPARE(four.peakMinute, one.peakMinute);
}

void TestKinetics::noDosesGiveNothing() {
    const SteadyState state = steadyState(adultKinetics(100, shippedNumbers()), {});
    QCOMPARE(state.average, 0.0);
    QCOMPARE(state.peak, 0.0);
    QCOMPARE(state.trough, 0.0);
}

LENTO_CORE_TEST_MAIN(TestKinetics)

#include "tst_kinetics.moc"
