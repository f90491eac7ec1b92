// Walks the first page, the clinic, every page of a patient and every dialog of the shell: each control that can be
// reached has a name for screen readers, and no two of them share a mnemonic. Pages are taken from the window's own
// table.
#include "clinic_window.h"
#include "gui/about_dialog.h"
#include "gui/banner.h"
#include "gui/concentration_dialog.h"
#include "gui/new_clinic_dialog.h"
#include "gui/patient_dialog.h"
#include "gui/plan_page.h"
#include "gui/products_page.h"
#include "gui/protocols_page.h"
#include "gui/pump_models_page.h"
#include "gui/pump_page.h"
#include "gui/settings_dialog.h"
#include "gui/settings_page.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "pump_window.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;
using test::ClinicWindow;
using test::completeForm;

namespace {

QString describe(const QWidget& widget) {
    QStringList path;
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget())
        path.prepend(QString::fromLatin1(at->metaObject()->className()) +
                     (at->objectName().isEmpty() ? QString() : QStringLiteral("#") + at->objectName()));
    return path.join(QStringLiteral(" > "));
}

bool isReachable(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus &&
           widget.focusProxy() == nullptr;
}

// Parts of a control that speak through it.
bool speaksThroughItsOwner(const QWidget& widget) {
    const QWidget* owner = widget.parentWidget();
    return qobject_cast<const QScrollBar*>(&widget) != nullptr || qobject_cast<const QMenuBar*>(&widget) != nullptr ||
           (owner != nullptr && (qobject_cast<const QComboBox*>(owner) != nullptr ||
                                 qobject_cast<const QAbstractSpinBox*>(owner) != nullptr));
}

QStringList unnamed(QWidget& root) {
    QStringList found;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!isReachable(*widget) || speaksThroughItsOwner(*widget))
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (spoken == nullptr || spoken->text(QAccessible::Name).trimmed().isEmpty())
            found << describe(*widget);
    }
    return found;
}

QChar mnemonicOf(const QString& text) {
    const QKeySequence sequence = QKeySequence::mnemonic(text);
    return sequence.isEmpty() ? QChar() : QChar(static_cast<char16_t>(sequence[0].key())).toLower();
}

QStringList sharedMnemonics(QWidget& root) {
    QHash<QChar, QString> taken;
    QStringList shared;
    const auto take = [&](const QString& text) {
        const QChar key = mnemonicOf(text);
        if (key.isNull())
            return;
        if (taken.contains(key))
            shared << QStringLiteral("%1: “%2” and “%3”").arg(key).arg(taken.value(key), text);
        else
            taken.insert(key, text);
    };
    for (const QMenuBar* bar : root.findChildren<QMenuBar*>()) {
        for (const QAction* action : bar->actions()) {
            if (action->isVisible())
                take(action->text());
        }
    }
    for (const QTabBar* tabs : root.findChildren<QTabBar*>()) {
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            take(tabs->tabText(i));
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled())
            take(button->text());
    }
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            take(label->text());
    }
    return shared;
}

