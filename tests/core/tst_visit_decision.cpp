// VIS-1 to VIS-11 and the rows of a running taper: which row wins, why those above it do not, and that a missing input
// proposes nothing.
#include "core/decided_visit.h"
#include "core/visit_decision.h"
#include "finding_sources.h"
#include "plan_values.h"
#include "shipped_numbers.h"

#include <set>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

// Nothing wrong, no response, 30 of 80 mg, 14 days since the change.
VisitInputs quiet() {
    VisitInputs visit;
    visit.redFlag = false;
    visit.worstGrade = 0;
    visit.psychosis = false;
    visit.gradeTwoBefore = false;
    visit.withdrawalGrade = 0;
    visit.adherencePercent = 100;
    visit.response = ResponseClass::none;
    visit.dose = daily("30");
    visit.ceiling = daily("80");
    visit.atMaximumTolerated = false;
    visit.daysSinceChange = 14;
    visit.intervalDays = 3;
    visit.daysAtCeiling = 0;
    visit.severe = false;
    visit.regional = true;
    visit.atStartDose = false;
    visit.suddenlyWorse = false;
    visit.increment = daily("5");
    visit.previousStep = daily("25");
    visit.finalDose = daily("5");
    return visit;
}

VisitInputs atCeiling(ResponseClass response, int days) {
    VisitInputs visit = quiet();
    visit.dose = daily("80");
    visit.response = response;
    visit.daysAtCeiling = days;
    return visit;
}

template <class Change>
VisitInputs with(VisitInputs visit, Change change) {
    change(visit);
    return visit;
}

// "HOLD VIS-3"; what is missing when nothing is proposed.
QString outcome(const VisitDecision& decision) {
    if (decision.proposal)
        return QString::fromLatin1(proposalName(*decision.proposal).data()) + QLatin1Char(' ') +
               QString::fromLatin1(decision.row.rule.text().data());
    QStringList missing;
    for (const Input& input : decision.row.inputs)
        if (input.name == "missing")
            missing << QString::fromStdString(std::get<std::string>(input.value));
    return QStringLiteral("not assessed: ") + missing.join(QStringLiteral(", "));
}

Step stepOf(const char* first, const char* last, const char* dose, StepReason reason) {
    Step step;
    step.span = {date(first), date(last)};
    step.split = DoseSplit(1);
    step.split.set(0, OralDose::nanograms(daily(dose).inNanograms()));
    step.reason = reason;
    return step;
}

} // namespace

Q_DECLARE_METATYPE(VisitInputs)

class TestVisitDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstMatchingRowWins_data();
    void theFirstMatchingRowWins();
    void aMissingInputProposesNothing_data();
    void aMissingInputProposesNothing();
    void whatIsNotNeededMayBeMissing();
    void rowsAboveSayWhyTheyDoNotMatch();
    void proposalsCarryTheirDose_data();
    void proposalsCarryTheirDose();
    void referralFollowsSeverityAndExtent_data();
    void referralFollowsSeverityAndExtent();
    void suddenWorseningAsksFirst();
    void theHighestToleratedDoseTakesTwoAttempts_data();
    void theHighestToleratedDoseTakesTwoAttempts();
    void everyMessageIsListed();
    void aChoiceThatDiffersOwesAReason();
    void namesReadBack();
};

