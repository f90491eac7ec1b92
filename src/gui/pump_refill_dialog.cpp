#include "gui/pump_refill_dialog.h"

#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/pump_dialog_words.h"
#include "gui/pump_edits.h"
#include "gui/text_line.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

RefillDialog::RefillDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant& implant,
                           QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), tr("Refill"), tr("Record refill"), parent)
    , m_implant(implant)
    , m_isFirst(this->record().pump.refillBefore(implant.id, workplace.today()) == nullptr)
    , m_on(new DateEdit)
    , m_aspirated(new ReservoirEdit)
    , m_expected(noteLabel())
    , m_filled(new ReservoirEdit)
    , m_concentration(new PumpConcentrationEdit)
    , m_lot(new TextLine("lot"))
    , m_bridge(new QCheckBox(tr("&Bridge bolus programmed")))
    , m_bridgeWords(noteLabel())
    , m_next(noteLabel()) {
    m_on->setOptional(false);
    m_on->setRange(implant.on, workplace.today());
    m_on->setValue(workplace.today());
    m_lot->setOptional(false);
    m_filled->setValue(implant.model.reservoir);
    if (const core::PumpRefill* last = this->record().pump.refillBefore(implant.id, workplace.today()))
        m_concentration->setValue(last->concentration);
    fields()->addWidget(new Field(tr("&Filled on"), m_on));
    auto* aspirated = new Field(tr("&Aspirated before the fill"), m_aspirated);
    aspirated->setVisible(!m_isFirst);
    m_expected->setVisible(!m_isFirst);
    fields()->addWidget(aspirated);
    fields()->addWidget(m_expected);
    fields()->addWidget(new Field(tr("Filled &volume"), m_filled));
    fields()->addWidget(new Field(tr("&Concentration"), m_concentration));
    fields()->addWidget(m_bridge);
    fields()->addWidget(m_bridgeWords);
    fields()->addWidget(new Field(tr("&Lot of the drug"), m_lot));
    fields()->addWidget(m_next);
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_aspirated), static_cast<TypedEdit*>(m_filled),
          static_cast<TypedEdit*>(m_concentration), static_cast<TypedEdit*>(m_lot), static_cast<TypedEdit*>(m_on)})
        follow(*edit);
    connect(m_bridge, &QCheckBox::toggled, this, [this] { refresh(); });
    finish();
}

std::optional<core::PumpRefill> RefillDialog::typed() const {
    if (!m_on->value() || !m_filled->value() || !m_concentration->value() || (!m_isFirst && !m_aspirated->value()))
        return std::nullopt;
    core::PumpRefill made;
    made.implant = m_implant.id;
    made.on = *m_on->value();
    made.filled = *m_filled->value();
    made.concentration = *m_concentration->value();
    if (!m_isFirst)
        made.aspirated = m_aspirated->value();
    made.expected = app::expectedAt(record().pump, m_implant.id, made.on);
    made.lot = m_lot->value();
    made.bridgeGiven = m_bridge->isVisibleTo(this) && m_bridge->isChecked();
    return made;
}

void RefillDialog::refresh() {
    const core::PumpNumbers& numbers = workplace().catalogue.numbers().pump;
    const std::optional<core::Date> on = m_on->value();
    const auto expected = on ? app::expectedAt(record().pump, m_implant.id, *on) : std::nullopt;
    QString words = expected ? tr("Expected: %1 (ITB-14).").arg(wording::reservoirText(*expected))
                             : tr("Expected: not assessed, no setting is recorded.");
    if (expected && m_aspirated->value())
        words += u' ' + tr("Difference %1 mL.").arg(wording::differenceText(*expected, *m_aspirated->value()));
    m_expected->setText(words);

    const core::PumpRefill* before = on ? record().pump.refillBefore(m_implant.id, *on - 1) : nullptr;
    const core::PumpSetting* setting = on ? record().pump.settingOn(m_implant.id, *on) : nullptr;
    const auto concentration = m_concentration->value();
    const bool changes = before && concentration && before->concentration != *concentration;
    m_bridge->setVisible(changes);
    m_bridgeWords->setVisible(changes);
    if (changes && setting) {
        const core::Bridge bridge =
            core::bridgeBolus(m_implant.catheter(), before->concentration, *concentration, setting->daily);
        m_bridgeWords->setText(
            tr("From %1 to %2: bridge bolus %3 over %4 h %5 min; the old flow stays until it is through (ITB-16).")
                .arg(wording::concentrationText(before->concentration), wording::concentrationText(*concentration),
                     wording::microgramsText(bridge.dose))
                .arg(bridge.durationMinutes / 60)
                .arg(bridge.durationMinutes % 60));
    } else if (changes) {
        m_bridgeWords->setText(tr("The bridge bolus is not assessed: no setting is recorded."));
    }
    const std::optional<core::PumpRefill> next = typed();
    if (next) {
        core::PumpCourse after = record().pump;
        std::erase_if(after.refills, [&](const core::PumpRefill& each) { return each.on >= next->on; });
        after.refills.push_back(*next);
        m_next->setText(refillWords(after, workplace().today(), workplace()));
    } else {
        m_next->clear();
    }
    showFindings(next ? app::findingsOf(record(), *next, numbers) : std::vector<core::Finding>());
}

core::Result<void> RefillDialog::save() {
    const std::optional<core::PumpRefill> next = typed();
    if (!next)
        return core::failure(core::ErrorCode::missingField, "filled");
    const auto saved =
        app::refillPump(workplace().session, workplace().catalogue, record().patient.id, *next, reasons());
    if (!saved)
        return core::failure(saved.error());
    m_recorded = *saved;
    return {};
}

TypedEdit* RefillDialog::fieldOf(const std::string& subject) const {
    return subject == "on"              ? static_cast<TypedEdit*>(m_on)
           : subject == "aspirated"     ? static_cast<TypedEdit*>(m_aspirated)
           : subject == "filled"        ? static_cast<TypedEdit*>(m_filled)
           : subject == "concentration" ? static_cast<TypedEdit*>(m_concentration)
           : subject == "lot"           ? static_cast<TypedEdit*>(m_lot)
                                        : nullptr;
}

} // namespace lento::gui
