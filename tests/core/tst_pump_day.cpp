// What is drawn of a pump's day is what the setting gives: in every mode, for every dose, to the nanogram (ITB-11).
#include "core/pump_day.h"
#include "core_values.h"

#include <rapidcheck.h>

using namespace lento;
using namespace lento::core;
using namespace lento::test;

namespace {

PumpDose mcg(int tenths) {
    return pumpGrid * tenths;
}

PumpSetting simple(int tenths) {
    PumpSetting setting;
    setting.daily = mcg(tenths);
    return setting;
}

// E34b
PumpSetting flex(int tenths = 2580) {
    PumpSetting setting = simple(tenths);
    setting.mode = PumpMode::flex;
    setting.periods = {{0, 360, mcg(80)}, {360, 480, mcg(200)}, {480, 1320, mcg(100)}, {1320, 1440, mcg(150)}};
    return setting;
}

PumpSetting boluses(int dailyTenths, int bolusMicrograms, int count) {
    PumpSetting setting = simple(dailyTenths);
    setting.mode = PumpMode::periodicBolus;
    setting.bolus = PumpBolus::micrograms(bolusMicrograms);
    setting.bolusesPerDay = count;
    return setting;
}

// Nanogram minutes an hour of all that flows.
std::int64_t flowing(const PumpDay& day) {
    std::int64_t sum = 0;
    for (const FlexPeriod& period : day.rates)
        sum += period.perHour.inNanograms() * (period.untilMinute - period.fromMinute);
    return sum;
}

} // namespace

class TestPumpDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyModeIsDrawn();
    void whatCannotBeDrawnIsRefused_data();
    void whatCannotBeDrawnIsRefused();
    void periodsAreHeldAgainstTheDailyDose_data();
    void periodsAreHeldAgainstTheDailyDose();
    void thePictureIsTheDose();
};

void TestPumpDay::everyModeIsDrawn() {
    const PumpDay even = pumpDay(simple(3100)).value();
    QCOMPARE(even.rates, (std::vector<FlexPeriod>{{0, 1440, PumpDose::nanograms(12'917)}}));
    QVERIFY(even.boluses.empty());
    QCOMPARE(even.daily, mcg(3100));
    const PumpDay day = pumpDay(flex()).value();
    QCOMPARE(day.rates, flex().periods);
    QCOMPARE(day.daily, mcg(2580));
    const PumpDay four = pumpDay(boluses(3600, 30, 4)).value();
    QCOMPARE(four.boluses, (std::vector<int>{0, 360, 720, 1080}));
    QCOMPARE(four.bolus, PumpBolus::micrograms(30));
    QCOMPARE(four.rates, (std::vector<FlexPeriod>{{0, 1440, mcg(100)}})); // 240 mcg of 360 flow
    QCOMPARE(four.daily, mcg(3600));
    QCOMPARE(pumpDay(boluses(1200, 30, 4)).value().rates.front().perHour, PumpDose()); // nothing between them
}

void TestPumpDay::whatCannotBeDrawnIsRefused_data() {
    QTest::addColumn<PumpSetting>("setting");
    QTest::addColumn<QString>("field");
    QTest::newRow("no dose") << simple(0) << "daily";
    PumpSetting gap = flex();
    gap.periods.erase(gap.periods.begin() + 1);
    QTest::newRow("a gap") << gap << "periods[1]";
    PumpSetting none = boluses(3600, 30, 4);
    none.bolus.reset();
    QTest::newRow("no bolus") << none << "bolus";
    QTest::newRow("no count") << boluses(3600, 30, 0) << "bolusesPerDay";
    QTest::newRow("more than the day") << boluses(1199, 30, 4) << "bolus";
}
void TestPumpDay::whatCannotBeDrawnIsRefused() {
    QFETCH(const PumpSetting, setting);
    QFETCH(const QString, field);
    const auto made = pumpDay(setting);
    QVERIFY(!made);
    QCOMPARE(QString::fromStdString(made.error().subject), field);
}

void TestPumpDay::periodsAreHeldAgainstTheDailyDose_data() {
    QTest::addColumn<int>("nanograms");
    QTest::addColumn<bool>("agree");
    QTest::newRow("E34b") << 258'000 << true;
    QTest::newRow("rounded by the programmer") << 257'901 << true;
    QTest::newRow("a tenth less") << 257'900 << false;
    QTest::newRow("a tenth more") << 258'100 << false;
    QTest::newRow("half") << 129'000 << false;
}
void TestPumpDay::periodsAreHeldAgainstTheDailyDose() {
    QFETCH(const int, nanograms);
    QFETCH(const bool, agree);
    const auto total = flexDisagreement(flex().periods, PumpDose::nanograms(nanograms));
    QCOMPARE(total, agree ? std::nullopt : std::optional(mcg(2580)));
    QCOMPARE(flexDisagreement({}, mcg(100)), std::optional<PumpDose>()); // refused elsewhere
}

void TestPumpDay::thePictureIsTheDose() {
    const bool holds = rc::check("what flows and the boluses come to the daily dose", [] {
        PumpSetting setting = simple(*rc::gen::inRange(1, 50'001));
        setting.mode = *rc::gen::element(PumpMode::simpleContinuous, PumpMode::flex, PumpMode::periodicBolus);
        if (setting.mode == PumpMode::flex) {
            const int count = *rc::gen::inRange(1, 14);
            int from = 0;
            for (int i = 0; i < count; ++i) {
                const int until = i + 1 == count ? 1440 : *rc::gen::inRange(from + 1, 1440 - count + i + 2);
                setting.periods.push_back({from, until, mcg(*rc::gen::inRange(0, 1'000))});
                from = until;
            }
        } else if (setting.mode == PumpMode::periodicBolus) {
            setting.bolusesPerDay = *rc::gen::inRange(1, 49);
            const auto most = setting.daily.inNanograms() / *setting.bolusesPerDay;
            setting.bolus = PumpBolus::nanograms(*rc::gen::inRange<std::int64_t>(1, most + 1));
        }
        const PumpDay day = pumpDay(setting).value();
        int at = 0;
        for (const FlexPeriod& period : day.rates) {
            RC_ASSERT(period.fromMinute == at);
            at = period.untilMinute;
        }
        RC_ASSERT(at == 1440);
        RC_ASSERT((std::is_sorted(day.boluses.begin(), day.boluses.end())));
        RC_ASSERT((day.boluses.empty() || day.boluses.back() < 1440));
        const std::int64_t given = day.bolus.inNanograms() * static_cast<std::int64_t>(day.boluses.size());
        // An even rate is rounded to the nanogram an hour.
        const std::int64_t off = (day.daily.inNanograms() - given) * 60 - flowing(day);
        RC_ASSERT((std::abs(off) <= 60 * 12));
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestPumpDay)
#include "tst_pump_day.moc"