void TestVisitDecision::theFirstMatchingRowWins_data() {
    QTest::addColumn<VisitInputs>("visit");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const VisitInputs& visit, const char* found) {
        QTest::newRow(name) << visit << QString::fromLatin1(found);
    };
    row("E32 no effect, no response", quiet(), "INCREASE VIS-6");
    row("E32 too soon", with(quiet(), [](auto& v) { v.daysSinceChange = 2; }), "HOLD VIS-6");
    row("the interval to the day", with(quiet(), [](auto& v) { v.daysSinceChange = 3; }), "INCREASE VIS-6");
    row("E32 grade 2", with(quiet(), [](auto& v) { v.worstGrade = 2; }), "HOLD VIS-3");
    row("E32 grade 2 again",
        with(quiet(),
             [](auto& v) {
                 v.worstGrade = 2;
                 v.gradeTwoBefore = true;
             }),
        "STEP-BACK VIS-3");
    row("grade 2 last time only", with(quiet(), [](auto& v) { v.gradeTwoBefore = true; }), "INCREASE VIS-6");
    row("E32 grade 3 at the start dose",
        with(quiet(),
             [](auto& v) {
                 v.worstGrade = 3;
                 v.atStartDose = true;
             }),
        "STOP-AND-TAPER VIS-2");
    row("grade 3 above it", with(quiet(), [](auto& v) { v.worstGrade = 3; }), "STEP-BACK VIS-2");
    row("E32 hallucinations",
        with(quiet(),
             [](auto& v) {
                 v.worstGrade = 1;
                 v.psychosis = true;
             }),
        "STEP-BACK VIS-2");
    row("E32 adherence 70 %", with(quiet(), [](auto& v) { v.adherencePercent = 70; }), "HOLD VIS-4");
    row("adherence 80 % is enough", with(quiet(), [](auto& v) { v.adherencePercent = 80; }), "INCREASE VIS-6");
    row("said to be under 80 %", with(quiet(), [](auto& v) { v.adherence = Adherence::under80; }), "HOLD VIS-4");
    row("said to be all, counted 70 %",
        with(quiet(),
             [](auto& v) {
                 v.adherence = Adherence::all;
                 v.adherencePercent = 70;
             }),
        "HOLD VIS-4");
    row("said only",
        with(quiet(),
             [](auto& v) {
                 v.adherence = Adherence::most;
                 v.adherencePercent.reset();
             }),
        "INCREASE VIS-6");
    row("adherence before the response",
        with(quiet(),
             [](auto& v) {
                 v.adherencePercent = 79;
                 v.response = ResponseClass::responder;
             }),
        "HOLD VIS-4");
    row("E32 responder", with(quiet(), [](auto& v) { v.response = ResponseClass::responder; }), "MAINTAIN VIS-5");
    row("E32 minimal at the ceiling", atCeiling(ResponseClass::minimal, 60), "MAINTAIN VIS-7");
    row("E32 28 days", atCeiling(ResponseClass::none, 28), "HOLD VIS-8");
    row("41 days", atCeiling(ResponseClass::worse, 41), "HOLD VIS-8");
    // TIT-12
    row("E32 42 days", atCeiling(ResponseClass::none, 42), "STOP-AND-TAPER VIS-9");
    row("above a ceiling that fell", with(quiet(), [](auto& v) { v.ceiling = daily("20"); }), "HOLD VIS-8");
    row("at the highest dose tolerated",
        with(quiet(),
             [](auto& v) {
                 v.atMaximumTolerated = true;
                 v.daysAtCeiling = 50;
             }),
        "STOP-AND-TAPER VIS-9");
    row("E32 red flag", with(quiet(), [](auto& v) { v.redFlag = true; }), "EMERGENCY VIS-1");
    row("grade 4", with(quiet(), [](auto& v) { v.worstGrade = 4; }), "EMERGENCY VIS-1");

    const auto tapering = [](auto change) {
        VisitInputs visit = quiet();
        visit.tapering = true;
        change(visit);
        return visit;
    };
    row("taper, nothing wrong", tapering([](auto&) {}), "CONTINUE-TAPER TAP-12");
    // WDL-1 to WDL-4
    row("taper, withdrawal 1", tapering([](auto& v) { v.withdrawalGrade = 1; }), "CONTINUE-TAPER TAP-12");
    row("taper, withdrawal 2", tapering([](auto& v) { v.withdrawalGrade = 2; }), "HOLD TAP-12");
    row("taper, withdrawal 3", tapering([](auto& v) { v.withdrawalGrade = 3; }), "STEP-BACK TAP-13");
    row("taper, withdrawal 4", tapering([](auto& v) { v.withdrawalGrade = 4; }), "EMERGENCY TAP-14");
    row("taper, red flag", tapering([](auto& v) { v.redFlag = true; }), "EMERGENCY TAP-14");
    row("taper, grade 3 effect", tapering([](auto& v) { v.worstGrade = 3; }), "CONTINUE-TAPER TAP-19");
    row("taper never rises", tapering([](auto& v) { v.response = ResponseClass::worse; }), "CONTINUE-TAPER TAP-12");
}

