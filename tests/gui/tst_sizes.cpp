// Twice the font in a small window: every page and dialog, light and dark, shows each label and button whole.
#include "app/visits.h"
#include "gui/about_dialog.h"
#include "gui/calendar_page.h"
#include "gui/emergency_card.h"
#include "gui/finding_card.h"
#include "gui/findings_panel.h"
#include "gui/finish_dialog.h"
#include "gui/new_clinic_dialog.h"
#include "gui/patient_dialog.h"
#include "gui/plan_page.h"
#include "gui/protocols_page.h"
#include "gui/pump_models_page.h"
#include "gui/pump_page.h"
#include "gui/settings_dialog.h"
#include "gui/settings_page.h"
#include "gui/visits_page.h"
#include "gui/worklist_model.h"
#include "gui/worklist_page.h"
#include "gui/worklist_table.h"
#include "patient_window.h"
#include "pump_window.h"
#include "wording/pump_emergency_words.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>

using namespace lento;
using namespace lento::gui;
using namespace lento::test;

namespace {

// Shown smaller than it asks for: its text is cut off. A label that wraps is too low for its width.
QStringList clipped(const QWidget& root) {
    QStringList found;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != root.window())
            continue;
        QString text;
        QSize wanted = widget->sizeHint();
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            text = label->text();
            if (label->wordWrap())
                wanted = {0, label->heightForWidth(label->width())};
        } else if (const auto* button = qobject_cast<const QPushButton*>(widget)) {
            text = button->text();
        }
        if (text.isEmpty())
            continue;
        if (widget->width() < wanted.width() || widget->height() < wanted.height())
            found << QStringLiteral("%1: “%2” is %3×%4, needs %5×%6")
                         .arg(QString::fromLatin1(widget->parentWidget()->metaObject()->className()), text.left(60))
                         .arg(widget->width())
                         .arg(widget->height())
                         .arg(wanted.width())
                         .arg(wanted.height());
    }
    return found;
}

void settle() {
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void allShown(const QWidget& root) {
    settle();
    const QStringList cut = clipped(root);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
}

void needsNoScrollingSideways(const PatientPage& page) {
    settle();
    QVERIFY2(page.width() <= page.parentWidget()->width(),
             qPrintable(QStringLiteral("%1 wide in %2").arg(page.width()).arg(page.parentWidget()->width())));
}

void fullRecord(PatientWindow& clinic, app::Session& session) {
    goingDown(clinic, session);
    core::Visit visit;
    visit.patient = clinic.patient;
    visit.on = date("2026-11-02");
    visit.mas = {{"hip-adductors", core::Side::left, core::Mas::onePlus}};
    visit.nrsTenths = 65;
    visit.pennFrequency = 3;
    visit.pennSeverity = 2;
    visit.adverseEffects = {{"drowsiness", "", 2}};
    visit.note = "Slept badly";
    visit.further.ashworth = {{"elbow-flexors", core::Side::right, 3}};
    visit.further.tardieu = {{"gastrocnemius-soleus", core::Side::left, {0, 1, 3}, -10, 5}};
    visit.further.goals = {{"Walk to the shop with one stick", 2, 3, -1}};
    visit.further.tenMetreHundredths = 2000;
    visit.further.twentyFiveFootHundredths = 1000;
    QVERIFY(app::saveVisit(session, visit));
}

} // namespace

class TestSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_font = QApplication::font(); }
    void init();
    void cleanup() { QApplication::setFont(m_font); }

    void aTextThatIsCutIsFound();
    void everyPageShowsItsTexts_data();
    void everyPageShowsItsTexts();
    void pagesNeedNoScrollingSideways_data();
    void pagesNeedNoScrollingSideways();
    void draftedPlanNeedsNoScrollingSideways_data() { rows(); }
    void draftedPlanNeedsNoScrollingSideways();
    void worklistShowsItsTexts_data() { rows(); }
    void worklistShowsItsTexts();
    void draftedPlanShowsItsTexts_data() { rows(); }
    void draftedPlanShowsItsTexts();
    void openedWhyShowsItsTexts_data() { rows(); }
    void openedWhyShowsItsTexts();
    void finishShowsItsTexts_data() { rows(); }
    void finishShowsItsTexts();
    void planChangeShowsItsTexts_data() { rows(); }
    void planChangeShowsItsTexts();
    void settingsShowTheirTexts_data() { rows(); }
    void settingsShowTheirTexts();
    void pumpShowsItsTexts_data() { rows(); }
    void pumpShowsItsTexts();
    void concentrationShowsItsTexts_data() { rows(); }
    void concentrationShowsItsTexts();
    void printDialogShowsItsTexts_data() { rows(); }
    void printDialogShowsItsTexts();
    void visitFormShowsItsTexts_data() { rows(); }
    void visitFormShowsItsTexts();
    void emergencyCardsSayWhatToDoWithoutScrolling_data() { rows(); }
    void emergencyCardsSayWhatToDoWithoutScrolling();
    void weanShowsItsTexts_data() { rows(); }
    void weanShowsItsTexts();
    void calendarViewsShowTheirTexts_data() { rows(); }
    void calendarViewsShowTheirTexts();

private:
    static void rows();
    static void enlarge(PatientWindow& clinic);

    QFont m_font;
};

void TestSizes::rows() {
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << static_cast<int>(Appearance::light);
    QTest::newRow("dark") << static_cast<int>(Appearance::dark);
}

void TestSizes::init() {
    QFont twice = m_font;
    twice.setPointSizeF(m_font.pointSizeF() * 2);
    QApplication::setFont(twice);
}

void TestSizes::enlarge(PatientWindow& clinic) {
    QFETCH(const int, appearance);
    applyTheme(*qApp, static_cast<Appearance>(appearance));
    clinic.window->resize(1366, 768);
    settle();
    // Larger than the window it would not fit a small screen.
    QStringList large;
    for (const QWidget* each : clinic.window->findChildren<QWidget*>())
        if (each->isVisible() && each->minimumSizeHint().height() > 90)
            large << QStringLiteral("%1 at least %2 high, is %3×%4")
                         .arg(QString::fromLatin1(each->metaObject()->className()))
                         .arg(each->minimumSizeHint().height())
                         .arg(each->width())
                         .arg(each->height());
    QVERIFY2(clinic.window->width() <= 1366 && clinic.window->height() <= 768,
             qPrintable(QStringLiteral("%1×%2\n%3")
                            .arg(clinic.window->width())
                            .arg(clinic.window->height())
                            .arg(large.join(QLatin1Char('\n')))));
}

void TestSizes::aTextThatIsCutIsFound() {
    QWidget page;
    auto* label = new QLabel(QStringLiteral("Spasticity now"), &page);
    auto* wrapped = new QLabel(QStringLiteral("Nothing is decided for the clinician"), &page);
    wrapped->setWordWrap(true);
    auto* whole = new QPushButton(QStringLiteral("Save visit"), &page);
    page.show();
    whole->resize(whole->sizeHint());
    label->resize(label->sizeHint() - QSize(1, 0));
    wrapped->resize(60, wrapped->heightForWidth(60) - 1);
    QCOMPARE(clipped(page).size(), 2);
}

void TestSizes::everyPageShowsItsTexts_data() {
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("page");
    for (const Appearance appearance : {Appearance::light, Appearance::dark})
        for (const PatientPageKind& kind : patientPageKinds())
            QTest::addRow("%s, %s", kind.title, appearance == Appearance::light ? "light" : "dark")
                << static_cast<int>(appearance) << static_cast<int>(kind.id);
}

void TestSizes::everyPageShowsItsTexts() {
    QFETCH(const int, page);
    PatientWindow clinic(fullRecord);
    clinic.window->showPage(static_cast<PageId>(page));
    enlarge(clinic);
    allShown(*clinic.window);
}

void TestSizes::pagesNeedNoScrollingSideways_data() {
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("page");
    for (const PatientPageKind& kind : patientPageKinds())
        for (const Appearance appearance : {Appearance::light, Appearance::dark})
            QTest::addRow("%s, %s", kind.title, appearance == Appearance::dark ? "dark" : "light")
                << static_cast<int>(appearance) << static_cast<int>(kind.id);
}

void TestSizes::pagesNeedNoScrollingSideways() {
    QFETCH(const int, page);
    PatientWindow clinic(fullRecord);
    const PatientPage* shown = clinic.window->showPage(static_cast<PageId>(page));
    enlarge(clinic);
    needsNoScrollingSideways(*shown);
}

