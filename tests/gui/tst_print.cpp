// Printing under a person's hands: what cannot be read, does not add up or cannot be written is said in words, leaves
// what was there, and is not recorded; what came out is recorded once and comes out again exactly.
#include "app/documents.h"
#include "gui/date_edit.h"
#include "gui/documents_page.h"
#include "gui/page_preview.h"
#include "gui/plan_page.h"
#include "gui/print_dialog.h"
#include "patient_window.h"
#include "plan_values.h"
#include "report/document_json.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPrintDialog>
#include <QPrinter>
#include <QTableView>

#if defined(Q_OS_UNIX)
#include <csignal>
#include <sys/resource.h>
#endif

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

constexpr const char* yesterday = "yesterday's calendar";

void writeOld(const QString& path) {
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write(yesterday);
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<app::Print> recorded(PatientWindow& clinic) {
    return app::prints(*clinic.window->session(), clinic.patient).value();
}

report::ReportInput sheet(core::Plan plan) {
    report::ReportInput input;
    input.clinic.name = QStringLiteral("Test clinic");
    input.clinic.telephone = QStringLiteral("01 555 0100");
    input.clinic.prescriber = QStringLiteral("Dr A. Weber");
    input.clinic.emergencyNumber = QStringLiteral("112");
    input.patient.surname = "Kowalski";
    input.patient.given = "Maria";
    input.patient.birthDate = date("1961-03-12");
    input.sheet.plan = std::move(plan);
    input.sheet.status = core::RevisionStatus::active;
    input.printed = date("2026-11-22");
    return input;
}

PrintDialog& asPrintDialog(QDialog& dialog) {
    return *qobject_cast<PrintDialog*>(&dialog);
}

} // namespace

class TestPrint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void previewShowsEveryPage();
    void dateThatCannotBeReadIsRefused_data();
    void dateThatCannotBeReadIsRefused();
    void laterFirstDayMakesAShorterSheet();
    void endBeforeBeginningIsRefused();
    void planThatCannotBeMadeIsNotPrinted();
    void everyChoiceMakesTheDocumentAnew();
    void pdfIsRecordedOnceAndPrintedAgainExactly();
    void printerIsRecordedToo();
    void cancelRecordsNothing();
    void folderThatCannotBeWrittenIsSaid();
    void fullDiskLeavesTheOldFile();
    void draftSaysSoOnEveryPageAndHasNoRevision();
    void noPlanIsSaidBeforeAnythingOpens();
};

void TestPrint::previewShowsEveryPage() {
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(planned(taper("2026-11-23", "60", 10, 7), "TAB10")), dialogs);
    dialog.show();
    auto* preview = dialog.findChild<PagePreview*>();
    QVERIFY(dialog.document());
    QCOMPARE(preview->pageCount(), static_cast<int>(dialog.document()->pages.size()));
    QVERIFY(preview->pageCount() > 1);
    auto* earlier = named<QPushButton>(dialog, QStringLiteral("Page before"));
    auto* later = named<QPushButton>(dialog, QStringLiteral("Next page"));
    QVERIFY(!earlier->isEnabled());
    for (int page = 1; page < preview->pageCount(); ++page) {
        QTest::mouseClick(later, Qt::LeftButton);
        QCOMPARE(preview->page(), page);
        QVERIFY(visibleText(dialog).contains(QStringLiteral("page %1 of %2").arg(page + 1).arg(preview->pageCount())));
    }
    QVERIFY(!later->isEnabled());
    QVERIFY(earlier->isEnabled());
}

void TestPrint::dateThatCannotBeReadIsRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("no date") << QStringLiteral("From") << QStringLiteral("monday")
                             << QStringLiteral("Type a date such as 09-Dec-2026");
    QTest::newRow("before the plan") << QStringLiteral("From") << QStringLiteral("22-Nov-2026")
                                     << QStringLiteral("from 23-Nov-2026");
    QTest::newRow("empty") << QStringLiteral("From") << QString() << QStringLiteral("Enter a value");
    QTest::newRow("no such day") << QStringLiteral("Until") << QStringLiteral("31-Nov-2026")
                                 << QStringLiteral("Type a date such as 09-Dec-2026");
}

void TestPrint::dateThatCannotBeReadIsRefused() {
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, words);
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(planned(taper("2026-11-23", "60", 10, 7), "TAB10")), dialogs);
    dialog.show();
    auto* edit = named<DateEdit>(dialog, field);
    type(*edit, typed, false);
    // What would come out is not what is asked for.
    QVERIFY(!button(dialog, QStringLiteral("Print…"))->isEnabled());
    QVERIFY(!button(dialog, QStringLiteral("Save as PDF…"))->isEnabled());
    dialog.print();
    dialog.savePdf();
    QVERIFY(dialogs.asked.isEmpty());
    QVERIFY(!dialog.done());
    QVERIFY2(visibleText(dialog).contains(words), qPrintable(visibleText(dialog)));
    QCOMPARE(edit->text(), typed);
    type(*edit, QStringLiteral("30-Nov-2026"), false);
    QVERIFY(button(dialog, QStringLiteral("Print…"))->isEnabled());
    QVERIFY(!visibleText(dialog).contains(words));
}

