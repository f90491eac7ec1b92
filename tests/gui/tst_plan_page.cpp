// The Plan page under a person's hands: what is mistyped is refused in its field, what is edited can be undone, what is
// drafted is never lost, and nothing becomes the plan that still owes an answer.
#include "gui/alternatives_model.h"
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/findings_panel.h"
#include "gui/finish_dialog.h"
#include "gui/number_edit.h"
#include "gui/plan_change_dialog.h"
#include "gui/plan_controls.h"
#include "gui/plan_page.h"
#include "gui/product_picker.h"
#include "gui/step_model.h"
#include "patient_window.h"
#include "plan_values.h"
#include "wording/messages.h"

#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QUndoStack>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

PlanPage& planPage(PatientWindow& clinic) {
    return clinic.page<PlanPage>(PageId::plan);
}

PlanControls& controls(PlanPage& page) {
    return *page.findChild<PlanControls*>();
}

const core::Plan& plan(PlanPage& page) {
    return page.draft().draft().plan;
}

// The words below a field, where they can be seen.
QString noteOf(const TypedEdit& edit) {
    for (const QWidget* at = &edit; at; at = at->parentWidget())
        if (const auto* field = qobject_cast<const Field*>(at))
            return field->note().isVisible() ? field->note().text() : QString();
    return {};
}

void pick(QWidget& parent, const QString& name, const QString& text) {
    auto* box = named<QComboBox>(parent, name);
    QVERIFY(box);
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

QTableView& steps(PlanPage& page) {
    return *named<QTableView>(page, QStringLiteral("Steps of the plan"));
}

// Types into a cell of the step table as after F2; the editor, if it stays open.
TypedEdit* typeInCell(PlanPage& page, int row, StepModel::Column column, const QString& text) {
    QTableView& table = steps(page);
    const auto* model = page.findChild<StepModel*>();
    const QModelIndex index = model->index(row, model->columnOf(column));
    table.setFocus();
    table.setCurrentIndex(index);
    table.edit(index);
    auto* editor = table.viewport()->findChild<TypedEdit*>();
    if (!editor)
        return nullptr;
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return table.viewport()->findChild<TypedEdit*>();
}

// A taper with checks that ask for a reason.
void makeSteep(PlanPage& page) {
    type(*named<PercentEdit>(controls(page), QStringLiteral("Reduce by")), QStringLiteral("25"));
    type(*named<WholeNumberEdit>(controls(page), QStringLiteral("Every, days")), QStringLiteral("3"));
}

void answerAll(QDialog& finish) {
    for (FindingCard* card : finish.findChildren<FindingCard*>())
        for (QLineEdit* reason : card->findChildren<QLineEdit*>())
            type(*reason, QStringLiteral("Agreed with the patient"), false);
    for (QLineEdit* reason : finish.findChildren<QLineEdit*>())
        if (reason->text().isEmpty() && reason->isVisible())
            type(*reason, QStringLiteral("Wishes to stop"), false);
}

} // namespace

class TestPlanPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mistypedValueIsRefusedInItsField_data();
    void mistypedValueIsRefusedInItsField();
    void mistypedTitrationValueIsRefused_data();
    void mistypedTitrationValueIsRefused();
    void whatThePlannerRefusesCannotBeFinished();
    void whatIsTypedCountsWithoutEnter();
    void halfTypedTextOutlivesAReload();
    void eachEditIsUndoneAndRedone();
    void sameValueAgainIsNoEdit();
    void sliderMovesAreOneUndo();
    void anotherProtocolKeepsTheGoalThatWasTyped();
    void everyTextOfAStepIsShownWhole();
    void tabletsAreChosen();
    void alternativeIsUsed();
    void doseCellFollows();
    void doseThatCannotBeMadeIsRefusedInWords();
    void cellThatCannotBeReadStaysOpen();
    void lengthOfAStepMovesWhatFollows();
    void reasonsAreCounted();
    void reasonFallsWithItsInputs();
    void missingValueLeadsToThePatient();
    void draftOutlivesACrash();
    void draftWaitsWhileAnotherPatientIsOpen();
    void newPlanAsksBeforeItReplacesADraft();
    void discardAsksFirst();
    void changeNeedsAReason_data();
    void changeNeedsAReason();
    void changeOutsideThePlanIsRefused_data();
    void changeOutsideThePlanIsRefused();
    void finishOwesReasons();
    void enterNeverMakesAPlan();
    void escapeIsBackAndKeepsWhatWasWritten();
    void onlyAStopHasALastDose_data();
    void onlyAStopHasALastDose();
    void draftIsKeptFromTheFinishPage();
    void checkLeadsToItsStep();
    void hardLimitCannotBePassed();
    void planMadeMeanwhileIsNotOverwritten();
    void readOnlyClinicSaysSoAndLosesNothing();
    void planInForceShowsItsReasons();
};

