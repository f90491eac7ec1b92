#include "plan_values.h"

using namespace lento::core;
using namespace lento::test;

class TestTitration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfTheExamples_data();
    void stepsAreThoseOfTheExamples();
    void startAndIncrementRoundDownToTheProducts_data();
    void startAndIncrementRoundDownToTheProducts();
    void goalDoseStartsOnTheExpectedDay();
    void stepsAfterTheReviewWaitForIt();
    void dosesPerDayRiseOnlyWhereTheCapAsksForIt();
    void stepsSayWhyTheyAre();
    void doseOverTheCapIsMarked();
    void badInputsAreRefused_data();
    void badInputsAreRefused();
};

void TestTitration::stepsAreThoseOfTheExamples_data() {
    QTest::addColumn<TitrationInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("some"); // those named; all of them when as many as count

    QTest::newRow("E1 TIT-ORAL-ADULT-1") << titration("2026-02-26", "15", "15", 3, "60") << QByteArray("q 5") << 4
                                         << QStringList{QStringLiteral("2026-02-26 2026-02-28 15 (5 / 5 / 5)"),
                                                        QStringLiteral("2026-03-01 2026-03-03 30 (10 / 10 / 10)"),
                                                        QStringLiteral("2026-03-04 2026-03-06 45 (15 / 15 / 15)"),
                                                        QStringLiteral("2026-03-07 open 60 (20 / 20 / 20)")};
    QTest::newRow("E2 over a leap day") << titration("2028-02-25", "15", "5", 3, "45") << QByteArray("q 5") << 7
                                        << QStringList{QStringLiteral("2028-02-25 2028-02-27 15 (5 / 5 / 5)"),
                                                       QStringLiteral("2028-02-28 2028-03-01 20 (5 / 5 / 10)"),
                                                       QStringLiteral("2028-03-02 2028-03-04 25 (5 / 10 / 10)"),
                                                       QStringLiteral("2028-03-05 2028-03-07 30 (10 / 10 / 10)"),
                                                       QStringLiteral("2028-03-08 2028-03-10 35 (10 / 10 / 15)"),
                                                       QStringLiteral("2028-03-11 2028-03-13 40 (10 / 15 / 15)"),
                                                       QStringLiteral("2028-03-14 open 45 (15 / 15 / 15)")};
    QTest::newRow("E3 very slow, larger in the evening")
        << titration("2026-01-05", "5", "2.5", 5, "50", SplitStrategy::evening) << QByteArray("q 2.5") << 19
        << QStringList{QStringLiteral("2026-01-05 2026-01-09 5 (0 / 2.5 / 2.5)"),
                       QStringLiteral("2026-01-10 2026-01-14 7.5 (2.5 / 2.5 / 2.5)"),
                       QStringLiteral("2026-01-15 2026-01-19 10 (2.5 / 2.5 / 5)"),
                       QStringLiteral("2026-01-20 2026-01-24 12.5 (2.5 / 2.5 / 7.5)"),
                       QStringLiteral("2026-03-31 2026-04-04 47.5 (12.5 / 15 / 20)"),
                       QStringLiteral("2026-04-05 open 50 (15 / 15 / 20)")};
    QTest::newRow("E4 above 60 in four doses")
        << titration("2026-06-01", "60", "15", 3, "80") << QByteArray("TAB10") << 3
        << QStringList{QStringLiteral("2026-06-01 2026-06-03 60 (20 / 20 / 20)"),
                       QStringLiteral("2026-06-04 2026-06-06 75 (15 / 20 / 20 / 20)"),
                       QStringLiteral("2026-06-07 open 80 (20 / 20 / 20 / 20)")};
    QTest::newRow("goal below the start is the whole plan")
        << titration("2026-06-01", "15", "5", 3, "10") << QByteArray("q 5") << 1
        << QStringList{QStringLiteral("2026-06-01 open 10 (0 / 5 / 5)")};
    QTest::newRow("last step is what is left") << titration("2026-06-01", "15", "15", 3, "50") << QByteArray("q 5") << 4
                                               << QStringList{QStringLiteral("2026-06-10 open 50 (15 / 15 / 20)")};
}