void TestVisitDecision::theFirstMatchingRowWins() {
    QFETCH(VisitInputs, visit);
    QFETCH(QString, found);
    const VisitDecision decision = decideVisit(visit, shippedNumbers());
    holdSources(std::span(&decision.row, 1));
    holdSources(decision.notMatched);
    holdSources(decision.beside);
    QCOMPARE(outcome(decision), found);
    QVERIFY(decision.row.assessed);
    QVERIFY(decision.row.action == Action::propose);
    QVERIFY(!decision.row.sources.empty());
}

void TestVisitDecision::aMissingInputProposesNothing_data() {
    QTest::addColumn<VisitInputs>("visit");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const VisitInputs& visit, const char* missing) {
        QTest::newRow(name) << visit << QStringLiteral("not assessed: ") + QString::fromLatin1(missing);
    };
    row("nothing known", VisitInputs{}, "red_flag, ae_grade");
    row("adverse effects not asked", with(quiet(), [](auto& v) { v.worstGrade.reset(); }), "ae_grade");
    row("psychosis not asked", with(quiet(), [](auto& v) { v.psychosis.reset(); }), "psychosis");
    row("grade 3, start dose unknown",
        with(quiet(),
             [](auto& v) {
                 v.worstGrade = 3;
                 v.atStartDose.reset();
             }),
        "at_start_dose");
    row("grade 2, last visit unknown",
        with(quiet(),
             [](auto& v) {
                 v.worstGrade = 2;
                 v.gradeTwoBefore.reset();
             }),
        "ae2_last_visit");
    row("adherence not asked", with(quiet(), [](auto& v) { v.adherencePercent.reset(); }), "adherence_percent");
    row("adherence said to be not asked",
        with(quiet(),
             [](auto& v) {
                 v.adherence = Adherence::notAsked;
                 v.adherencePercent.reset();
             }),
        "adherence_percent");
    row("no response", with(quiet(), [](auto& v) { v.response.reset(); }), "response");
    row("response not assessable", with(quiet(), [](auto& v) { v.response = ResponseClass::notAssessable; }),
        "response");
    row("no dose", with(quiet(), [](auto& v) { v.dose.reset(); }), "daily_mg");
    row("no ceiling", with(quiet(), [](auto& v) { v.ceiling.reset(); }), "ceiling_mg");
    row("highest dose tolerated unknown", with(quiet(), [](auto& v) { v.atMaximumTolerated.reset(); }), "at_mtd");
    row("no interval",
        with(quiet(),
             [](auto& v) {
                 v.intervalDays.reset();
                 v.daysSinceChange.reset();
             }),
        "days_since_change, interval_days");
    row("no days at the ceiling", with(atCeiling(ResponseClass::none, 0), [](auto& v) { v.daysAtCeiling.reset(); }),
        "days_at_ceiling");
    row("taper, withdrawal not asked",
        with(quiet(),
             [](auto& v) {
                 v.tapering = true;
                 v.withdrawalGrade.reset();
             }),
        "withdrawal_grade");
}

void TestVisitDecision::aMissingInputProposesNothing() {
    QFETCH(VisitInputs, visit);
    QFETCH(QString, found);
    const VisitDecision decision = decideVisit(visit, shippedNumbers());
    holdSources(std::span(&decision.row, 1));
    holdSources(decision.notMatched);
    holdSources(decision.beside);
    QCOMPARE(outcome(decision), found);
    QVERIFY(!decision.row.assessed);
    QVERIFY(!decision.dose);
    QCOMPARE(QByteArray(decision.row.message.c_str()), QByteArray("vis.not-assessed"));
}

// An emergency is one whatever else is known, and so on down the table.
void TestVisitDecision::whatIsNotNeededMayBeMissing() {
    VisitInputs visit;
    visit.redFlag = true;
    QCOMPARE(outcome(decideVisit(visit, shippedNumbers())), QStringLiteral("EMERGENCY VIS-1"));
    visit = {};
    visit.redFlag = false;
    visit.worstGrade = 3;
    visit.atStartDose = false;
    QCOMPARE(outcome(decideVisit(visit, shippedNumbers())), QStringLiteral("STEP-BACK VIS-2"));
    visit = atCeiling(ResponseClass::minimal, 0);
    visit.atMaximumTolerated.reset();
    visit.daysAtCeiling.reset();
    QCOMPARE(outcome(decideVisit(visit, shippedNumbers())), QStringLiteral("MAINTAIN VIS-7"));
    visit = quiet();
    visit.ceiling.reset();
    visit.atMaximumTolerated = true;
    QCOMPARE(outcome(decideVisit(visit, shippedNumbers())), QStringLiteral("HOLD VIS-8"));
}