void TestPlanPage::mistypedValueIsRefusedInItsField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* typed, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(typed) << QString::fromUtf8(words);
    };
    row("no such day", "First day", "31-Feb-2027", "Type a date such as 09-Dec-2026");
    row("no date", "First day", "soon", "Type a date such as 09-Dec-2026");
    row("two-digit year", "First day", "01-Dec-26", "Type a date such as 09-Dec-2026");
    row("day or month", "First day", "03/04/2027", "Apr");
    row("empty date", "First day", "", "Enter a value");
    row("percent 0", "Reduce by", "0", "Type a value from 1 to 100");
    row("percent 101", "Reduce by", "101", "Type a value from 1 to 100");
    row("percent in words", "Reduce by", "ten", "is not a whole number");
    row("percent as mg", "Reduce by", "10 mg", "mg");
    row("interval 0", "Every, days", "0", "Type a value from 1 to 365");
    row("interval 366", "Every, days", "366", "Type a value from 1 to 365");
    row("interval half", "Every, days", "3.5", "is not a whole number");
    row("interval empty", "Every, days", "", "Enter a value");
    row("dose in words", "From", "sixty", "is not a number");
    row("dose in grams", "From", "1 g", "mg");
    row("dose with thousands", "From", "1.000", "can be read in two ways");
    row("dose below nothing", "From", "-5", "-5");
    row("six doses too many", "Doses a day", "9", "Type a value from 1 to");
    row("no doses", "Doses a day", "0", "Type a value from 1 to");
    row("final dose", "Last dose before 0", "five", "is not a number");
}

void TestPlanPage::mistypedValueIsRefusedInItsField() {
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    TypedEdit* edit = field == QStringLiteral("Reduce by") ? named<PercentEdit>(controls(page), field)
                                                           : named<TypedEdit>(controls(page), field);
    QVERIFY(edit);
    type(*edit, typed);
    QVERIFY2(noteOf(*edit).contains(words), qPrintable(noteOf(*edit)));
    QCOMPARE(edit->text(), typed); // nothing is clamped
    QCOMPARE(plan(page), before);
    QCOMPARE(page.undoStack()->count(), 0);
    // Such a plan cannot be finished or printed, and the words stay.
    page.finish();
    page.preview();
    QVERIFY(clinic.dialogs.asked.isEmpty());
    QVERIFY(!noteOf(*edit).isEmpty());
}

void TestPlanPage::mistypedTitrationValueIsRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* typed, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(typed) << QString::fromUtf8(words);
    };
    row("start", "Start with", "a few", "is not a number");
    row("increment", "Increase by", "5 mcg", "mg");
    row("goal", "To", "60 pills", "mg");
    row("goal empty", "To", "", "Enter a value");
    row("first day", "First day", "29-Feb-2027", "Type a date such as 09-Dec-2026");
}

void TestPlanPage::mistypedTitrationValueIsRefused() {
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    PatientWindow clinic;
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    const core::Plan before = plan(page);
    auto* edit = named<TypedEdit>(controls(page), field);
    QVERIFY(edit);
    type(*edit, typed);
    QVERIFY2(noteOf(*edit).contains(words), qPrintable(noteOf(*edit)));
    QCOMPARE(edit->text(), typed);
    QCOMPARE(plan(page), before);
}

void TestPlanPage::whatThePlannerRefusesCannotBeFinished() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    pick(controls(page), QStringLiteral("Goal"), QStringLiteral("Lower dose"));
    auto* goal = named<DailyDoseEdit>(controls(page), QStringLiteral("To"));
    type(*goal, QStringLiteral("70"));
    const core::Plan before = plan(page);
    QVERIFY(before.taper()->goal < daily("60"));
    QVERIFY(controls(page).hasProblem());
    const QString text = visibleText(controls(page));
    QVERIFY2(text.contains(wording::sentence({core::ErrorCode::goalNotBelowStart, {}, {}}).left(20)), qPrintable(text));
    page.finish(); // the fields do not show the plan that would be made
    QVERIFY(clinic.dialogs.asked.isEmpty());
    type(*goal, QStringLiteral("30"));
    QVERIFY(!controls(page).hasProblem());
    QCOMPARE(plan(page).taper()->goal, daily("30"));
}

void TestPlanPage::whatIsTypedCountsWithoutEnter() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    type(*named<PercentEdit>(controls(page), QStringLiteral("Reduce by")), QStringLiteral("15"), false);
    clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); });
    page.finish(); // by its shortcut: the field is still in focus
    QCOMPARE(plan(page).taper()->percent, core::Percent::of(15));
}

void TestPlanPage::halfTypedTextOutlivesAReload() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    auto* edit = named<DateEdit>(controls(page), QStringLiteral("First day"));
    type(*edit, QStringLiteral("14-De"), false);
    page.setRecord(clinic.window->record()); // something else was saved meanwhile
    QCOMPARE(edit->text(), QStringLiteral("14-De"));
}

