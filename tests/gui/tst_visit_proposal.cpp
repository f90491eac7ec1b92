// The assistant beside the visit form under a person's hands: it follows what is typed, decides nothing, asks for the
// reason it is owed, and its choice becomes the stored decision and a draft of the plan.
#include "app/documents.h"
#include "app/visits.h"
#include "gui/emergency_card.h"
#include "gui/finding_card.h"
#include "gui/plan_page.h"
#include "gui/print_dialog.h"
#include "gui/segmented.h"
#include "gui/visit_assistant.h"
#include "gui/visits_page.h"
#include "patient_window.h"
#include "plan_values.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

VisitsPage& visits(PatientWindow& clinic) {
    return clinic.page<VisitsPage>(PageId::visits);
}

// Born in 1980, kidneys well: the ceiling is that of the protocol.
app::PatientForm youngerForm() {
    app::PatientForm form = completeForm("Lindqvist", "Erik", "1980-05-01");
    form.newCreatinines = {{date("2026-11-14"), 700, core::CreatinineUnit::mgPerDl, false}};
    return form;
}

void saveFirst(PatientWindow& clinic, app::Session& session, int nrsTenths) {
    core::Visit visit;
    visit.patient = clinic.patient;
    visit.on = date("2026-10-30");
    visit.nrsTenths = nrsTenths;
    visit.adverseEffects = {{"drowsiness", "", 0}};
    QVERIFY(app::saveVisit(session, visit));
}

// 15 mg a day since 02-Nov, 5 more each week: 25 today.
void rising(PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-11-01");
    clinic.activate(session, titration("2026-11-02", "15", "5", 7, "40"), products("TAB10"));
    clinic.today = now;
    saveFirst(clinic, session, 80);
}

void steadyOnThirty(PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-10-01");
    clinic.activate(session, titration("2026-10-05", "30", "5", 7, "30"), products("TAB10"));
    clinic.today = now;
    saveFirst(clinic, session, 50);
}

// AE-4, VIS-2: what is asked for at every visit, and not there.
void denyDanger(VisitsPage& page) {
    choose(page, QStringLiteral("Hallucinations, grade: 0"));
    auto* none = named<QCheckBox>(page, QStringLiteral("None of these red flags"));
    if (!none->isChecked())
        none->click();
}

void answer(VisitsPage& page, const char* grade, const char* rating) {
    choose(page, QStringLiteral("Drowsiness, grade: %1").arg(QLatin1String(grade)));
    choose(page, QStringLiteral("Spasticity now, 0 to 10: %1").arg(QLatin1String(rating)));
    choose(page, QStringLiteral("Doses taken, last 14 days: all"));
    denyDanger(page);
    QCoreApplication::processEvents(); // cards and rows that were just made show themselves
}

QStringList offered(VisitsPage& page) {
    QCoreApplication::processEvents();
    QStringList all;
    for (const QRadioButton* button : page.assistant().findChildren<QRadioButton*>())
        if (button->isVisibleTo(&page))
            all << button->accessibleName();
    return all;
}

QString said(VisitsPage& page) {
    return visibleText(page.assistant());
}

QPlainTextEdit& reason(VisitsPage& page) {
    return *named<QPlainTextEdit>(page, QStringLiteral("Reason, as it differs from the proposal"));
}

const core::DecidedVisit& lastDecision(PatientWindow& clinic) {
    return clinic.record().decisions.back();
}

} // namespace

class TestVisitProposal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySentenceIsFilledIn();
    void proposalFollowsTheForm();
    void whyShowsRuleInputsAndSource();
    void missingValueLeadsToItsField();
    void nothingIsChosenForTheClinician();
    void proposedStepBackIsDrafted();
    void anotherChoiceOwesAReason();
    void maintainingIsRecordedOnly();
    void plainSaveKeepsTheProposal();
    void storedDecisionIsShownAgain();
    void correctionKeepsTheDecision();
    void emergencyShowsItsCard();
    void emergencyCardIsPrintedAndRecorded();
    void cardCanBeSeenAtAnyTime();
    void suddenWorseningIsAskedAbout();
    void taperAsksForWithdrawal();
    void gapInTheDiaryProposesARestart();
    void openDraftIsNotReplacedUnasked();
};

