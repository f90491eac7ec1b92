// The pump of a patient in the real window: recorded from the implant on, refused with words, one click from the
// emergency cards; the board of all pumps.
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/pump_board_dialog.h"
#include "gui/pump_chart.h"
#include "gui/pump_page.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "pump_window.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QStandardItemModel>
#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

PumpPage& pumpPage(PatientWindow& clinic) {
    return clinic.page<PumpPage>(PageId::pump);
}

QString cellText(const QTableView& table, int row, int column) {
    return table.model()->index(row, column).data().toString();
}

} // namespace

class TestPumpPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAPumpNothingIsGuessed();
    void aTrialGoesBolusByBolus();
    void aPumpIsRecordedFromTheImplantOn();
    void figuresFollowTheRecord();
    void aSettingOutsideNeedsItsReason();
    void milligramsAreRefusedWithWords();
    void aNewConcentrationShowsItsBridge();
    void theLastEntryIsTakenBack();
    void cardsAreOneClickFromEveryPage();
    void theBoardOpensThePump();
    void theWorklistKeepsAMissedRefill();
};

void TestPumpPage::withoutAPumpNothingIsGuessed() {
    PatientWindow clinic({}, spinalForm());
    PumpPage& page = pumpPage(clinic);
    const QString text = visibleText(page);
    QVERIFY(text.contains(QStringLiteral("not assessed")));
    QVERIFY(text.contains(QStringLiteral("No pump is recorded")));
    QVERIFY(button(page, QStringLiteral("Record implant…"))->isVisible());
    QVERIFY(!button(page, QStringLiteral("Record refill…"))->isVisible());
    QVERIFY(!button(*clinic.window, QStringLiteral("Withdrawal card"))->isVisible());
}

// ITB-1, ITB-2, ITB-3, ITB-5
void TestPumpPage::aTrialGoesBolusByBolus() {
    PatientWindow clinic({}, spinalForm());
    PumpPage& page = pumpPage(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Bolus given on")), QStringLiteral("20-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("09:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, before")), QStringLiteral("3"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, 4 h")), QStringLiteral("2.5"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Pulse, 4 h")), QStringLiteral("72"), false);
        if (!visibleText(dialog).contains(QStringLiteral("Next bolus: 75 mcg, not before 21-Nov-2026, 09:00")))
            return static_cast<int>(QDialog::Rejected);
        click(dialog, QStringLiteral("Save trial"));
        return dialog.result();
    });
    click(page, QStringLiteral("Screening trial…"));
    QTRY_COMPARE(clinic.record().pump.trials.size(), std::size_t{1});
    QCOMPARE(clinic.record().pump.trials.front().boluses.front().dose, core::PumpBolus::micrograms(50));
    QCOMPARE(clinic.record().pump.trials.front().boluses.front().observations.back().pulse, std::optional(72));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Bolus given on")), QStringLiteral("21-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("08:59"), false);
        if (!visibleText(dialog).contains(QStringLiteral("Too soon for a bolus")))
            return static_cast<int>(QDialog::Rejected);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("09:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, before")), QStringLiteral("3"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, 4 h")), QStringLiteral("2"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Effect lasted, hours")), QStringLiteral("6"), false);
        choose(dialog, QStringLiteral("Negative reaction: No"));
        if (!visibleText(dialog).contains(QStringLiteral("First daily dose of a pump: 150 mcg/day (ITB-5)")))
            return static_cast<int>(QDialog::Rejected);
        click(dialog, QStringLiteral("Save trial"));
        return dialog.result();
    });
    click(page, QStringLiteral("Screening trial…"));
    QTRY_COMPARE(clinic.record().pump.trials.front().boluses.size(), std::size_t{2});
    QCOMPARE(clinic.record().pump.trials.front().boluses.back().dose, core::PumpBolus::micrograms(75));
}

