// The pump's figures: worked examples, edges, what is refused, and what holds for every pump (ITB, RND-4).
#include "core/pump.h"
#include "core_values.h"
#include "for_rule.h"
#include "shipped_numbers.h"

#include <rapidcheck.h>

#include <algorithm>
#include <functional>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

const PumpNumbers& numbers() {
    return shippedNumbers().pump;
}

PumpDose mcg(int tenths) {
    return pumpGrid * tenths;
}

PumpBolus bolus(int micrograms) {
    return PumpBolus::micrograms(micrograms);
}

Volume ml(int millilitres) {
    return Volume::microlitres(millilitres * 1'000);
}

const std::vector<Weekday> weekend{Weekday::saturday, Weekday::sunday};

PumpFill exampleFill() {
    PumpFill fill;
    fill.on = date("2026-01-15");
    fill.filled = ml(20);
    fill.alarm = ml(2);
    fill.concentration = Concentration::microgramsPerMillilitre(500);
    fill.doses = {{fill.on, mcg(1200)}};
    return fill;
}

void holds(const char* claim, const std::function<void()>& property) {
    QVERIFY2(rc::check(claim, property), claim);
}

} // namespace

class TestPump : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void screeningGoesOnUntilTheLargestBolus();
    void firstDoseFollowsTheEffect_data();
    void firstDoseFollowsTheEffect();
    void limitsFollowOriginAgeAndPhase_data();
    void limitsFollowOriginAgeAndPhase();
    void limitsNeverWiden();
    void flowOutsideTheUsualIsSeen();
    void flexDayAddsUp_data();
    void flexDayAddsUp();
    void flexDayWithGapsIsRefused_data();
    void flexDayWithGapsIsRefused();
    void refillFollowsEveryDoseChange();
    void refillNeverFallsOnAClosedDay();
    void whatCannotBeARefillIsRefused_data();
    void whatCannotBeARefillIsRefused();
    void alarmComesAsTheVolumeSays();
    void doubtfulVolumeIsSeen();
    void bridgeFillsTubingAndCatheter();
};

void TestPump::screeningGoesOnUntilTheLargestBolus() {
    const ForRule rule("ITB-1, ITB-2, ITB-4");
    QCOMPARE(numbers().itb1.smallest, bolus(25));
    QCOMPARE(nextScreeningBolus(bolus(25), numbers()), (NextBolus{bolus(50), 24}));
    QCOMPARE(nextScreeningBolus(bolus(50), numbers()), (NextBolus{bolus(75), 24}));
    QCOMPARE(nextScreeningBolus(bolus(75), numbers()), (NextBolus{bolus(100), 24}));
    QCOMPARE(nextScreeningBolus(bolus(100), numbers()), NextBolus{}); // E31: not a candidate
    QCOMPARE(numbers().itb2.most, bolus(100));
}

void TestPump::firstDoseFollowsTheEffect_data() {
    QTest::addColumn<int>("micrograms");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("negative");
    QTest::addColumn<int>("daily");
    QTest::addColumn<bool>("close");
    QTest::newRow("E31 50 mcg for 6 h") << 50 << 360 << false << 100 << false;
    QTest::newRow("E31 75 mcg for 9 h") << 75 << 540 << false << 75 << true;
    QTest::newRow("E31 25 mcg with bradycardia") << 25 << 240 << true << 25 << false;
    QTest::newRow("8 h are not longer than 8 h") << 50 << 480 << false << 100 << false;
    QTest::newRow("a minute longer") << 50 << 481 << false << 50 << true;
    QTest::newRow("12 h") << 50 << 720 << false << 50 << true;
    QTest::newRow("beyond 12 h nobody doubles") << 50 << 721 << false << 50 << false;
    QTest::newRow("harm and long") << 50 << 600 << true << 50 << false;
}
void TestPump::firstDoseFollowsTheEffect() {
    const ForRule rule("ITB-5");
    QFETCH(const int, micrograms);
    QFETCH(const int, minutes);
    QFETCH(const bool, negative);
    QFETCH(const int, daily);
    QFETCH(const bool, close);
    QCOMPARE(firstPumpDose(bolus(micrograms), minutes, negative, numbers()),
             (FirstPumpDose{PumpDose::micrograms(daily), close}));
}

