// Adverse effects as they are entered: found while one types, graded by keyboard, each term known to a translation
// (AE-1, AE-2, AE-5).
#include "clinic_window.h"
#include "gui/effect_search.h"
#include "gui/segmented.h"
#include "gui/visit_effects.h"
#include "patient_window.h"
#include "wording/sign_words.h"

#include <algorithm>
#include <set>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

using Effects = std::vector<core::AdverseEffect>;

Effects entered(const VisitEffects& form) {
    core::Visit visit;
    form.writeTo(visit);
    return visit.adverseEffects;
}

struct Shown {
    VisitEffects form{catalogue()};
    explicit Shown(const core::Visit& visit = {}) {
        form.setVisit(visit);
        form.resize(900, 500);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
    }
    // The list of terms takes the keys while it is open.
    static QWidget* typedInto(QWidget& line) {
        return QApplication::activePopupWidget() ? QApplication::activePopupWidget() : &line;
    }
    void search(const QString& words) {
        auto* line = form.findChild<EffectSearch*>();
        line->setFocus();
        for (const QChar letter : words)
            QTest::keyClick(typedInto(*line), letter.toLatin1());
        QTest::keyClick(typedInto(*line), Qt::Key_Return);
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestVisitEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatNobodyAnsweredIsNotThere();
    void searchFindsTheCommonerFirst_data();
    void searchFindsTheCommonerFirst();
    void anotherTermIsPickedFromTheList();
    void aTermIsFoundOnlyOnce();
    void gradeIsTheNextKey();
    void everyVisitAsks();
    void aGradeBelowTheLeastStays();
    void noneOfTheRestLeavesAnswersAlone();
    void whatNoTermNamesComesBack();
    void everyNameHasATranslation();
    void gradesAreSaidInWords();
    void readOnlyOffersNoSearch();
};

void TestVisitEffects::whatNobodyAnsweredIsNotThere() {
    Shown shown;
    QVERIFY(entered(shown.form).empty());
    core::Visit visit;
    visit.falls = 3;
    shown.form.writeTo(visit);
    QVERIFY(!visit.falls);
}

void TestVisitEffects::searchFindsTheCommonerFirst_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* typed, const char* code, const char* text = "") {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(code) << QString::fromLatin1(text);
    };
    row("naus", "nausea"); // AE-2
    row("HEADACHE", "headache");
    row("pressure", "hypotension");
    row("low", "hypotension"); // before "Low mood" and "Slow pulse"
    row("liver", "liver-tests-up");
    row("hiccups", "other", "hiccups");
    row("  itching feet ", "other", "itching feet");
}

void TestVisitEffects::searchFindsTheCommonerFirst() {
    QFETCH(const QString, typed);
    QFETCH(const QString, code);
    QFETCH(const QString, text);
    Shown shown;
    shown.search(typed);
    QVERIFY(entered(shown.form) == (Effects{{code.toStdString(), text.toStdString(), 1}}));
    QVERIFY(shown.form.findChild<EffectSearch*>()->text().isEmpty());
}

void TestVisitEffects::anotherTermIsPickedFromTheList() {
    Shown shown;
    auto* line = shown.form.findChild<EffectSearch*>();
    line->setFocus();
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_O, Qt::Key_W, Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(Shown::typedInto(*line), key);
    QCoreApplication::processEvents();
    QVERIFY2(entered(shown.form) == (Effects{{"low-mood", "", 1}}), qPrintable(visibleText(shown.form)));
    QVERIFY(line->text().isEmpty());
}

