// DoseEdit and DailyDoseEdit are lines that speak amounts: what is typed is read to the nanogram or refused with words.
#pragma once

#include "core/amount.h"
#include "gui/typed_edit.h"

namespace lento::gui {

// One single dose: "12.5 mg".
class DoseEdit : public ValueEdit<core::OralDose> {
    Q_OBJECT
public:
    explicit DoseEdit(QWidget* parent = nullptr);
    // Up and Down go to the next multiple; zero (the default) turns them off.
    void setStep(core::OralDose step) { m_step = step; }

protected:
    bool stepBy(int steps) override;

private:
    core::OralDose m_step;
};

// A day's dose: "45 mg/day".
class DailyDoseEdit : public ValueEdit<core::DailyDose> {
    Q_OBJECT
public:
    explicit DailyDoseEdit(QWidget* parent = nullptr);
    void setStep(core::DailyDose step) { m_step = step; }

protected:
    bool stepBy(int steps) override;

private:
    core::DailyDose m_step;
};

} // namespace lento::gui
