// The Visits page under a person's hands: what is typed is kept, saved once and whole, corrected openly, and refused in
// its field when it cannot be.
#include "app/visits.h"
#include "gui/date_edit.h"
#include "gui/number_edit.h"
#include "gui/segmented.h"
#include "gui/visit_form.h"
#include "gui/visits_page.h"
#include "patient_window.h"

#include <QAbstractButton>
#include <QFile>
#include <QListView>
#include <QPlainTextEdit>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

VisitsPage& visits(PatientWindow& clinic) {
    return clinic.page<VisitsPage>(PageId::visits);
}

QPlainTextEdit& note(VisitsPage& page) {
    return *named<QPlainTextEdit>(page, QStringLiteral("Note"));
}

core::Visit storedVisit(const core::PatientId& patient, std::string_view on, int nrsTenths) {
    core::Visit visit;
    visit.patient = patient;
    visit.on = date(on);
    visit.mas = {{"hip-adductors", core::Side::left, core::Mas::three}};
    visit.nrsTenths = nrsTenths;
    visit.pennFrequency = 2;
    visit.pennSeverity = 1;
    visit.note = "As before";
    visit.author = "Dr A. Weber";
    return visit;
}

void twoVisits(PatientWindow& clinic, app::Session& session) {
    onSixty(clinic, session);
    QVERIFY(app::saveVisit(session, storedVisit(clinic.patient, "2026-10-05", 80)));
    QVERIFY(app::saveVisit(session, storedVisit(clinic.patient, "2026-11-02", 60)));
}

QStringList listed(VisitsPage& page) {
    QStringList heads;
    const auto* list = page.findChild<QListView*>();
    for (int row = 0; row < list->model()->rowCount(); ++row)
        heads << list->model()->index(row, 0).data().toString().section(QLatin1Char('\n'), 0, 0);
    return heads;
}

} // namespace

class TestVisitsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestVisitIsShownAndCannotBeEdited();
    void visitIsSavedOnceAndWhole();
    void scoresStandBesideThoseBefore();
    void responseIsSaidWithItsReason();
    void wholeAshworthTakesOneKeyACell();
    void levelsOfLastTimeAreRepeatedOnDemand();
    void mistypedValueIsRefused_data();
    void mistypedValueIsRefused();
    void wholeNumberAndDecimalAgree();
    void severityNeedsSpasms();
    void draftIsKeptByItself();
    void draftWaitsWhileAnotherPatientIsOpen();
    void oneVisitIsWrittenAtATime();
    void correctionKeepsTheVisit();
    void correctionNeverReplacesADraft();
    void discardAsksFirst();
    void choosingAVisitKeepsTheDraft();
    void readOnlyClinicOffersNothingToWrite();
};

void TestVisitsPage::newestVisitIsShownAndCannotBeEdited() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    QCOMPARE(listed(page),
             QStringList({QStringLiteral("02-Nov-2026 · clinic"), QStringLiteral("05-Oct-2026 · clinic")}));
    QVERIFY(!page.isWriting());
    QVERIFY(note(page).isReadOnly());
    QVERIFY(named<NrsEdit>(page, QStringLiteral("Spasticity now, with a decimal"))->isReadOnly());
    for (const SegmentedControl* control : page.form().findChildren<SegmentedControl*>())
        QVERIFY(!control->isEnabled());
    QVERIFY(button(page, QStringLiteral("Correct…"))->isVisible());
    QVERIFY(!button(page, QStringLiteral("Save visit"))->isVisible());
}