void TestVisitEffects::aTermIsFoundOnlyOnce() {
    Shown shown;
    shown.search(QStringLiteral("rash"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    shown.search(QStringLiteral("rash"));
    shown.search(QStringLiteral("hiccups"));
    shown.search(QStringLiteral("hiccups"));
    QVERIFY(entered(shown.form) == (Effects{{"rash", "", 3}, {"other", "hiccups", 1}}));
    shown.search(QStringLiteral("   ")); // nothing
    QCOMPARE(entered(shown.form).size(), std::size_t(2));
}

void TestVisitEffects::gradeIsTheNextKey() {
    Shown shown;
    QSignalSpy edited(&shown.form, &VisitEffects::edited);
    shown.search(QStringLiteral("fatigue"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QVERIFY(entered(shown.form) == (Effects{{"fatigue", "", 2}}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete); // a slip
    QVERIFY(entered(shown.form).empty());
}

// AE-5, VIS-2: falls, hallucinations, choking and the bladder; what counts as grade 2 at least offers no 1.
void TestVisitEffects::everyVisitAsks() {
    Shown shown;
    choose(shown.form, QStringLiteral("Falls: 1"));
    choose(shown.form, QStringLiteral("Hallucinations, grade: 1"));
    choose(shown.form, QStringLiteral("Choking, grade: 2"));
    choose(shown.form, QStringLiteral("Bladder does not empty, grade: 0"));
    QVERIFY(entered(shown.form) ==
            (Effects{{"hallucinations", "", 1}, {"urinary-retention", "", 0}, {"choking", "", 2}}));
    core::Visit visit;
    shown.form.writeTo(visit);
    QCOMPARE(visit.falls, 1);
    for (const auto* button : shown.form.findChildren<QAbstractButton*>())
        QVERIFY(button->accessibleName() != QLatin1String("Choking, grade: 1"));
}

void TestVisitEffects::aGradeBelowTheLeastStays() {
    core::Visit visit;
    visit.adverseEffects = {{"choking", "", 1}};
    Shown shown(visit);
    QVERIFY(entered(shown.form) == visit.adverseEffects);
}

void TestVisitEffects::noneOfTheRestLeavesAnswersAlone() {
    Shown shown;
    choose(shown.form, QStringLiteral("Dizziness, grade: 2"));
    click(shown.form, QStringLiteral("None of the rest"));
    core::Visit visit;
    shown.form.writeTo(visit);
    QCOMPARE(visit.falls, 0);
    QCOMPARE(visit.adverseEffects.size(), std::size_t(6)); // three usual ones, three that are asked
    for (const core::AdverseEffect& effect : visit.adverseEffects)
        QCOMPARE(effect.grade, effect.code == "dizziness" ? 2 : 0);
}

void TestVisitEffects::whatNoTermNamesComesBack() {
    core::Visit visit;
    visit.adverseEffects = {{"drowsiness", "since Monday", 1}, {"other", "hiccups", 2}, {"of-an-older-list", "", 3}};
    visit.falls = 5;
    Shown shown(visit);
    core::Visit again = visit;
    shown.form.writeTo(again);
    QVERIFY(again.adverseEffects == visit.adverseEffects);
    QCOMPARE(again.falls, 5); // the row says "2+"
}

void TestVisitEffects::everyNameHasATranslation() {
    std::set<std::string> shipped;
    for (const content::AdverseEffectKind& kind : catalogue().adverseEffects())
        shipped.insert(kind.name);
    for (const core::WithdrawalSign& sign : catalogue().withdrawalSigns())
        shipped.insert(sign.name);
    for (const core::RedFlag& flag : catalogue().redFlags())
        shipped.insert(flag.name);
    const auto names = wording::signNames();
    QVERIFY(shipped == std::set<std::string>(names.begin(), names.end()));
}

// AE-1.
void TestVisitEffects::gradesAreSaidInWords() {
    Shown shown;
    const QString text = visibleText(shown.form);
    for (const char* words :
         {"0 none", "1 mild: no limit", "2 moderate", "3 severe: limits self-care", "4 life-threatening"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    const auto* three = named<QAbstractButton>(shown.form, QStringLiteral("Weakness, grade: 3"));
    QVERIFY(three->toolTip().contains(QStringLiteral("needs attendance")));
    QVERIFY(wording::gradeText(5).isEmpty() && wording::gradeText(-1).isEmpty());
}

void TestVisitEffects::readOnlyOffersNoSearch() {
    Shown shown;
    shown.form.setReadOnly(true);
    QVERIFY(!shown.form.findChild<EffectSearch*>()->isVisible());
    QVERIFY(!button(shown.form, QStringLiteral("None of the rest"))->isVisible());
    for (const auto* control : shown.form.findChildren<SegmentedControl*>())
        QVERIFY(!control->isEnabled());
}

QTEST_MAIN(TestVisitEffects)
#include "tst_visit_effects.moc"
