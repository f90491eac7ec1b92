// The pump models of the clinic as a person enters and confirms them: unverified until somebody compared the constants
// with the manual, and again after a change; wherever a model is used it says which.
#include "gui/pump_model_dialog.h"
#include "gui/pump_models_page.h"
#include "gui/pump_page.h"
#include "gui/settings_dialog.h"
#include "pump_window.h"

#include <QCheckBox>
#include <QTableWidget>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

QCheckBox& box(QDialog& dialog) {
    return *dialog.findChild<QCheckBox*>();
}

void tick(QDialog& dialog) {
    QTest::mouseClick(&box(dialog), Qt::LeftButton, {}, QPoint(6, 6));
}

// Opens the settings at the models and works there; the settings then say how they ended.
void inModels(PatientWindow& clinic, const std::function<void(SettingsDialog&, PumpModelsPage&)>& work) {
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        auto& settings = dynamic_cast<SettingsDialog&>(dialog);
        auto* page = settings.page<PumpModelsPage>();
        settings.showPage(*page);
        work(settings, *page);
        return dialog.result();
    });
    clinic.window->showSettings();
    QVERIFY(clinic.dialogs.isDone());
}

QString state(const PumpModelsPage& page, int row) {
    return page.findChild<QTableWidget*>()->item(row, 2)->text();
}

std::vector<app::ClinicPumpModel> models(const PatientWindow& clinic) {
    return app::pumpModels(*clinic.window->session(), catalogue()).value();
}

void confirmFirst(PatientWindow& clinic) {
    inModels(clinic, [&clinic](SettingsDialog& settings, PumpModelsPage& page) {
        clinic.dialogs.answerRun([](QDialog& dialog) {
            tick(dialog);
            click(dialog, QStringLiteral("Change"));
            return dialog.result();
        });
        click(page, QStringLiteral("Edit or confirm…"));
        QVERIFY(state(page, 0).startsWith(QStringLiteral("will be confirmed by ")));
        click(settings, QStringLiteral("Save changes"));
        QCOMPARE(settings.result(), int(QDialog::Accepted));
    });
}

QString pageText(PatientWindow& clinic) {
    return visibleText(clinic.page<PumpPage>(PageId::pump));
}

void at(PatientWindow& window, app::Session& session) {
    window.today = date("2026-03-17");
    withPump(window, session);
}

} // namespace

class TestPumpModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConfirmedModelSaysWhoAndWhen();
    void aChangeTakesTheConfirmationBack();
    void aModelIsAdded();
    void whatIsLeftIsAsItWas();
    void otherConstantsAreToldOnThePage();
    void badInputIsRefusedInItsField_data();
    void badInputIsRefusedInItsField();
};

void TestPumpModels::aConfirmedModelSaysWhoAndWhen() {
    PatientWindow clinic(at, spinalForm());
    QVERIFY(pageText(clinic).contains(QStringLiteral("unverified")));
    confirmFirst(clinic);
    QCOMPARE(models(clinic).front().model.confirmedBy, clinic.window->session()->userName());
    QTRY_VERIFY(!pageText(clinic).contains(QStringLiteral("unverified")));
    inModels(clinic, [](SettingsDialog& settings, PumpModelsPage& page) {
        QVERIFY2(state(page, 0).startsWith(QStringLiteral("Confirmed by ")), qPrintable(state(page, 0)));
        QVERIFY2(state(page, 0).endsWith(QStringLiteral("-2026")), qPrintable(state(page, 0)));
        QCOMPARE(state(page, 1), QStringLiteral("Unverified"));
        QVERIFY(!page.isChanged());
        settings.reject();
    });
}

void TestPumpModels::aChangeTakesTheConfirmationBack() {
    PatientWindow clinic(at, spinalForm());
    confirmFirst(clinic);
    inModels(clinic, [&clinic](SettingsDialog& settings, PumpModelsPage& page) {
        clinic.dialogs.answerRun([](QDialog& dialog) {
            if (!box(dialog).isChecked())
                return static_cast<int>(QDialog::Rejected);
            type(*named<QLineEdit>(dialog, QStringLiteral("Tubing inside the pump")), QStringLiteral("0.25"), false);
            if (box(dialog).isChecked() ||
                !visibleText(dialog).contains(QStringLiteral("Changed since it was confirmed")))
                return static_cast<int>(QDialog::Rejected);
            click(dialog, QStringLiteral("Change"));
            return dialog.result();
        });
        click(page, QStringLiteral("Edit or confirm…"));
        QCOMPARE(state(page, 0), QStringLiteral("changed now, unverified"));
        click(settings, QStringLiteral("Save changes"));
    });
    QVERIFY(!models(clinic).front().model.isConfirmed());
    QVERIFY(models(clinic).front().model.tubing == core::Volume::microlitres(250));
}

