// A DayPanel stands above or below the dose chart on the chart's own days.
#pragma once

#include "core/calendar.h"

#include <QWidget>

#include <optional>

namespace lento::gui {

class DayPanel : public QWidget {
    Q_OBJECT
public:
    // The days from the left to the right edge of the plot, which lie there in this widget's own coordinates.
    void setDays(const core::DateSpan& days, double left, double right);
    void setFocusDay(std::optional<core::Date> day);
    QSize sizeHint() const override;

protected:
    // Both in heights of a line of text; below the plot stands what the panel needs there.
    DayPanel(double height, double belowPlot, QWidget* parent);

    double xOf(core::Date day) const;
    QRectF plot() const;

    core::Date m_today;
    core::DateSpan m_days;
    double m_left = 0;
    double m_right = 0;
    std::optional<core::Date> m_focus;

private:
    double m_heightInEms;
    double m_belowPlot;
};

} // namespace lento::gui
