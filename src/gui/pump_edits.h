// Lines for what a pump's record holds: doses in mcg, concentrations, volumes, the rates of a flex day. Milligrams are
// refused with words, never converted (UNI-1).
#pragma once

#include "core/pump.h"
#include "gui/typed_edit.h"

namespace lento::gui {

// "310 mcg"
class PumpDoseEdit : public ValueEdit<core::PumpDose> {
    Q_OBJECT
public:
    explicit PumpDoseEdit(QWidget* parent = nullptr);
};

class PumpBolusEdit : public ValueEdit<core::PumpBolus> {
    Q_OBJECT
public:
    explicit PumpBolusEdit(QWidget* parent = nullptr);
};

// "500 mcg/mL"
class PumpConcentrationEdit : public ValueEdit<core::Concentration> {
    Q_OBJECT
public:
    explicit PumpConcentrationEdit(QWidget* parent = nullptr);
};

// "17.6 mL"
class ReservoirEdit : public ValueEdit<core::Volume> {
    Q_OBJECT
public:
    explicit ReservoirEdit(QWidget* parent = nullptr);
};

// "0.0022 mL/cm"
class CatheterVolumeEdit : public ValueEdit<core::Volume> {
    Q_OBJECT
public:
    explicit CatheterVolumeEdit(QWidget* parent = nullptr);
};

// "00:00 8; 06:00 20; 08:00 10; 22:00 15": from when on, mcg an hour (ITB-11).
class FlexDayEdit : public ValueEdit<std::vector<core::FlexPeriod>> {
    Q_OBJECT
public:
    explicit FlexDayEdit(QWidget* parent = nullptr);
};

} // namespace lento::gui