// ITB-7, ITB-8, RND-4
void TestPump::limitsFollowOriginAgeAndPhase_data() {
    QTest::addColumn<int>("tenths");
    QTest::addColumn<SpasticityOrigin>("origin");
    QTest::addColumn<bool>("child");
    QTest::addColumn<PumpPhase>("phase");
    QTest::addColumn<int>("lowest");
    QTest::addColumn<int>("highest");
    const auto row = [](const char* name, int tenths, SpasticityOrigin origin, bool child, PumpPhase phase, int lowest,
                        int highest) {
        QTest::newRow(name) << tenths << origin << child << phase << lowest << highest;
    };
    using Origin = SpasticityOrigin;
    row("E31 spinal", 1000, Origin::spinal, false, PumpPhase::titration, 1100, 1300);
    row("E31 cerebral", 1000, Origin::cerebral, false, PumpPhase::titration, 1050, 1150);
    row("E31 cerebral, child", 875, Origin::cerebral, true, PumpPhase::titration, 919, 1006);
    row("E31 spinal, maintenance", 2625, Origin::spinal, false, PumpPhase::maintenance, 2888, 3675);
    row("spinal, child", 1000, Origin::spinal, true, PumpPhase::titration, 1050, 1150);
    row("spinal, child, maintenance", 1000, Origin::spinal, true, PumpPhase::maintenance, 1050, 1200);
    row("origin unknown", 1000, Origin::notRecorded, false, PumpPhase::titration, 1050, 1150);
    row("other origin", 1000, Origin::other, false, PumpPhase::maintenance, 1050, 1200);
    row("so little that nothing is left", 1, Origin::cerebral, false, PumpPhase::titration, 2, 1);
}
void TestPump::limitsFollowOriginAgeAndPhase() {
    QFETCH(const int, tenths);
    QFETCH(const SpasticityOrigin, origin);
    QFETCH(const bool, child);
    QFETCH(const PumpPhase, phase);
    QFETCH(const int, lowest);
    QFETCH(const int, highest);
    QCOMPARE(pumpIncreaseRange(mcg(tenths), origin, child, phase, numbers()), (PumpRange{mcg(lowest), mcg(highest)}));
}

