// How the window is put together: its menus, the clinic's two columns, and a patient's banner, tabs and pages.
#include "gui/banner.h"
#include "gui/folding_columns.h"
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/plan_page.h"
#include "gui/segmented.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QUndoGroup>
#include <QVBoxLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// White, with a line below: the row of tabs as in the mockups.
class TabRow final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = tokens(palette());
        QPainter painter(this);
        painter.fillRect(rect(), t.surface);
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.border);
    }
};

} // namespace

void MainWindow::makeActions() {
    makeFileMenu();
    makeEditMenu();
    makePatientMenu();
    makePlanMenu();
    makeClinicMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&New clinic…"), this, &MainWindow::newClinic);
    menu->addAction(tr("&Open clinic…"), QKeySequence::Open, this, &MainWindow::chooseClinic);
    menu->addAction(tr("&Demo clinic…"), this, &MainWindow::makeDemoClinic);
    menu->addSeparator();
    QAction* close = menu->addAction(tr("&Close clinic"), QKeySequence::Close, this, &MainWindow::closeClinic);
    m_clinicActions << close;
    menu->addSeparator();
    QAction* quit = menu->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::makeEditMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_undo->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_undo->createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    menu->addAction(undo);
    menu->addAction(redo);
    menu->addSeparator();
    QAction* find = menu->addAction(tr("&Find patient"), QKeySequence::Find, this, [this] { m_list->focusSearch(); });
    m_clinicActions << find;
    m_clinicMenus << menu->menuAction();
}

void MainWindow::makePatientMenu() {
    QMenu* menu = menuBar()->addMenu(tr("P&atient"));
    QAction* add =
        menu->addAction(tr("&New patient…"), QKeySequence(Qt::CTRL | Qt::Key_N), this, [this] { newPatient(); });
    QAction* edit =
        menu->addAction(tr("&Edit patient…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::editPatient);
    QAction* visit =
        menu->addAction(tr("New &visit…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), this, &MainWindow::newVisit);
    m_writeActions << add;
    m_patientWriteActions << edit << visit;
    m_clinicMenus << menu->menuAction();
}

void MainWindow::makePlanMenu() {
    QMenu* menu = menuBar()->addMenu(tr("P&lan"));
    const auto onPlan = [this, menu](const QString& text, void (PlanPage::*what)()) {
        m_patientWriteActions << menu->addAction(text, this, [this, what] {
            if (auto* plan = qobject_cast<PlanPage*>(showPage(PageId::plan)))
                (plan->*what)();
        });
    };
    onPlan(tr("New &titration"), &PlanPage::newTitration);
    onPlan(tr("New ta&per"), &PlanPage::newTaper);
    menu->addSeparator();
    onPlan(tr("&Hold…"), &PlanPage::hold);
    onPlan(tr("Step &back…"), &PlanPage::stepBack);
    onPlan(tr("&Shift…"), &PlanPage::shift);
    onPlan(tr("&Resume…"), &PlanPage::resume);
    menu->addSeparator();
    m_patientActions << menu->addAction(tr("Print &calendar…"), QKeySequence::Print, this, &MainWindow::printCalendar);
    m_clinicMenus << menu->menuAction();
}

void MainWindow::makeClinicMenu() {
    QMenu* menu = menuBar()->addMenu(tr("Cl&inic"));
    QAction* settings =
        menu->addAction(tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this, [this] { showSettings(); });
    settings->setMenuRole(QAction::PreferencesRole);
    m_clinicActions << menu->addAction(tr("&Pumps…"), this, &MainWindow::showPumpBoard);
    m_clinicActions << settings;
    m_clinicMenus << menu->menuAction();
}

void MainWindow::makeViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("Vie&w"));
    m_clinicActions << menu->addAction(tr("&Worklist"), QKeySequence(Qt::CTRL | Qt::Key_0), this,
                                       &MainWindow::showWorklist);
    menu->addSeparator();
    int number = 0;
    for (const PatientPageKind& kind : patientPageKinds()) {
        QAction* show = menu->addAction(pageTitle(kind), this, [this, id = kind.id] { showPage(id); });
        show->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + number++))));
        m_patientActions << show;
    }
    menu->addSeparator();
    auto* group = new QActionGroup(this);
    QMenu* appearance = menu->addMenu(tr("&Appearance"));
    const auto choice = [&](const QString& text, Appearance value) {
        QAction* action = appearance->addAction(text, this, [this, value] { choose(value); });
        action->setCheckable(true);
        action->setChecked(storedAppearance() == value);
        group->addAction(action);
    };
    choice(tr("As the &system"), Appearance::system);
    choice(tr("&Light"), Appearance::light);
    choice(tr("&Dark"), Appearance::dark);
}

