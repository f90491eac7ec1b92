// The places beside one patient's pages: the worklist of all, and the way back to whoever is open.
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/segmented.h"
#include "gui/tab_order.h"
#include "gui/worklist_page.h"

#include <QStackedWidget>
#include <QUndoGroup>

namespace lento::gui {

void MainWindow::showWorklist() {
    if (!hasClinic() || m_right == nullptr)
        return;
    keepDrafts();
    if (m_worklist == nullptr) {
        m_worklist = new WorklistPage(*m_workplace, m_right);
        connect(m_worklist, &WorklistPage::patientChosen, this, &MainWindow::openPatient);
        orderTabs(*m_worklist);
        m_right->addWidget(m_worklist);
        m_worklist->load();
    }
    m_place->setValue(worklistPlace);
    m_undo->setActiveStack(nullptr);
    m_right->setCurrentWidget(m_worklist);
}

void MainWindow::showPatients() {
    m_place->setValue(patientsPlace);
    if (m_record) {
        m_right->setCurrentWidget(m_patientArea);
        showPage(m_page);
        return;
    }
    m_right->setCurrentWidget(m_nobody);
    m_list->focusSearch();
}

} // namespace lento::gui
