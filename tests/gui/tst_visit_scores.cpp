// The further scales of a visit under a person's hands: Tardieu, goals, walks and the original Ashworth are typed fast,
// stand beside last time, and are refused or warned of in place (SCL-2, SCL-3, SCL-7, SCL-8).
#include "app/visits.h"
#include "gui/body_picture.h"
#include "gui/further_score_cards.h"
#include "gui/number_edit.h"
#include "gui/segmented.h"
#include "gui/visit_form.h"
#include "gui/visits_page.h"
#include "patient_window.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;
using core::Side;

namespace {

VisitsPage& visits(PatientWindow& clinic) {
    return clinic.page<VisitsPage>(PageId::visits);
}

core::Visit storedVisit(const core::PatientId& patient) {
    core::Visit visit;
    visit.patient = patient;
    visit.on = date("2026-11-02");
    visit.further.ashworth = {{"elbow-flexors", Side::right, 3}};
    visit.further.tardieu = {{"hamstrings", Side::left, {0, 1, 3}, -10, 5}};
    visit.further.goals = {{"Walk to the shop", 1, 1, -1}, {"Sleep through", 2, 1, -2}};
    visit.further.tenMetreHundredths = 2000;
    visit.further.twentyFiveFootHundredths = 1000;
    return visit;
}

void allScales(PatientWindow& clinic, app::Session& session) {
    onSixty(clinic, session);
    QVERIFY(app::saveVisit(session, storedVisit(clinic.patient)));
}

FurtherScoreCards& cards(VisitsPage& page) {
    return *page.form().findChild<FurtherScoreCards*>();
}

void keys(const VisitsPage& page, const char* typed) {
    for (; *typed != '\0'; ++typed)
        QTest::keyClick(page.window()->focusWidget(), *typed);
}

} // namespace

class TestVisitScores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsBuiltThatNobodyHas();
    void tardieuIsTypedAndSaved();
    void angleBelowZeroIsWarnedOfAndTaken();
    void lastTimeStandsBeside();
    void goalsOfLastTimeAreWrittenOnceJudged();
    void keysChooseTheAttainment();
    void goalsAreRefusedInPlace_data();
    void goalsAreRefusedInPlace();
    void walksAreComparedWithTheBaseline();
    void originalAshworthTakesOneKeyACell();
    void mistypedValueIsRefused_data();
    void mistypedValueIsRefused();
    void savedVisitShowsItsScalesOnly();
    void bodyShowsTheLevelsAndChooses();
};

void TestVisitScores::nothingIsBuiltThatNobodyHas() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY(page.findChildren<SecondsEdit*>().isEmpty());
    QVERIFY(button(page, QStringLiteral("Add scale"))->isVisible());
    QVERIFY(page.form().visit().further == core::FurtherScores());
}

void TestVisitScores::tardieuIsTypedAndSaved() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    cards(page).add(FurtherScoreCards::Scale::tardieu);
    named<QLineEdit>(page, QStringLiteral("Tardieu, Gastrocnemius, soleus, left: V1"))->setFocus();
    keys(page, "013-10\t12");
    QVERIFY2(visibleText(page.form()).contains(QStringLiteral("22°")), qPrintable(visibleText(page.form())));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(1));
    const core::FurtherScores& further = clinic.record().visits.back().further;
    QVERIFY(
        (further.tardieu == std::vector<core::TardieuScore>{{"gastrocnemius-soleus", Side::left, {0, 1, 3}, -10, 12}}));
    QVERIFY(further.goals.empty() && further.ashworth.empty());
}

void TestVisitScores::angleBelowZeroIsWarnedOfAndTaken() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    cards(page).add(FurtherScoreCards::Scale::tardieu);
    type(*named<QLineEdit>(page, QStringLiteral("Tardieu, Gastrocnemius, soleus, left: R1, degrees")),
         QStringLiteral("20"));
    QVERIFY(!visibleText(page.form()).contains(QStringLiteral("SCL-3")));
    type(*named<QLineEdit>(page, QStringLiteral("Tardieu, Gastrocnemius, soleus, left: R2, degrees")),
         QStringLiteral("5"));
    QVERIFY(visibleText(page.form()).contains(QStringLiteral("−15°")));
    QVERIFY(visibleText(page.form()).contains(QStringLiteral("R2 − R1 is below zero")));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(1));
}

void TestVisitScores::lastTimeStandsBeside() {
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    const QString text = visibleText(page.form());
    for (const char* expected : {"V3 3 · 15°", "– / 3", "last time −1", "last time −2", "last time 0.5 m/s",
                                 "last time 10 s", "No goal judged yet · last time 29.9"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), qPrintable(QString::fromUtf8(expected) + text));
    // What stands there only to be compared with is not written.
    QVERIFY(page.form().visit().further == core::FurtherScores());
}

