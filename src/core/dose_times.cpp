#include "core/dose_times.h"

#include <algorithm>

namespace lento::core {

namespace {

constexpr int minutesPerHour = 60;

} // namespace

std::optional<int> clockMinute(std::string_view text) {
    const auto digit = [text](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
    if (text.size() != 5 || text[2] != ':')
        return {};
    for (const std::size_t at : {0U, 1U, 3U, 4U}) {
        if (digit(at) < 0)
            return {};
    }
    const int hours = 10 * digit(0) + digit(1);
    const int minutes = 10 * digit(3) + digit(4);
    if (hours * minutesPerHour >= minutesPerDay || minutes >= minutesPerHour)
        return {};
    return hours * minutesPerHour + minutes;
}

std::string clockText(int minute) {
    std::string text = "00:00";
    const auto write = [&text](std::size_t at, int value) {
        text[at] = static_cast<char>('0' + value / 10);
        text[at + 1] = static_cast<char>('0' + value % 10);
    };
    write(0, minute / minutesPerHour);
    write(3, minute % minutesPerHour);
    return text;
}

std::vector<TimedDose> timedDoses(const DoseSplit& split, const DoseTimes& times) {
    std::vector<TimedDose> doses;
    for (const DayPart part : split.parts()) {
        if (const OralDose dose = split.at(part); !dose.isZero())
            doses.push_back({times[static_cast<std::size_t>(part)], dose});
    }
    return doses;
}

// rule: SPL-1
std::vector<ShortGap> shortGaps(const DoseSplit& split, const DoseTimes& times, int minimumMinutes) {
    std::vector<DayPart> taken;
    for (const DayPart part : split.parts()) {
        if (!split.at(part).isZero())
            taken.push_back(part);
    }
    const auto minuteOf = [&times](DayPart part) { return times[static_cast<std::size_t>(part)]; };
    std::ranges::stable_sort(taken, {}, minuteOf);
    std::vector<ShortGap> gaps;
    for (std::size_t i = 0; taken.size() > 1 && i < taken.size(); ++i) {
        const bool overMidnight = i + 1 == taken.size();
        const DayPart next = taken[overMidnight ? 0 : i + 1];
        const int minutes = minuteOf(next) - minuteOf(taken[i]) + (overMidnight ? minutesPerDay : 0);
        if (minutes < minimumMinutes)
            gaps.push_back({taken[i], next, minutes});
    }
    return gaps;
}

} // namespace lento::core
