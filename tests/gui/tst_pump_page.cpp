// The pump of a patient in the real window: recorded from the implant on, refused with words, one click from the
// emergency cards; the board of all pumps.
#include "gui/field_note.h"
#include "gui/finding_card.h"
#include "gui/pump_board_dialog.h"
#include "gui/pump_chart.h"
#include "gui/pump_day_chart.h"
#include "gui/pump_dose_panel.h"
#include "gui/pump_page.h"
#include "gui/pump_trial_chart.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "pump_window.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QUndoStack>

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
    void theSmallestFirstBolusIsChosen();
    void badTrialValuesAreRefused_data();
    void badTrialValuesAreRefused();
    void aTrialThatIsOverIsShown();
    void thePageHasNoEmptyRoom();
    void aPumpIsRecordedFromTheImplantOn();
    void figuresFollowTheRecord();
    void theOverviewKnowsThePump();
    void aSettingOutsideNeedsItsReason();
    void milligramsAreRefusedWithWords();
    void aDayIsDrawnWhileItIsTyped();
    void periodsThatDisagreeAreRefusedWithWords();
    void badDosesOfADayAreRefused_data();
    void badDosesOfADayAreRefused();
    void aNewConcentrationShowsItsBridge();
    void theLastEntryIsTakenBack();
    void whatWasEnteredIsUndoneAndRedone();
    void whatWasTakenBackComesBack();
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
    QVERIFY(text.contains(QStringLiteral("No refill and no setting is recorded yet")));
    QVERIFY(!page.findChild<QTableView*>()->isVisible());
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

// ITB-1
void TestPumpPage::theSmallestFirstBolusIsChosen() {
    PatientWindow clinic({}, spinalForm());
    PumpPage& page = pumpPage(clinic);
    QStringList doses;
    QStringList drawn;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        auto* dose = named<QLineEdit>(dialog, QStringLiteral("Bolus, of 50 mcg/mL, over at least 1 minute"));
        doses << dose->text();
        choose(dialog, QStringLiteral("First bolus: 25 mcg: very small child, or needs tone to walk"));
        doses << dose->text();
        choose(dialog, QStringLiteral("First bolus: usual"));
        doses << dose->text();
        choose(dialog, QStringLiteral("First bolus: 25 mcg: very small child, or needs tone to walk"));
        type(*named<QLineEdit>(dialog, QStringLiteral("Bolus given on")), QStringLiteral("20-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("09:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, before")), QStringLiteral("3"), false);
        drawn << dialog.findChild<PumpTrialChart*>()->words();
        type(*named<QLineEdit>(dialog, QStringLiteral("MAS mean, 4 h")), QStringLiteral("2.5"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Pulse, 4 h")), QStringLiteral("64"), false);
        drawn << dialog.findChild<PumpTrialChart*>()->words();
        if (visibleText(dialog).contains(QStringLiteral("itb-1")) ||
            !visibleText(dialog).contains(QStringLiteral("Next bolus: 50 mcg, not before 21-Nov-2026, 09:00")))
            return static_cast<int>(QDialog::Rejected);
        click(dialog, QStringLiteral("Save trial"));
        return dialog.result();
    });
    click(page, QStringLiteral("Screening trial…"));
    QCOMPARE(doses, (QStringList{QStringLiteral("50 mcg"), QStringLiteral("25 mcg"), QStringLiteral("50 mcg")}));
    QCOMPARE(drawn, (QStringList{QStringLiteral("25 mcg, 20-Nov-2026 09:00; before: MAS mean 3"),
                                 QStringLiteral("25 mcg, 20-Nov-2026 09:00; before: MAS mean 3; 4 h: MAS mean 2.5, "
                                                "pulse 64")}));
    QTRY_COMPARE(clinic.record().pump.trials.size(), std::size_t{1});
    const core::ScreeningBolus bolus = clinic.record().pump.trials.front().boluses.front();
    QCOMPARE(bolus.dose, core::PumpBolus::micrograms(25));
    QVERIFY(std::ranges::none_of(bolus.seen,
                                 [](const core::SeenFinding& each) { return each.finding.message == "itb-1.order"; }));
    // The page shows the trial, and the next bolus offers no first one.
    QVERIFY(page.findChild<PumpTrialChart*>()->isVisible());
    QVERIFY(page.findChild<PumpTrialChart*>()->words().startsWith(QStringLiteral("25 mcg, 20-Nov-2026")));
    bool offers = true;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        offers = visibleText(dialog).contains(QStringLiteral("First bolus"));
        return static_cast<int>(QDialog::Rejected);
    });
    click(page, QStringLiteral("Screening trial…"));
    QVERIFY(!offers);
}

