// The foot of each calendar page: do not stop suddenly, whom to call and when, a missed dose, a step too hard, and the
// tablets for this sheet (PAT-1, -2, -3; DSP-5).
#pragma once

#include "report/calendar_days.h"
#include "report/sheet_words.h"
#include "report/typeface.h"

#include <array>

namespace lento::report {

class CalendarFoot {
public:
    // Four boxes over the whole width, as wide as their words need to be of one height.
    CalendarFoot(const Typeface& type, const SheetDays& sheet, const SheetWords& words, double width);
    double height() const noexcept { return m_height; }
    void draw(Page& page, double start, double top) const;

private:
    std::array<std::vector<Run>, 4> m_texts;
    std::array<double, 4> m_widths{};
    double m_height = 0;
};

} // namespace lento::report