void TestPlanPage::eachEditIsUndoneAndRedone() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    std::vector<core::Plan> plans{plan(page)};
    QVERIFY(!button(page, QStringLiteral("Undo"))->isEnabled());
    type(*named<PercentEdit>(controls(page), QStringLiteral("Reduce by")), QStringLiteral("20"));
    plans.push_back(plan(page));
    QVERIFY(button(page, QStringLiteral("Undo"))->isEnabled());
    QVERIFY(!button(page, QStringLiteral("Redo"))->isEnabled());
    pick(controls(page), QStringLiteral("Of"), QStringLiteral("current dose"));
    plans.push_back(plan(page));
    type(*named<WholeNumberEdit>(controls(page), QStringLiteral("Every, days")), QStringLiteral("10"));
    plans.push_back(plan(page));
    type(*named<DateEdit>(controls(page), QStringLiteral("First day")), QStringLiteral("07-Dec-2026"));
    plans.push_back(plan(page));
    choose(controls(page), QStringLiteral("Larger dose: evening"));
    plans.push_back(plan(page));
    pick(controls(page), QStringLiteral("Of"), QStringLiteral("fixed mg"));
    plans.push_back(plan(page));
    for (std::size_t i = 1; i < plans.size(); ++i)
        QVERIFY2(plans[i] != plans[i - 1], qPrintable(QString::number(i)));
    for (std::size_t i = plans.size() - 1; i > 0; --i) {
        page.undo();
        QCOMPARE(plan(page), plans[i - 1]);
    }
    QVERIFY(!page.undoStack()->canUndo());
    QVERIFY(!button(page, QStringLiteral("Undo"))->isEnabled());
    QVERIFY(button(page, QStringLiteral("Redo"))->isEnabled());
    QCOMPARE(named<PercentEdit>(controls(page), QStringLiteral("Reduce by"))->value(), plans[0].taper()->percent);
    for (std::size_t i = 1; i < plans.size(); ++i) {
        page.redo();
        QCOMPARE(plan(page), plans[i]);
    }
    QVERIFY(!page.undoStack()->canRedo());
    QCOMPARE(named<DateEdit>(controls(page), QStringLiteral("First day"))->text(), QStringLiteral("07-Dec-2026"));
}

void TestPlanPage::everyTextOfAStepIsShownWhole() {
    PatientWindow clinic;
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    // Three sorts of pieces a day, review gates and reviews: the longest texts there are.
    pick(controls(page), QStringLiteral("Protocol"), QStringLiteral("Adult, very slow"));
    type(*named<DailyDoseEdit>(controls(page), QStringLiteral("To")), QStringLiteral("50"));
    auto* table = named<QTableView>(page, QStringLiteral("Steps of the plan"));
    QCoreApplication::processEvents();
    QVERIFY(!table->horizontalScrollBar()->isVisible());
    const int margin = 2 * (table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QString text = table->model()->index(row, column).data().toString();
            const QSize wanted = table->fontMetrics().size(0, text);
            QVERIFY2(wanted.width() + margin <= table->columnWidth(column) && wanted.height() <= table->rowHeight(row),
                     qPrintable(QStringLiteral("row %1: %2").arg(row + 1).arg(text)));
        }
}

void TestPlanPage::anotherProtocolKeepsTheGoalThatWasTyped() {
    PatientWindow clinic;
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    const core::DailyDose proposed = plan(page).titration()->goal;
    pick(controls(page), QStringLiteral("Protocol"), QStringLiteral("Adult, sensitive"));
    QCOMPARE(plan(page).titration()->goal, proposed); // nobody typed one: each protocol proposes its own
    type(*named<DailyDoseEdit>(controls(page), QStringLiteral("To")), QStringLiteral("50"));
    pick(controls(page), QStringLiteral("Protocol"), QStringLiteral("Adult, very slow"));
    QCOMPARE(plan(page).titration()->protocol->id, std::string("ORAL-ADULT-VERY-SLOW"));
    QCOMPARE(plan(page).titration()->increment, daily("2.5"));
    QCOMPARE(plan(page).titration()->goal, daily("50"));
}

void TestPlanPage::sameValueAgainIsNoEdit() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const QString same = QString::number(plan(page).taper()->percent.whole());
    type(*named<PercentEdit>(controls(page), QStringLiteral("Reduce by")), same);
    QCOMPARE(page.undoStack()->count(), 0);
}

void TestPlanPage::sliderMovesAreOneUndo() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    auto* slider = named<QSlider>(controls(page), QStringLiteral("Reduce by, percent"));
    slider->setFocus();
    for (int percent = slider->value() + 1; percent <= 25; ++percent)
        QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(plan(page).taper()->percent, core::Percent::of(25));
    QCOMPARE(named<PercentEdit>(controls(page), QStringLiteral("Reduce by"))->text(), QStringLiteral("25 %"));
    QCOMPARE(page.undoStack()->count(), 1);
    page.undo();
    QCOMPARE(plan(page), before);
    QCOMPARE(slider->value(), before.taper()->percent.whole());
}

void TestPlanPage::tabletsAreChosen() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    auto* picker = page.findChild<ProductPicker*>();
    QCOMPARE(picker->text(), QStringLiteral("10 mg tablet, may be halved"));
    const auto trigger = [picker](const QString& text, int occurrence) {
        Q_EMIT picker->menu()->aboutToShow();
        int seen = 0;
        for (QAction* action : picker->menu()->actions())
            if (action->text().trimmed().startsWith(text) && seen++ == occurrence) {
                action->trigger();
                return;
            }
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    };
    trigger(QStringLiteral("may be halved"), 0); // 10 mg whole only: a quantum of 10 mg
    QCOMPARE(plan(page).products.quantum(), dose("10"));
    for (const core::Step& step : plan(page).steps)
        for (int i = 0; i < step.split.dosesPerDay(); ++i)
            QCOMPARE(step.split.at(i).inNanograms() % dose("10").inNanograms(), 0);
    trigger(QStringLiteral("5 mg tablet"), 0);
    QCOMPARE(plan(page).products.quantum(), dose("5"));
    page.undo();
    page.undo();
    QCOMPARE(picker->text(), QStringLiteral("10 mg tablet, may be halved"));
    // The last product stays until another is there.
    trigger(QStringLiteral("10 mg tablet"), 0);
    QVERIFY(plan(page).products.hasProducts());
}