// Whatever row matches, no sentence waits for a value that the row does not carry.
void TestVisitProposal::everySentenceIsFilledIn() {
    core::VisitInputs inputs;
    inputs.dose = daily("30");
    inputs.severe = true;
    inputs.gradeTwoBefore = true;
    int read = 0;
    const auto filled = [&read](const core::Finding& finding) {
        const QString sentence = wording::findingSentence(finding);
        ++read;
        QVERIFY2(!sentence.contains(QLatin1Char('{')) && !sentence.contains(QLatin1Char('%') + QStringLiteral("1")),
                 qPrintable(sentence));
    };
    for (const bool tapering : {false, true})
        for (const int grade : {0, 1, 2, 3, 4})
            for (const char* ceiling : {"30", "80"})
                for (const int days : {0, 50})
                    for (const auto response : {core::ResponseClass::responder, core::ResponseClass::minimal,
                                                core::ResponseClass::none, core::ResponseClass::notAssessable})
                        for (const bool flag : {false, true}) {
                            inputs.tapering = tapering;
                            inputs.redFlag = false;
                            inputs.worstGrade = inputs.withdrawalGrade = grade;
                            inputs.psychosis = false;
                            inputs.ceiling = daily(ceiling);
                            inputs.daysSinceChange = inputs.daysAtCeiling = days;
                            inputs.intervalDays = 7;
                            inputs.response = response;
                            inputs.adherence = flag ? core::Adherence::most : core::Adherence::under80;
                            inputs.atMaximumTolerated = flag && days > 0;
                            inputs.atStartDose = flag;
                            inputs.regional = flag;
                            const core::VisitDecision decision = core::decideVisit(inputs, catalogue().numbers());
                            filled(decision.row);
                            for (const core::Finding& finding : decision.notMatched)
                                filled(finding);
                            for (const core::Finding& finding : decision.beside)
                                filled(finding);
                        }
    core::Interruption gap;
    gap.previous = daily("60");
    gap.protocolStart = daily("15");
    gap.quantum = daily("5");
    for (const int hours : {30, 60, 200})
        for (const bool kidney : {false, true})
            for (const int grade : {0, 2, 3}) {
                gap.gapHours = hours;
                gap.k = kidney ? std::optional(45.0) : std::nullopt;
                gap.withdrawalSigns = grade > 0;
                gap.withdrawalGrade = grade;
                filled(core::restartAfter(gap, catalogue().numbers()).finding);
            }
    QVERIFY(read > 1000);
}

void TestVisitProposal::proposalFollowsTheForm() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY2(said(page).contains(QStringLiteral("Not assessed yet")), qPrintable(said(page)));
    QVERIFY(said(page).contains(QStringLiteral("Still to be entered: red flag, worst grade of adverse effects")));
    answer(page, "1", "4");
    QVERIFY2(said(page).contains(QStringLiteral("Maintain 25 mg/day")), qPrintable(said(page)));
    QVERIFY(said(page).contains(QStringLiteral("VIS-4 · At least 80 % of the doses were taken.")));
    choose(page, QStringLiteral("Spasticity now, 0 to 10: 8"));
    QVERIFY2(said(page).contains(QStringLiteral("Hold 25 mg/day for 1 day")), qPrintable(said(page)));
    QVERIFY(said(page).contains(QStringLiteral("VIS-5 · The response is absent.")));
    choose(page, QStringLiteral("Drowsiness, grade: 2"));
    QVERIFY(said(page).contains(QStringLiteral("Hold 25 mg/day for 14 days")));
    choose(page, QStringLiteral("Drowsiness, grade: 3"));
    QVERIFY(said(page).contains(QStringLiteral("Step back to 20 mg/day")));
    QVERIFY(said(page).contains(QStringLiteral("half as large and waits twice as long"))); // VIS-10
    QVERIFY(!said(page).contains(QStringLiteral("{")));
}

void TestVisitProposal::whyShowsRuleInputsAndSource() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "2", "8");
    for (FindingCard* card : page.assistant().findChildren<FindingCard*>())
        if (card->isVisible())
            card->toggleWhy();
    const QString text = said(page);
    QVERIFY2(text.contains(QStringLiteral("Rule VIS-3: Moderate adverse effect")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("hold for 14 days; at two visits running: step back")));
    QVERIFY(text.contains(QStringLiteral("Worst grade of adverse effects: 2")));
    QVERIFY(text.contains(QStringLiteral("Grade 2 at the visit before: no")));
    QVERIFY(text.contains(QStringLiteral("PD · Product decision")));
}

