// How fast a taper goes for a class of risk: one of the four presets of TAP-11 and TAP-15.
#pragma once

#include "core/plan.h"
#include "core/ratio.h"

namespace lento::core {

enum class TaperRisk : std::uint8_t { low, standard, high };

struct TaperPreset {
    TaperRisk risk = TaperRisk::standard;
    TaperModel model = TaperModel::percentOfStart;
    Percent percent = Percent::of(10);
    int intervalDays = 7;
    friend bool operator==(const TaperPreset&, const TaperPreset&) = default;
};

} // namespace lento::core