void TestPumpPage::badTrialValuesAreRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* text, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("mg for a bolus", "Bolus, of 50 mcg/mL, over at least 1 minute", "0.05 mg", "Expected: mcg");
    row("mL for a bolus", "Bolus, of 50 mcg/mL, over at least 1 minute", "1 mL", "Expected: mcg");
    row("a bolus of a day", "Bolus, of 50 mcg/mL, over at least 1 minute", "5000", "1000");
    row("tomorrow", "Bolus given on", "23-Nov-2026", "22-Nov-2026");
    row("no time", "At", "", "Enter it here");
    row("MAS above 4", "MAS mean, 4 h", "5", "MAS mean, 4 h: “5” is outside");
    row("a pulse of words", "Pulse, 4 h", "slow", "Pulse, 4 h: “slow”");
    row("an effect of a week", "Effect lasted, hours", "168", "72");
}

void TestPumpPage::badTrialValuesAreRefused() {
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    PatientWindow clinic({}, spinalForm());
    QString told;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Bolus given on")), QStringLiteral("20-Nov-2026"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("09:00"), false);
        type(*named<QLineEdit>(dialog, field), text, false);
        click(dialog, QStringLiteral("Save trial"));
        for (FindingCard* card : dialog.findChildren<FindingCard*>())
            if (auto* reason = card->findChild<QLineEdit*>(); reason && reason->isVisible())
                type(*reason, QStringLiteral("as agreed"), false);
        click(dialog, QStringLiteral("Save trial"));
        told = visibleText(dialog);
        return dialog.result();
    });
    click(pumpPage(clinic), QStringLiteral("Screening trial…"));
    QVERIFY2(told.contains(words), qPrintable(told));
    QVERIFY(clinic.record().pump.trials.empty());
}

void TestPumpPage::aTrialThatIsOverIsShown() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            core::PumpTrial trial;
            trial.patient = window.patient;
            trial.infection = trial.bodyTooSmall = false;
            trial.outcome = core::TrialOutcome::positive;
            core::ScreeningBolus bolus;
            bolus.on = date("2026-01-05");
            bolus.minute = 540;
            bolus.dose = core::PumpBolus::micrograms(50);
            bolus.observations = {{0, 3000, 80, 120, 75, 15, 98}, {4, 1500, 66, 105, 60, 13, 97}};
            trial.boluses = {bolus};
            const auto saved = app::savePumpTrial(session, catalogue(), trial, {});
            QVERIFY2(saved, qPrintable(saved ? QString() : wording::sentence(saved.error())));
            withPump(window, session);
        },
        spinalForm());
    PumpPage& page = pumpPage(clinic);
    QVERIFY(page.findChild<PumpChart*>()->isVisible());
    QVERIFY(!page.findChild<PumpTrialChart*>()->isVisible());
    QString told;
    QString drawn;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        told = visibleText(dialog);
        drawn = dialog.findChild<PumpTrialChart*>()->words();
        return static_cast<int>(QDialog::Rejected);
    });
    click(page, QStringLiteral("Screening trial…"));
    QVERIFY2(told.contains(QStringLiteral("Positive; recorded by")), qPrintable(told));
    QCOMPARE(drawn,
             QStringLiteral("50 mcg, 05-Jan-2026 09:00; before: MAS mean 3, pulse 80, blood pressure 120 over 75, "
                            "breaths 15, SpO2 98 %; 4 h: MAS mean 1.5, pulse 66, blood pressure 105 over 60, "
                            "breaths 13, SpO2 97 %"));
}

void TestPumpPage::thePageHasNoEmptyRoom() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-17");
            withPump(window, session);
        },
        spinalForm());
    clinic.window->resize(1360, 1000);
    PumpPage& page = pumpPage(clinic);
    const auto* chart = page.findChild<PumpDayChart*>();
    const auto* notes = page.findChildren<QLabel*>().last();
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->text().contains(QStringLiteral("unverified")))
            notes = label;
    const int below = notes->mapTo(&page, QPoint()).y() - chart->mapTo(&page, QPoint(0, chart->height())).y();
    QVERIFY2(below > 0 && below < 3 * page.fontMetrics().height(), qPrintable(QString::number(below)));
    auto* refills = named<QTableView>(page, QStringLiteral("Refills, newest first"));
    QVERIFY(!refills->horizontalScrollBar()->isVisible());
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
    QCOMPARE(cellText(*refills, 0, 3), QStringLiteral("first"));
    clinic.today = date("2026-04-01");
    clinic.open();
    QVERIFY(visibleText(pumpPage(clinic)).contains(QStringLiteral("Past the alarm date: emergency")));
}