void TestVisitDecision::rowsAboveSayWhyTheyDoNotMatch() {
    const VisitDecision decision = decideVisit(atCeiling(ResponseClass::none, 42), shippedNumbers());
    QStringList rules;
    for (const Finding& finding : decision.notMatched)
        rules << QString::fromLatin1(finding.rule.text().data()) + QLatin1Char(' ') +
                     QString::fromStdString(finding.message);
    QCOMPARE(rules.join(QStringLiteral("; ")),
             QStringLiteral("VIS-1 vis-1.not; VIS-2 vis-2.not; VIS-3 vis-3.not; VIS-4 vis-4.not; VIS-5 vis-5.not; "
                            "VIS-6 vis-6.not-ceiling; VIS-7 vis-7.not; VIS-8 vis-8.not"));
    const std::vector<Input> adherence{{"adherence_percent", std::int64_t{100}}, {"least_percent", std::int64_t{80}}};
    QVERIFY(decision.notMatched[3].inputs == adherence);
    const VisitDecision tolerated =
        decideVisit(with(quiet(), [](auto& v) { v.atMaximumTolerated = true; }), shippedNumbers());
    QCOMPARE(tolerated.notMatched[5].message, std::string("vis-6.not-tolerated"));
    // What was needed and absent stops the table: nothing below it is said.
    QCOMPARE(decideVisit(VisitInputs{}, shippedNumbers()).notMatched.size(), std::size_t{0});
}

void TestVisitDecision::proposalsCarryTheirDose_data() {
    QTest::addColumn<VisitInputs>("visit");
    QTest::addColumn<QString>("dose");
    QTest::addColumn<int>("holdDays");
    const auto row = [](const char* name, const VisitInputs& visit, const char* dose, int holdDays) {
        QTest::newRow(name) << visit << QString::fromLatin1(dose) << holdDays;
    };
    row("increase", quiet(), "35", 0);
    row("an increase ends at the ceiling", with(quiet(), [](auto& v) { v.ceiling = daily("32.5"); }), "32.5", 0);
    row("an increase without an increment", with(quiet(), [](auto& v) { v.increment.reset(); }), "", 0);
    row("hold until the interval has passed", with(quiet(), [](auto& v) { v.daysSinceChange = 1; }), "30", 2);
    row("hold for a moderate effect", with(quiet(), [](auto& v) { v.worstGrade = 2; }), "30", 14);
    row("hold until the trial is complete", atCeiling(ResponseClass::none, 28), "80", 14);
    row("step back", with(quiet(), [](auto& v) { v.worstGrade = 3; }), "25", 14);
    row("emergency", with(quiet(), [](auto& v) { v.redFlag = true; }), "", 0);
    row("a pause of the taper lasts an interval",
        with(quiet(),
             [](auto& v) {
                 v.tapering = true;
                 v.withdrawalGrade = 2;
             }),
        "30", 3);
}

void TestVisitDecision::proposalsCarryTheirDose() {
    QFETCH(VisitInputs, visit);
    QFETCH(QString, dose);
    QFETCH(int, holdDays);
    const VisitDecision decision = decideVisit(visit, shippedNumbers());
    holdSources(std::span(&decision.row, 1));
    holdSources(decision.notMatched);
    holdSources(decision.beside);
    QCOMPARE(decision.dose ? QString::fromStdString(milligramText(*decision.dose)) : QString(), dose);
    QCOMPARE(decision.holdDays.value_or(0), holdDays);
}

