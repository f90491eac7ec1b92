// MainWindow is the whole program on a screen: it opens a clinic, lists its patients, shows one patient's pages, and
// wires them.
//
// Pages are built when they are first shown. No patient's name appears in the title of the window.
#pragma once

#include "app/patients.h"
#include "app/session.h"
#include "app/task.h"
#include "gui/first_start_page.h"
#include "gui/patient_page.h"
#include "gui/patient_pages.h"
#include "gui/theme.h"
#include "gui/workplace.h"
#include "wording/pump_emergency_words.h"

#include <QHash>
#include <QMainWindow>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

class QActionGroup;
class QLabel;
class QSemaphore;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QUndoGroup;

namespace lento::gui {

class Banner;
class PatientList;
class SegmentedControl;
class WorklistPage;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(const content::Catalogue& catalogue, DialogHost& dialogs, app::Environment environment,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    // The file as given on the command line or chosen; a refusal is told on the first page, or in a box over an open
    // clinic.
    void openClinic(const QString& path);
    void openReadOnly(const QString& path);
    void closeClinic();
    bool hasClinic() const noexcept { return m_session != nullptr; }

    void openPatient(const core::PatientId& patient);
    const RecordPointer& record() const noexcept { return m_record; }
    // Builds the page if it was never shown; nothing without an open patient.
    PatientPage* showPage(PageId page);
    PageId currentPage() const noexcept { return m_page; }

    // For tests and pictures of the window.
    FirstStartPage& firstStart() const noexcept { return *m_firstStart; }
    PatientList* patientList() const noexcept { return m_list; }
    Banner* banner() const noexcept { return m_banner; }
    WorklistPage* worklist() const noexcept { return m_worklist; } // null until it was first shown
    app::Session* session() const noexcept { return m_session.get(); }

public Q_SLOTS:
    void newClinic();
    void chooseClinic();
    void makeDemoClinic();
    // What is due for all patients: the place in which a clinic opens.
    void showWorklist();
    // The patient who is open, or the search for one.
    void showPatients();
    void newPatient(const QString& typed = {});
    void editPatient();
    void editPatientAt(const QString& fact);
    void printCalendar();
    void newVisit();
    void saveChartPicture();
    void showAbout();
    // The clinic's settings; at its products when a plan has none to begin with.
    void showSettings(bool atProducts = false);
    // The browser of rules, at one of them when it is named.
    void showRules(const QString& rule = {});
    // All pumps by days left (ITB-22).
    void showPumpBoard();
    // The emergency cards of the pump of whoever is open (ITB-19, ITB-20).
    void showPumpWithdrawal();
    void showPumpOverdose();

Q_SIGNALS:
    void clinicOpened();
    void patientsRead(); // the list stands, or says why it does not

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    enum Place { worklistPlace, patientsPlace };

    void makeActions();
    void makeFileMenu();
    void makeEditMenu();
    void makePatientMenu();
    void makePlanMenu();
    void makeClinicMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void makeClinicArea();
    QWidget* makePatientArea();
    QWidget* makePumpCards(QWidget& row);
    void enter(core::Result<std::unique_ptr<app::Session>> opened, const QString& path);
    void enterAfterError(const core::Error& error, const QString& path);
    void readPatients();
    void finishReading();
    void readClinic();
    void onChanged(const app::ChangeSet& changes);
    void reload();
    void markStale();
    void connectPage(PatientPage& page);
    void keepDrafts();
    void closePatient();
    void showPumpState();
    void showPumpCard(wording::PumpEmergency kind);
    void showState();
    void choose(Appearance appearance);

    const content::Catalogue& m_shipped;
    // As the open clinic sees it. Assigned over when the clinic changes, so that whoever holds a reference sees that.
    content::Catalogue m_catalogue;
    DialogHost& m_dialogs;
    app::Environment m_environment;

    std::unique_ptr<app::Session> m_session;
    std::unique_ptr<Workplace> m_workplace;
    std::shared_ptr<QSemaphore> m_reading; // released by the worker that reads the patients
    std::shared_ptr<app::TaskMonitor> m_readingTask;
    std::shared_ptr<app::TaskMonitor> m_demo;
    QTimer m_demoProgress;
    RecordPointer m_record;
    QTimer m_reload;

    QStackedWidget* m_places = nullptr;
    FirstStartPage* m_firstStart = nullptr;
    QSplitter* m_clinic = nullptr;
    PatientList* m_list = nullptr;
    QStackedWidget* m_right = nullptr;
    WorklistPage* m_worklist = nullptr;
    SegmentedControl* m_place = nullptr; // worklist or patients
    QWidget* m_nobody = nullptr;
    QLabel* m_invitation = nullptr;
    QWidget* m_patientArea = nullptr;
    Banner* m_banner = nullptr;
    QTabBar* m_tabs = nullptr;
    QWidget* m_pumpCards = nullptr; // of a patient with a pump: two buttons beside the tabs
    QStackedWidget* m_pages = nullptr;
    QHash<int, PatientPage*> m_built;
    QSet<PatientPage*> m_stale;
    PageId m_page = PageId::overview;
    QUndoGroup* m_undo = nullptr;
    QLabel* m_fileLabel = nullptr;
    QLabel* m_stateLabel = nullptr;
    QLabel* m_userLabel = nullptr;

    QList<QAction*> m_clinicActions;       // need an open clinic
    QList<QAction*> m_clinicMenus;         // are not there without a clinic
    QList<QAction*> m_writeActions;        // need one that can be changed
    QList<QAction*> m_patientActions;      // need an open patient
    QList<QAction*> m_patientWriteActions; // and a clinic that can be changed
};

} // namespace lento::gui
