// The places beside one patient's pages: the worklist of all, the way back to whoever is open, the browser of rules.
#include "app/documents.h"
#include "app/planning.h"
#include "app/pump_days.h"
#include "content/rule_reference.h"
#include "gui/banner.h"
#include "gui/dialog_host.h"
#include "gui/main_window.h"
#include "gui/patient_list.h"
#include "gui/print_flow.h"
#include "gui/products_page.h"
#include "gui/pump_board_dialog.h"
#include "gui/pump_emergency_dialog.h"
#include "gui/rule_browser.h"
#include "gui/segmented.h"
#include "gui/settings_dialog.h"
#include "gui/tab_order.h"
#include "gui/worklist_page.h"
#include "wording/quantities.h"

#include <QStackedWidget>
#include <QUndoGroup>

#include <algorithm>

namespace lento::gui {

void MainWindow::showWorklist() {
    if (!hasClinic() || m_right == nullptr)
        return;
    keepDrafts();
    if (m_worklist == nullptr) {
        m_worklist = new WorklistPage(*m_workplace, m_right);
        connect(m_worklist, &WorklistPage::patientChosen, this, &MainWindow::openPatient);
        connect(m_worklist, &WorklistPage::pumpRequested, this, [this] { showPage(PageId::pump); });
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

void MainWindow::showPumpState() {
    const auto& pump = m_record->pump;
    const bool coded = std::ranges::any_of(m_record->conditions,
                                           [](const core::Condition& each) { return each.code == "intrathecal"; });
    m_pumpCards->setVisible(pump.implantOn(m_session->today()) != nullptr || coded);
    const core::Result<core::Clinic> clinic = app::clinic(*m_session);
    const std::vector<core::Weekday> closed = clinic ? clinic->closedWeekdays : std::vector<core::Weekday>();
    m_banner->setPump(app::pumpGlance(pump, m_session->today(), closed, m_catalogue.numbers().pump));
}

void MainWindow::showPumpBoard() {
    if (!hasClinic())
        return;
    PumpBoardDialog board(*m_workplace, this);
    if (m_dialogs.run(board) != QDialog::Accepted)
        return;
    openPatient(board.chosen());
    showPage(PageId::pump);
}

void MainWindow::showPumpWithdrawal() {
    showPumpCard(wording::PumpEmergency::withdrawal);
}

void MainWindow::showPumpOverdose() {
    showPumpCard(wording::PumpEmergency::overdose);
}

void MainWindow::showPumpCard(wording::PumpEmergency kind) {
    if (!m_record)
        return;
    PumpEmergencyDialog card(*m_workplace, *m_record, kind, this);
    connect(&card, &PumpEmergencyDialog::printRequested, this, [this, &card, kind] {
        if (printPumpCard(*m_workplace, m_record, kind, &card))
            m_reload.start();
    });
    m_dialogs.run(card);
}

namespace {

// "Reason: agreed with the patient (Dr A. Weber with Dr B. Roy, 22-Nov-2026)"
QString answerWords(const core::Override& given) {
    QString who = QString::fromStdString(given.who);
    if (!given.secondName.empty())
        who = MainWindow::tr("%1 with %2").arg(who, QString::fromStdString(given.secondName));
    const core::Result<core::Date> day = core::Date::fromIso(std::string_view(given.when).substr(0, 10));
    return MainWindow::tr("Reason: %1 (%2)")
        .arg(QString::fromStdString(given.reason),
             day ? who + QStringLiteral(", ") + wording::clinicalDate(*day) : who);
}

} // namespace

void MainWindow::showRules(const QString& rule) {
    const core::Result<content::RuleReference> reference = content::RuleReference::load();
    if (!reference) {
        m_dialogs.tell(this, reference.error());
        return;
    }
    std::vector<RuleFiring> firings;
    std::vector<EarlierAnswer> earlier;
    if (m_record) {
        const app::PlanningContext context = app::planningContext(m_catalogue, *m_record, m_session->today());
        const auto add = [&](const QString& plan, const core::Plan& of, const std::vector<core::Override>& given) {
            for (core::Finding& finding : app::viewOf(of, context).findings) {
                const auto step = static_cast<std::size_t>(finding.step.value_or(1) - 1);
                const auto answer = std::ranges::find(given, finding.fingerprint(), &core::Override::fingerprint);
                firings.push_back({plan, std::move(finding),
                                   step < of.steps.size() ? std::optional(of.steps[step].span.first) : std::nullopt,
                                   answer == given.end() ? QString() : answerWords(*answer)});
            }
        };
        const auto planName = [](const core::Revision& revision) {
            return tr("plan %1, version %2").arg(revision.planNumber).arg(revision.version);
        };
        const core::Revision* active = m_record->active();
        if (active)
            add(planName(*active), active->plan, active->overrides);
        if (const auto draft = app::loadDraft(*m_session, m_record->patient.id); draft && *draft)
            add(tr("draft"), (*draft)->plan, (*draft)->overrides);
        for (const core::Revision& each : m_record->revisions) {
            if (&each == active || each.status == core::RevisionStatus::draft)
                continue;
            for (const core::Override& given : each.overrides)
                earlier.push_back({planName(each), given.rule, answerWords(given)});
        }
    }
    RuleBrowser browser(m_catalogue, *reference, m_record ? wording::nameText(m_record->patient.identity) : QString(),
                        std::move(firings), this);
    browser.setEarlierAnswers(std::move(earlier));
    if (!rule.isEmpty())
        browser.showRule(rule);
    m_dialogs.run(browser);
}

} // namespace lento::gui