void TestVisitDecision::referralFollowsSeverityAndExtent_data() {
    QTest::addColumn<VisitInputs>("visit");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("refer"); // -1 not assessed
    const VisitInputs failed = atCeiling(ResponseClass::none, 42);
    QTest::newRow("severe, regional") << with(failed, [](auto& v) { v.severe = true; }) << QByteArray("vis-11.refer")
                                      << 1;
    QTest::newRow("not severe") << failed << QByteArray() << 0;
    QTest::newRow("focal") << with(failed,
                                   [](auto& v) {
                                       v.severe = true;
                                       v.regional = false;
                                   })
                           << QByteArray("vis-11.focal") << 0;
    QTest::newRow("severity unknown") << with(failed, [](auto& v) { v.severe.reset(); })
                                      << QByteArray("vis-11.not-assessed") << -1;
    QTest::newRow("not tolerated") << with(quiet(),
                                           [](auto& v) {
                                               v.worstGrade = 3;
                                               v.atStartDose = true;
                                               v.severe = true;
                                           })
                                   << QByteArray("vis-11.refer") << 1;
}

void TestVisitDecision::referralFollowsSeverityAndExtent() {
    QFETCH(VisitInputs, visit);
    QFETCH(QByteArray, message);
    QFETCH(int, refer);
    const VisitDecision decision = decideVisit(visit, shippedNumbers());
    holdSources(std::span(&decision.row, 1));
    holdSources(decision.notMatched);
    holdSources(decision.beside);
    QVERIFY(decision.proposal == Proposal::stopAndTaper);
    QCOMPARE(decision.referForPump ? int{*decision.referForPump} : -1, refer);
    QCOMPARE(decision.beside.empty() ? QByteArray() : QByteArray(decision.beside.front().message.c_str()), message);
}

void TestVisitDecision::suddenWorseningAsksFirst() {
    const VisitInputs worse = with(quiet(), [](auto& v) { v.suddenlyWorse = true; });
    const VisitDecision decision = decideVisit(worse, shippedNumbers());
    QVERIFY(decision.proposal == Proposal::increase);
    QCOMPARE(decision.beside.size(), std::size_t{1});
    QVERIFY(decision.beside.front().rule == RuleId("VIS-12") && decision.beside.front().action == Action::warn);
    QVERIFY(decideVisit(quiet(), shippedNumbers()).beside.empty());

    // TAP-10: a dose of F or less may be stopped at once.
    const auto stop = with(quiet(), [](auto& v) {
        v.worstGrade = 3;
        v.atStartDose = true;
        v.dose = daily("5");
    });
    QVERIFY(decideVisit(stop, shippedNumbers()).mayStopAtOnce);
    QVERIFY(!decideVisit(with(stop, [](auto& v) { v.dose = daily("5.5"); }), shippedNumbers()).mayStopAtOnce);
}

void TestVisitDecision::theHighestToleratedDoseTakesTwoAttempts_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("dose");
    QTest::newRow("no steps") << 0 << QString();
    QTest::newRow("one attempt") << 3 << QString();
    QTest::newRow("two attempts") << 5 << QStringLiteral("45");
    QTest::newRow("the lower of two such doses") << 9 << QStringLiteral("40");
}

void TestVisitDecision::theHighestToleratedDoseTakesTwoAttempts() {
    QFETCH(int, steps);
    QFETCH(QString, dose);
    using enum StepReason;
    const std::vector<Step> course{
        stepOf("2026-01-01", "2026-01-07", "45", increase), stepOf("2026-01-08", "2026-01-10", "50", increase),
        stepOf("2026-01-11", "2026-01-24", "45", stepBack), stepOf("2026-01-25", "2026-01-28", "47.5", increase),
        stepOf("2026-01-29", "2026-02-11", "45", stepBack), stepOf("2026-02-12", "2026-02-20", "40", stepBack),
        stepOf("2026-02-21", "2026-02-27", "45", increase), stepOf("2026-02-28", "2026-03-10", "40", stepBack),
        stepOf("2026-03-11", "2026-03-20", "40", hold)};
    const auto found = maximumToleratedDose(std::span(course).first(static_cast<std::size_t>(steps)), shippedNumbers());
    QCOMPARE(found ? QString::fromStdString(milligramText(*found)) : QString(), dose);
}

