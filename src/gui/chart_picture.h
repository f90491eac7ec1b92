// A picture of the dose-and-spasticity chart as PNG, SVG or PDF: the same page that lento-cli draws, with no name on
// it.
#pragma once

#include "core/result.h"
#include "gui/dose_chart.h"

#include <QString>

#include <span>

namespace lento::gui {

// The days shown with these further panels, by the ending of the path. Errors: unknownName (another ending; values: the
// text, the endings known), cannotWrite, diskFull (subject: the file); a file that was there before stays whole.
core::Result<void> saveChartPicture(const DoseChart& shown, std::span<const core::ChartedScale> panels,
                                    const QString& path);

} // namespace lento::gui
