// The places beside one patient's pages: the worklist of all, the way back to whoever is open, the browser of rules.
#include "app/planning.h"
#include "content/rule_reference.h"
#include "gui/dialog_host.h"
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/products_page.h"
#include "gui/rule_browser.h"
#include "gui/segmented.h"
#include "gui/settings_dialog.h"
#include "gui/tab_order.h"
#include "gui/worklist_page.h"
#include "wording/quantities.h"

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

void MainWindow::showSettings(bool atProducts) {
    if (!hasClinic())
        return;
    keepDrafts();
    SettingsDialog dialog(*m_workplace, this);
    if (atProducts)
        dialog.showPage(*dialog.page<ProductsPage>());
    m_dialogs.run(dialog);
}

void MainWindow::showRules(const QString& rule) {
    const core::Result<content::RuleReference> reference = content::RuleReference::load();
    if (!reference) {
        m_dialogs.tell(this, reference.error());
        return;
    }
    std::vector<RuleFiring> firings;
    if (m_record) {
        const app::PlanningContext context = app::planningContext(m_catalogue, *m_record, m_session->today());
        const auto add = [&](const QString& plan, const core::Plan& of) {
            for (core::Finding& finding : app::viewOf(of, context).findings)
                firings.push_back({plan, std::move(finding)});
        };
        if (const core::Revision* active = m_record->active())
            add(tr("plan %1, version %2").arg(active->planNumber).arg(active->version), active->plan);
        if (const auto draft = app::loadDraft(*m_session, m_record->patient.id); draft && *draft)
            add(tr("draft"), (*draft)->plan);
    }
    RuleBrowser browser(m_catalogue, *reference, m_record ? wording::nameText(m_record->patient.identity) : QString(),
                        std::move(firings), this);
    if (!rule.isEmpty())
        browser.showRule(rule);
    m_dialogs.run(browser);
}

} // namespace lento::gui
