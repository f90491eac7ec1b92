#include "gui/dose_edit.h"

#include "wording/quantities.h"
#include "wording/typed_values.h"

namespace lento::gui {

namespace {

// To the neighbouring multiple of the step in the direction asked for; never below zero.
template <class Dose>
Dose stepped(Dose from, Dose step, int steps) {
    const std::int64_t size = step.inNanograms();
    const std::int64_t value = from.inNanograms();
    const std::int64_t below = value / size;
    const std::int64_t whole = steps > 0 ? below + steps : (value % size == 0 ? below : below + 1) + steps;
    return Dose::nanograms(whole > 0 ? whole * size : 0);
}

} // namespace

DoseEdit::DoseEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseDose(text); },
                [](const core::OralDose& dose) { return wording::doseText(dose); }, parent) {}

bool DoseEdit::stepBy(int steps) {
    const auto now = value();
    if (m_step.isZero() || !now)
        return false;
    setValue(stepped(*now, m_step, steps));
    return true;
}

DailyDoseEdit::DailyDoseEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseDailyDose(text); },
                [](const core::DailyDose& dose) { return wording::dailyText(dose); }, parent) {}

bool DailyDoseEdit::stepBy(int steps) {
    const auto now = value();
    if (m_step.isZero() || !now)
        return false;
    setValue(stepped(*now, m_step, steps));
    return true;
}

} // namespace lento::gui
