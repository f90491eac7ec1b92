// RST-M and RST-1 to RST-4: what a late dose and a gap come to, at both sides of every threshold.
#include "core/interruption.h"
#include "core_values.h"
#include "finding_sources.h"
#include "shipped_numbers.h"

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

Interruption gapOf(int hours, const char* previous, const char* start = "15", const char* quantum = "5") {
    Interruption gap;
    gap.gapHours = hours;
    gap.previous = daily(previous);
    gap.protocolStart = daily(start);
    gap.quantum = daily(quantum);
    return gap;
}

// "10/0/10/0": morning, midday, evening, bedtime.
DoseSplit takenAt(const QByteArray& doses) {
    DoseSplit split(mostDosesPerDay);
    int at = 0;
    for (const QByteArray& each : doses.split('/'))
        split.set(at++, dose(each.toStdString()));
    return split;
}

} // namespace

class TestInterruption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLateDoseIsTakenUpToHalfTheGap_data();
    void aLateDoseIsTakenUpToHalfTheGap();
    void theClockSaysUntilWhen_data();
    void theClockSaysUntilWhen();
    void untilThenItIsTakenAndAMinuteLaterSkipped();
    void theGapDecidesTheDose_data();
    void theGapDecidesTheDose();
    void severeWithdrawalIsAnEmergency_data();
    void severeWithdrawalIsAnEmergency();
    void theProposalCarriesItsInputs();
};

void TestInterruption::aLateDoseIsTakenUpToHalfTheGap_data() {
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("gap");
    QTest::addColumn<bool>("take");
    QTest::newRow("E34 3 h of 8") << 180 << 480 << true;
    QTest::newRow("E34 5 h of 8") << 300 << 480 << false;
    QTest::newRow("exactly half") << 240 << 480 << true;
    QTest::newRow("a minute more") << 241 << 480 << false;
    QTest::newRow("half of an odd gap") << 240 << 481 << true;
    QTest::newRow("on time") << 0 << 1440 << true;
    QTest::newRow("the next dose is due") << 480 << 480 << false;
}

void TestInterruption::aLateDoseIsTakenUpToHalfTheGap() {
    QFETCH(int, late);
    QFETCH(int, gap);
    QFETCH(bool, take);
    QCOMPARE(missedDose(late, gap, shippedNumbers()) == MissedDose::take, take);
}

// RST-M at 08:00, 13:00, 18:00 and 22:00.
void TestInterruption::theClockSaysUntilWhen_data() {
    QTest::addColumn<QByteArray>("doses"); // morning/midday/evening/bedtime
    QTest::addColumn<int>("part");
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](const char* name, const char* doses, DayPart part, const char* until, const char* next) {
        QTest::newRow(name) << QByteArray(doses) << static_cast<int>(part) << QByteArray(until) << QByteArray(next);
    };
    row("RST-M morning of three", "10/10/10/0", DayPart::morning, "10:30", "13:00");
    row("RST-M evening of three, over midnight", "10/10/10/0", DayPart::evening, "01:00", "08:00");
    row("bedtime of four", "10/10/10/10", DayPart::bedtime, "03:00", "08:00");
    row("two a day", "10/0/10/0", DayPart::morning, "13:00", "18:00");
    row("one a day", "10/0/0/0", DayPart::morning, "20:00", "08:00");
    row("a time without a dose", "10/0/10/0", DayPart::midday, "", "");
}

void TestInterruption::theClockSaysUntilWhen() {
    QFETCH(QByteArray, doses);
    QFETCH(int, part);
    QFETCH(QByteArray, until);
    QFETCH(QByteArray, next);
    const auto late =
        lateDose(takenAt(doses), static_cast<DayPart>(part), shippedNumbers().spl1.usual, shippedNumbers());
    QCOMPARE(late.has_value(), !until.isEmpty());
    if (late) {
        QCOMPARE(QByteArray::fromStdString(clockText(late->takeUntil)), until);
        QCOMPARE(QByteArray::fromStdString(clockText(late->next)), next);
    }
}

void TestInterruption::untilThenItIsTakenAndAMinuteLaterSkipped() {
    const RuleNumbers& numbers = shippedNumbers();
    for (int midday = 481; midday < 1080; midday += 7) {
        DoseTimes times = numbers.spl1.usual;
        times[1] = midday;
        const auto late = lateDose(takenAt("10/10/10/0"), DayPart::morning, times, numbers);
        QVERIFY(late && late->next == midday);
        const int minutes = late->takeUntil - late->minuteOfDay;
        QVERIFY(missedDose(minutes, midday - 480, numbers) == MissedDose::take);
        QVERIFY(missedDose(minutes + 1, midday - 480, numbers) == MissedDose::skip);
    }
}