void TestVisitProposal::missingValueLeadsToItsField() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Drowsiness, grade: 1"));
    choose(page, QStringLiteral("Enter Red flag")); // AE-4: nobody asked, so nothing is absent
    QVERIFY(named<QCheckBox>(page, QStringLiteral("None of these red flags"))->hasFocus());
    denyDanger(page);
    choose(page, QStringLiteral("Spasticity now, 0 to 10: 8"));
    QVERIFY(said(page).contains(QStringLiteral("Still to be entered: doses taken, counted")));
    choose(page, QStringLiteral("Enter Doses taken, counted"));
    const QWidget* at = QApplication::focusWidget();
    const auto* asked = named<SegmentedControl>(page, QStringLiteral("Doses taken, last 14 days"));
    QVERIFY(at != nullptr && (at == asked || asked->isAncestorOf(at)));
}

void TestVisitProposal::nothingIsChosenForTheClinician() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "3", "8");
    QCOMPARE(offered(page), QStringList({QStringLiteral("Maintain 25 mg/day"), QStringLiteral("Increase to 30 mg/day"),
                                         QStringLiteral("Hold 25 mg/day"), QStringLiteral("Taper to a lower dose…"),
                                         QStringLiteral("Step back to 20 mg/day (proposed)"),
                                         QStringLiteral("Stop by a taper"), QStringLiteral("Refer for a pump trial")}));
    QVERIFY(!page.assistant().choice());
    QVERIFY(!button(page, QStringLiteral("Save and draft the plan"))->isEnabled());
    QVERIFY(!reason(page).isVisible());
    // A choice stays while the proposal changes about it.
    choose(page, QStringLiteral("Hold 25 mg/day"));
    QVERIFY(reason(page).isVisible());
    choose(page, QStringLiteral("Drowsiness, grade: 2"));
    QVERIFY(page.assistant().choice() == core::VisitChoice::hold);
    QVERIFY(!reason(page).isVisible());
}

void TestVisitProposal::proposedStepBackIsDrafted() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "3", "8");
    choose(page, QStringLiteral("Step back to 20 mg/day (proposed)"));
    click(page, QStringLiteral("Save and draft the plan"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    auto& plan = clinic.page<PlanPage>(PageId::plan);
    QVERIFY(plan.isVisible());
    QVERIFY(plan.draft().isOpen());
    const app::Draft& draft = plan.draft().draft();
    QCOMPARE(draft.plan.stepOn(clinic.today)->daily(), daily("20"));
    QCOMPARE(draft.reason, std::string("Visit of 22-Nov-2026 (VIS-2)"));
    QVERIFY(draft.basedOn == clinic.record().active()->id);
    QCOMPARE(clinic.plansMade(), 1); // nothing is in force that nobody signed
    const core::DecidedVisit& decided = lastDecision(clinic);
    QVERIFY(decided.visit == clinic.record().visits.back().id);
    QVERIFY(decided.proposal == core::Proposal::stepBack && decided.choice == core::VisitChoice::stepBack);
    QVERIFY(decided.row.rule == core::RuleId("VIS-2"));
    QCOMPARE(decided.proposedDose, daily("20"));
    QCOMPARE(decided.who, std::string("Dr A. Weber"));
    QCOMPARE(decided.ruleSetVersion, catalogue().ruleSetVersion());
}

void TestVisitProposal::anotherChoiceOwesAReason() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "3", "8");
    choose(page, QStringLiteral("Stop by a taper"));
    click(page, QStringLiteral("Save and draft the plan"));
    QVERIFY(page.isWriting());
    QVERIFY2(said(page).contains(QStringLiteral("why this differs from the proposal")), qPrintable(said(page)));
    QVERIFY(reason(page).hasFocus());
    reason(page).setPlainText(QStringLiteral("   "));
    click(page, QStringLiteral("Save visit")); // a decision that was made is held to it either way
    QVERIFY(page.isWriting());
    QCOMPARE(clinic.record().visits.size(), std::size_t(1));
    reason(page).setPlainText(QStringLiteral("She wants to be without it"));
    click(page, QStringLiteral("Save and draft the plan"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QCOMPARE(lastDecision(clinic).reason, std::string("She wants to be without it"));
    QVERIFY(lastDecision(clinic).choice == core::VisitChoice::stopAndTaper);
    auto& plan = clinic.page<PlanPage>(PageId::plan);
    QVERIFY(plan.draft().isOpen());
    QVERIFY(plan.draft().draft().plan.kind() == core::PlanKind::taper);
    QVERIFY(plan.draft().draft().plan.stopDate().has_value());
}

void TestVisitProposal::maintainingIsRecordedOnly() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "0", "4");
    choose(page, QStringLiteral("Maintain 25 mg/day (proposed)"));
    click(page, QStringLiteral("Save the decision"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QVERIFY(page.isVisible());
    QVERIFY(!clinic.page<PlanPage>(PageId::plan).draft().isOpen());
    QVERIFY(lastDecision(clinic).choice == core::VisitChoice::maintain);
    QVERIFY(lastDecision(clinic).reason.empty());
}

void TestVisitProposal::plainSaveKeepsTheProposal() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Drowsiness, grade: 1"));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QVERIFY(!lastDecision(clinic).proposal); // what was not asked was not assessed
    QVERIFY(!lastDecision(clinic).row.assessed);
    QVERIFY(!lastDecision(clinic).choice);
    QVERIFY(said(page).contains(QStringLiteral("saved without a decision")));
}

