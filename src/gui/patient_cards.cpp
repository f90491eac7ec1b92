#include "gui/patient_cards.h"

#include "gui/field.h"
#include "gui/field_note.h"
#include "gui/theme.h"
#include "gui/typed_edit.h"
#include "wording/quantities.h"

#include <QGridLayout>

namespace lento::gui {

QGridLayout* PatientCard::addGrid() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(em(*this, 0.8));
    grid->setVerticalSpacing(em(*this, 0.5));
    body()->addLayout(grid);
    return grid;
}

QList<SegmentedControl::Choice> PatientCard::yesNo() {
    return {{1, tr("Yes"), {}}, {0, tr("No"), {}}};
}

void PatientCard::watch(TypedEdit& field) {
    m_fields << &field;
    connect(&field, &TypedEdit::valueEdited, this, &PatientCard::edited);
}

void PatientCard::watch(SegmentedControl& control) {
    connect(&control, &SegmentedControl::valueChanged, this, &PatientCard::edited);
}

std::optional<int> PatientCard::asChoice(std::optional<bool> fact) {
    return fact ? std::optional<int>(*fact ? 1 : 0) : std::nullopt;
}

std::optional<bool> PatientCard::asFact(std::optional<int> choice) {
    return choice ? std::optional<bool>(*choice == 1) : std::nullopt;
}

void PatientCard::noteDate(Field& field, const core::Patient& patient, core::DatedFact fact) {
    if (const auto& on = patient.factDates[static_cast<std::size_t>(fact)])
        field.note().set(Tone::neutral, tr("Recorded %1").arg(wording::clinicalDate(*on)));
}

QWidget* PatientCard::firstProblem() {
    QWidget* first = nullptr;
    for (TypedEdit* field : std::as_const(m_fields)) {
        if (!field->check() && first == nullptr)
            first = field;
    }
    return first;
}

} // namespace lento::gui