void TestVisitsPage::visitIsSavedOnceAndWhole() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY(page.isWriting());
    choose(page, QStringLiteral("Kind of visit: Telephone"));
    choose(page, QStringLiteral("Hip adductors, left: 1 plus"));
    choose(page, QStringLiteral("Hip adductors, right: 2"));
    type(*named<NrsEdit>(page, QStringLiteral("Spasticity now, with a decimal")), QStringLiteral("3,5"));
    choose(page, QStringLiteral("Penn: how often: full spasms, less than one an hour"));
    choose(page, QStringLiteral("Penn: how strong: moderate"));
    choose(page, QStringLiteral("Drowsiness, grade: 2"));
    choose(page, QStringLiteral("Falls: 1"));
    choose(page, QStringLiteral("Doses taken, last 14 days: most"));
    note(page).setPlainText(QStringLiteral("Sleeps better; “no” spasms on Sunday"));
    named<QPlainTextEdit>(page, QStringLiteral("Decision"))->setPlainText(QStringLiteral("Go on"));
    QSignalSpy changed(clinic.window->session(), &app::Session::changed);
    click(page, QStringLiteral("Save visit"));
    page.save(); // Ctrl+S again, before anything is read anew
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(3));
    const core::Visit& visit = clinic.record().visits.back();
    QCOMPARE(visit.on, date("2026-11-22"));
    QCOMPARE(visit.kind, core::VisitKind::telephone);
    QCOMPARE(visit.mas.size(), std::size_t(2));
    QCOMPARE(visit.nrsTenths, std::optional(35));
    QCOMPARE(visit.pennFrequency, std::optional(2));
    QCOMPARE(visit.pennSeverity, std::optional(2));
    QCOMPARE(visit.adverseEffects.size(), std::size_t(1));
    QCOMPARE(visit.adverseEffects.front().grade, 2);
    QCOMPARE(visit.falls, std::optional(1)); // AE-5
    QCOMPARE(visit.adherence, core::Adherence::most);
    QCOMPARE(visit.note, std::string("Sleeps better; “no” spasms on Sunday"));
    QCOMPARE(visit.author, std::string("Dr A. Weber"));
    QVERIFY(visit.revisionInForce);
    QVERIFY(!visit.draft);
    QVERIFY(!page.isWriting());
    QVERIFY(note(page).isReadOnly());
    QCOMPARE(listed(page).front(), QStringLiteral("22-Nov-2026 · telephone"));
    const auto kept = app::loadVisitDraft(*clinic.window->session(), clinic.patient);
    QVERIFY(kept && !*kept);
}

void TestVisitsPage::scoresStandBesideThoseBefore() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    const QString text = visibleText(page);
    QVERIFY2(text.contains(QStringLiteral("last time 6 · baseline 8")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("last time 2 / 1")));
    QVERIFY(text.contains(QStringLiteral("Adverse effects since 02-Nov-2026")));
    QVERIFY(text.contains(QStringLiteral("Dose in force: <b>60 mg/day</b>")));
    choose(page, QStringLiteral("Hip adductors, left: 1 plus"));
    QVERIFY(visibleText(page).contains(QStringLiteral("Mean 1.5 (1+ counted as 1.5)")));
}

void TestVisitsPage::responseIsSaidWithItsReason() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY(visibleText(page).contains(
        QStringLiteral("Response not assessed: no score of the baseline is scored now (SCL-9)")));
    choose(page, QStringLiteral("Hip adductors, left: 2"));
    QVERIFY(visibleText(page).contains(
        QStringLiteral("Responder: mean MAS of the legs 3 at baseline, 2 now, over the muscles scored both times, 1+ "
                       "counted as 1.5 (SCL-9)")));
    // The rating decides where there is one.
    choose(page, QStringLiteral("Spasticity now, 0 to 10: 9"));
    QVERIFY(
        visibleText(page).contains(QStringLiteral("No response: NRS 12.5 % worse than at baseline (SCL-6, SCL-9)")));
}