void TestVisitScores::goalsOfLastTimeAreWrittenOnceJudged() {
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Goal 1, attainment: 0, as expected"));
    QVERIFY((page.form().visit().further.goals == std::vector<core::Goal>{{"Walk to the shop", 1, 1, 0}}));
    const QString text = visibleText(page.form());
    QVERIFY2(text.contains(QStringLiteral("T 50, goals judged: 1 (SCL-7)")), qPrintable(text));
    // SCL-9: nothing but the goals can be compared.
    QVERIFY2(text.contains(QStringLiteral("Responder: goals T 40 at baseline, 50 now")), qPrintable(text));
    click(page, QStringLiteral("Save visit"));
    QTRY_COMPARE(clinic.record().visits.size(), std::size_t(2));
    QCOMPARE(clinic.record().visits.back().further.goals.size(), std::size_t(1));
}

void TestVisitScores::keysChooseTheAttainment() {
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    named<QAbstractButton>(page, QStringLiteral("Goal 2, attainment: minus 2, much less than expected"))->setFocus();
    keys(page, "2");
    QCOMPARE(page.form().visit().further.goals.front().attainment, std::optional(2));
    keys(page, "-");
    QCOMPARE(page.form().visit().further.goals.front().attainment, std::optional(-2));
    keys(page, "1-");
    QCOMPARE(page.form().visit().further.goals.front().attainment, std::optional(-1));
    keys(page, "3"); // no attainment: nothing changes
    QCOMPARE(page.form().visit().further.goals.front().attainment, std::optional(-1));
}

void TestVisitScores::goalsAreRefusedInPlace_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("judged without words") << QString() << QStringLiteral("Write the goal that is judged here.");
    QTest::newRow("twice") << QStringLiteral(" Walk to the shop ") << QStringLiteral("This goal stands there twice.");
}

void TestVisitScores::goalsAreRefusedInPlace() {
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    choose(page, QStringLiteral("Goal 1, attainment: 0, as expected"));
    type(*named<QLineEdit>(page, QStringLiteral("Goal 3")), text, false);
    choose(page, QStringLiteral("Goal 3, attainment: plus 1, more than expected"));
    click(page, QStringLiteral("Save visit"));
    QVERIFY2(visibleText(page.form()).contains(words), qPrintable(visibleText(page.form())));
    QVERIFY(named<QLineEdit>(page, QStringLiteral("Goal 3"))->hasFocus());
    QVERIFY(page.isWriting());
    QCOMPARE(clinic.record().visits.size(), std::size_t(1));
}

void TestVisitScores::walksAreComparedWithTheBaseline() {
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    type(*named<SecondsEdit>(page, QStringLiteral("10 m walk, comfortable pace")), QStringLiteral("12,5"));
    type(*named<SecondsEdit>(page, QStringLiteral("25-foot walk, fast but safe")), QStringLiteral("9"));
    const QString text = visibleText(page.form());
    QVERIFY2(text.contains(QStringLiteral("0.8 m/s · last time 0.5 m/s · baseline 0.5 m/s: better, and it matters")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("9 s · last time 10 s · baseline 10 s: no change that matters")),
             qPrintable(text));
    QCOMPARE(page.form().visit().further.tenMetreHundredths, std::optional(1250));
    QCOMPARE(page.form().visit().further.twentyFiveFootHundredths, std::optional(900));
}

void TestVisitScores::originalAshworthTakesOneKeyACell() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    cards(page).add(FurtherScoreCards::Scale::ashworth);
    named<QAbstractButton>(page, QStringLiteral("Hip adductors, left, original Ashworth: 0"))->setFocus();
    keys(page, "34+5"); // neither 1+ nor 5 is a level of this scale
    const core::Visit visit = page.form().visit();
    QVERIFY((visit.further.ashworth ==
             std::vector<core::AshworthScore>{{"hip-adductors", Side::left, 3}, {"hip-adductors", Side::right, 4}}));
    QVERIFY(visit.mas.empty()); // SCL-2: never mixed
    QVERIFY(visibleText(page.form()).contains(QStringLiteral("No muscle group scored yet")));
}

