// ScorePanel draws one further scale below the dose chart, on the chart's own days: points on an axis of their own,
// unit and direction stated, the band of change that does not matter around the baseline (SCL-10).
#pragma once

#include "app/further_series.h"

#include <QWidget>

#include <optional>

namespace lento::gui {

class ScorePanel : public QWidget {
    Q_OBJECT
public:
    explicit ScorePanel(QWidget* parent = nullptr);

    void setSeries(const app::FurtherSeries& series, core::Date today);
    // The days from the left to the right edge of the plot, which lie there in this widget's own coordinates.
    void setDays(const core::DateSpan& days, double left, double right);
    void setFocusDay(std::optional<core::Date> day);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double xOf(core::Date day) const;
    double yOf(std::int32_t thousandths) const;
    QRectF plot() const;

    app::FurtherSeries m_series;
    app::ScoreAxis m_axis;
    core::Date m_today;
    core::DateSpan m_days;
    double m_left = 0;
    double m_right = 0;
    std::optional<core::Date> m_focus;
};

} // namespace lento::gui
