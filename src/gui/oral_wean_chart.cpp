#include "gui/oral_wean_chart.h"

#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace lento::gui {

namespace {

// One panel: what is drawn in it, and how.
struct Panel {
    QString caption;
    QRectF plot;
    QColor colour;
    std::function<std::optional<std::int64_t>(const app::WeanDay&)> nanograms;
    std::function<QString(std::int64_t)> text;
};

} // namespace

OralWeanChart::OralWeanChart(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Tablets and pump on one dated line"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize OralWeanChart::sizeHint() const {
    return {em(*this, 32), em(*this, 15)};
}

QSize OralWeanChart::minimumSizeHint() const {
    return {em(*this, 16), em(*this, 12)};
}

void OralWeanChart::show(std::vector<app::WeanDay> line, core::Date today, core::Date until) {
    m_line = std::move(line);
    m_today = today;
    m_until = until;
    QStringList words;
    for (const app::WeanDay& day : m_line) {
        QStringList doses;
        if (day.oral)
            doses << tr("tablets %1").arg(wording::dailyText(*day.oral));
        if (day.pump)
            doses << tr("pump %1").arg(wording::microgramsPerDayText(*day.pump));
        words << tr("%1: %2").arg(wording::clinicalDate(day.on),
                                  doses.isEmpty() ? tr("not assessed") : doses.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(words.isEmpty() ? tr("Nothing to draw yet") : words.join(QStringLiteral("; ")));
    update();
}

void OralWeanChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens(palette());
    const QFont small = textFont(*this, TextKind::small);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    if (m_line.empty()) {
        painter.setPen(t.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing to draw yet"));
        return;
    }
    const double line = metrics.height();
    const int first = m_line.front().on.dayNumber();
    const int last = std::max({m_until.dayNumber(), m_line.back().on.dayNumber(), m_today.dayNumber()}) + 1;
    const double left = line / 2;
    const double plotWidth = width() - line;
    const auto x = [&](int day) { return left + plotWidth * (day - first) / std::max(1, last - first); };
    const double height = (this->height() - 5.8 * line) / 2;
    const std::array panels{
        Panel{tr("Tablets, mg/day"), QRectF(left, 1.3 * line, plotWidth, height), t.dose,
              [](const app::WeanDay& day) { return day.oral ? std::optional(day.oral->inNanograms()) : std::nullopt; },
              [](std::int64_t nanograms) { return wording::milligrams(core::DailyDose::nanograms(nanograms)); }},
        Panel{tr("Pump, mcg/day"), QRectF(left, height + 3.2 * line, plotWidth, height), t.tone(Tone::good).bar,
              [](const app::WeanDay& day) { return day.pump ? std::optional(day.pump->inNanograms()) : std::nullopt; },
              [](std::int64_t nanograms) {
                  return QString::fromStdString(core::microgramText(core::PumpDose::nanograms(nanograms)));
              }}};
    for (const Panel& panel : panels) {
        painter.setPen(t.text);
        painter.drawText(QRectF(left, panel.plot.top() - 1.2 * line, plotWidth, line), Qt::AlignLeft, panel.caption);
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(panel.plot.bottomLeft(), panel.plot.bottomRight());
        std::int64_t highest = 1;
        for (const app::WeanDay& day : m_line)
            highest = std::max(highest, panel.nanograms(day).value_or(0));
        const double room = panel.plot.height() - 1.2 * line; // above the highest its number
        const auto y = [&](std::int64_t nanograms) {
            return panel.plot.bottom() - room * static_cast<double>(nanograms) / static_cast<double>(highest);
        };
        constexpr std::int64_t unknown = -1; // no amount is negative
        std::int64_t before = unknown;
        double numberEnd = 0;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            const std::optional<std::int64_t> now = panel.nanograms(m_line[i]);
            if (!now) {
                before = unknown;
                continue;
            }
            const int from = m_line[i].on.dayNumber();
            const int to = i + 1 < m_line.size() ? m_line[i + 1].on.dayNumber() : last;
            const double thick = std::max(2.0, line / 7);
            // Up to today it was so; from there on it is planned, or goes on until somebody changes it.
            const auto part = [&](int begin, int end, Qt::PenStyle style) {
                if (begin >= end)
                    return;
                painter.setPen(QPen(panel.colour, thick, style, Qt::FlatCap));
                painter.drawLine(QPointF(x(begin), y(*now)), QPointF(x(end), y(*now)));
            };
            const int turn = std::clamp(m_today.dayNumber() + 1, from, to);
            part(from, turn, Qt::SolidLine);
            part(turn, to, Qt::DashLine);
            const bool changes = before != *now; // also where nothing is known before
            if (before != unknown && changes) {
                painter.setPen(QPen(panel.colour, thick, from > m_today.dayNumber() ? Qt::DashLine : Qt::SolidLine));
                painter.drawLine(QPointF(x(from), y(before)), QPointF(x(from), y(*now)));
            }
            const QString number = panel.text(*now);
            const double width = metrics.horizontalAdvance(number);
            const double at = std::min(x(from) + line / 4, left + plotWidth - width);
            if (changes && at >= numberEnd) {
                painter.setPen(t.text);
                painter.drawText(QPointF(at, y(*now) - line / 4), number);
                numberEnd = at + width + line / 4;
            }
            before = *now;
        }
        if (m_today.dayNumber() >= first) {
            painter.setPen(QPen(t.muted, 1, Qt::DotLine));
            painter.drawLine(QPointF(x(m_today.dayNumber()), panel.plot.top()),
                             QPointF(x(m_today.dayNumber()), panel.plot.bottom()));
        }
    }
    // Days below, as many as stand beside each other.
    painter.setPen(t.muted);
    double free = 0;
    const double dates = panels.back().plot.bottom() + line * 0.2;
    for (const app::WeanDay& day : m_line) {
        const QString text = wording::shortDate(day.on);
        const double width = metrics.horizontalAdvance(text);
        const double at = std::min(x(day.on.dayNumber()), left + plotWidth - width);
        if (at < free)
            continue;
        painter.drawText(QRectF(at, dates, width + 1, line), Qt::AlignLeft, text);
        free = at + width + line / 2;
    }
    painter.drawText(QRectF(left, dates + 1.2 * line, plotWidth, line), Qt::AlignLeft,
                     tr("dashed: planned · dotted: today"));
}

} // namespace lento::gui
