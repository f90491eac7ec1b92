// SCL-6 to SCL-9: each threshold from both sides, and which scale decides.
#include "core/response.h"
#include "core_values.h"
#include "shipped_numbers.h"

#include <QPoint>

#include <cmath>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

bool isLowerLimb(std::string_view group) {
    return group != "elbow-flexors";
}

QByteArray name(ResponseClass response) {
    return QByteArray(responseName(response).data());
}

} // namespace

class TestResponse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRatingGivesAClass_data();
    void theRatingGivesAClass();
    void theMeanAshworthGivesAClass_data();
    void theMeanAshworthGivesAClass();
    void meansAreComparedExactly();
    void onlyWhatWasScoredTwiceIsCompared();
    void goalsGiveATScore_data();
    void goalsGiveATScore();
    void goalsGiveAClass();
    void timedWalksMatterFromTheirLimits_data();
    void timedWalksMatterFromTheirLimits();
    void theFirstThatCanBeJudgedDecides();
};

void TestResponse::theRatingGivesAClass_data() {
    QTest::addColumn<int>("baseline");
    QTest::addColumn<int>("current");
    QTest::addColumn<int>("tenths");
    QTest::addColumn<QByteArray>("response");
    const auto row = [](const char* title, int baseline, int current, int tenths, const char* response) {
        QTest::newRow(title) << baseline << current << tenths << QByteArray(response);
    };
    row("E33 7 to 5", 70, 50, 286, "MINIMAL");
    row("E33 7 to 4.9", 70, 49, 300, "RESPONDER");
    row("E33 8 to 7", 80, 70, 125, "NONE");
    row("E33 5 to 6", 50, 60, -200, "WORSE");
    row("E33 3 to 2", 30, 20, 333, "NOT-ASSESSABLE");
    row("just below 30 %", 80, 57, 288, "MINIMAL");
    row("exactly 18 %", 50, 41, 180, "MINIMAL");
    row("just below 18 %", 50, 42, 160, "NONE");
    row("18 % worse", 50, 59, -180, "WORSE");
    row("just less than 18 % worse", 50, 58, -160, "NONE");
    row("unchanged", 40, 40, 0, "NONE");
    row("the lowest baseline that is judged", 40, 28, 300, "RESPONDER");
    row("one tenth below it", 39, 0, 1000, "NOT-ASSESSABLE");
}

void TestResponse::theRatingGivesAClass() {
    QFETCH(int, baseline);
    QFETCH(int, current);
    QFETCH(int, tenths);
    QFETCH(QByteArray, response);
    QCOMPARE(name(nrsResponse(baseline, current, shippedNumbers())), response);
    QCOMPARE(nrsChangeTenths(baseline, current).value(), std::int64_t{tenths});
    QVERIFY(!nrsChangeTenths(0, current));
}

void TestResponse::theMeanAshworthGivesAClass_data() {
    QTest::addColumn<int>("baseline");
    QTest::addColumn<int>("current");
    QTest::addColumn<bool>("lower");
    QTest::addColumn<QByteArray>("response");
    const auto row = [](const char* title, int baseline, int current, bool lower, const char* response) {
        QTest::newRow(title) << baseline << current << lower << QByteArray(response);
    };
    row("legs 0.73", 2730, 2000, true, "RESPONDER");
    row("legs 0.729", 2729, 2000, true, "MINIMAL");
    row("legs 0.45", 2450, 2000, true, "MINIMAL");
    row("legs 0.449", 2449, 2000, true, "NONE");
    row("legs worse by 0.45", 2000, 2450, true, "WORSE");
    row("legs worse by less", 2000, 2449, true, "NONE");
    row("arms 0.76", 2760, 2000, false, "RESPONDER");
    row("arms 0.75", 2750, 2000, false, "MINIMAL");
    row("arms 0.48", 2480, 2000, false, "MINIMAL");
    row("arms 0.47", 2470, 2000, false, "NONE");
    row("arms worse by 0.48", 2000, 2480, false, "WORSE");
}

void TestResponse::theMeanAshworthGivesAClass() {
    QFETCH(int, baseline);
    QFETCH(int, current);
    QFETCH(bool, lower);
    QFETCH(QByteArray, response);
    QCOMPARE(name(masResponse({baseline, 1}, {current, 1}, lower ? Limb::lower : Limb::upper, shippedNumbers())),
             response);
}