void TestPumpPage::theOverviewKnowsThePump() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-17");
            withPump(window, session);
        },
        spinalForm());
    clinic.window->showPage(PageId::overview);
    const QString text = visibleText(*clinic.window);
    QVERIFY2(text.contains(QStringLiteral("120 mcg/day\nby the pump; no oral plan")), qPrintable(text));
    // What comes next is its refill, and there are no tablets to run out.
    QVERIFY2(text.contains(QStringLiteral("Next step · the pump's refill")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Refill by ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Baclofen comes from the pump alone.")), qPrintable(text));
    auto* panel = clinic.window->findChild<PumpDosePanel*>();
    QVERIFY(panel && panel->isVisible());
    QCOMPARE(panel->accessibleDescription(),
             QStringLiteral("Latest 120 mcg/day from 15-Jan-2026; 1 refill; alarm date 31-Mar-2026"));
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

// ITB-11
void TestPumpPage::aDayIsDrawnWhileItIsTyped() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    PumpPage& page = pumpPage(clinic);
    QCOMPARE(page.findChild<PumpDayChart*>()->words(),
             QStringLiteral("Daily total 120 mcg; 00:00 to 24:00: 5 mcg an hour"));
    QStringList told;
    clinic.dialogs.answerRun([&told](QDialog& dialog) {
        const auto* picture = dialog.findChild<PumpDayChart*>();
        told << picture->words();
        type(*named<QLineEdit>(dialog, QStringLiteral("Daily dose")), QStringLiteral("132"), false);
        told << picture->words();
        choose(dialog, QStringLiteral("Mode: Flex"));
        told << picture->words();
        type(*named<QLineEdit>(dialog, QStringLiteral("Rates in mcg an hour, each from a time on")),
             QStringLiteral("00:00 5; 06:00 6"), false);
        told << picture->words();
        choose(dialog, QStringLiteral("Mode: Periodic bolus"));
        type(*named<QLineEdit>(dialog, QStringLiteral("Each bolus")), QStringLiteral("10"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Boluses a day")), QStringLiteral("6"), false);
        told << picture->words();
        return static_cast<int>(QDialog::Rejected);
    });
    click(page, QStringLiteral("Change dose…"));
    const QString before = QStringLiteral("; before: 120 mcg a day");
    QCOMPARE(told, (QStringList{QStringLiteral("The day is drawn hour by hour once the dose is typed."),
                                QStringLiteral("Daily total 132 mcg; 00:00 to 24:00: 5.5 mcg an hour") + before,
                                QStringLiteral("The day is drawn hour by hour once its periods are typed."),
                                QStringLiteral("Daily total 138 mcg; 00:00 to 06:00: 5 mcg an hour; "
                                               "06:00 to 24:00: 6 mcg an hour") +
                                    before,
                                QStringLiteral("Daily total 132 mcg; 00:00 to 24:00: 3 mcg an hour; "
                                               "6 boluses of 10 mcg") +
                                    before}));
}

// ITB-11
void TestPumpPage::periodsThatDisagreeAreRefusedWithWords() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    QString told;
    clinic.dialogs.answerRun([&told](QDialog& dialog) {
        choose(dialog, QStringLiteral("Mode: Flex"));
        type(*named<QLineEdit>(dialog, QStringLiteral("At")), QStringLiteral("10:00"), false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Rates in mcg an hour, each from a time on")),
             QStringLiteral("00:00 5; 06:00 6"), false);
        auto* daily = named<QLineEdit>(dialog, QStringLiteral("Daily dose that the programmer shows"));
        type(*daily, QStringLiteral("132"), false);
        click(dialog, QStringLiteral("Record setting"));
        told = visibleText(dialog);
        if (!dialog.isVisible())
            return static_cast<int>(QDialog::Rejected);
        type(*daily, QStringLiteral("138"), false);
        click(dialog, QStringLiteral("Record setting"));
        return dialog.result();
    });
    click(pumpPage(clinic), QStringLiteral("Change dose…"));
    QVERIFY2(told.contains(QStringLiteral("The periods come to 138 mcg/day, the daily dose typed is 132 mcg/day")),
             qPrintable(told));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{2});
    QCOMPARE(clinic.record().pump.settings.back().daily, core::PumpDose::micrograms(138));
    QVERIFY(pumpPage(clinic).findChild<PumpDayChart*>()->words().startsWith(QStringLiteral("Daily total 138 mcg")));
}

void TestPumpPage::badDosesOfADayAreRefused_data() {
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* mode, const char* field, const char* text, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(mode) << QString::fromUtf8(field) << QString::fromUtf8(text)
                            << QString::fromUtf8(words);
    };
    const char* daily = "Daily dose that the programmer shows";
    const char* rates = "Rates in mcg an hour, each from a time on";
    row("mg for the total", "Flex", daily, "0.138 mg", "Expected: mcg");
    row("no total", "Flex", daily, "", "is empty");
    row("mg for a rate", "Flex", rates, "00:00 0.005 mg", "00:00 0.005 mg");
    row("a day from one o'clock", "Flex", rates, "01:00 5", "Begin at 00:00");
    row("mg for a bolus", "Periodic bolus", "Each bolus", "0.01 mg", "Expected: mcg");
    row("a bolus of nothing", "Periodic bolus", "Each bolus", "0", "outside");
    row("no boluses", "Periodic bolus", "Boluses a day", "0", "from 1 to 48");
    row("more than the day", "Periodic bolus", "Each bolus", "50", "more than the daily dose of 138 mcg/day");
}