void walk(QWidget& root) {
    QCoreApplication::processEvents();
    const QStringList silent = unnamed(root);
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    const QStringList shared = sharedMnemonics(root);
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(QLatin1Char('\n'))));
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstPageSpeaks() {
        const ClinicWindow clinic;
        walk(*clinic.window);
    }

    void everyPageSpeaks_data() {
        QTest::addColumn<int>("page");
        for (const PatientPageKind& kind : patientPageKinds())
            QTest::newRow(kind.title) << static_cast<int>(kind.id);
    }
    void everyPageSpeaks() {
        QFETCH(const int, page);
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        walk(*clinic.window);
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        QVERIFY(clinic.window->showPage(static_cast<PageId>(page)) != nullptr);
        walk(*clinic.window);
    }

    void worklistSpeaks() {
        PatientWindow clinic(goingDown);
        clinic.window->showWorklist();
        QTRY_VERIFY(clinic.window->worklist()->isRead());
        QVERIFY(clinic.window->worklist()->model().rowCount() > 0);
        walk(*clinic.window);
        // A cell that acts says on what.
        const auto& model = clinic.window->worklist()->model();
        const QString spoken = model.index(0, WorklistModel::done).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("Done: KOWALSKI, Maria, ")), qPrintable(spoken));
    }

    void emptyClinicSpeaks() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        walk(*clinic.window);
    }

    void newPatientSpeaks() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        clinic.dialogs.answerRun([](QDialog& dialog) {
            dialog.resize(900, 2'000); // everything in view
            walk(dialog);
            for (QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
                if (button->text() == QStringLiteral("These") || button->text() == QStringLiteral("Known"))
                    button->click();
            }
            walk(dialog);
            dialog.close();
            return int(QDialog::Rejected);
        });
        clinic.dialogs.answerConfirm(true);
        clinic.window->newPatient();
        QVERIFY(clinic.dialogs.isDone());
    }

    void otherDialogsSpeak() {
        NewClinicDialog clinic;
        clinic.show();
        walk(clinic);
        AboutDialog about(test::catalogue());
        about.show();
        walk(about);
    }

    void settingsSpeak() {
        PatientWindow clinic;
        clinic.dialogs.answerRun([&](QDialog& dialog) {
            auto& settings = dynamic_cast<SettingsDialog&>(dialog);
            for (const SettingsPage* page : settings.pages()) {
                settings.showPage(*page);
                walk(settings);
            }
            clinic.dialogs.answerRun([](QDialog& product) {
                walk(product);
                return int(QDialog::Rejected);
            });
            settings.page<ProductsPage>()->addProduct();
            clinic.dialogs.answerRun([](QDialog& model) {
                walk(model);
                return int(QDialog::Rejected);
            });
            settings.page<PumpModelsPage>()->addModel();
            clinic.dialogs.answerRun([](QDialog& protocol) {
                walk(protocol);
                return int(QDialog::Rejected);
            });
            settings.page<ProtocolsPage>()->copyProtocol();
            return int(QDialog::Rejected);
        });
        clinic.window->showSettings();
        QVERIFY(clinic.dialogs.isDone());
    }

    void thePumpSpeaks() {
        PatientWindow clinic(
            [](PatientWindow& window, app::Session& session) {
                window.today = date("2026-03-17");
                withPump(window, session);
            },
            spinalForm());
        auto& pump = clinic.page<PumpPage>(PageId::pump);
        walk(*clinic.window);
        const std::vector<std::function<void()>> forms{[&] { pump.recordRefill(); },
                                                       [&] { pump.changeDose(); },
                                                       [&] { pump.editImplant(); },
                                                       [&] { pump.recordTrial(); },
                                                       [&] { clinic.window->showPumpBoard(); },
                                                       [&] { clinic.window->showPumpWithdrawal(); },
                                                       [&] { clinic.window->showPumpOverdose(); }};
        for (const auto& form : forms) {
            clinic.dialogs.answerRun([](QDialog& dialog) {
                walk(dialog);
                return int(QDialog::Rejected);
            });
            form();
        }
        QVERIFY(clinic.dialogs.isDone());
    }

    void theWeanSpeaks() {
        PatientWindow clinic(
            [](PatientWindow& window, app::Session& session) {
                onSixty(window, session);
                window.today = date("2026-11-20");
                withPump(window, session);
            },
            spinalForm());
        clinic.dialogs.answerRun([](QDialog& dialog) {
            walk(dialog);
            return int(QDialog::Rejected);
        });
        clinic.page<PumpPage>(PageId::pump).weanTablets();
        QVERIFY(clinic.dialogs.isDone());
    }

    void concentrationSpeaks() {
        PatientWindow clinic(goingDown);
        auto& plan = clinic.page<PlanPage>(PageId::plan);
        clinic.dialogs.answerRun([](QDialog& dialog) {
            walk(dialog);
            dynamic_cast<ConcentrationDialog&>(dialog).showTable(true);
            walk(dialog);
            return int(QDialog::Rejected);
        });
        plan.showConcentration();
        QVERIFY(clinic.dialogs.isDone());
    }

    void theBannerSaysItsTextsAloud() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        QStringList spoken;
        for (QLabel* label : clinic.window->banner()->findChildren<QLabel*>()) {
            if (label->isVisible())
                spoken << QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
        }
        QVERIFY(spoken.contains(QStringLiteral("KOWALSKI, Maria")));
        QVERIFY(spoken.contains(QStringLiteral("12-Mar-1961 (65 y)")));
    }

    void tabGoesThroughTheFormAsTheEyeDoes() {
        ClinicWindow clinic;
        clinic.makeClinic({});
        clinic.open();
        clinic.dialogs.answerRun([](QDialog& dialog) {
            QStringList names;
            for (int i = 0; i < 30 && dialog.focusWidget() != nullptr; ++i) {
                names << dialog.focusWidget()->accessibleName();
                QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            }
            const QStringList expected{
                QStringLiteral("Surname"),
                QStringLiteral("Given name"),
                QStringLiteral("Title"),
                QStringLiteral("Date of birth"),
                QStringLiteral("Sex, as the kidney formulas need it: Not recorded"),
                QStringLiteral("Record number"),
                QStringLiteral("Language of what is printed"),
                QStringLiteral("Telephone"),
                QStringLiteral("Address"),
                QStringLiteral("Given for"),
                QStringLiteral("Origin of spasticity: Spinal"),
                QStringLiteral("Diagnosis"),
                QStringLiteral("Goal of treatment"),
                QStringLiteral("Tone needed to stand or transfer: Yes"),
                QStringLiteral("On baclofen since, if already taking it"),
                QStringLiteral("Weight"),
                QStringLiteral("Weighed on"),
                QStringLiteral("Height"),
                QStringLiteral("Creatinine"),
                QStringLiteral("Unit of creatinine: milligrams per decilitre"),
                QStringLiteral("Creatinine taken on"),
                QString(), // the tick box says its own text
                QStringLiteral("On dialysis: Yes"),
                QStringLiteral("Last liver tests (AST, ALT)"),
                QStringLiteral("Last glucose"),
                QStringLiteral("Pregnant: Yes"),
                QStringLiteral("Planning a pregnancy: Yes"),
                QStringLiteral("Breastfeeding: Yes"),
                QStringLiteral("Allergies: Not recorded"),
                QStringLiteral("Conditions: Not asked yet"),
            };
            [&] { QCOMPARE(names, expected); }();
            dialog.reject();
            return int(QDialog::Rejected);
        });
        clinic.window->newPatient();
    }

    void tabReachesEveryControlOfTheClinic() {
        ClinicWindow clinic;
        clinic.makeClinic({completeForm("Kowalski")});
        clinic.open();
        clinic.window->openPatient(clinic.window->patientList()->model().idAt(0));
        clinic.window->activateWindow();
        clinic.window->patientList()->focusSearch();
        QSet<QWidget*> reached;
        for (int i = 0;
             i < 200 && QApplication::focusWidget() != nullptr && !reached.contains(QApplication::focusWidget()); ++i) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget* widget : clinic.window->findChildren<QWidget*>()) {
            if (isReachable(*widget) && (widget->focusPolicy() & Qt::TabFocus) != 0 && !speaksThroughItsOwner(*widget))
                QVERIFY2(reached.contains(widget), qPrintable(describe(*widget)));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
