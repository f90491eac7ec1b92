// A clinic's pumps through the session: what is refused, which reasons are owed, what the audit trail keeps, and that a
// refill that was not entered stays on top of the worklist.
#include "app/demo.h"
#include "app/pumps.h"
#include "app/visits.h"
#include "app/worklist.h"
#include "storage/audit_store.h"
#include "storage/patient_store.h"
#include "test_clinic.h"
#include "wording/due_words.h"

#include <QtTest/QtTest>

using namespace lento;
using namespace lento::test;
using core::ErrorCode;

namespace {

core::Volume ml(int tenths) {
    return core::Volume::microlitres(tenths * 100);
}

// E26: 20 mL of 500 mcg/mL on 15-Jan-2026 at 120 mcg a day: alarm on 31-Mar, refill by 26-Mar.
struct PumpClinic {
    TestClinic clinic{"2026-01-15"};
    core::PatientId patient;
    core::PumpImplantId implant;

    PumpClinic() {
        app::PatientForm form = TestClinic::form("Rossi");
        form.conditions = std::vector<core::Condition>();
        form.patient.origin = core::SpasticityOrigin::spinal;
        patient = app::addPatient(clinic.session(), form).value();
        core::PumpImplant made;
        made.patient = patient;
        made.on = clinic.today();
        made.model = shippedCatalogue().pumpModels().front();
        made.catheterMillimetres = 600;
        made.origin = core::SpasticityOrigin::spinal;
        implant = app::implantPump(clinic.session(), made).value().id;
    }

    core::PumpSetting setting(int micrograms, core::PumpPhase phase = core::PumpPhase::titration) const {
        core::PumpSetting made;
        made.implant = implant;
        made.on = clinic.today();
        made.minute = 600;
        made.daily = core::PumpDose::micrograms(micrograms);
        made.phase = phase;
        return made;
    }
    core::PumpRefill refill(int aspiratedTenths = -1, int concentration = 500) const {
        core::PumpRefill made;
        made.implant = implant;
        made.on = clinic.today();
        made.filled = ml(200);
        made.concentration = core::Concentration::microgramsPerMillilitre(concentration);
        if (aspiratedTenths >= 0)
            made.aspirated = ml(aspiratedTenths);
        made.lot = "L1";
        return made;
    }
    auto set(const core::PumpSetting& made, const std::vector<app::PumpReason>& reasons = {}) {
        return app::setPump(clinic.session(), shippedCatalogue(), patient, made, reasons);
    }
    auto fill(const core::PumpRefill& made, const std::vector<app::PumpReason>& reasons = {}) {
        return app::refillPump(clinic.session(), shippedCatalogue(), patient, made, reasons);
    }
    void start() {
        QVERIFY(fill(refill()));
        QVERIFY(set(setting(120)));
    }
    app::PatientRecord record() { return app::loadRecord(clinic.session(), shippedCatalogue(), patient).value(); }
    app::Worklist worklist() { return app::loadWorklist(clinic.session(), shippedCatalogue()).value(); }
    QStringList items() {
        QStringList texts;
        for (const app::WorklistEntry& entry : worklist().entries())
            texts << QString::fromStdString(entry.item.key());
        return texts;
    }
};

} // namespace

