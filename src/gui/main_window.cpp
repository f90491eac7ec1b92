#include "gui/main_window.h"

#include "app/clinic_settings.h"
#include "app/demo.h"
#include "app/patient_summaries.h"
#include "app/record.h"
#include "gui/about_dialog.h"
#include "gui/banner.h"
#include "gui/chart_panel.h"
#include "gui/chart_picture.h"
#include "gui/chart_table_file.h"
#include "gui/dialog_host.h"
#include "gui/new_clinic_dialog.h"
#include "gui/patient_dialog.h"
#include "gui/patient_list.h"
#include "gui/plan_page.h"
#include "gui/print_flow.h"
#include "gui/segmented.h"
#include "gui/tab_order.h"
#include "gui/visit_form.h"
#include "gui/visits_page.h"
#include "gui/worklist_page.h"
#include "wording/messages.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <QSemaphore>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QUndoGroup>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

app::PatientIndex::Entry entryOf(const core::Patient& patient) {
    app::PatientIndex::Entry entry;
    entry.id = patient.id;
    entry.surname = patient.identity.surname;
    entry.given = patient.identity.given;
    entry.recordNumber = patient.identity.recordNumber;
    entry.birthDate = patient.identity.birthDate;
    entry.status = patient.status;
    return entry;
}

} // namespace

