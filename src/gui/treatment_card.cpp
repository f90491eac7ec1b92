// The card of what baclofen is for.
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/patient_cards.h"
#include "gui/segmented.h"
#include "gui/text_line.h"
#include "wording/protocol_words.h"

#include <QComboBox>
#include <QGridLayout>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

TreatmentCard::TreatmentCard(core::Date today, const std::vector<core::Indication>& indications, QWidget* parent)
    : PatientCard(tr("What baclofen is for"), parent)
    , m_indication(new QComboBox(this))
    , m_diagnosis(new TextLine("diagnosis", this))
    , m_origin(new SegmentedControl(this))
    , m_goal(new TextLine("goal", this))
    , m_toneNeeded(new SegmentedControl(this))
    , m_since(new DateEdit(this)) {
    for (const core::Indication& use : indications)
        m_indication->addItem(wording::indicationName(use), QString::fromStdString(use.code));
    connect(m_indication, &QComboBox::activated, this, [this] {
        showIndication();
        Q_EMIT edited();
    });
    m_diagnosis->setPlaceholderText(tr("Multiple sclerosis"));
    m_goal->setPlaceholderText(tr("In the patient's words: sleep without spasms"));
    m_origin->setChoices({{static_cast<int>(core::SpasticityOrigin::spinal), tr("Spinal"), {}},
                          {static_cast<int>(core::SpasticityOrigin::cerebral), tr("Cerebral"), {}},
                          {static_cast<int>(core::SpasticityOrigin::other), tr("Other"), {}}});
    m_origin->setName(tr("Origin of spasticity"));
    m_origin->setClearable(true);
    m_toneNeeded->setChoices(yesNo());
    m_toneNeeded->setName(tr("Tone needed to stand or transfer"));
    m_toneNeeded->setClearable(true);
    m_since->setRange(std::nullopt, today);
    m_since->setSuggestion(today);
    QGridLayout* grid = addGrid();
    m_originField = new Field(tr("Origin of spasticity"), m_origin, this);
    m_toneField = new Field(tr("Tone needed to stand or transfer"), m_toneNeeded, this);
    grid->addWidget(new Field(tr("Given &for"), m_indication, this), 0, 0, 1, 2);
    grid->addWidget(m_originField, 0, 2);
    grid->addWidget(new Field(tr("D&iagnosis"), m_diagnosis, this), 1, 0, 1, 3);
    grid->addWidget(new Field(tr("G&oal of treatment"), m_goal, this), 2, 0, 1, 3);
    grid->addWidget(m_toneField, 3, 0, 1, 2);
    grid->addWidget(new Field(tr("On &baclofen since, if already taking it"), m_since, this), 3, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    watch(*m_diagnosis);
    watch(*m_goal);
    watch(*m_since);
    watch(*m_origin);
    watch(*m_toneNeeded);
}

// Origin and tone are asked of spasticity alone (TIT-10).
void TreatmentCard::showIndication() {
    const bool spasticity = m_indication->currentData().toString() == QLatin1String(core::spasticityIndication);
    m_originField->setVisible(spasticity);
    m_toneField->setVisible(spasticity);
}

QWidget* TreatmentCard::fieldFor(const QString& fact) const {
    if (fact == "diagnosis"_L1)
        return m_diagnosis;
    if (fact == "origin"_L1)
        return m_origin;
    if (fact == "goal"_L1)
        return m_goal;
    if (fact == "tone_needed"_L1)
        return m_toneNeeded;
    return fact == "baclofen_since"_L1 ? m_since : nullptr;
}

void TreatmentCard::show(const core::Patient& patient) {
    const QString indication = QString::fromStdString(patient.indication);
    if (m_indication->findData(indication) < 0)
        m_indication->addItem(indication, indication);
    m_indication->setCurrentIndex(m_indication->findData(indication));
    noteDate(*m_toneField, patient, core::DatedFact::toneNeeded);
    showIndication();
    m_diagnosis->setValue(patient.diagnosis);
    if (patient.origin != core::SpasticityOrigin::notRecorded)
        m_origin->setValue(static_cast<int>(patient.origin));
    m_goal->setValue(patient.goal);
    m_toneNeeded->setValue(asChoice(patient.toneNeeded));
    m_since->setValue(patient.baclofenSince);
}

void TreatmentCard::fill(core::Patient& patient) const {
    patient.indication = m_indication->currentData().toString().toStdString();
    patient.diagnosis = m_diagnosis->value();
    patient.origin = static_cast<core::SpasticityOrigin>(m_origin->value().value_or(0));
    patient.goal = m_goal->value();
    patient.toneNeeded = asFact(m_toneNeeded->value());
    patient.baclofenSince = m_since->value();
}

} // namespace lento::gui
