// Printing the clinic in figures: preview, printer or PDF, and a line in the audit trail that keeps the numbers.
#pragma once

#include "core/clinic_figures.h"
#include "gui/workplace.h"

class QWidget;

namespace lento::gui {

// True when something was printed.
bool printClinicFigures(const Workplace& workplace, const core::ClinicFigures& figures, QWidget* parent);

} // namespace lento::gui