class TestPumps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImplantIsACondition() {
        PumpClinic c;
        const app::PatientRecord record = c.record();
        QCOMPARE(record.conditions.size(), std::size_t{1});
        QCOMPARE(record.conditions.front().code, std::string("intrathecal"));
        QCOMPARE(record.pump.implants.front().author, std::string("Dr A. Weber"));
        core::PumpImplant second = record.pump.implants.front();
        second.id = {};
        const auto refused = app::implantPump(c.clinic.session(), second);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::conflictingFields);
    }

    void whatCannotBeIsRefusedAndNotWritten() {
        PumpClinic c;
        c.start();
        core::PumpSetting tooMuch = c.setting(5001);
        tooMuch.minute = 700;
        const auto high = c.set(tooMuch);
        QVERIFY(!high);
        QCOMPARE(high.error().code, ErrorCode::limitHard);
        core::PumpRefill early = c.refill(30);
        early.on = date("2026-01-14");
        QCOMPARE(c.fill(early).error().code, ErrorCode::outOfRange);
        early.on = date("2026-01-16");
        QCOMPARE(c.fill(early).error().code, ErrorCode::outOfRange);                   // tomorrow
        QCOMPARE(c.fill(c.refill(30, 50)).error().code, ErrorCode::conflictingFields); // the day of the first fill
        c.clinic.setToday("2026-01-20");
        QCOMPARE(c.fill(c.refill(30, 50)).error().code, ErrorCode::limitHard);
        QCOMPARE(c.record().pump.settings.size(), std::size_t{1});
        QCOMPARE(c.record().pump.refills.size(), std::size_t{1});
    }

    void aReasonIsOwedAndKept() {
        PumpClinic c;
        c.start();
        c.clinic.setToday("2026-01-20");
        const core::PumpSetting large = c.setting(160); // 33 % more
        const auto refused = c.set(large);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::reasonMissing);
        QCOMPARE(refused.error().values.front(), std::string("ITB-7"));
        std::vector<app::PumpReason> reasons;
        for (const core::Finding& finding : app::findingsOf(c.record(), large, shippedCatalogue()))
            reasons.push_back({finding.fingerprint(), "  "});
        QCOMPARE(c.set(large, reasons).error().code, ErrorCode::reasonMissing); // blanks are none
        for (app::PumpReason& reason : reasons)
            reason.reason = "Ward, monitored";
        const auto saved = c.set(large, reasons);
        QVERIFY(saved);
        const core::PumpSetting kept = c.record().pump.settings.back();
        QVERIFY(kept == *saved);
        QCOMPARE(kept.seen.front().reason, std::string("Ward, monitored"));
        QCOMPARE(kept.seen.front().ruleSetVersion, shippedCatalogue().ruleSetVersion());
    }

    // ITB-10, SCL-9: from 120 to 160 mcg a day within a month; the first visit is the baseline.
    void toleranceAsksTheVisits_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<int>("nrsTenths");
        QTest::addColumn<QString>("message");
        QTest::newRow("a response") << QStringLiteral("2026-02-20") << 40 << QString();
        QTest::newRow("no response") << QStringLiteral("2026-02-20") << 80 << QStringLiteral("itb-10.month");
        QTest::newRow("less than a response") << QStringLiteral("2026-02-20") << 64 << QStringLiteral("itb-10.month");
        QTest::newRow("30 days ago") << QStringLiteral("2026-02-08") << 40 << QString();
        QTest::newRow("31 days ago") << QStringLiteral("2026-02-07") << 40 << QStringLiteral("itb-10.unseen");
        QTest::newRow("no visit") << QString() << 0 << QStringLiteral("itb-10.unseen");
    }
    void toleranceAsksTheVisits() {
        QFETCH(const QString, day);
        QFETCH(const int, nrsTenths);
        QFETCH(const QString, message);
        PumpClinic c;
        c.start();
        const auto visit = [&c](const std::string& on, int tenths) {
            core::Visit made;
            made.patient = c.patient;
            made.on = date(on);
            made.nrsTenths = tenths;
            c.clinic.setToday(on);
            QVERIFY(app::saveVisit(c.clinic.session(), made));
        };
        visit("2026-01-16", 80);
        if (!day.isEmpty())
            visit(day.toStdString(), nrsTenths);
        c.clinic.setToday("2026-03-01");
        QVERIFY(c.set(c.setting(132)));
        c.clinic.setToday("2026-03-10");
        QStringList told;
        std::vector<app::PumpReason> reasons;
        for (const core::Finding& finding : app::findingsOf(c.record(), c.setting(160), shippedCatalogue())) {
            if (finding.rule.text() == "ITB-10")
                told << QString::fromStdString(finding.message);
            reasons.push_back({finding.fingerprint(), "as agreed"});
        }
        QCOMPARE(told.join(u' '), message);
        // What is saved saw the same.
        const auto saved = c.set(c.setting(160), reasons);
        QVERIFY(saved);
        QCOMPARE(std::ranges::count_if(
                     saved->seen, [](const core::SeenFinding& each) { return each.finding.rule.text() == "ITB-10"; }),
                 message.isEmpty() ? 0 : 1);
    }

    // ITB-14
    void theExpectedVolumeIsWorkedOutHere() {
        PumpClinic c;
        c.start();
        c.clinic.setToday("2026-03-24");
        core::PumpRefill made = c.refill(34);
        made.expected = ml(99); // not the caller's to say
        const auto saved = c.fill(made);
        QVERIFY(saved);
        QCOMPARE(saved->expected, std::optional(core::Volume::microlitres(3'680))); // 20 mL less 68 days x 0.24
        // Corrected on the same day: still judged against the fill before it.
        core::PumpRefill corrected = *saved;
        corrected.aspirated = ml(37);
        const auto again = c.fill(corrected);
        QVERIFY(again);
        QCOMPARE(again->expected, saved->expected);
        QCOMPARE(again->rowVersion, 2);
        QCOMPARE(c.record().pump.refills.size(), std::size_t{2});
    }

    // ITB-16
    void aNewConcentrationNeedsItsBridge() {
        PumpClinic c;
        c.start();
        c.clinic.setToday("2026-03-24");
        core::PumpRefill made = c.refill(36, 1000);
        QCOMPARE(c.fill(made).error().code, ErrorCode::reasonMissing);
        made.bridgeGiven = true;
        QVERIFY(c.fill(made));
    }

    void whatWasEnteredByMistakeIsTakenBack() {
        PumpClinic c;
        c.start();
        const core::RecordId first = c.record().pump.refills.front().id;
        c.clinic.setToday("2026-03-24");
        const core::RecordId second = c.fill(c.refill(36)).value().id;
        const auto refused = app::takeBackRefill(c.clinic.session(), c.patient, first);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::conflictingFields);
        QVERIFY(app::takeBackRefill(c.clinic.session(), c.patient, second));
        QCOMPARE(c.record().pump.refills.size(), std::size_t{1});
        QCOMPARE(app::takeBackRefill(c.clinic.session(), c.patient, second).error().code, ErrorCode::recordMissing);
        const core::RecordId setting = c.record().pump.settings.front().id;
        QVERIFY(app::takeBackSetting(c.clinic.session(), c.patient, setting));
        QVERIFY(c.record().pump.settings.empty());
        const auto lines =
            c.clinic.session()
                .read([&](storage::Database& database) { return storage::AuditStore(database).forPatient(c.patient); })
                .value();
        QCOMPARE(lines.back().entry.operation, std::string("set-pump"));
        QVERIFY(!lines.back().entry.before.isEmpty() && lines.back().entry.after.isEmpty());
    }

    void aTrialIsKeptBolusByBolus() {
        PumpClinic c;
        c.clinic.setToday("2026-01-16");
        core::PumpTrial trial;
        trial.patient = c.patient;
        trial.infection = false;
        trial.bodyTooSmall = false;
        core::ScreeningBolus bolus;
        bolus.on = date("2026-01-15");
        bolus.minute = 600;
        bolus.dose = core::PumpBolus::micrograms(50);
        bolus.goalMet = false;
        trial.boluses = {bolus};
        const auto first = app::savePumpTrial(c.clinic.session(), shippedCatalogue(), trial, {});
        QVERIFY(first);
        core::PumpTrial next = *first;
        bolus.on = date("2026-01-16");
        bolus.minute = 599;
        bolus.dose = core::PumpBolus::micrograms(75);
        next.boluses.push_back(bolus);
        const auto refused = app::savePumpTrial(c.clinic.session(), shippedCatalogue(), next, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::reasonMissing); // ITB-2
        next.boluses.back().minute = 600;
        QVERIFY(app::savePumpTrial(c.clinic.session(), shippedCatalogue(), next, {}));
        QCOMPARE(c.record().pump.trials.size(), std::size_t{1});
        QCOMPARE(c.record().pump.trials.front().boluses.size(), std::size_t{2});
    }

    void aModelIsUnverifiedUntilItIsConfirmed() {
        PumpClinic c;
        app::Session& session = c.clinic.session();
        const auto models = [&session] { return app::pumpModels(session, shippedCatalogue()).value(); };
        QCOMPARE(models().size(), std::size_t{2});
        QVERIFY(!models().front().model.isConfirmed());
        QVERIFY(app::savePumpModels(session, {{models().front(), app::Confirmed::yes}}));
        QCOMPARE(models().front().model.confirmedBy, std::string("Dr A. Weber"));
        QVERIFY(models().front().model.confirmedAt.starts_with("2026-"));
        app::ClinicPumpModel own = models().front();
        own.model.serviceMonths = 60;
        QVERIFY(app::savePumpModels(session, {{own, app::Confirmed::no}})); // an edit must be confirmed anew
        QVERIFY(!models().front().model.isConfirmed());
        QVERIFY(models().front().model.confirmedAt.empty());
        QCOMPARE(app::savePumpModels(session, {{own, app::Confirmed::no}}).error().code, ErrorCode::recordChanged);
        app::ClinicPumpModel another = own;
        another.model.id.clear();
        another.rowVersion = 0;
        another.model.name = "Another";
        // All or none: the second was read before it was changed.
        QVERIFY(!app::savePumpModels(session, {{another, app::Confirmed::yes}, {own, app::Confirmed::no}}));
        QCOMPARE(models().size(), std::size_t{2});
        QVERIFY(app::savePumpModels(session, {{another, app::Confirmed::yes}}));
        QCOMPARE(models().size(), std::size_t{3});
    }

    void aModelThatCannotBeIsRefused_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no name") << QStringLiteral("name") << ErrorCode::emptyText;
        QTest::newRow("no source") << QStringLiteral("source") << ErrorCode::emptyText;
        QTest::newRow("alarm volume of the whole reservoir") << QStringLiteral("alarm") << ErrorCode::conflictingFields;
        QTest::newRow("no catheter volume") << QStringLiteral("perCentimetre") << ErrorCode::outOfRange;
        QTest::newRow("no service life") << QStringLiteral("serviceMonths") << ErrorCode::outOfRange;
    }
    void aModelThatCannotBeIsRefused() {
        QFETCH(const QString, field);
        QFETCH(const ErrorCode, code);
        PumpClinic c;
        auto model = app::pumpModels(c.clinic.session(), shippedCatalogue()).value().front();
        QVERIFY(app::validate(model.model));
        if (field == u"name")
            model.model.name = " ";
        else if (field == u"source")
            model.model.source.clear();
        else if (field == u"alarm")
            model.model.alarm = model.model.reservoir;
        else if (field == u"perCentimetre")
            model.model.perCentimetre = {};
        else
            model.model.serviceMonths = 241;
        const auto saved = app::savePumpModels(c.clinic.session(), {{model, app::Confirmed::yes}});
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, code);
        QCOMPARE(saved.error().subject, field.toStdString());
    }

    // A pump that is in place is verified with its model, as long as its constants are those of the model.
    void anImplantFollowsItsModel() {
        PumpClinic c;
        app::Session& session = c.clinic.session();
        const auto model = [&session] { return app::pumpModels(session, shippedCatalogue()).value().front(); };
        QVERIFY(!c.record().pump.implants.front().model.isConfirmed());
        QVERIFY(app::savePumpModels(session, {{model(), app::Confirmed::yes}}));
        QCOMPARE(c.record().pump.implants.front().model.confirmedBy, std::string("Dr A. Weber"));
        QVERIFY(!c.record().pump.implants.front().model.confirmedAt.empty());
        app::ClinicPumpModel other = model();
        other.model.tubing = core::Volume::nanolitres(250'000);
        QVERIFY(app::savePumpModels(session, {{other, app::Confirmed::yes}}));
        const core::PumpModel used = c.record().pump.implants.front().model;
        QVERIFY(!used.isConfirmed()); // other constants were confirmed
        QVERIFY(used.tubing == core::Volume::nanolitres(199'000));
        QVERIFY(!app::haveSameConstants(used, model().model));
        other = model();
        other.model.tubing = used.tubing;
        other.model.alarm = core::Volume::microlitres(4'000); // chosen for each patient
        QVERIFY(app::savePumpModels(session, {{other, app::Confirmed::yes}}));
        QVERIFY(c.record().pump.implants.front().model.isConfirmed());
    }

    // ITB-22
    void aRefillThatIsNotEnteredStaysOnTop() {
        PumpClinic c;
        QCOMPARE(c.items(), QStringList(QStringLiteral("pump-unassessed 2026-01-15")));
        c.start();
        c.clinic.setToday("2026-03-11");
        QCOMPARE(c.items(), QStringList());
        c.clinic.setToday("2026-03-12");
        QCOMPARE(c.items(), QStringList(QStringLiteral("pump-refill 2026-01-15")));
        const core::DueItem coming = c.worklist().entries().front().item;
        QCOMPARE(coming.urgency, core::Urgency::coming);
        QVERIFY(app::putOff(c.clinic.session(), c.patient, coming, date("2026-06-01")));
        QCOMPARE(c.items(), QStringList());
        c.clinic.setToday("2026-03-27"); // the day is past: no mark hides it
        QCOMPARE(c.items(), QStringList(QStringLiteral("pump-refill 2026-01-15")));
        core::DueItem late = c.worklist().entries().front().item;
        QVERIFY(late.staysUntilEntered());
        QVERIFY(!app::markDone(c.clinic.session(), c.patient, late));
        QVERIFY(!app::putOff(c.clinic.session(), c.patient, late, date("2026-06-01")));
        c.clinic.setToday("2026-04-01");
        late = c.worklist().entries().front().item;
        QCOMPARE(wording::dueToDo(late), QStringLiteral("Pump past its alarm date: refill now"));
        QVERIFY(wording::dueBecause(late).contains(QStringLiteral("31-Mar-2026")));
        // Above what has been urgent for longer.
        core::Visit draft;
        const core::PatientId other = c.clinic.addPatient("Aaron");
        draft.patient = other;
        draft.on = date("2026-02-01");
        QVERIFY(app::saveVisitDraft(c.clinic.session(), draft));
        QCOMPARE(c.items().first(), QStringLiteral("pump-refill 2026-01-15"));
        QVERIFY(c.fill(c.refill(20)));
        QVERIFY(!c.items().contains(QStringLiteral("pump-refill 2026-01-15")));
    }

    // ITB-15
    void theReplacementIsRecalled() {
        PumpClinic c;
        c.start();
        const core::PumpService service =
            core::pumpService(c.record().pump.implants.front(), shippedCatalogue().numbers().pump);
        c.clinic.setToday(service.planBy.iso());
        QVERIFY(c.items().contains(QStringLiteral("pump-replacement 2026-01-15")));
    }

    void aRemovedPumpOwesNothing() {
        PumpClinic c;
        c.start();
        c.clinic.setToday("2026-04-01");
        QCOMPARE(c.items().size(), 1);
        core::PumpImplant implant = c.record().pump.implants.front();
        implant.removedOn = c.clinic.today();
        QVERIFY(app::implantPump(c.clinic.session(), implant));
        QCOMPARE(c.items(), QStringList());
        QCOMPARE(app::pumpBoard(c.clinic.session(), shippedCatalogue()).value().size(), std::size_t{0});
    }

    void theBoardStandsByDaysLeft() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("demo.lento"));
        app::TaskMonitor monitor;
        app::DemoRequest request;
        request.today = date("2026-11-22");
        request.patients = 45;
        QVERIFY(app::makeDemoClinic(path, request, shippedCatalogue(), monitor));
        app::Environment environment = app::Environment::ofThisComputer();
        environment.today = [] { return date("2026-11-22"); };
        const auto session = std::move(app::Session::open(path, environment).value());
        const auto board = app::pumpBoard(*session, shippedCatalogue()).value();
        QCOMPARE(board.size(), std::size_t{3});
        QVERIFY(board[0].status->daysLeft < 0);
        QCOMPARE(board[1].surname, std::string("Rossi"));
        QCOMPARE(board[1].status->refill.refillBy, date("2026-12-01"));
        QCOMPARE(board[1].status->setting.daily, core::PumpDose::micrograms(310));
        QVERIFY(board[2].status->daysLeft > board[1].status->daysLeft);
    }
};

QTEST_GUILESS_MAIN(TestPumps)
#include "tst_pumps.moc"
