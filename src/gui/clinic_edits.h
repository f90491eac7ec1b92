// ClinicEdits is the clinic's own row while it is being edited: the pages that share it change one copy, and it is
// saved once.
#pragma once

#include "core/clinic.h"
#include "gui/workplace.h"

#include <QObject>

namespace lento::gui {

class ClinicEdits : public QObject {
    Q_OBJECT
public:
    explicit ClinicEdits(const Workplace& workplace, QObject* parent = nullptr);

    const core::Clinic& stored() const noexcept { return m_stored; }
    const core::Clinic& now() const noexcept { return m_now; }
    template <class Change>
    void change(Change&& change) {
        core::Clinic next = m_now;
        change(next);
        if (next == m_now)
            return;
        m_now = std::move(next);
        Q_EMIT changed();
    }
    bool isChanged() const { return !(m_now == m_stored); }
    core::Result<void> save();

Q_SIGNALS:
    void changed();

private:
    const Workplace& m_workplace;
    core::Clinic m_stored;
    core::Clinic m_now;
};

} // namespace lento::gui