void TestInterruption::theGapDecidesTheDose_data() {
    QTest::addColumn<Interruption>("gap");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("dose");
    const auto row = [](const char* name, Interruption gap, const char* rule, const char* dose) {
        QTest::newRow(name) << gap << QByteArray(rule) << QByteArray(dose);
    };
    const auto withK = [](Interruption gap, double k) {
        gap.k = k;
        return gap;
    };
    const auto withoutK = [](Interruption gap) {
        gap.withoutK = true;
        return gap;
    };
    const auto withdrawing = [](Interruption gap) {
        gap.withdrawalSigns = true;
        return gap;
    };
    row("E34 30 h", gapOf(30, "60"), "RST-1", "60");
    row("47 h", gapOf(47, "60"), "RST-1", "60");
    row("E34 48 h", gapOf(48, "60"), "RST-2", "30");
    row("E34 100 h from 20", gapOf(100, "20"), "RST-2", "15");
    row("E34 167 h", gapOf(167, "45"), "RST-2", "20");
    row("E34 168 h", gapOf(168, "45"), "RST-3", "15");
    row("E34 30 h, K 45", withK(gapOf(30, "60"), 45), "RST-2", "30");
    row("K 60 is not below", withK(gapOf(30, "60"), 60), "RST-1", "60");
    row("K 59.9, 48 h", withK(gapOf(48, "60"), 59.9), "RST-3", "15");
    // REN-5: dialysis, and a creatinine that is not steady, count as a low K whatever the formula gives.
    row("on dialysis, 30 h", withoutK(gapOf(30, "60")), "RST-2", "30");
    row("unstable with K 100, 47 h", withoutK(withK(gapOf(47, "60"), 100)), "RST-2", "30");
    row("on dialysis, 48 h", withoutK(gapOf(48, "60")), "RST-3", "15");
    row("K 45, 400 h", withK(gapOf(400, "45"), 45), "RST-3", "15");
    row("E34 withdrawal", withdrawing(gapOf(60, "45")), "RST-4", "45");
    row("withdrawal decides before the kidney", withdrawing(withK(gapOf(400, "45"), 45)), "RST-4", "45");
    row("half in 2.5 mg", gapOf(12, "15", "5", "2.5"), "RST-1", "15");
    row("half in 2.5 mg, K 45", withK(gapOf(12, "15", "5", "2.5"), 45), "RST-2", "7.5");
    row("never above what was taken", gapOf(48, "5"), "RST-2", "5");
    row("never above what was taken, long gap", gapOf(168, "10"), "RST-3", "10");
}

void TestInterruption::theGapDecidesTheDose() {
    QFETCH(Interruption, gap);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, dose);
    const Restart restart = restartAfter(gap, shippedNumbers());
    holdSources(std::span(&restart.finding, 1));
    QCOMPARE(QByteArray(restart.finding.rule.text().data()), rule);
    QCOMPARE(restart.dose, daily(dose.constData()));
}

void TestInterruption::severeWithdrawalIsAnEmergency_data() {
    QTest::addColumn<int>("grade");
    QTest::addColumn<bool>("emergency");
    QTest::newRow("not graded") << 0 << false;
    QTest::newRow("2") << 2 << false;
    QTest::newRow("3") << 3 << true;
    QTest::newRow("4") << 4 << true;
}

void TestInterruption::severeWithdrawalIsAnEmergency() {
    QFETCH(int, grade);
    QFETCH(bool, emergency);
    Interruption gap = gapOf(60, "45");
    gap.withdrawalSigns = true;
    if (grade > 0)
        gap.withdrawalGrade = grade;
    const Restart restart = restartAfter(gap, shippedNumbers());
    holdSources(std::span(&restart.finding, 1));
    QVERIFY(restart.action == RestartAction::supervise);
    QCOMPARE(restart.emergency, emergency);
}

void TestInterruption::theProposalCarriesItsInputs() {
    Interruption gap = gapOf(30, "60");
    gap.k = 45;
    const Restart restart = restartAfter(gap, shippedNumbers());
    holdSources(std::span(&restart.finding, 1));
    QVERIFY(restart.lowerForKidney);
    const std::vector<Input> inputs{
        {"gap_hours", std::int64_t{30}}, {"before_mg", daily("60")}, {"proposed_mg", daily("30")}, {"k_ml_min", 45.0}};
    QVERIFY(restart.finding.inputs == inputs);
    QCOMPARE(QByteArray(restart.finding.message.c_str()), QByteArray("rst-2.kidney"));
    QVERIFY(!restart.finding.sources.empty());
}

LENTO_CORE_TEST_MAIN(TestInterruption)

#include "tst_interruption.moc"
