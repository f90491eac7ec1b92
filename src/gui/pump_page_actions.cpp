// What the page of the pump enters, prints and takes back.
#include "app/pumps.h"
#include "gui/dialog_host.h"
#include "gui/oral_wean_dialog.h"
#include "gui/print_flow.h"
#include "gui/pump_implant_dialog.h"
#include "gui/pump_page.h"
#include "gui/pump_refill_dialog.h"
#include "gui/pump_setting_dialog.h"
#include "gui/pump_trial_dialog.h"
#include "gui/pump_trial_view.h"

#include <QUndoStack>

namespace lento::gui {

void PumpPage::recordTrial() {
    if (implant() != nullptr && !m_record->pump.trials.empty()) {
        PumpTrialView view(workplace(), m_record->pump.trials.back(), this);
        workplace().dialogs.run(view);
        return;
    }
    PumpTrialDialog dialog(workplace(), m_record, openTrial(), this);
    if (workplace().dialogs.run(dialog) == QDialog::Accepted)
        Q_EMIT recordChanged();
}

void PumpPage::recordImplant() {
    ImplantDialog dialog(workplace(), m_record, nullptr, this);
    if (workplace().dialogs.run(dialog) == QDialog::Accepted)
        Q_EMIT recordChanged();
}

void PumpPage::editImplant() {
    ImplantDialog dialog(workplace(), m_record, implant(), this);
    if (workplace().dialogs.run(dialog) == QDialog::Accepted)
        Q_EMIT recordChanged();
}

void PumpPage::changeDose() {
    PumpSettingDialog dialog(workplace(), m_record, *implant(), this);
    if (workplace().dialogs.run(dialog) != QDialog::Accepted)
        return;
    remember(dialog.recorded(), PumpEntryCommand::Done::entered);
    Q_EMIT recordChanged();
}

void PumpPage::recordRefill() {
    RefillDialog dialog(workplace(), m_record, *implant(), this);
    if (workplace().dialogs.run(dialog) != QDialog::Accepted)
        return;
    remember(dialog.recorded(), PumpEntryCommand::Done::entered);
    Q_EMIT recordChanged();
}

void PumpPage::printSheet() {
    if (printPumpSheet(workplace(), m_record, this))
        Q_EMIT recordChanged();
}

void PumpPage::weanTablets() {
    OralWeanDialog dialog(workplace(), m_record, this);
    if (workplace().dialogs.run(dialog) == QDialog::Accepted)
        Q_EMIT planDraftRequested(dialog.draft());
}

void PumpPage::takeBack() {
    const core::PumpImplant* inPlace = implant();
    if (!inPlace)
        return;
    const core::PumpSetting* setting = m_record->pump.settingOn(inPlace->id, workplace().today());
    const core::PumpRefill* refill = m_record->pump.refillBefore(inPlace->id, workplace().today());
    if (!setting && !refill)
        return;
    // What was entered last.
    const bool isRefill = refill && (!setting || refill->recordedAt > setting->recordedAt);
    const PumpEntry entry = isRefill ? PumpEntry(*refill) : PumpEntry(*setting);
    if (!workplace().dialogs.confirm(
            this, tr("Take back"),
            tr("Take back %1? It leaves the record; the audit trail keeps it.").arg(pumpEntryText(entry)),
            tr("Take back")))
        return;
    const core::Result<void> done = isRefill
                                        ? app::takeBackRefill(workplace().session, m_record->patient.id, refill->id)
                                        : app::takeBackSetting(workplace().session, m_record->patient.id, setting->id);
    if (!done) {
        workplace().dialogs.tell(this, done.error());
        return;
    }
    remember(entry, PumpEntryCommand::Done::takenBack);
    Q_EMIT recordChanged();
}

void PumpPage::remember(PumpEntry entry, PumpEntryCommand::Done done) {
    m_undo->push(new PumpEntryCommand(workplace(), m_record->patient.id, std::move(entry), done, this,
                                      [this] { Q_EMIT recordChanged(); }));
}

} // namespace lento::gui
