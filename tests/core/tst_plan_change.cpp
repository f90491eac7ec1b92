#include "core/plan_change.h"
#include "for_rule.h"
#include "plan_values.h"

#include <functional>

using namespace lento::core;
using namespace lento::test;

namespace {

Plan tenPercent() {
    return planned(taper("2026-01-05", "60", 10, 7));
}
Plan twentyPercent() {
    return planned(taper("2026-01-05", "60", 20, 7));
}
Plan gradual() {
    return planned(titration("2026-03-02", "15", "5", 7, "40"));
}

DoseSplit split(std::initializer_list<const char*> doses) {
    DoseSplit made(static_cast<int>(doses.size()));
    int at = 0;
    for (const char* each : doses)
        made.set(at++, dose(each));
    return made;
}

QString stepOn(const Plan& plan, const char* day) {
    const Step* step = plan.stepOn(date(day));
    return step ? stepText(*step) : QStringLiteral("none");
}

} // namespace

class TestPlanChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pauseKeepsTheDoseAndMovesTheRest();
    void holdKeepsTheDoseFromTheDayOn();
    void heldTwiceIsHeldForBoth();
    void holdOnTheFirstDayHoldsTheWholeStep();
    void holdOfAnOpenStepIsRecorded();
    void holdIsAReview();

    void taperStepsBackAsInTheExamples_data();
    void taperStepsBackAsInTheExamples();
    void secondStepBackSlowsAgain();
    void stepBackDuringAStepBackGoesOneHigher();
    void stepBackAfterAPauseFindsTheDoseBefore();
    void stepBackOnTheFirstStepReturnsToTheStart();
    void stepBackAfterTheStopTakesTheFinalDoseAgain();
    void stepBackOfPercentOfCurrentNeverTakesALargerStep();
    void stepBackKeepsTheNumberOfDoses();
    void stepBackOfATaperToALowerDoseEndsThere();
    void stepBackTakesAHandMadeSplitAgain();
    void handMadeDropDoesNotMakeTheTaperFaster();

    void anIncreaseGoesOnToTheGoal();
    void anIncreaseAfterAStepBackKeepsTheSlowPace();
    void anIncreaseToTheGoalStaysOpen();
    void whatIsNoIncreaseIsRefused();

    void titrationStepsBackAndSlowsDown();
    void secondTitrationStepBackSlowsAgain();
    void doseThatTwoAttemptsFailedToExceedStays();

    void shiftMovesTheStepsThatFollow();
    void shiftOfTheWholePlanMovesItsStart();
    void shiftNeverPassesAnEarlierStep();
    void shiftedStepsWaitForTheReview();
    void resumeStartsTheNextStep();
    void resumeOnTheFirstDayOfAHoldTakesItBack();

    void handMadeSplitChangesOneStep();
    void handMadeDoseIsFollowed();
    void handMadeGoalStaysTheGoal();
    void handMadeDoseOfATaperIsFollowed();
    void dividedStepsTakeTheSame();
    void joinedKeepsThePast_data();
    void joinedKeepsThePast();

    void badChangesAreRefused_data();
    void reviewAndPaceFollowTheNumbers();
    void badChangesAreRefused();
    void planKnowsItsDays();
    void contiguityIsSeen_data();
    void contiguityIsSeen();
};

// E19
// TIT-18: gradual() is 15 mg on 02-Mar-2026 and 5 more every 7 days to 40.
void TestPlanChange::anIncreaseGoesOnToTheGoal() {
    const Plan plan = raiseTo(gradual(), date("2026-03-12"), daily("25"), shippedNumbers()).value();
    QVERIFY(isContiguous(plan.steps));
    QCOMPARE(stepOn(plan, "2026-03-11"), QStringLiteral("2026-03-09 2026-03-11 20 (5 / 5 / 10)"));
    QCOMPARE(stepOn(plan, "2026-03-12"), QStringLiteral("2026-03-12 2026-03-18 25 (5 / 10 / 10)"));
    QCOMPARE(stepOn(plan, "2026-03-19"), QStringLiteral("2026-03-19 2026-03-25 30 (10 / 10 / 10)"));
    QCOMPARE(plan.steps.back().daily(), daily("40"));
    QVERIFY(plan.steps.back().span.isOpen());
    QCOMPARE(plan.stepOn(date("2026-03-12"))->rules, (std::vector<RuleId>{"VIS-6", "TIT-18"}));
}

void TestPlanChange::anIncreaseAfterAStepBackKeepsTheSlowPace() {
    const Plan back = steppedBack(planned(titration("2026-03-02", "15", "5", 7, "40"), "q 2.5"), date("2026-03-18"))
                          .value(); // 25 to 20, then 2.5 every 14 d
    const Pace pace = paceOf(back, shippedNumbers());
    QCOMPARE(pace.increment, daily("2.5"));
    QCOMPARE(pace.intervalDays, 14);
    const Plan plan = raiseTo(back, date("2026-04-01"), daily("22.5"), shippedNumbers()).value();
    QCOMPARE(plan.stepOn(date("2026-04-14"))->daily(), daily("22.5"));
    QCOMPARE(plan.stepOn(date("2026-04-15"))->daily(), daily("25"));
}

void TestPlanChange::anIncreaseToTheGoalStaysOpen() {
    const Plan plan = raiseTo(gradual(), date("2026-05-01"), daily("45"), shippedNumbers()).value();
    QCOMPARE(stepOn(plan, "2026-05-01"), QStringLiteral("2026-05-01 open 45 (15 / 15 / 15)"));
    QCOMPARE(stepOn(plan, "2026-04-30").section(QLatin1Char(' '), 1, 2), QStringLiteral("2026-04-30 40"));
}

