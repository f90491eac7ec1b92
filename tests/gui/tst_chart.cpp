// The dose chart under a person's hands: any day is read by mouse and keys, gaps stay gaps, and nothing, one point or
// many all draw.
#include "app/series.h"
#include "gui/chart_panel.h"
#include "gui/chart_picture.h"
#include "gui/chart_table_file.h"
#include "gui/dose_chart.h"
#include "gui/pump_dose_panel.h"
#include "gui/score_panel.h"
#include "gui/segmented.h"
#include "patient_window.h"
#include "plan_values.h"

#include <QFile>
#include <QFileInfo>
#include <QTableView>
#include <QtCharts/QChart>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// A plan until 20-Sep, a gap, 60 mg from 05-Oct, 50 mg planned; one visit with scores, one by telephone with the NRS
// alone.
app::ChartSeries story() {
    app::ChartSeries series;
    series.today = date("2026-11-22");
    series.dose = {{date("2026-08-01"), date("2026-09-20"), daily("40"), false},
                   {date("2026-10-05"), date("2026-11-22"), daily("60"), false},
                   {date("2026-11-23"), date("2026-12-20"), daily("50"), true}};
    series.masMean = {{date("2026-10-05"), 2500, 0}};
    series.nrs = {{date("2026-10-05"), 8000, 0}, {date("2026-11-02"), 6500, 1}};
    series.effects = {{date("2026-11-02"), "drowsiness", 2, 1}};
    series.first = date("2026-08-01");
    series.last = date("2026-12-20");
    return series;
}

app::ChartSeries withFurther() {
    app::ChartSeries series = story();
    series.further = {{core::ChartedScale::goals, {{date("2026-10-05"), 42'300, 0}}, app::Band{32'300, 52'300}},
                      {core::ChartedScale::tenMetre,
                       {{date("2026-10-05"), 500, 0}, {date("2026-11-02"), 800, 1}},
                       app::Band{340, 660}}};
    return series;
}

// The same with a pump from 15-Aug on, adjusted in October, filled twice.
app::ChartSeries withPump() {
    app::ChartSeries series = story();
    app::PumpSeries pump;
    pump.dose = {{date("2026-08-15"), date("2026-10-04"), core::PumpDose::micrograms(100), false},
                 {date("2026-10-05"), date("2026-11-22"), core::PumpDose::micrograms(115), true}};
    pump.refills = {date("2026-08-15"), date("2026-11-02")};
    pump.alarms = {{date("2026-12-10"), false}};
    pump.highest = core::PumpDose::micrograms(115);
    series.pump = pump;
    return series;
}

// Where a day stands, on screen.
QPoint placeOf(const DoseChart& chart, core::Date day) {
    const QRectF plot = chart.chart()->plotArea();
    const core::DateSpan shown = chart.shownDays();
    const double x = plot.left() + plot.width() * (day - shown.first + 0.5) / (*shown.last - shown.first);
    return chart.mapFromScene(chart.chart()->mapToScene({x, plot.center().y()}));
}

void show(QWidget& widget) {
    widget.resize(900, 420);
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

class TestChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void readingNamesDateDoseAndScores_data();
    void readingNamesDateDoseAndScores();
    void mouseReadsTheDayUnderIt();
    void keysWalkTheDays();
    void shiftGoesFromChangeToVisit();
    void rangesAreFixedWindowsAroundToday();
    void readingOutOfThePictureIsTakenBack();
    void anySeriesDraws_data();
    void anySeriesDraws();
    void panelShowsTheSameAsATable();
    void furtherScalesHavePanelsOnDemand();
    void furtherScalesAreReadAndListed();
    void aPumpHasAPanelOnTheSameDays();
    void aPumpIsReadAndListed();
    void pictureIsSavedAndAnOldOneKept();
};

void TestChart::readingNamesDateDoseAndScores_data() {
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("reading");
    const auto row = [](const char* name, const char* day, const char* reading) {
        QTest::newRow(name) << QString::fromLatin1(day) << QString::fromUtf8(reading);
    };
    row("before everything", "2026-07-31", "Fri 31-Jul-2026: no plan");
    row("first plan", "2026-09-20", "Sun 20-Sep-2026: 40 mg/day");
    row("in the gap", "2026-09-21", "Mon 21-Sep-2026: no plan");
    row("a visit", "2026-10-05", "Mon 05-Oct-2026: 60 mg/day · MAS mean 2.5 · NRS 8");
    row("a call", "2026-11-02",
        "Mon 02-Nov-2026: 60 mg/day · MAS mean 2.5 on 05-Oct-2026 · NRS 6.5 · Drowsiness, grade 2");
    row("planned", "2026-11-23",
        "Mon 23-Nov-2026: 50 mg/day, planned · MAS mean 2.5 on 05-Oct-2026 · NRS 6.5 on "
        "02-Nov-2026");
}

void TestChart::readingNamesDateDoseAndScores() {
    QFETCH(const QString, day);
    QFETCH(const QString, reading);
    DoseChart chart;
    chart.setEffectNames([](const std::string&) { return QStringLiteral("Drowsiness"); });
    chart.setSeries(story());
    chart.setRange(DoseChart::Range::all);
    chart.setFocusDay(date(day.toStdString()));
    QCOMPARE(chart.readingText(), reading);
    QCOMPARE(chart.accessibleDescription(), reading);
    chart.setFocusDay(std::nullopt);
    QVERIFY(chart.readingText().isEmpty());
}

void TestChart::mouseReadsTheDayUnderIt() {
    DoseChart chart;
    chart.setSeries(story());
    chart.setRange(DoseChart::Range::all);
    show(chart);
    for (const char* iso : {"2026-08-15", "2026-10-06", "2026-12-01"}) {
        QTest::mouseMove(chart.viewport(), placeOf(chart, date(iso)));
        QTRY_VERIFY(chart.focusDay());
        QCOMPARE(*chart.focusDay(), date(iso));
    }
    QTest::mouseMove(chart.viewport(), QPoint(1, 1)); // beside the picture
    QTRY_VERIFY(!chart.focusDay());
}

void TestChart::keysWalkTheDays() {
    DoseChart chart;
    chart.setSeries(story());
    show(chart);
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_T);
    QCOMPARE(chart.focusDay(), std::optional(date("2026-11-22")));
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.focusDay(), std::optional(date("2026-11-23")));
    QTest::keyClick(&chart, Qt::Key_Left);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.focusDay(), std::optional(date("2026-11-21")));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.focusDay(), chart.shownDays().last);
    QTest::keyClick(&chart, Qt::Key_Right); // not out of the picture
    QCOMPARE(chart.focusDay(), chart.shownDays().last);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.focusDay(), std::optional(chart.shownDays().first));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(chart.focusDay(), std::nullopt);
}

