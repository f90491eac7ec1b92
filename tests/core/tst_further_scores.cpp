// SCL-2, SCL-3, SCL-7, SCL-8: what the further scales accept and refuse, and what is worked out from them.
#include "core/further_scores.h"
#include "core/response.h"
#include "core_values.h"
#include "for_rule.h"

using namespace lento::core;
using namespace lento::test;

namespace {

FurtherScores ordinary() {
    FurtherScores scores;
    scores.ashworth = {{"hamstrings", Side::left, 3}, {"hamstrings", Side::right, 0}};
    scores.tardieu = {{"gastrocnemius-soleus", Side::left, {0, 1, 3}, -10, 5}};
    scores.goals = {{"Walk to the shop", 2, 3, -1}, {"Sleep through", 1, 1, std::nullopt}};
    scores.tenMetreHundredths = 1250;
    scores.twentyFiveFootHundredths = 840;
    return scores;
}

} // namespace

class TestFurtherScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeIsAccepted_data();
    void whatCanBeIsAccepted();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void spasticityAngleIsR2LessR1_data();
    void spasticityAngleIsR2LessR1();
    void goalsCountThatWereJudgedBothTimes();
};

void TestFurtherScores::whatCanBeIsAccepted_data() {
    QTest::addColumn<FurtherScores>("scores");
    const auto row = [](const char* name, auto change) {
        FurtherScores scores = ordinary();
        change(scores);
        QTest::newRow(name) << scores;
    };
    row("ordinary", [](FurtherScores&) {});
    row("none", [](FurtherScores& s) { s = {}; });
    row("lowest", [](FurtherScores& s) {
        s.ashworth[0].level = 0;
        s.tardieu[0].quality = {0, 0, 0};
        s.tardieu[0].r1Degrees = -180;
        s.goals[0] = {"x", 1, 1, -2};
        s.tenMetreHundredths = 1;
    });
    row("highest", [](FurtherScores& s) {
        s.ashworth[0].level = 4;
        s.tardieu[0].quality = {5, 5, 5};
        s.tardieu[0].r2Degrees = 180;
        s.goals[0] = {"x", 3, 3, 2};
        s.twentyFiveFootHundredths = 60'000;
    });
    // WARN, not a refusal.
    row("angle below zero", [](FurtherScores& s) { s.tardieu[0].r1Degrees = 20; });
    row("angles alone", [](FurtherScores& s) { s.tardieu[0].quality = {}; });
}

void TestFurtherScores::whatCanBeIsAccepted() {
    QFETCH(FurtherScores, scores);
    const Result<void> valid = validate(scores);
    if (!valid)
        QFAIL(valid.error().subject.c_str());
    QVERIFY(valid);
}