void TestSizes::draftedPlanNeedsNoScrollingSideways() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    page.newTaper();
    enlarge(clinic);
    needsNoScrollingSideways(page);
    // Nor is a check cut off at the side of its list, however wide the window is.
    const QList<FindingCard*> cards = page.findChildren<FindingCard*>();
    QVERIFY(!cards.isEmpty());
    for (int width = 1366; width <= 2200; width += 60) {
        clinic.window->resize(width, 768);
        settle();
        for (const FindingCard* card : cards) {
            const QWidget* list = card->parentWidget()->parentWidget();
            QVERIFY2(card->mapTo(list, QPoint(card->width(), 0)).x() <= list->width(),
                     qPrintable(QStringLiteral("%1 wide in %2, in a window of %3")
                                    .arg(card->width())
                                    .arg(list->width())
                                    .arg(width)));
        }
    }
}

void TestSizes::worklistShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    clinic.window->showWorklist();
    WorklistPage& page = *clinic.window->worklist();
    QTRY_VERIFY(page.isRead());
    enlarge(clinic);
    allShown(*clinic.window);
    // Where the reason has no column of its own it stands below what is to be done; neither is cut.
    const QTableView& table = page.table();
    const QFontMetrics metrics(table.font());
    for (int row = 0; row < page.model().rowCount(); ++row)
        for (const int column : {WorklistModel::toDo, WorklistModel::because}) {
            const QString text = page.model().index(row, column).data().toString();
            const int shownIn = table.isColumnHidden(column) ? int(WorklistModel::toDo) : column;
            QVERIFY2(metrics.horizontalAdvance(text) < table.columnWidth(shownIn), qPrintable(text));
        }
}

void TestSizes::draftedPlanShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    clinic.page<PlanPage>(PageId::plan).newTaper();
    enlarge(clinic);
    allShown(*clinic.window);
}

void TestSizes::openedWhyShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    QVERIFY(!page.findChildren<FindingCard*>().isEmpty());
    for (FindingCard* card : page.findChildren<FindingCard*>())
        card->toggleWhy();
    allShown(*clinic.window); // at the size of the font first, where the cards are narrowest
    enlarge(clinic);
    allShown(*clinic.window);
    // Nothing stands between the head of the list and its first card.
    const auto* first = page.findChild<FindingsPanel*>()->card(0);
    QCOMPARE(first->y(), 0);
}

void TestSizes::finishShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    page.newTaper();
    enlarge(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        allShown(dialog);
        return int(QDialog::Rejected);
    });
    page.finish();
}

void TestSizes::concentrationShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    named<QTableView>(page, QStringLiteral("Steps of the plan"))->selectRow(5);
    enlarge(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        dialog.resize(dialog.size().boundedTo(QSize(1366, 768)));
        allShown(dialog);
        return int(QDialog::Rejected);
    });
    page.showConcentration();
}

void TestSizes::planChangeShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<PlanPage>(PageId::plan);
    enlarge(clinic);
    for (void (PlanPage::*slot)() : {&PlanPage::hold, &PlanPage::stepBack, &PlanPage::shift, &PlanPage::resume}) {
        clinic.dialogs.answerRun([](QDialog& dialog) {
            allShown(dialog);
            return int(QDialog::Rejected);
        });
        (page.*slot)();
    }
}

void TestSizes::settingsShowTheirTexts() {
    PatientWindow clinic(fullRecord);
    enlarge(clinic);
    clinic.dialogs.answerRun([&clinic](QDialog& dialog) {
        auto& settings = dynamic_cast<SettingsDialog&>(dialog);
        for (const SettingsPage* page : settings.pages()) {
            settings.showPage(*page);
            allShown(settings);
        }
        clinic.dialogs.answerRun([](QDialog& model) {
            allShown(model);
            return int(QDialog::Rejected);
        });
        settings.page<PumpModelsPage>()->editModel();
        clinic.dialogs.answerRun([](QDialog& protocol) {
            allShown(protocol);
            return int(QDialog::Rejected);
        });
        settings.page<ProtocolsPage>()->copyProtocol();
        return int(QDialog::Rejected);
    });
    clinic.window->showSettings();
}

