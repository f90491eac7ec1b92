// PumpDosePanel draws a pump's dose in mcg a day above the dose chart, on the chart's own days: steps, each adjustment
// a point, refills below, the alarm dates upright (SCL-10).
#pragma once

#include "app/pump_series.h"

#include <QWidget>

#include <optional>

namespace lento::gui {

class PumpDosePanel : public QWidget {
    Q_OBJECT
public:
    explicit PumpDosePanel(QWidget* parent = nullptr);

    void setSeries(const app::PumpSeries& series, core::Date today);
    // The days from the left to the right edge of the plot, which lie there in this widget's own coordinates.
    void setDays(const core::DateSpan& days, double left, double right);
    void setFocusDay(std::optional<core::Date> day);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double xOf(core::Date day) const;
    double yOf(core::PumpDose daily) const;
    QRectF plot() const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintDoses(QPainter& painter, const QRectF& area) const;
    void paintMarks(QPainter& painter, const QRectF& area) const;

    app::PumpSeries m_series;
    core::Date m_today;
    core::DateSpan m_days;
    double m_left = 0;
    double m_right = 0;
    double m_tick = 10;
    double m_top = 50; // mcg/day
    std::optional<core::Date> m_focus;
};

} // namespace lento::gui
