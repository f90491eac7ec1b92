#include "gui/score_panel.h"

#include "core/decimal.h"
#include "gui/theme.h"
#include "wording/quantities.h"
#include "wording/score_words.h"

#include <QPainter>

#include <algorithm>

namespace lento::gui {

namespace {

constexpr double heightInEms = 6.5;
constexpr double belowPlot = 0.5;
constexpr int decimals = 3;

} // namespace

ScorePanel::ScorePanel(QWidget* parent)
    : DayPanel(heightInEms, belowPlot, parent) {}

void ScorePanel::setSeries(const app::FurtherSeries& series, core::Date today) {
    m_series = series;
    m_axis = app::axisOf(series);
    m_today = today;
    setAccessibleName(wording::chartedAxisText(series.scale));
    const app::ScorePoint& latest = series.points.back();
    setAccessibleDescription(
        tr("Latest %1 on %2")
            .arg(wording::chartedValueText(series.scale, latest.thousandths), wording::clinicalDate(latest.on)));
    update();
}

double ScorePanel::yOf(std::int32_t thousandths) const {
    const QRectF area = plot();
    const double inside = std::clamp(thousandths, m_axis.lowThousandths, m_axis.highThousandths);
    return area.bottom() - area.height() * (inside - m_axis.lowThousandths) /
                               std::max(1, m_axis.highThousandths - m_axis.lowThousandths);
}

void ScorePanel::paintEvent(QPaintEvent*) {
    if (m_series.points.empty() || !m_days.last || m_right <= m_left)
        return;
    const Tokens& now = tokens(palette());
    const double unit = fontMetrics().height();
    const QRectF area = plot();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter.setFont(small);
    painter.setPen(now.muted);
    painter.drawText(QRectF(area.left() + unit / 4, 0, width() - area.left(), unit * 1.1),
                     Qt::AlignLeft | Qt::AlignVCenter, wording::chartedAxisText(m_series.scale));
    if (m_series.band) {
        QColor tint = now.primary;
        constexpr int faint = 36;
        tint.setAlpha(faint);
        painter.fillRect(QRectF(QPointF(area.left(), yOf(m_series.band->highThousandths)),
                                QPointF(area.right(), yOf(m_series.band->lowThousandths))),
                         tint);
    }
    for (std::int32_t at = m_axis.lowThousandths; at <= m_axis.highThousandths; at += m_axis.tickThousandths) {
        painter.setPen(QPen(now.grid, unit / 16));
        painter.drawLine(QPointF(area.left(), yOf(at)), QPointF(area.right(), yOf(at)));
        painter.setPen(now.muted);
        painter.drawText(QRectF(0, yOf(at) - unit, area.left() - unit / 2, 2 * unit), Qt::AlignRight | Qt::AlignVCenter,
                         QString::fromStdString(core::formatDecimal(at, decimals)));
    }
    const auto upright = [&](core::Date day, const QPen& pen) {
        if (!m_days.contains(day))
            return;
        painter.setPen(pen);
        painter.drawLine(QPointF(xOf(day), area.top()), QPointF(xOf(day), area.bottom()));
    };
    upright(m_today, QPen(now.text, unit / 12, Qt::DotLine));
    if (m_focus)
        upright(*m_focus, QPen(now.text, unit / 14));
    painter.setClipRect(area.adjusted(-unit / 2, -unit / 2, unit / 2, unit / 2));
    QPolygonF line;
    for (const app::ScorePoint& point : m_series.points)
        line << QPointF(xOf(point.on), yOf(point.thousandths));
    painter.setPen(QPen(now.primary, unit / 11));
    painter.drawPolyline(line);
    painter.setBrush(now.surface);
    for (std::size_t i = 0; i < m_series.points.size(); ++i)
        if (m_days.contains(m_series.points[i].on))
            painter.drawEllipse(line[static_cast<qsizetype>(i)], unit / 4, unit / 4);
}

} // namespace lento::gui