void TestPump::limitsNeverWiden() {
    QCOMPARE(pumpReductionRange(mcg(3000), numbers()), (PumpRange{mcg(2400), mcg(2700)})); // E31
    holds("RND-4: what the range holds lies within the percentages", [] {
        const auto daily = mcg(*rc::gen::inRange(1, 50'001));
        const bool spinal = *rc::gen::arbitrary<bool>();
        const bool child = *rc::gen::arbitrary<bool>();
        const bool titrating = *rc::gen::arbitrary<bool>();
        const PumpRange range =
            pumpIncreaseRange(daily, spinal ? SpasticityOrigin::spinal : SpasticityOrigin::cerebral, child,
                              titrating ? PumpPhase::titration : PumpPhase::maintenance, numbers());
        const int least = spinal && !child ? 110 : 105;
        const int most = spinal && !child ? (titrating ? 130 : 140) : (titrating ? 115 : 120);
        RC_ASSERT((range.lowest.isMultipleOf(pumpGrid) && range.highest.isMultipleOf(pumpGrid)));
        RC_ASSERT((range.lowest * 100 >= daily * least && (range.lowest - pumpGrid) * 100 < daily * least));
        RC_ASSERT((range.highest * 100 <= daily * most && (range.highest + pumpGrid) * 100 > daily * most));
    });
}

// ITB-12
void TestPump::flowOutsideTheUsualIsSeen() {
    const auto strong = Concentration::microgramsPerMillilitre(2000);
    QCOMPARE(pumpFlow(mcg(1200), Concentration::microgramsPerMillilitre(500)), Volume::microlitres(240));
    QVERIFY(!isFlowUsual(pumpFlow(mcg(959), strong), numbers()));
    QVERIFY(isFlowUsual(pumpFlow(mcg(960), strong), numbers())); // 0.048 mL a day
    QVERIFY(isFlowUsual(ml(24), numbers()));
    QVERIFY(!isFlowUsual(ml(24) + Volume::nanolitres(1), numbers()));
}

// ITB-11
void TestPump::flexDayAddsUp_data() {
    QTest::addColumn<std::vector<FlexPeriod>>("periods");
    QTest::addColumn<int>("tenths");
    QTest::newRow("E34b") << std::vector<FlexPeriod>{{0, 360, mcg(80)},
                                                     {360, 480, mcg(200)},
                                                     {480, 1320, mcg(100)},
                                                     {1320, 1440, mcg(150)}}
                          << 2580;
    QTest::newRow("one period") << std::vector<FlexPeriod>{{0, 1440, mcg(50)}} << 1200;
    QTest::newRow("half hours") << std::vector<FlexPeriod>{{0, 30, mcg(10)}, {30, 1440, mcg(2)}} << 52;
}
void TestPump::flexDayAddsUp() {
    QFETCH(const std::vector<FlexPeriod>, periods);
    QFETCH(const int, tenths);
    QCOMPARE(flexDailyDose(periods).value(), mcg(tenths));
}

void TestPump::flexDayWithGapsIsRefused_data() {
    QTest::addColumn<std::vector<FlexPeriod>>("periods");
    QTest::addColumn<QString>("where");
    QTest::newRow("none") << std::vector<FlexPeriod>{} << "periods";
    std::vector<FlexPeriod> many;
    for (int i = 0; i < 14; ++i)
        many.push_back({i * 60, i == 13 ? 1440 : (i + 1) * 60, mcg(10)});
    QTest::newRow("14 periods") << many << "periods";
    QTest::newRow("not from midnight") << std::vector<FlexPeriod>{{1, 1440, mcg(10)}} << "periods[0]";
    QTest::newRow("not to midnight") << std::vector<FlexPeriod>{{0, 1439, mcg(10)}} << "periods[0]";
    QTest::newRow("a gap") << std::vector<FlexPeriod>{{0, 60, mcg(10)}, {61, 1440, mcg(10)}} << "periods[1]";
    QTest::newRow("an overlap") << std::vector<FlexPeriod>{{0, 60, mcg(10)}, {59, 1440, mcg(10)}} << "periods[1]";
    QTest::newRow("an empty one") << std::vector<FlexPeriod>{{0, 60, mcg(10)}, {60, 60, mcg(10)}, {60, 1440, mcg(10)}}
                                  << "periods[1]";
    QTest::newRow("past midnight") << std::vector<FlexPeriod>{{0, 1441, mcg(10)}} << "periods[0]";
}
void TestPump::flexDayWithGapsIsRefused() {
    QFETCH(const std::vector<FlexPeriod>, periods);
    QFETCH(const QString, where);
    const auto made = flexDailyDose(periods);
    QVERIFY(!made);
    QCOMPARE(QString::fromStdString(made.error().subject), where);
}

// ITB-13; E26 to E29 are asked of lento-cli.
void TestPump::refillFollowsEveryDoseChange() {
    PumpFill fill = exampleFill();
    QCOMPARE(refill(fill, 5, {}, numbers()).value(),
             (Refill{75, date("2026-03-31"), date("2026-03-26"), RefillLimit::alarm})); // E26
    // 9 mg: 30 days at 120 leave 5400 mcg, which last 36 days at 150.
    fill.doses.push_back({date("2026-02-14"), mcg(1500)});
    QCOMPARE(refill(fill, 5, {}, numbers())->daysToAlarm, 30 + 36);
    // What changes after the alarm changes nothing.
    fill.doses = {{fill.on, mcg(1200)}, {date("2026-04-01"), mcg(10)}};
    QCOMPARE(refill(fill, 5, {}, numbers())->daysToAlarm, 75);
    // On the day the reservoir reaches the alarm the change no longer counts.
    fill.doses[1].on = date("2026-03-31");
    QCOMPARE(refill(fill, 5, {}, numbers())->daysToAlarm, 75);
    fill.doses = {{fill.on, mcg(10)}};
    QCOMPARE(refill(fill, 5, {}, numbers())->limit, RefillLimit::stability);
    QCOMPARE(refill(fill, 5, {}, numbers())->refillBy, fill.on + 180);
}

void TestPump::refillNeverFallsOnAClosedDay() {
    holds("ITB-13: an open day, not after the limit, fewer than 7 days before it", [] {
        PumpFill fill = exampleFill();
        fill.doses = {{fill.on, mcg(*rc::gen::inRange(200, 20'000))}};
        std::vector<Weekday> closed;
        for (int i = 1; i <= 7; ++i)
            if (*rc::gen::arbitrary<bool>())
                closed.push_back(static_cast<Weekday>(i));
        const Refill free = refill(fill, 5, {}, numbers()).value();
        const auto found = refill(fill, 5, closed, numbers());
        if (closed.size() == 7) {
            RC_ASSERT((!found && found.error().subject == "closedDays"));
            return;
        }
        RC_ASSERT(std::find(closed.begin(), closed.end(), found->refillBy.weekday()) == closed.end());
        RC_ASSERT((found->refillBy <= free.refillBy && free.refillBy - found->refillBy < 7));
        RC_ASSERT((found->alarm == free.alarm && found->limit == free.limit));
        for (Date between = found->refillBy + 1; between <= free.refillBy; between = between + 1)
            RC_ASSERT(std::find(closed.begin(), closed.end(), between.weekday()) != closed.end());
    });
}

void TestPump::whatCannotBeARefillIsRefused_data() {
    QTest::addColumn<PumpFill>("fill");
    QTest::addColumn<int>("margin");
    QTest::addColumn<QString>("where");
    PumpFill fill = exampleFill();
    fill.alarm = ml(20);
    QTest::newRow("alarm at the fill") << fill << 5 << "alarm";
    QTest::newRow("a margin below zero") << exampleFill() << -1 << "margin";
    fill = exampleFill();
    fill.doses.clear();
    QTest::newRow("no dose") << fill << 5 << "doses";
    fill.doses = {{fill.on, PumpDose{}}};
    QTest::newRow("a dose of zero") << fill << 5 << "doses[0]";
    fill.doses = {{fill.on + 1, mcg(1200)}};
    QTest::newRow("a dose after the fill") << fill << 5 << "doses[0]";
    fill.doses = {{fill.on, mcg(1200)}, {fill.on, mcg(1300)}};
    QTest::newRow("two doses on one day") << fill << 5 << "doses[1]";
}
void TestPump::whatCannotBeARefillIsRefused() {
    QFETCH(const PumpFill, fill);
    QFETCH(const int, margin);
    QFETCH(const QString, where);
    const auto found = refill(fill, margin, weekend, numbers());
    QVERIFY(!found);
    QCOMPARE(QString::fromStdString(found.error().subject), where);
}

// ITB-13 and ITB-14 agree.
void TestPump::alarmComesAsTheVolumeSays() {
    QCOMPARE(expectedVolume(exampleFill(), date("2026-01-15")).value(), ml(20));
    QCOMPARE(expectedVolume(exampleFill(), date("2026-03-31")).value(), ml(2));
    QCOMPARE(expectedVolume(exampleFill(), date("2027-03-31")).value(), Volume{});
    QVERIFY(!expectedVolume(exampleFill(), date("2026-01-14")));
    holds("the alarm volume is there on the alarm day and not a day later", [] {
        PumpFill fill = exampleFill();
        fill.doses = {{fill.on, mcg(*rc::gen::inRange(200, 20'000))}};
        for (int change = *rc::gen::inRange(0, 4); change > 0; --change)
            fill.doses.push_back(
                {fill.doses.back().on + *rc::gen::inRange(1, 40), mcg(*rc::gen::inRange(200, 20'000))});
        const Refill found = refill(fill, 5, {}, numbers()).value();
        RC_ASSERT(expectedVolume(fill, found.alarm).value() >= fill.alarm);
        RC_ASSERT(expectedVolume(fill, found.alarm + 1).value() < fill.alarm + Volume::nanolitres(1));
    });
}

void TestPump::doubtfulVolumeIsSeen() {
    const ForRule rule("ITB-14");
    QVERIFY(!isVolumeDoubtful(ml(6), ml(8), numbers()));
    QVERIFY(!isVolumeDoubtful(ml(8), ml(6), numbers()));
    QVERIFY(isVolumeDoubtful(ml(6), ml(8) + Volume::nanolitres(1), numbers()));
    QVERIFY(isVolumeDoubtful(ml(8) + Volume::nanolitres(1), ml(6), numbers()));
}

void TestPump::bridgeFillsTubingAndCatheter() {
    const ForRule rule("ITB-16");
    const Catheter catheter{600, numbers().itb16.perCentimetre, numbers().itb16.tubing};
    const Bridge bridge = bridgeBolus(catheter, Concentration::microgramsPerMillilitre(500),
                                      Concentration::microgramsPerMillilitre(2000), mcg(1900));
    QCOMPARE(bridge.volume, Volume::microlitres(331)); // E30
    QCOMPARE(bridge.dose, PumpBolus::nanograms(165'500));
    QCOMPARE(bridge.durationMinutes, 20 * 60 + 54);
    QCOMPARE(bridge.flowBefore, Volume::microlitres(380));
    QCOMPARE(bridge.flowAfter, Volume::microlitres(95));
    QCOMPARE(bridge.ifForgotten, mcg(475));
    QCOMPARE(microgramText(bridge.dose), std::string("165.5"));
    QCOMPARE(microgramText(bridge.ifForgotten), std::string("47.5"));
}

LENTO_CORE_TEST_MAIN(TestPump)
#include "tst_pump.moc"