void TestPrint::laterFirstDayMakesAShorterSheet() {
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(planned(taper("2026-11-23", "60", 10, 7), "TAB10")), dialogs);
    dialog.show();
    const std::size_t pages = dialog.document()->pages.size();
    type(*named<DateEdit>(dialog, QStringLiteral("From")), QStringLiteral("04-Jan-2027"), false);
    QVERIFY(dialog.document());
    QVERIFY(dialog.document()->pages.size() < pages);
    QVERIFY(!report::toText(*dialog.document()).contains(QStringLiteral("November 2026")));
}

void TestPrint::endBeforeBeginningIsRefused() {
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(planned(taper("2026-11-23", "60", 10, 7), "TAB10")), dialogs);
    dialog.show();
    type(*named<DateEdit>(dialog, QStringLiteral("From")), QStringLiteral("07-Dec-2026"), false);
    type(*named<DateEdit>(dialog, QStringLiteral("Until")), QStringLiteral("01-Dec-2026"), false);
    QVERIFY(!dialog.document());
    QVERIFY(!button(dialog, QStringLiteral("Print…"))->isEnabled());
    QVERIFY(visibleText(dialog).contains(QStringLiteral("no page")));
    QVERIFY2(visibleText(dialog).contains(QStringLiteral("There is nothing to print.")),
             qPrintable(visibleText(dialog)));
}

void TestPrint::planThatCannotBeMadeIsNotPrinted() {
    core::Plan plan = planned(taper("2026-11-23", "60", 10, 7), "TAB10");
    plan.steps[2].split.set(0, dose("12.5")); // not from 10 mg tablets
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(std::move(plan)), dialogs);
    dialog.show();
    QVERIFY(!dialog.document());
    QVERIFY(!button(dialog, QStringLiteral("Print…"))->isEnabled());
    QVERIFY(!button(dialog, QStringLiteral("Save as PDF…"))->isEnabled());
    QVERIFY2(visibleText(dialog).contains(QStringLiteral("12.5 mg")), qPrintable(visibleText(dialog)));
    dialog.savePdf();
    QVERIFY(dialogs.asked.isEmpty());
    QVERIFY(!dialog.done());
}

void TestPrint::everyChoiceMakesTheDocumentAnew() {
    AnsweringDialogs dialogs;
    PrintDialog dialog(sheet(planned(taper("2026-11-23", "60", 10, 7), "TAB10")), dialogs);
    dialog.show();
    report::Document before = *dialog.document();
    for (const auto& [name, row] : {std::pair("Paper", 1), {"The first day begins with", 2}, {"Document", 1}}) {
        named<QComboBox>(dialog, QString::fromLatin1(name))->setCurrentIndex(row);
        QVERIFY2(dialog.document(), name);
        QVERIFY2(!(*dialog.document() == before), name);
        before = *dialog.document();
    }
    QCOMPARE(before.paper, report::PaperSize::letter);
}

void TestPrint::pdfIsRecordedOnceAndPrintedAgainExactly() {
    PatientWindow clinic(goingDown);
    std::optional<report::Document> printed;
    clinic.dialogs.answerSave(clinic.path(QStringLiteral("calendar.pdf")));
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        printed = asPrintDialog(dialog).document();
        click(dialog, QStringLiteral("Save as PDF…"));
        return dialog.result();
    });
    clinic.window->printCalendar();
    QVERIFY(contents(clinic.path(QStringLiteral("calendar.pdf"))).startsWith("%PDF"));
    QCOMPARE(recorded(clinic).size(), std::size_t(1));
    const app::Print print = recorded(clinic).front();
    QCOMPARE(print.destination, std::string("pdf"));
    QCOMPARE(print.kind, std::string("calendar"));
    QCOMPARE(print.pages, static_cast<int>(printed->pages.size()));
    QVERIFY(print.revision == clinic.record().active()->id);

    auto& documents = clinic.page<DocumentsPage>(PageId::documents);
    QTRY_COMPARE(documents.count(), 1);
    // The record goes on; what was printed does not change with it.
    clinic.activate(*clinic.window->session(), taper("2026-11-30", "50", 5, 14), products("TAB10"));
    std::optional<report::Document> again;
    clinic.dialogs.answerSave(clinic.path(QStringLiteral("again.pdf")));
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        again = asPrintDialog(dialog).document();
        [&] {
            QVERIFY(dialog.findChildren<DateEdit*>().isEmpty()); // nothing to choose
            QVERIFY(dialog.findChildren<QComboBox*>().isEmpty());
        }();
        click(dialog, QStringLiteral("Save as PDF…"));
        return dialog.result();
    });
    documents.printSelectedAgain();
    QVERIFY(again);
    QCOMPARE(*again, *printed);
    QTRY_COMPARE(documents.count(), 2);
    QCOMPARE(app::printedDocument(*clinic.window->session(), recorded(clinic).front().id).value(),
             app::printedDocument(*clinic.window->session(), print.id).value());
    // The sheet of the plan before is out of date, and the list says so.
    auto* table = documents.findChild<QTableView*>();
    QTRY_VERIFY(table->model()->index(0, 2).data().toString().contains(QStringLiteral("out of date")));
}