void TestPlanChange::whatIsNoIncreaseIsRefused() {
    QCOMPARE(raiseTo(gradual(), date("2026-03-12"), daily("20"), shippedNumbers()).error().code, ErrorCode::outOfRange);
    QCOMPARE(raiseTo(gradual(), date("2026-03-12"), daily("22.5"), shippedNumbers()).error().code,
             ErrorCode::outOfRange); // in 5 mg: 20
    QCOMPARE(raiseTo(gradual(), date("2026-03-01"), daily("25"), shippedNumbers()).error().code,
             ErrorCode::dateOutsidePlan);
    QCOMPARE(raiseTo(tenPercent(), date("2026-01-22"), daily("65"), shippedNumbers()).error().code,
             ErrorCode::notFound);
}

// Another clinic's numbers, or another edition's: nothing of them is in the code.
void TestPlanChange::reviewAndPaceFollowTheNumbers() {
    const ForRule rule("TIT-11, VIS-10, TAP-13");
    RuleNumbers other = shippedNumbers();
    const auto waitsFrom = [](const Plan& plan, const char* changedOn) {
        for (const Step& step : plan.steps)
            if (step.onlyAfterReview)
                return step.span.first - date(changedOn);
        return 0;
    };
    const Plan up = planned(titration("2026-03-02", "15", "5", 7, "60"), "TAB10");
    // Steps of 7 days: the last that does not wait begins within the interval, on its day at the latest.
    for (const auto& [days, first] : {std::pair{13, 14}, std::pair{14, 21}, std::pair{20, 21}, std::pair{21, 28}}) {
        other.tit11.reviewEveryDays = days;
        QCOMPARE(waitsFrom(hold(up, date("2026-03-09"), 7, other).value(), "2026-03-09"), first);
        QCOMPARE(waitsFrom(resume(up, date("2026-03-10"), other).value(), "2026-03-10"), first);
        QCOMPARE(waitsFrom(raiseTo(up, date("2026-03-09"), daily("20"), other).value(), "2026-03-09"), first);
    }

    other.vis10.incrementPart = Ratio{1, 1};
    other.vis10.intervalTimes = 3;
    const Plan risen = planned(titration("2026-03-02", "15", "5", 7, "40"), "q 2.5");
    const Plan back = stepBack(risen, date("2026-03-18"), other).value();
    QCOMPARE(paceOf(back, other).increment, daily("5"));
    QCOMPARE(paceOf(back, other).intervalDays, 21);
    QCOMPARE(back.stepOn(date("2026-04-01"))->daily(), daily("25")); // not 22.5

    other.tap13.backIntervals = 3;
    other.tap13.stepPart = Ratio{1, 1};
    const Plan twenty = stepBack(twentyPercent(), date("2026-01-22"), other).value(); // E20 with other numbers
    QCOMPARE(stepOn(twenty, "2026-01-22"), QStringLiteral("2026-01-22 2026-02-11 40 (10 / 15 / 15)"));
    QCOMPARE(twenty.stepOn(date("2026-02-12"))->daily(), daily("30"));
    other.tap13.stepPart = Ratio{1, 4}; // less than one piece of 5 mg
    other.tap13.intervalTimes = 4;
    const Plan slow = stepBack(twentyPercent(), date("2026-01-22"), other).value();
    QCOMPARE(slow.stepOn(date("2026-02-12"))->span.days(), 28);
}

void TestPlanChange::pauseKeepsTheDoseAndMovesTheRest() {
    const Plan before = tenPercent();
    const Plan plan = pauseStep(before, 4, 7).value();
    QCOMPARE(stepText(plan.steps[3]), QStringLiteral("2026-01-26 2026-02-08 40 (10 / 15 / 15)"));
    QCOMPARE(stepText(plan.steps[4]), QStringLiteral("2026-02-09 2026-02-15 35 (10 / 10 / 15)"));
    QCOMPARE(*before.stopDate(), date("2026-03-23"));
    QCOMPARE(*plan.stopDate(), date("2026-03-30"));
    QCOMPARE(plan.steps[3].reason, StepReason::pause);
    QCOMPARE(plan.steps[3].rules.back(), RuleId("TAP-12"));
    QCOMPARE(dosesText(plan), dosesText(before));
    QVERIFY(isContiguous(plan.steps));
    QCOMPARE(plan.inputs, before.inputs);
}

void TestPlanChange::holdKeepsTheDoseFromTheDayOn() {
    const Plan before = tenPercent();
    const Plan plan = hold(before, date("2026-02-01"), 7, shippedNumbers()).value();
    QCOMPARE(stepText(plan.steps[3]), QStringLiteral("2026-01-26 2026-01-31 40 (10 / 15 / 15)"));
    QCOMPARE(plan.steps[3].reason, StepReason::decrease);
    QCOMPARE(stepText(plan.steps[4]), QStringLiteral("2026-02-01 2026-02-08 40 (10 / 15 / 15)"));
    QCOMPARE(plan.steps[4].reason, StepReason::hold);
    QCOMPARE(stepText(plan.steps[5]), QStringLiteral("2026-02-09 2026-02-15 35 (10 / 10 / 15)"));
    QCOMPARE(*plan.stopDate(), date("2026-03-30"));
    QVERIFY(isContiguous(plan.steps));
}

void TestPlanChange::heldTwiceIsHeldForBoth() {
    const Plan once = hold(tenPercent(), date("2026-02-01"), 7, shippedNumbers()).value();
    const Plan twice = hold(once, date("2026-02-05"), 3, shippedNumbers()).value();
    QCOMPARE(stepOn(twice, "2026-02-05"), QStringLiteral("2026-02-01 2026-02-11 40 (10 / 15 / 15)"));
    QCOMPARE(twice.steps.size(), once.steps.size());
    QCOMPARE(*twice.stopDate(), date("2026-04-02"));

    const Plan later = hold(once, date("2026-02-12"), 4, shippedNumbers()).value();
    QCOMPARE(*later.stopDate(), date("2026-04-03"));
    QVERIFY(isContiguous(later.steps));
}