void TestPlanPage::alternativeIsUsed() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    auto* table = named<QTableView>(page, QStringLiteral("Comparison with other plans"));
    const auto* model = qobject_cast<const AlternativesModel*>(table->model());
    QVERIFY(model->at(0).chosen);
    const core::PlanInputs wanted = model->at(1).inputs;
    const core::Plan before = plan(page);
    const auto clickOn = [table](int row) {
        const QModelIndex index = table->model()->index(row, AlternativesModel::choice);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    };
    clickOn(0); // the one chosen already
    QCOMPARE(page.undoStack()->count(), 0);
    clickOn(1);
    QCOMPARE(plan(page).inputs, wanted);
    page.undo();
    QCOMPARE(plan(page), before);
    table->setFocus();
    table->setCurrentIndex(model->index(1, AlternativesModel::name));
    QTest::keyClick(table, Qt::Key_Return); // by keyboard
    QCOMPARE(plan(page).inputs, wanted);
}

void TestPlanPage::doseCellFollows() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    QVERIFY(!typeInCell(page, 1, StepModel::Column::dose, QStringLiteral("10")));
    QVERIFY(plan(page) != before);
    QCOMPARE(plan(page).steps[0], before.steps[0]);
    QCOMPARE(plan(page).steps[1].split.at(0), dose("10"));
    QVERIFY(core::isContiguous(plan(page).steps));
    page.undo();
    QCOMPARE(plan(page), before);
}

void TestPlanPage::doseThatCannotBeMadeIsRefusedInWords() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    typeInCell(page, 1, StepModel::Column::dose, QStringLiteral("12.5"));
    QCOMPARE(plan(page), before);
    QCOMPARE(page.undoStack()->count(), 0);
    const QString text = visibleText(page);
    QVERIFY2(text.contains(QStringLiteral("12.5 mg cannot be made from the chosen products.")), qPrintable(text));
    // The next edit that can be made takes the words away.
    typeInCell(page, 1, StepModel::Column::dose, QStringLiteral("10"));
    QVERIFY(!visibleText(page).contains(QStringLiteral("cannot be made")));
}

void TestPlanPage::cellThatCannotBeReadStaysOpen() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    TypedEdit* editor = typeInCell(page, 1, StepModel::Column::days, QStringLiteral("0"));
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("0"));
    QVERIFY(visibleText(page).contains(QStringLiteral("Type a value from 1 to 365")));
    QCOMPARE(plan(page), before);
    QTest::keyClick(editor, Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!visibleText(page).contains(QStringLiteral("Type a value from 1 to 365")));
    QCOMPARE(plan(page), before);
}

void TestPlanPage::lengthOfAStepMovesWhatFollows() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan before = plan(page);
    const int days = before.steps[1].span.days();
    QVERIFY(!typeInCell(page, 1, StepModel::Column::days, QString::number(days + 7)));
    QCOMPARE(plan(page).steps[1].span.days(), days + 7);
    QCOMPARE(*plan(page).stopDate(), *before.stopDate() + 7);
    QVERIFY(core::isContiguous(plan(page).steps));
}

void TestPlanPage::reasonsAreCounted() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    const auto owed = static_cast<int>(page.draft().owed().size());
    QVERIFY(owed > 0);
    auto* panel = page.findChild<FindingsPanel*>();
    QVERIFY(visibleText(*panel).contains(QStringLiteral("Checks · %1 to answer").arg(owed)));
    for (int i = 0; i < panel->cardCount(); ++i)
        if (panel->card(i)->finding().action == core::Action::blockOverridable) {
            QPushButton* give = button(*panel->card(i), QStringLiteral("Give a reason…"));
            QTest::mouseClick(give, Qt::LeftButton);
            auto* reason = panel->card(i)->findChild<QLineEdit*>();
            QTest::keyClicks(reason, QStringLiteral("Side effects"));
            QCOMPARE(reason->text(), QStringLiteral("Side effects")); // the card stays while it is typed in
        }
    QCOMPARE(page.draft().owed().size(), std::size_t(0));
    QVERIFY(!visibleText(*panel).contains(QStringLiteral("to answer")));
    // Another plan owes again; back at this one the reasons hold.
    page.undo();
    page.redo();
    QCOMPARE(page.draft().owed().size(), std::size_t(0));
}

