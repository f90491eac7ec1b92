// SCL-10, ITB-13: the pump's part of the chart says what the settings, the refills and the calculated alarms say.
#include "app/pump_series.h"
#include "app/series.h"
#include "clinic_values.h"
#include "record_values.h"
#include "shipped_numbers.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

core::PumpImplant implantOn(std::string_view day) {
    core::PumpImplant implant;
    implant.id = nextId<core::PumpImplantId>();
    implant.on = date(day);
    implant.model = shippedCatalogue().pumpModels().front();
    implant.catheterMillimetres = 600;
    return implant;
}

core::PumpSetting setting(const core::PumpImplant& implant, std::string_view day, int minute, int micrograms) {
    core::PumpSetting made;
    made.implant = implant.id;
    made.on = date(day);
    made.minute = minute;
    made.daily = core::PumpDose::micrograms(micrograms);
    return made;
}

core::PumpRefill fill(const core::PumpImplant& implant, std::string_view day) {
    core::PumpRefill made;
    made.implant = implant.id;
    made.on = date(day);
    made.filled = core::Volume::microlitres(20'000);
    made.concentration = core::Concentration::microgramsPerMillilitre(500);
    return made;
}

app::ChartSeries seriesOf(const core::PumpCourse& course, std::string_view today) {
    app::PatientRecord record;
    record.pump = course;
    app::ChartSeries series;
    series.today = series.first = series.last = date(today);
    app::addPumpSeries(series, record, shippedNumbers().pump);
    return series;
}

// E26: 20 mL of 500 mcg/mL at 120 mcg a day beep on 31-Mar.
core::PumpCourse e26() {
    core::PumpCourse course;
    course.implants = {implantOn("2026-01-15")};
    course.refills = {fill(course.implants[0], "2026-01-15")};
    course.settings = {setting(course.implants[0], "2026-01-15", 600, 120)};
    return course;
}

QStringList levels(const app::PumpSeries& pump) {
    QStringList texts;
    for (const app::PumpLevel& level : pump.dose)
        texts << QStringLiteral("%1 %2 %3%4")
                     .arg(QString::fromStdString(level.from.iso()), QString::fromStdString(level.to.iso()),
                          QString::fromStdString(core::microgramText(level.daily)),
                          level.isAdjustment ? QStringLiteral(" adjusted") : QString());
    return texts;
}

QStringList alarms(const app::PumpSeries& pump) {
    QStringList texts;
    for (const app::PumpAlarm& alarm : pump.alarms)
        texts << QString::fromStdString(alarm.on.iso()) + (alarm.isPast ? QStringLiteral(" past") : QString());
    return texts;
}

} // namespace

class TestPumpSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAPumpThereIsNothing() {
        QVERIFY(!seriesOf({}, "2026-03-01").pump);
        core::PumpCourse course = e26();
        course.settings.clear();
        const app::ChartSeries series = seriesOf(course, "2026-03-01");
        QVERIFY(!series.pump);
        QCOMPARE(series.first, date("2026-03-01"));
    }

    void theAlarmAheadIsShown() {
        const app::ChartSeries series = seriesOf(e26(), "2026-03-01");
        QCOMPARE(levels(*series.pump), QStringList{QStringLiteral("2026-01-15 2026-03-01 120")});
        QCOMPARE(alarms(*series.pump), QStringList{QStringLiteral("2026-03-31")});
        QCOMPARE(series.pump->refills, std::vector<core::Date>{date("2026-01-15")});
        QCOMPARE(series.first, date("2026-01-15"));
        QCOMPARE(series.last, date("2026-03-31"));
        QCOMPARE(alarms(*seriesOf(e26(), "2026-03-31").pump), QStringList{QStringLiteral("2026-03-31 past")});
    }

    void onlyAlarmsThatCameAreShownOfThePast() {
        core::PumpCourse inTime = e26();
        inTime.refills.push_back(fill(inTime.implants[0], "2026-03-26"));
        QCOMPARE(alarms(*seriesOf(inTime, "2026-04-01").pump), QStringList{QStringLiteral("2026-06-09")});
        core::PumpCourse late = e26();
        late.refills.push_back(fill(late.implants[0], "2026-04-02"));
        QCOMPARE(alarms(*seriesOf(late, "2026-04-03").pump),
                 (QStringList{QStringLiteral("2026-03-31 past"), QStringLiteral("2026-06-16")}));
    }

    // One level for each dose of a day's end; another mode is no other dose.
    void adjustmentsAreSteps() {
        core::PumpCourse course = e26();
        const core::PumpImplant& implant = course.implants[0];
        course.settings.push_back(setting(implant, "2026-02-01", 540, 132));
        course.settings.push_back(setting(implant, "2026-02-01", 900, 130));
        core::PumpSetting flex = setting(implant, "2026-02-10", 540, 130);
        flex.mode = core::PumpMode::flex;
        course.settings.push_back(flex);
        const app::ChartSeries series = seriesOf(course, "2026-02-20");
        QCOMPARE(levels(*series.pump), (QStringList{QStringLiteral("2026-01-15 2026-01-31 120"),
                                                    QStringLiteral("2026-02-01 2026-02-20 130 adjusted")}));
        QVERIFY(series.pump->highest == core::PumpDose::micrograms(130));
        QCOMPARE(app::pumpDoseOn(*series.pump, date("2026-01-31")), std::optional(core::PumpDose::micrograms(120)));
        QCOMPARE(app::pumpDoseOn(*series.pump, date("2026-01-14")), std::optional<core::PumpDose>());
        QCOMPARE(app::pumpDoseOn(*series.pump, date("2026-02-21")), std::optional<core::PumpDose>());
    }

    void aReplacedPumpLeavesAGap() {
        core::PumpCourse course = e26();
        course.implants[0].removedOn = date("2026-02-10");
        course.implants.push_back(implantOn("2026-02-20"));
        course.settings.push_back(setting(course.implants[1], "2026-02-21", 540, 100));
        course.refills.push_back(fill(course.implants[1], "2026-02-20"));
        const app::ChartSeries series = seriesOf(course, "2026-03-01");
        QCOMPARE(levels(*series.pump), (QStringList{QStringLiteral("2026-01-15 2026-02-09 120"),
                                                    QStringLiteral("2026-02-21 2026-03-01 100")}));
        QCOMPARE(alarms(*series.pump),
                 QStringList{QStringLiteral("2026-05-21")}); // the first was taken out before it beeped
        QCOMPARE(app::pumpDoseOn(*series.pump, date("2026-02-15")), std::optional<core::PumpDose>());
    }

    void theDayIsReadAndStoppedAt() {
        core::PumpCourse course = e26();
        course.settings.push_back(setting(course.implants[0], "2026-02-01", 540, 132));
        const app::ChartSeries series = seriesOf(course, "2026-03-01");
        const app::ChartReading filled = app::reading(series, date("2026-01-15"));
        QVERIFY(filled.isRefill && !filled.isAlarm);
        QCOMPARE(filled.pump, std::optional(core::PumpDose::micrograms(120)));
        const app::ChartReading ahead = app::reading(series, series.last);
        QVERIFY(ahead.isAlarm && !ahead.pump);
        QCOMPARE(app::nextStop(series, date("2026-01-15"), 1), date("2026-02-01"));
        QCOMPARE(app::nextStop(series, date("2026-02-01"), 1), series.last);
        QCOMPARE(app::nextStop(series, series.last, 1), series.last);
        QCOMPARE(app::nextStop(series, date("2026-02-01"), -1), date("2026-01-15"));
    }
};

QTEST_APPLESS_MAIN(TestPumpSeries)
#include "tst_pump_series.moc"