void TestPlanChange::holdOnTheFirstDayHoldsTheWholeStep() {
    const Plan plan = hold(tenPercent(), date("2026-01-26"), 5, shippedNumbers()).value();
    QCOMPARE(plan.steps.size(), tenPercent().steps.size());
    QCOMPARE(stepText(plan.steps[3]), QStringLiteral("2026-01-26 2026-02-06 40 (10 / 15 / 15)"));
    QCOMPARE(plan.steps[3].reason, StepReason::hold);
}

void TestPlanChange::holdOfAnOpenStepIsRecorded() {
    const Plan plan = hold(gradual(), date("2026-05-01"), 42, shippedNumbers()).value();
    QCOMPARE(plan.steps.back().reason, StepReason::hold);
    QVERIFY(plan.steps.back().span.isOpen());
    QCOMPARE(plan.steps.back().span.first, date("2026-05-01"));
    QCOMPARE(plan.steps.back().rules.back(), RuleId("TIT-18"));
    QVERIFY(isContiguous(plan.steps));
}

void TestPlanChange::holdIsAReview() {
    const Plan before = gradual();
    QVERIFY(before.stepOn(date("2026-03-25"))->onlyAfterReview);
    const Plan plan = hold(before, date("2026-03-18"), 3, shippedNumbers()).value();
    for (const Step& step : plan.steps) {
        if (step.span.first >= date("2026-03-18"))
            QCOMPARE(step.onlyAfterReview, step.span.first > date("2026-04-01"));
    }
    QVERIFY(plan.steps.back().onlyAfterReview);
}

void TestPlanChange::taperStepsBackAsInTheExamples_data() {
    QTest::addColumn<TaperInputs>("inputs");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<QStringList>("steps"); // from the step-back on
    QTest::newRow("E20 half the step") << taper("2026-01-05", "60", 20, 7) << QByteArray("2026-01-22")
                                       << QStringList{QStringLiteral("2026-01-22 2026-02-04 40 (10 / 15 / 15)"),
                                                      QStringLiteral("2026-02-05 2026-02-11 35 (10 / 10 / 15)"),
                                                      QStringLiteral("2026-02-12 2026-02-18 30 (10 / 10 / 10)"),
                                                      QStringLiteral("2026-02-19 2026-02-25 25 (5 / 10 / 10)"),
                                                      QStringLiteral("2026-02-26 2026-03-04 20 (5 / 5 / 10)"),
                                                      QStringLiteral("2026-03-05 2026-03-11 15 (5 / 5 / 5)"),
                                                      QStringLiteral("2026-03-12 2026-03-18 10 (0 / 5 / 5)"),
                                                      QStringLiteral("2026-03-19 2026-03-25 5 (0 / 0 / 5)"),
                                                      QStringLiteral("2026-03-26 open 0")};
    QTest::newRow("E21 twice the interval")
        << taper("2026-02-02", "30", 10, 7) << QByteArray("2026-02-18")
        << QStringList{QStringLiteral("2026-02-18 2026-03-03 20 (5 / 5 / 10)"),
                       QStringLiteral("2026-03-04 2026-03-17 15 (5 / 5 / 5)"),
                       QStringLiteral("2026-03-18 2026-03-31 10 (0 / 5 / 5)"),
                       QStringLiteral("2026-04-01 2026-04-14 5 (0 / 0 / 5)"), QStringLiteral("2026-04-15 open 0")};
}

void TestPlanChange::taperStepsBackAsInTheExamples() {
    QFETCH(TaperInputs, inputs);
    QFETCH(QByteArray, day);
    QFETCH(QStringList, steps);
    const Plan before = planned(inputs);
    const Date on = date(day.toStdString());
    const Plan plan = steppedBack(before, on).value();
    QCOMPARE(stepTexts(plan.steps).mid(static_cast<qsizetype>(*plan.indexOn(on))), steps);
    QCOMPARE(plan.stepOn(on)->reason, StepReason::stepBack);
    QCOMPARE(plan.stepOn(on)->rules, std::vector<RuleId>{"TAP-13"});
    QCOMPARE(plan.inputs, before.inputs);
    QVERIFY(isContiguous(plan.steps));
    for (Date past = inputs.start; past < on; past = past + 1)
        QCOMPARE(plan.stepOn(past)->split, before.stepOn(past)->split);
}

void TestPlanChange::secondStepBackSlowsAgain() {
    // E20, then symptoms again at 30 mg: the last step was 5, so it stays and the interval doubles.
    const Plan once = steppedBack(twentyPercent(), date("2026-01-22")).value();
    const Plan twice = steppedBack(once, date("2026-02-14")).value();
    QCOMPARE(stepOn(twice, "2026-02-14"), QStringLiteral("2026-02-14 2026-02-27 35 (10 / 10 / 15)"));
    QCOMPARE(stepOn(twice, "2026-02-28"), QStringLiteral("2026-02-28 2026-03-13 30 (10 / 10 / 10)"));
    QCOMPARE(stepOn(twice, "2026-03-14"), QStringLiteral("2026-03-14 2026-03-27 25 (5 / 10 / 10)"));

    // And a third time: two intervals are now 28 days, and then 28 days a step.
    const Plan thrice = steppedBack(twice, date("2026-03-20")).value();
    QCOMPARE(stepOn(thrice, "2026-03-20"), QStringLiteral("2026-03-20 2026-04-16 30 (10 / 10 / 10)"));
    QCOMPARE(stepOn(thrice, "2026-04-17"), QStringLiteral("2026-04-17 2026-05-14 25 (5 / 10 / 10)"));
    QVERIFY(isContiguous(thrice.steps));
    QVERIFY(thrice.stopDate());
}