void TestSizes::pumpShowsItsTexts() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            window.today = date("2026-03-17");
            withPump(window, session);
        },
        spinalForm());
    enlarge(clinic);
    auto& pump = clinic.page<PumpPage>(PageId::pump);
    allShown(*clinic.window);
    const auto shown = [&clinic](const std::function<void()>& open, const QString& mode) {
        clinic.dialogs.answerRun([mode](QDialog& dialog) {
            if (!mode.isEmpty())
                choose(dialog, mode);
            allShown(dialog);
            return int(QDialog::Rejected);
        });
        open();
    };
    for (const QString& mode : {QStringLiteral("Mode: Simple continuous"), QStringLiteral("Mode: Flex"),
                                QStringLiteral("Mode: Periodic bolus")})
        shown([&pump] { pump.changeDose(); }, mode);
    shown([&pump] { pump.recordRefill(); }, {});
    shown([&pump] { pump.editImplant(); }, {});
    shown([&pump] { pump.recordTrial(); }, {});
}

void TestSizes::printDialogShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    enlarge(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        allShown(dialog);
        return int(QDialog::Rejected);
    });
    clinic.window->printCalendar();
}

void TestSizes::visitFormShowsItsTexts() {
    PatientWindow clinic(fullRecord);
    clinic.page<VisitsPage>(PageId::visits).newVisit();
    enlarge(clinic);
    allShown(*clinic.window);
}

void TestSizes::emergencyCardsSayWhatToDoWithoutScrolling() {
    PatientWindow clinic(goingDown);
    enlarge(clinic);
    const auto look = [](QDialog& dialog) {
        settle();
        allShown(dialog);
        const auto* area = dialog.findChild<QScrollArea*>();
        const auto labels = dialog.findChildren<QLabel*>();
        const auto first = std::ranges::find_if(
            labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("112")); });
        if (!area || first == labels.end()) {
            QTest::qFail("no card that scrolls, or no number to call", __FILE__, __LINE__);
            return int(QDialog::Rejected);
        }
        const QRect place((*first)->mapTo(area->viewport(), QPoint(0, 0)), (*first)->size());
        if (!area->viewport()->rect().contains(place))
            QTest::qFail(qPrintable(QStringLiteral("below the edge: ") + (*first)->text()), __FILE__, __LINE__);
        return int(QDialog::Rejected);
    };
    for (const auto kind : {wording::PumpEmergency::withdrawal, wording::PumpEmergency::overdose}) {
        clinic.dialogs.answerRun(look);
        kind == wording::PumpEmergency::withdrawal ? clinic.window->showPumpWithdrawal()
                                                   : clinic.window->showPumpOverdose();
    }
    core::Clinic numbers;
    numbers.emergencyNumber = "112";
    EmergencyDialog oral(emergencyContent(numbers), clinic.window.get());
    oral.show();
    look(oral);
    QVERIFY(clinic.dialogs.isDone());
}

void TestSizes::weanShowsItsTexts() {
    PatientWindow clinic(
        [](PatientWindow& window, app::Session& session) {
            onSixty(window, session);
            window.today = date("2026-11-20");
            withPump(window, session);
        },
        spinalForm());
    enlarge(clinic);
    clinic.dialogs.answerRun([](QDialog& dialog) {
        allShown(dialog);
        const auto* area = dialog.findChild<QScrollArea*>();
        if (!area || area->widget()->width() > area->viewport()->width())
            QTest::qFail("the wean scrolls sideways", __FILE__, __LINE__);
        return int(QDialog::Rejected);
    });
    clinic.page<PumpPage>(PageId::pump).weanTablets();
    QVERIFY(clinic.dialogs.isDone());
}

void TestSizes::calendarViewsShowTheirTexts() {
    PatientWindow clinic(fullRecord);
    auto& page = clinic.page<CalendarPage>(PageId::calendar);
    enlarge(clinic);
    for (const CalendarPage::View view :
         {CalendarPage::View::day, CalendarPage::View::month, CalendarPage::View::quarter, CalendarPage::View::year}) {
        page.showView(view);
        allShown(*clinic.window);
    }
}

QTEST_MAIN(TestSizes)
#include "tst_sizes.moc"