// 11 groups that fall by 5 levels in all: 0.4545, which matters; rounding each mean first may say otherwise.
void TestResponse::meansAreComparedExactly() {
    QCOMPARE(name(masResponse({20'000, 11}, {15'000, 11}, Limb::lower, shippedNumbers())), QByteArray("MINIMAL"));
    QCOMPARE(name(masResponse({9'000, 20}, {0, 20}, Limb::lower, shippedNumbers())), QByteArray("MINIMAL"));
    QCOMPARE(name(masResponse({8'999, 20}, {0, 20}, Limb::lower, shippedNumbers())), QByteArray("NONE"));
    QCOMPARE(int{(MasMean{7'500, 4}).thousandths()}, 1'875);
}

void TestResponse::onlyWhatWasScoredTwiceIsCompared() {
    Visit before;
    before.mas = {{"hip-adductors", Side::left, Mas::three},
                  {"hip-adductors", Side::right, Mas::onePlus},
                  {"hamstrings", Side::left, Mas::four},
                  {"elbow-flexors", Side::left, Mas::two}};
    Visit now;
    now.mas = {{"hip-adductors", Side::right, Mas::one},
               {"hip-adductors", Side::left, Mas::two},
               {"quadriceps", Side::left, Mas::zero}};
    const ResponseInputs inputs = responseInputs(before, now, isLowerLimb, shippedNumbers());
    QVERIFY(inputs.lowerMas.has_value());
    QVERIFY((inputs.lowerMas->baseline == MasMean{4'500, 2} && inputs.lowerMas->current == MasMean{3'000, 2}));
    QVERIFY(!inputs.upperMas);
    QVERIFY(!inputs.goalsBaseline && !inputs.goalsCurrent);
    QVERIFY(!responseInputs(Visit{}, now, isLowerLimb, shippedNumbers()).lowerMas);
}

void TestResponse::goalsGiveATScore_data() {
    QTest::addColumn<QList<QPoint>>("goals"); // weight, attainment
    QTest::addColumn<double>("t");
    QTest::newRow("E33 three weights") << QList<QPoint>{{3, 0}, {2, 1}, {1, -1}} << 52.2;
    QTest::newRow("E33 one goal") << QList<QPoint>{{1, -1}} << 40.0;
    QTest::newRow("E33 three equal goals") << QList<QPoint>{{1, 1}, {1, 1}, {1, 1}} << 63.7;
    QTest::newRow("as expected") << QList<QPoint>{{2, 0}} << 50.0;
}

void TestResponse::goalsGiveATScore() {
    QFETCH(QList<QPoint>, goals);
    QFETCH(double, t);
    std::vector<GoalScore> scores;
    for (const QPoint& goal : goals)
        scores.push_back({goal.x(), goal.y()});
    QVERIFY(std::abs(goalAttainment(scores, shippedNumbers().scl7.correlation).value() - t) <= .05);
    QVERIFY(!goalAttainment({}, .3));
    QVERIFY(!goalAttainment(std::vector<GoalScore>{{0, 2}}, .3));
}

void TestResponse::goalsGiveAClass() {
    // One goal of weight 3 from 0 to 1: 50 to 60 but for the last bits of a root.
    const double before = goalAttainment(std::vector<GoalScore>{{3, 0}}, .3).value();
    const double after = goalAttainment(std::vector<GoalScore>{{3, 1}}, .3).value();
    QCOMPARE(name(goalResponse(before, after, shippedNumbers())), QByteArray("RESPONDER"));
    QCOMPARE(name(goalResponse(after, before, shippedNumbers())), QByteArray("WORSE"));
    QCOMPARE(name(goalResponse(50, 59.9, shippedNumbers())), QByteArray("NONE"));
}

void TestResponse::timedWalksMatterFromTheirLimits_data() {
    QTest::addColumn<bool>("tenMetres");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<int>("change"); // 1 better, 0 unchanged, -1 worse
    // 10 m in 20 s are 0.5 m/s; 0.66 m/s take 15.15 s.
    QTest::newRow("10 m, better") << true << 2000 << 1515 << 1;
    QTest::newRow("10 m, not enough") << true << 2000 << 1516 << 0;
    QTest::newRow("10 m, worse") << true << 1515 << 2000 << -1;
    QTest::newRow("25 feet, better by 20 %") << false << 1000 << 800 << 1;
    QTest::newRow("25 feet, not enough") << false << 1000 << 801 << 0;
    QTest::newRow("25 feet, worse") << false << 1000 << 1200 << -1;
}

void TestResponse::timedWalksMatterFromTheirLimits() {
    QFETCH(bool, tenMetres);
    QFETCH(int, before);
    QFETCH(int, now);
    QFETCH(int, change);
    const WalkChange found =
        tenMetres ? tenMetreChange(before, now, shippedNumbers()) : twentyFiveFootChange(before, now, shippedNumbers());
    QCOMPARE(found == WalkChange::better ? 1 : found == WalkChange::worse ? -1 : 0, change);
    QCOMPARE(tenMetreSpeed(1000), 1.0);
}

void TestResponse::theFirstThatCanBeJudgedDecides() {
    ResponseInputs inputs;
    QVERIFY(response(inputs, shippedNumbers()).by == DecidedBy::nothing);
    inputs.goalsBaseline = 40;
    inputs.goalsCurrent = 50;
    QVERIFY(response(inputs, shippedNumbers()).by == DecidedBy::goals);
    inputs.upperMas = MasPair{{2'000, 1}, {2'000, 1}};
    QVERIFY(response(inputs, shippedNumbers()).by == DecidedBy::upperMas);
    inputs.lowerMas = MasPair{{2'000, 1}, {3'000, 1}};
    QVERIFY(response(inputs, shippedNumbers()).by == DecidedBy::lowerMas);
    inputs.nrsBaselineTenths = 30;
    inputs.nrsCurrentTenths = 10;
    QVERIFY(response(inputs, shippedNumbers()).by == DecidedBy::lowerMas);
    inputs.nrsBaselineTenths = 60;
    const Response found = response(inputs, shippedNumbers());
    QVERIFY(found.by == DecidedBy::nrs);
    QCOMPARE(name(found.decided), QByteArray("RESPONDER"));
    QCOMPARE(name(found.lowerMas), QByteArray("WORSE"));
    QCOMPARE(name(found.upperMas), QByteArray("NONE"));
    QCOMPARE(name(found.goals), QByteArray("RESPONDER"));
    QCOMPARE(found.nrsChangeTenths.value(), std::int64_t{833});
}

LENTO_CORE_TEST_MAIN(TestResponse)

#include "tst_response.moc"
