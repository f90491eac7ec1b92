// Whoever has a pump and no tablets is no empty page: calendar, banner, patient list and the printed calendar hold the
// days of the pump (ITB-13, ITB-22, UNI-1).
#include "app/documents.h"
#include "gui/badge.h"
#include "gui/banner.h"
#include "gui/calendar_page.h"
#include "gui/calendar_table.h"
#include "gui/documents_page.h"
#include "gui/patient_list.h"
#include "gui/print_dialog.h"
#include "pump_window.h"
#include "report/document_json.h"

#include <QComboBox>
#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

PatientWindow::Prepare pumpOn(const char* today) {
    return [today](PatientWindow& clinic, app::Session& session) {
        clinic.today = date(today);
        withPump(clinic, session);
    };
}

void both(PatientWindow& clinic, app::Session& session) {
    clinic.today = date("2026-02-02");
    withPump(clinic, session);
    core::TitrationInputs inputs;
    inputs.start = date("2026-02-02");
    inputs.startDose = inputs.goal = daily("30");
    inputs.increment = daily("5");
    clinic.activate(session, inputs, products("TAB10"));
}

QString spoken(PatientWindow& clinic, const char* day) {
    auto& page = clinic.page<CalendarPage>(PageId::calendar);
    page.select(date(day));
    for (const CalendarTable* table : page.findChildren<CalendarTable*>())
        if (table->isVisible())
            return table->currentIndex().data(Qt::AccessibleTextRole).toString();
    return {};
}

QStringList badges(PatientWindow& clinic) {
    QStringList all;
    for (const Badge* badge : clinic.window->banner()->findChildren<Badge*>())
        if (badge->isVisible())
            all << badge->text();
    return all;
}

QString listBadge(PatientWindow& clinic) {
    return clinic.window->patientList()->model().index(0).data(PatientModel::BadgeText).toString();
}

} // namespace