void TestPlanPage::reasonFallsWithItsInputs() {
    app::PatientForm form = completeForm("Kowalski");
    form.newCreatinines = {{date("2026-11-14"), 2'500, core::CreatinineUnit::mgPerDl, false}}; // R4: a reason is owed
    PatientWindow clinic({}, form);
    click(planPage(clinic), QStringLiteral("New titration"));
    auto* panel = planPage(clinic).findChild<FindingsPanel*>();
    for (int i = 0; i < panel->cardCount(); ++i)
        if (panel->card(i)->finding().action == core::Action::blockOverridable) {
            QTest::mouseClick(button(*panel->card(i), QStringLiteral("Give a reason…")), Qt::LeftButton);
            for (QLineEdit* line : panel->card(i)->findChildren<QLineEdit*>())
                QTest::keyClicks(line, QStringLiteral("Dr B. Roy agrees"));
        }
    QVERIFY(!planPage(clinic).draft().draft().overrides.empty());
    QCOMPARE(planPage(clinic).draft().owed().size(), std::size_t(0));

    // Another window on the same file finds the reasons with the draft.
    planPage(clinic).keepDraft();
    clinic.open();
    QVERIFY(planPage(clinic).draft().isOpen());
    QCOMPARE(planPage(clinic).draft().owed().size(), std::size_t(0));

    // The kidney is measured again: the reason was given for another value.
    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Creatinine")), QStringLiteral("2.9 mg/dL"), false);
        click(dialog, QStringLiteral("Save changes"));
        return dialog.result();
    });
    clinic.window->editPatient();
    QVERIFY(planPage(clinic).draft().owed().size() > 0);
    panel = planPage(clinic).findChild<FindingsPanel*>();
    QVERIFY(visibleText(*panel).contains(QStringLiteral("to answer")));
}

void TestPlanPage::missingValueLeadsToThePatient() {
    app::PatientForm form = completeForm("Kowalski");
    form.newWeights.clear();
    form.newCreatinines.clear();
    PatientWindow clinic({}, form);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    QSignalSpy requested(&page, &PatientPage::patientEditRequested);
    auto* panel = page.findChild<FindingsPanel*>();
    FindingCard* grey = nullptr;
    for (int i = 0; i < panel->cardCount() && !grey; ++i)
        if (!panel->card(i)->finding().assessed)
            grey = panel->card(i);
    QVERIFY(grey);
    QVERIFY(visibleText(*grey).contains(QStringLiteral("Not assessed")));
    clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); }); // the patient form
    QTest::mouseClick(button(*grey, QStringLiteral("Enter it…")), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QVERIFY(!requested.front().front().toString().isEmpty());
    QVERIFY(clinic.dialogs.isDone());
    QVERIFY(page.draft().isOpen());
}

void TestPlanPage::draftOutlivesACrash() {
    PatientWindow clinic(onSixty);
    core::Plan drafted;
    std::vector<core::Override> reasons;
    {
        PlanPage& page = planPage(clinic);
        click(page, QStringLiteral("New taper"));
        makeSteep(page);
        page.draft().setReason(page.draft().owed().front(), QStringLiteral("Side effects"), "Dr A. Weber",
                               "2026-11-22T10:00:00.000Z");
        drafted = plan(page);
        reasons = page.draft().draft().overrides;
        // Within two seconds, by itself.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto kept = app::loadDraft(*clinic.window->session(), clinic.patient);
                return kept && *kept && (*kept)->plan == drafted && (*kept)->overrides == reasons;
            }(),
            2000);
    }
    // The files as a crash leaves them: nothing was closed.
    for (const QString& end : {QString(), QStringLiteral("-wal")})
        if (QFile::exists(clinic.path() + end))
            QVERIFY(QFile::copy(clinic.path() + end, clinic.path(QStringLiteral("crashed.lento")) + end));
    clinic.open(false, QStringLiteral("crashed.lento"));
    PlanPage& again = planPage(clinic);
    QVERIFY(again.draft().isOpen());
    QCOMPARE(plan(again), drafted);
    QCOMPARE(again.draft().draft().overrides, reasons);
    QVERIFY(visibleText(*again.findChild<FindingsPanel*>()).contains(QStringLiteral("to answer")) ==
            !again.draft().owed().empty());
}

void TestPlanPage::draftWaitsWhileAnotherPatientIsOpen() {
    core::PatientId other;
    PatientWindow clinic([&other](PatientWindow& window, app::Session& session) {
        onSixty(window, session);
        const auto added = app::addPatient(session, completeForm("Nowak", "Jan", "1970-01-01"));
        QVERIFY(added);
        other = *added;
    });
    click(planPage(clinic), QStringLiteral("New taper"));
    // Not even left with Enter.
    type(*named<PercentEdit>(controls(planPage(clinic)), QStringLiteral("Reduce by")), QStringLiteral("20"), false);
    clinic.window->openPatient(other);
    QVERIFY(!planPage(clinic).draft().isOpen());
    clinic.window->openPatient(clinic.patient);
    QVERIFY(planPage(clinic).draft().isOpen());
    QCOMPARE(plan(planPage(clinic)).taper()->percent, core::Percent::of(20));
    QVERIFY(clinic.dialogs.told.isEmpty());
}

