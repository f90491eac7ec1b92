// SPL-1 by the clock: usual hours, gaps that are too short, and what a patient's curve is drawn from (PK-2, PK-3,
// TIT-9).
#include "core/dose_times.h"
#include "core/kinetic_basis.h"
#include "core_values.h"
#include "shipped_numbers.h"

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

DoseSplit splitOf(const std::vector<const char*>& mg) {
    DoseSplit split(static_cast<int>(mg.size()));
    for (std::size_t i = 0; i < mg.size(); ++i)
        split.set(static_cast<int>(i), dose(mg[i]));
    return split;
}

PatientFacts adult() {
    PatientFacts facts;
    facts.birthDate = date("1976-05-01");
    facts.sex = Sex::male;
    facts.weights = {{date("2026-01-10"), 70'000}};
    facts.creatinines = {{date("2026-10-01"), 1'000, CreatinineUnit::mgPerDl, false}};
    return facts;
}

const Date today = date("2026-11-22");

} // namespace

class TestDoseTimes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clockTimesAreReadStrictly_data();
    void clockTimesAreReadStrictly();
    void usualHoursKeepTheGap();
    void shortGapsAreNamed_data();
    void shortGapsAreNamed();
    void timesWithoutADoseGiveNone();
    void anAdultIsDrawnByTheKidney();
    void whatIsMissingIsNamed_data();
    void whatIsMissingIsNamed();
    void aChildIsDrawnByTheNewestWeight();
    void eachDoseHasItsPeak();
    void therapyLiesInTheWorkingDay();
};

void TestDoseTimes::clockTimesAreReadStrictly_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minute"); // -1: refused
    QTest::newRow("midnight") << "00:00" << 0;
    QTest::newRow("morning") << "06:05" << 365;
    QTest::newRow("last minute") << "23:59" << 1439;
    QTest::newRow("24 h") << "24:00" << -1;
    QTest::newRow("60 min") << "12:60" << -1;
    QTest::newRow("one digit") << "6:05" << -1;
    QTest::newRow("letters") << "ab:cd" << -1;
    QTest::newRow("empty") << "" << -1;
    QTest::newRow("seconds") << "06:05:00" << -1;
}

void TestDoseTimes::clockTimesAreReadStrictly() {
    QFETCH(QString, text);
    QFETCH(int, minute);
    QCOMPARE(clockMinute(text.toStdString()).value_or(-1), minute);
    if (minute >= 0)
        QCOMPARE(QString::fromStdString(clockText(minute)), text);
}

void TestDoseTimes::usualHoursKeepTheGap() {
    const auto& rule = shippedNumbers().spl1; // SPL-1
    QCOMPARE(rule.minimumGapMinutes, 240);
    for (int doses = 1; doses <= mostDosesPerDay; ++doses) {
        DoseSplit split(doses);
        for (int i = 0; i < doses; ++i)
            split.set(i, dose("5"));
        QVERIFY(shortGaps(split, rule.usual, rule.minimumGapMinutes).empty());
    }
}

void TestDoseTimes::shortGapsAreNamed_data() {
    QTest::addColumn<DoseTimes>("times");
    QTest::addColumn<std::vector<ShortGap>>("gaps");
    using Part = DayPart;
    QTest::newRow("exactly four hours") << DoseTimes{480, 720, 960, 0} << std::vector<ShortGap>{};
    QTest::newRow("a minute less") << DoseTimes{480, 719, 960, 0}
                                   << std::vector<ShortGap>{{Part::morning, Part::midday, 239}};
    QTest::newRow("over midnight") << DoseTimes{60, 720, 1380, 0}
                                   << std::vector<ShortGap>{{Part::evening, Part::morning, 120}};
    QTest::newRow("in another order") << DoseTimes{780, 600, 1200, 0}
                                      << std::vector<ShortGap>{{Part::midday, Part::morning, 180}};
    QTest::newRow("at the same time") << DoseTimes{480, 480, 1200, 0}
                                      << std::vector<ShortGap>{{Part::morning, Part::midday, 0}};
}

void TestDoseTimes::shortGapsAreNamed() {
    QFETCH(DoseTimes, times);
    QFETCH(std::vector<ShortGap>, gaps);
    QVERIFY(shortGaps(splitOf({"5", "5", "10"}), times, 240) == gaps);
}

void TestDoseTimes::timesWithoutADoseGiveNone() {
    const DoseSplit split = splitOf({"0", "5", "5"}); // SPL-5
    const std::vector<TimedDose> wanted{{780, dose("5")}, {1080, dose("5")}};
    QVERIFY(timedDoses(split, shippedNumbers().spl1.usual) == wanted);
    // Nobody takes the morning dose, so nothing is too close to it.
    QVERIFY(shortGaps(split, {700, 780, 1080, 0}, 240).empty());
    QVERIFY(timedDoses(DoseSplit(), shippedNumbers().spl1.usual).empty());
}

void TestDoseTimes::anAdultIsDrawnByTheKidney() {
    const KineticBasis basis = kineticBasis(adult(), today, shippedNumbers());
    QVERIFY(basis.model && basis.why == NoKinetics::none && !basis.child);
    QCOMPARE(basis.creatinineDate, date("2026-10-01"));
    QVERIFY(std::abs(*basis.k - 87.5) < .1); // (140 - 50) x 70 / 72
    QCOMPARE(basis.model->litresPerHour, adultKinetics(*basis.k, shippedNumbers()).litresPerHour);
}

void TestDoseTimes::whatIsMissingIsNamed_data() {
    QTest::addColumn<PatientFacts>("facts");
    QTest::addColumn<int>("why");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char* name, PatientFacts facts, NoKinetics why, const char* missing) {
        QTest::newRow(name) << std::move(facts) << static_cast<int>(why) << QString::fromLatin1(missing);
    };
    PatientFacts facts = adult();
    facts.creatinines.clear();
    row("no creatinine", facts, NoKinetics::missing, "creatinine");
    facts = adult();
    facts.weights.clear();
    row("no weight", facts, NoKinetics::missing, "weight");
    facts = adult();
    facts.sex = Sex::notRecorded;
    row("no sex", facts, NoKinetics::missing, "sex");
    facts = adult();
    facts.birthDate.reset();
    row("no date of birth", facts, NoKinetics::missing, "birth_date");
    facts = adult();
    facts.creatinines.front().on = date("2025-11-21");
    row("creatinine of 366 days ago", facts, NoKinetics::tooOld, "creatinine");
    facts = adult();
    facts.creatinines.front().unstable = true;
    row("creatinine that rises", facts, NoKinetics::unstable, "creatinine");
    facts = adult();
    facts.onDialysis = true;
    row("dialysis", facts, NoKinetics::dialysis, "");
    facts = adult();
    facts.birthDate = date("2025-01-01");
    row("one year old", facts, NoKinetics::tooYoung, "");
    facts.birthDate = date("2018-01-01");
    facts.weights.clear();
    row("child without weight", facts, NoKinetics::missing, "weight");
    facts.weights = {{date("2026-12-01"), 20'000}};
    row("child weighed tomorrow only", facts, NoKinetics::missing, "weight");
}

void TestDoseTimes::whatIsMissingIsNamed() {
    QFETCH(PatientFacts, facts);
    QFETCH(int, why);
    QFETCH(QString, missing);
    const KineticBasis basis = kineticBasis(facts, today, shippedNumbers());
    QVERIFY(!basis.model);
    QCOMPARE(static_cast<int>(basis.why), why);
    QCOMPARE(QString::fromStdString(basis.missing.empty() ? std::string() : basis.missing.front()), missing);
}

void TestDoseTimes::aChildIsDrawnByTheNewestWeight() {
    PatientFacts facts;
    facts.birthDate = date("2018-01-01");
    facts.weights = {{date("2026-01-10"), 28'000}, {date("2026-10-10"), 30'000}};
    const KineticBasis basis = kineticBasis(facts, today, shippedNumbers());
    QVERIFY(basis.model && basis.child);
    QCOMPARE(basis.weight->grams, 30'000);
    QVERIFY(std::abs(basis.model->halfLifeHours() - 2.9) < .06); // PK-3
}

void TestDoseTimes::eachDoseHasItsPeak() {
    const std::vector<TimedDose> doses{{1320, dose("20")}, {360, dose("20")}, {840, dose("20")}}; // E35
    const SteadyState state = steadyState(adultKinetics(100, shippedNumbers()), doses);
    const std::vector<int> peaks = peakMinutes(state, doses);
    QCOMPARE(peaks.size(), std::size_t{3});
    QCOMPARE(peaks[0], state.peakMinute);
    QCOMPARE(peaks[1] - peaks[0], 480);
    QCOMPARE(peaks[2] - peaks[1], 480);
    QVERIFY(peakMinutes(steadyState(adultKinetics(100, shippedNumbers()), {}), {}).empty());
    // The last dose of the day peaks after midnight.
    const std::vector<TimedDose> late{{1410, dose("5")}};
    QVERIFY(peakMinutes(steadyState(adultKinetics(100, shippedNumbers()), late), late).front() < 120);
}

void TestDoseTimes::therapyLiesInTheWorkingDay() {
    const std::vector<TimedDose> doses{{360, dose("20")}, {840, dose("20")}, {1320, dose("20")}};
    const SteadyState state = steadyState(adultKinetics(100, shippedNumbers()), doses);
    const std::vector<int> fitting = therapyMinutes(state, doses, shippedNumbers()); // TIT-9: 08:00 to 18:00
    // 06:00 peaks before 08:00, 22:00 at night; 15:19 is told as 15:15.
    QCOMPARE(fitting, std::vector<int>{915});
    QVERIFY(std::abs(peakMinutes(state, doses)[1] - 915) <= 7);
}

LENTO_CORE_TEST_MAIN(TestDoseTimes)

#include "tst_dose_times.moc"