void TestPrint::printerIsRecordedToo() {
    PatientWindow clinic(goingDown);
    const QString path = clinic.path(QStringLiteral("printer.pdf"));
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        clinic.dialogs.answerRun([&path](QDialog& chooser) {
            qobject_cast<QPrintDialog*>(&chooser)->printer()->setOutputFileName(path);
            return int(QDialog::Accepted);
        });
        click(dialog, QStringLiteral("Print…"));
        return dialog.result();
    });
    clinic.window->printCalendar();
    QVERIFY(clinic.dialogs.isDone());
    QVERIFY(contents(path).startsWith("%PDF"));
    QCOMPARE(recorded(clinic).size(), std::size_t(1));
    QCOMPARE(recorded(clinic).front().destination, std::string("printer"));
}

void TestPrint::cancelRecordsNothing() {
    PatientWindow clinic(goingDown);
    clinic.dialogs.answerSave(std::nullopt);
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        click(dialog, QStringLiteral("Save as PDF…")); // no file chosen
        [&] { QVERIFY(dialog.isVisible()); }();
        clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); });
        click(dialog, QStringLiteral("Print…")); // no printer chosen
        [&] { QVERIFY(dialog.isVisible()); }();
        click(dialog, QStringLiteral("Cancel"));
        return dialog.result();
    });
    clinic.window->printCalendar();
    QVERIFY(recorded(clinic).empty());
}

void TestPrint::folderThatCannotBeWrittenIsSaid() {
    PatientWindow clinic(goingDown);
    clinic.dialogs.answerSave(clinic.path(QStringLiteral("no such folder/calendar.pdf")));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        click(dialog, QStringLiteral("Save as PDF…"));
        [&] {
            QVERIFY(dialog.isVisible());
            QVERIFY2(visibleText(dialog).contains(QStringLiteral("cannot be written")),
                     qPrintable(visibleText(dialog)));
            QVERIFY(button(dialog, QStringLiteral("Save as PDF…"))->isEnabled()); // elsewhere, perhaps
        }();
        return int(QDialog::Rejected);
    });
    clinic.window->printCalendar();
    QVERIFY(recorded(clinic).empty());
    QVERIFY(clinic.dialogs.isDone());
}

void TestPrint::fullDiskLeavesTheOldFile() {
#if defined(Q_OS_UNIX)
    PatientWindow clinic(goingDown);
    const QString path = clinic.path(QStringLiteral("papers/calendar.pdf"));
    QVERIFY(QDir(clinic.folder.path()).mkdir(QStringLiteral("papers")));
    writeOld(path);
    clinic.dialogs.answerSave(path);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        // No file may grow beyond 4 kB: what a write meets on a disk that fills up.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{4096, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        asPrintDialog(dialog).savePdf();
        setrlimit(RLIMIT_FSIZE, &before);
        [&] {
            QVERIFY(dialog.isVisible());
            QVERIFY2(visibleText(dialog).contains(QStringLiteral("The disk is full.")),
                     qPrintable(visibleText(dialog)));
        }();
        return int(QDialog::Rejected);
    });
    clinic.window->printCalendar();
    QCOMPARE(contents(path), QByteArray(yesterday));
    QCOMPARE(QDir(clinic.path(QStringLiteral("papers"))).entryList(QDir::Files).size(), 1); // no half of one either
    QVERIFY(recorded(clinic).empty());
#endif
}

void TestPrint::draftSaysSoOnEveryPageAndHasNoRevision() {
    PatientWindow clinic(onSixty);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    click(page, QStringLiteral("New taper"));
    std::optional<report::Document> printed;
    clinic.dialogs.answerSave(clinic.path(QStringLiteral("draft.pdf")));
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        printed = asPrintDialog(dialog).document();
        [&] { QVERIFY2(printed, qPrintable(visibleText(dialog))); }();
        click(dialog, QStringLiteral("Save as PDF…"));
        return dialog.result();
    });
    click(page, QStringLiteral("Preview calendar"));
    QVERIFY(printed);
    QVERIFY(report::toText(*printed).contains(QStringLiteral("DRAFT")));
    QCOMPARE(recorded(clinic).size(), std::size_t(1));
    QVERIFY(!recorded(clinic).front().revision);
    QVERIFY(page.draft().isOpen());
    QCOMPARE(clinic.plansMade(), 1); // printing signs nothing
}

void TestPrint::noPlanIsSaidBeforeAnythingOpens() {
    PatientWindow clinic;
    clinic.window->printCalendar();
    QCOMPARE(clinic.dialogs.informed.size(), 1);
    QVERIFY(clinic.dialogs.informed.front().contains(QStringLiteral("There is no plan to print")));
    QVERIFY(clinic.dialogs.asked.isEmpty());
    QVERIFY(recorded(clinic).empty());
}

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
