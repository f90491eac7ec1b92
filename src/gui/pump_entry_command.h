// PumpEntryCommand lets Ctrl+Z take back what was entered of a pump, and enter again what was taken back; each way is
// saved and audited as it was by hand.
#pragma once

#include "core/pump_record.h"
#include "gui/workplace.h"

#include <QUndoCommand>

#include <functional>
#include <variant>

class QWidget;

namespace lento::gui {

using PumpEntry = std::variant<core::PumpSetting, core::PumpRefill>;

// "the setting of 09-Dec-2026, 310 mcg/day"
QString pumpEntryText(const PumpEntry& entry);

class PumpEntryCommand : public QUndoCommand {
public:
    enum class Done { entered, takenBack };
    // `done` has just happened to the entry; it is turned round by undo. changed: after each turn that succeeded.
    PumpEntryCommand(const Workplace& workplace, core::PatientId patient, PumpEntry entry, Done done, QWidget* asker,
                     std::function<void()> changed);

    void undo() override { turn(m_done == Done::entered ? Done::takenBack : Done::entered); }
    void redo() override;

private:
    void turn(Done to);
    core::Result<void> takeBack() const;
    core::Result<void> enter();

    const Workplace& m_workplace;
    core::PatientId m_patient;
    PumpEntry m_entry; // as it is in the file, or was
    Done m_done;
    QWidget* m_asker;
    std::function<void()> m_changed;
    bool m_isFirst = true; // a stack redoes what it is given
};

} // namespace lento::gui
