#include "gui/pump_entry_command.h"

#include "app/pumps.h"
#include "gui/dialog_host.h"
#include "wording/quantities.h"

#include <QCoreApplication>

namespace lento::gui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("lento::gui::PumpEntryCommand", text);
}

// The reasons that were given then hold for the same findings.
std::vector<app::PumpReason> reasonsOf(const std::vector<core::SeenFinding>& seen) {
    std::vector<app::PumpReason> reasons;
    reasons.reserve(seen.size());
    for (const core::SeenFinding& each : seen)
        reasons.push_back({each.finding.fingerprint(), each.reason});
    return reasons;
}

template <class Row>
Row asNew(Row row) {
    row.id = core::RecordId();
    row.rowVersion = 0;
    return row;
}

} // namespace

QString pumpEntryText(const PumpEntry& entry) {
    if (const auto* refill = std::get_if<core::PumpRefill>(&entry))
        return translated("the refill of %1").arg(wording::clinicalDate(refill->on));
    const auto& setting = std::get<core::PumpSetting>(entry);
    return translated("the setting of %1, %2")
        .arg(wording::clinicalDate(setting.on), wording::microgramsPerDayText(setting.daily));
}

PumpEntryCommand::PumpEntryCommand(const Workplace& workplace, core::PatientId patient, PumpEntry entry, Done done,
                                   QWidget* asker, std::function<void()> changed)
    : QUndoCommand(pumpEntryText(entry))
    , m_workplace(workplace)
    , m_patient(std::move(patient))
    , m_entry(std::move(entry))
    , m_done(done)
    , m_asker(asker)
    , m_changed(std::move(changed)) {}

void PumpEntryCommand::redo() {
    if (m_isFirst)
        m_isFirst = false;
    else
        turn(m_done);
}

void PumpEntryCommand::turn(Done to) {
    const core::Result<void> done = to == Done::entered ? enter() : takeBack();
    if (done) {
        m_changed();
        return;
    }
    setObsolete(true); // the pump went on since: there is no way back to this entry
    m_workplace.dialogs.tell(m_asker, done.error());
}

core::Result<void> PumpEntryCommand::takeBack() const {
    if (const auto* refill = std::get_if<core::PumpRefill>(&m_entry))
        return app::takeBackRefill(m_workplace.session, m_patient, refill->id);
    return app::takeBackSetting(m_workplace.session, m_patient, std::get<core::PumpSetting>(m_entry).id);
}

core::Result<void> PumpEntryCommand::enter() {
    if (const auto* refill = std::get_if<core::PumpRefill>(&m_entry)) {
        const auto saved = app::refillPump(m_workplace.session, m_workplace.catalogue, m_patient, asNew(*refill),
                                           reasonsOf(refill->seen));
        if (!saved)
            return core::failure(saved.error());
        m_entry = *saved;
        return {};
    }
    const auto& setting = std::get<core::PumpSetting>(m_entry);
    const auto saved =
        app::setPump(m_workplace.session, m_workplace.catalogue, m_patient, asNew(setting), reasonsOf(setting.seen));
    if (!saved)
        return core::failure(saved.error());
    m_entry = *saved;
    return {};
}

} // namespace lento::gui