void TestPlanChange::stepBackDuringAStepBackGoesOneHigher() {
    const Plan once = steppedBack(twentyPercent(), date("2026-01-22")).value();
    const Plan twice = steppedBack(once, date("2026-01-28")).value();
    QCOMPARE(stepOn(twice, "2026-01-22"), QStringLiteral("2026-01-22 2026-01-27 40 (10 / 15 / 15)"));
    QCOMPARE(stepOn(twice, "2026-01-28"), QStringLiteral("2026-01-28 2026-02-10 50 (15 / 15 / 20)"));
    // The step was halved to 5 already: it stays, and the interval doubles.
    QCOMPARE(stepOn(twice, "2026-02-11"), QStringLiteral("2026-02-11 2026-02-24 45 (15 / 15 / 15)"));
    QCOMPARE(stepOn(twice, "2026-02-25"), QStringLiteral("2026-02-25 2026-03-10 40 (10 / 15 / 15)"));
}

void TestPlanChange::stepBackAfterAPauseFindsTheDoseBefore() {
    const Plan paused = pauseStep(twentyPercent(), 3, 7).value();
    const Plan held = hold(paused, date("2026-01-24"), 3, shippedNumbers()).value();
    const Plan back = steppedBack(held, date("2026-01-30")).value();
    QCOMPARE(stepOn(back, "2026-01-24"), QStringLiteral("2026-01-24 2026-01-29 30 (10 / 10 / 10)"));
    QCOMPARE(stepOn(back, "2026-01-30"), QStringLiteral("2026-01-30 2026-02-12 40 (10 / 15 / 15)"));
    QCOMPARE(stepOn(back, "2026-02-13"), QStringLiteral("2026-02-13 2026-02-19 35 (10 / 10 / 15)"));

    // A pause during the step-back does not hide that it was one.
    const Plan pausedBack = pauseStep(back, static_cast<int>(*back.indexOn(date("2026-02-01"))) + 1, 7).value();
    QCOMPARE(pausedBack.stepOn(date("2026-02-01"))->reason, StepReason::stepBack);
    const Plan again = steppedBack(pausedBack, date("2026-02-15")).value();
    QCOMPARE(stepOn(again, "2026-02-15"), QStringLiteral("2026-02-15 2026-02-28 50 (15 / 15 / 20)"));
    QCOMPARE(stepOn(again, "2026-03-01"), QStringLiteral("2026-03-01 2026-03-14 45 (15 / 15 / 15)"));
}

void TestPlanChange::stepBackOnTheFirstStepReturnsToTheStart() {
    const Plan plan = steppedBack(tenPercent(), date("2026-01-08")).value();
    QCOMPARE(stepOn(plan, "2026-01-07"), QStringLiteral("2026-01-05 2026-01-07 55 (15 / 20 / 20)"));
    QCOMPARE(stepOn(plan, "2026-01-08"), QStringLiteral("2026-01-08 2026-01-21 60 (20 / 20 / 20)"));
    QCOMPARE(stepOn(plan, "2026-01-22"), QStringLiteral("2026-01-22 2026-02-04 55 (15 / 20 / 20)"));

    const Plan firstDay = steppedBack(tenPercent(), date("2026-01-05")).value();
    QCOMPARE(stepText(firstDay.steps.front()), QStringLiteral("2026-01-05 2026-01-18 60 (20 / 20 / 20)"));
    QVERIFY(isContiguous(firstDay.steps));
}

void TestPlanChange::stepBackAfterTheStopTakesTheFinalDoseAgain() {
    const Plan plan = steppedBack(tenPercent(), date("2026-03-27")).value();
    QCOMPARE(stepOn(plan, "2026-03-23"), QStringLiteral("2026-03-23 2026-03-26 0"));
    QCOMPARE(stepOn(plan, "2026-03-27"), QStringLiteral("2026-03-27 2026-04-09 5 (0 / 0 / 5)"));
    QCOMPARE(*plan.stopDate(), date("2026-04-10"));
    QVERIFY(isContiguous(plan.steps));

    const Plan sameDay = steppedBack(tenPercent(), date("2026-03-23")).value();
    QCOMPARE(stepOn(sameDay, "2026-03-23"), QStringLiteral("2026-03-23 2026-04-05 5 (0 / 0 / 5)"));
}

void TestPlanChange::stepBackOfPercentOfCurrentNeverTakesALargerStep() {
    const Plan before = planned(taper("2026-09-28", "45", 20, 7, TaperModel::percentOfCurrent), "SOL1");
    // 36, 29, 23.5: the last step was 5.5, half of it 2.5 on the grid; further down 20 % is less than that.
    const Plan plan = steppedBack(before, date("2026-10-14")).value();
    QCOMPARE(dosesText(plan), QStringLiteral("36 29 23.5 29 26.5 24 21.5 19 16.5 14 11.5 9.5 8 6.5 5.5 5 0"));
}

void TestPlanChange::stepBackKeepsTheNumberOfDoses() {
    const Plan before = planned(fixedTaper("2026-12-02", "65", "10", 14), "TAB10");
    const Plan plan = steppedBack(before, date("2027-01-01")).value();
    QCOMPARE(stepOn(plan, "2027-01-01"), QStringLiteral("2027-01-01 2027-01-28 45 (10 / 10 / 10 / 15)"));
    for (const Step& step : plan.steps) {
        if (step.reason != StepReason::stop)
            QCOMPARE(step.split.dosesPerDay(), 4);
    }
}

void TestPlanChange::stepBackOfATaperToALowerDoseEndsThere() {
    TaperInputs inputs = taper("2026-09-07", "50", 20, 14);
    inputs.goal = daily("30");
    const Plan plan = steppedBack(planned(inputs), date("2026-09-25")).value();
    QCOMPARE(stepTexts(plan.steps), (QStringList{QStringLiteral("2026-09-07 2026-09-20 40 (10 / 15 / 15)"),
                                                 QStringLiteral("2026-09-21 2026-09-24 30 (10 / 10 / 10)"),
                                                 QStringLiteral("2026-09-25 2026-10-22 40 (10 / 15 / 15)"),
                                                 QStringLiteral("2026-10-23 2026-11-05 35 (10 / 10 / 15)"),
                                                 QStringLiteral("2026-11-06 open 30 (10 / 10 / 10)")}));
    QVERIFY(!plan.stopDate());
}

