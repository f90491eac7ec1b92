#include "gui/pump_trial_chart.h"

#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QPainter>

#include <algorithm>
#include <functional>

namespace lento::gui {

namespace {

constexpr int lastHour = 8;
constexpr int masTop = 4;
constexpr int vitalsTop = 200;
constexpr int vitalsStep = 50;
constexpr double thousandths = 1'000;

double xOf(const QRectF& plot, int hours) {
    return plot.left() + plot.width() * hours / lastHour;
}

double yOf(const QRectF& plot, double value, double top) {
    return plot.bottom() - plot.height() * std::clamp(value, 0.0, top) / top;
}

QString bolusText(const core::ScreeningBolus& bolus) {
    return PumpTrialChart::tr("%1, %2 %3")
        .arg(wording::microgramsText(bolus.dose), wording::clinicalDate(bolus.on),
             wording::timeOfDayText(bolus.minute));
}

QString hourText(int hours) {
    return hours == 0 ? PumpTrialChart::tr("before") : PumpTrialChart::tr("%1 h").arg(hours);
}

QString observationText(const core::PumpObservation& seen) {
    QStringList parts;
    if (seen.meanMasThousandths)
        parts << PumpTrialChart::tr("MAS mean %1").arg(wording::masMeanText(*seen.meanMasThousandths));
    if (seen.pulse)
        parts << PumpTrialChart::tr("pulse %1").arg(*seen.pulse);
    if (seen.systolic && seen.diastolic)
        parts << PumpTrialChart::tr("blood pressure %1 over %2").arg(*seen.systolic).arg(*seen.diastolic);
    if (seen.breaths)
        parts << PumpTrialChart::tr("breaths %1").arg(*seen.breaths);
    if (seen.saturationPercent)
        parts << PumpTrialChart::tr("SpO2 %1 %").arg(*seen.saturationPercent);
    return parts.isEmpty()
               ? QString()
               : PumpTrialChart::tr("%1: %2").arg(hourText(seen.hoursAfter), parts.join(QStringLiteral(", ")));
}

} // namespace

PumpTrialChart::PumpTrialChart(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("The trial in hours after each bolus"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize PumpTrialChart::sizeHint() const {
    return {em(*this, 26), em(*this, 22)};
}

QSize PumpTrialChart::minimumSizeHint() const {
    const auto panels = std::max<std::size_t>(1, m_boluses.size());
    return {em(*this, 4 + 9.0 * static_cast<double>(panels)), em(*this, 14)};
}

void PumpTrialChart::show(const core::PumpTrial& trial, const core::PumpNumbers& numbers) {
    m_boluses = trial.boluses;
    m_fallThousandths = numbers.itb3.masFallThousandths;
    QStringList words;
    for (const core::ScreeningBolus& bolus : m_boluses) {
        QStringList parts{bolusText(bolus)};
        for (const core::PumpObservation& seen : bolus.observations)
            if (const QString text = observationText(seen); !text.isEmpty())
                parts << text;
        words << parts.join(QStringLiteral("; "));
    }
    setAccessibleDescription(words.isEmpty() ? tr("No bolus is recorded yet") : words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

void PumpTrialChart::paintAxis(QPainter& painter, const QRectF& plot, int top, int step, bool labelled) const {
    const Tokens& t = tokens(palette());
    const double line = painter.fontMetrics().height();
    for (int value = 0; value <= top; value += step) {
        const double y = yOf(plot, value, top);
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(t.muted);
        if (labelled)
            painter.drawText(QRectF(0, y - line / 2, plot.left() - line / 3, line), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(value));
    }
}

void PumpTrialChart::paintHours(QPainter& painter, const QRectF& plot) const {
    painter.setPen(tokens(palette()).muted);
    const double line = painter.fontMetrics().height();
    for (const int hours : core::observationHours) {
        const QString text = QString::number(hours);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QPointF(xOf(plot, hours) - wide / 2, plot.bottom() + line), text);
    }
}

void PumpTrialChart::paintMas(QPainter& painter, const core::ScreeningBolus& bolus, const QRectF& plot) const {
    const Tokens& t = tokens(palette());
    const double unit = painter.fontMetrics().height();
    QPolygonF line;
    for (const core::PumpObservation& seen : bolus.observations)
        if (seen.meanMasThousandths && seen.hoursAfter <= lastHour)
            line << QPointF(xOf(plot, seen.hoursAfter), yOf(plot, *seen.meanMasThousandths / thousandths, masTop));
    if (!bolus.observations.empty() && bolus.observations.front().hoursAfter == 0 &&
        bolus.observations.front().meanMasThousandths) {
        const int response = *bolus.observations.front().meanMasThousandths - m_fallThousandths;
        const double y = yOf(plot, response / thousandths, masTop);
        painter.setPen(QPen(t.tone(Tone::good).bar, std::max(1.5, unit / 10), Qt::DashLine));
        if (response >= 0)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.setPen(QPen(t.mas, std::max(1.5, unit / 9)));
    painter.drawPolyline(line);
    painter.setBrush(t.surface);
    for (const QPointF& point : line)
        painter.drawEllipse(point, unit * 0.25, unit * 0.25);
    painter.setBrush(Qt::NoBrush);
}

void PumpTrialChart::paintVitals(QPainter& painter, const core::ScreeningBolus& bolus, const QRectF& plot) const {
    const Tokens& t = tokens(palette());
    const double unit = painter.fontMetrics().height();
    const double half = unit * 0.22;
    const auto series = [&](const QColor& colour, std::optional<int> core::PumpObservation::*value, Qt::PenStyle style,
                            const std::function<void(QPointF)>& mark) {
        QPolygonF line;
        for (const core::PumpObservation& seen : bolus.observations)
            if (seen.*value && seen.hoursAfter <= lastHour)
                line << QPointF(xOf(plot, seen.hoursAfter), yOf(plot, *(seen.*value), vitalsTop));
        painter.setPen(QPen(colour, std::max(1.2, unit / 12), style));
        painter.drawPolyline(line);
        painter.setPen(QPen(colour, std::max(1.2, unit / 12)));
        painter.setBrush(colour);
        for (const QPointF& point : line)
            mark(point);
        painter.setBrush(Qt::NoBrush);
    };
    for (const core::PumpObservation& seen : bolus.observations)
        if (seen.systolic && seen.diastolic && seen.hoursAfter <= lastHour) {
            const double x = xOf(plot, seen.hoursAfter);
            const double high = yOf(plot, *seen.systolic, vitalsTop);
            const double low = yOf(plot, *seen.diastolic, vitalsTop);
            painter.setPen(QPen(t.muted, std::max(1.5, unit / 8)));
            painter.drawLine(QPointF(x, high), QPointF(x, low));
            painter.drawLine(QPointF(x - half, high), QPointF(x + half, high));
            painter.drawLine(QPointF(x - half, low), QPointF(x + half, low));
        }
    using Observation = core::PumpObservation;
    series(t.effect, &Observation::pulse, Qt::SolidLine, [&](QPointF at) { painter.drawEllipse(at, half, half); });
    series(t.dose, &Observation::saturationPercent, Qt::DotLine,
           [&](QPointF at) { painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)); });
    series(t.nrs, &Observation::breaths, Qt::DashLine, [&](QPointF at) {
        painter.drawPolygon(QPolygonF{QPointF(at.x(), at.y() - half), QPointF(at.x() - half, at.y() + half),
                                      QPointF(at.x() + half, at.y() + half)});
    });
}

void PumpTrialChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens(palette());
    painter.setFont(textFont(*this, TextKind::small));
    if (m_boluses.empty()) {
        painter.setPen(t.muted);
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap),
                         tr("The trial is drawn once a bolus is recorded."));
        return;
    }
    const QFontMetrics metrics = painter.fontMetrics();
    const double line = metrics.height();
    const double left = metrics.horizontalAdvance(QString::number(vitalsTop)) + line * 0.7;
    const double gap = line;
    const auto count = static_cast<double>(m_boluses.size());
    const double wide = (width() - left - line * 0.5 - gap * (count - 1)) / count;
    const QString legend = tr(
        "hours after the bolus · MAS ○, dashed: response (ITB-3) · pulse ● · blood pressure ɪ · SpO2 % ■ · breaths ▲");
    const QRectF legendRoom(0, 0, width(), height());
    const double legendHeight =
        metrics.boundingRect(legendRoom.toRect(), static_cast<int>(Qt::TextWordWrap), legend).height();
    const double room = height() - legendHeight - 5.6 * line;
    const double masHeight = room * 0.45;
    for (std::size_t i = 0; i < m_boluses.size(); ++i) {
        const core::ScreeningBolus& bolus = m_boluses[i];
        const double x = left + static_cast<double>(i) * (wide + gap);
        painter.setPen(t.text);
        // The day stands below the dose, so that four boluses fit beside each other.
        painter.drawText(QRectF(x, 0, wide, line), Qt::AlignLeft | Qt::AlignVCenter,
                         wording::microgramsText(bolus.dose));
        painter.setPen(t.muted);
        const QString when = tr("%1 %2").arg(wording::clinicalDate(bolus.on), wording::timeOfDayText(bolus.minute));
        painter.drawText(QRectF(x, line, wide + gap * 0.8, line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.horizontalAdvance(when) <= wide + gap * 0.8 ? when : wording::shortDate(bolus.on));
        const QRectF mas(x, 2.6 * line, wide, masHeight);
        const QRectF vitals(x, mas.bottom() + 1.6 * line, wide, room - masHeight);
        paintAxis(painter, mas, masTop, 1, i == 0);
        paintMas(painter, bolus, mas);
        paintAxis(painter, vitals, vitalsTop, vitalsStep, i == 0);
        paintVitals(painter, bolus, vitals);
        paintHours(painter, vitals);
    }
    painter.setPen(t.muted);
    painter.drawText(QRectF(0, height() - legendHeight, width(), legendHeight),
                     static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::TextWordWrap), legend);
}

} // namespace lento::gui
