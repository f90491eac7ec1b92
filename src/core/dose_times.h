// When the doses of a day are taken by the clock: usual hours are data, any may be changed, and doses that lie too
// close together are named (SPL-1).
//
// Only what is drawn or told over one day asks for hours; a plan knows times of day alone (UNI-3).
#pragma once

#include "core/amount.h"
#include "core/split.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

inline constexpr int minutesPerDay = 1440;

// "06:00" is 360; nothing for what is no clock time.
std::optional<int> clockMinute(std::string_view text);
// Precondition: 0 <= minute < minutesPerDay.
std::string clockText(int minute);

using DoseTimes = std::array<int, mostDosesPerDay>; // minutes of the day, by DayPart

struct TimedDose {
    int minuteOfDay = 0; // 0 to 1439
    OralDose dose;
    friend bool operator==(const TimedDose&, const TimedDose&) = default;
};
// In the order of the split; a time without a dose (SPL-5) gives none.
std::vector<TimedDose> timedDoses(const DoseSplit& split, const DoseTimes& times);

// Two doses that follow each other by the clock, over midnight too, with less than the least gap between them.
struct ShortGap {
    DayPart from = DayPart::morning;
    DayPart to = DayPart::morning;
    int minutes = 0;
    friend bool operator==(const ShortGap&, const ShortGap&) = default;
};
std::vector<ShortGap> shortGaps(const DoseSplit& split, const DoseTimes& times, int minimumMinutes);

} // namespace lento::core