void TestPlanChange::stepBackTakesAHandMadeSplitAgain() {
    const Plan byHand = changeStep(twentyPercent(), 2, split({"15", "15", "10"}), false, shippedNumbers()).value();
    const Plan plan = steppedBack(byHand, date("2026-01-22")).value();
    QCOMPARE(stepOn(plan, "2026-01-22"), QStringLiteral("2026-01-22 2026-02-04 40 (15 / 15 / 10)"));
}

void TestPlanChange::handMadeDropDoesNotMakeTheTaperFaster() {
    // 55, then 35 by hand, then symptoms: half of 20 would be 10 a week, twice what the model takes.
    const Plan byHand = changeStep(tenPercent(), 2, split({"10", "10", "15"}), true, shippedNumbers()).value();
    const Plan plan = steppedBack(byHand, date("2026-01-14")).value();
    QCOMPARE(stepOn(plan, "2026-01-14"), QStringLiteral("2026-01-14 2026-01-27 55 (15 / 20 / 20)"));
    QCOMPARE(stepOn(plan, "2026-01-28"), QStringLiteral("2026-01-28 2026-02-10 50 (15 / 15 / 20)"));
}

void TestPlanChange::titrationStepsBackAndSlowsDown() {
    // 15 from 02-Mar, 5 more a week; drowsy at 30.
    const Plan before = planned(titration("2026-03-02", "15", "5", 7, "40"), "q 2.5");
    const Plan plan = steppedBack(before, date("2026-03-25")).value();
    const qsizetype from = static_cast<qsizetype>(*plan.indexOn(date("2026-03-25")));
    QCOMPARE(stepTexts(plan.steps).mid(from), (QStringList{
                                                  QStringLiteral("2026-03-25 2026-04-07 25 (7.5 / 7.5 / 10)"),
                                                  QStringLiteral("2026-04-08 2026-04-21 27.5 (7.5 / 10 / 10)"),
                                                  QStringLiteral("2026-04-22 2026-05-05 30 (10 / 10 / 10)"),
                                                  QStringLiteral("2026-05-06 2026-05-19 32.5 (10 / 10 / 12.5)"),
                                                  QStringLiteral("2026-05-20 2026-06-02 35 (10 / 12.5 / 12.5)"),
                                                  QStringLiteral("2026-06-03 2026-06-16 37.5 (12.5 / 12.5 / 12.5)"),
                                                  QStringLiteral("2026-06-17 open 40 (12.5 / 12.5 / 15)"),
                                              }));
    QCOMPARE(plan.stepOn(date("2026-03-25"))->rules, std::vector<RuleId>{"VIS-10"});
    QVERIFY(!plan.stepOn(date("2026-04-08"))->onlyAfterReview);
    QVERIFY(plan.stepOn(date("2026-04-22"))->onlyAfterReview);
    QVERIFY(isContiguous(plan.steps));

    // With pieces of 5 mg the increment cannot be halved; RND-2 keeps one piece, the interval doubles.
    const Plan coarse = steppedBack(gradual(), date("2026-03-25")).value();
    QCOMPARE(dosesText(coarse), QStringLiteral("15 20 25 30 25 30 35 40"));
    QCOMPARE(stepOn(coarse, "2026-04-08"), QStringLiteral("2026-04-08 2026-04-21 30 (10 / 10 / 10)"));
}

void TestPlanChange::secondTitrationStepBackSlowsAgain() {
    const Plan before = planned(titration("2026-03-02", "15", "10", 7, "75"), "q 2.5");
    const Plan once = steppedBack(before, date("2026-03-18")).value(); // 35 to 25; then 5 every 14 d
    QCOMPARE(stepOn(once, "2026-04-15"), QStringLiteral("2026-04-15 2026-04-28 35 (10 / 12.5 / 12.5)"));
    const Plan twice = steppedBack(once, date("2026-04-20")).value(); // 35 to 30; then 2.5 every 28 d
    QCOMPARE(stepOn(twice, "2026-04-20"), QStringLiteral("2026-04-20 2026-05-03 30 (10 / 10 / 10)"));
    QCOMPARE(stepOn(twice, "2026-05-04"), QStringLiteral("2026-05-04 2026-05-31 32.5 (10 / 10 / 12.5)"));
    QCOMPARE(stepOn(twice, "2026-06-01"), QStringLiteral("2026-06-01 2026-06-28 35 (10 / 12.5 / 12.5)"));
}

void TestPlanChange::doseThatTwoAttemptsFailedToExceedStays() {
    const Plan once = steppedBack(gradual(), date("2026-03-25")).value(); // 30 to 25
    const Plan twice = steppedBack(once, date("2026-04-10")).value();     // 30 to 25 again
    QCOMPARE(stepText(twice.steps.back()), QStringLiteral("2026-04-10 open 25 (5 / 10 / 10)"));
    QVERIFY(isContiguous(twice.steps));
}

void TestPlanChange::shiftMovesTheStepsThatFollow() {
    const Plan later = shift(tenPercent(), date("2026-02-02"), 3).value();
    QCOMPARE(stepText(later.steps[3]), QStringLiteral("2026-01-26 2026-02-04 40 (10 / 15 / 15)"));
    QCOMPARE(stepText(later.steps[4]), QStringLiteral("2026-02-05 2026-02-11 35 (10 / 10 / 15)"));
    QCOMPARE(*later.stopDate(), date("2026-03-26"));
    QCOMPARE(later.steps[3].reason, StepReason::decrease);

    // From the middle of a step it is the next one that moves.
    QCOMPARE(shift(tenPercent(), date("2026-01-28"), 3).value(), later);

    const Plan earlier = shift(tenPercent(), date("2026-02-02"), -6).value();
    QCOMPARE(stepText(earlier.steps[3]), QStringLiteral("2026-01-26 2026-01-26 40 (10 / 15 / 15)"));
    QCOMPARE(*earlier.stopDate(), date("2026-03-17"));
    QVERIFY(isContiguous(earlier.steps));
}

