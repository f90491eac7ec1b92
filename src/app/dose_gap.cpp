#include "app/dose_gap.h"

#include "app/timeline.h"

#include <algorithm>
#include <vector>

namespace lento::app {

namespace {

constexpr int hoursPerDay = 24;
constexpr int leastDoses = 2;

} // namespace

std::optional<DiaryGap> diaryGap(const PatientRecord& record, core::Date day) {
    const DoseTimeline timeline(record);
    const auto marks = [&record](core::Date on) -> const core::DiaryDay* {
        const auto found = std::find_if(record.diary.rbegin(), record.diary.rend(),
                                        [on](const core::DiaryDay& each) { return each.on == on; });
        return found == record.diary.rend() ? nullptr : &*found;
    };
    DiaryGap gap;
    int hours = 0;
    int spacing = 0;
    const core::Date earliest = record.diary.empty() ? day : record.diary.front().on;
    for (core::Date on = day; on >= earliest; on = on - 1) {
        const std::optional<DayDose> prescribed = timeline.on(on);
        if (!prescribed || prescribed->daily.isZero())
            return std::nullopt;
        const core::DiaryDay* marked = marks(on);
        std::vector<core::Taken> taken;
        for (const core::DayPart part : prescribed->split.parts())
            if (!prescribed->split.at(part).isZero())
                taken.push_back(marked ? marked->parts[static_cast<std::size_t>(part)] : core::Taken::notMarked);
        const int everyHours = hoursPerDay / static_cast<int>(taken.size());
        for (auto mark = taken.rbegin(); mark != taken.rend(); ++mark) {
            if (*mark == core::Taken::notMarked && gap.doses == 0 && on >= day - 1)
                continue;
            if (*mark == core::Taken::missed) {
                ++gap.doses;
                hours += everyHours;
                spacing = everyHours;
                continue;
            }
            if (*mark != core::Taken::taken || gap.doses < leastDoses)
                return std::nullopt;
            gap.lastTaken = on;
            gap.before = prescribed->daily;
            gap.hours = hours + std::max(spacing, everyHours);
            return gap;
        }
    }
    return std::nullopt;
}

std::optional<DiaryGap> suddenStop(const PatientRecord& record, const core::Visit& visit) {
    if (!visit.stoppedHours)
        return std::nullopt;
    DiaryGap gap;
    gap.hours = *visit.stoppedHours;
    gap.lastTaken = visit.on - gap.hours / hoursPerDay;
    const std::optional<DayDose> before = DoseTimeline(record).on(gap.lastTaken);
    if (!before || before->daily.isZero())
        return std::nullopt;
    gap.before = before->daily;
    return gap;
}

} // namespace lento::app
