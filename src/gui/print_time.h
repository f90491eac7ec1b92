// When something was printed, by the clinic's clock as everywhere on the screen.
#pragma once

#include <QString>

#include <string>

namespace lento::gui {

// "22-Nov-2026 14:05" of "2026-11-22T13:05:00.000Z"; empty for what is no time.
QString whenText(const std::string& utc);

} // namespace lento::gui