void TestPlanChange::shiftOfTheWholePlanMovesItsStart() {
    TaperInputs moved = taper("2026-01-12", "60", 10, 7);
    QCOMPARE(shift(tenPercent(), date("2026-01-01"), 7).value(), planned(moved));
    QCOMPARE(shift(planned(moved), date("2026-01-12"), -7).value(), tenPercent());
    QCOMPARE(shift(gradual(), date("2026-03-02"), 1).value(), planned(titration("2026-03-03", "15", "5", 7, "40")));
}

void TestPlanChange::shiftNeverPassesAnEarlierStep() {
    const Result<Plan> plan = shift(tenPercent(), date("2026-02-02"), -7);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::outOfRange);
    QCOMPARE(plan.error().values, (std::vector<std::string>{"-7", "-6", "365"}));
}

void TestPlanChange::shiftedStepsWaitForTheReview() {
    const Plan before = gradual(); // reviewed on 16-Mar; the steps from 23-Mar on wait
    QVERIFY(!before.steps[2].onlyAfterReview);
    QVERIFY(before.steps[3].onlyAfterReview);
    const Plan little = shift(before, date("2026-03-16"), 6).value();
    QVERIFY(!little.steps[2].onlyAfterReview);
    const Plan far = shift(before, date("2026-03-16"), 7).value();
    QVERIFY(far.steps[2].onlyAfterReview);
    QCOMPARE(far.steps[2].rules.back(), RuleId("TIT-17"));
}

void TestPlanChange::resumeStartsTheNextStep() {
    const Plan held = hold(tenPercent(), date("2026-02-01"), 28, shippedNumbers()).value();
    const Plan plan = resume(held, date("2026-02-10"), shippedNumbers()).value();
    QCOMPARE(stepOn(plan, "2026-02-09"), QStringLiteral("2026-02-01 2026-02-09 40 (10 / 15 / 15)"));
    QCOMPARE(stepOn(plan, "2026-02-10"), QStringLiteral("2026-02-10 2026-02-16 35 (10 / 10 / 15)"));
    QCOMPARE(*plan.stopDate(), date("2026-03-31"));
    QVERIFY(isContiguous(plan.steps));

    const Plan up =
        resume(hold(gradual(), date("2026-03-04"), 28, shippedNumbers()).value(), date("2026-04-01"), shippedNumbers())
            .value();
    QCOMPARE(stepOn(up, "2026-04-01"), QStringLiteral("2026-04-01 2026-04-07 20 (5 / 5 / 10)"));
    QVERIFY(!up.stepOn(date("2026-04-01"))->onlyAfterReview);
}

void TestPlanChange::resumeOnTheFirstDayOfAHoldTakesItBack() {
    const Plan held = hold(tenPercent(), date("2026-02-01"), 28, shippedNumbers()).value();
    const Plan plan = resume(held, date("2026-02-01"), shippedNumbers()).value();
    QCOMPARE(stepOn(plan, "2026-01-31"), QStringLiteral("2026-01-26 2026-01-31 40 (10 / 15 / 15)"));
    QCOMPARE(stepOn(plan, "2026-02-01"), QStringLiteral("2026-02-01 2026-02-07 35 (10 / 10 / 15)"));
    QVERIFY(isContiguous(plan.steps));
}

void TestPlanChange::handMadeSplitChangesOneStep() {
    const Plan before = tenPercent();
    for (const bool follow : {false, true}) {
        const Plan plan = changeStep(before, 2, split({"20", "10", "20"}), follow, shippedNumbers()).value();
        QCOMPARE(stepText(plan.steps[1]), QStringLiteral("2026-01-12 2026-01-18 50 (20 / 10 / 20)"));
        QCOMPARE(plan.steps[1].reason, StepReason::byHand);
        QCOMPARE(plan.steps[1].rules.back(), RuleId("SPL-6"));
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            if (i != 1)
                QCOMPARE(plan.steps[i], before.steps[i]);
        }
    }
    QVERIFY(changeStep(before, 2, split({"25", "10", "15"}), false, shippedNumbers()).value().steps[1].overCap);
}

void TestPlanChange::handMadeDoseIsFollowed() {
    const Plan plan = changeStep(gradual(), 2, split({"10", "10", "10"}), true, shippedNumbers()).value();
    QCOMPARE(dosesText(plan), QStringLiteral("15 30 35 40"));
    QCOMPARE(plan.steps[2].span.first, date("2026-03-16"));
    QVERIFY(!plan.steps[2].onlyAfterReview);
    QVERIFY(plan.steps[3].onlyAfterReview);
    QCOMPARE(dosesText(changeStep(gradual(), 2, split({"10", "10", "10"}), false, shippedNumbers()).value()),
             QStringLiteral("15 30 25 30 35 40"));
    // At or above the goal the plan ends there.
    const Plan end = changeStep(gradual(), 3, split({"15", "15", "15"}), true, shippedNumbers()).value();
    QCOMPARE(dosesText(end), QStringLiteral("15 20 45"));
    QVERIFY(end.steps.back().span.isOpen());
}

void TestPlanChange::handMadeGoalStaysTheGoal() {
    const Plan plan = changeStep(gradual(), 6, split({"5", "10", "10"}), true, shippedNumbers()).value();
    QCOMPARE(dosesText(plan), QStringLiteral("15 20 25 30 35 25"));
    QVERIFY(plan.steps.back().span.isOpen());
}

