// The worked examples of the decision table and of interruptions, typed into the real visit form; each proposal becomes
// a drafted plan by one click (VIS-1 to VIS-9, RST-1 to RST-4, WDL-5).
#include "app/visits.h"
#include "gui/number_edit.h"
#include "gui/plan_page.h"
#include "gui/visit_assistant.h"
#include "gui/visits_page.h"
#include "patient_window.h"
#include "plan_values.h"

#include <QCheckBox>

#include <functional>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

app::PatientForm formOf(int creatinineThousandths) {
    app::PatientForm form = completeForm("Lindqvist", "Erik", "1980-05-01");
    form.newCreatinines = {{date("2026-11-14"), creatinineThousandths, core::CreatinineUnit::mgPerDl, false}};
    return form;
}

VisitsPage& visits(PatientWindow& clinic) {
    return clinic.page<VisitsPage>(PageId::visits);
}

QString said(VisitsPage& page) {
    QCoreApplication::processEvents();
    return visibleText(page.assistant());
}

struct Seen {
    const char* on;
    int nrsTenths;
    int drowsiness;
};

struct Example {
    const char* name;
    const char* start; // of the plan
    const char* from;
    const char* goal;
    int intervalDays;
    std::vector<Seen> before;
    std::vector<const char*> answers;
    const char* headline;
    const char* rule;
    const char* choice;  // as it is offered
    const char* drafted; // the daily dose from tomorrow on; empty: no plan is drafted
};

constexpr const char* sixAsBefore = "Spasticity now, 0 to 10: 6";
constexpr const char* noEffect = "Drowsiness, grade: 0";
constexpr const char* allTaken = "Doses taken, last 14 days: all";

// E32; the taper's own rows are in tst_visit_proposal.
const std::vector<Example>& examples() {
    static const std::vector<Seen> first{{"2026-10-30", 60, 0}};
    static const std::vector<Example> all{
        {"E32 room to rise",
         "2026-11-08",
         "30",
         "30",
         3,
         first,
         {noEffect, sixAsBefore, allTaken},
         "Increase to 35 mg/day",
         "VIS-6",
         "Increase to 35 mg/day (proposed)",
         "35"},
        {"E32 two days since the change",
         "2026-11-20",
         "30",
         "30",
         3,
         first,
         {noEffect, sixAsBefore, allTaken},
         "Hold 30 mg/day for 1 day",
         "VIS-6",
         "Hold 30 mg/day (proposed)",
         ""},
        {"E32 grade 2 for the first time",
         "2026-11-09",
         "25",
         "40",
         7,
         first,
         {"Drowsiness, grade: 2", sixAsBefore, allTaken},
         "Hold 30 mg/day for 14 days",
         "VIS-3",
         "Hold 30 mg/day (proposed)",
         "30"},
        {"E32 grade 2 at the second visit running",
         "2026-11-09",
         "25",
         "40",
         7,
         {{"2026-10-30", 60, 0}, {"2026-11-16", 60, 2}},
         {"Drowsiness, grade: 2", sixAsBefore, allTaken},
         "Step back to 25 mg/day",
         "VIS-3",
         "Step back to 25 mg/day (proposed)",
         "25"},
        {"E32 grade 3 at the starting dose",
         "2026-11-02",
         "15",
         "15",
         7,
         first,
         {"Weakness, grade: 3", sixAsBefore, allTaken},
         "Stop by a taper",
         "VIS-2",
         "Stop by a taper (proposed)",
         "taper"},
        {"E32 new hallucinations of grade 1",
         "2026-11-02",
         "35",
         "40",
         7,
         first,
         {noEffect, sixAsBefore, allTaken, "Hallucinations, grade: 1"},
         "Step back to 35 mg/day",
         "VIS-2",
         "Step back to 35 mg/day (proposed)",
         "35"},
        {"E32 doses not taken",
         "2026-11-08",
         "30",
         "30",
         3,
         first,
         {noEffect, sixAsBefore, "Doses taken, last 14 days: under 80 %"},
         "Hold 30 mg/day",
         "VIS-4",
         "Hold 30 mg/day (proposed)",
         ""},
        {"E32 responder",
         "2026-11-08",
         "30",
         "30",
         3,
         {{"2026-10-30", 100, 0}},
         {noEffect, "Spasticity now, 0 to 10: 3", allTaken},
         "Maintain 30 mg/day",
         "VIS-5",
         "Maintain 30 mg/day (proposed)",
         ""},
        {"E32 minimal at the ceiling",
         "2026-10-11",
         "80",
         "80",
         7,
         {{"2026-10-10", 80, 0}},
         {noEffect, sixAsBefore, allTaken},
         "Maintain 80 mg/day",
         "VIS-7",
         "Maintain 80 mg/day (proposed)",
         ""},
        {"E32 the trial is not complete",
         "2026-10-25",
         "80",
         "80",
         7,
         {{"2026-10-10", 60, 0}},
         {noEffect, sixAsBefore, allTaken},
         "Hold 80 mg/day for 14 days",
         "VIS-8",
         "Hold 80 mg/day (proposed)",
         ""},
        {"E32 the trial has failed, MAS 3",
         "2026-10-11",
         "80",
         "80",
         7,
         {{"2026-10-10", 60, 0}},
         {noEffect, sixAsBefore, allTaken, "Hip adductors, left: 3", "Hamstrings, left: 3"},
         "Stop by a taper",
         "VIS-9",
         "Stop by a taper (proposed)",
         "taper"},
    };
    return all;
}

