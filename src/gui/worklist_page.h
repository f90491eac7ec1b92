// WorklistPage is the place a clinic opens in: what is due for all patients, the most urgent first, and the clinic in
// figures.
//
// It reads in the background once it is first shown; after a change only the patient concerned is read anew.
#pragma once

#include "app/change_set.h"
#include "app/task.h"
#include "app/worklist.h"
#include "gui/workplace.h"

#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QSemaphore;

namespace lento::gui {

class ClinicFigureCards;
class SegmentedControl;
class WorklistModel;
class WorklistTable;

class WorklistPage : public QWidget {
    Q_OBJECT
public:
    explicit WorklistPage(const Workplace& workplace, QWidget* parent = nullptr);
    ~WorklistPage() override;

    void load();
    void follow(const app::ChangeSet& changes);
    bool isRead() const noexcept { return m_worklist.has_value(); }
    WorklistModel& model() const noexcept { return *m_model; }
    WorklistTable& table() const noexcept { return *m_table; }

public Q_SLOTS:
    // Of the row that is current; nothing without one.
    void openCurrent();
    void markCurrentDone();
    void putCurrentOff();
    void takeBack();
    // The clinic in figures, on paper; nothing before they are read.
    void printFigures();

Q_SIGNALS:
    void patientChosen(const lento::core::PatientId& patient);
    void pumpRequested(); // of whoever was chosen: the item is about the pump
    void listRead();      // or could not be, which it says

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeTable();
    void refresh(const core::PatientId& patient);
    void showList();
    void showFigures();
    void showHead(const std::vector<app::WorklistEntry>& all);
    void finishReading();
    void sayEnterFirst();
    void marked(const app::WorklistEntry& entry, const QString& words, const core::Result<void>& done);

    const Workplace& m_workplace;
    std::optional<app::Worklist> m_worklist;
    std::shared_ptr<QSemaphore> m_reading; // released by the worker
    std::shared_ptr<app::TaskMonitor> m_task;
    std::optional<app::WorklistEntry> m_lastMarked;
    QSet<QString> m_stale; // patients who changed while the page was not in front

    QLabel* m_title;
    ClinicFigureCards* m_figures;
    SegmentedControl* m_filter;
    WorklistModel* m_model;
    WorklistTable* m_table;
    QLabel* m_nothing;
    QLabel* m_said;
    QPushButton* m_undo;
    QPushButton* m_print;
};

} // namespace lento::gui
