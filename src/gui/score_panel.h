// ScorePanel draws one further scale below the dose chart, on the chart's own days: points on an axis of their own,
// unit and direction stated, the band of change that does not matter around the baseline (SCL-10).
#pragma once

#include "app/further_series.h"
#include "gui/day_panel.h"

namespace lento::gui {

class ScorePanel : public DayPanel {
    Q_OBJECT
public:
    explicit ScorePanel(QWidget* parent = nullptr);

    void setSeries(const app::FurtherSeries& series, core::Date today);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double yOf(std::int32_t thousandths) const;

    app::FurtherSeries m_series;
    app::ScoreAxis m_axis;
};

} // namespace lento::gui