void prepare(const Example& example, PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-10-01");
    clinic.activate(session, titration(example.start, example.from, "5", example.intervalDays, example.goal),
                    products("TAB10"));
    clinic.today = now;
    for (const Seen& seen : example.before) {
        core::Visit visit;
        visit.patient = clinic.patient;
        visit.on = date(seen.on);
        visit.nrsTenths = seen.nrsTenths;
        visit.adverseEffects = {{"drowsiness", "", seen.drowsiness}};
        QVERIFY(app::saveVisit(session, visit));
    }
}

void denyTheRest(VisitsPage& page) {
    click(page, QStringLiteral("None of the rest"));
    named<QCheckBox>(page, QStringLiteral("None of these red flags"))->click();
}

} // namespace

class TestVisitDecisions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFormLeadsToTheProposalAndThePlan_data();
    void theFormLeadsToTheProposalAndThePlan();
    void aSuddenStopWithSevereSignsIsAnEmergency();
    void aRedFlagShowsTheCard_data();
    void aRedFlagShowsTheCard();
    void aSuddenStopWarnsAndAdvises_data();
    void aSuddenStopWarnsAndAdvises();
    void theChecklistSaysAfterWhichStep();
};

void TestVisitDecisions::theFormLeadsToTheProposalAndThePlan_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < examples().size(); ++i)
        QTest::newRow(examples()[i].name) << static_cast<int>(i);
}

void TestVisitDecisions::theFormLeadsToTheProposalAndThePlan() {
    QFETCH(int, index);
    const Example& example = examples()[static_cast<std::size_t>(index)];
    PatientWindow clinic([&](PatientWindow& window, app::Session& session) { prepare(example, window, session); },
                         formOf(700));
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    for (const char* answer : example.answers)
        choose(page, QString::fromUtf8(answer));
    denyTheRest(page);
    QVERIFY2(said(page).contains(QString::fromUtf8(example.headline)), qPrintable(said(page)));
    choose(page, QString::fromUtf8(example.choice));
    const bool drafts = example.drafted[0] != '\0';
    click(page, drafts ? QStringLiteral("Save and draft the plan") : QStringLiteral("Save the decision"));
    QTRY_COMPARE(clinic.record().visits.size(), example.before.size() + 1);
    const core::DecidedVisit& decided = clinic.record().decisions.back();
    QVERIFY(decided.row.rule == core::RuleId(example.rule));
    QVERIFY(decided.proposal && decided.choice == core::asChoice(*decided.proposal));
    auto& plan = clinic.page<PlanPage>(PageId::plan);
    QCOMPARE(plan.draft().isOpen(), drafts);
    if (!drafts)
        return;
    const core::Plan& drafted = plan.draft().draft().plan;
    QCOMPARE(clinic.plansMade(), 1); // nothing is in force that nobody signed
    if (qstrcmp(example.drafted, "taper") == 0) {
        QVERIFY(drafted.kind() == core::PlanKind::taper && drafted.stopDate());
    } else {
        QCOMPARE(drafted.stepOn(clinic.today + 1)->daily(), daily(example.drafted));
        if (decided.proposal == core::Proposal::hold)
            QCOMPARE(drafted.stepOn(clinic.today + 13)->daily(), daily(example.drafted));
    }
    if (decided.row.rule == core::RuleId("VIS-9"))
        QCOMPARE(decided.referForPump, true); // VIS-11
}

