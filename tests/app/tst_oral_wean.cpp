// The oral wean after a pump implant: fixed steps of a quarter of the dose before, beside the pump on one dated line
// (ITB-18).
#include "app/oral_wean.h"
#include "app/pumps.h"
#include "core/titration.h"
#include "core_values.h"
#include "test_clinic.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;

namespace {

// On 60 mg a day since 01-May-2026; the pump is placed, filled and set on 01-Jun-2026.
struct WeanClinic {
    TestClinic clinic{"2026-05-01"};
    core::PatientId patient;

    explicit WeanClinic(const char* oral = "60", bool running = true) {
        app::PatientForm form = TestClinic::form("Rossi");
        form.patient.origin = core::SpasticityOrigin::spinal;
        patient = app::addPatient(clinic.session(), form).value();
        if (oral)
            onTablets(oral);
        clinic.setToday("2026-06-01");
        core::PumpImplant implant;
        implant.patient = patient;
        implant.on = clinic.today();
        implant.model = shippedCatalogue().pumpModels().front();
        implant.catheterMillimetres = 600;
        implant.origin = core::SpasticityOrigin::spinal;
        implant.id = app::implantPump(clinic.session(), implant).value().id;
        if (!running)
            return;
        core::PumpRefill fill;
        fill.implant = implant.id;
        fill.on = implant.on;
        fill.filled = core::Volume::microlitres(20'000);
        fill.concentration = core::Concentration::microgramsPerMillilitre(500);
        fill.lot = "L1";
        QVERIFY(app::refillPump(clinic.session(), shippedCatalogue(), patient, fill, {}));
        core::PumpSetting setting;
        setting.implant = implant.id;
        setting.on = implant.on;
        setting.minute = 600;
        setting.daily = core::PumpDose::micrograms(100);
        QVERIFY(app::setPump(clinic.session(), shippedCatalogue(), patient, setting, {}));
    }

    void onTablets(const char* oral) {
        core::TitrationInputs inputs;
        inputs.start = clinic.today();
        inputs.startDose = inputs.goal = daily(oral);
        inputs.increment = daily("5");
        const app::PatientRecord before = record();
        const app::PlanningContext context = app::planningContext(shippedCatalogue(), before, clinic.today());
        auto view = app::plan(inputs, products("TAB10"), context);
        QVERIFY(view);
        const auto findings = view->findings;
        app::Draft draft = app::draftNew(before, std::move(view->plan));
        draft.reason = "As agreed";
        for (const core::Finding& finding : core::unanswered(findings, {}))
            draft.overrides.push_back({finding.rule, finding.fingerprint(), "Agreed", "Dr A. Weber", "2026-05-01"});
        QVERIFY(app::makeActive(clinic.session(), draft, context));
    }

    app::PatientRecord record() { return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value(); }
    app::PlanningContext context() { return app::planningContext(shippedCatalogue(), record(), clinic.today()); }
    core::Result<app::PlanView> wean(const char* start, const char* before) {
        return app::planOralWean(record(), context(), date(start), daily(before));
    }
};

QString stepsOf(const core::Plan& plan) {
    QStringList steps;
    for (const core::Step& step : plan.steps)
        steps << QString::fromStdString(step.span.first.iso() + ' ' + core::milligramText(step.daily()));
    return steps.join(QStringLiteral("; "));
}

} // namespace

class TestOralWean : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsAreAQuarterOfTheDoseBefore_data() {
        QTest::addColumn<QByteArray>("oral");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("steps");
        QTest::newRow("E18d") << QByteArray("60") << QByteArray("60")
                              << QStringLiteral("2026-06-02 45; 2026-06-05 30; 2026-06-08 15; 2026-06-11 5; "
                                                "2026-06-14 0");
        // Some of it is gone already: the steps stay those of the dose before the implant.
        QTest::newRow("begun by hand") << QByteArray("40") << QByteArray("60")
                                       << QStringLiteral("2026-06-02 25; 2026-06-05 10; 2026-06-08 5; 2026-06-11 0");
        QTest::newRow("no plan of tablets") << QByteArray() << QByteArray("60")
                                            << QStringLiteral("2026-06-02 45; 2026-06-05 30; 2026-06-08 15; "
                                                              "2026-06-11 5; 2026-06-14 0");
    }
    void stepsAreAQuarterOfTheDoseBefore() {
        QFETCH(const QByteArray, oral);
        QFETCH(const QByteArray, before);
        QFETCH(const QString, steps);
        WeanClinic c(oral.isEmpty() ? nullptr : oral.constData());
        const auto view = c.wean("2026-06-02", before.constData());
        QVERIFY(view);
        QCOMPARE(stepsOf(view->plan), steps);
        QVERIFY(view->plan.taper()->afterPumpImplant);
        for (const core::Finding& finding : view->findings) // TAP-7 to TAP-9 are off
            QVERIFY2(finding.rule != "TAP-7" && finding.rule != "TAP-8" && finding.rule != "TAP-9",
                     finding.rule.text().data());
        QCOMPARE(app::draftOralWean(c.record(), view->plan).rules, std::vector<core::RuleId>{"ITB-18"});
    }

