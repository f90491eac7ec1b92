// Shows the teaching curve of a split beside what is taken today, and shows it again once a value that it misses was
// entered.
#pragma once

#include "gui/concentration_dialog.h"
#include "gui/workplace.h"

#include <functional>

class QWidget;

namespace lento::gui {

// record: the record as it is now, again after enter. enter: asks for a value of the patient.
void showConcentration(const Workplace& workplace, const std::function<RecordPointer()>& record,
                       const NamedSplit& chosen, const std::function<void(const QString&)>& enter, QWidget* parent);

} // namespace lento::gui
