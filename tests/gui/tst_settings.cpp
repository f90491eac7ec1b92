// The clinic's settings as a person drives them: what is changed is saved once and audited, what is refused is refused
// in its field, and what was left is as it was.
#include "app/clinic_settings.h"
#include "app/documents.h"
#include "gui/clinic_page.h"
#include "gui/plan_draft.h"
#include "gui/plan_page.h"
#include "gui/product_dialog.h"
#include "gui/product_picker.h"
#include "gui/products_page.h"
#include "gui/region_page.h"
#include "gui/settings_dialog.h"
#include "patient_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QTableWidget>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// Opens the settings by their key and works in them; the dialog then says how it ended.
void inSettings(PatientWindow& clinic, const std::function<void(SettingsDialog&)>& work) {
    bool worked = false;
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        auto* settings = qobject_cast<SettingsDialog*>(&dialog);
        if (settings) {
            work(*settings);
            worked = true;
        }
        return dialog.result();
    });
    clinic.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(clinic.window.get()));
    QTest::keyClick(clinic.window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(worked);
}

core::Clinic stored(const PatientWindow& clinic) {
    return app::clinic(*clinic.window->session()).value();
}

QTableWidget& table(SettingsDialog& settings) {
    return *settings.page<ProductsPage>()->findChild<QTableWidget*>();
}

int rowOf(SettingsDialog& settings, const QString& product) {
    for (int row = 0; row < table(settings).rowCount(); ++row) {
        if (table(settings).item(row, 0)->text() == product)
            return row;
    }
    QTest::qFail(qPrintable(QStringLiteral("no product: ") + product), __FILE__, __LINE__);
    return 0;
}

bool isTicked(SettingsDialog& settings, const QString& product) {
    return table(settings).item(rowOf(settings, product), 0)->checkState() == Qt::Checked;
}

// By keyboard: the row, then the blank.
void tick(SettingsDialog& settings, const QString& product) {
    settings.showPage(*settings.page<ProductsPage>());
    table(settings).setFocus();
    table(settings).setCurrentCell(rowOf(settings, product), 0);
    QTest::keyClick(&table(settings), Qt::Key_Space);
}

void addProduct(PatientWindow& clinic, SettingsDialog& settings, const QString& name, const QString& strength,
                bool halves) {
    settings.showPage(*settings.page<ProductsPage>());
    clinic.dialogs.answerRun([&](QDialog& dialog) {
        type(*named<QLineEdit>(dialog, QStringLiteral("Name")), name, false);
        type(*named<QLineEdit>(dialog, QStringLiteral("Strength of one tablet")), strength, false);
        if (halves)
            QTest::mouseClick(dialog.findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(6, 6));
        click(dialog, QStringLiteral("Add"));
        return dialog.result();
    });
    click(settings, QStringLiteral("Add a product…"));
}

