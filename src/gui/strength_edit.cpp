#include "gui/strength_edit.h"

#include "wording/quantities.h"
#include "wording/typed_values.h"

namespace lento::gui {

namespace {

const core::OralDose strongest = core::OralDose::milligrams(300); // UNI-1: no day holds more

} // namespace

StrengthEdit::StrengthEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseDose(text); },
                [](const core::OralDose& dose) { return wording::doseText(dose); }, parent) {}

void StrengthEdit::setLiquid(bool liquid) {
    const std::optional<core::OralDose> now = value();
    m_liquid = liquid;
    if (liquid)
        setReader([](QStringView text) { return wording::parseConcentration(text); });
    else
        setReader([](QStringView text) { return wording::parseDose(text); });
    if (now)
        setStrength(*now);
}

// A concentration is written with its volume, so that nobody takes it for a dose.
void StrengthEdit::setStrength(core::OralDose strength) {
    setText(m_liquid ? wording::doseText(strength) + QStringLiteral("/mL") : wording::doseText(strength));
}

std::optional<core::Error> StrengthEdit::readingError() const {
    const core::Result<core::OralDose> strength = read();
    if (!strength)
        return strength.error();
    if (strength->isZero() || *strength > strongest)
        return core::Error{core::ErrorCode::outOfRange, "strength", {text().trimmed().toStdString(), "0.0001", "300"}};
    return std::nullopt;
}

void StrengthEdit::tidy() {
    if (const core::Result<core::OralDose> strength = read())
        setStrength(*strength);
}

VolumeEdit::VolumeEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseVolume(text); },
                [](const core::Volume& volume) { return wording::volumeText(volume); }, parent) {}

} // namespace lento::gui
