#include "gui/pump_edits.h"

#include "wording/pump_words.h"
#include "wording/quantities.h"
#include "wording/typed_values.h"

namespace lento::gui {

PumpDoseEdit::PumpDoseEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parsePumpDose(text); },
                [](const core::PumpDose& dose) { return wording::microgramsPerDayText(dose); }, parent) {
    setOptional(false);
}

PumpBolusEdit::PumpBolusEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parsePumpBolus(text); },
                [](const core::PumpBolus& dose) { return wording::microgramsText(dose); }, parent) {
    setOptional(false);
}

PumpConcentrationEdit::PumpConcentrationEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parsePumpConcentration(text); },
                [](const core::Concentration& value) { return wording::concentrationText(value); }, parent) {
    setOptional(false);
}

ReservoirEdit::ReservoirEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseReservoirVolume(text); },
                [](const core::Volume& volume) { return wording::volumeText(volume); }, parent) {
    setOptional(false);
}

CatheterVolumeEdit::CatheterVolumeEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseCatheterVolume(text); },
                [](const core::Volume& volume) { return wording::catheterVolumeText(volume); }, parent) {
    setOptional(false);
}

FlexDayEdit::FlexDayEdit(QWidget* parent)
    : ValueEdit([](QStringView text) { return wording::parseFlexDay(text); },
                [](const std::vector<core::FlexPeriod>& periods) { return wording::flexDayText(periods); }, parent) {
    setOptional(false);
    setPlaceholderText(QStringLiteral("00:00 8; 06:00 20; 22:00 15"));
}

} // namespace lento::gui
