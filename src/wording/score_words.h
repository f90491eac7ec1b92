// The further scales as a clinician reads them: seconds, speeds, angles, attainment, T scores (SCL-3, SCL-7, SCL-8).
//
// Written as in quantities.h. No function fails.
#pragma once

#include "core/charted_scale.h"

#include <QString>

#include <cstdint>

namespace lento::wording {

QString secondsText(int hundredths);             // "12.5 s"
QString speedText(std::int32_t thousandths);     // "0.8 m/s": hundredths, a half of one rounded up
QString degreesText(int degrees);                // "15°", "−5°"
QString attainmentText(int attainment);          // "+1", "0", "−2"
QString goalScoreText(std::int32_t thousandths); // "42.3": tenths, a half of one rounded up

// "GAS T score", "10 m walk", "25-foot walk", "Tardieu angle R2 − R1, mean".
QString chartedScaleText(core::ChartedScale scale);
// The same with unit and direction, for an axis: "10 m walk, m/s; more is better".
QString chartedAxisText(core::ChartedScale scale);
// "42.3", "0.8 m/s", "8.4 s", "15°".
QString chartedValueText(core::ChartedScale scale, std::int32_t thousandths);

} // namespace lento::wording