void TestPumpPage::badDosesOfADayAreRefused() {
    QFETCH(const QString, mode);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-02-01");
            withPump(window, session);
        },
        spinalForm());
    QString told;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        const bool isFlex = mode == u"Flex";
        const auto fill = [&](const char* name, const char* value) {
            type(*named<QLineEdit>(dialog, QString::fromUtf8(name)), QString::fromUtf8(value), false);
        };
        choose(dialog, QStringLiteral("Mode: ") + mode);
        fill("At", "10:00");
        if (isFlex) {
            fill("Rates in mcg an hour, each from a time on", "00:00 5; 06:00 6");
            fill("Daily dose that the programmer shows", "138");
        } else {
            fill("Daily dose, boluses included", "138");
            fill("Each bolus", "10");
            fill("Boluses a day", "6");
        }
        type(*named<QLineEdit>(dialog, field), text, false);
        click(dialog, QStringLiteral("Record setting"));
        told = visibleText(dialog);
        return dialog.result();
    });
    click(pumpPage(clinic), QStringLiteral("Change dose…"));
    QVERIFY2(told.contains(words), qPrintable(told));
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

void TestPumpPage::whatWasEnteredIsUndoneAndRedone() {
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
        click(dialog, QStringLiteral("Record setting"));
        if (!visibleText(dialog).contains(QStringLiteral("A reason is still owed (ITB-7). Write it beside the check")))
            return static_cast<int>(QDialog::Rejected);
        for (FindingCard* card : dialog.findChildren<FindingCard*>())
            if (auto* reason = card->findChild<QLineEdit*>(); reason && reason->isVisible())
                type(*reason, QStringLiteral("Ward, monitored"), false);
        click(dialog, QStringLiteral("Record setting"));
        return dialog.result();
    });
    click(page, QStringLiteral("Change dose…"));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{2});
    const core::PumpSetting entered = clinic.record().pump.settings.back();
    QCOMPARE(page.undoStack()->undoText(), QStringLiteral("the setting of 01-Feb-2026, 200 mcg/day"));
    clinic.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(clinic.window.get()));
    QTest::keyClick(clinic.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{1});
    QVERIFY(visibleText(page).contains(QStringLiteral("120 mcg/day")));
    page.undoStack()->redo();
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{2});
    const core::PumpSetting again = clinic.record().pump.settings.back();
    QVERIFY(again.id != entered.id);
    QCOMPARE(again.daily, entered.daily);
    QVERIFY(again.seen == entered.seen); // with the reason
    // Somebody went on since: the way back is told, not forced.
    core::PumpSetting later = again;
    later.id = core::RecordId();
    later.rowVersion = 0;
    later.minute = 700;
    later.daily = core::PumpDose::micrograms(190);
    QVERIFY(app::setPump(*clinic.window->session(), catalogue(), clinic.patient, later, {}));
    page.undoStack()->undo();
    QCOMPARE(clinic.dialogs.told.size(), 1);
    QVERIFY(!page.undoStack()->canUndo());
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{3});
}

void TestPumpPage::whatWasTakenBackComesBack() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-01-15");
            withPump(window, session);
            window.today = date("2026-02-01");
        },
        spinalForm());
    PumpPage& page = pumpPage(clinic);
    clinic.dialogs.answerConfirm(true);
    click(page, QStringLiteral("Take back…"));
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{0});
    page.undoStack()->undo();
    QTRY_COMPARE(clinic.record().pump.settings.size(), std::size_t{1});
    QCOMPARE(clinic.record().pump.settings.front().daily, core::PumpDose::micrograms(120));
    QTRY_VERIFY(visibleText(page).contains(QStringLiteral("120 mcg/day")));
    page.undoStack()->redo();
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
