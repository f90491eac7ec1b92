#include "for_rule.h"
#include "plan_values.h"

using namespace lento::core;
using namespace lento::test;

namespace {

TaperInputs with(TaperInputs inputs, void (*change)(TaperInputs&)) {
    change(inputs);
    return inputs;
}

QStringList lines(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char('\n'));
}

} // namespace

class TestTaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfTheExamples_data();
    void stepsAreThoseOfTheExamples();
    void dosesFollowTheModel_data();
    void dosesFollowTheModel();
    void numberOfDosesStaysThatOfTheFirstDose(); // TAP-17
    void stepsSayWhyTheyAre();
    void riskDecidesThePreset_data();
    void riskDecidesThePreset(); // TAP-11
    void presetsGetSlowerUntilTheSlowest();
    void whatNobodySetIsWhatTheRulesSay();
    void conditionsRaiseTheirFlag_data();
    void conditionsRaiseTheirFlag();
    void badInputsAreRefused_data();
    void badInputsAreRefused();
};

void TestTaper::stepsAreThoseOfTheExamples_data() {
    QTest::addColumn<TaperInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<int>("days"); // from the first reduced day to the stop date

    QTest::newRow("E11") << taper("2026-01-05", "60", 10, 7) << QByteArray("q 5")
                         << lines("2026-01-05 2026-01-11 55 (15 / 20 / 20)\n"
                                  "2026-01-12 2026-01-18 50 (15 / 15 / 20)\n"
                                  "2026-01-19 2026-01-25 45 (15 / 15 / 15)\n"
                                  "2026-01-26 2026-02-01 40 (10 / 15 / 15)\n"
                                  "2026-02-02 2026-02-08 35 (10 / 10 / 15)\n"
                                  "2026-02-09 2026-02-15 30 (10 / 10 / 10)\n"
                                  "2026-02-16 2026-02-22 25 (5 / 10 / 10)\n"
                                  "2026-02-23 2026-03-01 20 (5 / 5 / 10)\n"
                                  "2026-03-02 2026-03-08 15 (5 / 5 / 5)\n"
                                  "2026-03-09 2026-03-15 10 (0 / 5 / 5)\n"
                                  "2026-03-16 2026-03-22 5 (0 / 0 / 5)\n"
                                  "2026-03-23 open 0")
                         << 77;
    QTest::newRow("E12 passes the final dose") << taper("2027-12-20", "60", 20, 7) << QByteArray("q 5")
                                               << lines("2027-12-20 2027-12-26 50 (15 / 15 / 20)\n"
                                                        "2027-12-27 2028-01-02 40 (10 / 15 / 15)\n"
                                                        "2028-01-03 2028-01-09 30 (10 / 10 / 10)\n"
                                                        "2028-01-10 2028-01-16 20 (5 / 5 / 10)\n"
                                                        "2028-01-17 2028-01-23 15 (5 / 5 / 5)\n"
                                                        "2028-01-24 2028-01-30 10 (0 / 5 / 5)\n"
                                                        "2028-01-31 2028-02-06 5 (0 / 0 / 5)\n"
                                                        "2028-02-07 open 0")
                                               << 49;
    QTest::newRow("E13 over a leap day and a clock change")
        << with(taper("2028-02-15", "80", 10, 14), [](TaperInputs& in) { in.dosesPerDay = 4; }) << QByteArray("q 5")
        << lines("2028-02-15 2028-02-28 70 (15 / 15 / 20 / 20)\n"
                 "2028-02-29 2028-03-13 60 (15 / 15 / 15 / 15)\n"
                 "2028-03-14 2028-03-27 50 (10 / 10 / 15 / 15)\n"
                 "2028-03-28 2028-04-10 40 (10 / 10 / 10 / 10)\n"
                 "2028-04-11 2028-04-24 30 (5 / 5 / 10 / 10)\n"
                 "2028-04-25 2028-05-08 20 (5 / 5 / 5 / 5)\n"
                 "2028-05-09 2028-05-22 15 (0 / 5 / 5 / 5)\n"
                 "2028-05-23 2028-06-05 10 (0 / 0 / 5 / 5)\n"
                 "2028-06-06 2028-06-19 5 (0 / 0 / 0 / 5)\n"
                 "2028-06-20 open 0")
        << 126;
    QTest::newRow("E15 coarse product") << taper("2026-05-04", "20", 10, 7) << QByteArray("q 5")
                                        << lines("2026-05-04 2026-05-10 15 (5 / 5 / 5)\n"
                                                 "2026-05-11 2026-05-17 10 (0 / 5 / 5)\n"
                                                 "2026-05-18 2026-05-24 5 (0 / 0 / 5)\n"
                                                 "2026-05-25 open 0")
                                        << 21;
    QTest::newRow("E16 with halves of 5 mg")
        << with(taper("2026-05-04", "20", 10, 7), [](TaperInputs& in) { in.finalDose = daily("2.5"); })
        << QByteArray("TAB5*")
        << lines("2026-05-04 2026-05-10 17.5 (5 / 5 / 7.5)\n"
                 "2026-05-11 2026-05-17 15 (5 / 5 / 5)\n"
                 "2026-05-18 2026-05-24 12.5 (2.5 / 5 / 5)\n"
                 "2026-05-25 2026-05-31 10 (2.5 / 2.5 / 5)\n"
                 "2026-06-01 2026-06-07 7.5 (2.5 / 2.5 / 2.5)\n"
                 "2026-06-08 2026-06-14 5 (0 / 2.5 / 2.5)\n"
                 "2026-06-15 2026-06-21 2.5 (0 / 0 / 2.5)\n"
                 "2026-06-22 open 0")
        << 49;
    QTest::newRow("E17 fixed steps, no gentle end") << fixedTaper("2026-04-01", "60", "15", 2) << QByteArray("q 5")
                                                    << lines("2026-04-01 2026-04-02 45 (15 / 15 / 15)\n"
                                                             "2026-04-03 2026-04-04 30 (10 / 10 / 10)\n"
                                                             "2026-04-05 2026-04-06 15 (5 / 5 / 5)\n"
                                                             "2026-04-07 2026-04-08 5 (0 / 0 / 5)\n"
                                                             "2026-04-09 open 0")
                                                    << 8;
    QTest::newRow("E18d wean after a pump") << fixedTaper("2026-06-02", "60", "15", 3) << QByteArray("q 5")
                                            << lines("2026-06-02 2026-06-04 45 (15 / 15 / 15)\n"
                                                     "2026-06-05 2026-06-07 30 (10 / 10 / 10)\n"
                                                     "2026-06-08 2026-06-10 15 (5 / 5 / 5)\n"
                                                     "2026-06-11 2026-06-13 5 (0 / 0 / 5)\n"
                                                     "2026-06-14 open 0")
                                            << 12;
}

