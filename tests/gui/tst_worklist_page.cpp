// The worklist under a person's hands: it is where a clinic opens, items are opened, done, put off and taken back by
// mouse and keys, and a change in the record shows at once.
#include "app/demo.h"
#include "app/visits.h"
#include "gui/date_edit.h"
#include "gui/print_dialog.h"
#include "gui/put_off_dialog.h"
#include "gui/segmented.h"
#include "gui/visits_page.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "patient_window.h"
#include "storage/audit_store.h"

#include <QAbstractItemModelTester>
#include <QFileInfo>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// A window whose worklist has been read.
WorklistPage& worklist(PatientWindow& clinic) {
    clinic.window->showWorklist();
    WorklistPage& page = *clinic.window->worklist();
    for (int waited = 0; !page.isRead() && waited < 200; ++waited)
        QTest::qWait(10);
    return page;
}

QStringList rows(const WorklistPage& page) {
    QStringList texts;
    const WorklistModel& model = page.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : {WorklistModel::when, WorklistModel::patient, WorklistModel::toDo})
            cells << model.index(row, column).data().toString();
        texts << cells.join(QStringLiteral(" | "));
    }
    return texts;
}

QString title(const WorklistPage& page) {
    return visibleText(page).section(QLatin1Char('\n'), 0, 0);
}

void choose(WorklistPage& page, int row, int column = WorklistModel::patient) {
    page.table().setFocus();
    page.table().setCurrentIndex(page.model().index(row, column));
}

} // namespace

class TestWorklistPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClinicOpensInItsWorklist() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        QVERIFY(clinic.window->worklist());
        QVERIFY(clinic.window->worklist()->isVisible());
        QTRY_VERIFY(clinic.window->worklist()->isRead());
        QVERIFY(visibleText(*clinic.window->worklist()).contains(QStringLiteral("Nothing is due")));
    }

    void anEmptyClinicInvitesToAddSomebody() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        QVERIFY(!clinic.window->worklist());
    }

    void itSaysWhatIsDue() {
        PatientWindow clinic(goingDown); // 50 mg since 16-Nov-2026; today is the 22nd
        WorklistPage& page = worklist(clinic);
        QAbstractItemModelTester tester(&page.model());
        QCOMPARE(rows(page),
                 (QStringList{QStringLiteral("overdue 4 d | KOWALSKI, Maria | Call after the step to 50 mg/day"),
                              QStringLiteral("overdue 2 d | KOWALSKI, Maria | Visit during the taper"),
                              QStringLiteral("Mon 23-Nov | KOWALSKI, Maria | Step down to 45 mg/day")}));
        QVERIFY2(title(page).contains(QStringLiteral("Sun 22-Nov-2026 · 2 urgent, 0 due, 1 coming")),
                 qPrintable(title(page)));
        QVERIFY(visibleText(page).contains(QStringLiteral("Ask: ")) ||
                page.model().index(0, WorklistModel::because).data().toString().startsWith(QStringLiteral("Ask: ")));
        QCOMPARE(page.model().index(0, WorklistModel::rule).data().toString(), QStringLiteral("WDL-5"));
    }

    void aRowOpensItsPatient_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("Enter") << int(Qt::Key_Return);
        QTest::newRow("mouse") << 0;
    }
    void aRowOpensItsPatient() {
        QFETCH(const int, key);
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        choose(page, 0);
        if (key != 0)
            QTest::keyClick(&page.table(), static_cast<Qt::Key>(key));
        else
            QTest::mouseClick(page.table().viewport(), Qt::LeftButton, {},
                              page.table().visualRect(page.model().index(0, WorklistModel::open)).center());
        QVERIFY(!page.isVisible());
        QCOMPARE(clinic.window->currentPage(), PageId::overview);
        clinic.window->showWorklist();
        QVERIFY(page.isVisible());
        clinic.window->showPatients();
        QVERIFY(!page.isVisible());
    }

    void doneTakesARowAwayAndTakeBackBringsItBack() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        const QStringList before = rows(page);
        choose(page, 0);
        QTest::keyClick(&page.table(), Qt::Key_D);
        QCOMPARE(rows(page), before.mid(1));
        QVERIFY(visibleText(page).contains(QStringLiteral("Done: KOWALSKI, Maria, Call after")));
        click(page, QStringLiteral("Take back"));
        QCOMPARE(rows(page), before);
        QVERIFY(!button(page, QStringLiteral("Take back"))->isEnabled());
    }

    void doneIsAlsoACell() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        QTest::mouseClick(page.table().viewport(), Qt::LeftButton, {},
                          page.table().visualRect(page.model().index(1, WorklistModel::done)).center());
        QCOMPARE(page.model().rowCount(), 2);
        choose(page, 0, WorklistModel::done);
        QTest::keyClick(&page.table(), Qt::Key_Space);
        QCOMPARE(page.model().rowCount(), 1);
    }

    void laterHidesUntilItsDay() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        choose(page, 1);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            auto* until = dialog.findChild<DateEdit*>();
            type(*until, QStringLiteral("22-Nov-2026"), false);
            click(dialog, QStringLiteral("Put off"));
            [&] { QVERIFY(dialog.isVisible()); }(); // today is not later
            type(*until, QStringLiteral("24-Nov-2026"), false);
            click(dialog, QStringLiteral("Put off"));
            return dialog.result();
        });
        QTest::keyClick(&page.table(), Qt::Key_L);
        QVERIFY(clinic.dialogs.isDone());
        QCOMPARE(page.model().rowCount(), 2);
        QVERIFY(visibleText(page).contains(QStringLiteral("Until 24-Nov-2026: KOWALSKI, Maria")));
        clinic.today = date("2026-11-24");
        clinic.open();
        QVERIFY(rows(worklist(clinic)).join(QLatin1Char('\n')).contains(QStringLiteral("Visit during the taper")));
    }

    void laterMayBeThoughtBetterOf() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        choose(page, 1);
        clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); });
        QTest::keyClick(&page.table(), Qt::Key_L);
        QCOMPARE(page.model().rowCount(), 3);
    }

    void aVisitSavedShowsAtOnce() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        core::Visit visit;
        visit.patient = clinic.patient;
        visit.on = clinic.today;
        visit.nrsTenths = 40;
        visit.withdrawalSigns.emplace(); // WDL-5: asked for
        QVERIFY(app::saveVisit(*clinic.window->session(), visit));
        QCOMPARE(rows(page), QStringList{QStringLiteral("Mon 23-Nov | KOWALSKI, Maria | Step down to 45 mg/day")});
    }

    void whatChangedElsewhereShowsOnReturn() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        clinic.window->showPatients();
        core::Visit visit;
        visit.patient = clinic.patient;
        visit.on = clinic.today;
        visit.nrsTenths = 40;
        visit.withdrawalSigns.emplace(); // WDL-5: asked for
        QVERIFY(app::saveVisit(*clinic.window->session(), visit));
        clinic.window->showWorklist();
        QCOMPARE(page.model().rowCount(), 1);
    }

    void onlyWhatIsDueNowWhenAsked() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        for (QAbstractButton* each : page.findChildren<QAbstractButton*>())
            if (each->text() == QStringLiteral("Due now"))
                each->click();
        QCOMPARE(page.model().rowCount(), 2);
        QVERIFY(title(page).contains(QStringLiteral("1 coming"))); // the heading still counts it
    }

    void figuresSayWhereTheClinicStands() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        const QString text = visibleText(page);
        QVERIFY2(text.contains(QStringLiteral("Being tapered\n1\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Being titrated\n0\n")), qPrintable(text));
    }

    void figuresArePrintedAndRecorded() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        const QString path = clinic.path(QStringLiteral("figures.pdf"));
        QString paper;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            paper = report::toText(*qobject_cast<PrintDialog*>(&dialog)->document());
            click(dialog, QStringLiteral("Save as PDF…"));
            return dialog.result();
        });
        clinic.dialogs.answerSave(path);
        click(page, QStringLiteral("Print figures…"));
        QVERIFY(clinic.dialogs.isDone());
        QVERIFY2(clinic.dialogs.told.isEmpty(), "the print was not recorded");
        QVERIFY(QFileInfo(path).size() > 0);
        QVERIFY2(paper.contains(QStringLiteral("Being tapered")), qPrintable(paper));
        QVERIFY(!paper.contains(QStringLiteral("KOWALSKI"), Qt::CaseInsensitive)); // it names nobody
        std::string last;
        QVERIFY(clinic.window->session()->read([&last](storage::Database& database) {
            storage::AuditStore(database).forEach([&last](storage::AuditLine&& line) {
                last = line.entry.operation + ' ' + line.entry.subject;
                return true;
            });
        }));
        QCOMPARE(last, std::string("print-document clinic-figures"));
        QCOMPARE(page.model().rowCount(), 3); // and the list stands as it stood
    }

    void figuresThatNobodyPrintsLeaveNoTrace() {
        PatientWindow clinic(goingDown);
        WorklistPage& page = worklist(clinic);
        QSignalSpy changed(clinic.window->session(), &app::Session::changed);
        clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); });
        click(page, QStringLiteral("Print figures…"));
        QCOMPARE(changed.size(), 0);
    }

    void aListThatIsOnlyReadHasNoMarks() {
        PatientWindow clinic(goingDown);
        clinic.open(true);
        WorklistPage& page = worklist(clinic);
        QVERIFY(!button(page, QStringLiteral("Print figures…"))->isEnabled());
        QCOMPARE(page.model().columnCount(), int(WorklistModel::done));
        choose(page, 0);
        QTest::keyClick(&page.table(), Qt::Key_D);
        QCOMPARE(page.model().rowCount(), 3);
    }

    void closingTheClinicLeavesNothingOfIt() {
        PatientWindow clinic(goingDown);
        worklist(clinic);
        clinic.window->closeClinic();
        QVERIFY(!clinic.window->worklist());
        for (const QLabel* label : clinic.window->findChildren<QLabel*>())
            QVERIFY(!label->text().contains(QStringLiteral("kowalski"), Qt::CaseInsensitive));
    }
};

QTEST_MAIN(TestWorklistPage)
#include "tst_worklist_page.moc"