void TestPlanChange::handMadeDoseOfATaperIsFollowed() {
    const Plan plan = changeStep(twentyPercent(), 2, split({"10", "10", "15"}), true, shippedNumbers()).value();
    QCOMPARE(dosesText(plan), QStringLiteral("50 35 25 20 15 10 5 0"));
    QVERIFY(isContiguous(plan.steps));
    // Two times a day by hand stay two to the end.
    const Plan merged = changeStep(twentyPercent(), 4, split({"10", "10"}), true, shippedNumbers()).value();
    QCOMPARE(stepText(merged.steps[4]), QStringLiteral("2026-02-02 2026-02-08 15 (5 / 5 / 5)"));
    const Plan fewer = changeStep(twentyPercent(), 4, split({"10", "5"}), true, shippedNumbers()).value();
    QCOMPARE(stepText(fewer.steps[4]), QStringLiteral("2026-02-02 2026-02-08 10 (5 / 5)"));

    TaperInputs lower = taper("2026-09-07", "50", 10, 14);
    lower.goal = daily("30");
    const Plan atGoal = changeStep(planned(lower), 2, split({"10", "10", "10"}), true, shippedNumbers()).value();
    QCOMPARE(dosesText(atGoal), QStringLiteral("45 30"));
    QVERIFY(atGoal.steps.back().span.isOpen());
}

void TestPlanChange::dividedStepsTakeTheSame() {
    const Plan plan = divideStep(tenPercent(), date("2026-01-29")).value();
    QCOMPARE(plan.steps.size(), tenPercent().steps.size() + 1);
    QCOMPARE(stepText(plan.steps[3]), QStringLiteral("2026-01-26 2026-01-28 40 (10 / 15 / 15)"));
    QCOMPARE(stepText(plan.steps[4]), QStringLiteral("2026-01-29 2026-02-01 40 (10 / 15 / 15)"));
    QCOMPARE(plan.steps[4].reason, StepReason::byHand);
    QVERIFY(isContiguous(plan.steps));
    const Plan open = divideStep(gradual(), date("2026-06-01")).value();
    QVERIFY(open.steps.back().span.isOpen());
    QCOMPARE(open.steps.back().span.first, date("2026-06-01"));
    // The halves of a paused step count one pause.
    const Plan paused = divideStep(pauseStep(tenPercent(), 4, 7).value(), date("2026-02-01")).value();
    std::ptrdiff_t pauses = 0;
    for (const Step& step : paused.steps)
        pauses += std::count(step.rules.begin(), step.rules.end(), RuleId("TAP-12"));
    QCOMPARE(pauses, std::ptrdiff_t{1});
}

void TestPlanChange::joinedKeepsThePast_data() {
    QTest::addColumn<Plan>("before");
    QTest::addColumn<Plan>("after");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<QStringList>("some");
    const Plan held = hold(tenPercent(), date("2026-02-01"), 7, shippedNumbers()).value();
    QTest::newRow("a hold") << tenPercent() << held << QByteArray("2026-02-01")
                            << QStringList{QStringLiteral("2026-01-26 2026-01-31 40 (10 / 15 / 15)"),
                                           QStringLiteral("2026-02-01 2026-02-08 40 (10 / 15 / 15)")};
    QTest::newRow("a running step that ends later")
        << tenPercent() << pauseStep(tenPercent(), 4, 7).value() << QByteArray("2026-01-28")
        << QStringList{QStringLiteral("2026-01-26 2026-02-08 40 (10 / 15 / 15)")};
    QTest::newRow("a plan that says otherwise of the past")
        << tenPercent() << twentyPercent() << QByteArray("2026-01-14")
        << QStringList{QStringLiteral("2026-01-05 2026-01-11 55 (15 / 20 / 20)"),
                       QStringLiteral("2026-01-12 2026-01-13 50 (15 / 15 / 20)"),
                       QStringLiteral("2026-01-14 2026-01-18 40 (10 / 15 / 15)")};
    QTest::newRow("a plan that starts later")
        << gradual() << planned(taper("2026-06-01", "40", 10, 7)) << QByteArray("2026-05-20")
        << QStringList{QStringLiteral("2026-04-06 2026-05-31 40 (10 / 15 / 15)"),
                       QStringLiteral("2026-06-01 2026-06-07 35 (10 / 10 / 15)")};
    QTest::newRow("after the stop") << tenPercent() << planned(titration("2026-04-06", "15", "5", 7, "30"))
                                    << QByteArray("2026-04-01")
                                    << QStringList{QStringLiteral("2026-03-23 2026-04-05 0"),
                                                   QStringLiteral("2026-04-06 2026-04-12 15 (5 / 5 / 5)")};
    QTest::newRow("before anything began") << tenPercent() << twentyPercent() << QByteArray("2026-01-01")
                                           << QStringList{QStringLiteral("2026-01-05 2026-01-11 50 (15 / 15 / 20)")};
}

void TestPlanChange::joinedKeepsThePast() {
    QFETCH(Plan, before);
    QFETCH(Plan, after);
    QFETCH(QByteArray, day);
    QFETCH(QStringList, some);
    const Date from = date(day.toStdString());
    Plan plan = after;
    plan.steps = joined(before.steps, after.steps, from);
    QVERIFY(isContiguous(plan.steps));
    const QStringList steps = stepTexts(plan.steps);
    for (const QString& step : some)
        QVERIFY2(steps.contains(step), qPrintable(step + QStringLiteral(" not in\n") + steps.join(QLatin1Char('\n'))));
    for (Date each = before.steps.front().span.first; each < from; each = each + 1)
        QCOMPARE(plan.stepOn(each)->split, before.stepOn(each)->split);
    for (Date each = std::max(from, after.steps.front().span.first); each < from + 200; each = each + 1)
        QCOMPARE(plan.stepOn(each)->split, after.stepOn(each)->split);
    QCOMPARE(joined({}, after.steps, from), after.steps);
    QCOMPARE(joined(before.steps, {}, from), before.steps);
}

