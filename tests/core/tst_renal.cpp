#include "core/renal.h"
#include "core/rule_numbers.h"
#include "core_values.h"
#include "for_rule.h"
#include "shipped_numbers.h"

#include <cmath>
#include <functional>

using namespace lento::core;
using namespace lento::test;

namespace {

// E5 to E8b are given to one decimal.
constexpr double tolerance = 0.0500001;

struct Expected {
    double crcl;
    double egfr;
    double k;
    RenalBand band;
    double dosingWeightKg;
};

// REN-5's table; the shipped one is data and is checked by the tests of content.
RenalBandRule bandRule(RenalBand band) {
    switch (band) {
    case RenalBand::r1:
        return {band, 0, {1, 1}, {}, {}, {}, Action::inform};
    case RenalBand::r2:
        return {band, 0, {2, 3}, {}, {}, {}, Action::inform};
    case RenalBand::r3:
        return {band, 0, {1, 2}, {}, {}, 7, Action::warn};
    case RenalBand::r4:
        return {band, 0, {1, 3}, {}, {}, 14, Action::blockOverridable};
    case RenalBand::r5:
        break;
    }
    return {band, 0, {1, 1}, DailyDose::milligrams(5), 1, 14, Action::blockOverridable};
}

const RuleNumbers& numbers() {
    return shippedNumbers();
}

RenalDosing gradual(RenalBand band, std::string_view quantum) {
    return renalDosing(bandRule(band), DailyDose::milligrams(15), DailyDose::milligrams(5), DailyDose::milligrams(80),
                       3, daily(quantum));
}

QString dosingText(const RenalDosing& dosing) {
    const auto text = [](DailyDose amount) { return QString::fromStdString(milligramText(amount)); };
    return QStringLiteral("%1 / %2 / %3 / %4")
        .arg(text(dosing.start), text(dosing.increment), text(dosing.ceiling))
        .arg(dosing.intervalDays);
}

RenalInputs woman() {
    RenalInputs made;
    made.ageYears = 60;
    made.sex = Sex::female;
    made.weightGrams = 60'000;
    made.heightMillimetres = 1'650;
    made.creatinineThousandths = 800;
    return made;
}

PatientFacts olderMan() {
    PatientFacts facts;
    facts.birthDate = date("1954-01-01");
    facts.sex = Sex::male;
    facts.weights = {{date("2025-01-01"), 90'000}, {date("2026-01-01"), 70'000}};
    facts.creatinines = {{date("2025-06-01"), 900, CreatinineUnit::mgPerDl, false},
                         {date("2026-03-01"), 1'500, CreatinineUnit::mgPerDl, false}};
    return facts;
}

} // namespace

class TestRenal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adultsAreAssessed_data();
    void adultsAreAssessed();
    void bandsBeginAtTheirEdges_data();
    void bandsBeginAtTheirEdges();
    void unstableIsAtLeastR4();
    void kOnAnEdgeIsExact();
    void dosingWeightChangesFromBmi30();
    void withoutHeightTheActualWeightCounts();
    void childrenAreAssessedBySchwartz();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void limitsOfCreatinineAreInclusive();
    void everyConstantIsData_data();
    void everyConstantIsData();
    void dosingFollowsTheBand_data();
    void dosingFollowsTheBand();
    void dialysisCeilingIsNotRaisedToACoarseTablet();
    void creatinineAgesAtItsLimit_data();
    void creatinineAgesAtItsLimit();
    void aKidneyWithoutAKAgesAsALowOne_data();
    void aKidneyWithoutAKAgesAsALowOne();
    void factsGiveAnAssessment();
    void missingFactsAreNamed();
    void olderThanAllowedCountsAsMissing();
    void dialysisIsKnownWithoutCreatinine();
    void laterFactsAreNotSeen();
};

void TestRenal::adultsAreAssessed_data() {
    QTest::addColumn<RenalInputs>("inputs");
    QTest::addColumn<Expected>("expected");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QString>("dosing");
    const auto row = [](const char* name, const RenalInputs& inputs, const Expected& expected, const char* quantum,
                        const char* dosing) {
        QTest::newRow(name) << inputs << expected << QByteArray(quantum) << QString::fromLatin1(dosing);
    };
    // start / increment / ceiling / interval of ORAL-ADULT-GRADUAL
    row("E5", {72, Sex::male, 70'000, {}, 1'500, CreatinineUnit::mgPerDl, false, false},
        {44.1, 49.2, 44.1, RenalBand::r3, 70}, "5", "5 / 5 / 40 / 7");
    row("E6", {58, Sex::female, 64'000, {}, 95'000, CreatinineUnit::umolPerL, false, false},
        {57.7, 59.9, 57.7, RenalBand::r3, 64}, "2.5", "7.5 / 2.5 / 40 / 7");
    row("E7", {55, Sex::male, 80'000, {}, 3'200, CreatinineUnit::mgPerDl, false, false},
        {29.5, 22.0, 22.0, RenalBand::r4, 80}, "5", "5 / 5 / 25 / 14");
    row("E8b", {60, Sex::female, 110'000, 1'650, 1'000, CreatinineUnit::mgPerDl, false, false},
        {73.8, 64.5, 64.5, RenalBand::r2, 78.2}, "5", "10 / 5 / 50 / 3");
    row("R3, 73 years, male", {73, Sex::male, 103000, 1510, 191000, CreatinineUnit::umolPerL, false, false},
        {30.3, 31.5, 30.3, RenalBand::r3, 70.4}, "5", "5 / 5 / 40 / 7");
    row("R3, 59 years, male", {59, Sex::male, 91000, 1630, 1500, CreatinineUnit::mgPerDl, false, false},
        {54.1, 53.3, 53.3, RenalBand::r3, 72.2}, "2.5", "7.5 / 2.5 / 40 / 7");
    row("R3, 55 years, female", {55, Sex::female, 88000, 1920, 1700, CreatinineUnit::mgPerDl, false, false},
        {51.9, 35.2, 35.2, RenalBand::r3, 88}, "1", "7 / 2 / 40 / 7");
    row("R3, 20 years, female", {20, Sex::female, 117000, 1600, 145000, CreatinineUnit::umolPerL, false, false},
        {67.6, 45.7, 45.7, RenalBand::r3, 78.2}, "5", "5 / 5 / 40 / 7");
    row("R5, 72 years, male", {72, Sex::male, 46000, 1850, 5700, CreatinineUnit::mgPerDl, false, false},
        {7.6, 9.9, 7.6, RenalBand::r5, 46}, "1", "5 / 5 / 5 / 14");
    row("R5, 65 years, female", {65, Sex::female, 80000, 1470, 3900, CreatinineUnit::mgPerDl, true, false},
        {12.8, 12.2, 12.2, RenalBand::r5, 56.4}, "1", "5 / 5 / 5 / 14");
    row("R5, 31 years, female", {31, Sex::female, 133000, 1870, 514000, CreatinineUnit::umolPerL, false, false},
        {22.0, 9.3, 9.3, RenalBand::r5, 99.4}, "1", "5 / 5 / 5 / 14");
    row("R5, 43 years, male", {43, Sex::male, 86000, 1740, 514000, CreatinineUnit::umolPerL, false, false},
        {19.9, 11.6, 11.6, RenalBand::r5, 86}, "1", "5 / 5 / 5 / 14");
    row("R4, 50 years, female", {50, Sex::female, 122000, 1650, 2200, CreatinineUnit::mgPerDl, false, false},
        {40.1, 26.6, 26.6, RenalBand::r4, 83.0}, "2.5", "5 / 2.5 / 25 / 14");
    row("R5, 68 years, male", {68, Sex::male, 125000, 1890, 390000, CreatinineUnit::umolPerL, false, false},
        {22.7, 13.8, 13.8, RenalBand::r5, 100.0}, "2.5", "5 / 5 / 5 / 14");
    row("R2, 79 years, male", {79, Sex::male, 68000, 1640, 900, CreatinineUnit::mgPerDl, false, false},
        {64.0, 86.9, 64.0, RenalBand::r2, 68}, "2.5", "10 / 2.5 / 52.5 / 3");
    row("R3, 27 years, female", {27, Sex::female, 124000, 1640, 2000, CreatinineUnit::mgPerDl, false, false},
        {55.5, 34.5, 34.5, RenalBand::r3, 83.2}, "5", "5 / 5 / 40 / 7");
    row("R5, 63 years, male", {63, Sex::male, 120000, 1900, 5400, CreatinineUnit::mgPerDl, false, false},
        {19.5, 11.2, 11.2, RenalBand::r5, 98.5}, "5", "5 / 5 / 5 / 14");
    row("R4, 35 years, male", {35, Sex::male, 94000, 1760, 400000, CreatinineUnit::umolPerL, false, false},
        {25.9, 16.4, 16.4, RenalBand::r4, 80.5}, "1", "5 / 1 / 26 / 14");
    row("R5, 68 years, female", {68, Sex::female, 92000, 1950, 5000, CreatinineUnit::mgPerDl, false, false},
        {15.6, 8.9, 8.9, RenalBand::r5, 92}, "5", "5 / 5 / 5 / 14");
    row("R4, 80 years, female", {80, Sex::female, 48000, 1960, 164000, CreatinineUnit::umolPerL, false, false},
        {18.3, 27.1, 18.3, RenalBand::r4, 48}, "1", "5 / 1 / 26 / 14");
    row("R5, 31 years, female", {31, Sex::female, 63000, 1880, 352000, CreatinineUnit::umolPerL, true, false},
        {20.4, 14.7, 14.7, RenalBand::r5, 63}, "2.5", "5 / 5 / 5 / 14");
}

void TestRenal::adultsAreAssessed() {
    const ForRule rule("REN-2, REN-3");
    QFETCH(RenalInputs, inputs);
    QFETCH(Expected, expected);
    QFETCH(QByteArray, quantum);
    QFETCH(QString, dosing);
    const auto function = renalFunction(inputs, shippedNumbers());
    QVERIFY(function);
    const auto near = [](double found, double wanted) {
        const bool isNear = std::abs(found - wanted) <= tolerance;
        if (!isNear)
            qWarning("found %.3f, wanted %.1f", found, wanted);
        return isNear;
    };
    QVERIFY(near(function->crclMlMin.value(), expected.crcl));
    QVERIFY(near(function->egfr.value(), expected.egfr));
    QVERIFY(near(function->k, expected.k));
    QVERIFY(near(function->dosingWeightKg, expected.dosingWeightKg));
    QVERIFY(function->band == expected.band);
    QVERIFY(!(function->k > *function->crclMlMin) && !(function->k > *function->egfr));
    QCOMPARE(dosingText(gradual(function->band, quantum.constData())), dosing);
}

void TestRenal::bandsBeginAtTheirEdges_data() {
    QTest::addColumn<double>("k");
    QTest::addColumn<bool>("dialysis");
    QTest::addColumn<RenalBand>("band");
    QTest::newRow("E8 80") << 80.0 << false << RenalBand::r1;
    QTest::newRow("E8 79.99") << 79.99 << false << RenalBand::r2;
    QTest::newRow("E8 60") << 60.0 << false << RenalBand::r2;
    QTest::newRow("E8 59.6") << 59.6 << false << RenalBand::r3;
    QTest::newRow("E8 30") << 30.0 << false << RenalBand::r3;
    QTest::newRow("E8 29.99") << 29.99 << false << RenalBand::r4;
    QTest::newRow("E8 15") << 15.0 << false << RenalBand::r4;
    QTest::newRow("E8 14.9") << 14.9 << false << RenalBand::r5;
    QTest::newRow("E8 dialysis at 14.9") << 14.9 << true << RenalBand::r5;
    QTest::newRow("E8 dialysis at 95") << 95.0 << true << RenalBand::r5;
    QTest::newRow("just below 60") << std::nextafter(60.0, 0.0) << false << RenalBand::r3;
    QTest::newRow("nothing") << 0.0 << false << RenalBand::r5;
}

void TestRenal::bandsBeginAtTheirEdges() {
    const ForRule rule("REN-5");
    QFETCH(double, k);
    QFETCH(bool, dialysis);
    QFETCH(RenalBand, band);
    QVERIFY(renalBand(k, dialysis, false, shippedNumbers()) == band);
}

void TestRenal::unstableIsAtLeastR4() {
    QVERIFY(renalBand(95, false, true, shippedNumbers()) == RenalBand::r4);
    QVERIFY(renalBand(20, false, true, shippedNumbers()) == RenalBand::r4);
    QVERIFY(renalBand(10, false, true, shippedNumbers()) == RenalBand::r5);
    QVERIFY(renalBand(95, true, true, shippedNumbers()) == RenalBand::r5);
    RenalInputs inputs = woman();
    inputs.unstable = true;
    QVERIFY(renalFunction(inputs, shippedNumbers())->band == RenalBand::r4);
}

void TestRenal::kOnAnEdgeIsExact() {
    // (140 - 68) x 60 / (72 x 1) is 60 and stays R2, though the eGFR is higher.
    const auto edge =
        renalFunction({68, Sex::male, 60'000, {}, 1'000, CreatinineUnit::mgPerDl, false, false}, shippedNumbers());
    QCOMPARE(edge->crclMlMin.value(), 60.0);
    QVERIFY(edge->egfr.value() > 60);
    QVERIFY(edge->band == RenalBand::r2);
    // The same creatinine, 88.4 umol/L, gives the same number to the last bit.
    const auto converted =
        renalFunction({68, Sex::male, 60'000, {}, 88'400, CreatinineUnit::umolPerL, false, false}, shippedNumbers());
    QVERIFY(converted->k == edge->k);
    // 20 g less is below the edge.
    QVERIFY(renalFunction({68, Sex::male, 59'980, {}, 1'000, CreatinineUnit::mgPerDl, false, false}, shippedNumbers())
                ->band == RenalBand::r3);
}

void TestRenal::dosingWeightChangesFromBmi30() {
    const ForRule rule("REN-2");
    RenalInputs inputs = woman();
    inputs.heightMillimetres = 2'000; // 120 kg is a body-mass index of 30
    inputs.weightGrams = 119'999;
    QCOMPARE(renalFunction(inputs, shippedNumbers())->dosingWeightKg, 119.999);
    inputs.weightGrams = 120'000;
    // 45.5 + 0.91 x 47.6 = 88.816; + 0.4 x 31.184 = 101.2896
    QCOMPARE(renalFunction(inputs, shippedNumbers())->dosingWeightKg, 101.2896);
    QCOMPARE(renalFunction(inputs, shippedNumbers())->bmi.value(), 30.0);
    inputs.sex = Sex::male;
    QCOMPARE(renalFunction(inputs, shippedNumbers())->dosingWeightKg, 103.9896);
}

void TestRenal::withoutHeightTheActualWeightCounts() {
    RenalInputs inputs = woman();
    inputs.weightGrams = 150'000;
    inputs.heightMillimetres.reset();
    QCOMPARE(renalFunction(inputs, shippedNumbers())->dosingWeightKg, 150.0);
    QVERIFY(!renalFunction(inputs, shippedNumbers())->bmi);
}

void TestRenal::childrenAreAssessedBySchwartz() {
    const ForRule rule("REN-4");
    RenalInputs child;
    child.ageYears = 8;
    child.heightMillimetres = 1'280;
    child.creatinineThousandths = 500;
    // 0.413 x 128 / 0.5, with neither sex nor weight
    const auto function = renalFunction(child, shippedNumbers());
    QVERIFY(function);
    QCOMPARE(function->egfr.value(), 105.728);
    QCOMPARE(function->k, 105.728);
    QVERIFY(!function->crclMlMin);
    QVERIFY(function->band == RenalBand::r1);
    child.unit = CreatinineUnit::umolPerL;
    child.creatinineThousandths = 44'200;
    QCOMPARE(renalFunction(child, shippedNumbers())->k, 105.728);
    child.ageYears = 17;
    QVERIFY(!renalFunction(child, shippedNumbers())->crclMlMin);
    child.ageYears = 18;
    QVERIFY(!renalFunction(child, shippedNumbers())); // an adult's formulas ask for sex and weight
}

void TestRenal::whatCannotBeIsRefused_data() {
    QTest::addColumn<RenalInputs>("inputs");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, auto change, ErrorCode code, const char* field) {
        RenalInputs inputs = woman();
        change(inputs);
        QTest::newRow(name) << inputs << code << QByteArray(field);
    };
    constexpr auto range = ErrorCode::outOfRange;
    constexpr auto missing = ErrorCode::missingField;
    row(
        "creatinine 0.099", [](RenalInputs& i) { i.creatinineThousandths = 99; }, range, "creatinine");
    row(
        "creatinine 20.001", [](RenalInputs& i) { i.creatinineThousandths = 20'001; }, range, "creatinine");
    row(
        "creatinine 0", [](RenalInputs& i) { i.creatinineThousandths = 0; }, range, "creatinine");
    row(
        "creatinine negative", [](RenalInputs& i) { i.creatinineThousandths = -1'000; }, range, "creatinine");
    row(
        "umol typed as mg", [](RenalInputs& i) { i.creatinineThousandths = 95'000; }, range, "creatinine");
    row(
        "mg typed as umol",
        [](RenalInputs& i) {
            i.creatinineThousandths = 1'000;
            i.unit = CreatinineUnit::umolPerL;
        },
        range, "creatinine");
    row(
        "8.839 umol/L",
        [](RenalInputs& i) {
            i.creatinineThousandths = 8'839;
            i.unit = CreatinineUnit::umolPerL;
        },
        range, "creatinine");
    row(
        "no sex", [](RenalInputs& i) { i.sex = Sex::notRecorded; }, missing, "sex");
    row(
        "no weight", [](RenalInputs& i) { i.weightGrams = 0; }, missing, "weight");
    row(
        "weight in kilograms", [](RenalInputs& i) { i.weightGrams = 70; }, range, "weight");
    row(
        "too heavy", [](RenalInputs& i) { i.weightGrams = 700'000; }, range, "weight");
    row(
        "height in centimetres", [](RenalInputs& i) { i.heightMillimetres = 165; }, range, "height");
    row(
        "too tall", [](RenalInputs& i) { i.heightMillimetres = 16'500; }, range, "height");
    row(
        "too young", [](RenalInputs& i) { i.ageYears = 0; }, range, "age");
    row(
        "not born", [](RenalInputs& i) { i.ageYears = -1; }, range, "age");
    row(
        "too old", [](RenalInputs& i) { i.ageYears = 131; }, range, "age");
    row(
        "a child without height",
        [](RenalInputs& i) {
            i.ageYears = 8;
            i.heightMillimetres.reset();
        },
        missing, "height");
}

void TestRenal::whatCannotBeIsRefused() {
    const ForRule rule("REN-1");
    QFETCH(RenalInputs, inputs);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, field);
    const auto function = renalFunction(inputs, shippedNumbers());
    QVERIFY(!function);
    QCOMPARE(function.error().code, code);
    QCOMPARE(QByteArray::fromStdString(function.error().subject), field);
}

// Each constant of REN-1 to REN-5 changed alone: K changes with it, and by as much as the formula says where it is
// linear.
void TestRenal::everyConstantIsData_data() {
    using Change = std::function<void(RuleNumbers&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<RenalInputs>("inputs");
    QTest::addColumn<double>("clearance"); // times that of the shipped numbers; 0: otherwise
    QTest::addColumn<double>("filtration");
    const auto row = [](const char* name, const RenalInputs& inputs, double clearance, double filtration,
                        Change change) {
        QTest::newRow(name) << std::move(change) << inputs << clearance << filtration;
    };
    RenalInputs molar = woman();
    molar.unit = CreatinineUnit::umolPerL;
    molar.creatinineThousandths = 95'000;
    RenalInputs man = woman();
    man.sex = Sex::male;
    RenalInputs obese = woman();
    obese.weightGrams = 120'000;
    obese.heightMillimetres = 1'650;
    RenalInputs obeseMan = obese;
    obeseMan.sex = Sex::male;
    RenalInputs low = woman();
    low.creatinineThousandths = 500;
    RenalInputs lowMan = low;
    lowMan.sex = Sex::male;
    RenalInputs child = woman();
    child.ageYears = 8;
    child.heightMillimetres = 1'280;
    row("REN-1 umol/L", molar, 2, 0, [](RuleNumbers& n) { n.ren1.umolPerMgTenths *= 2; });
    row("REN-2 140", woman(), 0, 1, [](RuleNumbers& n) { n.ren2.yearsFrom = 150; });
    row("REN-2 72", woman(), .5, 1, [](RuleNumbers& n) { n.ren2.creatinineTimes *= 2; });
    row("REN-2 0.85", woman(), 1 / .85, 1, [](RuleNumbers& n) { n.ren2.femalePercent = 100; });
    row("REN-2 30", obese, 0, 1, [](RuleNumbers& n) { n.ren2.obeseFromBmi = 90; });
    row("REN-2 0.4", obese, 0, 1, [](RuleNumbers& n) { n.ren2.excessPercent = 30; });
    row("REN-2 45.5", obese, 0, 1, [](RuleNumbers& n) { n.ren2.idealFemaleGrams = 50'000; });
    row("REN-2 50", obeseMan, 0, 1, [](RuleNumbers& n) { n.ren2.idealMaleGrams = 45'500; });
    row("REN-2 0.91", obese, 0, 1, [](RuleNumbers& n) { n.ren2.idealGramsPerCentimetre = 1'000; });
    row("REN-2 152.4", obese, 0, 1, [](RuleNumbers& n) { n.ren2.idealAboveMillimetres = 1'500; });
    row("REN-3 142", woman(), 1, 2, [](RuleNumbers& n) { n.ren3.multiplier *= 2; });
    row("REN-3 0.7", woman(), 1, 0, [](RuleNumbers& n) { n.ren3.femaleCreatinine = .8; });
    row("REN-3 0.9", man, 1, 0, [](RuleNumbers& n) { n.ren3.maleCreatinine = .8; });
    row("REN-3 0.241", low, 1, 0, [](RuleNumbers& n) { n.ren3.femalePowerBelow = .3; });
    row("REN-3 0.302", lowMan, 1, 0, [](RuleNumbers& n) { n.ren3.malePowerBelow = .2; });
    row("REN-3 1.2", woman(), 1, 0, [](RuleNumbers& n) { n.ren3.powerAbove = 1; });
    row("REN-3 0.9938", woman(), 1, 0, [](RuleNumbers& n) { n.ren3.eachYear = .99; });
    row("REN-3 1.012", woman(), 1, 1 / 1.012, [](RuleNumbers& n) { n.ren3.female = 1; });
    row("REN-4 0.413", child, 0, 2, [](RuleNumbers& n) { n.ren4.heightFactorThousandths *= 2; });
}

void TestRenal::everyConstantIsData() {
    QFETCH(const std::function<void(RuleNumbers&)>, change);
    QFETCH(const RenalInputs, inputs);
    QFETCH(const double, clearance);
    QFETCH(const double, filtration);
    RuleNumbers other = shippedNumbers();
    change(other);
    const auto before = renalFunction(inputs, shippedNumbers());
    const auto after = renalFunction(inputs, other);
    QVERIFY(before && after);
    const auto agrees = [](std::optional<double> was, std::optional<double> is, double times) {
        if (!was || !is)
            return was == is;
        return times == 0 ? *was != *is : std::abs(*is / *was - times) < 1e-12;
    };
    QVERIFY(agrees(before->crclMlMin, after->crclMlMin, clearance));
    QVERIFY(agrees(before->egfr, after->egfr, filtration));
}

void TestRenal::limitsOfCreatinineAreInclusive() {
    const ForRule rule("REN-1");
    RenalInputs inputs = woman();
    for (const std::int32_t edge : {100, 20'000}) {
        inputs.creatinineThousandths = edge;
        QVERIFY(renalFunction(inputs, shippedNumbers()));
    }
    inputs.unit = CreatinineUnit::umolPerL;
    for (const std::int32_t edge : {8'840, 1'768'000}) {
        inputs.creatinineThousandths = edge;
        QVERIFY(renalFunction(inputs, shippedNumbers()));
    }

    RuleNumbers other = shippedNumbers();
    other.ren1.lowestThousandths = 200;
    other.ren1.highestThousandths = 1'999;
    for (const auto& [value, taken] : {std::pair{199, false}, {200, true}, {1'999, true}, {2'000, false}}) {
        inputs = woman();
        inputs.creatinineThousandths = value;
        const auto function = renalFunction(inputs, other);
        QCOMPARE(function.has_value(), taken);
        if (!taken)
            QCOMPARE(function.error().values,
                     (std::vector<std::string>{std::to_string(value), "0.2 mg/dL", "1.999 mg/dL"}));
    }

    RenalInputs child = woman();
    child.heightMillimetres = 1'280;
    other.ren4.fromYears = 3;
    for (const auto& [years, taken] : {std::pair{2, false}, {3, true}}) {
        child.ageYears = years;
        child.creatinineThousandths = 500;
        QCOMPARE(renalFunction(child, other).has_value(), taken);
    }
}

void TestRenal::dosingFollowsTheBand_data() {
    QTest::addColumn<RenalBand>("band");
    QTest::addColumn<QByteArray>("quantum");
    QTest::addColumn<QString>("dosing");
    QTest::newRow("R1") << RenalBand::r1 << QByteArray("5") << QStringLiteral("15 / 5 / 80 / 3");
    QTest::newRow("R2") << RenalBand::r2 << QByteArray("5") << QStringLiteral("10 / 5 / 50 / 3");
    QTest::newRow("R3") << RenalBand::r3 << QByteArray("5") << QStringLiteral("5 / 5 / 40 / 7");
    QTest::newRow("R4") << RenalBand::r4 << QByteArray("5") << QStringLiteral("5 / 5 / 25 / 14");
    QTest::newRow("R4 q 0.5") << RenalBand::r4 << QByteArray("0.5") << QStringLiteral("5 / 1.5 / 26.5 / 14");
    QTest::newRow("R5") << RenalBand::r5 << QByteArray("5") << QStringLiteral("5 / 5 / 5 / 14");
}

void TestRenal::dosingFollowsTheBand() {
    QFETCH(RenalBand, band);
    QFETCH(QByteArray, quantum);
    QFETCH(QString, dosing);
    const RenalDosing made = gradual(band, quantum.constData());
    QCOMPARE(dosingText(made), dosing);
    QCOMPARE(made.dosesPerDay.has_value(), band == RenalBand::r5);
    QCOMPARE(made.dosesPerDay.value_or(1), 1);
    // A protocol slower than the band keeps its own interval.
    QCOMPARE(renalDosing(bandRule(band), daily("15"), daily("5"), daily("80"), 28, daily("5")).intervalDays, 28);
}

void TestRenal::dialysisCeilingIsNotRaisedToACoarseTablet() {
    QCOMPARE(gradual(RenalBand::r5, "15").ceiling, daily("5"));
    QCOMPARE(gradual(RenalBand::r5, "2").ceiling, daily("4"));
}

void TestRenal::creatinineAgesAtItsLimit_data() {
    QTest::addColumn<int>("ageYears");
    QTest::addColumn<double>("k");
    QTest::addColumn<bool>("interacting");
    QTest::addColumn<int>("limitDays");
    QTest::newRow("young and well") << 40 << 100.0 << false << 365;
    QTest::newRow("64 years") << 64 << 100.0 << false << 365;
    QTest::newRow("65 years") << 65 << 100.0 << false << 183;
    QTest::newRow("K 60") << 40 << 60.0 << false << 365;
    QTest::newRow("K 59.9") << 40 << 59.9 << false << 92;
    QTest::newRow("old and K 59.9") << 80 << 59.9 << false << 92;
    QTest::newRow("a medicine of INT-12") << 40 << 100.0 << true << 92;
}

void TestRenal::creatinineAgesAtItsLimit() {
    const ForRule rule("DAT-5");
    QFETCH(int, ageYears);
    QFETCH(double, k);
    QFETCH(bool, interacting);
    QFETCH(int, limitDays);
    const Date today = date("2026-11-22");
    PatientFacts facts;
    facts.birthDate = Date::fromYmd(2026 - ageYears, 1, 1).value();
    facts.creatinines = {{today - limitDays, 1'000, CreatinineUnit::mgPerDl, false}};
    const UsableCreatinine onTheDay = usableCreatinine(facts, today, k, interacting, numbers());
    QCOMPARE(onTheDay.limitDays, limitDays);
    QVERIFY(onTheDay.value && !onTheDay.tooOld);
    const UsableCreatinine dayAfter = usableCreatinine(facts, today + 1, k, interacting, numbers());
    QVERIFY(!dayAfter.value && dayAfter.tooOld);
}

void TestRenal::aKidneyWithoutAKAgesAsALowOne_data() {
    QTest::addColumn<bool>("unstable");
    QTest::addColumn<bool>("dialysis");
    QTest::addColumn<int>("limitDays");
    QTest::newRow("steady") << false << false << 365;
    QTest::newRow("unstable counts as R4") << true << false << 92;
    QTest::newRow("dialysis counts as R5") << false << true << 92;
}

void TestRenal::aKidneyWithoutAKAgesAsALowOne() {
    const ForRule rule("DAT-5, REN-5");
    QFETCH(bool, unstable);
    QFETCH(bool, dialysis);
    QFETCH(int, limitDays);
    const Date today = date("2026-11-22");
    PatientFacts facts;
    facts.birthDate = date("1986-01-01");
    facts.onDialysis = dialysis;
    facts.creatinines = {{today - limitDays, 900, CreatinineUnit::mgPerDl, unstable}};
    QCOMPARE(usableCreatinine(facts, today, 100.0, false, numbers()).limitDays, limitDays);
    QVERIFY(!usableCreatinine(facts, today, 100.0, false, numbers()).tooOld);
    QVERIFY(usableCreatinine(facts, today + 1, 100.0, false, numbers()).tooOld);
}

void TestRenal::factsGiveAnAssessment() {
    // E5, from a record: the newest weight and creatinine count.
    const RenalAssessment assessed = assessRenal(olderMan(), date("2026-05-01"), numbers());
    QVERIFY(assessed.function);
    QVERIFY(std::abs(assessed.function->k - 44.1) <= tolerance);
    QVERIFY(assessed.band == RenalBand::r3);
    QVERIFY(assessed.missing.empty() && !assessed.creatinineTooOld);
    QCOMPARE(assessed.creatinineDate.value(), date("2026-03-01"));
}

void TestRenal::missingFactsAreNamed() {
    const RenalAssessment nothing = assessRenal(PatientFacts{}, date("2026-05-01"), numbers());
    QVERIFY(!nothing.function && !nothing.band);
    QCOMPARE(nothing.missing, (std::vector<std::string>{"birth_date", "sex", "weight", "creatinine"}));

    PatientFacts child;
    child.birthDate = date("2018-01-01");
    child.creatinines = {{date("2026-03-01"), 500, CreatinineUnit::mgPerDl, false}};
    const RenalAssessment unmeasured = assessRenal(child, date("2026-05-01"), numbers());
    QVERIFY(!unmeasured.function);
    QCOMPARE(unmeasured.missing, (std::vector<std::string>{"height"}));
    child.heightMillimetres = 1'280;
    QVERIFY(assessRenal(child, date("2026-05-01"), numbers()).function);
}

void TestRenal::olderThanAllowedCountsAsMissing() {
    // K 44 at 72 years: 92 days.
    QVERIFY(assessRenal(olderMan(), date("2026-06-01"), numbers()).function);
    const RenalAssessment late = assessRenal(olderMan(), date("2026-06-02"), numbers());
    QVERIFY(!late.function && !late.band);
    QVERIFY(late.creatinineTooOld);
    QCOMPARE(late.missing, (std::vector<std::string>{"creatinine"}));
    QCOMPARE(late.creatinineDate.value(), date("2026-03-01"));
}

void TestRenal::dialysisIsKnownWithoutCreatinine() {
    PatientFacts facts = olderMan();
    facts.onDialysis = true;
    QVERIFY(assessRenal(facts, date("2026-05-01"), numbers()).function->band == RenalBand::r5);
    facts.creatinines.clear();
    const RenalAssessment assessed = assessRenal(facts, date("2026-05-01"), numbers());
    QVERIFY(!assessed.function);
    QVERIFY(assessed.band == RenalBand::r5);
}

void TestRenal::laterFactsAreNotSeen() {
    const RenalAssessment then = assessRenal(olderMan(), date("2025-06-30"), numbers());
    QVERIFY(then.function);
    QCOMPARE(then.creatinineDate.value(), date("2025-06-01"));
    QCOMPARE(then.function->dosingWeightKg, 90.0);
}

LENTO_CORE_TEST_MAIN(TestRenal)

#include "tst_renal.moc"