void TestPlanPage::newPlanAsksBeforeItReplacesADraft() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    const core::Plan before = plan(page);
    for (void (PlanPage::*slot)() : {&PlanPage::newTitration, &PlanPage::newTaper, &PlanPage::hold, &PlanPage::shift}) {
        clinic.dialogs.answerConfirm(false); // from the menu, which is always there
        (page.*slot)();
        QCOMPARE(plan(page), before);
    }
    clinic.dialogs.answerConfirm(true);
    page.newTitration();
    QCOMPARE(plan(page).kind(), core::PlanKind::titration);
}

void TestPlanPage::discardAsksFirst() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    clinic.dialogs.answerConfirm(false);
    click(page, QStringLiteral("Discard draft"));
    QVERIFY(page.draft().isOpen());
    clinic.dialogs.answerConfirm(true);
    click(page, QStringLiteral("Discard draft"));
    QVERIFY(!page.draft().isOpen());
    const auto kept = app::loadDraft(*clinic.window->session(), clinic.patient);
    QVERIFY(kept && !*kept);
    QVERIFY(visibleText(page).contains(QStringLiteral("Plan 1, version 1")));
}

void TestPlanPage::changeNeedsAReason_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("verb");
    QTest::newRow("hold") << static_cast<int>(PlanChangeDialog::Kind::hold) << QStringLiteral("Draft the hold");
    QTest::newRow("step back") << static_cast<int>(PlanChangeDialog::Kind::stepBack)
                               << QStringLiteral("Draft the step back");
    QTest::newRow("shift") << static_cast<int>(PlanChangeDialog::Kind::shift) << QStringLiteral("Draft the shift");
}

void TestPlanPage::changeNeedsAReason() {
    QFETCH(const int, kind);
    QFETCH(const QString, verb);
    PatientWindow clinic(goingDown);
    PlanPage& page = planPage(clinic);
    const auto run = [&](const PatientWindow&) {
        const auto chosen = static_cast<PlanChangeDialog::Kind>(kind);
        chosen == PlanChangeDialog::Kind::hold       ? page.hold()
        : chosen == PlanChangeDialog::Kind::stepBack ? page.stepBack()
                                                     : page.shift();
    };
    clinic.dialogs.answerRun([&verb](QDialog& dialog) {
        click(dialog, verb);
        [&] {
            QVERIFY(dialog.isVisible());
            QVERIFY2(visibleText(dialog).contains(QStringLiteral("Write a reason")), qPrintable(visibleText(dialog)));
        }();
        return int(QDialog::Rejected);
    });
    run(clinic);
    QVERIFY(!page.draft().isOpen());

    clinic.dialogs.answerRun([&verb](QDialog& dialog) {
        dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Spasms at night"));
        click(dialog, verb);
        return dialog.result();
    });
    run(clinic);
    QVERIFY(page.draft().isOpen());
    QVERIFY(page.draft().draft().basedOn);
    QCOMPARE(page.draft().draft().reason, std::string("Spasms at night"));
    QVERIFY(visibleText(page).contains(QStringLiteral("Spasms at night")));
    // Days gone by cannot be edited in it.
    const auto* model = page.findChild<StepModel*>();
    QVERIFY(!model->flags(model->index(0, model->columnOf(StepModel::Column::dose))).testFlag(Qt::ItemIsEditable));
}

void TestPlanPage::changeOutsideThePlanIsRefused_data() {
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    const QString hold = QStringLiteral("Draft the hold");
    QTest::newRow("hold, past day") << hold << QStringLiteral("Hold from") << QStringLiteral("20-Nov-2026")
                                    << QStringLiteral("outside what is accepted");
    QTest::newRow("hold, no day") << hold << QStringLiteral("Hold from") << QStringLiteral("tomorrow")
                                  << QStringLiteral("Type a date such as 09-Dec-2026");
    QTest::newRow("hold, after the end") << hold << QStringLiteral("Hold from") << QStringLiteral("01-Nov-2027")
                                         << QStringLiteral("plan");
    QTest::newRow("hold, no days") << hold << QStringLiteral("For, days") << QStringLiteral("0")
                                   << QStringLiteral("Type a value from 1 to 365");
    QTest::newRow("hold, days in words") << hold << QStringLiteral("For, days") << QStringLiteral("a week")
                                         << QStringLiteral("is not a whole number");
    const QString resume = QStringLiteral("Draft the resumption");
    QTest::newRow("resume, past day") << resume << QStringLiteral("Next step on") << QStringLiteral("20-Nov-2026")
                                      << QStringLiteral("outside what is accepted");
    QTest::newRow("resume, no day") << resume << QStringLiteral("Next step on") << QStringLiteral("soon")
                                    << QStringLiteral("Type a date such as 09-Dec-2026");
    // 45 mg begins on that day: the next step would leave it out.
    QTest::newRow("resume, over a dose") << resume << QStringLiteral("Next step on") << QStringLiteral("23-Nov-2026")
                                         << QStringLiteral("from 24-Nov-2026 to 29-Nov-2026");
    QTest::newRow("resume, nothing follows")
        << resume << QStringLiteral("Next step on") << QStringLiteral("01-Nov-2027")
        << QStringLiteral("No later step follows the dose of 01-Nov-2027");
}