QStringList offeredInPicker(const PatientWindow& clinic) {
    auto* picker = clinic.window->findChild<ProductPicker*>();
    QMenu* menu = picker->menu();
    Q_EMIT menu->aboutToShow();
    QStringList names;
    for (const QAction* action : menu->actions()) {
        if (action->isCheckable())
            names << action->text();
    }
    return names;
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsAMenuForThem() {
        PatientWindow clinic;
        const QAction* found = nullptr;
        for (const QAction* menu : clinic.window->menuBar()->actions()) {
            for (const QAction* action : menu->menu()->actions()) {
                if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Comma))
                    found = action;
            }
        }
        QVERIFY(found && found->isEnabled());
        clinic.window->closeClinic();
        QVERIFY(!found->isEnabled());
    }

    void whatIsTypedIsSavedOnceAndSeen() {
        PatientWindow clinic;
        const core::Clinic before = stored(clinic);
        inSettings(clinic, [](SettingsDialog& settings) {
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            type(*named<QLineEdit>(settings, QStringLiteral("Clinic name")), QStringLiteral("Riverside"), false);
            type(*named<QLineEdit>(settings, QStringLiteral("A fair trial lasts, days")), QStringLiteral("56"), false);
            choose(settings, QStringLiteral("Closed on Friday"));
            choose(settings, QStringLiteral("Paper: Letter"));
            click(settings, QStringLiteral("Save changes"));
            QCOMPARE(settings.result(), int(QDialog::Accepted));
        });
        const core::Clinic after = stored(clinic);
        QCOMPARE(after.name, std::string("Riverside"));
        QCOMPARE(after.trialDays, std::optional(56));
        QVERIFY(std::ranges::count(after.closedWeekdays, core::Weekday::friday) == 1);
        QVERIFY(after.paper == core::PaperSize::letter);
        QCOMPARE(after.rowVersion, before.rowVersion + 1);
        QCOMPARE(after.telephone, before.telephone);
    }

    void badInputIsRefusedInItsField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("no name") << QStringLiteral("Clinic name") << QString() << QStringLiteral("is empty");
        QTest::newRow("a trial too short")
            << QStringLiteral("A fair trial lasts, days") << QStringLiteral("41") << QStringLiteral("42");
        QTest::newRow("a trial too long")
            << QStringLiteral("A fair trial lasts, days") << QStringLiteral("57") << QStringLiteral("56");
        QTest::newRow("no number") << QStringLiteral("A fair trial lasts, days") << QStringLiteral("six weeks")
                                   << QStringLiteral("six weeks");
    }
    void badInputIsRefusedInItsField() {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        PatientWindow clinic;
        const core::Clinic before = stored(clinic);
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>()); // it is brought to the page of the problem
            type(*named<QLineEdit>(settings, field), text, false);
            click(settings, QStringLiteral("Save changes"));
            QVERIFY(settings.isVisible());
            QVERIFY2(visibleText(settings).contains(words), qPrintable(visibleText(settings)));
            QVERIFY(visibleText(settings).contains(QStringLiteral("Nothing was saved yet")));
            QVERIFY(named<QLineEdit>(settings, field)->isVisible());
            clinic.dialogs.answerConfirm(true);
            settings.reject();
        });
        QVERIFY(stored(clinic) == before);
    }

    void leavingAsksAndKeepsWhatWas() {
        PatientWindow clinic;
        const core::Clinic before = stored(clinic);
        inSettings(clinic, [&](SettingsDialog& settings) {
            type(*named<QLineEdit>(settings, QStringLiteral("Prescriber")), QStringLiteral("Dr X"), false);
            tick(settings, QStringLiteral("20 mg tablet"));
            clinic.dialogs.answerConfirm(false);
            settings.reject();
            QVERIFY(settings.isVisible()); // it stays, with what was typed
            QCOMPARE(named<QLineEdit>(settings, QStringLiteral("Prescriber"))->text(), QStringLiteral("Dr X"));
            clinic.dialogs.answerConfirm(true);
            settings.reject();
        });
        QVERIFY(stored(clinic) == before);
        QVERIFY(app::productChoices(*clinic.window->session())->empty());
    }

    void whatIsTakenBackIsNoChange() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            auto* name = named<QLineEdit>(settings, QStringLiteral("Clinic name"));
            type(*name, QStringLiteral("Other"), false);
            QVERIFY(button(settings, QStringLiteral("Save changes"))->isEnabled());
            type(*name, QStringLiteral("Test clinic"), false);
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            settings.reject(); // asks nothing
        });
        QVERIFY(clinic.dialogs.isDone());
    }

    void aSecondWindowIsToldOfTheFirst() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            type(*named<QLineEdit>(settings, QStringLiteral("Prescriber")), QStringLiteral("Dr Second"), false);
            core::Clinic elsewhere = stored(clinic);
            elsewhere.prescriber = "Dr First";
            QVERIFY(app::saveClinic(*clinic.window->session(), elsewhere, catalogue().numbers()));
            click(settings, QStringLiteral("Save changes"));
            QVERIFY(settings.isVisible());
            QVERIFY(visibleText(settings).contains(QStringLiteral("Someone else has saved this meanwhile")));
            clinic.dialogs.answerConfirm(true);
            settings.reject();
        });
        QCOMPARE(stored(clinic).prescriber, std::string("Dr First"));
    }

    // --- region

    void anotherRegionSaysWhatItChangesAndAsks() {
        app::PatientForm form = completeForm("Kowalski");
        form.conditions.emplace();
        form.conditions->push_back({{}, "peptic-ulcer-active", "", std::nullopt, std::nullopt});
        PatientWindow clinic(onSixty, form);
        QCOMPARE(clinic.record().facts.region, core::Region::uk);
        inSettings(clinic, [&](SettingsDialog& settings) {
            auto* region = settings.page<RegionPage>();
            settings.showPage(*region);
            QVERIFY(visibleText(*region).contains(QStringLiteral("None: this is the region in use")));
            choose(*region, QStringLiteral("United States"));
            QTRY_VERIFY(region->isJudged());
            const QString told = visibleText(*region);
            QVERIFY2(told.contains(QStringLiteral("Caution below 12 years")), qPrintable(told));
            QVERIFY(told.contains(QStringLiteral("40 mg/day to 80 mg/day")));
            auto* plans = named<QListWidget>(*region, QStringLiteral("Plans that are judged otherwise"));
            QCOMPARE(plans->count(), 1);
            QVERIFY2(plans->item(0)->text().contains(QStringLiteral("KOWALSKI, Maria")),
                     qPrintable(plans->item(0)->text()));
            QVERIFY2(plans->item(0)->text().contains(QStringLiteral("(SAF-2): Needs a reason → Caution")),
                     qPrintable(plans->item(0)->text()));
            // Products follow the region before it is saved.
            QVERIFY(isTicked(settings, QStringLiteral("20 mg tablet")));

            clinic.dialogs.answerConfirm(false); // nothing is loosened in silence
            click(settings, QStringLiteral("Save changes"));
            QVERIFY(clinic.dialogs.asked.last().contains(QStringLiteral("active peptic ulcer (SAF-2)")));
            QVERIFY(settings.isVisible());
            clinic.dialogs.answerConfirm(true);
            click(settings, QStringLiteral("Save changes"));
            QCOMPARE(settings.result(), int(QDialog::Accepted));
        });
        QCOMPARE(stored(clinic).region, core::Region::us);
        QTRY_COMPARE(clinic.record().facts.region, core::Region::us);
        // A plan that is made now is offered what the US has.
        clinic.page<PlanPage>(PageId::plan).newTitration();
        QVERIFY(offeredInPicker(clinic).contains(QStringLiteral("20 mg tablet")));
    }

    void whateverBecomesMilderIsAgreedTo() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<RegionPage>());
            choose(settings, QStringLiteral("Elsewhere"));
            // Epilepsy needs a reason there, unless the clinic says otherwise; but an ulcer no longer does.
            clinic.dialogs.answerConfirm(true);
            click(settings, QStringLiteral("Save changes"));
        });
        QVERIFY(clinic.dialogs.asked.last().contains(QStringLiteral("SAF-2")));
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<RegionPage>());
            choose(settings, QStringLiteral("United Kingdom, Europe"));
            clinic.dialogs.answerConfirm(true); // now epilepsy is the milder one
            click(settings, QStringLiteral("Save changes"));
        });
        QVERIFY(clinic.dialogs.asked.last().contains(QStringLiteral("SAF-4")));
        QVERIFY(clinic.dialogs.isDone());
    }

    // --- products

    void aProductOfItsOwnIsOfferedInTheNextPlan() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>());
            QVERIFY(visibleText(settings).contains(QStringLiteral("added no product of its own")));
            addProduct(clinic, settings, QStringLiteral("Baclo"), QStringLiteral("25"), false);
            QVERIFY(isTicked(settings, QStringLiteral("25 mg tablet (Baclo)")));
            click(settings, QStringLiteral("Save changes"));
        });
        const auto products = app::clinicProducts(*clinic.window->session()).value();
        QCOMPARE(products.size(), std::size_t{1});
        QCOMPARE(products.front().addedBy, std::string("Dr A. Weber"));
        clinic.page<PlanPage>(PageId::plan).newTitration();
        QVERIFY(offeredInPicker(clinic).contains(QStringLiteral("25 mg tablet (Baclo)")));
        QVERIFY(!offeredInPicker(clinic).contains(QStringLiteral("20 mg tablet")));
    }

    void whatIsSwitchedOffIsNotOffered() {
        PatientWindow clinic;
        inSettings(clinic, [](SettingsDialog& settings) {
            tick(settings, QStringLiteral("5 mg tablet"));
            QVERIFY(!isTicked(settings, QStringLiteral("5 mg tablet")));
            click(settings, QStringLiteral("Save changes"));
        });
        clinic.page<PlanPage>(PageId::plan).newTitration();
        QVERIFY(!offeredInPicker(clinic).contains(QStringLiteral("5 mg tablet")));
    }

    void badProductsAreRefusedInTheirField_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("strength");
        QTest::addColumn<QString>("words");
        QTest::newRow("no name") << QString() << QStringLiteral("25") << QStringLiteral("is empty");
        QTest::newRow("no strength") << QStringLiteral("Baclo") << QString() << QStringLiteral("is empty");
        QTest::newRow("nothing in it") << QStringLiteral("Baclo") << QStringLiteral("0") << QStringLiteral("300");
        QTest::newRow("too strong") << QStringLiteral("Baclo") << QStringLiteral("301") << QStringLiteral("300");
        QTest::newRow("another unit") << QStringLiteral("Baclo") << QStringLiteral("25 mcg") << QStringLiteral("mg");
    }
    void badProductsAreRefusedInTheirField() {
        QFETCH(const QString, name);
        QFETCH(const QString, strength);
        QFETCH(const QString, words);
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>());
            clinic.dialogs.answerRun([&](QDialog& dialog) {
                type(*named<QLineEdit>(dialog, QStringLiteral("Name")), name, false);
                type(*named<QLineEdit>(dialog, QStringLiteral("Strength of one tablet")), strength, false);
                click(dialog, QStringLiteral("Add"));
                if (!dialog.isVisible())
                    QTest::qFail("it was taken", __FILE__, __LINE__);
                const QString told = visibleText(dialog);
                if (!told.contains(words))
                    QTest::qFail(qPrintable(told), __FILE__, __LINE__);
                dialog.reject();
                return dialog.result();
            });
            click(settings, QStringLiteral("Add a product…"));
            settings.reject();
        });
        QVERIFY(app::clinicProducts(*clinic.window->session())->empty());
    }

    // FRM-1: where a clinic offers nothing yet, a new plan asks for it instead of proposing something.
    void aPlanWithoutAnyProductAsksTheClinicFirst() {
        PatientWindow clinic([](PatientWindow&, app::Session& session) {
            core::Clinic elsewhere = app::clinic(session).value();
            elsewhere.region = core::Region::other;
            QVERIFY(app::saveClinic(session, elsewhere, catalogue().numbers()));
        });
        auto& plan = clinic.page<PlanPage>(PageId::plan);
        clinic.dialogs.answerConfirm(false);
        plan.newTitration();
        QVERIFY(!plan.findChild<PlanDraft*>()->isOpen());
        QVERIFY(clinic.dialogs.asked.last().contains(QStringLiteral("offers no product")));

        clinic.dialogs.answerConfirm(true);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            auto& settings = dynamic_cast<SettingsDialog&>(dialog);
            if (!settings.page<ProductsPage>()->isVisible())
                QTest::qFail("not at the products", __FILE__, __LINE__);
            tick(settings, QStringLiteral("10 mg tablet"));
            click(settings, QStringLiteral("Save changes"));
            return settings.result();
        });
        plan.newTitration();
        QVERIFY(plan.findChild<PlanDraft*>()->isOpen());
        QCOMPARE(offeredInPicker(clinic).filter(QStringLiteral("tablet")).size(), 1);
    }

    void aLiquidIsTypedAsItsLabelIsWritten() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>());
            clinic.dialogs.answerRun([&](QDialog& dialog) {
                type(*named<QLineEdit>(dialog, QStringLiteral("Name")), QStringLiteral("Syrup"), false);
                choose(dialog, QStringLiteral("Form: Oral liquid"));
                type(*named<QLineEdit>(dialog, QStringLiteral("Strength of the liquid, such as 10 mg/5 mL")),
                     QStringLiteral("10 mg/5 mL"));
                type(*named<QLineEdit>(dialog, QStringLiteral("Smallest volume that is measured")),
                     QStringLiteral("0.5"), false);
                const QString told = visibleText(dialog);
                if (!told.contains(QStringLiteral("Smallest dose that it gives: 1 mg.")))
                    QTest::qFail(qPrintable(told), __FILE__, __LINE__);
                click(dialog, QStringLiteral("Add"));
                return dialog.result();
            });
            click(settings, QStringLiteral("Add a product…"));
            click(settings, QStringLiteral("Save changes"));
        });
        const auto products = app::clinicProducts(*clinic.window->session()).value();
        QCOMPARE(products.size(), std::size_t{1});
        QCOMPARE(products.front().product.strength, dose("2"));
        QCOMPARE(products.front().product.grid, core::Volume::microlitres(500));
    }

    // FRM-1: retired, never deleted or changed in strength, once a plan holds it.
    void whatAPlanHoldsCanOnlyBeRetired() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            addProduct(clinic, settings, QStringLiteral("Baclo"), QStringLiteral("25"), true);
            click(settings, QStringLiteral("Save changes"));
        });
        const core::Product own = app::clinicProducts(*clinic.window->session())->front().product;
        core::TitrationInputs inputs;
        inputs.start = clinic.today;
        inputs.startDose = inputs.goal = daily("25");
        inputs.increment = daily("12.5");
        clinic.activate(*clinic.window->session(), inputs, core::ProductSet::of({own}).value());
        QTRY_VERIFY(clinic.record().active() != nullptr);
        const core::ProductSet held = clinic.record().active()->plan.products;

        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>());
            table(settings).setCurrentCell(rowOf(settings, QStringLiteral("25 mg tablet (Baclo)")), 0);
            clinic.dialogs.answerRun([&](QDialog& dialog) {
                if (named<QLineEdit>(dialog, QStringLiteral("Strength of one tablet"))->isEnabled())
                    QTest::qFail("its strength can be changed", __FILE__, __LINE__);
                dialog.reject();
                return dialog.result();
            });
            click(settings, QStringLiteral("Edit…"));
            click(settings, QStringLiteral("Retire"));
            QVERIFY(isTicked(settings, QStringLiteral("10 mg tablet")));
            click(settings, QStringLiteral("Keep it")); // undone
            QVERIFY(isTicked(settings, QStringLiteral("25 mg tablet (Baclo)")));
            click(settings, QStringLiteral("Retire"));
            click(settings, QStringLiteral("Save changes"));
            QCOMPARE(settings.result(), int(QDialog::Accepted));
        });
        QVERIFY(app::clinicProducts(*clinic.window->session())->front().isRetired());
        QVERIFY(clinic.record().active()->plan.products == held); // the plan keeps its own
        clinic.page<PlanPage>(PageId::plan).newTaper();           // and goes on with it
        QVERIFY(offeredInPicker(clinic).contains(QStringLiteral("25 mg tablet (Baclo)")));
    }

    void whatNobodyUsesIsRemoved() {
        PatientWindow clinic;
        inSettings(clinic, [&](SettingsDialog& settings) {
            addProduct(clinic, settings, QStringLiteral("Mistyped"), QStringLiteral("250"), false);
            click(settings, QStringLiteral("Save changes"));
        });
        inSettings(clinic, [&](SettingsDialog& settings) {
            settings.showPage(*settings.page<ProductsPage>());
            table(settings).setCurrentCell(rowOf(settings, QStringLiteral("250 mg tablet (Mistyped)")), 0);
            click(settings, QStringLiteral("Remove"));
            click(settings, QStringLiteral("Save changes"));
        });
        QVERIFY(app::clinicProducts(*clinic.window->session())->empty());
    }

    void aReadOnlyClinicShowsThemAndChangesNothing() {
        PatientWindow clinic;
        clinic.open(true);
        inSettings(clinic, [](SettingsDialog& settings) {
            QVERIFY(visibleText(settings).contains(QStringLiteral("open for reading")));
            QVERIFY(!named<QLineEdit>(settings, QStringLiteral("Clinic name"))->isEnabled());
            QVERIFY(!button(settings, QStringLiteral("Save changes"))->isEnabled());
            settings.reject();
        });
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
