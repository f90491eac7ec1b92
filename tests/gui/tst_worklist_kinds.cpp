// Each kind of item that the worklist can show, made in a real clinic file and seen on the real page: what is to be
// done, why, the rule that asks; it leaves when it is marked and comes back when the mark is taken back.
#include "app/documents.h"
#include "app/pumps.h"
#include "app/visits.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "patient_window.h"
#include "plan_values.h"

#include <set>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;
using core::DueKind;

namespace {

struct Case {
    DueKind kind;
    const char* toDo;
    const char* because; // begins with
    const char* rule;
    PatientWindow::Prepare prepare;
    app::PatientForm form = completeForm("Kowalski");
};

template <class Inputs>
PatientWindow::Prepare onPlan(const Inputs& inputs, const char* madeOn) {
    return [inputs, madeOn](PatientWindow& clinic, app::Session& session) {
        const core::Date now = clinic.today;
        clinic.today = date(madeOn);
        clinic.activate(session, inputs, products("TAB10"));
        clinic.today = now;
    };
}

// 15 mg on 02-Nov-2026, 5 mg more each Monday: 25 mg today, 30 mg tomorrow.
const PatientWindow::Prepare rising = onPlan(titration("2026-11-02", "15", "5", 7, "45"), "2026-11-02");

app::PatientRecord recordOf(PatientWindow& clinic, app::Session& session) {
    return app::loadRecord(session, catalogue(), clinic.patient).value();
}

app::PatientForm withCondition(const char* code) {
    app::PatientForm form = completeForm("Kowalski");
    core::Condition condition;
    condition.code = code;
    form.conditions = {condition};
    return form;
}

app::PatientForm withMedicine(const char* name) {
    app::PatientForm form = completeForm("Kowalski");
    core::Medicine medicine;
    medicine.name = name;
    form.medicines = {medicine};
    return form;
}

app::PatientForm oldCreatinine() {
    app::PatientForm form = completeForm("Kowalski");
    form.newCreatinines = {{date("2026-05-01"), 1100, core::CreatinineUnit::mgPerDl, false}};
    return form;
}

// 14 years old, weighed in March.
app::PatientForm child() {
    app::PatientForm form = completeForm("Kowalski", "Maria", "2012-03-12");
    form.newWeights = {{date("2026-03-01"), 45'000}};
    return form;
}

// 20 mL of 500 mcg/mL at 120 mcg a day last 75 days to the alarm (E26); nothing filled: nothing is known of it.
PatientWindow::Prepare withPump(const char* implantedOn, const char* filledOn) {
    return [implantedOn, filledOn](PatientWindow& clinic, app::Session& session) {
        const core::Date now = clinic.today;
        clinic.today = date(implantedOn);
        core::PumpImplant implant;
        implant.patient = clinic.patient;
        implant.on = clinic.today;
        implant.model = catalogue().pumpModels().front();
        implant.catheterMillimetres = 600;
        implant.origin = core::SpasticityOrigin::spinal;
        const auto implanted = app::implantPump(session, implant);
        QVERIFY2(implanted, implanted ? "" : qPrintable(wording::sentence(implanted.error())));
        if (filledOn) {
            clinic.today = date(filledOn);
            core::PumpRefill refill;
            refill.implant = implanted->id;
            refill.on = clinic.today;
            refill.filled = core::Volume::microlitres(20'000);
            refill.concentration = core::Concentration::microgramsPerMillilitre(500);
            refill.lot = "L1";
            const auto filled = app::refillPump(session, catalogue(), clinic.patient, refill, {});
            QVERIFY2(filled, filled ? "" : qPrintable(wording::sentence(filled.error())));
            core::PumpSetting setting;
            setting.implant = implanted->id;
            setting.on = clinic.today;
            setting.minute = 600;
            setting.daily = core::PumpDose::micrograms(120);
            setting.phase = core::PumpPhase::titration;
            const auto set = app::setPump(session, catalogue(), clinic.patient, setting, {});
            QVERIFY2(set, set ? "" : qPrintable(wording::sentence(set.error())));
        }
        clinic.today = now;
    };
}

app::PatientForm spinal() {
    app::PatientForm form = completeForm("Kowalski");
    form.conditions = std::vector<core::Condition>();
    form.patient.origin = core::SpasticityOrigin::spinal;
    return form;
}

std::vector<Case> cases() {
    return {
        {DueKind::pumpRefill, "Pump refill", "Alarm date 29-Nov-2026", "ITB-22", withPump("2026-09-15", "2026-09-15"),
         spinal()},
        {DueKind::pumpUnassessed, "Enter the fill and the setting of the pump",
         "Refill and alarm date not assessed; implanted 20-Nov-2026", "ITB-13", withPump("2026-11-20", nullptr),
         spinal()},
        {DueKind::pumpReplacement, "Plan the replacement of the pump", "End of service about ", "ITB-15",
         withPump("2019-10-01", "2026-11-16"), spinal()},
        {DueKind::supply, "Supply runs out", "Tablets last until 25-Nov-2026", "DSP-5",
         [](PatientWindow& clinic, app::Session& session) {
             onSixty(clinic, session);
             core::Dispensed dispensed;
             dispensed.patient = clinic.patient;
             dispensed.on = date("2026-11-16");
             dispensed.productId = "TAB10";
             dispensed.tablets = 60; // six a day
             QVERIFY(app::recordDispensed(session, dispensed));
         }},
        {DueKind::withdrawalCall, "Call after the step to 50 mg/day", "Ask: fever", "WDL-5", goingDown},
        {DueKind::review, "Review during escalation", "7 days on 25 mg/day; never seen", "TIT-11", rising},
        {DueKind::taperVisit, "Visit during the taper", "7 days on 50 mg/day; never seen", "TAP-16", goingDown},
        {DueKind::reprint, "Print the new calendar", "The sheet at home is not plan 2, version 1", "DAT-3",
         [](PatientWindow& clinic, app::Session& session) {
             goingDown(clinic, session);
             app::Print older;
             older.patient = clinic.patient;
             older.revision = recordOf(clinic, session).revisions.front().id;
             older.kind = "calendar";
             older.language = "en";
             older.paper = "A4";
             older.destination = "printer";
             older.pages = 1;
             QVERIFY(app::recordPrint(session, older, "{}"));
         }},
        {DueKind::holdEnds, "Hold ends: 45 mg/day", "From 50 mg/day", "TAP-12",
         [](PatientWindow& clinic, app::Session& session) {
             goingDown(clinic, session);
             clinic.today = date("2026-11-20");
             const app::PatientRecord before = recordOf(clinic, session);
             app::Draft held = app::draftHold(before, clinic.today, 5, shippedNumbers()).value();
             held.reason = "Spasms";
             QVERIFY(app::makeActive(session, held, app::planningContext(catalogue(), before, clinic.today)));
             clinic.today = date("2026-11-22");
         }},
        {DueKind::stepUp, "Step up to 30 mg/day", "From 25 mg/day; only after review", "TIT-17", rising},
        {DueKind::stepDown, "Step down to 45 mg/day", "From 50 mg/day", "TAP-3", goingDown},
        {DueKind::stop, "Baclofen stops", "From 5 mg/day", "TAP-3",
         onPlan(fixedTaper("2026-11-11", "15", "5", 7), "2026-11-11")},
        {DueKind::creatinine, "Creatinine", "Last creatinine 01-May-2026", "MON-1", onSixty, oldCreatinine()},
        {DueKind::transaminases, "Liver tests", "Never recorded, with liver disease", "MON-1", onSixty,
         withCondition("liver-disease")},
        {DueKind::glucose, "Glucose", "Never recorded, with diabetes", "MON-1", onSixty, withCondition("diabetes")},
        {DueKind::weight, "Weight for the dose by weight", "Last weight 01-Mar-2026, child under 18", "PED-8",
         onPlan(titration("2026-11-02", "15", "5", 7, "15"), "2026-11-02"), child()},
        {DueKind::standingPressure, "Blood pressure standing", "A medicine for blood pressure is listed", "MON-3",
         onSixty, withMedicine("amlodipine")},
        {DueKind::seizureDiary, "Look at the seizure diary", "Epilepsy is listed", "MON-4", onSixty,
         withCondition("epilepsy")},
        {DueKind::toleranceReview, "Review of tolerance", "The settled dose rose 2 times since 19-Oct-2026", "MON-2",
         [](PatientWindow& clinic, app::Session& session) {
             onPlan(titration("2026-06-01", "45", "5", 7, "45"), "2026-06-01")(clinic, session);
             onPlan(titration("2026-10-19", "50", "5", 14, "55"), "2026-10-19")(clinic, session);
         }},
        {DueKind::routineReview, "Yearly review", "never seen", "MON-2",
         onPlan(titration("2025-11-03", "45", "5", 7, "45"), "2025-11-03")},
        {DueKind::planDraft, "Plan not made active", "Draft since ", "DAT-3",
         [](PatientWindow& clinic, app::Session& session) {
             const app::PatientRecord record = recordOf(clinic, session);
             core::Result<app::PlanView> view =
                 app::plan(titration("2026-11-23", "15", "5", 7, "45"), products("TAB10"),
                           app::planningContext(catalogue(), record, clinic.today));
             QVERIFY(view);
             QVERIFY(app::saveDraft(session, app::draftNew(record, std::move(view->plan))));
         }},
        {DueKind::visitDraft, "Visit not saved", "Draft since ", "DAT-4",
         [](PatientWindow& clinic, app::Session& session) {
             core::Visit visit;
             visit.patient = clinic.patient;
             visit.on = clinic.today;
             visit.nrsTenths = 40;
             QVERIFY(app::saveVisitDraft(session, visit));
         }},
    };
}

// A window whose worklist has been read.
WorklistPage& worklist(PatientWindow& clinic) {
    clinic.window->showWorklist();
    WorklistPage& page = *clinic.window->worklist();
    for (int waited = 0; !page.isRead() && waited < 200; ++waited)
        QTest::qWait(10);
    return page;
}

QString cell(const WorklistPage& page, int row, int column) {
    return page.model().index(row, column).data().toString();
}

std::optional<int> rowOf(const WorklistPage& page, DueKind kind) {
    for (int row = 0; row < page.model().rowCount(); ++row)
        if (page.model().at(row).item.kind == kind)
            return row;
    return std::nullopt;
}

QString allRows(const WorklistPage& page) {
    QStringList rows;
    for (int row = 0; row < page.model().rowCount(); ++row)
        rows << cell(page, row, WorklistModel::toDo) + QStringLiteral(" | ") + cell(page, row, WorklistModel::because) +
                    QStringLiteral(" | ") + cell(page, row, WorklistModel::rule);
    return rows.join(u'\n');
}

} // namespace

class TestWorklistKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noKindIsLeftOut() {
        std::set<DueKind> kinds;
        for (const Case& each : cases())
            kinds.insert(each.kind);
        QCOMPARE(kinds.size(), static_cast<std::size_t>(DueKind::visitDraft) + 1);
    }

    void eachKindStandsOnThePage_data() {
        QTest::addColumn<int>("index");
        const std::vector<Case> all = cases();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(std::string(core::dueKindName(all[i].kind)).c_str()) << static_cast<int>(i);
    }
    void eachKindStandsOnThePage() {
        QFETCH(const int, index);
        const Case wanted = cases()[static_cast<std::size_t>(index)];
        PatientWindow clinic(wanted.prepare, wanted.form);
        WorklistPage& page = worklist(clinic);
        const std::optional<int> row = rowOf(page, wanted.kind);
        QVERIFY2(row, qPrintable(allRows(page)));
        QCOMPARE(cell(page, *row, WorklistModel::patient), QStringLiteral("KOWALSKI, Maria"));
        QCOMPARE(cell(page, *row, WorklistModel::toDo), QString::fromUtf8(wanted.toDo));
        const QString because = cell(page, *row, WorklistModel::because);
        QVERIFY2(because.startsWith(QString::fromUtf8(wanted.because)), qPrintable(because));
        QCOMPARE(cell(page, *row, WorklistModel::rule), QString::fromUtf8(wanted.rule));

        const int before = page.model().rowCount();
        page.table().setFocus();
        page.table().setCurrentIndex(page.model().index(*row, WorklistModel::patient));
        const bool stays = page.model().at(*row).item.staysUntilEntered();
        page.markCurrentDone();
        if (stays) {
            // No mark takes it away, and that is said.
            QVERIFY2(visibleText(page).contains(QStringLiteral("This stays until")), qPrintable(visibleText(page)));
            QCOMPARE(page.model().rowCount(), before);
            return;
        }
        QVERIFY2(!rowOf(page, wanted.kind), qPrintable(allRows(page)));
        QCOMPARE(page.model().rowCount(), before - 1); // and no other went with it
        page.takeBack();
        QVERIFY(rowOf(page, wanted.kind));
    }
};

QTEST_MAIN(TestWorklistKinds)
#include "tst_worklist_kinds.moc"