void TestPlanPage::changeOutsideThePlanIsRefused() {
    QFETCH(const QString, verb);
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    PatientWindow clinic(goingDown);
    PlanPage& page = planPage(clinic);
    QString seen;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Spasms at night"));
        auto* edit = named<TypedEdit>(dialog, field);
        type(*edit, typed, false);
        click(dialog, verb);
        seen = visibleText(dialog);
        return dialog.isVisible() ? int(QDialog::Rejected) : dialog.result();
    });
    verb.contains(QStringLiteral("hold")) ? page.hold() : page.resume();
    QVERIFY(!page.draft().isOpen());
    QVERIFY2(seen.contains(words), qPrintable(seen));
}

void TestPlanPage::finishOwesReasons() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        click(dialog, QStringLiteral("Make it the plan"));
        [&] {
            QVERIFY(dialog.isVisible());
            QVERIFY(visibleText(dialog).contains(QStringLiteral("Write the reason for each red check")));
            for (FindingCard* card : dialog.findChildren<FindingCard*>())
                for (QLineEdit* reason : card->findChildren<QLineEdit*>())
                    type(*reason, QStringLiteral("Side effects"), false);
            QVERIFY(!visibleText(dialog).contains(QStringLiteral("still to give")));
            click(dialog, QStringLiteral("Make it the plan"));
            QVERIFY(dialog.isVisible()); // the plan in force is replaced: why
            QVERIFY(visibleText(dialog).contains(QStringLiteral("Write why the plan is changed")));
            answerAll(dialog);
            click(dialog, QStringLiteral("Make it the plan"));
            QVERIFY(!dialog.isVisible());
        }();
        return dialog.result();
    });
    page.finish();
    QVERIFY(clinic.dialogs.told.isEmpty());
    QTRY_COMPARE(clinic.record().revisions.size(), std::size_t(2));
    const core::Revision& made = clinic.record().revisions.back();
    QCOMPARE(made.reason, std::string("Wishes to stop"));
    QVERIFY(!made.overrides.empty());
    for (const core::Override& each : made.overrides)
        QCOMPARE(each.who, std::string("Dr A. Weber"));
    QCOMPARE(clinic.window->currentPage(), PageId::overview);
}

void TestPlanPage::enterNeverMakesAPlan() {
    PatientWindow clinic;
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog); // nothing would stop it
        for (QWidget* widget : dialog.findChildren<QWidget*>())
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0) {
                widget->setFocus();
                QTest::keyClick(widget, Qt::Key_Return);
                QTest::keyClick(widget, Qt::Key_Enter);
            }
        [&] { QVERIFY(dialog.isVisible()); }();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        [&] { QVERIFY(!dialog.isVisible()); }();
        return dialog.result();
    });
    page.finish();
    QVERIFY(page.draft().isOpen());
    QVERIFY(clinic.record().revisions.empty() || clinic.record().active() == nullptr);
}

void TestPlanPage::escapeIsBackAndKeepsWhatWasWritten() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        return dialog.result();
    });
    page.finish();
    QVERIFY(page.draft().isOpen());
    QCOMPARE(page.draft().owed().size(), std::size_t(0));
    QCOMPARE(page.draft().draft().reason, std::string("Wishes to stop"));
    QVERIFY(!visibleText(*page.findChild<FindingsPanel*>()).contains(QStringLiteral("to answer")));
    QString shown;
    clinic.dialogs.answerRun([&shown](QDialog& dialog) {
        for (const QLineEdit* reason : dialog.findChildren<QLineEdit*>())
            shown += reason->text();
        return int(QDialog::Rejected);
    });
    page.finish();
    QVERIFY(shown.contains(QStringLiteral("Wishes to stop")));
    QVERIFY(shown.contains(QStringLiteral("Agreed with the patient")));
}

void TestPlanPage::onlyAStopHasALastDose_data() {
    QTest::addColumn<QString>("begin");
    QTest::addColumn<bool>("stops");
    QTest::newRow("a taper to nothing") << QStringLiteral("New taper") << true;
    QTest::newRow("a titration goes on") << QStringLiteral("New titration") << false;
}

void TestPlanPage::onlyAStopHasALastDose() {
    QFETCH(const QString, begin);
    QFETCH(const bool, stops);
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, begin);
    QString said;
    clinic.dialogs.answerRun([&said](QDialog& dialog) {
        said = visibleText(dialog);
        click(dialog, QStringLiteral("Back"));
        return dialog.result();
    });
    page.finish();
    QCOMPARE(said.contains(QStringLiteral("last dose")), stops);
    // A plan of one open step has nothing that can be counted.
    const bool counted = plan(page).steps.size() > 1;
    QCOMPARE(said.contains(QStringLiteral("\nuntil ")), !stops && counted);
}

void TestPlanPage::draftIsKeptFromTheFinishPage() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog);
        click(dialog, QStringLiteral("Keep as draft"));
        return dialog.result();
    });
    page.finish();
    QVERIFY(page.draft().isOpen());
    QCOMPARE(clinic.plansMade(), 1);
    const auto kept = app::loadDraft(*clinic.window->session(), clinic.patient);
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->plan, plan(page));
    QCOMPARE((*kept)->reason, std::string("Wishes to stop"));
    QCOMPARE((*kept)->overrides.size(), page.draft().draft().overrides.size());
}

