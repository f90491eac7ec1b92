#include "gui/pump_day_chart.h"

#include "gui/theme.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

constexpr double nanogramsPerMicrogram = 1'000;
constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = core::hoursOfPumpDay * minutesPerHour;

// A round step that gives at most four lines.
double gridStep(double highest) {
    constexpr std::array<double, 14> steps{0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1'000};
    const auto enough = std::ranges::find_if(steps, [&](double step) { return highest / step <= 4; });
    return enough == steps.end() ? steps.back() : *enough;
}

double micrograms(core::PumpDose perHour) {
    return static_cast<double>(perHour.inNanograms()) / nanogramsPerMicrogram;
}

// mcg an hour, one decimal: a daily dose divided by 24 seldom lies on the grid.
QString rateText(core::PumpDose perHour) {
    const double tenths = std::round(micrograms(perHour) * 10) / 10;
    return QString::number(tenths, 'f', tenths == std::floor(tenths) ? 0 : 1);
}

double highestRate(const std::optional<core::PumpDay>& day) {
    double highest = 0;
    if (day)
        for (const core::FlexPeriod& period : day->rates)
            highest = std::max(highest, micrograms(period.perHour));
    return highest;
}

} // namespace

std::optional<core::PumpDay> drawnDay(const core::PumpSetting* setting) {
    if (!setting)
        return std::nullopt;
    const core::Result<core::PumpDay> day = core::pumpDay(*setting);
    return day ? std::optional(*day) : std::nullopt;
}

PumpDayChart::PumpDayChart(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("The setting hour by hour"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PumpDayChart::sizeHint() const {
    return {em(*this, 24), em(*this, 10)};
}

QSize PumpDayChart::minimumSizeHint() const {
    return {em(*this, 14), em(*this, 10)};
}

void PumpDayChart::show(const std::optional<core::PumpDay>& day, const std::optional<core::PumpDay>& before,
                        const QString& missing) {
    m_day = day;
    m_before = before;
    m_missing = missing;
    QStringList words;
    if (m_day) {
        words << tr("Daily total %1").arg(wording::microgramsText(m_day->daily));
        for (const core::FlexPeriod& period : m_day->rates)
            words << tr("%1 to %2: %3 mcg an hour")
                         .arg(wording::timeOfDayText(period.fromMinute), wording::timeOfDayText(period.untilMinute),
                              rateText(period.perHour));
        if (!m_day->boluses.empty())
            words << tr("%1 boluses of %2").arg(m_day->boluses.size()).arg(wording::microgramsText(m_day->bolus));
        if (m_before)
            words << tr("before: %1 a day").arg(wording::microgramsText(m_before->daily));
    } else {
        words << m_missing;
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

void PumpDayChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens(palette());
    const QFont small = textFont(*this, TextKind::small);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int line = metrics.height();
    if (!m_day) {
        painter.setPen(t.muted);
        painter.drawText(rect(), static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap), m_missing);
        return;
    }
    const double highest = std::max({highestRate(m_day), highestRate(m_before), 0.1});
    const double step = gridStep(highest * 1.05);
    const int lines = static_cast<int>(std::ceil(highest * 1.05 / step));
    const double top = lines * step;
    int left = 0;
    for (int each = 0; each <= lines; ++each)
        left = std::max(left, metrics.horizontalAdvance(QString::number(each * step)));
    left += line / 2;
    const double head = line * (m_day->boluses.empty() ? 1.3 : 2.4);
    const QRectF plot(left, head, width() - left - line / 2.0, height() - head - 1.4 * line);
    const auto x = [&](int minute) { return plot.left() + plot.width() * minute / minutesPerDay; };
    const auto y = [&](double perHour) { return plot.bottom() - plot.height() * perHour / top; };

    painter.setPen(t.muted);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     m_before ? tr("mcg/h · dashed: now") : tr("mcg/h"));
    QFont bold = small;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(t.text);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Daily total %1").arg(wording::microgramsPerDayText(m_day->daily)));
    painter.setFont(small);
    for (int each = 0; each <= lines; ++each) {
        painter.setPen(QPen(t.grid, 1));
        painter.drawLine(QPointF(plot.left(), y(each * step)), QPointF(plot.right(), y(each * step)));
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, y(each * step) - line / 2.0, left - line / 3.0, line),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(each * step));
    }
    const auto steps = [&](const core::PumpDay& day) {
        QPolygonF path;
        for (const core::FlexPeriod& period : day.rates)
            path << QPointF(x(period.fromMinute), y(micrograms(period.perHour)))
                 << QPointF(x(period.untilMinute), y(micrograms(period.perHour)));
        return path;
    };
    const QPolygonF path = steps(*m_day);
    QPolygonF area = path;
    area << plot.bottomRight() << plot.bottomLeft();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.doseFill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.dose, std::max(2.0, line / 7.0)));
    painter.drawPolyline(path);
    if (m_before) {
        painter.setPen(QPen(t.muted, std::max(1.5, line / 9.0), Qt::DashLine));
        painter.drawPolyline(steps(*m_before));
    }
    if (!m_day->boluses.empty()) {
        // How high a bolus is says its words: a rate and an amount share no axis.
        painter.setPen(QPen(t.effect, std::max(2.0, line / 7.0)));
        painter.setBrush(t.effect);
        for (const int minute : m_day->boluses) {
            const double at = x(minute);
            painter.drawLine(QPointF(at, plot.bottom()), QPointF(at, plot.top()));
            const double half = line * 0.22;
            painter.drawPolygon(QPolygonF{QPointF(at, plot.top()), QPointF(at - half, plot.top() - 2 * half),
                                          QPointF(at + half, plot.top() - 2 * half)});
        }
        painter.setPen(t.text);
        painter.drawText(QRectF(plot.left(), line, plot.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("▼ %1 × %2, drawn at equal distances")
                             .arg(m_day->boluses.size())
                             .arg(wording::microgramsText(m_day->bolus)));
    }
    painter.setPen(t.muted);
    const int every = plot.width() / 8 > metrics.horizontalAdvance(QStringLiteral("00:00 ")) ? 3 : 6;
    for (int hour = 0; hour <= core::hoursOfPumpDay; hour += every) {
        const QString text = wording::timeOfDayText(hour * minutesPerHour);
        const double wide = metrics.horizontalAdvance(text);
        const double at = std::clamp(x(hour * minutesPerHour) - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QRectF(at, plot.bottom() + line * 0.2, wide + 1, line), Qt::AlignLeft, text);
    }
}

} // namespace lento::gui