void MainWindow::makeHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Rules…"), QKeySequence(Qt::SHIFT | Qt::Key_F1), this, [this] { showRules(); });
    QAction* about =
        menu->addAction(tr("&About Lento and its keys"), QKeySequence(Qt::Key_F1), this, &MainWindow::showAbout);
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeClinicArea() {
    m_clinic = new QSplitter(Qt::Horizontal, m_places);
    m_clinic->setChildrenCollapsible(false);
    m_clinic->setHandleWidth(1);
    auto* left = new QWidget(m_clinic);
    left->setAutoFillBackground(true);
    left->setBackgroundRole(QPalette::Base);
    m_place = new SegmentedControl(tr("Place"),
                                   {{worklistPlace, tr("Worklist"), {}}, {patientsPlace, tr("Patients"), {}}}, left);
    m_place->setValue(patientsPlace);
    connect(m_place, &SegmentedControl::valueChanged, this,
            [this](std::optional<int> place) { place == worklistPlace ? showWorklist() : showPatients(); });
    m_list = new PatientList(left);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, em(*this, 0.6), 0, 0);
    column->setSpacing(0);
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(em(*this, 0.6), 0, em(*this, 0.6), 0);
    choice->addWidget(m_place);
    column->addLayout(choice);
    column->addWidget(m_list, 1);
    m_list->model().setParent(m_list);
    connect(m_list, &PatientList::patientChosen, this, &MainWindow::openPatient);
    connect(m_list, &PatientList::newPatientRequested, this, &MainWindow::newPatient);

    m_right = new QStackedWidget(m_clinic);
    m_nobody = new QWidget(m_right);
    m_invitation = new QLabel(m_nobody);
    m_invitation->setAlignment(Qt::AlignCenter);
    m_invitation->setTextFormat(Qt::PlainText);
    m_invitation->setWordWrap(true);
    setTextKind(*m_invitation, TextKind::muted);
    auto* layout = new QVBoxLayout(m_nobody);
    layout->addWidget(m_invitation);
    m_right->addWidget(m_nobody);

    m_clinic->addWidget(left);
    m_clinic->addWidget(m_right);
    m_clinic->setStretchFactor(1, 1);
    m_clinic->setSizes({em(*this, 17), em(*this, 68)});
    m_places->addWidget(m_clinic);

    m_fileLabel = new QLabel(this);
    m_stateLabel = new QLabel(this);
    m_userLabel = new QLabel(this);
    const int side = em(*this, 0.7);
    for (QLabel* label : {m_fileLabel, m_stateLabel, m_userLabel}) {
        label->setTextFormat(Qt::PlainText);
        setTextKind(*label, TextKind::small);
        label->setContentsMargins(side, em(*this, 0.25), side, em(*this, 0.25));
    }
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_fileLabel);
    statusBar()->addWidget(m_stateLabel, 1);
    statusBar()->addPermanentWidget(m_userLabel);
}

// From any page of the patient, one click away (ITB-19, ITB-20).
QWidget* MainWindow::makePumpCards(QWidget& row) {
    auto* cards = new QWidget(&row);
    auto* layout = new QHBoxLayout(cards);
    layout->setContentsMargins(0, em(*this, 0.3), 0, em(*this, 0.3));
    auto* withdrawal = new QPushButton(tr("Withdrawal card"), cards);
    auto* overdose = new QPushButton(tr("Overdose card"), cards);
    withdrawal->setAccessibleDescription(tr("Emergency card of the baclofen pump: withdrawal"));
    overdose->setAccessibleDescription(tr("Emergency card of the baclofen pump: overdose"));
    connect(withdrawal, &QPushButton::clicked, this, &MainWindow::showPumpWithdrawal);
    connect(overdose, &QPushButton::clicked, this, &MainWindow::showPumpOverdose);
    layout->addWidget(withdrawal);
    layout->addWidget(overdose);
    layout->addStretch(1);
    return cards;
}

QWidget* MainWindow::makePatientArea() {
    m_patientArea = new QWidget(m_right);
    m_banner = new Banner(m_patientArea);
    auto* row = new TabRow(m_patientArea);
    m_tabs = new QTabBar(row);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Pages of the patient"));
    for (const PatientPageKind& kind : patientPageKinds())
        m_tabs->addTab(pageTitle(kind));
    connect(m_tabs, &QTabBar::currentChanged, this,
            [this](int tab) { showPage(patientPageKinds()[static_cast<std::size_t>(tab)].id); });
    m_pumpCards = makePumpCards(*row);
    // No page is hidden behind the cards, no card behind the pages.
    auto* tabsAndCards = new FoldingColumns(m_tabs, 1, m_pumpCards, 0, FoldingColumns::Room::usual, row);
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(em(*this, 1.0), 0, em(*this, 1.0), 0);
    rowLayout->addWidget(tabsAndCards);
    m_pages = new QStackedWidget(m_patientArea);
    auto* layout = new QVBoxLayout(m_patientArea);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(row);
    layout->addWidget(m_pages, 1);
    return m_patientArea;
}

} // namespace lento::gui
