// The published very slow case, from an empty clinic to the reprinted taper, through the real window (clinical-rules.md
// E3): 68 years, multiple sclerosis, drowsy at 30 mg; 2.5 mg/day more every 5 days with the larger dose in the evening
// to 50 mg/day.

#include "app/patients.h"
#include "app/planning.h"
#include "clinic_window.h"
#include "core_values.h"
#include "gui/calendar_page.h"
#include "gui/date_edit.h"
#include "gui/documents_page.h"
#include "gui/dose_edit.h"
#include "gui/finding_card.h"
#include "gui/finish_dialog.h"
#include "gui/number_edit.h"
#include "gui/overview_page.h"
#include "gui/plan_change_dialog.h"
#include "gui/plan_controls.h"
#include "gui/plan_page.h"
#include "gui/print_dialog.h"
#include "gui/step_model.h"
#include "gui/visit_form.h"
#include "gui/visits_page.h"
#include "report/document_json.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace lento;
using namespace lento::test;

namespace {

// One day of the story after another; the session asks for it each time.
core::Date storyDay = date("2026-01-04");

void pass(std::string_view iso) {
    storyDay = date(iso);
}

QPushButton* button(QWidget& parent, const QString& text) {
    for (QPushButton* each : parent.findChildren<QPushButton*>())
        if (QString(each->text()).remove(QLatin1Char('&')) == text)
            return each;
    return nullptr;
}

// The newest of that name: a form filled anew drops its old rows a moment later.
QAbstractButton* named(QWidget& parent, const QString& accessibleName) {
    QAbstractButton* found = nullptr;
    for (QAbstractButton* each : parent.findChildren<QAbstractButton*>())
        if (each->accessibleName() == accessibleName)
            found = each;
    return found;
}

void type(QLineEdit& edit, const QString& text) {
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, text);
    QTest::keyClick(&edit, Qt::Key_Return);
}

template <class Edit>
Edit* edit(QWidget& parent, const QString& accessibleName) {
    for (Edit* each : parent.findChildren<Edit*>())
        if (each->accessibleName() == accessibleName)
            return each;
    return nullptr;
}

QString split(const gui::StepModel& model, int row) {
    QStringList doses;
    for (int column = 0; column < model.columnCount(); ++column)
        if (model.columnKind(column) == gui::StepModel::Column::dose)
            doses << model.index(row, column).data().toString();
    return doses.join(QStringLiteral(" / "));
}

QString cell(const gui::StepModel& model, int row, gui::StepModel::Column kind) {
    return model.index(row, model.columnOf(kind)).data().toString();
}

} // namespace

class VerySlowCase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void titrationIsPlannedFromTheProtocol();
    void finishAsksForWhatIsOwed();
    void visitsShowFallingScores();
    void calendarIsMarkedAndPrinted();
    void taperIsPlanned();
    void taperIsHeldOnce();
    void taperIsSteppedBackOnce();
    void remainingDaysAreReprinted();
    void everythingIsStillThereAfterClosing();

private:
    gui::PlanPage& planPage() { return *qobject_cast<gui::PlanPage*>(m_window->showPage(gui::PageId::plan)); }
    const app::PatientRecord& record() { return *m_window->record(); }
    const core::Revision& inForce() { return *record().inForceOn(storyDay); }
    // Works on the Finish page as a person would: a reason for each red check and for the change.
    void answerFinish();
    void visit(std::string_view day, const QString& level, int nrs, int drowsiness);
    report::Document print(const QString& file);

    QTemporaryDir m_folder;
    AnsweringDialogs m_dialogs;
    std::unique_ptr<gui::MainWindow> m_window;
    core::PatientId m_patient;
};

void VerySlowCase::initTestCase() {
    gui::applyTheme(*qApp, gui::Appearance::light);
    app::Environment environment = fixedEnvironment();
    environment.today = [] { return storyDay; };
    const QString path = m_folder.filePath(QStringLiteral("story.lento"));
    {
        app::NewClinic clinic;
        clinic.name = "Riverside Spasticity Clinic";
        clinic.telephone = "01 555 0100";
        clinic.outOfHours = "01 555 0199";
        clinic.emergencyNumber = "112";
        clinic.prescriber = "Dr A. Weber";
        const auto session = app::Session::create(path, clinic, environment);
        QVERIFY(session);
        app::PatientForm form = completeForm("KOWALSKI", "Maria", "1957-03-12", "483 926 0175");
        form.newWeights = {{date("2025-12-20"), 68000}};
        form.newCreatinines = {{date("2025-12-20"), 600, core::CreatinineUnit::mgPerDl, false}};
        form.patient.origin = core::SpasticityOrigin::spinal;
        const auto added = app::addPatient(**session, form);
        QVERIFY(added);
        m_patient = *added;
    }
    m_window = std::make_unique<gui::MainWindow>(catalogue(), m_dialogs, environment);
    m_window->resize(1360, 860);
    m_window->show();
    QSignalSpy read(m_window.get(), &gui::MainWindow::patientsRead);
    m_window->openClinic(path);
    QTRY_COMPARE(read.size(), 1);
    m_window->openPatient(m_patient);
    QVERIFY(m_window->record());
}

