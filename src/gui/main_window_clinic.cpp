// How a clinic is opened, made, read and left, and its list of patients with it.
#include "app/clinic_settings.h"
#include "app/demo.h"
#include "app/patient_summaries.h"
#include "gui/dialog_host.h"
#include "gui/first_start_page.h"
#include "gui/main_window.h"
#include "gui/new_clinic_dialog.h"
#include "gui/patient_list.h"
#include "gui/segmented.h"
#include "gui/worklist_page.h"
#include "wording/messages.h"

#include <QSemaphore>
#include <QSplitter>
#include <QStackedWidget>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

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

void MainWindow::readClinic() {
    core::Result<content::Catalogue> catalogue = app::clinicCatalogue(*m_session, m_shipped);
    if (catalogue)
        m_catalogue = *std::move(catalogue);
    else
        m_dialogs.tell(this, catalogue.error());
}

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

} // namespace lento::gui
