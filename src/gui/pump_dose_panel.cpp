#include "gui/pump_dose_panel.h"

#include "gui/chart_axes.h"
#include "gui/theme.h"
#include "wording/quantities.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

constexpr double heightInEms = 8.5;
constexpr double belowPlot = 1.1;
constexpr double nanogramsPerMicrogram = 1'000;
constexpr std::array<double, 10> doseTicks{5, 10, 20, 25, 50, 100, 200, 250, 500, 1'000};
// A low panel has room for half as many marks as a chart.
constexpr double fewerMarks = 2;

double micrograms(core::PumpDose daily) {
    return static_cast<double>(daily.inNanograms()) / nanogramsPerMicrogram;
}

} // namespace

PumpDosePanel::PumpDosePanel(QWidget* parent)
    : DayPanel(heightInEms, belowPlot, parent) {
    setAccessibleName(tr("Pump, mcg/day"));
}

void PumpDosePanel::setSeries(const app::PumpSeries& series, core::Date today) {
    m_series = series;
    m_today = today;
    const double highest = micrograms(series.highest);
    m_tick = tickFor(highest * fewerMarks, doseTicks);
    m_top = m_tick * (std::floor(highest / m_tick) + 1);
    QStringList words{tr("Latest %1 from %2")
                          .arg(wording::microgramsPerDayText(series.dose.back().daily),
                               wording::clinicalDate(series.dose.back().from)),
                      series.refills.size() == 1 ? tr("1 refill") : tr("%1 refills").arg(series.refills.size())};
    for (const app::PumpAlarm& alarm : series.alarms)
        words << (alarm.isPast ? tr("alarm date passed %1") : tr("alarm date %1")).arg(wording::clinicalDate(alarm.on));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

double PumpDosePanel::yOf(core::PumpDose daily) const {
    const QRectF area = plot();
    return area.bottom() - area.height() * micrograms(daily) / m_top;
}

void PumpDosePanel::paintAxis(QPainter& painter, const QRectF& area) const {
    const Tokens& now = tokens(palette());
    const double unit = fontMetrics().height();
    painter.setPen(now.muted);
    painter.drawText(QRectF(area.left() + unit / 4, 0, width() - area.left(), unit * 1.1),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Pump, mcg/day · ● adjustment · ▲ refill · dashed: alarm date"));
    const auto ticks = static_cast<int>(std::lround(m_top / m_tick));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double at = tick * m_tick;
        const double y = area.bottom() - area.height() * at / m_top;
        painter.setPen(QPen(now.grid, unit / 16));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(now.muted);
        painter.drawText(QRectF(0, y - unit, area.left() - unit / 2, 2 * unit), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(at));
    }
}

void PumpDosePanel::paintDoses(QPainter& painter, const QRectF& area) const {
    const Tokens& now = tokens(palette());
    const double unit = fontMetrics().height();
    const auto draw = [&](const QPolygonF& line) {
        if (line.isEmpty())
            return;
        QPolygonF under = line;
        under << QPointF(line.last().x(), area.bottom()) << QPointF(line.first().x(), area.bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(now.doseFill);
        painter.drawPolygon(under);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(now.dose, unit / 8));
        painter.drawPolyline(line);
    };
    QPolygonF line; // of one pump
    for (const app::PumpLevel& level : m_series.dose) {
        if (!level.isAdjustment) {
            draw(line);
            line.clear();
        }
        line << QPointF(xOf(level.from), yOf(level.daily)) << QPointF(xOf(level.to + 1), yOf(level.daily));
    }
    draw(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(now.dose);
    for (const app::PumpLevel& level : m_series.dose)
        if (level.isAdjustment && m_days.contains(level.from))
            painter.drawEllipse(QPointF(xOf(level.from), yOf(level.daily)), unit / 5, unit / 5);
}

void PumpDosePanel::paintMarks(QPainter& painter, const QRectF& area) const {
    const Tokens& now = tokens(palette());
    const double unit = fontMetrics().height();
    const double foot = area.bottom() + unit * 0.25;
    const double half = unit * 0.28;
    painter.setPen(Qt::NoPen);
    painter.setBrush(now.tone(Tone::good).bar);
    for (const core::Date day : m_series.refills)
        if (m_days.contains(day))
            painter.drawPolygon(QPolygonF{QPointF(xOf(day), foot), QPointF(xOf(day) - half, foot + 2 * half),
                                          QPointF(xOf(day) + half, foot + 2 * half)});
    painter.setBrush(Qt::NoBrush);
    const auto upright = [&](core::Date day, const QPen& pen) {
        if (!m_days.contains(day))
            return;
        painter.setPen(pen);
        painter.drawLine(QPointF(xOf(day), area.top()), QPointF(xOf(day), area.bottom()));
    };
    for (const app::PumpAlarm& alarm : m_series.alarms)
        upright(alarm.on, QPen(now.tone(Tone::critical).bar, unit / 9, Qt::DashLine));
    upright(m_today, QPen(now.text, unit / 12, Qt::DotLine));
    if (m_focus)
        upright(*m_focus, QPen(now.text, unit / 14));
}

void PumpDosePanel::paintEvent(QPaintEvent*) {
    if (m_series.dose.empty() || !m_days.last || m_right <= m_left)
        return;
    const double unit = fontMetrics().height();
    const QRectF area = plot();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter.setFont(small);
    paintAxis(painter, area);
    painter.setClipRect(area.adjusted(0, -unit / 2, 0, unit));
    paintDoses(painter, area);
    paintMarks(painter, area);
}

} // namespace lento::gui