void TestVisitsPage::wholeAshworthTakesOneKeyACell() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    named<QAbstractButton>(page, QStringLiteral("Hip adductors, left: 0"))->setFocus();
    const QByteArray keys("1+2340+12+");
    for (const char key : keys)
        QTest::keyClick(page.window()->focusWidget(), key);
    using enum core::Mas;
    const std::vector<core::Mas> expected{one, onePlus, two, three, four, zero, onePlus, one, two, onePlus};
    const std::vector<core::MasScore> scores = page.form().visit().mas;
    QCOMPARE(scores.size(), expected.size()); // five groups, both sides: fewer than 20 keys
    for (std::size_t i = 0; i < scores.size(); ++i) {
        QCOMPARE(scores[i].level, expected[i]);
        QCOMPARE(scores[i].side, i % 2 == 0 ? core::Side::left : core::Side::right);
    }
    QCOMPARE(scores[9].muscleGroup, std::string("elbow-flexors"));

    // A key that is no level changes nothing and goes nowhere; Up goes back a group.
    QWidget* last = page.window()->focusWidget();
    QTest::keyClick(last, '7');
    QCOMPARE(page.window()->focusWidget(), last);
    QCOMPARE(page.form().visit().mas, scores);
    QTest::keyClick(last, Qt::Key_Up);
    QTest::keyClick(page.window()->focusWidget(), '0');
    QCOMPARE(page.form().visit().mas[7].level, zero);
}

void TestVisitsPage::levelsOfLastTimeAreRepeatedOnDemand() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    named<QAbstractButton>(page, QStringLiteral("Hip adductors, left: 0"))->setFocus();
    QTest::keyClick(page.window()->focusWidget(), 'r');
    QCOMPARE(page.form().visit().mas.size(), std::size_t(1));
    QCOMPARE(page.form().visit().mas[0].level, core::Mas::three);
    // The right side was not scored last time: there is nothing to repeat.
    QTest::keyClick(page.window()->focusWidget(), 'r');
    QCOMPARE(page.form().visit().mas.size(), std::size_t(1));

    choose(page, QStringLiteral("Hip adductors, left: 1"));
    click(page, QStringLiteral("As last time"));
    QCOMPARE(page.form().visit().mas.size(), std::size_t(1));
    QCOMPARE(page.form().visit().mas[0].level, core::Mas::one); // what is scored stays
}

void TestVisitsPage::mistypedValueIsRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const QString date = QStringLiteral("Date");
    const QString nrs = QStringLiteral("Spasticity now, with a decimal");
    QTest::newRow("future") << date << QStringLiteral("23-Nov-2026") << QStringLiteral("to 22-Nov-2026");
    QTest::newRow("no day") << date << QStringLiteral("31-Nov-2026")
                            << QStringLiteral("Type a date such as 09-Dec-2026");
    QTest::newRow("no date") << date << QString() << QStringLiteral("Enter a value");
    QTest::newRow("NRS 11") << nrs << QStringLiteral("11") << QStringLiteral("Type a value from 0 to 10");
    QTest::newRow("NRS below 0") << nrs << QStringLiteral("-1") << QStringLiteral("-1");
    QTest::newRow("NRS with two decimals") << nrs << QStringLiteral("3,25") << QStringLiteral("decimal");
    QTest::newRow("NRS in words") << nrs << QStringLiteral("bad") << QStringLiteral("is not a number");
}

void TestVisitsPage::mistypedValueIsRefused() {
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Hip adductors, left: 2"));
    auto* edit = named<TypedEdit>(page, field);
    type(*edit, typed, false);
    click(page, QStringLiteral("Save visit"));
    QVERIFY2(visibleText(page.form()).contains(words), qPrintable(visibleText(page.form())));
    QCOMPARE(edit->text(), typed);
    QVERIFY(edit->hasFocus());
    QVERIFY(page.isWriting());
    QCoreApplication::processEvents();
    QCOMPARE(clinic.record().visits.size(), std::size_t(2));
    // What else was written is still there.
    QCOMPARE(page.form().visit().mas.size(), std::size_t(1));
}

