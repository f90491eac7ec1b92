// Weaning the tablets from the page of the pump: what is typed is checked, tablets and pump stand on one dated line,
// one click makes a draft of the Plan page (ITB-18).
#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/oral_wean_chart.h"
#include "gui/plan_draft.h"
#include "gui/plan_page.h"
#include "gui/pump_page.h"
#include "pump_window.h"

#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// On 60 mg a day when the pump came on 15-Jan-2026; today is the day after.
void justImplanted(PatientWindow& clinic, app::Session& session) {
    clinic.today = date("2026-01-05");
    core::TitrationInputs inputs;
    inputs.start = date("2026-01-05");
    inputs.startDose = inputs.goal = daily("60");
    inputs.increment = daily("5");
    clinic.activate(session, inputs, products("TAB10"));
    clinic.today = date("2026-01-16");
    withPump(clinic, session);
}

QStringList rows(const QDialog& dialog) {
    QStringList all;
    const QAbstractItemModel& model = *dialog.findChild<QTableView*>()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        all << cells.join(QStringLiteral(" | "));
    }
    return all;
}

PumpPage& pumpPage(PatientWindow& clinic) {
    return clinic.page<PumpPage>(PageId::pump);
}

} // namespace

class TestOralWeanDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneClickDraftsTheWean() {
        PatientWindow clinic(justImplanted, spinalForm());
        QStringList seen;
        QString drawn;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            seen = rows(dialog);
            drawn = dialog.findChild<OralWeanChart*>()->words();
            click(dialog, QStringLiteral("Draft as a plan"));
            return dialog.result();
        });
        click(pumpPage(clinic), QStringLiteral("Wean tablets…"));
        QCOMPARE(seen.join(u'\n'), QStringLiteral("Thu 15-Jan-2026 | 60 mg/day | 120 mcg/day | pump, implant\n"
                                                  "Sat 17-Jan-2026 | 45 mg/day | 120 mcg/day | tablets\n"
                                                  "Tue 20-Jan-2026 | 30 mg/day | 120 mcg/day | tablets\n"
                                                  "Fri 23-Jan-2026 | 15 mg/day | 120 mcg/day | tablets\n"
                                                  "Mon 26-Jan-2026 | 5 mg/day | 120 mcg/day | tablets\n"
                                                  "Thu 29-Jan-2026 | 0 mg/day | 120 mcg/day | tablets stop"));
        QVERIFY2(drawn.contains(QStringLiteral("20-Jan-2026: tablets 30 mg/day, pump 120 mcg/day")), qPrintable(drawn));
        auto& page = clinic.page<PlanPage>(PageId::plan);
        QVERIFY(page.draft().isOpen());
        const core::Plan& plan = page.draft().draft().plan;
        QVERIFY(plan.taper() && plan.taper()->afterPumpImplant);
        QCOMPARE(plan.stopDate(), std::optional(date("2026-01-29")));
        QCOMPARE(clinic.plansMade(), 1); // a draft is no plan yet
    }

    void whatIsTypedIsRead_data() {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("says");
        QTest::newRow("a day gone by") << QStringLiteral("10-Jan-2026") << QStringLiteral("60 mg/day")
                                       << QStringLiteral("16-Jan-2026");
        QTest::newRow("no day") << QStringLiteral("soon") << QStringLiteral("60 mg/day") << QStringLiteral("date");
        QTest::newRow("no dose") << QStringLiteral("17-Jan-2026") << QString() << QString();
        QTest::newRow("micrograms") << QStringLiteral("17-Jan-2026") << QStringLiteral("60 mcg")
                                    << QStringLiteral("mg");
        QTest::newRow("nothing to wean") << QStringLiteral("17-Jan-2026") << QStringLiteral("0") << QString();
    }
    void whatIsTypedIsRead() {
        QFETCH(const QString, start);
        QFETCH(const QString, before);
        QFETCH(const QString, says);
        PatientWindow clinic(justImplanted, spinalForm());
        bool refused = false;
        QString words;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            type(*named<DateEdit>(dialog, QStringLiteral("First lower dose on")), start, false);
            type(*named<DailyDoseEdit>(dialog, QStringLiteral("Tablets a day before the implant")), before, false);
            click(dialog, QStringLiteral("Draft as a plan"));
            refused = dialog.isVisible();
            words = visibleText(dialog);
            return int(QDialog::Rejected);
        });
        click(pumpPage(clinic), QStringLiteral("Wean tablets…"));
        QVERIFY(refused);
        QVERIFY2(words.contains(says), qPrintable(words));
        QVERIFY(!clinic.page<PlanPage>(PageId::plan).draft().isOpen());
    }

    void isOfferedOnlyWhereTabletsGo() {
        PatientWindow without(
            [](PatientWindow& clinic, app::Session& session) {
                clinic.today = date("2026-02-01");
                withPump(clinic, session);
            },
            spinalForm());
        QVERIFY(!button(pumpPage(without), QStringLiteral("Wean tablets…"))->isVisible());
        PatientWindow noPump(onSixty, spinalForm());
        QVERIFY(!button(pumpPage(noPump), QStringLiteral("Wean tablets…"))->isVisible());
        PatientWindow both(justImplanted, spinalForm());
        QVERIFY(button(pumpPage(both), QStringLiteral("Wean tablets…"))->isVisible());
    }
};

QTEST_MAIN(TestOralWeanDialog)
#include "tst_oral_wean_dialog.moc"
