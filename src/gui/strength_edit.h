// Lines for what a product holds: the strength of a piece or of a millilitre, and the smallest step of a volume.
#pragma once

#include "core/amount.h"
#include "gui/typed_edit.h"

namespace lento::gui {

// "25 mg", or "2 mg/mL" and "10 mg/5 mL" where it is a liquid.
class StrengthEdit : public ValueEdit<core::OralDose> {
    Q_OBJECT
public:
    explicit StrengthEdit(QWidget* parent = nullptr);
    // What was typed stays, in the unit of the other form.
    void setLiquid(bool liquid);
    void setStrength(core::OralDose strength);

protected:
    std::optional<core::Error> readingError() const override;
    void tidy() override;

private:
    bool m_liquid = false;
};

// "0.5 mL"
class VolumeEdit : public ValueEdit<core::Volume> {
    Q_OBJECT
public:
    explicit VolumeEdit(QWidget* parent = nullptr);
};

} // namespace lento::gui