// Every key that any of these inputs can bring forth is one that wording has a sentence for.
void TestVisitDecision::everyMessageIsListed() {
    const std::set<std::string_view> listed(visitMessages().begin(), visitMessages().end());
    QCOMPARE(listed.size(), visitMessages().size());
    std::set<std::string_view> seen;
    const auto note = [&](const Finding& finding) {
        const auto known = listed.find(finding.message);
        QVERIFY2(known != listed.end(), finding.message.c_str());
        seen.insert(*known);
    };
    for (const bool tapering : {false, true})
        for (const int grade : {-1, 0, 1, 2, 3, 4})
            for (const bool flag : {false, true})
                for (const int days : {0, 50})
                    for (const ResponseClass response :
                         {ResponseClass::responder, ResponseClass::minimal, ResponseClass::none})
                        for (const char* dose : {"5", "30", "80"})
                            for (const bool extra : {false, true})
                                for (const bool severe : {false, true}) {
                                    VisitInputs visit = quiet();
                                    visit.tapering = tapering;
                                    if (grade < 0)
                                        visit.worstGrade.reset();
                                    else if (severe || !tapering)
                                        visit.worstGrade = grade;
                                    if (grade >= 0 && !(tapering && severe))
                                        visit.withdrawalGrade = grade;
                                    visit.gradeTwoBefore = flag;
                                    visit.atStartDose = flag;
                                    visit.suddenlyWorse = flag;
                                    visit.atMaximumTolerated = flag;
                                    visit.adherencePercent = flag && days == 0 && severe ? 50 : 90;
                                    visit.daysSinceChange = days;
                                    visit.daysAtCeiling = days;
                                    visit.response = response;
                                    visit.dose = daily(dose);
                                    visit.severe = severe ? std::optional(true) : std::nullopt;
                                    visit.regional = extra;
                                    if (extra && !flag)
                                        visit.suddenlyWorse = true;
                                    const VisitDecision decision = decideVisit(visit, shippedNumbers());
                                    holdSources(std::span(&decision.row, 1));
                                    holdSources(decision.notMatched);
                                    holdSources(decision.beside);
                                    note(decision.row);
                                    for (const Finding& finding : decision.notMatched)
                                        note(finding);
                                    for (const Finding& finding : decision.beside)
                                        note(finding);
                                }
    for (const std::string_view key : listed)
        QVERIFY2(seen.contains(key), key.data());
}

void TestVisitDecision::aChoiceThatDiffersOwesAReason() {
    DecidedVisit decided;
    decided.row.rule = "VIS-3";
    QVERIFY(validate(decided)); // saved without a decision
    decided.proposal = Proposal::hold;
    decided.choice = VisitChoice::hold;
    QVERIFY(!differsFromProposal(decided) && validate(decided));
    for (const VisitChoice other : {VisitChoice::increase, VisitChoice::taperLower, VisitChoice::referForPump}) {
        decided.choice = other;
        decided.reason.clear();
        QVERIFY(differsFromProposal(decided));
        QCOMPARE(validate(decided).error().code, ErrorCode::reasonMissing);
        decided.reason = " \n";
        QVERIFY(!validate(decided));
        decided.reason = "Her wish";
        QVERIFY(validate(decided));
    }
    decided.proposal.reset(); // nothing was proposed that it could differ from
    decided.reason.clear();
    QVERIFY(validate(decided));
}

void TestVisitDecision::namesReadBack() {
    for (const VisitChoice choice : {VisitChoice::emergency, VisitChoice::stepBack, VisitChoice::stopAndTaper,
                                     VisitChoice::hold, VisitChoice::maintain, VisitChoice::increase,
                                     VisitChoice::continueTaper, VisitChoice::taperLower, VisitChoice::referForPump})
        QVERIFY(choiceFromName(choiceName(choice)) == choice);
    QVERIFY(!choiceFromName("REFER"));
    for (const Proposal proposal : {Proposal::emergency, Proposal::stepBack, Proposal::stopAndTaper, Proposal::hold,
                                    Proposal::maintain, Proposal::increase, Proposal::continueTaper})
        QVERIFY(proposalFromName(proposalName(proposal)) == proposal);
    QVERIFY(!proposalFromName("STOP"));
    QVERIFY(!proposalFromName(""));
}

LENTO_CORE_TEST_MAIN(TestVisitDecision)

#include "tst_visit_decision.moc"
