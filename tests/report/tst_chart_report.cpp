// The chart as a page: doses as steps, scores as points, dates aligned, nothing outside the days asked for.
#include "core_values.h"
#include "report/chart_report.h"
#include "report/document_json.h"
#include "report/page_painter.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>

using namespace lento;
using namespace lento::test;
using report::ChartInput;

namespace {

core::DailyDose mg(int count) {
    return core::DailyDose::milligrams(count);
}

// 30 mg, then 60 mg up to today, then down; two visits, one of them on the day of the change.
ChartInput example() {
    ChartInput input;
    input.today = date("2026-11-22");
    input.first = date("2026-02-22");
    input.last = date("2027-02-22");
    input.dose = {{date("2026-03-01"), date("2026-05-31"), mg(30), false},
                  {date("2026-06-01"), date("2026-11-22"), mg(60), false},
                  {date("2026-11-23"), date("2026-12-22"), mg(45), true},
                  {date("2026-12-23"), date("2027-03-31"), mg(15), true}};
    input.masMean = {{date("2026-03-01"), 3'000}, {date("2026-06-01"), 1'500}};
    input.nrs = {{date("2026-03-01"), 7'500}, {date("2026-06-01"), 3'500}};
    input.effects = {{date("2026-04-10"), QStringLiteral("Drowsiness"), 2},
                     {date("2026-07-10"), QStringLiteral("Nausea"), 1}};
    return input;
}

report::Document drawn(const ChartInput& input) {
    return report::chartReport(input, wording::DocLocale()).value();
}

template <class Shape>
std::vector<Shape> all(const report::Document& document) {
    std::vector<Shape> found;
    for (const report::Page& page : document.pages)
        for (const report::Block& block : page.blocks)
            if (const Shape* shape = std::get_if<Shape>(&block.shape))
                found.push_back(*shape);
    return found;
}

// The line with most corners of a dash: the legend's swatch and the grid have two.
report::Polyline longest(const report::Document& document, report::Dash dash, std::size_t atLeast = 3) {
    report::Polyline best;
    for (const report::Polyline& line : all<report::Polyline>(document))
        if (line.dash == dash && line.points.size() > best.points.size())
            best = line;
    if (best.points.size() < atLeast)
        qFatal("there is no such line");
    return best;
}

std::vector<report::Mark> marks(const report::Document& document, report::Marker marker) {
    std::vector<report::Mark> found = all<report::Mark>(document);
    std::erase_if(found, [marker](const report::Mark& mark) { return mark.marker != marker; });
    return found;
}

double middle(const report::Mark& mark) {
    return mark.box.start + mark.box.width / 2;
}

} // namespace