void TestVisitsPage::wholeNumberAndDecimalAgree() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    auto* edit = named<NrsEdit>(page, QStringLiteral("Spasticity now, with a decimal"));
    choose(page, QStringLiteral("Spasticity now, 0 to 10: 7"));
    QCOMPARE(edit->text(), QStringLiteral("7"));
    type(*edit, QStringLiteral("6.5"));
    QCOMPARE(named<SegmentedControl>(page, QStringLiteral("Spasticity now, 0 to 10"))->value(), std::nullopt);
    QCOMPARE(page.form().visit().nrsTenths, std::optional(65));
    type(*edit, QStringLiteral("6"));
    QCOMPARE(named<SegmentedControl>(page, QStringLiteral("Spasticity now, 0 to 10"))->value(), std::optional(6));
    // A refused text is replaced by a choice.
    type(*edit, QStringLiteral("66"));
    choose(page, QStringLiteral("Spasticity now, 0 to 10: 4"));
    QCOMPARE(edit->text(), QStringLiteral("4"));
    QVERIFY(!visibleText(page.form()).contains(QStringLiteral("Type a value from 0 to 10")));
}

void TestVisitsPage::severityNeedsSpasms() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    auto* severity = named<SegmentedControl>(page, QStringLiteral("Penn: how strong"));
    QVERIFY(!severity->isEnabled());
    choose(page, QStringLiteral("Penn: how often: more than one an hour"));
    QVERIFY(severity->isEnabled());
    choose(page, QStringLiteral("Penn: how strong: severe"));
    choose(page, QStringLiteral("Penn: how often: no spasms"));
    QVERIFY(!severity->isEnabled());
    QCOMPARE(page.form().visit().pennSeverity, std::nullopt);
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(3));
}

void TestVisitsPage::draftIsKeptByItself() {
    PatientWindow clinic(twoVisits);
    {
        VisitsPage& page = visits(clinic);
        click(page, QStringLiteral("New visit"));
        choose(page, QStringLiteral("Hip adductors, left: 2"));
        note(page).setPlainText(QStringLiteral("Half a sentence"));
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto kept = app::loadVisitDraft(*clinic.window->session(), clinic.patient);
            return kept && *kept && (*kept)->note == "Half a sentence";
        }(),
        2000);
    for (const QString& end : {QString(), QStringLiteral("-wal")})
        if (QFile::exists(clinic.path() + end))
            QVERIFY(QFile::copy(clinic.path() + end, clinic.path(QStringLiteral("crashed.lento")) + end));
    clinic.open(false, QStringLiteral("crashed.lento"));
    VisitsPage& again = visits(clinic);
    QVERIFY(again.isWriting());
    QCOMPARE(note(again).toPlainText(), QStringLiteral("Half a sentence"));
    QCOMPARE(again.form().visit().mas.size(), std::size_t(1));
    QCOMPARE(listed(again).front(), QStringLiteral("22-Nov-2026 · draft, kept"));
    QCOMPARE(clinic.record().visits.size(), std::size_t(2)); // a draft is no visit
}

void TestVisitsPage::draftWaitsWhileAnotherPatientIsOpen() {
    core::PatientId other;
    PatientWindow clinic([&other](PatientWindow& window, app::Session& session) {
        twoVisits(window, session);
        const auto added = app::addPatient(session, completeForm("Nowak", "Jan", "1970-01-01"));
        QVERIFY(added);
        other = *added;
    });
    click(visits(clinic), QStringLiteral("New visit"));
    note(visits(clinic)).setPlainText(QStringLiteral("Of Kowalski"));
    clinic.window->openPatient(other);
    QVERIFY(!visits(clinic).isWriting());
    QVERIFY(listed(visits(clinic)).isEmpty());
    clinic.window->openPatient(clinic.patient);
    QVERIFY(visits(clinic).isWriting());
    QCOMPARE(note(visits(clinic)).toPlainText(), QStringLiteral("Of Kowalski"));
}

void TestVisitsPage::oneVisitIsWrittenAtATime() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    note(page).setPlainText(QStringLiteral("Begun"));
    click(page, QStringLiteral("New visit"));
    QCOMPARE(note(page).toPlainText(), QStringLiteral("Begun"));
    QCOMPARE(listed(page).size(), 3);
}