// E32: fever, rigidity and confusion after missed doses.
void TestVisitDecisions::aSuddenStopWithSevereSignsIsAnEmergency() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY(!named<QCheckBox>(page, QStringLiteral("None of these signs"))->isVisible());
    type(*named<QLineEdit>(page, QStringLiteral("Stopped suddenly: hours since the last dose")), QStringLiteral("40"));
    QVERIFY(named<QCheckBox>(page, QStringLiteral("None of these signs"))->isVisible()); // WDL-5
    for (const char* sign : {"Rigidity with altered consciousness (4)", "Delirium (4)"})
        named<QCheckBox>(page, QString::fromUtf8(sign))->click();
    type(*named<QLineEdit>(page, QStringLiteral("Temperature, °C")), QStringLiteral("39.2"));
    const QString text = said(page);
    for (const char* words : {"Emergency card: baclofen", "Call 112",
                              "Grade 4 by: Delirium, Rigidity with altered consciousness, Temperature",
                              "Withdrawal: emergency", "Stopped suddenly"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    choose(page, QStringLiteral("Emergency: follow the card (proposed)"));
    click(page, QStringLiteral("Save the decision"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(1));
    QVERIFY(clinic.record().decisions.back().row.rule == core::RuleId("VIS-1"));
    const core::Visit& saved = clinic.record().visits.back();
    QCOMPARE(saved.stoppedHours, 40);
    QCOMPARE(saved.temperatureTenths, 392);
    QCOMPARE(saved.withdrawalSigns->size(), std::size_t(2));
}

void TestVisitDecisions::aRedFlagShowsTheCard_data() {
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("card");
    QTest::newRow("AE-4 hard to wake") << QStringLiteral("Hard to wake") << QStringLiteral("an emergency");
    QTest::newRow("AE-4 suicidal intent") << QStringLiteral("Suicidal intent") << QStringLiteral("an emergency");
    QTest::newRow("REN-7 limp") << QStringLiteral("Limp muscles (hypotonia)")
                                << QStringLiteral("haemodialysis clears the drug");
}

void TestVisitDecisions::aRedFlagShowsTheCard() {
    QFETCH(QString, flag);
    QFETCH(QString, card);
    PatientWindow clinic(onSixty); // K 54: what counts with weak kidneys is asked for
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    auto* none = named<QCheckBox>(page, QStringLiteral("None of these red flags"));
    none->click();
    named<QCheckBox>(page, flag)->click();
    QVERIFY(!none->isChecked());
    const QString text = said(page);
    for (const QString& words : {QStringLiteral("Emergency card: baclofen"), QStringLiteral("Call 112"), flag, card})
        QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY(button(page, QStringLiteral("Print the card…"))->isVisible());
}

// E34, entered as a sudden stop: the warning of WDL-5, the advice, and its draft where a restart is advised.
void TestVisitDecisions::aSuddenStopWarnsAndAdvises_data() {
    QTest::addColumn<QString>("dose");
    QTest::addColumn<int>("creatinine");
    QTest::addColumn<QString>("hours");
    QTest::addColumn<bool>("signs");
    QTest::addColumn<QString>("advice");
    QTest::addColumn<QString>("drafted"); // empty: nothing to draft
    const auto row = [](const char* name, const char* dose, int creatinine, const char* hours, bool signs,
                        const char* advice, const char* drafted) {
        QTest::newRow(name) << QString::fromLatin1(dose) << creatinine << QString::fromLatin1(hours) << signs
                            << QString::fromLatin1(advice) << QString::fromLatin1(drafted);
    };
    row("E34 30 h from 60", "60", 700, "30", false, "take 60 mg a day again", "");
    row("E34 48 h from 60", "60", 700, "48", false, "start again with 30 mg a day instead of 60 mg", "30");
    row("E34 100 h from 20", "20", 700, "100", false, "start again with 15 mg a day instead of 20 mg", "15");
    row("E34 167 h from 45", "45", 700, "167", false, "start again with 20 mg a day instead of 45 mg", "20");
    row("E34 168 h from 45", "45", 700, "168", false, "start again with 15 mg a day, the start of the scheme", "15");
    row("E34 30 h from 60, K 45", "60", 1'680, "30", false, "start again with 30 mg a day instead of 60 mg", "30");
    row("E34 60 h from 45 with signs", "45", 700, "60", true,
        "give the previous dose, 45 mg a day, again under supervision", "");
}

void TestVisitDecisions::aSuddenStopWarnsAndAdvises() {
    QFETCH(QString, dose);
    QFETCH(int, creatinine);
    QFETCH(QString, hours);
    QFETCH(bool, signs);
    QFETCH(QString, advice);
    QFETCH(QString, drafted);
    PatientWindow clinic(
        [&](PatientWindow& window, app::Session& session) {
            const std::string mg = dose.toStdString();
            const Example example{"", "2026-10-05", mg.c_str(), mg.c_str(), 7, {}, {}, "", "", "", ""};
            prepare(example, window, session);
        },
        formOf(creatinine));
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    type(*named<QLineEdit>(page, QStringLiteral("Stopped suddenly: hours since the last dose")), hours);
    named<QCheckBox>(page, signs ? QStringLiteral("Sweating (2)") : QStringLiteral("None of these signs"))->click();
    const QString text = said(page);
    QVERIFY2(text.contains(QStringLiteral("No dose for %1 h").arg(hours)), qPrintable(text)); // WDL-5
    QVERIFY2(text.contains(advice), qPrintable(text));
    auto* draft = button(page, QStringLiteral("Draft the restart"));
    QCOMPARE(draft->isVisible(), !drafted.isEmpty());
    if (drafted.isEmpty())
        return;
    click(page, QStringLiteral("Draft the restart"));
    auto& plan = clinic.page<PlanPage>(PageId::plan);
    QVERIFY(plan.draft().isOpen());
    const core::Plan& made = plan.draft().draft().plan;
    QCOMPARE(made.stepOn(clinic.today)->daily(), daily(drafted.toStdString()));
    QVERIFY(made.steps.back().daily() == daily(dose.toStdString())); // and up again
    QVERIFY(visits(clinic).isWriting());                             // what was begun is kept
}

void TestVisitDecisions::theChecklistSaysAfterWhichStep() {
    PatientWindow clinic(goingDown);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    const QString text = visibleText(page);
    QVERIFY2(text.contains(QStringLiteral("Down to 50 mg/day on 16-Nov-2026: asked for until 22-Nov-2026 (WDL-5). "
                                          "Not answered since.")),
             qPrintable(text));
    named<QCheckBox>(page, QStringLiteral("Tremor (2)"))->click();
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(1));
    click(page, QStringLiteral("New visit"));
    QVERIFY2(visibleText(page).contains(QStringLiteral("Last answered on 22-Nov-2026: grade 2.")),
             qPrintable(visibleText(page)));
}

QTEST_MAIN(TestVisitDecisions)
#include "tst_visit_decisions.moc"