void TestFurtherScores::whatCannotBeIsRefused_data() {
    QTest::addColumn<FurtherScores>("scores");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, auto change, ErrorCode code, const char* field) {
        FurtherScores scores = ordinary();
        change(scores);
        QTest::newRow(name) << scores << code << QByteArray(field);
    };
    using enum ErrorCode;
    row(
        "Ashworth 5", [](FurtherScores& s) { s.ashworth[1].level = 5; }, outOfRange, "ashworth");
    row(
        "Ashworth below 0", [](FurtherScores& s) { s.ashworth[0].level = -1; }, outOfRange, "ashworth");
    row(
        "Ashworth twice", [](FurtherScores& s) { s.ashworth.push_back(s.ashworth[0]); }, conflictingFields, "ashworth");
    row(
        "quality 6", [](FurtherScores& s) { s.tardieu[0].quality[2] = 6; }, outOfRange, "tardieuQuality");
    row(
        "quality below 0", [](FurtherScores& s) { s.tardieu[0].quality[0] = -1; }, outOfRange, "tardieuQuality");
    row(
        "R1 too wide", [](FurtherScores& s) { s.tardieu[0].r1Degrees = 181; }, outOfRange, "tardieuAngle");
    row(
        "R2 too wide", [](FurtherScores& s) { s.tardieu[0].r2Degrees = -181; }, outOfRange, "tardieuAngle");
    row(
        "Tardieu twice", [](FurtherScores& s) { s.tardieu.push_back(s.tardieu[0]); }, conflictingFields, "tardieu");
    row(
        "goal of blanks", [](FurtherScores& s) { s.goals[0].text = " \n"; }, emptyText, "goal");
    row(
        "goal twice", [](FurtherScores& s) { s.goals[1].text = s.goals[0].text; }, conflictingFields, "goal");
    row(
        "importance 0", [](FurtherScores& s) { s.goals[0].importance = 0; }, outOfRange, "importance");
    row(
        "importance 4", [](FurtherScores& s) { s.goals[0].importance = 4; }, outOfRange, "importance");
    row(
        "difficulty 0", [](FurtherScores& s) { s.goals[0].difficulty = 0; }, outOfRange, "difficulty");
    row(
        "attainment 3", [](FurtherScores& s) { s.goals[0].attainment = 3; }, outOfRange, "attainment");
    row(
        "attainment -3", [](FurtherScores& s) { s.goals[0].attainment = -3; }, outOfRange, "attainment");
    row(
        "no time", [](FurtherScores& s) { s.tenMetreHundredths = 0; }, outOfRange, "tenMetre");
    row(
        "too long", [](FurtherScores& s) { s.tenMetreHundredths = 60'001; }, outOfRange, "tenMetre");
    row(
        "no time, 25 feet", [](FurtherScores& s) { s.twentyFiveFootHundredths = 0; }, outOfRange, "twentyFiveFoot");
}

void TestFurtherScores::whatCannotBeIsRefused() {
    const ForRule rule("SCL-2, SCL-3, SCL-7, SCL-8");
    QFETCH(FurtherScores, scores);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, field);
    const Result<void> valid = validate(scores);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, code);
    QCOMPARE(QByteArray::fromStdString(valid.error().subject), field);
}

void TestFurtherScores::spasticityAngleIsR2LessR1_data() {
    QTest::addColumn<std::optional<int>>("r1");
    QTest::addColumn<std::optional<int>>("r2");
    QTest::addColumn<std::optional<int>>("angle");
    using Angle = std::optional<int>;
    QTest::newRow("catch before the end") << Angle(-10) << Angle(5) << Angle(15);
    QTest::newRow("no difference") << Angle(5) << Angle(5) << Angle(0);
    QTest::newRow("wrong way round") << Angle(20) << Angle(5) << Angle(-15);
    QTest::newRow("no catch measured") << Angle() << Angle(5) << Angle();
    QTest::newRow("no range measured") << Angle(5) << Angle() << Angle();
}

void TestFurtherScores::spasticityAngleIsR2LessR1() {
    const ForRule rule("SCL-3");
    QFETCH(std::optional<int>, r1);
    QFETCH(std::optional<int>, r2);
    QFETCH(std::optional<int>, angle);
    TardieuScore score;
    score.r1Degrees = r1;
    score.r2Degrees = r2;
    QVERIFY(spasticityAngle(score) == angle);
}

void TestFurtherScores::goalsCountThatWereJudgedBothTimes() {
    constexpr double correlation = 0.3;
    const std::vector<Goal> before{{"Walk", 1, 1, -1}, {"Sleep", 2, 1, -2}, {"Dress", 1, 1, std::nullopt}};
    const std::vector<Goal> now{{"Walk", 1, 1, 0}, {"Dress", 1, 1, 2}, {"Cook", 1, 1, 2}};
    const auto pair = goalPair(before, now, correlation);
    QVERIFY(pair);
    // One goal of weight 1: T = 50 + 10 x.
    QCOMPARE(pair->baseline, 40.0);
    QCOMPARE(pair->current, 50.0);
    QVERIFY(!goalPair(before, {{"Cook", 1, 1, 2}}, correlation));
    QVERIFY(!goalPair({}, now, correlation));
}

QTEST_APPLESS_MAIN(TestFurtherScores)
#include "tst_further_scores.moc"
