// The card of pregnancy and breastfeeding: each answer asks only for what follows from it.
#include "gui/date_edit.h"
#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/patient_cards.h"
#include "gui/segmented.h"

#include <QGridLayout>

namespace lento::gui {

namespace {

// Further than any pregnancy of today can reach, and as far behind.
constexpr int dueWithinDays = 300;
constexpr int infantWithinDays = 5 * 366;

} // namespace

PregnancyCard::PregnancyCard(core::Date today, QWidget* parent)
    : PatientCard(tr("Pregnancy and breastfeeding"), parent)
    , m_pregnant(new SegmentedControl(this))
    , m_due(new DateEdit(this))
    , m_planning(new SegmentedControl(this))
    , m_breastfeeding(new SegmentedControl(this))
    , m_infantBorn(new DateEdit(this))
    , m_preterm(new SegmentedControl(this)) {
    const auto ask = [&](SegmentedControl* control, const QString& name) {
        control->setChoices(yesNo());
        control->setName(name);
        control->setClearable(true);
        watch(*control);
        connect(control, &SegmentedControl::valueChanged, this, &PregnancyCard::showAsked);
    };
    ask(m_pregnant, tr("Pregnant"));
    ask(m_planning, tr("Planning a pregnancy"));
    ask(m_breastfeeding, tr("Breastfeeding"));
    ask(m_preterm, tr("Infant born early"));
    m_due->setRange(today - dueWithinDays, today + dueWithinDays);
    m_due->setSuggestion(today);
    m_infantBorn->setRange(today - infantWithinDays, today);
    m_infantBorn->setSuggestion(today);
    watch(*m_due);
    watch(*m_infantBorn);

    QGridLayout* grid = addGrid();
    m_pregnantField = new Field(tr("Pregnant"), m_pregnant, this);
    m_dueField = new Field(tr("Due date"), m_due, this);
    m_planningField = new Field(tr("Planning a pregnancy"), m_planning, this);
    m_breastfeedingField = new Field(tr("Breastfeeding"), m_breastfeeding, this);
    m_infantField = new Field(tr("Infant born on"), m_infantBorn, this);
    m_pretermField = new Field(tr("Born early"), m_preterm, this);
    grid->addWidget(m_pregnantField, 0, 0);
    grid->addWidget(m_dueField, 0, 1);
    grid->addWidget(m_planningField, 0, 2);
    grid->addWidget(m_breastfeedingField, 1, 0);
    grid->addWidget(m_infantField, 1, 1);
    grid->addWidget(m_pretermField, 1, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    showAsked();
}

void PregnancyCard::showAsked() {
    const bool pregnant = m_pregnant->value() == 1;
    m_dueField->setVisible(pregnant);
    m_planningField->setVisible(!pregnant);
    const bool feeds = m_breastfeeding->value() == 1;
    m_infantField->setVisible(feeds);
    m_pretermField->setVisible(feeds);
}

void PregnancyCard::show(const core::Patient& patient) {
    m_pregnant->setValue(asChoice(patient.pregnant));
    m_due->setValue(patient.dueDate);
    m_planning->setValue(asChoice(patient.planningPregnancy));
    m_breastfeeding->setValue(asChoice(patient.breastfeeding));
    m_infantBorn->setValue(patient.infantBirthDate);
    m_preterm->setValue(asChoice(patient.infantPreterm));
    noteDate(*m_pregnantField, patient, core::DatedFact::pregnancy);
    noteDate(*m_breastfeedingField, patient, core::DatedFact::breastfeeding);
    showAsked();
}

void PregnancyCard::fill(core::Patient& patient) const {
    // A man has none of it, whatever was typed before his sex was put right.
    if (patient.sex == core::Sex::male) {
        patient.pregnant = patient.planningPregnancy = patient.breastfeeding = patient.infantPreterm = std::nullopt;
        patient.dueDate = patient.infantBirthDate = std::nullopt;
        return;
    }
    patient.pregnant = asFact(m_pregnant->value());
    const bool pregnant = patient.pregnant.value_or(false);
    patient.dueDate = pregnant ? m_due->value() : std::nullopt;
    patient.planningPregnancy = pregnant ? std::nullopt : asFact(m_planning->value());
    patient.breastfeeding = asFact(m_breastfeeding->value());
    const bool feeds = patient.breastfeeding.value_or(false);
    patient.infantBirthDate = feeds ? m_infantBorn->value() : std::nullopt;
    patient.infantPreterm = feeds ? asFact(m_preterm->value()) : std::nullopt;
}

QWidget* PregnancyCard::fieldFor(const QString& fact) const {
    if (fact == QStringLiteral("pregnancy"))
        return m_pregnant;
    if (fact == QStringLiteral("due_date"))
        return m_due;
    if (fact == QStringLiteral("infant_birth_date"))
        return m_infantBorn;
    return fact == QStringLiteral("infant_preterm") ? m_preterm : nullptr;
}

} // namespace lento::gui