void TestChart::shiftGoesFromChangeToVisit() {
    DoseChart chart;
    chart.setSeries(story());
    chart.setRange(DoseChart::Range::all);
    show(chart);
    chart.setFocusDay(date("2026-09-01"));
    QStringList stops;
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
        stops << QString::fromStdString(chart.focusDay()->iso());
    }
    // The change, the call with nothing but a spasticity score, the planned change.
    QCOMPARE(stops,
             QStringList({QStringLiteral("2026-10-05"), QStringLiteral("2026-11-02"), QStringLiteral("2026-11-23")}));
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier); // nothing further: stays
    QCOMPARE(chart.focusDay(), std::optional(date("2026-11-23")));
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chart.focusDay(), std::optional(date("2026-11-02")));
}

void TestChart::rangesAreFixedWindowsAroundToday() {
    DoseChart chart;
    app::ChartSeries series = story();
    chart.setSeries(series);
    for (const auto& [range, days] : {std::pair(DoseChart::Range::threeMonths, 92), {DoseChart::Range::year, 365}}) {
        chart.setRange(range);
        const core::DateSpan shown = chart.shownDays();
        QCOMPARE(*shown.last - shown.first, days);
        QVERIFY(shown.contains(series.today));
    }
    const core::DateSpan before = chart.shownDays();
    series.nrs.push_back({date("2026-11-21"), 9000, 2}); // a new score never rescales the picture
    chart.setSeries(series);
    QCOMPARE(chart.shownDays(), before);
    chart.setRange(DoseChart::Range::all);
    QVERIFY(chart.shownDays().contains(series.first));
    QVERIFY(chart.shownDays().contains(series.last));
}

void TestChart::readingOutOfThePictureIsTakenBack() {
    DoseChart chart;
    chart.setSeries(story());
    chart.setRange(DoseChart::Range::all);
    chart.setFocusDay(date("2026-08-15"));
    QSignalSpy moved(&chart, &DoseChart::focusDayChanged);
    chart.setRange(DoseChart::Range::threeMonths);
    QCOMPARE(chart.focusDay(), std::nullopt);
    QCOMPARE(moved.size(), 1);
}

