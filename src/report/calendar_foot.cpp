#include "report/calendar_foot.h"

#include <algorithm>
#include <cmath>

namespace lento::report {

namespace {

constexpr double points = 10;
constexpr double gap = 1.5;
constexpr double padAcross = 1.6;
constexpr double padDown = 0.9;

} // namespace

CalendarFoot::CalendarFoot(const Typeface& type, const SheetDays& sheet, const SheetWords& words, double width)
    : m_texts{words.doNotStop(), words.callTheClinic(), words.missedAndTooHard(), words.tabletsForThisSheet(sheet)} {
    const double usable = width - 3 * gap - 8 * padAcross;
    // The fewest lines at which four columns, each just wide enough for that many lines, fit side by side.
    for (int lines = 2; lines <= 30; ++lines) {
        const double height = lines * Typeface::lineHeight(points) + 0.01;
        double sum = 0;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            double narrow = 15;
            double wide = usable;
            if (type.roughHeightOf(m_texts[i], points, wide) > height) {
                sum = usable + 1;
                break;
            }
            while (wide - narrow > 0.5) {
                const double middle = (narrow + wide) / 2;
                (type.roughHeightOf(m_texts[i], points, middle) <= height ? wide : narrow) = middle;
            }
            m_widths[i] = wide;
            sum += wide;
        }
        if (sum <= usable) {
            for (double& column : m_widths)
                column += (usable - sum) / 4;
            m_height = height + 2 * padDown;
            return;
        }
    }
    m_widths.fill(usable / 4);
    m_height = 30;
}

void CalendarFoot::draw(Page& page, double start, double top) const {
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const double width = m_widths[i] + 2 * padAcross;
        page.blocks.push_back({Frame{{start, top, width, m_height}, i == 0 ? 0.9 : 0.25, {}}, {}});
        page.blocks.push_back(
            {Paragraph{{start + padAcross, top + padDown, m_widths[i], m_height - 2 * padDown}, m_texts[i], points},
             {}});
        start += width + gap;
    }
}

} // namespace lento::report