void TestPumpModels::aModelIsAdded() {
    PatientWindow clinic;
    inModels(clinic, [&clinic](SettingsDialog& settings, PumpModelsPage& page) {
        clinic.dialogs.answerRun([](QDialog& dialog) {
            for (const auto& [field, text] :
                 {std::pair("Name", "Pump B, 40 mL"), std::pair("Reservoir", "40"),
                  std::pair("Alarm volume: left when it begins to beep", "2"),
                  std::pair("Tubing inside the pump", "0.14"), std::pair("Catheter, in each centimetre", "0.0021"),
                  std::pair("Service life, months", "96"),
                  std::pair("Where the constants were read", "Manual, 3rd edition, p. 12")})
                type(*named<QLineEdit>(dialog, QString::fromUtf8(field)), QString::fromUtf8(text), false);
            click(dialog, QStringLiteral("Add"));
            return dialog.result();
        });
        click(page, QStringLiteral("Add a model…"));
        QCOMPARE(state(page, 2), QStringLiteral("added now, unverified"));
        click(settings, QStringLiteral("Save changes"));
    });
    QCOMPARE(models(clinic).size(), std::size_t{3});
    const core::PumpModel added = models(clinic).back().model;
    QCOMPARE(added.name, std::string("Pump B, 40 mL"));
    QVERIFY(added.perCentimetre == core::Volume::nanolitres(2'100));
    QCOMPARE(added.serviceMonths, 96);
    QVERIFY(!added.isConfirmed());
}

void TestPumpModels::whatIsLeftIsAsItWas() {
    PatientWindow clinic;
    inModels(clinic, [&clinic](SettingsDialog& settings, PumpModelsPage& page) {
        clinic.dialogs.answerRun([](QDialog& dialog) {
            tick(dialog);
            click(dialog, QStringLiteral("Change"));
            return dialog.result();
        });
        click(page, QStringLiteral("Edit or confirm…"));
        clinic.dialogs.answerConfirm(true); // leaves without saving
        settings.reject();
    });
    QVERIFY(!models(clinic).front().model.isConfirmed());
}

void TestPumpModels::otherConstantsAreToldOnThePage() {
    PatientWindow clinic(at, spinalForm());
    app::ClinicPumpModel other = models(clinic).front();
    other.model.perCentimetre = core::Volume::nanolitres(3'000);
    QVERIFY(app::savePumpModels(*clinic.window->session(), {{other, app::Confirmed::yes}}));
    QTRY_VERIFY(pageText(clinic).contains(QStringLiteral("The clinic has other constants")));
    QVERIFY(pageText(clinic).contains(QStringLiteral("unverified")));
    clinic.dialogs.answerRun([](QDialog& dialog) {
        auto* choice = dialog.findChild<QComboBox*>();
        const QStringList names{choice->itemText(0), choice->itemText(1), choice->itemText(2)};
        if (names != QStringList{QStringLiteral("Programmable pump, 20 mL (unverified), as it was at the implant"),
                                 QStringLiteral("Programmable pump, 20 mL"),
                                 QStringLiteral("Programmable pump, 40 mL (unverified)")})
            return static_cast<int>(QDialog::Rejected);
        choice->setCurrentIndex(1);
        click(dialog, QStringLiteral("Save"));
        return dialog.result();
    });
    click(clinic.page<PumpPage>(PageId::pump), QStringLiteral("Pump in place…"));
    QTRY_VERIFY(clinic.record().pump.implants.front().model.perCentimetre == core::Volume::nanolitres(3'000));
    QTRY_VERIFY(!pageText(clinic).contains(QStringLiteral("unverified")));
}

void TestPumpModels::badInputIsRefusedInItsField_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* field, const char* text, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(field) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("no name", "Name", "", "is empty");
    row("a name twice", "Name", "Programmable pump, 40 mL", "Another model of this clinic has this name");
    row("mg for a volume", "Reservoir", "20 mg", "Expected: mL");
    row("an empty reservoir", "Reservoir", "0", "holds more than 0 mL");
    row("a reservoir of a litre", "Reservoir", "1000", "100");
    row("alarm at the whole reservoir", "Alarm volume: left when it begins to beep", "20", "below the reservoir");
    row("an alarm that never comes", "Alarm volume: left when it begins to beep", "0", "Above 0 mL");
    row("tubing in microlitres", "Tubing inside the pump", "199", "100");
    row("tubing of the whole pump", "Tubing inside the pump", "20", "Below the reservoir");
    row("catheter in microlitres", "Catheter, in each centimetre", "2.2", "from 0.0001 to 1");
    row("mcg for a catheter", "Catheter, in each centimetre", "0.0022 mcg", "Expected: mL/cm");
    row("a service life in years", "Service life, months", "7 years", "Type digits");
    row("a service life of 30 years", "Service life, months", "360", "240");
    row("no source", "Where the constants were read", "", "is empty");
}

void TestPumpModels::badInputIsRefusedInItsField() {
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    PumpModelDialog dialog(catalogue().pumpModels().front(), false, false,
                           {QString::fromStdString(catalogue().pumpModels().back().name)});
    dialog.show();
    auto* edit = named<TypedEdit>(dialog, field);
    type(*edit, text, false);
    click(dialog, QStringLiteral("Change"));
    QVERIFY(dialog.isVisible());
    QVERIFY(edit->showsProblem());
    QVERIFY2(visibleText(dialog).contains(words), qPrintable(visibleText(dialog)));
    QVERIFY(dialog.model() == catalogue().pumpModels().front());
}

QTEST_MAIN(TestPumpModels)
#include "tst_pump_models.moc"
