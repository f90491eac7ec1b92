// The summary of a visit from the Visits page to the paper and to Documents (VIS-13).
#include "app/documents.h"
#include "app/visits.h"
#include "gui/documents_page.h"
#include "gui/print_dialog.h"
#include "gui/visits_page.h"
#include "patient_window.h"
#include "plan_values.h"

#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// 15 mg a day since 02-Nov, 5 more each week; seen on 20-Nov.
void seenWhileRising(PatientWindow& clinic, app::Session& session) {
    const core::Date now = clinic.today;
    clinic.today = date("2026-11-01");
    clinic.activate(session, titration("2026-11-02", "15", "5", 7, "40"), products("TAB10"));
    clinic.today = now;
    core::Visit visit;
    visit.patient = clinic.patient;
    visit.on = date("2026-11-20");
    visit.nrsTenths = 45;
    visit.adverseEffects = {{"drowsiness", "", 2}, {"nausea", "", 0}};
    visit.note = "Ask about the sister";
    visit.further.tenMetreHundredths = 1850;
    visit.withdrawalSigns = {{catalogue().withdrawalSigns().front().code}};
    visit.redFlags.emplace(); // asked for and absent
    QVERIFY(app::saveVisit(session, visit));
}

} // namespace

class TestVisitPrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSavedVisitIsPrintedAndRecorded() {
        PatientWindow clinic(seenWhileRising, completeForm("Lindqvist", "Erik", "1980-05-01"));
        auto& page = clinic.page<VisitsPage>(PageId::visits);
        std::optional<report::Document> printed;
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("visit.pdf")));
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            printed = qobject_cast<PrintDialog*>(&dialog)->document();
            click(dialog, QStringLiteral("Save as PDF…"));
            return dialog.result();
        });
        click(page, QStringLiteral("Print summary…"));
        QVERIFY(printed);
        const QString text = report::toText(*printed).replace(QChar::Nbsp, u' ');
        for (const char* words : {"Visit of 20-Nov-2026", "LINDQVIST, Erik", "Next review: Mon 30-Nov-2026",
                                  "Baclofen by plan: 25 mg a day", "From Mon 23-Nov-2026: 30 mg a day",
                                  "Do not stop suddenly.", "If it gets worse:", "0 to 10: 4.5", "Drowsiness (moderate)",
                                  "Walk of 10 m: 18.5 seconds", "No signs of danger"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        QVERIFY(text.contains(QStringLiteral("Signs of withdrawal: ") +
                              QString::fromStdString(catalogue().withdrawalSigns().front().name)));
        QVERIFY(!text.contains(QStringLiteral("sister")));
        QVERIFY(!text.contains(QStringLiteral("Nausea"))); // asked for and absent
        const auto prints = app::prints(*clinic.window->session(), clinic.patient);
        QVERIFY(prints && prints->size() == 1);
        QCOMPARE(prints->front().kind, std::string("visit"));
        QCOMPARE(prints->front().pages, 1);
        QVERIFY(prints->front().revision.has_value());
        const QAbstractItemModel& listed =
            *clinic.page<DocumentsPage>(PageId::documents).findChild<QTableView*>()->model();
        QCOMPARE(listed.rowCount(), 1);
        QStringList cells;
        for (int column = 0; column < listed.columnCount(); ++column)
            cells << listed.index(0, column).data().toString();
        QVERIFY2(cells.contains(QStringLiteral("Visit summary")), qPrintable(cells.join(u'|')));
    }

    void aDraftHasNothingToPrintYet() {
        PatientWindow clinic(seenWhileRising, completeForm("Lindqvist", "Erik", "1980-05-01"));
        auto& page = clinic.page<VisitsPage>(PageId::visits);
        click(page, QStringLiteral("New visit"));
        QVERIFY(!button(page, QStringLiteral("Print summary…"))->isVisible());
    }
};

QTEST_MAIN(TestVisitPrint)
#include "tst_visit_print.moc"
