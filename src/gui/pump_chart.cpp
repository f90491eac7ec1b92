#include "gui/pump_chart.h"

#include "gui/theme.h"
#include "wording/quantities.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

constexpr double nanogramsPerMicrogram = 1'000;

// A round step that gives at most five lines.
double gridStep(double highest) {
    for (const double step : {5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1'000.0})
        if (highest / step <= 5)
            return step;
    return 1'000;
}

} // namespace

PumpChart::PumpChart(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Dose and refills"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize PumpChart::sizeHint() const {
    return {em(*this, 30), em(*this, 13)};
}

QSize PumpChart::minimumSizeHint() const {
    return {em(*this, 14), em(*this, 10)};
}

void PumpChart::show(const core::PumpCourse& course, const core::PumpImplant* implant,
                     const std::optional<core::PumpStatus>& status, core::Date today) {
    m_points.clear();
    m_refills.clear();
    m_alarm.reset();
    m_today = today.dayNumber();
    if (implant) {
        for (const core::PumpSetting& setting : course.settings)
            if (setting.implant == implant->id)
                m_points.push_back(
                    {setting.on.dayNumber(), static_cast<double>(setting.daily.inNanograms()) / nanogramsPerMicrogram});
        for (const core::PumpRefill& refill : course.refills)
            if (refill.implant == implant->id)
                m_refills.push_back(refill.on.dayNumber());
    }
    if (status)
        m_alarm = status->refill.alarm.dayNumber();
    QStringList words;
    if (!m_points.empty()) {
        const auto mcg = [](double value) { return QString::number(value, 'g', 6); };
        words << tr("From %1 to %2 mcg/day in %3 settings")
                     .arg(mcg(m_points.front().micrograms), mcg(m_points.back().micrograms))
                     .arg(m_points.size());
        words << tr("%1 refills").arg(m_refills.size());
    }
    if (m_alarm)
        words << tr("alarm date %1").arg(wording::clinicalDate(core::Date::fromDayNumber(*m_alarm)));
    setAccessibleDescription(words.isEmpty() ? tr("Nothing is recorded yet") : words.join(QStringLiteral("; ")));
    update();
}

void PumpChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens(palette());
    const QFont small = textFont(*this, TextKind::small);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    if (m_points.empty()) {
        painter.setPen(t.muted);
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap),
                         tr("No setting is recorded yet."));
        return;
    }
    const int line = metrics.height();
    const double highest = std::max_element(m_points.begin(), m_points.end(), [](const Point& a, const Point& b) {
                               return a.micrograms < b.micrograms;
                           })->micrograms;
    const double step = gridStep(highest * 1.1);
    const double top = step * std::ceil(highest * 1.1 / step);
    const int first = std::min(m_points.front().day, m_refills.empty() ? m_points.front().day : m_refills.front());
    const int last = std::max(m_today, m_alarm.value_or(m_today)) + 1;
    const int left = metrics.horizontalAdvance(QString::number(top)) + line / 2;
    const QRectF plot(left, line / 2.0, width() - left - line / 2.0, height() - 4.2 * line);
    const auto x = [&](int day) { return plot.left() + plot.width() * (day - first) / std::max(1, last - first); };
    const auto y = [&](double micrograms) { return plot.bottom() - plot.height() * micrograms / top; };

    const int lines = static_cast<int>(top / step + 0.001);
    for (int each = 0; each <= lines; ++each) {
        const double value = each * step;
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(plot.left(), y(value)), QPointF(plot.right(), y(value)));
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, y(value) - line / 2.0, left - line / 3.0, line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(value));
    }
    QPolygonF path;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const int until = i + 1 < m_points.size() ? m_points[i + 1].day : m_today;
        path << QPointF(x(m_points[i].day), y(m_points[i].micrograms))
             << QPointF(x(std::max(until, m_points[i].day)), y(m_points[i].micrograms));
    }
    painter.setPen(QPen(t.dose, std::max(2.0, line / 7.0)));
    painter.drawPolyline(path);

    const double foot = plot.bottom() + line * 0.2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.tone(Tone::good).bar);
    for (const int day : m_refills) {
        const double half = line * 0.28;
        painter.drawPolygon(QPolygonF{QPointF(x(day), foot), QPointF(x(day) - half, foot + 2 * half),
                                      QPointF(x(day) + half, foot + 2 * half)});
    }
    if (m_alarm) {
        painter.setPen(QPen(t.tone(Tone::critical).bar, 2, Qt::DashLine));
        painter.drawLine(QPointF(x(*m_alarm), plot.top()), QPointF(x(*m_alarm), plot.bottom()));
    }
    painter.setPen(t.muted);
    const double dates = foot + line;
    painter.drawText(QRectF(plot.left(), dates, plot.width(), line), Qt::AlignLeft,
                     wording::clinicalDate(core::Date::fromDayNumber(first)));
    painter.drawText(QRectF(plot.left(), dates, plot.width(), line), Qt::AlignRight,
                     wording::clinicalDate(core::Date::fromDayNumber(last - 1)));
    painter.drawText(QRectF(plot.left(), dates + line * 1.3, plot.width(), line), Qt::AlignLeft,
                     m_alarm ? tr("line: mcg/day · ▲ refill · dashed: alarm date") : tr("line: mcg/day · ▲ refill"));
}

} // namespace lento::gui