void VerySlowCase::titrationIsPlannedFromTheProtocol() {
    gui::PlanPage& page = planPage();
    QTest::mouseClick(button(page, QStringLiteral("New titration")), Qt::LeftButton);
    QVERIFY(page.draft().isOpen());

    auto* controls = page.findChild<gui::PlanControls*>();
    QComboBox* protocol = nullptr;
    for (QComboBox* box : controls->findChildren<QComboBox*>())
        if (box->findData(QStringLiteral("ORAL-ADULT-VERY-SLOW")) >= 0)
            protocol = box;
    QVERIFY(protocol);
    protocol->setCurrentIndex(protocol->findData(QStringLiteral("ORAL-ADULT-VERY-SLOW")));
    Q_EMIT protocol->activated(protocol->currentIndex());
    type(*edit<gui::DateEdit>(*controls, QStringLiteral("First day")), QStringLiteral("05-Jan-2026"));
    type(*edit<gui::DailyDoseEdit>(*controls, QStringLiteral("To")), QStringLiteral("50"));

    const auto* steps = page.findChild<gui::StepModel*>();
    QCOMPARE(steps->rowCount(), 19);
    QCOMPARE(split(*steps, 0), QStringLiteral("0 / 2.5 / 2.5"));
    QCOMPARE(split(*steps, 1), QStringLiteral("2.5 / 2.5 / 2.5"));
    QCOMPARE(split(*steps, 3), QStringLiteral("2.5 / 2.5 / 7.5"));
    QCOMPARE(cell(*steps, 17, gui::StepModel::Column::from), QStringLiteral("Tue 31-Mar-2026"));
    QCOMPARE(split(*steps, 17), QStringLiteral("12.5 / 15 / 20"));
    QCOMPARE(cell(*steps, 18, gui::StepModel::Column::from), QStringLiteral("Sun 05-Apr-2026"));
    QCOMPARE(cell(*steps, 18, gui::StepModel::Column::daily), QStringLiteral("50"));

    // A dose typed into a cell changes it and what follows; Undo brings the plan back.
    const core::Plan before = page.draft().draft().plan;
    auto* model = page.findChild<gui::StepModel*>();
    QVERIFY(model->setData(model->index(1, model->columnOf(gui::StepModel::Column::dose)),
                           static_cast<qlonglong>(5 * core::nanogramsPerMilligram), Qt::EditRole));
    QCOMPARE(cell(*steps, 1, gui::StepModel::Column::daily), QStringLiteral("10"));
    QCOMPARE(cell(*steps, 2, gui::StepModel::Column::daily), QStringLiteral("12.5"));
    page.undo();
    QCOMPARE(page.draft().draft().plan, before);
}

void VerySlowCase::answerFinish() {
    m_dialogs.answerRun([](QDialog& dialog) {
        auto& finish = *qobject_cast<gui::FinishDialog*>(&dialog);
        for (gui::FindingCard* card : finish.findChildren<gui::FindingCard*>())
            for (QLineEdit* reason : card->findChildren<QLineEdit*>())
                type(*reason, QStringLiteral("Drowsy at 30 mg; seen every two weeks"));
        for (QLineEdit* reason : finish.findChildren<QLineEdit*>())
            if (reason->text().isEmpty() && reason->isVisible())
                type(*reason, QStringLiteral("As agreed with the patient"));
        QTest::mouseClick(button(finish, QStringLiteral("Make it the plan")), Qt::LeftButton);
        return finish.result();
    });
}

void VerySlowCase::finishAsksForWhatIsOwed() {
    gui::PlanPage& page = planPage();
    answerFinish();
    page.finish();
    QVERIFY2(m_dialogs.told.isEmpty(),
             m_dialogs.told.isEmpty() ? "" : qPrintable(wording::sentence(m_dialogs.told.first())));
    QVERIFY(!page.draft().isOpen());
    QTRY_COMPARE(record().revisions.size(), std::size_t(1));
    const core::Revision& revision = record().revisions.front();
    QCOMPARE(revision.status, core::RevisionStatus::active);
    QCOMPARE(revision.planNumber, 1);
    QCOMPARE(revision.version, 1);
    QCOMPARE(revision.effectiveFrom, date("2026-01-05"));
    QCOMPARE(revision.plan.steps.size(), std::size_t(19));
}