class TestPumpCalendar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPumpAloneFillsTheCalendar_data() {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("words");
        QTest::newRow("filled") << QStringLiteral("2026-01-15")
                                << QStringLiteral("pump 120 mcg/day, Implant, Pump filled, Pump set");
        QTest::newRow("a day between") << QStringLiteral("2026-02-01") << QStringLiteral("pump 120 mcg/day");
        QTest::newRow("E26 refill") << QStringLiteral("2026-03-26") << QStringLiteral("pump 120 mcg/day, Refill by");
        QTest::newRow("E26 alarm") << QStringLiteral("2026-03-31") << QStringLiteral("pump 120 mcg/day, Pump alarm");
        QTest::newRow("after the alarm") << QStringLiteral("2026-04-01") << QStringLiteral("pump dose not assessed");
    }
    void aPumpAloneFillsTheCalendar() {
        QFETCH(const QString, day);
        QFETCH(const QString, words);
        PatientWindow clinic(pumpOn("2026-02-02"), spinalForm());
        const QString text = spoken(clinic, qPrintable(day));
        QVERIFY2(text.endsWith(words), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("no plan")));
        auto& page = clinic.page<CalendarPage>(PageId::calendar);
        QVERIFY(visibleText(page).contains(QStringLiteral("Dose of the pump, in mcg a day")));
        page.showView(CalendarPage::View::day);
        for (const char* absent : {"no plan", "review", "tablets"}) // nothing of a plan that is not there
            QVERIFY2(!visibleText(page).contains(QLatin1String(absent), Qt::CaseInsensitive), absent);
    }

    // UNI-1: beside tablets the pump's dose is words of its own.
    void besideTabletsBothAreSaid() {
        PatientWindow clinic(both, spinalForm());
        const QString text = spoken(clinic, "2026-02-03");
        QVERIFY2(text.contains(QStringLiteral("30 mg/day")) && text.contains(QStringLiteral("pump 120 mcg/day")),
                 qPrintable(text));
        auto& page = clinic.page<CalendarPage>(PageId::calendar);
        QVERIFY(visibleText(page).contains(QStringLiteral("Doses of the day in mg")));
        page.showView(CalendarPage::View::day);
        QVERIFY(visibleText(page).contains(QStringLiteral("The pump is set to 120 mcg/day.")));
        QTRY_VERIFY(listBadge(clinic).startsWith(QStringLiteral("stable")));
        QVERIFY(clinic.window->patientList()
                    ->model()
                    .index(0)
                    .data(PatientModel::SecondLine)
                    .toString()
                    .contains(QStringLiteral("30 mg/day · ITB 120 mcg/day")));
    }

    void theBadgeSaysTheDay_data() {
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("inList");
        QTest::newRow("E26") << QStringLiteral("2026-02-02")
                             << QStringLiteral("ITB 120 mcg/day · refill by 26-Mar-2026")
                             << QStringLiteral("Refill by 26-Mar-2026");
        QTest::newRow("overdue") << QStringLiteral("2026-03-28")
                                 << QStringLiteral("ITB 120 mcg/day · refill overdue since 26-Mar-2026")
                                 << QStringLiteral("Refill overdue: 26-Mar-2026");
        QTest::newRow("past the alarm") << QStringLiteral("2026-04-02")
                                        << QStringLiteral("ITB 120 mcg/day · past the alarm date")
                                        << QStringLiteral("Past the alarm date");
    }
    void theBadgeSaysTheDay() {
        QFETCH(const QString, today);
        QFETCH(const QString, words);
        QFETCH(const QString, inList);
        const std::string day = today.toStdString();
        PatientWindow clinic(pumpOn(day.c_str()), spinalForm());
        QVERIFY2(badges(clinic).contains(words), qPrintable(badges(clinic).join(u'|')));
        QTRY_COMPARE(listBadge(clinic), inList);
        QVERIFY(clinic.window->patientList()
                    ->model()
                    .index(0)
                    .data(PatientModel::SecondLine)
                    .toString()
                    .endsWith(QStringLiteral(" · ITB 120 mcg/day")));
        const auto tone =
            static_cast<Tone>(clinic.window->patientList()->model().index(0).data(PatientModel::BadgeTone).toInt());
        QCOMPARE(tone == Tone::critical, day != "2026-02-02"); // never by colour alone: the words differ too
    }

    void withoutFillOrSettingNothingIsGuessed() {
        PatientWindow clinic(
            [](PatientWindow& window, app::Session& session) {
                core::PumpImplant implant;
                implant.patient = window.patient;
                implant.on = window.today;
                implant.model = catalogue().pumpModels().front();
                implant.catheterMillimetres = 600;
                QVERIFY(app::implantPump(session, implant));
            },
            spinalForm());
        QVERIFY(badges(clinic).contains(QStringLiteral("ITB pump: not assessed")));
        QTRY_COMPARE(listBadge(clinic), QStringLiteral("ITB pump: not assessed"));
        clinic.page<CalendarPage>(PageId::calendar);
        click(clinic.page<CalendarPage>(PageId::calendar), QStringLiteral("Print calendar…"));
        QCOMPARE(clinic.dialogs.informed.size(), 1);
        QVERIFY(clinic.dialogs.informed.front().contains(QStringLiteral("Enter the fill and the setting")));
    }

    void itsCalendarIsPrintedAndKept() {
        PatientWindow clinic(pumpOn("2026-02-02"), spinalForm());
        const QString path = clinic.path(QStringLiteral("pump.pdf"));
        clinic.dialogs.answerRun([](QDialog& dialog) {
            click(dialog, QStringLiteral("Save as PDF…"));
            return dialog.result();
        });
        clinic.dialogs.answerSave(path);
        click(clinic.page<CalendarPage>(PageId::calendar), QStringLiteral("Print calendar…"));
        QVERIFY(QFile::exists(path));
        const auto prints = app::prints(*clinic.window->session(), clinic.patient);
        QVERIFY(prints && prints->size() == 1);
        QCOMPARE(prints->front().kind, std::string("pump-calendar"));
        const auto stored = app::printedDocument(*clinic.window->session(), prints->front().id);
        QVERIFY(stored);
        const auto document = report::documentFromJson(*stored);
        QVERIFY(document);
        QVERIFY(report::toText(*document).contains(QStringLiteral("Next refill: Thu 26-Mar-2026 or before")));
    }

    // PAT-16: whatever is printed first, the other papers are one choice away, each kept under its own name.
    void everyPaperIsOffered_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const QString& button, const QString& first, const QString& chosen,
                            const QString& kind) { QTest::newRow(name) << button << first << chosen << kind; };
        row("wallet card", QStringLiteral("Print pump sheet…"), QStringLiteral("Pump sheet"),
            QStringLiteral("Wallet card"), QStringLiteral("wallet-card"));
        row("pump sheet", QStringLiteral("Print pump sheet…"), QStringLiteral("Pump sheet"),
            QStringLiteral("Pump sheet"), QStringLiteral("pump-sheet"));
        row("calendar", QStringLiteral("Print calendar…"), QStringLiteral("Pump calendar"),
            QStringLiteral("Pump sheet"), QStringLiteral("pump-sheet"));
    }
    void everyPaperIsOffered() {
        QFETCH(const QString, button);
        QFETCH(const QString, first);
        QFETCH(const QString, chosen);
        QFETCH(const QString, kind);
        PatientWindow clinic(pumpOn("2026-02-02"), spinalForm());
        QStringList offered;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            auto* choice = named<QComboBox>(dialog, QStringLiteral("Document"));
            for (int i = 0; i < choice->count(); ++i)
                offered << choice->itemText(i);
            choice->setCurrentText(chosen);
            if (!visibleText(dialog).contains(chosen))
                return int(QDialog::Rejected);
            click(dialog, QStringLiteral("Save as PDF…"));
            return dialog.result();
        });
        clinic.dialogs.answerSave(clinic.path(QStringLiteral("paper.pdf")));
        clinic.window->showPage(button.contains(QStringLiteral("calendar")) ? PageId::calendar : PageId::pump);
        for (QPushButton* each : clinic.window->findChildren<QPushButton*>())
            if (each->isVisible() && QString(each->text()).remove(u'&') == button) {
                QTest::mouseClick(each, Qt::LeftButton);
                break;
            }
        QCOMPARE(offered.size(), 3);
        QCOMPARE(offered.front(), first);
        const auto prints = app::prints(*clinic.window->session(), clinic.patient);
        QVERIFY(prints && prints->size() == 1);
        QCOMPARE(prints->front().kind, kind.toStdString());
        // It is the paper of no plan, and no draft either.
        const QAbstractItemModel& listed =
            *clinic.page<DocumentsPage>(PageId::documents).findChild<QTableView*>()->model();
        QCOMPARE(listed.index(0, 1).data().toString(), chosen);
        QCOMPARE(listed.index(0, 2).data().toString(), QStringLiteral("none"));
    }

    void thePlansCalendarHoldsItsDays() {
        PatientWindow clinic(both, spinalForm());
        const QString path = clinic.path(QStringLiteral("both.pdf"));
        clinic.dialogs.answerRun([](QDialog& dialog) {
            auto* through = named<QLineEdit>(dialog, QStringLiteral("Until"));
            type(*through, QStringLiteral("05-Apr-2026"), false);
            click(dialog, QStringLiteral("Save as PDF…"));
            return dialog.result();
        });
        clinic.dialogs.answerSave(path);
        click(clinic.page<CalendarPage>(PageId::calendar), QStringLiteral("Print calendar…"));
        const auto prints = app::prints(*clinic.window->session(), clinic.patient);
        QVERIFY(prints && prints->size() == 1);
        const QString text = report::toText(
            report::documentFromJson(app::printedDocument(*clinic.window->session(), prints->front().id).value())
                .value());
        QVERIFY(text.contains(QStringLiteral("Pump refill")));
        QVERIFY(text.contains(QStringLiteral("Pump alarm")));
    }
};

QTEST_MAIN(TestPumpCalendar)
#include "tst_pump_calendar.moc"