MainWindow::MainWindow(const content::Catalogue& catalogue, DialogHost& dialogs, app::Environment environment,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_shipped(catalogue)
    , m_catalogue(catalogue)
    , m_dialogs(dialogs)
    , m_environment(std::move(environment))
    , m_places(new QStackedWidget(this))
    , m_firstStart(new FirstStartPage(m_places))
    , m_undo(new QUndoGroup(this)) {
    setWindowTitle(tr("Lento"));
    setWindowIcon(QIcon(u":/lento/icons/lento.svg"_s));
    m_places->addWidget(m_firstStart);
    setCentralWidget(m_places);
    connect(m_firstStart, &FirstStartPage::newClinicRequested, this, &MainWindow::newClinic);
    connect(m_firstStart, &FirstStartPage::openRequested, this, &MainWindow::chooseClinic);
    connect(m_firstStart, &FirstStartPage::demoRequested, this, &MainWindow::makeDemoClinic);
    connect(m_firstStart, &FirstStartPage::readOnlyRequested, this, &MainWindow::openReadOnly);
    connect(m_firstStart, &FirstStartPage::cancelRequested, this, [this] {
        if (m_demo)
            m_demo->cancel();
    });
    m_reload.setSingleShot(true);
    m_reload.setInterval(0);
    connect(&m_reload, &QTimer::timeout, this, &MainWindow::reload);
    m_demoProgress.setInterval(50);
    connect(&m_demoProgress, &QTimer::timeout, this, [this] {
        if (m_demo)
            m_firstStart->setProgress(m_demo->done(), m_demo->total());
    });
    makeActions();
    resize(em(*this, 85), em(*this, 54));
    showState();
}

MainWindow::~MainWindow() {
    if (m_demo)
        m_demo->cancel();
    closeClinic();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepDrafts();
    QMainWindow::closeEvent(event);
}

// --- the clinic -----------------------------------------------------------------------------------------------------

void MainWindow::openClinic(const QString& path) {
    enter(app::Session::open(path, m_environment), path);
}

void MainWindow::openReadOnly(const QString& path) {
    enter(app::Session::openReadOnly(path, m_environment), path);
}

void MainWindow::enter(core::Result<std::unique_ptr<app::Session>> opened, const QString& path) {
    if (!opened) {
        enterAfterError(opened.error(), path);
        return;
    }
    closeClinic();
    m_firstStart->clearProblem();
    m_session = std::move(*opened);
    readClinic();
    m_workplace = std::make_unique<Workplace>(Workplace{*m_session, m_catalogue, m_dialogs});
    connect(m_session.get(), &app::Session::changed, this, &MainWindow::onChanged);
    // Read while the area is being made.
    readPatients();
    if (m_clinic == nullptr)
        makeClinicArea();
    m_list->showReading();
    m_list->setCanAdd(!m_session->isReadOnly());
    m_places->setCurrentWidget(m_clinic);
    showState();
    m_list->focusSearch();
    Q_EMIT clinicOpened();
}

void MainWindow::enterAfterError(const core::Error& error, const QString& path) {
    if (hasClinic()) {
        // The clinic that is open stays open.
        m_dialogs.tell(this, error);
        return;
    }
    const bool readable = error.code == core::ErrorCode::fileLocked || error.code == core::ErrorCode::fileReadOnly;
    m_firstStart->showProblem(error, readable ? path : QString());
}

void MainWindow::closeClinic() {
    if (!hasClinic())
        return;
    keepDrafts();
    closePatient();
    finishReading();
    delete m_worklist;
    m_worklist = nullptr;
    m_place->setValue(patientsPlace);
    m_list->clear();
    m_workplace.reset();
    m_session.reset();
    m_catalogue = m_shipped;
    m_places->setCurrentWidget(m_firstStart);
    showState();
}

void MainWindow::newClinic() {
    NewClinicDialog dialog(this);
    if (m_dialogs.run(dialog) != QDialog::Accepted)
        return;
    const auto path = m_dialogs.saveFile(this, tr("Where the clinic file shall lie"), u"clinic.lento"_s,
                                         tr("Lento clinic (*.lento)"));
    if (!path)
        return;
    const QString file = path->endsWith(".lento"_L1) ? *path : *path + u".lento"_s;
    enter(app::Session::create(file, dialog.clinic(), m_environment), file);
}

void MainWindow::chooseClinic() {
    if (const auto path = m_dialogs.openFile(this, tr("Open a clinic"), tr("Lento clinic (*.lento)")))
        openClinic(*path);
}

void MainWindow::makeDemoClinic() {
    const auto path =
        m_dialogs.saveFile(this, tr("Where the demo clinic shall lie"), u"demo.lento"_s, tr("Lento clinic (*.lento)"));
    if (!path)
        return;
    const QString file = path->endsWith(".lento"_L1) ? *path : *path + u".lento"_s;
    app::DemoRequest request;
    request.today = m_environment.today();
    m_places->setCurrentWidget(m_firstStart);
    m_firstStart->clearProblem();
    m_firstStart->showBusy(tr("Making 40 invented patients…"));
    const content::Catalogue* catalogue = &m_shipped;
    m_demo = app::startTask<bool>(
        this,
        [file, request, catalogue](app::TaskMonitor& monitor) -> core::Result<bool> {
            const core::Result<void> made = app::makeDemoClinic(file, request, *catalogue, monitor);
            if (!made)
                return core::failure(made.error());
            return true;
        },
        [this, file](const core::Result<bool>& made) {
            m_demo.reset();
            m_demoProgress.stop();
            m_firstStart->showIdle();
            if (made)
                openClinic(file);
            else if (made.error().code != core::ErrorCode::cancelled)
                enterAfterError(made.error(), {});
        });
    m_demoProgress.start();
}

// --- its patients ---------------------------------------------------------------------------------------------------

void MainWindow::readPatients() {
    finishReading();
    if (m_list != nullptr)
        m_list->showReading();
    m_reading = std::make_shared<QSemaphore>();
    app::Session* session = m_session.get();
    m_readingTask = app::startTask<app::PatientIndex>(
        m_session.get(),
        [session, done = m_reading](app::TaskMonitor& monitor) {
            core::Result<app::PatientIndex> index = app::loadPatientIndex(*session, &monitor);
            done->release();
            return index;
        },
        [this, session, mine = m_reading](core::Result<app::PatientIndex> index) {
            if (mine != m_reading)
                return;
            m_reading.reset();
            if (index)
                m_list->setIndex(std::move(*index), session->today(),
                                 [this, session](std::span<const core::PatientId> ids) {
                                     return app::loadSummaries(*session, m_catalogue.numbers().pump, ids);
                                 });
            else
                m_list->showProblem(wording::sentence(index.error()));
            showState();
            // Where a clinic opens, once there is somebody to look after.
            if (!m_record && m_list->model().patientCount() > 0)
                showWorklist();
            Q_EMIT patientsRead();
        });
}

// The worker reads through the session: it must not outlive it.
void MainWindow::finishReading() {
    if (!m_reading)
        return;
    m_readingTask->cancel();
    m_reading->acquire();
    m_reading.reset();
}

void MainWindow::newPatient(const QString& typed) {
    if (!hasClinic() || m_session->isReadOnly())
        return;
    PatientDialog dialog(*m_workplace, this);
    dialog.suggest(typed);
    if (m_dialogs.run(dialog) == QDialog::Accepted)
        openPatient(dialog.savedPatient());
}

void MainWindow::editPatient() {
    editPatientAt({});
}

void MainWindow::editPatientAt(const QString& fact) {
    if (!m_record || m_session->isReadOnly())
        return;
    PatientDialog dialog(*m_workplace, *m_record, this);
    dialog.goTo(fact);
    if (m_dialogs.run(dialog) == QDialog::Accepted)
        reload();
}

void MainWindow::readClinic() {
    core::Result<content::Catalogue> catalogue = app::clinicCatalogue(*m_session, m_shipped);
    if (catalogue)
        m_catalogue = *std::move(catalogue);
    else
        m_dialogs.tell(this, catalogue.error());
}

void MainWindow::onChanged(const app::ChangeSet& changes) {
    using app::RecordKind;
    if (changes.touches(RecordKind::clinic))
        readClinic();
    const core::PatientId& patient = changes.patient();
    if (changes.touches(RecordKind::patient)) {
        // A reader on its way may have passed the place of a patient who was added or renamed meanwhile.
        if (patient.isNull() || m_reading) {
            readPatients();
        } else if (const auto changed = app::loadRecord(*m_session, m_catalogue, patient)) {
            m_list->refresh(entryOf(changed->patient));
            showState();
        }
    } else if (changes.touches(RecordKind::plan) && !patient.isNull()) {
        m_list->model().forgetSummary(patient);
    }
    if (m_worklist)
        m_worklist->follow(changes);
    bool shown = false;
    for (const RecordKind kind :
         {RecordKind::clinic, RecordKind::patient, RecordKind::fact, RecordKind::plan, RecordKind::visit,
          RecordKind::diary, RecordKind::supply, RecordKind::document, RecordKind::pump})
        shown = shown || changes.touches(kind);
    if (m_record && shown && changes.concerns(m_record->patient.id))
        m_reload.start();
}

// --- one patient ----------------------------------------------------------------------------------------------------

void MainWindow::openPatient(const core::PatientId& patient) {
    if (!hasClinic() || patient.isNull())
        return;
    if (m_record && m_record->patient.id != patient)
        keepDrafts();
    core::Result<app::PatientRecord> read = app::loadRecord(*m_session, m_catalogue, patient);
    if (!read) {
        m_dialogs.tell(this, read.error());
        m_list->select(m_record ? m_record->patient.id : core::PatientId());
        return;
    }
    const bool another = !m_record || m_record->patient.id != patient;
    markStale();
    m_record = std::make_shared<const app::PatientRecord>(std::move(*read));
    m_list->select(patient);
    if (m_patientArea == nullptr)
        m_right->addWidget(makePatientArea());
    m_banner->setRecord(m_record, m_session->today());
    showPumpState();
    m_place->setValue(patientsPlace);
    m_right->setCurrentWidget(m_patientArea);
    showState();
    showPage(another ? PageId::overview : m_page);
}

void MainWindow::reload() {
    m_reload.stop();
    if (!m_record || !hasClinic())
        return;
    core::Result<app::PatientRecord> read = app::loadRecord(*m_session, m_catalogue, m_record->patient.id);
    if (!read) {
        m_dialogs.tell(this, read.error());
        return;
    }
    m_record = std::make_shared<const app::PatientRecord>(std::move(*read));
    m_banner->setRecord(m_record, m_session->today());
    showPumpState();
    markStale();
    showPage(m_page);
}

// A page that is not in front hears of a change when it comes there.
void MainWindow::markStale() {
    for (PatientPage* page : std::as_const(m_built))
        m_stale.insert(page);
}

PatientPage* MainWindow::showPage(PageId id) {
    if (!m_record)
        return nullptr;
    int tab = 0;
    for (const PatientPageKind& kind : patientPageKinds()) {
        if (kind.id != id) {
            ++tab;
            continue;
        }
        PatientPage*& page = m_built[static_cast<int>(id)];
        if (page == nullptr) {
            page = kind.make(*m_workplace, m_pages);
            connectPage(*page);
            orderTabs(*page);
            // A page that needs more room than the window has is scrolled, not squeezed: at 200 % on a small screen.
            auto* scroll = new QScrollArea(m_pages);
            scroll->setFrameShape(QFrame::NoFrame);
            scroll->setFocusPolicy(Qt::NoFocus);
            scroll->setWidgetResizable(true);
            scroll->setWidget(page);
            m_pages->addWidget(scroll);
            m_stale.insert(page);
        }
        if (m_stale.remove(page))
            page->setRecord(m_record);
        m_page = id;
        m_pages->setCurrentWidget(page->parentWidget()->parentWidget());
        {
            const QSignalBlocker quiet(m_tabs);
            m_tabs->setCurrentIndex(tab);
        }
        m_undo->setActiveStack(page->undoStack());
        return page;
    }
    return nullptr;
}

void MainWindow::connectPage(PatientPage& page) {
    connect(&page, &PatientPage::pageRequested, this, &MainWindow::showPage);
    connect(&page, &PatientPage::recordChanged, &m_reload, qOverload<>(&QTimer::start));
    connect(&page, &PatientPage::planChangeRequested, this, [this] { showPage(PageId::plan); });
    connect(&page, &PatientPage::planDraftRequested, this, [this](const app::Draft& draft) {
        if (auto* plan = qobject_cast<PlanPage*>(showPage(PageId::plan)))
            plan->openDraft(draft);
    });
    connect(&page, &PatientPage::clinicProductsRequested, this, [this] { showSettings(true); });
    connect(&page, &PatientPage::patientEditRequested, this, &MainWindow::editPatientAt);
    connect(&page, &PatientPage::ruleRequested, this, &MainWindow::showRules);
    connect(&page, &PatientPage::newVisitRequested, this, &MainWindow::newVisit);
    connect(&page, &PatientPage::chartPictureRequested, this, &MainWindow::saveChartPicture);
    connect(&page, &PatientPage::printRequested, this, &MainWindow::printCalendar);
    connect(&page, &PatientPage::previewRequested, this, [this](const core::Revision& draft) {
        if (printRevision(*m_workplace, m_record, draft, this))
            m_reload.start();
    });
    if (QUndoStack* stack = page.undoStack())
        m_undo->addStack(stack);
}

void MainWindow::newVisit() {
    auto* visits = qobject_cast<VisitsPage*>(showPage(PageId::visits));
    if (visits == nullptr)
        return;
    visits->newVisit();
    // Whoever asked for a visit goes on to write it, also when the search had the keyboard.
    const auto* form = visits->findChild<VisitForm*>();
    for (QWidget* next = form->nextInFocusChain(); next != form; next = next->nextInFocusChain()) {
        if (form->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::saveChartPicture() {
    const auto* chart = m_pages != nullptr ? m_pages->currentWidget()->findChild<DoseChart*>() : nullptr;
    if (chart == nullptr)
        return;
    // No name in the file's name: it would stand in folders and mails.
    const auto path = m_dialogs.saveFile(this, tr("Save the chart"), u"chart.png"_s,
                                         tr("Picture (*.png);;Drawing (*.svg);;PDF (*.pdf);;Table (*.csv)"));
    if (!path)
        return;
    const QString file = QFileInfo(*path).suffix().isEmpty() ? *path + u".png"_s : *path;
    const bool table = QFileInfo(file).suffix().compare(u"csv"_s, Qt::CaseInsensitive) == 0;
    const auto* panel = m_pages->currentWidget()->findChild<ChartPanel*>();
    const std::vector<core::ChartedScale> further =
        panel != nullptr ? panel->shownPanels() : std::vector<core::ChartedScale>();
    const auto effectName = [chart](const std::string& code) { return chart->effectName(code); };
    const core::Result<void> saved =
        table ? saveChartTable(chart->series(), effectName, file) : gui::saveChartPicture(*chart, further, file);
    if (!saved)
        m_dialogs.tell(this, saved.error());
}

void MainWindow::printCalendar() {
    if (!m_record)
        return;
    // The plan may have become active a moment ago; the sheet is made from what is stored.
    reload();
    if (printPlanInForce(*m_workplace, m_record, this))
        m_reload.start();
}

void MainWindow::keepDrafts() {
    for (PatientPage* page : std::as_const(m_built))
        page->keepDraft();
}

void MainWindow::closePatient() {
    m_reload.stop();
    m_record.reset();
    delete m_patientArea;
    m_patientArea = nullptr;
    m_banner = nullptr;
    m_tabs = nullptr;
    m_pumpCards = nullptr;
    m_pages = nullptr;
    m_built.clear();
    m_stale.clear();
    m_page = PageId::overview;
}

void MainWindow::showState() {
    const bool clinic = hasClinic();
    const bool writable = clinic && !m_session->isReadOnly();
    for (QAction* action : std::as_const(m_clinicActions))
        action->setEnabled(clinic);
    for (QAction* menu : std::as_const(m_clinicMenus))
        menu->setVisible(clinic);
    for (QAction* action : std::as_const(m_writeActions))
        action->setEnabled(writable);
    for (QAction* action : std::as_const(m_patientActions))
        action->setEnabled(m_record != nullptr);
    for (QAction* action : std::as_const(m_patientWriteActions))
        action->setEnabled(m_record != nullptr && writable);
    setWindowTitle(clinic ? tr("Lento — %1").arg(m_session->fileName()) : tr("Lento"));
    statusBar()->setVisible(clinic);
    if (!clinic)
        return;
    m_fileLabel->setText(m_session->fileName());
    QStringList state;
    if (m_session->isReadOnly())
        state << tr("Open for reading only");
    if (!m_session->backupMade().isEmpty())
        state << tr("Copy made before the update: %1").arg(QFileInfo(m_session->backupMade()).fileName());
    m_stateLabel->setText(state.join(u" · "_s));
    m_userLabel->setText(QString::fromStdString(m_session->userName()));
    const bool empty = m_list->model().hasIndex() && m_list->model().patientCount() == 0;
    m_invitation->setText(
        empty ? tr("This clinic has no patients yet.\nAdd the first one at the left, or press Ctrl+N.")
              : tr("Choose a patient at the left.\nType a name, a date of birth or a record number to find one."));
}

void MainWindow::choose(Appearance appearance) {
    storeAppearance(appearance);
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), appearance);
}

void MainWindow::showAbout() {
    AboutDialog dialog(m_catalogue, this);
    m_dialogs.run(dialog);
}

} // namespace lento::gui