void TestVisitProposal::storedDecisionIsShownAgain() {
    PatientWindow clinic(rising, youngerForm());
    {
        VisitsPage& page = visits(clinic);
        click(page, QStringLiteral("New visit"));
        answer(page, "2", "8");
        choose(page, QStringLiteral("Refer for a pump trial"));
        reason(page).setPlainText(QStringLiteral("Asked for by the patient"));
        click(page, QStringLiteral("Save the decision"));
        QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    }
    clinic.open();
    VisitsPage& page = visits(clinic);
    const QString text = said(page);
    for (const char* words : {"Hold 25 mg/day", "Refer for a pump trial",
                              "Differs from the proposal: Asked for by the patient", "Dr A. Weber, ", "rules 2026.1"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    QVERIFY(offered(page).isEmpty());
}

void TestVisitProposal::correctionKeepsTheDecision() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "2", "8");
    choose(page, QStringLiteral("Refer for a pump trial"));
    reason(page).setPlainText(QStringLiteral("Asked for by the patient"));
    click(page, QStringLiteral("Save the decision"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    click(page, QStringLiteral("Correct…"));
    QVERIFY(page.assistant().choice() == core::VisitChoice::referForPump);
    QCOMPARE(reason(page).toPlainText(), QStringLiteral("Asked for by the patient"));
    choose(page, QStringLiteral("Drowsiness, grade: 3"));
    click(page, QStringLiteral("Save visit"));
    QTRY_VERIFY(lastDecision(clinic).proposal == core::Proposal::stepBack);
    QCOMPARE(clinic.record().decisions.size(), std::size_t(1));
    QVERIFY(lastDecision(clinic).choice == core::VisitChoice::referForPump);
}

void TestVisitProposal::emergencyShowsItsCard() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Drowsiness, grade: 4"));
    const QString text = said(page);
    for (const char* words : {"Emergency card: baclofen", "Call 112", "slow or shallow breathing", "fever of 39",
                              "rigid muscles", "haemodialysis clears it", "no dose is calculated"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Not matched")));
    QCOMPARE(offered(page).front(), QStringLiteral("Emergency: follow the card (proposed)"));
    choose(page, QStringLiteral("Emergency: follow the card (proposed)"));
    click(page, QStringLiteral("Save the decision"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QVERIFY(lastDecision(clinic).choice == core::VisitChoice::emergency);
    QVERIFY(!lastDecision(clinic).proposedDose);
}

void TestVisitProposal::emergencyCardIsPrintedAndRecorded() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Drowsiness, grade: 4"));
    QCoreApplication::processEvents();
    clinic.dialogs.answerSave(clinic.path(QStringLiteral("card.pdf")));
    std::optional<report::Document> printed;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        printed = qobject_cast<PrintDialog*>(&dialog)->document();
        [&] { QVERIFY(!visibleText(dialog).contains(QStringLiteral("taken from the clinic file"))); }();
        click(dialog, QStringLiteral("Save as PDF…"));
        return dialog.result();
    });
    click(page, QStringLiteral("Print the card…"));
    QVERIFY(printed && printed->pages.size() == 1);
    const auto prints = app::prints(*clinic.window->session(), clinic.patient);
    QVERIFY(prints && prints->size() == 1);
    QCOMPARE(prints->front().kind, std::string("emergency"));
    QCOMPARE(prints->front().pages, 1);
    QVERIFY(page.isWriting()); // and the visit goes on
}

void TestVisitProposal::cardCanBeSeenAtAnyTime() {
    PatientWindow clinic(rising, youngerForm());
    VisitsPage& page = visits(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        [&] { QVERIFY(visibleText(dialog).contains(QStringLiteral("Call 112"))); }();
        dialog.reject();
        return dialog.result();
    });
    click(page, QStringLiteral("Emergency card"));
    QVERIFY(clinic.dialogs.isDone());
}

void TestVisitProposal::suddenWorseningIsAskedAbout() {
    PatientWindow clinic(steadyOnThirty, youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "0", "7");
    QVERIFY2(said(page).contains(QStringLiteral("Worse on a stable dose")), qPrintable(said(page)));
    choose(page, QStringLiteral("Increase to 35 mg/day (proposed)"));
    click(page, QStringLiteral("Save and draft the plan"));
    QVERIFY(page.isWriting());
    QVERIFY(said(page).contains(QStringLiteral("Ask about each of these")));
    int asked = 0;
    for (QCheckBox* box : page.assistant().findChildren<QCheckBox*>())
        if (box->isVisible()) {
            box->setChecked(true);
            ++asked;
        }
    QCOMPARE(asked, 6); // no pump, so nobody asks about one
    click(page, QStringLiteral("Save and draft the plan"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QCOMPARE(lastDecision(clinic).asked.size(), std::size_t(6));
    QCOMPARE(lastDecision(clinic).asked.front(), std::string("infection"));
    const core::Plan& plan = clinic.page<PlanPage>(PageId::plan).draft().draft().plan;
    QCOMPARE(plan.stepOn(clinic.today + 1)->daily(), daily("35"));
}

void TestVisitProposal::taperAsksForWithdrawal() {
    PatientWindow clinic(goingDown);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Drowsiness, grade: 0"));
    denyDanger(page);
    QVERIFY(said(page).contains(QStringLiteral("worst grade of withdrawal")));
    named<QCheckBox>(page, QStringLiteral("None of these signs"))->click();
    QCoreApplication::processEvents();
    QVERIFY2(said(page).contains(QStringLiteral("Go on with the taper")), qPrintable(said(page)));
    named<QCheckBox>(page, QStringLiteral("Tremor (2)"))->click(); // WDL-2
    QVERIFY(!named<QCheckBox>(page, QStringLiteral("None of these signs"))->isChecked());
    QCoreApplication::processEvents();
    QVERIFY(said(page).contains(QStringLiteral("Hold 50 mg/day for 7 days")));
    auto* temperature = named<QLineEdit>(page, QStringLiteral("Temperature, °C")); // WDL-3
    temperature->setFocus();
    QTest::keyClicks(temperature, QStringLiteral("38.4"));
    QCoreApplication::processEvents();
    QVERIFY(said(page).contains(QStringLiteral("Step back to 55 mg/day")));
    choose(page, QStringLiteral("Step back to 55 mg/day (proposed)"));
    click(page, QStringLiteral("Save and draft the plan"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(1));
    QCOMPARE(clinic.page<PlanPage>(PageId::plan).draft().draft().plan.stepOn(clinic.today)->daily(), daily("55"));
    QVERIFY(lastDecision(clinic).row.rule == core::RuleId("TAP-13"));
}

void TestVisitProposal::gapInTheDiaryProposesARestart() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            steadyOnThirty(window, session);
            using enum core::Taken;
            for (const auto& [on, marks] : {std::pair("2026-11-20", std::array{taken, missed, missed, notMarked}),
                                            std::pair("2026-11-21", std::array{missed, missed, missed, notMarked})}) {
                core::DiaryDay day;
                day.patient = window.patient;
                day.on = date(on);
                day.parts = marks;
                QVERIFY(app::markDay(session, day));
            }
        },
        youngerForm());
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    const QString text = said(page);
    QVERIFY2(text.contains(QStringLiteral("Restart at half the dose")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("After a gap of 48 hours start again with 15 mg a day instead of 30 mg")));
    click(page, QStringLiteral("Draft the restart"));
    auto& plan = clinic.page<PlanPage>(PageId::plan);
    QVERIFY(plan.draft().isOpen());
    QCOMPARE(plan.draft().draft().plan.stepOn(clinic.today)->daily(), daily("15"));
    QCOMPARE(plan.draft().draft().plan.steps.back().daily(), daily("30"));
    QVERIFY(visits(clinic).isWriting()); // what was begun is kept
}

void TestVisitProposal::openDraftIsNotReplacedUnasked() {
    PatientWindow clinic(rising, youngerForm());
    clinic.page<PlanPage>(PageId::plan).newTaper();
    const core::Plan before = clinic.page<PlanPage>(PageId::plan).draft().draft().plan;
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    answer(page, "3", "8");
    choose(page, QStringLiteral("Step back to 20 mg/day (proposed)"));
    clinic.dialogs.answerConfirm(false);
    click(page, QStringLiteral("Save and draft the plan"));
    QVERIFY(clinic.dialogs.isDone());
    QVERIFY(clinic.page<PlanPage>(PageId::plan).draft().draft().plan == before);
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2)); // the decision stands
}

QTEST_MAIN(TestVisitProposal)

#include "tst_visit_proposal.moc"
