// The clinic's figures on paper: each sheet is kept and comes out again exactly, whatever the clinic counts today.
#include "app/clinic_print.h"
#include "gui/print_dialog.h"
#include "gui/worklist_page.h"
#include "patient_window.h"
#include "report/clinic_report.h"

#include <QComboBox>
#include <QFile>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

WorklistPage& worklist(PatientWindow& clinic) {
    clinic.window->showWorklist();
    WorklistPage& page = *clinic.window->worklist();
    for (int i = 0; i < 500 && !page.isRead(); ++i)
        QTest::qWait(10);
    return page;
}

std::vector<app::EarlierClinicPrint> kept(PatientWindow& clinic) {
    return app::earlierClinicPrints(*clinic.window->session(), report::clinicReportId).value();
}

// Saves the paper of that place among those offered; what they were called.
QStringList save(PatientWindow& clinic, int offer, const QString& path) {
    QStringList titles;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        if (auto* choice = dialog.findChild<QComboBox*>()) {
            for (int i = 0; i < choice->count(); ++i)
                titles << choice->itemText(i);
            choice->setCurrentIndex(offer);
        }
        click(dialog, QStringLiteral("Save as PDF…"));
        return dialog.result();
    });
    clinic.dialogs.answerSave(path);
    worklist(clinic).printFigures();
    return titles;
}

} // namespace

class TestClinicPrint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSheetComesOutAgainAsItWas() {
        PatientWindow clinic(goingDown);
        QVERIFY(save(clinic, 0, clinic.path(QStringLiteral("first.pdf"))).isEmpty()); // nothing was printed before
        QCOMPARE(kept(clinic).size(), std::size_t{1});
        const QByteArray first = app::printedClinicDocument(*clinic.window->session(), kept(clinic).front().id).value();
        QVERIFY(first.contains("22-Nov-2026"));

        clinic.today = date("2026-12-05");
        const QStringList titles = save(clinic, 1, clinic.path(QStringLiteral("again.pdf")));
        QCOMPARE(titles.size(), 2);
        QCOMPARE(titles.front(), QStringLiteral("The clinic in figures"));
        QVERIFY2(titles.back().startsWith(QStringLiteral("As printed on ")), qPrintable(titles.back()));
        QVERIFY(QFile::exists(clinic.path(QStringLiteral("again.pdf"))));
        QCOMPARE(kept(clinic).size(), std::size_t{2});
        for (const app::EarlierClinicPrint& one : kept(clinic))
            QCOMPARE(app::printedClinicDocument(*clinic.window->session(), one.id).value(), first);
        for (const app::EarlierClinicPrint& one : kept(clinic))
            QCOMPARE(one.day, date("2026-11-22")); // counted then

        save(clinic, 0, clinic.path(QStringLiteral("today.pdf")));
        QCOMPARE(kept(clinic).size(), std::size_t{3});
        QVERIFY(std::ranges::count(kept(clinic), date("2026-12-05"), &app::EarlierClinicPrint::day) == 1);
    }

    void cancelledIsNotKept() {
        PatientWindow clinic(goingDown);
        clinic.dialogs.answerRun([](QDialog&) { return int(QDialog::Rejected); });
        worklist(clinic).printFigures();
        QVERIFY(clinic.dialogs.isDone());
        QVERIFY(kept(clinic).empty());
    }
};

QTEST_MAIN(TestClinicPrint)
#include "tst_clinic_print.moc"
