// PumpTrialView shows a screening trial that is over: its chart, and what it came to.
#pragma once

#include "core/pump_record.h"
#include "gui/workplace.h"

#include <QDialog>

namespace lento::gui {

class PumpTrialView : public QDialog {
    Q_OBJECT
public:
    PumpTrialView(const Workplace& workplace, const core::PumpTrial& trial, QWidget* parent = nullptr);
};

} // namespace lento::gui