void TestVisitsPage::correctionKeepsTheVisit() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    const core::Visit before = clinic.record().visits.back();
    click(page, QStringLiteral("Correct…"));
    QVERIFY(page.isWriting());
    note(page).setPlainText(QStringLiteral("As before, but shorter"));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.back().note, std::string("As before, but shorter"));
    const core::Visit& after = clinic.record().visits.back();
    QCOMPARE(clinic.record().visits.size(), std::size_t(2));
    QVERIFY(after.id == before.id);
    QCOMPARE(after.rowVersion, before.rowVersion + 1);
    QVERIFY(after.mas == before.mas);
    QCOMPARE(after.nrsTenths, before.nrsTenths);
    // And once more: what is shown is what is stored.
    click(page, QStringLiteral("Correct…"));
    note(page).setPlainText(QStringLiteral("Third wording"));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.back().note, std::string("Third wording"));
    QVERIFY(clinic.dialogs.told.isEmpty());
}

void TestVisitsPage::correctionNeverReplacesADraft() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    note(page).setPlainText(QStringLiteral("Not saved yet"));
    auto* list = page.findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(1, 0)); // the visit of 02-Nov-2026
    QVERIFY(!page.isWriting());
    click(page, QStringLiteral("Correct…"));
    QCOMPARE(clinic.dialogs.informed.size(), 1);
    QVERIFY(clinic.dialogs.informed.front().contains(QStringLiteral("draft of 22-Nov-2026")));
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(page.isWriting());
    QCOMPARE(note(page).toPlainText(), QStringLiteral("Not saved yet"));
}

void TestVisitsPage::discardAsksFirst() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    note(page).setPlainText(QStringLiteral("Wrong patient"));
    page.keepDraft();
    clinic.dialogs.answerConfirm(false);
    click(page, QStringLiteral("Discard draft"));
    QVERIFY(page.isWriting());
    QCOMPARE(note(page).toPlainText(), QStringLiteral("Wrong patient"));
    clinic.dialogs.answerConfirm(true);
    click(page, QStringLiteral("Discard draft"));
    QVERIFY(!page.isWriting());
    QCOMPARE(listed(page).size(), 2);
    QCOMPARE(note(page).toPlainText(), QStringLiteral("As before"));
    const auto kept = app::loadVisitDraft(*clinic.window->session(), clinic.patient);
    QVERIFY(kept && !*kept);
}

void TestVisitsPage::choosingAVisitKeepsTheDraft() {
    PatientWindow clinic(twoVisits);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    note(page).setPlainText(QStringLiteral("Begun"));
    auto* list = page.findChild<QListView*>();
    list->setCurrentIndex(list->model()->index(2, 0));
    QCOMPARE(note(page).toPlainText(), QStringLiteral("As before"));
    const auto kept = app::loadVisitDraft(*clinic.window->session(), clinic.patient);
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->note, std::string("Begun"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(note(page).toPlainText(), QStringLiteral("Begun"));
}

void TestVisitsPage::readOnlyClinicOffersNothingToWrite() {
    PatientWindow clinic(twoVisits);
    clinic.window.reset();
    clinic.open(true);
    VisitsPage& page = visits(clinic);
    QVERIFY(!button(page, QStringLiteral("New visit"))->isEnabled());
    QVERIFY(!button(page, QStringLiteral("Correct…"))->isEnabled());
    QVERIFY(visibleText(page).contains(QStringLiteral("This clinic file may only be read.")));
    // From the menu it opens, says what is wrong, and loses nothing.
    page.newVisit();
    note(page).setPlainText(QStringLiteral("Typed all the same"));
    page.save();
    QVERIFY(visibleText(page.form()).contains(QStringLiteral("may only be read")));
    QCOMPARE(note(page).toPlainText(), QStringLiteral("Typed all the same"));
    QVERIFY(page.isWriting());
}

QTEST_MAIN(TestVisitsPage)
#include "tst_visits_page.moc"
