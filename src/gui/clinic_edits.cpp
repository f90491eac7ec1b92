#include "gui/clinic_edits.h"

#include "app/clinic_settings.h"
#include "app/documents.h"
#include "gui/dialog_host.h"

namespace lento::gui {

ClinicEdits::ClinicEdits(const Workplace& workplace, QObject* parent)
    : QObject(parent)
    , m_workplace(workplace) {
    const core::Result<core::Clinic> clinic = app::clinic(workplace.session);
    if (clinic)
        m_stored = m_now = *clinic;
    else
        workplace.dialogs.tell(nullptr, clinic.error());
}

core::Result<void> ClinicEdits::save() {
    const core::Result<core::Clinic> saved =
        app::saveClinic(m_workplace.session, m_now, m_workplace.catalogue.numbers());
    if (!saved)
        return core::failure(saved.error());
    m_stored = m_now = *saved;
    Q_EMIT changed();
    return {};
}

} // namespace lento::gui