void TestTaper::stepsAreThoseOfTheExamples() {
    QFETCH(TaperInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(QStringList, steps);
    QFETCH(int, days);
    const Plan plan = planned(inputs, set.toStdString());
    QCOMPARE(stepTexts(plan.steps), steps);
    QVERIFY(plan.stopDate());
    QCOMPARE(*plan.stopDate() - inputs.start, days);
    QVERIFY(isContiguous(plan.steps));
}

void TestTaper::dosesFollowTheModel_data() {
    QTest::addColumn<TaperInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<QString>("doses");
    constexpr auto current = TaperModel::percentOfCurrent;

    QTest::newRow("E14 percent of current") << taper("2026-09-28", "45", 20, 7, current) << QByteArray("SOL1")
                                            << QStringLiteral("36 29 23.5 19 15.5 12.5 10 8 6.5 5.5 5 0");
    QTest::newRow("E18a to a lower dose")
        << with(taper("2026-09-07", "50", 10, 14), [](TaperInputs& in) { in.goal = daily("30"); }) << QByteArray("q 5")
        << QStringLiteral("45 40 35 30");
    QTest::newRow("goal between two steps is not jumped over")
        << with(taper("2026-09-07", "60", 20, 14), [](TaperInputs& in) { in.goal = daily("35"); }) << QByteArray("q 5")
        << QStringLiteral("50 40 35");
    QTest::newRow("goal below the final dose passes it")
        << with(taper("2026-09-07", "20", 20, 14), [](TaperInputs& in) { in.goal = daily("2.5"); })
        << QByteArray("q 2.5") << QStringLiteral("17.5 15 12.5 10 7.5 5 2.5");
    QTest::newRow("final dose rounds up to a piece")
        << taper("2026-01-05", "40", 10, 7) << QByteArray("TAB20-,TAB10-") << QStringLiteral("30 20 10 0");
    QTest::newRow("final dose already reached")
        << taper("2026-01-05", "5", 10, 7) << QByteArray("q 5") << QStringLiteral("0");
    QTest::newRow("below the final dose")
        << taper("2026-01-05", "2.5", 10, 7) << QByteArray("q 2.5") << QStringLiteral("0");
    QTest::newRow("gentle end switched off")
        << with(taper("2027-12-20", "60", 20, 7), [](TaperInputs& in) { in.gentleEnd = false; }) << QByteArray("q 5")
        << QStringLiteral("50 40 30 20 10 5 0");
    QTest::newRow("gentle end switched on for fixed steps")
        << with(fixedTaper("2026-04-01", "60", "15", 2), [](TaperInputs& in) { in.gentleEnd = true; })
        << QByteArray("q 5") << QStringLiteral("45 30 25 20 15 10 5 0");
    QTest::newRow("gentle end stops at a coarse piece")
        << taper("2026-04-01", "45", 20, 7) << QByteArray("TAB15") << QStringLiteral("30 15 0");
    QTest::newRow("fixed step below one piece")
        << fixedTaper("2026-04-01", "20", "2", 7) << QByteArray("q 5") << QStringLiteral("15 10 5 0");
    QTest::newRow("a dose that the pieces cannot make comes onto the grid from above")
        << taper("2026-01-05", "37", 10, 7) << QByteArray("q 5") << QStringLiteral("35 30 25 20 15 10 5 0");
    QTest::newRow("compounding never stalls") << taper("2026-01-05", "20", 10, 7, current) << QByteArray("q 0.5")
                                              << QStringLiteral("18 16 14.5 13 11.5 10.5 9.5 8.5 7.5 7 6.5 6 5.5 5 0");
}

void TestTaper::dosesFollowTheModel() {
    const ForRule rule("TAP-2, TAP-3, TAP-6");
    QFETCH(TaperInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(QString, doses);
    const Plan plan = planned(inputs, set.toStdString());
    QCOMPARE(dosesText(plan), doses);
    QCOMPARE(plan.stopDate().has_value(), inputs.goal.isZero());
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        QCOMPARE(plan.steps[i].span.first - inputs.start, static_cast<int>(i) * inputs.intervalDays);
}

void TestTaper::numberOfDosesStaysThatOfTheFirstDose() {
    const Plan plan = planned(fixedTaper("2026-12-02", "65", "10", 14), "TAB10");
    QCOMPARE(stepText(plan.steps[0]), QStringLiteral("2026-12-02 2026-12-15 55 (10 / 15 / 15 / 15)"));
    for (std::size_t i = 0; i + 1 < plan.steps.size(); ++i)
        QCOMPARE(plan.steps[i].split.dosesPerDay(), 4);
    QCOMPARE(plan.steps.back().split.dosesPerDay(), 0);
}

void TestTaper::stepsSayWhyTheyAre() {
    const Plan plan = planned(taper("2026-05-04", "20", 10, 7));
    QCOMPARE(plan.steps[0].reason, StepReason::decrease);
    QCOMPARE(plan.steps[0].rules, (std::vector<RuleId>{"TAP-2", "RND-3"}));
    QCOMPARE(plan.steps[2].reason, StepReason::finalDose);
    QCOMPARE(plan.steps[3].reason, StepReason::stop);
    QCOMPARE(planned(fixedTaper("2026-04-01", "60", "15", 2)).steps[0].rules, std::vector<RuleId>{"TAP-2"});

    TaperInputs lower = taper("2026-09-07", "50", 10, 14);
    lower.goal = daily("30");
    QCOMPARE(planned(lower).steps.back().reason, StepReason::goal);
    QCOMPARE(planned(lower).steps.back().rules.back(), RuleId("TAP-16"));
}

void TestTaper::riskDecidesThePreset_data() {
    QTest::addColumn<int>("months");
    QTest::addColumn<QByteArray>("dose");
    QTest::addColumn<bool>("epilepsy");
    QTest::addColumn<TaperRisk>("risk");
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("interval");
    QTest::newRow("E22 1 month, 30 mg") << 1 << QByteArray("30") << false << TaperRisk::low << 20 << 7;
    QTest::newRow("E22 1 month, 35 mg") << 1 << QByteArray("35") << false << TaperRisk::standard << 10 << 7;
    QTest::newRow("E22 3 months, 45 mg") << 3 << QByteArray("45") << false << TaperRisk::standard << 10 << 7;
    QTest::newRow("E22 6 months, 20 mg") << 6 << QByteArray("20") << false << TaperRisk::high << 10 << 14;
    QTest::newRow("E22 2 months, 60 mg") << 2 << QByteArray("60") << false << TaperRisk::high << 10 << 14;
    QTest::newRow("E22 epilepsy") << 1 << QByteArray("15") << true << TaperRisk::high << 10 << 14;
    QTest::newRow("5 months, 59.5 mg") << 5 << QByteArray("59.5") << false << TaperRisk::standard << 10 << 7;
    QTest::newRow("2 months, 30 mg") << 2 << QByteArray("30") << false << TaperRisk::standard << 10 << 7;
    QTest::newRow("first month") << 0 << QByteArray("5") << false << TaperRisk::low << 20 << 7;
}

void TestTaper::riskDecidesThePreset() {
    QFETCH(int, months);
    QFETCH(QByteArray, dose);
    QFETCH(bool, epilepsy);
    QFETCH(TaperRisk, risk);
    QFETCH(int, percent);
    QFETCH(int, interval);
    const std::vector<TaperRiskFlag> flags =
        epilepsy ? std::vector{TaperRiskFlag::epilepsy} : std::vector<TaperRiskFlag>{};
    const TaperPreset preset = taperPreset(months, daily(dose.toStdString()), flags, shippedNumbers());
    QCOMPARE(preset.risk, risk);
    QCOMPARE(preset.model, TaperModel::percentOfStart);
    QCOMPARE(preset.percent.whole(), percent);
    QCOMPARE(preset.intervalDays, interval);
}

void TestTaper::presetsGetSlowerUntilTheSlowest() {
    const TaperPreset low = taperPreset(0, daily("5"), {}, shippedNumbers());
    const TaperPreset standard = slowerPreset(low, shippedNumbers());
    QCOMPARE(standard.risk, TaperRisk::standard);
    const TaperPreset high = slowerPreset(standard, shippedNumbers());
    QCOMPARE(high.risk, TaperRisk::high);
    QCOMPARE(high.intervalDays, 14);
    const TaperPreset slowest = slowerPreset(high, shippedNumbers());
    QCOMPARE(slowest.model, TaperModel::percentOfCurrent);
    QCOMPARE(slowest.percent.whole(), 10);
    QCOMPARE(slowest.intervalDays, 14);
    QCOMPARE(slowerPreset(slowest, shippedNumbers()).model, TaperModel::percentOfCurrent);
}

void TestTaper::conditionsRaiseTheirFlag_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("flagged");
    for (const char* code : {"epilepsy", "earlier-withdrawal", "psychosis-or-delirium", "alcohol-or-sedatives",
                             "pregnancy", "intrathecal", "cord-lesion-t6-or-above", "cannot-report"})
        QTest::newRow(code) << QByteArray(code) << true;
    QTest::newRow("diabetes") << QByteArray("diabetes") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("capitals") << QByteArray("Epilepsy") << false;
}

void TestTaper::conditionsRaiseTheirFlag() {
    QFETCH(QByteArray, code);
    QFETCH(bool, flagged);
    QCOMPARE(taperRiskFlag(code.toStdString()).has_value(), flagged);
}

void TestTaper::badInputsAreRefused_data() {
    QTest::addColumn<TaperInputs>("inputs");
    QTest::addColumn<QByteArray>("set");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("subject");
    const auto row = [](const char* name, TaperInputs inputs, ErrorCode code, const char* subject, const char* set,
                        auto change) {
        change(inputs);
        QTest::newRow(name) << inputs << QByteArray(set) << code << QByteArray(subject);
    };
    const TaperInputs good = taper("2026-01-05", "60", 10, 7);
    const TaperInputs fixed = fixedTaper("2026-01-05", "60", "15", 3);
    constexpr auto outOfRange = ErrorCode::outOfRange;
    row("no dose", good, outOfRange, "from_mg", "q 5", [](auto& in) { in.from = DailyDose(); });
    row("no percent", good, outOfRange, "percent", "q 5", [](auto& in) { in.percent = Percent::of(0); });
    row("negative percent", good, outOfRange, "percent", "q 5", [](auto& in) { in.percent = Percent::of(-5); });
    row("more than all", good, outOfRange, "percent", "q 5", [](auto& in) { in.percent = Percent::of(101); });
    row("interval of no days", good, outOfRange, "interval_days", "q 5", [](auto& in) { in.intervalDays = 0; });
    row("interval over a year", good, outOfRange, "interval_days", "q 5", [](auto& in) { in.intervalDays = 366; });
    row("no final dose", good, outOfRange, "final_mg", "q 5", [](auto& in) { in.finalDose = DailyDose(); });
    row("no fixed step", fixed, outOfRange, "step_mg", "q 5", [](auto& in) { in.fixedStep = DailyDose(); });
    row("no doses a day", good, outOfRange, "doses_per_day", "q 5", [](auto& in) { in.dosesPerDay = 0; });
    row("five doses a day", good, outOfRange, "doses_per_day", "q 5", [](auto& in) { in.dosesPerDay = 5; });
    row("goal is the dose", good, ErrorCode::goalNotBelowStart, "goal_mg", "q 5", [](auto& in) { in.goal = in.from; });
    row("goal above the dose", good, ErrorCode::goalNotBelowStart, "goal_mg", "q 5",
        [](auto& in) { in.goal = daily("65"); });
    row("goal that rounds up to the dose", good, ErrorCode::goalNotBelowStart, "goal_mg", "q 5",
        [](auto& in) { in.goal = daily("56"); });
    row("too many steps", fixed, ErrorCode::tooManySteps, "", "q 0.1", [](auto& in) {
        in.from = daily("300");
        in.fixedStep = daily("0.1");
    });
}

void TestTaper::badInputsAreRefused() {
    QFETCH(TaperInputs, inputs);
    QFETCH(QByteArray, set);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, subject);
    const Result<Plan> plan = planTaper(inputs, products(set.toStdString()), shippedNumbers());
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
    QCOMPARE(QByteArray::fromStdString(plan.error().subject), subject);

    const Result<Plan> without = planTaper(taper("2026-01-05", "60", 10, 7), ProductSet(), shippedNumbers());
    QVERIFY(!without);
    QCOMPARE(without.error().code, ErrorCode::noProducts);
}

// The defaults of the inputs, which stand where no program fills them, are those of the data.
void TestTaper::whatNobodySetIsWhatTheRulesSay() {
    const ForRule rule("TAP-1, TIT-8, TAP-11");
    const RuleNumbers& numbers = shippedNumbers();
    QCOMPARE(TaperInputs{}.finalDose, numbers.tap1.finalDose);
    QCOMPARE(TaperInputs{}.singleDoseCap, numbers.tit8.singleDose);
    QCOMPARE(TitrationInputs{}.singleDoseCap, numbers.tit8.singleDose);
    QCOMPARE(SplitRules{}.singleDoseCap, numbers.tit8.singleDose);
    QCOMPARE(TaperInputs{}.percent, numbers.tap11.standard.percent);
    QCOMPARE(TaperInputs{}.intervalDays, numbers.tap11.standard.intervalDays);
    QCOMPARE(TitrationInputs{}.dosesPerDay, numbers.tit9.usualDosesPerDay);
}

LENTO_CORE_TEST_MAIN(TestTaper)
#include "tst_taper.moc"