void TestVisitScores::mistypedValueIsRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const QString walk = QStringLiteral("10 m walk, comfortable pace");
    QTest::newRow("no time") << walk << QStringLiteral("0") << QStringLiteral("Type a value from 0.01 to 600");
    QTest::newRow("a minute mark") << walk << QStringLiteral("1:20") << QStringLiteral("Expected: s");
    QTest::newRow("too fine") << walk << QStringLiteral("12.3456") << QStringLiteral("decimal");
    QTest::newRow("quality 6") << QStringLiteral("Tardieu, Hamstrings, left: V1") << QStringLiteral("6")
                               << QStringLiteral("Type a value from 0 to 5");
    QTest::newRow("half an angle") << QStringLiteral("Tardieu, Hamstrings, left: R1, degrees") << QStringLiteral("12.5")
                                   << QStringLiteral("is not a whole number");
    QTest::newRow("no joint") << QStringLiteral("Tardieu, Hamstrings, left: R2, degrees") << QStringLiteral("181")
                              << QStringLiteral("Type a value from -180 to 180");
}

void TestVisitScores::mistypedValueIsRefused() {
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    PatientWindow clinic(allScales);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    auto* edit = named<TypedEdit>(page, field);
    type(*edit, typed, false);
    click(page, QStringLiteral("Save visit"));
    QVERIFY2(visibleText(page.form()).contains(words), qPrintable(visibleText(page.form())));
    QCOMPARE(edit->text(), typed);
    QVERIFY(edit->hasFocus());
    QVERIFY(page.isWriting());
    QCOMPARE(clinic.record().visits.size(), std::size_t(1));
}

void TestVisitScores::savedVisitShowsItsScalesOnly() {
    PatientWindow clinic([](PatientWindow& window, app::Session& session) {
        allScales(window, session);
        core::Visit later = storedVisit(window.patient);
        later.on = date("2026-11-09");
        later.further = {};
        later.further.goals = {{"Walk to the shop", 1, 1, 1}};
        QVERIFY(app::saveVisit(session, later));
    });
    VisitsPage& page = visits(clinic);
    QVERIFY(!page.isWriting());
    const auto shown = [&page] {
        QStringList texts;
        for (const QLineEdit* edit : cards(page).findChildren<QLineEdit*>())
            if (edit->isVisible() && !edit->text().isEmpty()) {
                texts << edit->text();
                if (!edit->isReadOnly())
                    texts << QStringLiteral("can be written");
            }
        return texts;
    };
    QCOMPARE(shown(), QStringList{QStringLiteral("Walk to the shop")});
    QVERIFY(!button(page, QStringLiteral("Add scale"))->isVisible());
    click(page, QStringLiteral("New visit"));
    QVERIFY(shown().isEmpty() == false);
    QVERIFY(page.form().visit().further == core::FurtherScores());
}

void TestVisitScores::bodyShowsTheLevelsAndChooses() {
    PatientWindow clinic(onSixty);
    VisitsPage& page = visits(clinic);
    click(page, QStringLiteral("New visit"));
    QVERIFY(page.findChild<BodyPicture*>() == nullptr); // not built before it is asked for
    choose(page, QStringLiteral("Hip adductors, left: 1 plus"));
    button(page, QStringLiteral("Body picture"))->click();
    auto* body = page.findChild<BodyPicture*>();
    QVERIFY(body != nullptr && body->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(body->accessibleDescription(), QStringLiteral("Hip adductors, left: 1+"));
    const auto press = [body](const char* group, Side side) {
        QTest::mouseClick(body, Qt::LeftButton, {}, body->middleOf(group, side)->toPoint());
    };
    press("hamstrings", Side::right);
    QCOMPARE(page.window()->focusWidget(), named<QAbstractButton>(page, QStringLiteral("Hamstrings, right: 0")));
    keys(page, "2");
    QCOMPARE(body->accessibleDescription(), QStringLiteral("Hip adductors, left: 1+; Hamstrings, right: 2"));
    // A group that the table does not show yet gets its row.
    press("wrist-flexors", Side::left);
    QCOMPARE(page.window()->focusWidget(), named<QAbstractButton>(page, QStringLiteral("Wrist flexors, left: 0")));
    // The patient's left is at the right; every group of the table has its place, and no two the same.
    QVERIFY(body->middleOf("hamstrings", Side::left)->x() > body->middleOf("hamstrings", Side::right)->x());
    for (const content::MuscleGroup& group : catalogue().muscleGroups())
        for (const Side side : {Side::left, Side::right}) {
            const auto middle = body->middleOf(group.code, side);
            QVERIFY2(middle, group.code.c_str());
            QVERIFY2((body->placeAt(*middle) == BodyPicture::Place{group.code, side}), group.code.c_str());
        }
    QVERIFY(!body->placeAt(QPointF(1, 1)));
}

QTEST_MAIN(TestVisitScores)
#include "tst_visit_scores.moc"