    // A quarter that the products cannot make is rounded as every step is, never left off the grid.
    void everyDoseCanBeDispensed_data() {
        QTest::addColumn<QByteArray>("oral");
        for (const char* oral : {"5", "10", "15", "25", "35", "50", "75", "80", "100"})
            QTest::newRow(oral) << QByteArray(oral);
    }
    void everyDoseCanBeDispensed() {
        QFETCH(const QByteArray, oral);
        WeanClinic c(oral.constData());
        const auto view = c.wean("2026-06-02", oral.constData());
        QVERIFY(view);
        core::DailyDose last = daily(oral.constData());
        for (const core::Step& step : view->plan.steps) {
            QVERIFY(step.daily() < last);
            QCOMPARE(step.daily().inNanograms() % core::DailyDose::milligrams(5).inNanograms(), std::int64_t{0});
            last = step.daily();
        }
        QVERIFY(last.isZero());
    }

    void whatCannotBeIsRefused() {
        WeanClinic early("60");
        const auto before = early.wean("2026-05-31", "60");
        QVERIFY(!before);
        QCOMPARE(before.error().code, core::ErrorCode::conflictingFields);
        QCOMPARE(before.error().values.back(), std::string("2026-06-01"));
        WeanClinic idle("60", false);
        QVERIFY(!app::mayWean(idle.record(), idle.clinic.today()));
        const auto none = idle.wean("2026-06-02", "60");
        QVERIFY(!none);
        QCOMPARE(none.error().code, core::ErrorCode::missingField);
        WeanClinic nothing(nullptr);
        QVERIFY(!nothing.wean("2026-06-02", "0"));
        QVERIFY(!app::mayWean(nothing.record(), nothing.clinic.today())); // nobody recorded a dose before
    }

    void theDoseBeforeIsTheImplantsElseThePlans() {
        WeanClinic c("60");
        app::PatientRecord record = c.record();
        QVERIFY(app::mayWean(record, c.clinic.today()));
        QCOMPARE(app::doseBeforeImplant(record, record.pump.implants.front()), std::optional(daily("60")));
        record.pump.implants.front().oralBefore = daily("75");
        QCOMPARE(app::doseBeforeImplant(record, record.pump.implants.front()), std::optional(daily("75")));
        record.revisions.clear();
        QVERIFY(app::mayWean(record, c.clinic.today())); // no plan says that they are gone
        record.pump.settings.front().phase = core::PumpPhase::maintenance;
        QVERIFY(!app::mayWean(record, c.clinic.today())); // years later nobody asks
        record.pump.implants.front().oralBefore.reset();
        QVERIFY(!app::doseBeforeImplant(record, record.pump.implants.front()));
    }

    void bothStandOnOneDatedLine() {
        WeanClinic c("60");
        c.clinic.setToday("2026-06-06");
        app::PatientRecord record = c.record();
        core::PumpSetting more = record.pump.settings.front();
        more.on = date("2026-06-05");
        more.daily = core::PumpDose::micrograms(120);
        record.pump.settings.push_back(more);
        const auto view = c.wean("2026-06-08", "60");
        QVERIFY(view);
        const app::PumpDays pump(record.pump, c.clinic.today(), {}, shippedCatalogue().numbers().pump);
        const auto line = app::weanLine(record, view->plan, pump, date("2026-06-01"));
        QStringList lines;
        for (const app::WeanDay& day : line)
            lines << QStringLiteral("%1 %2/%3%4%5")
                         .arg(QString::fromStdString(day.on.iso()),
                              day.oral ? QString::fromStdString(core::milligramText(*day.oral)) : QStringLiteral("-"),
                              day.pump ? QString::fromStdString(core::microgramText(*day.pump)) : QStringLiteral("-"),
                              day.oralChanges ? QStringLiteral(" oral") : QString(),
                              day.pumpChanges ? QStringLiteral(" pump") : QString());
        QCOMPARE(lines.join(QStringLiteral("; ")),
                 QStringLiteral("2026-06-01 60/100 pump; 2026-06-05 60/120 pump; 2026-06-08 45/120 oral; "
                                "2026-06-11 30/120 oral; 2026-06-14 15/120 oral; 2026-06-17 5/120 oral; "
                                "2026-06-20 0/120 oral"));
        // Of an older pump only what came shortly before: its first day says what was taken then.
        const auto late = app::weanLine(record, view->plan, pump, date("2026-06-07"));
        QCOMPARE(late.size(), std::size_t(6));
        QCOMPARE(late.front(),
                 (app::WeanDay{date("2026-06-07"), daily("60"), core::PumpDose::micrograms(120), false, false}));
    }
};

QTEST_GUILESS_MAIN(TestOralWean)
#include "tst_oral_wean.moc"
