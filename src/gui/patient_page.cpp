#include "gui/patient_page.h"

namespace lento::gui {

PatientPage::PatientPage(const Workplace& workplace, QWidget* parent)
    : QWidget(parent)
    , m_workplace(workplace) {}

} // namespace lento::gui