void TestPlanPage::checkLeadsToItsStep() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    core::DoseSplit tenth = plan(page).steps[2].split;
    for (int i = 0; i < tenth.dosesPerDay(); ++i)
        tenth.set(i, i == 0 ? dose("5") : dose("0"));
    QVERIFY(page.draft().setPlan(core::changeStep(plan(page), 3, tenth, false, test::shippedNumbers()),
                                 QStringLiteral("Change a dose")));
    std::optional<int> wanted;
    clinic.dialogs.answerRun([&wanted](QDialog& dialog) {
        for (FindingCard* card : dialog.findChildren<FindingCard*>())
            if (card->finding().step && !wanted) {
                wanted = card->finding().step;
                QTest::mouseClick(button(*card, QStringLiteral("step %1").arg(*wanted)), Qt::LeftButton);
            }
        return dialog.isVisible() ? int(QDialog::Rejected) : dialog.result();
    });
    page.finish();
    QVERIFY(wanted);
    QCOMPARE(steps(page).currentIndex().row(), *wanted - 1);
}

void TestPlanPage::hardLimitCannotBePassed() {
    PatientWindow clinic;
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New titration"));
    type(*named<DailyDoseEdit>(controls(page), QStringLiteral("Increase by")), QStringLiteral("50"));
    type(*named<DailyDoseEdit>(controls(page), QStringLiteral("To")), QStringLiteral("400"));
    QVERIFY(std::ranges::any_of(page.draft().owed(), [](const core::Finding& finding) {
        return finding.action == core::Action::hard; // UNI-1
    }));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog);
        click(dialog, QStringLiteral("Make it the plan"));
        [&] {
            QVERIFY(dialog.isVisible());
            QVERIFY(visibleText(dialog).contains(QStringLiteral("cannot be overridden")));
        }();
        return int(QDialog::Rejected);
    });
    page.finish();
    QVERIFY(page.draft().isOpen());
    QVERIFY(!clinic.record().active());
}

void TestPlanPage::planMadeMeanwhileIsNotOverwritten() {
    PatientWindow clinic(onSixty);
    PlanPage& page = planPage(clinic);
    click(page, QStringLiteral("New taper"));
    const core::Plan mine = plan(page);
    clinic.activate(*clinic.window->session(), taper("2026-11-30", "60", 5, 14), products("TAB10"));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog);
        click(dialog, QStringLiteral("Make it the plan"));
        return dialog.result();
    });
    page.finish();
    QCOMPARE(clinic.dialogs.told.size(), 1);
    QCOMPARE(clinic.dialogs.told.front().code, core::ErrorCode::recordChanged);
    QVERIFY(page.draft().isOpen());
    QCOMPARE(plan(page), mine);
    QTRY_COMPARE(clinic.plansMade(), 2);
    QCOMPARE(clinic.record().active()->plan.taper()->percent, core::Percent::of(5));
}

void TestPlanPage::readOnlyClinicSaysSoAndLosesNothing() {
    PatientWindow clinic(onSixty);
    clinic.window.reset();
    clinic.open(true);
    PlanPage& page = planPage(clinic);
    page.newTaper();
    QVERIFY(page.draft().isOpen());
    const core::Plan mine = plan(page);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        answerAll(dialog);
        click(dialog, QStringLiteral("Make it the plan"));
        return dialog.result();
    });
    page.finish();
    QVERIFY(!clinic.dialogs.told.isEmpty());
    for (const core::Error& error : clinic.dialogs.told)
        QCOMPARE(error.code, core::ErrorCode::fileReadOnly);
    QVERIFY(page.draft().isOpen());
    QCOMPARE(plan(page), mine);
    QCOMPARE(clinic.plansMade(), 1);
}

void TestPlanPage::planInForceShowsItsReasons() {
    PatientWindow clinic([](PatientWindow& window, app::Session& session) {
        onSixty(window, session);
        window.today = date("2026-11-08");
        window.activate(session, taper("2026-11-09", "60", 25, 3), products("TAB10"));
        window.today = date("2026-11-10");
    });
    PlanPage& page = planPage(clinic);
    auto* panel = page.findChild<FindingsPanel*>();
    const QString text = visibleText(*panel);
    QVERIFY2(text.contains(QStringLiteral("Reason: Agreed with the patient (Dr A. Weber, ")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("to answer")));
    QVERIFY(panel->findChildren<QLineEdit*>().isEmpty()); // told, not asked
    // The first row changes from what was taken before the plan.
    const auto* model = page.findChild<StepModel*>();
    const QString change = model->index(0, model->columnOf(StepModel::Column::change)).data().toString();
    QVERIFY2(change.startsWith(QStringLiteral("−")), qPrintable(change));
    QCOMPARE(steps(page).editTriggers(), QAbstractItemView::EditTriggers(QAbstractItemView::NoEditTriggers));
    // The same checks ask again once a plan is drafted.
    click(page, QStringLiteral("New taper"));
    makeSteep(page);
    QVERIFY(!visibleText(*panel).contains(QStringLiteral("Agreed with the patient")));
}

QTEST_MAIN(TestPlanPage)
#include "tst_plan_page.moc"
