// PumpDosePanel draws a pump's dose in mcg a day above the dose chart, on the chart's own days: steps, each adjustment
// a point, refills below, the alarm dates upright (SCL-10).
#pragma once

#include "app/pump_series.h"
#include "gui/day_panel.h"

namespace lento::gui {

class PumpDosePanel : public DayPanel {
    Q_OBJECT
public:
    explicit PumpDosePanel(QWidget* parent = nullptr);

    void setSeries(const app::PumpSeries& series, core::Date today);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double yOf(core::PumpDose daily) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintDoses(QPainter& painter, const QRectF& area) const;
    void paintMarks(QPainter& painter, const QRectF& area) const;

    app::PumpSeries m_series;
    double m_tick = 10;
    double m_top = 50; // mcg/day
};

} // namespace lento::gui
