#include "gui/day_marks.h"

namespace lento::gui {

bool canBeMarked(const CalendarDay& day) {
    return day.dose && !day.dose->daily.isZero() && (day.past || day.today);
}

core::DiaryDay allTakenOrNot(const CalendarDay& day) {
    core::DiaryDay diary = day.diary;
    const core::Taken next = day.marked == CalendarDay::Marked::allTaken ? core::Taken::notMarked : core::Taken::taken;
    for (const core::DayPart part : day.dose->split.parts())
        if (!day.dose->split.at(part).isZero())
            diary.parts[static_cast<std::size_t>(part)] = next;
    diary.otherDose.reset();
    return diary;
}

core::DiaryDay withMissed(const CalendarDay& day, core::DayPart part) {
    core::DiaryDay diary = day.diary;
    diary.parts[static_cast<std::size_t>(part)] = core::Taken::missed;
    return diary;
}

} // namespace lento::gui
