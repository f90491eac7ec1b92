#include "gui/pump_implant_dialog.h"

#include "gui/date_edit.h"
#include "gui/dose_edit.h"
#include "gui/field.h"
#include "gui/number_edit.h"
#include "gui/pump_dialog_words.h"
#include "gui/pump_edits.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

constexpr int millimetresPerCentimetre = 10;

} // namespace

ImplantDialog::ImplantDialog(const Workplace& workplace, RecordPointer record, const core::PumpImplant* implant,
                             QWidget* parent)
    : PumpEntryDialog(workplace, std::move(record), implant ? tr("Pump in place") : tr("Implant of a pump"),
                      implant ? tr("Save") : tr("Record implant"), parent)
    , m_implant(implant ? *implant : core::PumpImplant())
    , m_on(new DateEdit)
    , m_model(new QComboBox)
    , m_constants(noteLabel())
    , m_serial(new TextLine("serial"))
    , m_catheter(new WholeNumberEdit(1, 200))
    , m_alarm(new ReservoirEdit)
    , m_origin(new SegmentedControl(tr("Origin of spasticity"),
                                    {{static_cast<int>(core::SpasticityOrigin::spinal), tr("Spinal"), {}},
                                     {static_cast<int>(core::SpasticityOrigin::cerebral), tr("Cerebral"), {}},
                                     {static_cast<int>(core::SpasticityOrigin::other), tr("Other"), {}}}))
    , m_oral(new DailyDoseEdit)
    , m_removed(new DateEdit) {
    m_implant.patient = this->record().patient.id;
    if (auto models = app::pumpModels(workplace.session, workplace.catalogue))
        m_models = std::move(*models);
    if (implant) {
        // The clinic's constants of the same model stand beside those of the implant only where they differ.
        std::erase_if(m_models, [&](const app::ClinicPumpModel& each) {
            return each.model.id == implant->model.id && app::haveSameConstants(each.model, implant->model);
        });
        const bool differ = std::ranges::any_of(
            m_models, [&](const app::ClinicPumpModel& each) { return each.model.id == implant->model.id; });
        const QString name = wording::pumpModelText(implant->model);
        m_model->addItem(differ ? tr("%1, as it was at the implant").arg(name) : name);
    }
    for (const app::ClinicPumpModel& each : m_models)
        m_model->addItem(wording::pumpModelText(each.model));
    if (implant)
        m_models.insert(m_models.begin(), app::ClinicPumpModel{implant->model, 0});
    m_on->setOptional(false);
    m_on->setRange({}, workplace.today());
    m_removed->setRange({}, workplace.today());
    m_catheter->setOptional(false);
    fields()->addWidget(new Field(tr("&Date of the implant"), m_on));
    fields()->addWidget(new Field(tr("&Model"), m_model));
    fields()->addWidget(m_constants);
    fields()->addWidget(new Field(tr("&Serial number"), m_serial));
    fields()->addWidget(new Field(tr("Implanted &catheter, cm"), m_catheter));
    fields()->addWidget(new Field(tr("&Alarm volume (4 mL where withdrawal came before the alarm)"), m_alarm));
    fields()->addWidget(new Field(tr("Origin of spasticity"), m_origin));
    fields()->addWidget(new Field(tr("&Oral baclofen before the implant, a day"), m_oral));
    auto* removed = new Field(tr("&Taken out on"), m_removed);
    removed->setVisible(implant != nullptr);
    fields()->addWidget(removed);
    for (TypedEdit* edit :
         {static_cast<TypedEdit*>(m_on), static_cast<TypedEdit*>(m_serial), static_cast<TypedEdit*>(m_catheter),
          static_cast<TypedEdit*>(m_alarm), static_cast<TypedEdit*>(m_oral), static_cast<TypedEdit*>(m_removed)})
        follow(*edit);
    if (implant) {
        m_on->setValue(implant->on);
        m_serial->setValue(implant->serial);
        m_catheter->setValue(implant->catheterMillimetres / millimetresPerCentimetre);
        m_alarm->setValue(implant->model.alarm);
        m_oral->setValue(implant->oralBefore);
        m_removed->setValue(implant->removedOn);
    } else if (!m_models.empty()) {
        m_on->setSuggestion(workplace.today());
        m_alarm->setValue(m_models.front().model.alarm);
    }
    const core::SpasticityOrigin origin = implant ? implant->origin : this->record().patient.origin;
    if (origin != core::SpasticityOrigin::notRecorded)
        m_origin->setValue(static_cast<int>(origin));
    connect(m_model, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            m_alarm->setValue(m_models[static_cast<std::size_t>(index)].model.alarm);
        refresh();
    });
    finish();
}

void ImplantDialog::refresh() {
    const int index = m_model->currentIndex();
    if (index < 0)
        return;
    const core::PumpModel& model = m_models[static_cast<std::size_t>(index)].model;
    QString text = tr("Reservoir %1, tubing %2, catheter %3 a cm, service life %4 months. Source: %5.")
                       .arg(wording::volumeText(model.reservoir), wording::volumeText(model.tubing),
                            wording::volumeText(model.perCentimetre))
                       .arg(model.serviceMonths)
                       .arg(QString::fromStdString(model.source));
    text +=
        u' ' + (model.isConfirmed()
                    ? wording::confirmationText(model) + u'.'
                    : tr("Unverified: compare them with the manual of the pump, then confirm the model in the settings "
                         "(Pump models)."));
    if (const auto centimetres = m_catheter->value()) {
        const core::Catheter catheter{*centimetres * millimetresPerCentimetre, model.perCentimetre, model.tubing};
        text += u' ' + tr("Priming bolus with 500 mcg/mL: %1; watch for at least 8 hours (ITB-17).")
                           .arg(wording::microgramsText(
                               core::primingBolus(catheter, core::Concentration::microgramsPerMillilitre(500))));
    }
    m_constants->setText(text);
    showFindings({});
}

core::Result<void> ImplantDialog::save() {
    const int index = m_model->currentIndex();
    if (index < 0)
        return core::failure(core::ErrorCode::emptyText, "model");
    m_implant.model = m_models[static_cast<std::size_t>(index)].model;
    m_implant.model.alarm = *m_alarm->value();
    m_implant.on = *m_on->value();
    m_implant.serial = m_serial->value();
    m_implant.catheterMillimetres = *m_catheter->value() * millimetresPerCentimetre;
    m_implant.origin = m_origin->value() ? static_cast<core::SpasticityOrigin>(*m_origin->value())
                                         : core::SpasticityOrigin::notRecorded;
    m_implant.oralBefore = m_oral->value();
    m_implant.removedOn = m_removed->value();
    const auto saved = app::implantPump(workplace().session, m_implant);
    return saved ? core::Result<void>() : core::failure(saved.error());
}

TypedEdit* ImplantDialog::fieldOf(const std::string& subject) const {
    return subject == "on"          ? static_cast<TypedEdit*>(m_on)
           : subject == "removedOn" ? m_removed
           : subject == "alarm"     ? static_cast<TypedEdit*>(m_alarm)
           : subject == "catheter"  ? static_cast<TypedEdit*>(m_catheter)
                                    : nullptr;
}

} // namespace lento::gui