void VerySlowCase::visit(std::string_view day, const QString& level, int nrs, int drowsiness) {
    pass(day);
    auto& page = *qobject_cast<gui::VisitsPage*>(m_window->showPage(gui::PageId::visits));
    QTest::mouseClick(button(page, QStringLiteral("New visit")), Qt::LeftButton);
    QVERIFY(page.isWriting());
    gui::VisitForm& form = page.form();
    for (const QString& muscle :
         {QStringLiteral("Hip adductors"), QStringLiteral("Hamstrings"), QStringLiteral("Quadriceps")})
        for (const QString& side : {QStringLiteral("left"), QStringLiteral("right")}) {
            QAbstractButton* choice = named(form, QStringLiteral("%1, %2: %3").arg(muscle, side, level));
            QVERIFY2(choice, qPrintable(muscle + side + level));
            choice->click(); // may lie below the fold
        }
    named(form, QStringLiteral("Spasticity now, 0 to 10: %1").arg(nrs))->click();
    named(form, QStringLiteral("Drowsiness, grade: %1").arg(drowsiness))->click();
    const std::size_t before = record().visits.size();
    QTest::mouseClick(button(page, QStringLiteral("Save visit")), Qt::LeftButton);
    QVERIFY(!page.isWriting());
    QTRY_COMPARE(record().visits.size(), before + 1);
}

void VerySlowCase::visitsShowFallingScores() {
    visit("2026-01-19", QStringLiteral("3"), 8, 1);
    visit("2026-02-02", QStringLiteral("3"), 7, 0);
    visit("2026-02-16", QStringLiteral("2"), 6, 0);
    visit("2026-03-16", QStringLiteral("1 plus"), 5, 0);
    visit("2026-04-20", QStringLiteral("1"), 3, 0);
    const std::vector<core::Visit>& visits = record().visits;
    QCOMPARE(visits.size(), std::size_t(5));
    for (std::size_t i = 1; i < visits.size(); ++i) {
        const auto mean = core::masMeanThousandths(visits[i], core::MasCoding::onePlusAsOneAndAHalf);
        const auto earlier = core::masMeanThousandths(visits[i - 1], core::MasCoding::onePlusAsOneAndAHalf);
        QVERIFY(mean && earlier);
        QVERIFY(*mean <= *earlier);
    }
    QCOMPARE(core::masMeanThousandths(visits[3], core::MasCoding::onePlusAsOneAndAHalf), std::optional(1500));
    QVERIFY(qobject_cast<gui::OverviewPage*>(m_window->showPage(gui::PageId::overview)));
}

report::Document VerySlowCase::print(const QString& file) {
    std::optional<report::Document> printed;
    m_dialogs.answerSave(m_folder.filePath(file));
    m_dialogs.answerRun([&printed](QDialog& dialog) {
        auto& printing = *qobject_cast<gui::PrintDialog*>(&dialog);
        printed = printing.document();
        printing.savePdf();
        return printing.result();
    });
    m_window->printCalendar();
    return printed.value_or(report::Document());
}

void VerySlowCase::calendarIsMarkedAndPrinted() {
    auto& calendar = *qobject_cast<gui::CalendarPage*>(m_window->showPage(gui::PageId::calendar));
    calendar.select(date("2026-04-19"));
    QTableView* month = nullptr;
    for (QTableView* table : calendar.findChildren<QTableView*>())
        if (table->isVisible())
            month = table;
    QVERIFY(month);
    month->setFocus();
    QTest::keyClick(month, Qt::Key_Space);
    QTRY_COMPARE(record().diary.size(), std::size_t(1));
    QCOMPARE(record().diary.front().parts[0], core::Taken::taken);

    const report::Document document = print(QStringLiteral("titration.pdf"));
    QVERIFY(!document.pages.empty());
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("titration.pdf"))));
    QTRY_COMPARE(qobject_cast<gui::DocumentsPage*>(m_window->showPage(gui::PageId::documents))->count(), 1);
}

void VerySlowCase::taperIsPlanned() {
    pass("2026-09-06");
    gui::PlanPage& page = planPage();
    page.setRecord(m_window->record());
    QTest::mouseClick(button(page, QStringLiteral("New taper")), Qt::LeftButton);
    QVERIFY(page.draft().isOpen());
    auto* controls = page.findChild<gui::PlanControls*>();
    type(*edit<gui::PercentEdit>(*controls, QStringLiteral("Reduce by")), QStringLiteral("10"));
    type(*edit<gui::WholeNumberEdit>(*controls, QStringLiteral("Every, days")), QStringLiteral("14"));
    type(*edit<gui::DateEdit>(*controls, QStringLiteral("First day")), QStringLiteral("07-Sep-2026"));
    const core::TaperInputs& inputs = *page.draft().draft().plan.taper();
    QCOMPARE(inputs.from, core::DailyDose::milligrams(50));
    QCOMPARE(inputs.percent, core::Percent::of(10));
    QCOMPARE(inputs.intervalDays, 14);
    const auto* steps = page.findChild<gui::StepModel*>();
    QCOMPARE(cell(*steps, 0, gui::StepModel::Column::daily), QStringLiteral("45"));
    QCOMPARE(cell(*steps, steps->rowCount() - 1, gui::StepModel::Column::daily), QStringLiteral("0"));
    answerFinish();
    page.finish();
    QTRY_COMPARE(record().revisions.size(), std::size_t(2));
    QCOMPARE(record().revisions.back().planNumber, 2);
    QCOMPARE(record().revisions.front().status, core::RevisionStatus::superseded);
}