void TestPumpPage::aPumpIsRecordedFromTheImplantOn() {
    PatientWindow clinic({}, spinalForm());
    PumpPage& page = pumpPage(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        click(dialog, QStringLiteral("Record implant"));
        if (!dialog.isVisible()) // date and catheter are missing
            return static_cast<int>(QDialog::Rejected);
        type(*named<QLineEdit>(dialog, QStringLiteral("Date of the implant")), QStringLiteral("20-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Implanted catheter, cm")), QStringLiteral("60"), false);
        click(dialog, QStringLiteral("Record implant"));
        return dialog.result();
    });
    click(page, QStringLiteral("Record implant…"));
    QTRY_COMPARE(clinic.record().pump.implants.size(), std::size_t{1});
    QCOMPARE(clinic.record().pump.implants.front().catheterMillimetres, 600);
    QTRY_VERIFY(button(page, QStringLiteral("Record refill…"))->isVisible());

    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Concentration")), QStringLiteral("50"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Lot of the drug")), QStringLiteral("A1"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Filled on")), QStringLiteral("20-Nov-2026"), false);
        click(dialog, QStringLiteral("Record refill"));
        if (!dialog.isVisible()) // the screening strength is never a fill
            return static_cast<int>(QDialog::Rejected);
        type(*named<QLineEdit>(dialog, QStringLiteral("Concentration")), QStringLiteral("500"), false);
        click(dialog, QStringLiteral("Record refill"));
        return dialog.result();
    });
    click(page, QStringLiteral("Record refill…"));
    QTRY_COMPARE(clinic.record().pump.refills.size(), std::size_t{1});

    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Programmed on")), QStringLiteral("20-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("10:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Daily dose")), QStringLiteral("100"), false);
        click(dialog, QStringLiteral("Record setting"));
        return dialog.result();
    });
    click(page, QStringLiteral("Change dose…"));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{1});
    QCOMPARE(clinic.record().pump.settings.front().daily, core::PumpDose::micrograms(100));
    QTRY_VERIFY(visibleText(page).contains(QStringLiteral("100 mcg/day")));
}

void TestPumpPage::figuresFollowTheRecord() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-17");
            withPump(window, session);
        },
        spinalForm());
    PumpPage& page = pumpPage(clinic);
    const QString text = visibleText(page);
    for (const char* words :
         {"5.4 mL of 20 mL", "alarm at 2 mL on 31-Mar-2026", "Thu 26-Mar-2026", "Refill in 9 d", "120 mcg/day",
          "500 mcg/mL", "0.24 mL/day", "132–156 mcg/day", "96–108 mcg/day", "ITB-7", "unverified"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    QVERIFY(page.findChild<PumpChart*>()->words().contains(QStringLiteral("alarm date 31-Mar-2026")));
    auto* refills = named<QTableView>(page, QStringLiteral("Refills, newest first"));
    QCOMPARE(cellText(*refills, 0, 0), QStringLiteral("15-Jan-2026"));
    QCOMPARE(cellText(*refills, 0, 3), QStringLiteral("first fill"));
    clinic.today = date("2026-04-01");
    clinic.open();
    QVERIFY(visibleText(pumpPage(clinic)).contains(QStringLiteral("Past the alarm date: emergency")));
}

void TestPumpPage::aSettingOutsideNeedsItsReason() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    PumpPage& page = pumpPage(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("10:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Daily dose")), QStringLiteral("200"), false);
        if (!visibleText(dialog).contains(QStringLiteral("Large increase")))
            return static_cast<int>(QDialog::Rejected);
        click(dialog, QStringLiteral("Record setting"));
        if (!dialog.isVisible() || !visibleText(dialog).contains(QStringLiteral("ITB-7")))
            return static_cast<int>(QDialog::Rejected);
        for (FindingCard* card : dialog.findChildren<FindingCard*>())
            if (auto* reason = card->findChild<QLineEdit*>(); reason && reason->isVisible())
                type(*reason, QStringLiteral("Ward, monitored"), false);
        click(dialog, QStringLiteral("Record setting"));
        return dialog.result();
    });
    click(page, QStringLiteral("Change dose…"));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{2});
    const auto& seen = clinic.record().pump.settings.back().seen;
    QVERIFY(std::ranges::any_of(seen, [](const core::SeenFinding& each) {
        return each.finding.message == "itb-7.range" && each.reason == "Ward, monitored";
    }));
}

// UNI-1
void TestPumpPage::milligramsAreRefusedWithWords() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    QString told;
    clinic.dialogs.answerRun([&told](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("10:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Daily dose")), QStringLiteral("0.14 mg"), false);
        click(dialog, QStringLiteral("Record setting"));
        told = visibleText(dialog);
        return static_cast<int>(QDialog::Rejected);
    });
    click(pumpPage(clinic), QStringLiteral("Change dose…"));
    QVERIFY2(told.contains(QStringLiteral("Expected: mcg")), qPrintable(told));
    QCOMPARE(clinic.record().pump.settings.size(), std::size_t{1});
}

