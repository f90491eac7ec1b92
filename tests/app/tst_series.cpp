// The numbers of the dose-and-spasticity chart: what is drawn is what is planned, and thinning draws the same picture.
#include "app/series.h"
#include "record_values.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace lento;
using namespace lento::test;

namespace {

const core::Date today = core::Date::fromIso("2026-11-22").value();

app::PatientRecord tapering() {
    app::PatientRecord record;
    addRevision(record, steady("2026-10-01", "60"));
    addRevision(record, planned(taper("2026-11-23", "60", 10, 7), "TAB10"));
    return record;
}

core::Visit visitOn(std::string_view day, std::optional<core::Mas> mas, std::optional<int> nrsTenths) {
    core::Visit visit;
    visit.on = date(day);
    if (mas)
        visit.mas = {{"hip-adductors", core::Side::left, *mas}};
    visit.nrsTenths = nrsTenths;
    return visit;
}

QString levelText(const app::DoseLevel& level) {
    return QStringLiteral("%1 %2 %3%4")
        .arg(QString::fromStdString(level.from.iso()), QString::fromStdString(level.to.iso()),
             QString::fromStdString(core::milligramText(level.daily)),
             level.planned ? QStringLiteral(" planned") : QString());
}

struct Column {
    double first = 0, last = 0;
    double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
    bool operator==(const Column&) const = default;
};

// What a pixel column shows of a line: where it enters and leaves and how far it reaches.
std::map<long, Column> columnsOf(const std::vector<QPointF>& points, double firstX, double lastX, int columns) {
    std::map<long, Column> seen;
    for (const QPointF& point : points) {
        const long at = std::lround(std::floor((point.x() - firstX) * (columns / (lastX - firstX))));
        const bool isNew = !seen.contains(at);
        Column& column = seen[at];
        if (isNew)
            column.first = point.y();
        column.last = point.y();
        column.lowest = std::min(column.lowest, point.y());
        column.highest = std::max(column.highest, point.y());
    }
    return seen;
}

} // namespace

class TestSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void levelsFollowTheTimeline() {
        const app::ChartSeries series = app::chartSeries(tapering(), today);
        QStringList levels;
        for (const app::DoseLevel& level : series.dose)
            levels << levelText(level);
        QCOMPARE(levels.size(), 13);
        QCOMPARE(levels.at(0), QStringLiteral("2026-10-01 2026-11-22 60"));
        QCOMPARE(levels.at(1), QStringLiteral("2026-11-23 2026-11-29 55 planned"));
        QCOMPARE(levels.at(11), QStringLiteral("2027-02-01 2027-02-07 5 planned"));
        QVERIFY(levels.at(12).startsWith(QStringLiteral("2027-02-08")) &&
                levels.at(12).endsWith(QStringLiteral(" 0 planned")));
        QCOMPARE(series.first, date("2026-10-01"));
        QCOMPARE(series.today, today);
    }

    void anOpenDoseIsDrawnPastToday() {
        app::PatientRecord record;
        addRevision(record, steady("2026-10-01", "60"));
        const app::ChartSeries series = app::chartSeries(record, today);
        QCOMPARE(series.dose.size(), std::size_t{2});
        QCOMPARE(levelText(series.dose[0]), QStringLiteral("2026-10-01 2026-11-22 60"));
        QCOMPARE(series.dose[1].from, today + 1);
        QVERIFY(series.dose[1].to > today + 7);
        QVERIFY(series.dose[1].planned);
    }

    void aDraftTakesThePlaceOfThePlannedPart() {
        const app::PatientRecord record = tapering();
        core::Revision draft;
        draft.plan = steady("2026-12-01", "45");
        draft.effectiveFrom = date("2026-12-01");
        const app::ChartSeries series = app::chartSeries(record, today, &draft);
        QCOMPARE(levelText(series.dose[0]), QStringLiteral("2026-10-01 2026-11-22 60"));
        QCOMPARE(app::reading(series, date("2026-11-24")).dose, daily("55"));
        QCOMPARE(app::reading(series, date("2026-12-02")).dose, daily("45"));
    }

    void theStepLineHasTwoCornersAChange() {
        const app::ChartSeries series = app::chartSeries(tapering(), today);
        const auto past = app::stepLine(series, false);
        const double first = date("2026-10-01").dayNumber();
        const double tomorrow = today.dayNumber() + 1;
        QCOMPARE(past, (std::vector<QPointF>{{first, 60}, {tomorrow, 60}}));
        const auto planned = app::stepLine(series, true);
        QCOMPARE(planned.front(), QPointF(tomorrow, 60)); // grows out of the drawn line
        QCOMPARE(planned[1], QPointF(tomorrow, 55));
        QCOMPARE(planned[2], QPointF(tomorrow + 7, 55));
        QCOMPARE(planned.size(), 1 + 2 * (series.dose.size() - 1));
        QVERIFY(std::is_sorted(planned.begin(), planned.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
    }

    void betweenTwoPlansTheLineLiesOnZero() {
        app::PatientRecord record;
        core::Plan first = steady("2026-01-01", "30");
        first.steps.back().span.last = date("2026-01-31");
        addRevision(record, std::move(first));
        addRevision(record, steady("2026-03-01", "20"));
        const auto line = app::stepLine(app::chartSeries(record, today), false);
        const auto x = [](const char* day) { return static_cast<double>(date(day).dayNumber()); };
        QCOMPARE(line, (std::vector<QPointF>{{x("2026-01-01"), 30},
                                             {x("2026-02-01"), 30},
                                             {x("2026-02-01"), 0},
                                             {x("2026-03-01"), 0},
                                             {x("2026-03-01"), 20},
                                             {today.dayNumber() + 1.0, 20}}));
    }

    void scoresAndEffectsKeepTheirVisit() {
        app::PatientRecord record = tapering();
        record.visits = {visitOn("2026-10-02", core::Mas::three, 70), visitOn("2026-10-20", std::nullopt, 55),
                         visitOn("2026-11-01", core::Mas::onePlus, std::nullopt)};
        record.visits[1].adverseEffects = {{"nausea", {}, 0}, {"drowsiness", {}, 2}, {"dizziness", {}, 1}};
        record.visits[2].adverseEffects = {{"nausea", {}, 0}};
        record.visits.push_back(visitOn("2026-11-20", core::Mas::four, 90));
        record.visits.back().draft = true;
        const app::ChartSeries series = app::chartSeries(record, today);
        QCOMPARE(series.masMean.size(), std::size_t{2});
        QCOMPARE(series.masMean[1].thousandths, 1500); // SCL-1 coding B
        QCOMPARE(series.masMean[1].visit, std::size_t{2});
        QCOMPARE(series.nrs.size(), std::size_t{2});
        QCOMPARE(series.nrs[0].thousandths, 7000);
        QCOMPARE(series.effects.size(), std::size_t{1});
        QCOMPARE(series.effects[0].code, std::string("drowsiness"));
        QCOMPARE(series.effects[0].grade, 2);
    }

    void aReadingNamesTheDayTheDoseAndTheLatestScores() {
        app::PatientRecord record = tapering();
        record.visits = {visitOn("2026-10-02", core::Mas::three, 70),
                         visitOn("2026-11-01", core::Mas::two, std::nullopt)};
        const app::ChartSeries series = app::chartSeries(record, today);
        const app::ChartReading before = app::reading(series, date("2026-09-01"));
        QVERIFY(!before.dose && !before.masMean && !before.nrs);
        const app::ChartReading after = app::reading(series, date("2026-12-01"));
        QCOMPARE(after.dose, daily("50"));
        QVERIFY(after.planned);
        QCOMPARE(after.masMean->on, date("2026-11-01"));
        QCOMPARE(after.nrs->on, date("2026-10-02"));
    }

    void anEmptyRecordGivesAnEmptyChart() {
        const app::ChartSeries series = app::chartSeries({}, today);
        QVERIFY(series.dose.empty());
        QVERIFY(app::stepLine(series, false).empty());
        QVERIFY(app::stepLine(series, true).empty());
        QCOMPARE(series.first, today);
        QCOMPARE(series.last, today);
    }

    void thinnedDrawsTheSameInEveryColumn_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("columns");
        QTest::addColumn<double>("firstX");
        QTest::addColumn<double>("lastX");
        QTest::newRow("few points") << 100 << 800 << 0.0 << 1000.0;
        QTest::newRow("many points") << 100'000 << 800 << 0.0 << 100'000.0;
        QTest::newRow("a window of many") << 100'000 << 640 << 20'000.5 << 31'234.25;
        QTest::newRow("one column") << 5'000 << 1 << 0.0 << 5'000.0;
        QTest::newRow("beyond the ends") << 20'000 << 333 << -5'000.0 << 50'000.0;
    }
    void thinnedDrawsTheSameInEveryColumn() {
        QFETCH(int, count);
        QFETCH(int, columns);
        QFETCH(double, firstX);
        QFETCH(double, lastX);
        std::mt19937 random(5);
        std::vector<QPointF> points;
        double y = 30;
        for (int i = 0; i < count; ++i) {
            points.emplace_back(i, y);
            if (random() % 3 == 0) {
                y = static_cast<double>(random() % 160) / 2;
                points.emplace_back(i, y);
            }
        }
        const auto thin = app::thinned(points, firstX, lastX, columns);
        auto full = columnsOf(points, firstX, lastX, columns);
        auto drawn = columnsOf(thin, firstX, lastX, columns);
        // Outside the picture only the nearest neighbours matter.
        const auto outside = [&](const auto& column) { return column.first < 0 || column.first > columns; };
        std::erase_if(full, outside);
        std::erase_if(drawn, outside);
        full.erase(columns);
        drawn.erase(columns);
        QVERIFY(full == drawn);
        QVERIFY(thin.size() <= std::max<std::size_t>(4 * (static_cast<std::size_t>(columns) + 3), 0));
        if (points.front().x() < firstX) {
            const auto right = std::lower_bound(points.begin(), points.end(), firstX,
                                                [](const QPointF& p, double x) { return p.x() < x; });
            QCOMPARE(thin.front(), *std::prev(right));
        }
    }

    void thinningKeepsWhatFits() {
        const std::vector<QPointF> points{{0, 1}, {1, 2}, {2, 3}};
        QCOMPARE(app::thinned(points, 0, 2, 100), points);
        QCOMPARE(app::thinned(points, 0, 2, 0), points);
        QVERIFY(app::thinned({}, 0, 1, 10).empty());
    }
};

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
