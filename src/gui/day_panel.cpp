#include "gui/day_panel.h"

#include "gui/theme.h"

#include <algorithm>

namespace lento::gui {

namespace {

constexpr double abovePlot = 1.25; // the caption

} // namespace

DayPanel::DayPanel(double height, double belowPlot, QWidget* parent)
    : QWidget(parent)
    , m_heightInEms(height)
    , m_belowPlot(belowPlot) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DayPanel::sizeHint() const {
    return {em(*this, 20), em(*this, m_heightInEms)};
}

void DayPanel::setDays(const core::DateSpan& days, double left, double right) {
    m_days = days;
    m_left = left;
    m_right = right;
    update();
}

void DayPanel::setFocusDay(std::optional<core::Date> day) {
    if (day == m_focus)
        return;
    m_focus = day;
    update();
}

QRectF DayPanel::plot() const {
    const double line = fontMetrics().height();
    return {m_left, line * abovePlot, m_right - m_left, height() - line * (abovePlot + m_belowPlot)};
}

double DayPanel::xOf(core::Date day) const {
    return m_left + (m_right - m_left) * (day - m_days.first) / std::max(1, *m_days.last - m_days.first);
}

} // namespace lento::gui
