// The chart's figures as a CSV file: every day on which the dose changed or something was scored, oldest first, no name
// on it.
#pragma once

#include "app/series.h"
#include "core/result.h"

#include <QString>

#include <functional>
#include <string>

namespace lento::gui {

// effectName: an adverse effect's code in words. Errors: cannotWrite, diskFull (subject: the file); a file that was
// there before stays whole.
core::Result<void> saveChartTable(const app::ChartSeries& series,
                                  const std::function<QString(const std::string&)>& effectName, const QString& path);

} // namespace lento::gui
