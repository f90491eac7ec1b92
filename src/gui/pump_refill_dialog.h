// RefillDialog records a refill: what was found and filled, against what was expected, with the bridge bolus that a new
// concentration needs (ITB-13 to ITB-16).
#pragma once

#include "gui/pump_entry_dialog.h"

class QCheckBox;

namespace lento::gui {

class DateEdit;
class PumpConcentrationEdit;
class ReservoirEdit;
class TextLine;

class RefillDialog : public PumpEntryDialog {
    Q_OBJECT
public:
    RefillDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant, QWidget* parent);

    // What was saved; after Accepted.
    const core::PumpRefill& recorded() const noexcept { return m_recorded; }

protected:
    void refresh() override;
    core::Result<void> save() override;
    TypedEdit* fieldOf(const std::string& subject) const override;

private:
    std::optional<core::PumpRefill> typed() const;

    core::PumpImplant m_implant;
    core::PumpRefill m_recorded;
    bool m_isFirst;
    DateEdit* m_on;
    ReservoirEdit* m_aspirated;
    QLabel* m_expected;
    ReservoirEdit* m_filled;
    PumpConcentrationEdit* m_concentration;
    TextLine* m_lot;
    QCheckBox* m_bridge;
    QLabel* m_bridgeWords;
    QLabel* m_next;
};

} // namespace lento::gui