void VerySlowCase::taperIsHeldOnce() {
    pass("2026-09-25");
    m_window->openPatient(m_patient);
    const core::Revision before = inForce();
    const core::Date stop = *before.plan.stopDate();
    gui::PlanPage& page = planPage();
    m_dialogs.answerRun([](QDialog& dialog) {
        auto& change = *qobject_cast<gui::PlanChangeDialog*>(&dialog);
        change.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Rebound spasms, grade 2"));
        QTest::mouseClick(button(change, QStringLiteral("Draft the hold")), Qt::LeftButton);
        return change.result();
    });
    page.hold();
    QVERIFY(page.draft().isOpen());
    answerFinish();
    page.finish();
    QTRY_COMPARE(record().revisions.size(), std::size_t(3));
    QCOMPARE(inForce().planNumber, 2);
    QCOMPARE(inForce().version, 2);
    QCOMPARE(*inForce().plan.stopDate(), stop + 7);
    // Days gone by are what they were.
    for (core::Date day = before.effectiveFrom; day < storyDay; day = day + 1)
        QCOMPARE(inForce().plan.stepOn(day)->split, before.plan.stepOn(day)->split);
}

void VerySlowCase::taperIsSteppedBackOnce() {
    pass("2026-10-20");
    m_window->openPatient(m_patient);
    const core::DailyDose today = inForce().plan.stepOn(storyDay)->daily();
    gui::PlanPage& page = planPage();
    m_dialogs.answerRun([](QDialog& dialog) {
        auto& change = *qobject_cast<gui::PlanChangeDialog*>(&dialog);
        change.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Hallucinations with insight, grade 3"));
        QTest::mouseClick(button(change, QStringLiteral("Draft the step back")), Qt::LeftButton);
        return change.result();
    });
    page.stepBack();
    QVERIFY(page.draft().isOpen());
    answerFinish();
    page.finish();
    QTRY_COMPARE(record().revisions.size(), std::size_t(4));
    const core::Plan& plan = inForce().plan;
    QVERIFY(plan.stepOn(storyDay)->daily() > today);
    QVERIFY(core::isContiguous(plan.steps));
    QVERIFY(plan.stopDate());
}

void VerySlowCase::remainingDaysAreReprinted() {
    const report::Document document = print(QStringLiteral("taper.pdf"));
    QVERIFY(!document.pages.empty());
    const QString text = report::toText(document);
    QVERIFY2(text.contains(QStringLiteral("version 3")), qPrintable(text.left(2000)));
    QVERIFY(!text.contains(QStringLiteral("DRAFT")));

    auto& documents = *qobject_cast<gui::DocumentsPage*>(m_window->showPage(gui::PageId::documents));
    QTRY_COMPARE(documents.count(), 2);
    std::optional<report::Document> again;
    m_dialogs.answerSave(m_folder.filePath(QStringLiteral("again.pdf")));
    m_dialogs.answerRun([&again](QDialog& dialog) {
        auto& printing = *qobject_cast<gui::PrintDialog*>(&dialog);
        again = printing.document();
        printing.savePdf();
        return printing.result();
    });
    documents.printSelectedAgain();
    QVERIFY(again);
    QCOMPARE(*again, document);
}

void VerySlowCase::everythingIsStillThereAfterClosing() {
    QVERIFY(m_dialogs.told.isEmpty());
    QVERIFY(m_dialogs.isDone());
    QVERIFY(m_window->session()->verify());
    const QString path = m_folder.filePath(QStringLiteral("story.lento"));
    m_window->closeClinic();
    QSignalSpy read(m_window.get(), &gui::MainWindow::patientsRead);
    m_window->openClinic(path);
    QTRY_COMPARE(read.size(), 1);
    m_window->openPatient(m_patient);
    QCOMPARE(record().visits.size(), std::size_t(5));
    QCOMPARE(record().revisions.size(), std::size_t(4));
    QCOMPARE(record().diary.size(), std::size_t(1));
    m_window->close();
}

QTEST_MAIN(VerySlowCase)
#include "tst_very_slow_case.moc"