void TestTitration::stepsAreThoseOfTheExamples() {
    QFETCH(TitrationInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(int, count);
    QFETCH(QStringList, some);

    const Plan plan = planned(inputs, set.toStdString());
    const QStringList steps = stepTexts(plan.steps);
    QCOMPARE(steps.size(), count);
    if (some.size() == count)
        QCOMPARE(steps, some);
    for (const QString& step : some)
        QVERIFY2(steps.contains(step), qPrintable(step + QStringLiteral(" not in\n") + steps.join(QLatin1Char('\n'))));
    QVERIFY(isContiguous(plan.steps));
    QVERIFY(plan.steps.back().span.isOpen());
    QVERIFY(!plan.stopDate());
}

void TestTitration::startAndIncrementRoundDownToTheProducts_data() {
    QTest::addColumn<TitrationInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QString>("doses");

    QTest::newRow("start below one piece becomes one piece")
        << titration("2027-03-06", "3", "10", 7, "35") << QByteArray("TAB10") << QStringLiteral("5 15 25 35");
    QTest::newRow("increment below one piece becomes one piece")
        << titration("2027-03-06", "5", "2", 7, "20") << QByteArray("TAB5") << QStringLiteral("5 10 15 20");
    QTest::newRow("goal rounds down") << titration("2027-03-06", "15", "15", 7, "44") << QByteArray("TAB15")
                                      << QStringLiteral("15 30");
    QTest::newRow("everything is off the grid") << titration("2027-03-06", "7.4", "3.9", 7, "19.9")
                                                << QByteArray("q 2.5") << QStringLiteral("5 7.5 10 12.5 15 17.5");
    QTest::newRow("tenths of a milligram")
        << titration("2027-03-06", "0.3", "0.2", 7, "0.8") << QByteArray("q 0.1") << QStringLiteral("0.3 0.5 0.7 0.8");
}

void TestTitration::startAndIncrementRoundDownToTheProducts() {
    QFETCH(TitrationInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(QString, doses);
    QCOMPARE(dosesText(planned(inputs, set.toStdString())), doses);
}

void TestTitration::goalDoseStartsOnTheExpectedDay() {
    const Plan verySlow = planned(titration("2026-01-05", "5", "2.5", 5, "50", SplitStrategy::evening), "q 2.5");
    QCOMPARE(verySlow.steps.back().span.first - verySlow.steps.front().span.first + 1, 91);
    const Plan label = planned(titration("2026-02-26", "15", "15", 3, "60"));
    QCOMPARE(label.steps.back().span.first - label.steps.front().span.first + 1, 10);
}

void TestTitration::stepsAfterTheReviewWaitForIt() {
    const Plan plan = planned(titration("2026-01-01", "15", "5", 7, "40"));
    for (const Step& step : plan.steps) {
        const bool later = step.span.first > date("2026-01-15");
        QCOMPARE(step.onlyAfterReview, later);
        QCOMPARE(std::count(step.rules.begin(), step.rules.end(), RuleId("TIT-17")), later ? 1 : 0);
    }
    // The step of the review day itself is not gated.
    QCOMPARE(plan.steps[2].span.first, date("2026-01-15"));
    QVERIFY(!plan.steps[2].onlyAfterReview);
}

void TestTitration::dosesPerDayRiseOnlyWhereTheCapAsksForIt() {
    TitrationInputs inputs = titration("2027-03-06", "3", "10", 7, "75", SplitStrategy::evening);
    inputs.dosesPerDay = 2;
    const Plan plan = planned(inputs, "TAB10");
    QList<int> counts;
    for (const Step& step : plan.steps) {
        counts << step.split.dosesPerDay();
        const bool raised = step.split.dosesPerDay() > inputs.dosesPerDay;
        QCOMPARE(std::count(step.rules.begin(), step.rules.end(), RuleId("SPL-4")), raised ? 1 : 0);
    }
    QCOMPARE(counts, (QList<int>{2, 2, 2, 2, 3, 3, 4, 4}));
}

void TestTitration::stepsSayWhyTheyAre() {
    const Plan plan = planned(titration("2026-02-26", "15", "15", 3, "45"));
    QCOMPARE(plan.steps[0].reason, StepReason::start);
    QCOMPARE(plan.steps[1].reason, StepReason::increase);
    QCOMPARE(plan.steps[2].reason, StepReason::goal);
    QCOMPARE(plan.steps[1].rules, std::vector<RuleId>{"TIT-16"});
    QCOMPARE(plan.kind(), PlanKind::titration);
    QCOMPARE(*plan.titration(), titration("2026-02-26", "15", "15", 3, "45"));
}

void TestTitration::doseOverTheCapIsMarked() {
    const Plan plan = planned(titration("2026-02-26", "75", "15", 3, "90"));
    QVERIFY(!plan.steps[0].overCap);
    QVERIFY(plan.steps[1].overCap);
}

void TestTitration::badInputsAreRefused_data() {
    QTest::addColumn<TitrationInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("subject");
    const TitrationInputs good = titration("2026-01-05", "15", "5", 3, "45");
    const auto row = [&](const char* name, ErrorCode code, const char* subject, const char* set, auto change) {
        TitrationInputs inputs = good;
        change(inputs);
        QTest::newRow(name) << inputs << QByteArray(set) << code << QByteArray(subject);
    };
    constexpr auto outOfRange = ErrorCode::outOfRange;
    row("no start dose", outOfRange, "start_mg", "q 5", [](auto& in) { in.startDose = DailyDose(); });
    row("no increment", outOfRange, "increment_mg", "q 5", [](auto& in) { in.increment = DailyDose(); });
    row("no goal", outOfRange, "goal_mg", "q 5", [](auto& in) { in.goal = DailyDose(); });
    row("interval of no days", outOfRange, "interval_days", "q 5", [](auto& in) { in.intervalDays = 0; });
    row("negative interval", outOfRange, "interval_days", "q 5", [](auto& in) { in.intervalDays = -3; });
    row("interval over a year", outOfRange, "interval_days", "q 5", [](auto& in) { in.intervalDays = 366; });
    row("no doses a day", outOfRange, "doses_per_day", "q 5", [](auto& in) { in.dosesPerDay = 0; });
    row("five doses a day", outOfRange, "doses_per_day", "q 5", [](auto& in) { in.dosesPerDay = 5; });
    row("too many steps", ErrorCode::tooManySteps, "", "q 0.1", [](auto& in) {
        in.increment = daily("0.1");
        in.goal = daily("300");
    });
}

void TestTitration::badInputsAreRefused() {
    QFETCH(TitrationInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, subject);
    const Result<Plan> plan = planTitration(inputs, products(set.toStdString()), 14);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
    QCOMPARE(QByteArray::fromStdString(plan.error().subject), subject);

    const Result<Plan> without = planTitration(titration("2026-01-05", "15", "5", 3, "45"), ProductSet(), 14);
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::noProducts);
}

LENTO_CORE_TEST_MAIN(TestTitration)
#include "tst_titration.moc"