void TestChart::anySeriesDraws_data() {
    QTest::addColumn<int>("days");
    QTest::newRow("nothing") << 0;
    QTest::newRow("one day") << 1;
    QTest::newRow("ten years") << 3652;
    QTest::newRow("a life") << 100'000;
}

void TestChart::anySeriesDraws() {
    QFETCH(const int, days);
    app::ChartSeries series;
    series.today = series.first = series.last = date("2026-11-22");
    if (days > 0)
        series.first = series.today - (days - 1);
    for (int i = 0; i < days; ++i)
        series.dose.push_back({series.first + i, series.first + i, daily(i % 2 == 0 ? "60" : "55"), false});
    if (days > 0) {
        series.masMean = {{series.today, 1500, 0}};
        series.nrs = {{series.today, 3500, 0}};
        series.effects = {{series.today, "drowsiness", 1, 0}};
    }
    DoseChart chart;
    chart.setColours({Qt::blue, Qt::lightGray, Qt::darkGreen, Qt::darkRed, Qt::red, Qt::black, Qt::black, Qt::darkGray,
                      Qt::lightGray, Qt::white});
    chart.setSeries(series);
    show(chart);
    for (const DoseChart::Range range :
         {DoseChart::Range::threeMonths, DoseChart::Range::year, DoseChart::Range::all}) {
        chart.setRange(range);
        const QImage picture = chart.grab().toImage();
        QVERIFY(!picture.isNull());
        int blue = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                blue += picture.pixelColor(x, y) == QColor(Qt::blue) ? 1 : 0;
        QCOMPARE(blue > 0, days > 0);
    }
    chart.setScoresShown(false);
    QVERIFY(!chart.grab().isNull());
    QTest::keyClick(&chart, Qt::Key_T);
    QVERIFY(chart.readingText().contains(days > 0 ? QStringLiteral("mg/day") : QStringLiteral("no plan")));
    QTest::keyClick(&chart, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(chart.focusDay());
}

void TestChart::panelShowsTheSameAsATable() {
    ChartPanel panel;
    panel.setSeries(story());
    show(panel);
    QVERIFY(visibleText(panel).contains(QStringLiteral("use the arrow keys")));
    auto* ranges = named<SegmentedControl>(panel, QStringLiteral("Time shown"));
    choose(panel, QStringLiteral("Time shown: 3 months"));
    QCOMPARE(panel.chart().range(), DoseChart::Range::threeMonths);
    panel.chart().setFocusDay(date("2026-11-22"));
    QVERIFY(visibleText(panel).contains(QStringLiteral("Sun 22-Nov-2026: 60 mg/day")));
    click(panel, QStringLiteral("Table"));
    QVERIFY(panel.showsTable());
    QVERIFY(!ranges->isEnabled());
    auto* table = panel.findChild<QTableView*>();
    QCOMPARE(table->model()->rowCount(), 4);
    app::ChartSeries longer = story();
    longer.nrs.push_back({date("2026-11-20"), 4000, 2});
    panel.setSeries(longer); // a visit was saved meanwhile
    QCOMPARE(table->model()->rowCount(), 5);
    click(panel, QStringLiteral("Table"));
    QVERIFY(!panel.showsTable());
    QVERIFY(ranges->isEnabled());
    QCOMPARE(panel.chart().range(), DoseChart::Range::threeMonths);
}

// SCL-10
void TestChart::furtherScalesHavePanelsOnDemand() {
    ChartPanel panel;
    panel.setSeries(story());
    show(panel);
    QVERIFY(!button(panel, QStringLiteral("More scales"))->isVisible()); // nothing was recorded
    panel.setSeries(withFurther());
    QVERIFY(button(panel, QStringLiteral("More scales"))->isVisible());
    QVERIFY(panel.findChildren<ScorePanel*>().isEmpty()); // nothing is built before it is asked for
    QVERIFY(panel.shownPanels().empty());
    panel.showScale(core::ChartedScale::tenMetre, true);
    panel.showScale(core::ChartedScale::goals, true);
    QTRY_VERIFY(panel.findChildren<ScorePanel*>().size() == 2);
    QCoreApplication::processEvents();
    QVERIFY((panel.shownPanels() ==
             std::vector<core::ChartedScale>{core::ChartedScale::goals, core::ChartedScale::tenMetre}));
    auto* goals = named<ScorePanel>(panel, QStringLiteral("GAS T score, 50 is as expected; more is better"));
    auto* walk = named<ScorePanel>(panel, QStringLiteral("10 m walk, m/s; more is better"));
    QVERIFY(goals->isVisible() && walk->isVisible());
    QVERIFY(goals->y() < walk->y());
    QVERIFY(goals->y() >= panel.chart().geometry().bottom());
    QCOMPARE(walk->accessibleDescription(), QStringLiteral("Latest 0.8 m/s on 02-Nov-2026"));
    // Another patient without that scale, then back.
    app::ChartSeries other = withFurther();
    other.further.erase(other.further.begin());
    panel.setSeries(other);
    QVERIFY(!goals->isVisible() && walk->isVisible());
    panel.setSeries(withFurther());
    QVERIFY(goals->isVisible());
    panel.showScale(core::ChartedScale::goals, false);
    QVERIFY(!goals->isVisible());
    QVERIFY(panel.shownPanels() == std::vector<core::ChartedScale>{core::ChartedScale::tenMetre});
}

void TestChart::furtherScalesAreReadAndListed() {
    ChartPanel panel;
    panel.setSeries(withFurther());
    show(panel);
    panel.chart().setFocusDay(date("2026-11-02"));
    QVERIFY2(panel.chart().readingText().contains(
                 QStringLiteral("GAS T score 42.3 on 05-Oct-2026 · 10 m walk 0.8 m/s · Drowsiness")) ||
                 panel.chart().readingText().contains(
                     QStringLiteral("GAS T score 42.3 on 05-Oct-2026 · 10 m walk 0.8 m/s · drowsiness")),
             qPrintable(panel.chart().readingText()));
    click(panel, QStringLiteral("Table"));
    const QAbstractItemModel& table = *panel.findChild<QTableView*>()->model();
    QStringList heads;
    for (int column = 0; column < table.columnCount(); ++column)
        heads << table.headerData(column, Qt::Horizontal).toString();
    QCOMPARE(heads, QStringList({QStringLiteral("Date"), QStringLiteral("Dose from this day"),
                                 QStringLiteral("MAS mean"), QStringLiteral("NRS"), QStringLiteral("GAS T score"),
                                 QStringLiteral("10 m walk"), QStringLiteral("Adverse effects")}));
    QStringList cells; // of the call on 02-Nov
    for (int column = 0; column < table.columnCount(); ++column)
        cells << table.index(1, column).data().toString();
    QCOMPARE(cells, QStringList({QStringLiteral("02-Nov-2026"), QString(), QString(), QStringLiteral("6.5"), QString(),
                                 QStringLiteral("0.8 m/s"), QStringLiteral("drowsiness, grade 2")}));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.csv"));
    QVERIFY(saveChartTable(
        withFurther(), [](const std::string& code) { return QString::fromStdString(code); }, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY2(lines[0].contains("adverse_effects,gas_t,ten_metre_walk_m_per_s,twenty_five_foot_walk_s,"
                               "tardieu_r2_minus_r1_mean_degrees"),
             lines[0].constData());
    const auto line =
        std::find_if(lines.begin(), lines.end(), [](const QByteArray& each) { return each.contains("2026-11-02"); });
    QVERIFY(line != lines.end());
    QVERIFY2(line->trimmed().endsWith(",,0.8,,"), line->constData());
}

// SCL-10
void TestChart::aPumpHasAPanelOnTheSameDays() {
    ChartPanel panel;
    panel.setSeries(story());
    show(panel);
    QVERIFY(panel.findChildren<PumpDosePanel*>().isEmpty()); // nothing is built for those who have none
    panel.setSeries(withPump());
    auto* pump = panel.findChild<PumpDosePanel*>();
    QVERIFY(pump && pump->isVisible());
    QTRY_VERIFY(pump->geometry().bottom() <= panel.chart().geometry().top());
    QVERIFY2(pump->accessibleDescription() ==
                 QStringLiteral("Latest 115 mcg/day from 05-Oct-2026; 2 refills; alarm date 10-Dec-2026"),
             qPrintable(pump->accessibleDescription()));
    // The step lies on the column of its day: below it the fill of the higher dose begins.
    panel.chart().setRange(DoseChart::Range::all);
    QCoreApplication::processEvents();
    const QImage picture = pump->grab().toImage();
    const QRectF plot = panel.chart().plotOnScreen();
    const core::DateSpan shown = panel.chart().shownDays();
    const auto columnOf = [&](const char* day) {
        return static_cast<int>(plot.left() + plot.width() * (date(day) - shown.first) / (*shown.last - shown.first));
    };
    const auto coloured = [&](int x) {
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            count += picture.pixelColor(x, y) == tokens(panel.palette()).doseFill ? 1 : 0;
        return count;
    };
    const int before = coloured(columnOf("2026-08-15") - 4);
    const int low = coloured(columnOf("2026-09-20"));
    const int high = coloured(columnOf("2026-10-20"));
    QCOMPARE(before, 0);
    QVERIFY2(low > 0 && high > low, qPrintable(QStringLiteral("%1 %2").arg(low).arg(high)));
    QCOMPARE(coloured(columnOf("2026-12-01")), 0); // nobody knows it ahead
    panel.setSeries(story());
    QVERIFY(!pump->isVisible());
    panel.showScale(core::ChartedScale::goals, true);
    panel.setSeries([] {
        app::ChartSeries both = withFurther();
        both.pump = withPump().pump;
        return both;
    }());
    QTRY_VERIFY(panel.findChild<ScorePanel*>()->y() >= panel.chart().geometry().bottom());
    QVERIFY(pump->isVisible());
}

void TestChart::aPumpIsReadAndListed() {
    ChartPanel panel;
    panel.setSeries(withPump());
    show(panel);
    panel.chart().setFocusDay(date("2026-11-02"));
    QVERIFY2(panel.chart().readingText().contains(
                 QStringLiteral("60 mg/day · pump 115 mcg/day · pump refilled · MAS mean 2.5 on 05-Oct-2026")),
             qPrintable(panel.chart().readingText()));
    panel.chart().setFocusDay(date("2026-09-25"));
    QVERIFY(panel.chart().readingText().contains(QStringLiteral("no oral plan · pump 100 mcg/day")));
    panel.chart().setFocusDay(date("2026-12-10"));
    QVERIFY(panel.chart().readingText().contains(QStringLiteral("alarm date of the pump")));
    click(panel, QStringLiteral("Table"));
    const QAbstractItemModel& table = *panel.findChild<QTableView*>()->model();
    QCOMPARE(table.columnCount(), 6);
    QCOMPARE(table.headerData(4, Qt::Horizontal).toString(), QStringLiteral("Pump"));
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row)
        if (const QString text = table.index(row, 4).data().toString(); !text.isEmpty())
            cells << table.index(row, 0).data().toString() + QStringLiteral(" ") + text;
    QCOMPARE(cells, (QStringList{QStringLiteral("10-Dec-2026 alarm date"), QStringLiteral("02-Nov-2026 refill"),
                                 QStringLiteral("05-Oct-2026 115 mcg/day"),
                                 QStringLiteral("15-Aug-2026 100 mcg/day; refill")}));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.csv"));
    QVERIFY(saveChartTable(
        withPump(), [](const std::string& code) { return QString::fromStdString(code); }, path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains(",pump_mcg_per_day,pump_events"), text.constData());
    QVERIFY2(text.contains(",100,refill"), text.constData());
    QVERIFY2(text.contains(",,alarm date"), text.constData());
    const QString picture = folder.filePath(QStringLiteral("chart.svg"));
    QVERIFY(saveChartPicture(panel.chart(), {}, picture));
    QVERIFY(QFileInfo(picture).size() > 1'000);
}

void TestChart::pictureIsSavedAndAnOldOneKept() {
    QTemporaryDir folder;
    DoseChart chart;
    chart.setSeries(story());
    show(chart);
    for (const auto& [ending, begins] : {std::pair("png", "\x89PNG"), {"svg", "<?xml"}, {"pdf", "%PDF"}}) {
        const QString path = folder.filePath(QStringLiteral("chart.") + QLatin1String(ending));
        QVERIFY2(saveChartPicture(chart, {}, path), ending);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().startsWith(begins), ending);
    }
    const auto unknown = saveChartPicture(chart, {}, folder.filePath(QStringLiteral("chart.doc")));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, core::ErrorCode::unknownName);
    const auto nowhere = saveChartPicture(chart, {}, folder.filePath(QStringLiteral("no such folder/chart.png")));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, core::ErrorCode::cannotWrite);
}

QTEST_MAIN(TestChart)
#include "tst_chart.moc"
