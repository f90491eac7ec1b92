// The days of a pump: what was done, what is due, what it gives; how it stands in one line (ITB-13, ITB-15, ITB-22).
#include "app/patient_summaries.h"
#include "app/pump_days.h"
#include "app/pumps.h"
#include "core_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using app::PumpEventKind;

namespace {

const std::vector<core::Weekday> weekend = {core::Weekday::saturday, core::Weekday::sunday};

// E26: 20 mL of 500 mcg/mL on 15-Jan-2026 at 120 mcg a day: alarm on 31-Mar, refill by 26-Mar.
core::PumpCourse course() {
    core::PumpCourse course;
    core::PumpImplant implant;
    implant.on = date("2026-01-15");
    implant.model = shippedCatalogue().pumpModels().front();
    course.implants = {implant};
    core::PumpRefill fill;
    fill.on = implant.on;
    fill.filled = core::Volume::microlitres(20'000);
    fill.concentration = core::Concentration::microgramsPerMillilitre(500);
    course.refills = {fill};
    core::PumpSetting setting;
    setting.on = implant.on;
    setting.daily = core::PumpDose::micrograms(120);
    course.settings = {setting};
    return course;
}

const core::PumpNumbers& numbers() {
    return shippedCatalogue().numbers().pump;
}

std::optional<app::PumpEvent> eventOf(const app::PumpDays& days, PumpEventKind kind) {
    for (const app::PumpEvent& event : days.events())
        if (event.kind == kind)
            return event;
    return std::nullopt;
}

} // namespace

class TestPumpDays : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void daysFollowTheLastFill_data() {
        QTest::addColumn<QString>("today");
        QTest::addColumn<bool>("overdue");
        QTest::newRow("E26 long before") << QStringLiteral("2026-02-01") << false;
        QTest::newRow("on the day") << QStringLiteral("2026-03-26") << false;
        QTest::newRow("a day late") << QStringLiteral("2026-03-27") << true;
        QTest::newRow("past the alarm") << QStringLiteral("2026-04-20") << true;
    }
    void daysFollowTheLastFill() {
        QFETCH(const QString, today);
        QFETCH(const bool, overdue);
        const app::PumpDays days(course(), date(today.toStdString()), weekend, numbers());
        QCOMPARE(eventOf(days, PumpEventKind::filled)->on, date("2026-01-15"));
        QCOMPARE(eventOf(days, PumpEventKind::refillBy)->on, date("2026-03-26"));
        QCOMPARE(eventOf(days, PumpEventKind::refillBy)->urgent, overdue);
        QCOMPARE(eventOf(days, PumpEventKind::alarm)->on, date("2026-03-31"));
        QVERIFY(eventOf(days, PumpEventKind::alarm)->urgent);
        const auto plan = eventOf(days, PumpEventKind::planReplacement);
        const auto ends = eventOf(days, PumpEventKind::endOfService);
        QVERIFY(plan && ends && plan->on < ends->on && !plan->urgent);
        QVERIFY(std::ranges::is_sorted(days.events(), {}, &app::PumpEvent::on));
    }

    void aDoseIsPromisedToTheAlarmOnly() {
        const app::PumpDays days(course(), date("2026-02-01"), weekend, numbers());
        QVERIFY(!days.doseOn(date("2026-01-14")));
        QCOMPARE(days.doseOn(date("2026-01-15")), std::optional(core::PumpDose::micrograms(120)));
        QCOMPARE(days.doseOn(date("2026-03-31")), std::optional(core::PumpDose::micrograms(120)));
        QVERIFY(!days.doseOn(date("2026-04-01")));
        QVERIFY(days.inPlaceOn(date("2026-04-01")));
    }

    void whatIsMissingIsNotAssessed_data() {
        QTest::addColumn<bool>("fill");
        QTest::addColumn<bool>("setting");
        QTest::newRow("no fill") << false << true;
        QTest::newRow("no setting") << true << false;
        QTest::newRow("neither") << false << false;
    }
    void whatIsMissingIsNotAssessed() {
        QFETCH(const bool, fill);
        QFETCH(const bool, setting);
        core::PumpCourse partial = course();
        if (!fill)
            partial.refills.clear();
        if (!setting)
            partial.settings.clear();
        const core::Date today = date("2026-02-01");
        const app::PumpDays days(partial, today, weekend, numbers());
        QVERIFY(!eventOf(days, PumpEventKind::refillBy) && !eventOf(days, PumpEventKind::alarm));
        QVERIFY(!days.doseOn(today));
        const auto glance = app::pumpGlance(partial, today, weekend, numbers());
        QVERIFY(glance && !glance->known);
    }

    void aPumpTakenOutAsksForNothing() {
        core::PumpCourse gone = course();
        gone.implants.front().removedOn = date("2026-02-10");
        const app::PumpDays days(gone, date("2026-03-01"), weekend, numbers());
        QVERIFY(eventOf(days, PumpEventKind::removed));
        QVERIFY(!eventOf(days, PumpEventKind::refillBy) && !eventOf(days, PumpEventKind::planReplacement));
        QVERIFY(days.doseOn(date("2026-02-09")) && !days.doseOn(date("2026-02-10")));
        QVERIFY(!app::pumpGlance(gone, date("2026-03-01"), weekend, numbers()));
        QVERIFY(!app::pumpGlance({}, date("2026-03-01"), weekend, numbers()));
    }

    void theListKnowsThePump() {
        TestClinic clinic("2026-01-15");
        app::PatientForm form = TestClinic::form("Rossi");
        form.patient.origin = core::SpasticityOrigin::spinal;
        const core::PatientId patient = app::addPatient(clinic.session(), form).value();
        const core::PatientId other = clinic.addPatient();
        core::PumpImplant implant = course().implants.front();
        implant.patient = patient;
        implant.catheterMillimetres = 600;
        implant.origin = core::SpasticityOrigin::spinal;
        const auto placed = app::implantPump(clinic.session(), implant);
        QVERIFY(placed);
        const std::array ids{patient, other};
        QVERIFY(!app::loadSummaries(clinic.session(), numbers(), ids).value().front().pump->known);
        core::PumpRefill fill = course().refills.front();
        fill.implant = placed->id;
        fill.lot = "L1";
        QVERIFY(app::refillPump(clinic.session(), shippedCatalogue(), patient, fill, {}));
        core::PumpSetting setting = course().settings.front();
        setting.implant = placed->id;
        setting.minute = 600;
        QVERIFY(app::setPump(clinic.session(), shippedCatalogue(), patient, setting, {}));
        const auto summaries = app::loadSummaries(clinic.session(), numbers(), ids);
        QVERIFY(summaries);
        const app::PumpGlance::Known expected{core::PumpDose::micrograms(120), date("2026-03-26"),
                                              core::RefillUrgency::later};
        QCOMPARE(summaries->front().pump->known, std::optional(expected));
        QVERIFY(!summaries->back().pump);
    }
};

QTEST_GUILESS_MAIN(TestPumpDays)
#include "tst_pump_days.moc"