class TestChartReport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givenDosesAreOneSolidStepLine() {
        const report::Polyline line = longest(drawn(example()), report::Dash::solid);
        QCOMPARE(line.points.size(), std::size_t{4});
        QCOMPARE(line.points[0].top, line.points[1].top);
        QCOMPARE(line.points[1].start, line.points[2].start); // upright at the change
        QVERIFY(line.points[2].top < line.points[1].top);     // more is higher
    }

    void plannedDosesAreDashedAndHangOnTheLastGiven() {
        const report::Document document = drawn(example());
        const report::Polyline planned = longest(document, report::Dash::dashed);
        const report::Polyline given = longest(document, report::Dash::solid);
        QCOMPARE(planned.points.front(), given.points.back());
        QCOMPARE(planned.points.size(), std::size_t{5});
    }

    void heightsAreInProportionToTheDose() {
        const report::Document document = drawn(example());
        const report::Polyline given = longest(document, report::Dash::solid);
        const report::Polyline planned = longest(document, report::Dash::dashed);
        const double at30 = given.points[0].top;
        const double at60 = given.points[2].top;
        const double zero = at30 + (at30 - at60);
        QVERIFY(std::abs(planned.points[1].top - (zero + (at60 - zero) * 45 / 60)) < 1e-6);
        QVERIFY(std::abs(planned.points[3].top - (zero + (at60 - zero) * 15 / 60)) < 1e-6);
    }

    void aVisitStandsBelowTheDayOfItsDose() {
        const report::Document document = drawn(example());
        const report::Polyline given = longest(document, report::Dash::solid);
        const auto circles = marks(document, report::Marker::circle);
        const auto squares = marks(document, report::Marker::square);
        QCOMPARE(circles.size(), std::size_t{3}); // one is the legend's
        QCOMPARE(squares.size(), std::size_t{3});
        for (const auto& points : {circles, squares}) {
            QVERIFY(std::abs(middle(points[1]) - given.points[0].start) < 1e-6);
            QVERIFY(std::abs(middle(points[2]) - given.points[2].start) < 1e-6);
            QVERIFY(points[2].box.top > points[1].box.top); // a lower score is lower
            QVERIFY(points[1].box.top > given.points[0].top);
        }
    }

    void onlyWhatIsWorseThanSlightIsNamed() {
        const report::Document document = drawn(example());
        QCOMPARE(marks(document, report::Marker::triangle).size(), std::size_t{3});
        const QString text = report::toText(document);
        QVERIFY(text.contains(QLatin1String("Drowsiness, grade 2")));
        QVERIFY(!text.contains(QLatin1String("Nausea")));
    }

    void nothingOutsideTheDaysIsDrawn() {
        ChartInput input = example();
        input.first = date("2026-05-01");
        input.last = date("2026-08-01");
        const report::Document document = drawn(input);
        const double right = document.width() - 14;
        for (const report::Polyline& line : all<report::Polyline>(document))
            for (const report::Point& point : line.points)
                QVERIFY(point.start >= 14 && point.start <= right);
        QCOMPARE(marks(document, report::Marker::circle).size(), std::size_t{2}); // the visit in June
        QVERIFY(!report::toText(document).contains(QLatin1String(": today")));
    }

    void theHeadNamesThePatientOnlyWhenGiven() {
        ChartInput input = example();
        QVERIFY(!report::toText(drawn(input)).contains(QLatin1String("KOWALSKI")));
        core::Identity identity;
        identity.surname = "Kowalski";
        identity.given = "Maria";
        identity.birthDate = date("1961-03-12");
        identity.recordNumber = "483 926 0175";
        input.patient = identity;
        const report::Document named = drawn(input);
        QVERIFY(report::toText(named).contains(QLatin1String("KOWALSKI, Maria")));
        QVERIFY(report::toText(named).contains(QStringLiteral("born 12-Mar-1961 · record 483 926 0175")));
        QVERIFY(!named.title.contains(QLatin1String("KOWALSKI")));
    }

    void everyTextFitsAndNoTwoDatesTouch_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::newRow("a week") << "2026-11-16"
                                << "2026-11-22";
        QTest::newRow("one day") << "2026-11-22"
                                 << "2026-11-22";
        QTest::newRow("3 months") << "2026-09-22"
                                  << "2026-12-23";
        QTest::newRow("a year") << "2026-02-22"
                                << "2027-02-22";
        QTest::newRow("3 years") << "2024-01-01"
                                 << "2027-01-01";
        QTest::newRow("10 years") << "2016-11-01"
                                  << "2027-02-01";
        QTest::newRow("40 years") << "1987-05-05"
                                  << "2027-02-01";
    }
    void everyTextFitsAndNoTwoDatesTouch() {
        QFETCH(QString, first);
        QFETCH(QString, last);
        for (const auto paper : {report::PaperSize::a4, report::PaperSize::letter}) {
            ChartInput input = example();
            input.first = date(first.toStdString());
            input.last = date(last.toStdString());
            input.paper = paper;
            const report::Document document = drawn(input);
            QVERIFY(report::checkText(document));
            std::vector<report::Text> labels = all<report::Text>(document);
            std::erase_if(labels, [](const report::Text& text) { return text.align != report::Align::centre; });
            for (std::size_t i = 1; i < labels.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (labels[i].box.top == labels[j].box.top)
                        QVERIFY(std::abs(labels[i].box.start - labels[j].box.start) >= labels[j].box.width - 1e-6);
        }
    }

    void nobodyYetIsAnEmptyChart() {
        ChartInput input;
        input.today = date("2026-11-22");
        input.first = input.today - 61;
        input.last = input.today + 31;
        const report::Document document = drawn(input);
        QVERIFY(report::checkText(document));
        QCOMPARE(marks(document, report::Marker::circle).size(), std::size_t{1}); // the legend
    }

    void itComesBackFromJsonAsItWas() {
        const report::Document document = drawn(example());
        const auto read = report::documentFromJson(report::toJson(document));
        QVERIFY(read);
        QCOMPARE(*read, document);
    }

    void anEndBeforeTheBeginningIsRefused() {
        ChartInput input = example();
        input.last = input.first - 1;
        const auto made = report::chartReport(input, wording::DocLocale());
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::outOfRange);
    }

    // SCL-10
    void bandsAreInTheLegend() {
        ChartInput input = example();
        QVERIFY(!report::toText(drawn(input)).contains(QLatin1String("no change that matters")));
        input.masBand = ChartInput::Band{2'550, 3'450};
        input.nrsBand = ChartInput::Band{6'150, 8'850};
        const QString text = report::toText(drawn(input));
        QVERIFY(text.contains(QLatin1String("MAS: no change that matters from baseline")));
        QVERIFY(text.contains(QLatin1String("NRS: no change that matters from baseline")));
        input.nrsBand.reset();
        QVERIFY(!report::toText(drawn(input)).contains(QLatin1String("NRS: no change")));
    }

    // SCL-10
    void furtherScalesStandBelowOnTheSameDays() {
        ChartInput input = example();
        input.further = {{core::ChartedScale::goals,
                          {{date("2026-03-01"), 40'000}, {date("2026-06-01"), 60'000}},
                          ChartInput::Band{30'000, 50'000},
                          30'000,
                          70'000,
                          10'000},
                         {core::ChartedScale::twentyFiveFoot, {{date("2026-06-01"), 9'000}}, {}, 0, 10'000, 5'000}};
        const report::Document document = drawn(input);
        const QString text = report::toText(document);
        QVERIFY(text.contains(QLatin1String("GAS T score, 50 is as expected. More is better.")));
        QVERIFY(text.contains(QLatin1String("25-foot walk, s. Lower is better.")));
        const report::Polyline given = longest(document, report::Dash::solid);
        std::vector<report::Mark> points = marks(document, report::Marker::circle);
        std::erase_if(points, [](const report::Mark& mark) { return !mark.filled; });
        QCOMPARE(points.size(), std::size_t{3});
        QVERIFY(std::abs(middle(points[0]) - given.points[0].start) < 1e-6);
        QVERIFY(std::abs(middle(points[1]) - given.points[2].start) < 1e-6);
        QVERIFY(points[1].box.top < points[0].box.top); // a higher score is higher
        QVERIFY(points[2].box.top > points[0].box.bottom());
        double lowest = 0;
        for (const report::Mark& mark : marks(document, report::Marker::square))
            lowest = std::max(lowest, mark.box.bottom());
        QVERIFY(points[1].box.top > lowest);
        QVERIFY(points[2].box.bottom() < document.height() - 14);
    }

    // SCL-10
    void aPumpStandsAboveTheDosesOnTheSameDays() {
        ChartInput input = example();
        const auto triangles = [](const report::Document& document) {
            std::vector<report::Mark> found;
            for (const report::Mark& mark : all<report::Mark>(document))
                if (mark.marker == report::Marker::triangle)
                    found.push_back(mark);
            return found;
        };
        const std::size_t before = triangles(drawn(input)).size();
        const auto mcg = [](int count) { return core::PumpDose::micrograms(count); };
        input.pump = ChartInput::Pump{{{date("2026-01-01"), date("2026-04-30"), mcg(100), false},
                                       {date("2026-05-01"), date("2026-05-31"), mcg(115), true},
                                       {date("2026-06-01"), date("2026-11-22"), mcg(130), true}},
                                      {date("2026-01-15"), date("2026-04-10"), date("2026-07-10")},
                                      {date("2027-01-10"), date("2027-12-10")}};
        const report::Document document = drawn(input);
        // The longest solid line is the pump's now: three doses, the first cut at the edge of the picture.
        const report::Polyline pump = longest(document, report::Dash::solid);
        QCOMPARE(pump.points.size(), std::size_t{6});
        QVERIFY(pump.points[2].top < pump.points[1].top); // more is higher
        const report::Polyline given = longest(drawn(example()), report::Dash::solid);
        // The change of the pump on 01-Jun and that of the tablets stand above one another.
        QCOMPARE(pump.points[4].start, given.points[2].start);
        // Refills within the days shown, and no alarm beyond them.
        QCOMPARE(triangles(document).size(), before + 2);
        const auto upright = [&](report::Dash dash) {
            return std::ranges::count_if(all<report::Polyline>(document), [&](const report::Polyline& line) {
                return line.dash == dash && line.points.size() == 2 && line.points[0].start == line.points[1].start;
            });
        };
        QCOMPARE(upright(report::Dash::dashed), 1);
        bool named = false;
        for (const report::Text& text : all<report::Text>(document)) {
            named = named || text.text.startsWith(QStringLiteral("Pump, mcg a day"));
            QVERIFY2(text.box.bottom() <= document.height() && text.box.top >= 0, qPrintable(text.text));
        }
        QVERIFY(named);
    }

    // Nobody reads figures that lie on one another, however many panels there are.
    void figuresOfAFullPageStandApart() {
        ChartInput input = example();
        input.pump = ChartInput::Pump{
            {{date("2026-03-01"), date("2026-11-22"), core::PumpDose::micrograms(310), false}}, {}, {}};
        for (const auto scale : {core::ChartedScale::goals, core::ChartedScale::tenMetre,
                                 core::ChartedScale::twentyFiveFoot, core::ChartedScale::tardieuAngle})
            input.further.push_back({scale, {{date("2026-06-01"), 10'000}}, std::nullopt, 0, 20'000, 5'000});
        std::vector<report::Text> figures; // at the left of the panels
        for (const report::Text& text : all<report::Text>(drawn(input)))
            if (text.align == report::Align::end && text.box.end() < 30)
                figures.push_back(text);
        QVERIFY(figures.size() >= 12);
        std::ranges::sort(figures, {}, [](const report::Text& text) { return text.box.top; });
        for (std::size_t i = 1; i < figures.size(); ++i)
            QVERIFY2(figures[i].box.top >= figures[i - 1].box.bottom() - 0.01,
                     qPrintable(figures[i - 1].text + QStringLiteral(" on ") + figures[i].text));
    }
};

QTEST_MAIN(TestChartReport)
#include "tst_chart_report.moc"
