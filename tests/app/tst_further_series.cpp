// SCL-3, SCL-7, SCL-8 and SCL-10: what the panels of the further scales show, and on which axis.
#include "app/further_series.h"
#include "for_rule.h"
#include "record_values.h"
#include "test_clinic.h"
#include "wording/score_words.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::ChartedScale;
using core::Side;

namespace {

core::Visit visitOn(std::string_view day, core::FurtherScores further) {
    core::Visit visit;
    visit.on = date(day);
    visit.further = std::move(further);
    return visit;
}

// Two visits with everything, a call with nothing, and a draft that does not count.
app::PatientRecord record() {
    core::FurtherScores first;
    first.goals = {{"Walk", 1, 1, -1}, {"Sleep", 1, 1, std::nullopt}};
    first.tenMetreHundredths = 2000;
    first.twentyFiveFootHundredths = 1000;
    first.tardieu = {{"hamstrings", Side::left, {0, 1, 3}, -10, 5},
                     {"hamstrings", Side::right, {}, 0, 10},
                     {"quadriceps", Side::left, {0, 0, 1}, std::nullopt, 10}};
    core::FurtherScores second = first;
    second.goals.front().attainment = 1;
    second.tenMetreHundredths = 1250;
    app::PatientRecord record;
    record.visits = {visitOn("2026-08-01", first), visitOn("2026-09-01", {}), visitOn("2026-10-01", second),
                     visitOn("2026-11-01", first)};
    record.visits.back().draft = true;
    return record;
}

app::ChartSeries series(const app::PatientRecord& of) {
    app::ChartSeries made;
    made.today = made.first = made.last = date("2026-09-15");
    app::addFurtherSeries(made, of, shippedCatalogue().numbers());
    return made;
}

} // namespace

class TestFurtherSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachScaleHasItsValues_data();
    void eachScaleHasItsValues();
    void whatWasNeverRecordedHasNoSeries();
    void readingNamesTheLatestOfEach();
    void axesHoldEveryPoint_data();
    void axesHoldEveryPoint();
    void directionsAreThoseOfTheList();
};

void TestFurtherSeries::eachScaleHasItsValues_data() {
    QTest::addColumn<int>("scale");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("bandLow"); // -1: none
    QTest::addColumn<int>("bandHigh");
    const auto row = [](const char* name, ChartedScale scale, int first, int second, int low, int high) {
        QTest::newRow(name) << static_cast<int>(scale) << first << second << low << high;
    };
    row("goals, only those judged", ChartedScale::goals, 40'000, 60'000, 30'000, 50'000);
    row("10 m as a speed", ChartedScale::tenMetre, 500, 800, 340, 660);
    row("25 feet as a time", ChartedScale::twentyFiveFoot, 10'000, 10'000, 8'000, 12'000);
    row("mean of the measured angles", ChartedScale::tardieuAngle, 12'500, 12'500, -1, -1);
}

void TestFurtherSeries::eachScaleHasItsValues() {
    const ForRule rule("SCL-10");
    QFETCH(int, scale);
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(int, bandLow);
    QFETCH(int, bandHigh);
    const app::ChartSeries made = series(record());
    QCOMPARE(made.further.size(), std::size_t{core::chartedScales});
    const app::FurtherSeries& further = made.further[static_cast<std::size_t>(scale)];
    QCOMPARE(static_cast<int>(further.scale), scale);
    QCOMPARE(further.points.size(), std::size_t{2});
    QCOMPARE(further.points[0].thousandths, first);
    QCOMPARE(further.points[1].thousandths, second);
    QCOMPARE(further.points[1].visit, std::size_t{2});
    QCOMPARE(further.band.has_value(), bandLow >= 0);
    QCOMPARE(further.band ? further.band->lowThousandths : -1, bandLow);
    QCOMPARE(further.band ? further.band->highThousandths : -1, bandHigh);
    QVERIFY(made.first == date("2026-08-01") && made.last == date("2026-10-01"));
}

void TestFurtherSeries::whatWasNeverRecordedHasNoSeries() {
    app::PatientRecord none;
    core::FurtherScores set;
    set.goals = {{"Walk", 1, 1, std::nullopt}};
    set.tardieu = {{"hamstrings", Side::left, {0, 1, 3}, std::nullopt, std::nullopt}};
    none.visits = {visitOn("2026-08-01", set)};
    const app::ChartSeries made = series(none);
    QVERIFY(made.further.empty());
    QCOMPARE(made.first, date("2026-09-15"));
}

void TestFurtherSeries::readingNamesTheLatestOfEach() {
    const app::ChartSeries made = series(record());
    QVERIFY(app::reading(made, date("2026-07-31")).further.empty());
    const app::ChartReading read = app::reading(made, date("2026-09-30"));
    QCOMPARE(read.further.size(), std::size_t{core::chartedScales});
    QVERIFY(read.further[1].scale == ChartedScale::tenMetre);
    QCOMPARE(read.further[1].point.thousandths, 500);
    QCOMPARE(app::reading(made, date("2026-10-01")).further[1].point.thousandths, 800);
}

void TestFurtherSeries::axesHoldEveryPoint_data() {
    QTest::addColumn<int>("scale");
    QTest::addColumn<QList<int>>("values");
    QTest::addColumn<QList<int>>("axis"); // low, high, tick
    const auto row = [](const char* name, ChartedScale scale, const QList<int>& values, const QList<int>& axis) {
        QTest::newRow(name) << static_cast<int>(scale) << values << axis;
    };
    row("goals in the middle", ChartedScale::goals, {40'000, 60'000}, {30'000, 70'000, 10'000});
    row("goals far away", ChartedScale::goals, {8'300}, {0, 80'000, 20'000});
    row("a slow walk", ChartedScale::tenMetre, {170}, {0, 1'200, 400});
    row("a run", ChartedScale::tenMetre, {3'900}, {0, 4'000, 1'000});
    row("a long walk", ChartedScale::twentyFiveFoot, {184'000}, {0, 200'000, 50'000});
    row("an angle below zero", ChartedScale::tardieuAngle, {-15'000, 12'000}, {-20'000, 40'000, 20'000});
}

void TestFurtherSeries::axesHoldEveryPoint() {
    QFETCH(int, scale);
    QFETCH(QList<int>, values);
    QFETCH(QList<int>, axis);
    app::FurtherSeries further;
    further.scale = static_cast<ChartedScale>(scale);
    for (const int value : values)
        further.points.push_back({date("2026-08-01"), value, 0});
    const app::ScoreAxis found = app::axisOf(further);
    QCOMPARE((QList<int>{found.lowThousandths, found.highThousandths, found.tickThousandths}), axis);
    for (const int value : values)
        QVERIFY(value >= found.lowThousandths && value <= found.highThousandths);
}

void TestFurtherSeries::directionsAreThoseOfTheList() {
    const auto states = [](const char* id, ChartedScale scale) {
        const bool more = shippedCatalogue().scale(id)->better == content::BetterWhen::higher;
        return wording::chartedAxisText(scale).endsWith(more ? QStringLiteral("; more is better")
                                                             : QStringLiteral("; lower is better"));
    };
    QVERIFY(states("gas", ChartedScale::goals));
    QVERIFY(states("ten-metre-walk", ChartedScale::tenMetre));
    QVERIFY(states("twenty-five-foot-walk", ChartedScale::twentyFiveFoot));
    QVERIFY(states("tardieu", ChartedScale::tardieuAngle));
}

QTEST_APPLESS_MAIN(TestFurtherSeries)
#include "tst_further_series.moc"