// ITB-16
void TestPumpPage::aNewConcentrationShowsItsBridge() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-24");
            withPump(window, session);
        },
        spinalForm());
    QString told;
    clinic.dialogs.answerRun([&told](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Aspirated before the fill")), QStringLiteral("3.7"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Concentration")), QStringLiteral("2000"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Lot of the drug")), QStringLiteral("B2"), false);
        told = visibleText(dialog);
        return static_cast<int>(QDialog::Rejected);
    });
    click(pumpPage(clinic), QStringLiteral("Record refill…"));
    for (const char* words : {"Expected: 3.7 mL", "bridge bolus 165.5 mcg", "33 h 6 min", "No bridge bolus"})
        QVERIFY2(told.contains(QString::fromUtf8(words)), qPrintable(told));
}

void TestPumpPage::theLastEntryIsTakenBack() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    clinic.dialogs.answerConfirm(false);
    click(pumpPage(clinic), QStringLiteral("Take back…"));
    QCOMPARE(clinic.record().pump.settings.size(), std::size_t{1});
    clinic.dialogs.answerConfirm(true);
    click(pumpPage(clinic), QStringLiteral("Take back…"));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{0});
}

// ITB-19, ITB-20
void TestPumpPage::cardsAreOneClickFromEveryPage() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    for (const PageId page :
         {PageId::overview, PageId::plan, PageId::calendar, PageId::visits, PageId::pump, PageId::documents}) {
        clinic.window->showPage(page);
        QString withdrawal;
        QString overdose;
        clinic.dialogs.answerRun([&withdrawal](QDialog& dialog) {
            withdrawal = visibleText(dialog);
            return static_cast<int>(QDialog::Rejected);
        });
        clinic.dialogs.answerRun([&overdose](QDialog& dialog) {
            overdose = visibleText(dialog);
            return static_cast<int>(QDialog::Rejected);
        });
        click(*clinic.window, QStringLiteral("Withdrawal card"));
        click(*clinic.window, QStringLiteral("Overdose card"));
        for (const char* words : {"ROSSI, Maria", "Programmable pump, 20 mL", "SN-7", "120 mcg/day", "500 mcg/mL",
                                  "alarm date 31-Mar-2026", "01 555 0100", "01 555 0199", "112", "itching"})
            QVERIFY2(withdrawal.contains(QString::fromUtf8(words)), qPrintable(withdrawal));
        QVERIFY(overdose.contains(QStringLiteral("Stop or empty the pump")));
        // What to do stands before all else.
        QVERIFY(withdrawal.indexOf(QStringLiteral("To hospital now")) < withdrawal.indexOf(QStringLiteral("SN-7")));
    }
}

// ITB-22
void TestPumpPage::theBoardOpensThePump() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-28");
            withPump(window, session);
        },
        spinalForm());
    clinic.dialogs.answerRun([](QDialog& dialog) {
        auto* table = named<QTableView>(dialog, QStringLiteral("Pumps by days left"));
        if (cellText(*table, 0, 2) != QStringLiteral("Refill overdue 2 d"))
            return static_cast<int>(QDialog::Rejected);
        click(dialog, QStringLiteral("Open patient"));
        return dialog.result();
    });
    clinic.window->showPumpBoard();
    QCOMPARE(clinic.window->currentPage(), PageId::pump);
}

// ITB-22
void TestPumpPage::theWorklistKeepsAMissedRefill() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-28");
            withPump(window, session);
        },
        spinalForm());
    clinic.window->showWorklist();
    WorklistPage& list = *clinic.window->worklist();
    QTRY_VERIFY(list.isRead());
    list.table().selectRow(0);
    const int rows = list.model().rowCount();
    list.markCurrentDone();
    list.putCurrentOff(); // asks for no day
    QCOMPARE(list.model().rowCount(), rows);
    QVERIFY(visibleText(list).contains(QStringLiteral("This stays until the fill and the setting are entered")));
    list.table().selectRow(0);
    list.openCurrent();
    QCOMPARE(clinic.window->currentPage(), PageId::pump);
}

QTEST_MAIN(TestPumpPage)
#include "tst_pump_page.moc"