void TestPlanChange::badChangesAreRefused_data() {
    using Change = std::function<Result<Plan>()>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char* name, ErrorCode code, Change change) { QTest::newRow(name) << change << code; };
    const Plan down = tenPercent();
    const Plan up = gradual();
    constexpr auto outside = ErrorCode::dateOutsidePlan;
    constexpr auto outOfRange = ErrorCode::outOfRange;
    constexpr auto noStep = ErrorCode::stepNotFound;
    constexpr auto notDispensable = ErrorCode::doseNotDispensable;

    row("hold before the plan", outside, [=] { return hold(down, date("2026-01-04"), 7, shippedNumbers()); });
    row("hold after the stop", outside, [=] { return hold(down, date("2026-03-23"), 7, shippedNumbers()); });
    row("hold of no days", outOfRange, [=] { return hold(down, date("2026-02-01"), 0, shippedNumbers()); });
    row("hold of more than a year", outOfRange, [=] { return hold(down, date("2026-02-01"), 366, shippedNumbers()); });
    row("pause of step 0", noStep, [=] { return pauseStep(down, 0, 7); });
    row("pause of the stop", noStep, [=] { return pauseStep(down, 12, 7); });
    row("pause of no step", noStep, [=] { return pauseStep(down, 13, 7); });
    row("pause of negative days", outOfRange, [=] { return pauseStep(down, 3, -1); });
    row("step back before the plan", outside, [=] { return steppedBack(down, date("2026-01-04")); });
    row("step back from the first dose", ErrorCode::nothingToStepBackTo,
        [=] { return steppedBack(up, date("2026-03-03")); });
    row("shift of nothing", outside, [=] { return shift(down, date("2026-03-24"), 7); });
    row("shift by more than a year", outOfRange, [=] { return shift(down, date("2026-02-02"), -366); });
    row("resume before the plan", outside, [=] { return resume(down, date("2026-01-04"), shippedNumbers()); });
    row("resume at the goal", ErrorCode::nothingToResume,
        [=] { return resume(up, date("2026-06-01"), shippedNumbers()); });
    row("resume on the first day of all", outOfRange,
        [=] { return resume(down, date("2026-01-05"), shippedNumbers()); });
    row("resume on the first day of a dose", outOfRange,
        [=] { return resume(down, date("2026-01-26"), shippedNumbers()); });
    row("resume on the first day of a step-back", outOfRange,
        [=] { return resume(steppedBack(down, date("2026-01-22")).value(), date("2026-01-22"), shippedNumbers()); });
    row("change of the stop", noStep, [=] { return changeStep(down, 12, split({"5"}), false, shippedNumbers()); });
    row("change of no step", noStep, [=] { return changeStep(down, 99, split({"5"}), false, shippedNumbers()); });
    row("change to nothing", outOfRange, [=] {
        return changeStep(down, 2, split({"0", "0", "0"}), false, shippedNumbers());
    });
    row("change to no doses", outOfRange, [=] { return changeStep(down, 2, DoseSplit(), false, shippedNumbers()); });
    row("change off the grid", notDispensable, [=] {
        return changeStep(down, 2, split({"12.5", "17.5", "20"}), true, shippedNumbers());
    });
    row("change to what tablets cannot make", notDispensable, [] {
        const Plan whole = planned(taper("2026-01-05", "60", 10, 7), "TAB20-,TAB15");
        return changeStep(whole, 1, split({"15", "20", "5"}), true, shippedNumbers());
    });
    row("divide on the first day of a step", outside, [=] { return divideStep(down, date("2026-01-26")); });
    row("divide the stop", outside, [=] { return divideStep(down, date("2026-04-26")); });
    row("divide outside", outside, [=] { return divideStep(down, date("2025-04-26")); });
}

void TestPlanChange::badChangesAreRefused() {
    QFETCH(std::function<Result<Plan>()>, change);
    QFETCH(ErrorCode, code);
    const Result<Plan> plan = change();
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, code);
}

void TestPlanChange::planKnowsItsDays() {
    const Plan plan = tenPercent();
    QVERIFY(!plan.stepOn(date("2026-01-04")));
    QCOMPARE(*plan.indexOn(date("2026-01-05")), std::size_t{0});
    QCOMPARE(*plan.indexOn(date("2026-01-11")), std::size_t{0});
    QCOMPARE(*plan.indexOn(date("2026-01-12")), std::size_t{1});
    QCOMPARE(*plan.indexOn(date("2099-01-01")), std::size_t{11});
    QVERIFY(!Plan().stepOn(date("2026-01-05")));
    QVERIFY(!Plan().stopDate());
    QVERIFY(!gradual().stopDate());
    QCOMPARE(plan.splitRules().quantum, dose("5"));
    QCOMPARE(plan.splitRules().dosesPerDay, 3);
}

void TestPlanChange::contiguityIsSeen_data() {
    QTest::addColumn<std::vector<Step>>("steps");
    QTest::addColumn<bool>("contiguous");
    const auto step = [](const char* first, const char* last) {
        Step made;
        made.span = {date(first), *last ? std::optional(date(last)) : std::nullopt};
        return made;
    };
    QTest::newRow("none") << std::vector<Step>{} << true;
    QTest::newRow("good") << std::vector{step("2026-02-27", "2026-02-28"), step("2026-03-01", "")} << true;
    QTest::newRow("gap") << std::vector{step("2026-02-26", "2026-02-27"), step("2026-03-01", "")} << false;
    QTest::newRow("overlap") << std::vector{step("2026-02-27", "2026-03-01"), step("2026-03-01", "")} << false;
    QTest::newRow("open inside") << std::vector{step("2026-02-27", ""), step("2026-03-01", "")} << false;
    QTest::newRow("backwards") << std::vector{step("2026-02-27", "2026-02-26")} << false;
}

void TestPlanChange::contiguityIsSeen() {
    QFETCH(std::vector<Step>, steps);
    QFETCH(bool, contiguous);
    QCOMPARE(isContiguous(steps), contiguous);
}

LENTO_CORE_TEST_MAIN(TestPlanChange)
#include "tst_plan_change.moc"
