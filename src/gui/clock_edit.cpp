#include "gui/clock_edit.h"

#include "core/dose_times.h"

#include <cstdlib>

namespace lento::gui {

namespace {

core::Result<int> readClock(QStringView text) {
    const std::string typed = text.trimmed().toString().toStdString();
    if (const auto minute = core::clockMinute(typed))
        return *minute;
    if (typed.empty())
        return core::failure(core::ErrorCode::missingField, "clock");
    return core::failure(core::ErrorCode::outOfRange, "clock", {typed, "00:00", "23:59"});
}

} // namespace

ClockEdit::ClockEdit(QWidget* parent)
    : ValueEdit(
          readClock, [](const int& minute) { return QString::fromStdString(core::clockText(minute)); }, parent) {
    setOptional(false);
    setMaxLength(5);
}

bool ClockEdit::stepBy(int steps) {
    constexpr int quarter = 15;
    constexpr int hour = 60;
    const auto now = value();
    if (!now)
        return false;
    const int by = (std::abs(steps) > 1 ? hour : quarter) * (steps > 0 ? 1 : -1);
    setValue((*now + by + core::minutesPerDay) % core::minutesPerDay);
    return true;
}

} // namespace lento::gui
