// What the dose chart says of one day: dose, pump, scores, adverse effects.
#pragma once

#include "app/series.h"

#include <QString>

#include <functional>
#include <string>

namespace lento::gui {

// "Mon 23-Nov-2026: 55 mg/day, planned · pump 310 mcg/day · MAS mean 1.5 on 14-Nov-2026"
QString chartReadingText(const app::ChartSeries& series, core::Date day,
                         const std::function<QString(const std::string&)>& effectName);

} // namespace lento::gui
