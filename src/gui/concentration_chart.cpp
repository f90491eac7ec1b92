#include "gui/concentration_chart.h"

#include "gui/chart_axes.h"
#include "gui/theme.h"

#include <QGraphicsLineItem>
#include <QGraphicsSimpleTextItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

constexpr int minutesPerHour = 60;
constexpr int halfHour = 30;
constexpr int quarter = 15;

constexpr std::array<double, 13> valueTicks{1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1'000, 2'000};

QList<QPointF> pointsOf(const core::SteadyState& state) {
    QList<QPointF> points;
    constexpr int step = 3; // minutes: finer than a dot of any screen
    for (int minute = 0; minute <= core::minutesPerDay; minute += step)
        points.append({double(minute), state.curve[static_cast<std::size_t>(minute % core::minutesPerDay)]});
    return points;
}

QString clock(int minute) {
    return QString::fromStdString(core::clockText(minute));
}

} // namespace

ConcentrationChart::ConcentrationChart(QWidget* parent)
    : QChartView(parent)
    , m_line(new QLineSeries)
    , m_otherLine(new QLineSeries)
    , m_average(new QLineSeries)
    , m_doses(new QScatterSeries)
    , m_extremes(new QScatterSeries)
    , m_hours(new QCategoryAxis)
    , m_values(new QCategoryAxis) {
    setAccessibleName(tr("Expected concentration over the day"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    QChart* drawing = chart();
    drawing->legend()->hide();
    drawing->setBackgroundVisible(false);
    drawing->setAnimationOptions(QChart::NoAnimation);
    drawing->setMargins(QMargins(0, fontMetrics().height() * 5 / 2, fontMetrics().height(), 0));
    for (QCategoryAxis* axis : {m_hours, m_values})
        setUpAxis(*axis);
    m_hours->setRange(0, core::minutesPerDay);
    m_hours->setGridLineVisible(false);
    drawing->addAxis(m_hours, Qt::AlignBottom);
    drawing->addAxis(m_values, Qt::AlignLeft);

    const auto add = [&](QAbstractSeries* series) {
        drawing->addSeries(series);
        series->attachAxis(m_hours);
        series->attachAxis(m_values);
    };
    for (int i = 0; i < core::mostDosesPerDay; ++i) {
        // An area does not own its edges.
        auto* band = new QAreaSeries(new QLineSeries(this), new QLineSeries(this));
        m_therapy.push_back(band);
        add(band);
    }
    for (QAbstractSeries* series : std::array<QAbstractSeries*, 5>{m_average, m_otherLine, m_line, m_doses, m_extremes})
        add(series);
    m_doses->setMarkerShape(QScatterSeries::MarkerShapeTriangle);
    m_extremes->setMarkerShape(QScatterSeries::MarkerShapeCircle);

    m_focusLine = new QGraphicsLineItem(drawing);
    m_focusLabel = new QGraphicsSimpleTextItem(drawing);
    m_peakLabel = new QGraphicsSimpleTextItem(drawing);
    m_troughLabel = new QGraphicsSimpleTextItem(drawing);
    m_averageLabel = new QGraphicsSimpleTextItem(drawing);
    m_caption = new QGraphicsSimpleTextItem(tr("Baclofen in plasma, ng/mL"), drawing);
    m_warning = new QGraphicsSimpleTextItem(drawing);
    // Words stand before the shaded hours.
    constexpr qreal front = 10;
    for (QGraphicsItem* item : std::array<QGraphicsItem*, 7>{m_focusLine, m_focusLabel, m_peakLabel, m_troughLabel,
                                                             m_averageLabel, m_caption, m_warning})
        item->setZValue(front);
    m_focusLine->hide();
    m_focusLabel->hide();
    connect(drawing, &QChart::plotAreaChanged, this, &ConcentrationChart::placeItems);
    setTokens(tokens(palette()));
}

ConcentrationChart::~ConcentrationChart() = default;

void ConcentrationChart::setLabel(const QString& words) {
    m_warning->setText(words);
    placeItems();
}

void ConcentrationChart::setTokens(const Tokens& now) {
    const double em = fontMetrics().height();
    setBackgroundBrush(now.surface);
    m_line->setPen(QPen(now.dose, em / 7));
    m_otherLine->setPen(QPen(now.muted, em / 9, Qt::DashLine));
    m_average->setPen(QPen(now.dose, em / 14, Qt::DotLine));
    for (QAreaSeries* band : m_therapy) {
        band->setPen(QPen(now.stepFrame, em / 14));
        band->setBrush(now.stepWash);
    }
    const auto marker = [](QScatterSeries* series, const QColor& colour, const QColor& fill, double size) {
        series->setPen(QPen(colour, size / 6));
        series->setBorderColor(colour);
        series->setColor(fill);
        series->setMarkerSize(size);
    };
    marker(m_doses, now.dose, now.dose, em * 0.6);
    marker(m_extremes, now.dose, now.surface, em * 0.6);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    colourAxes({m_hours, m_values}, small, now.muted, now.grid);
    m_focusLine->setPen(QPen(now.text, em / 14));
    for (QGraphicsSimpleTextItem* item : {m_focusLabel, m_peakLabel, m_troughLabel, m_averageLabel, m_caption}) {
        item->setFont(small);
        item->setBrush(item == m_caption || item == m_averageLabel ? now.muted : now.text);
    }
    QFont bold = small;
    bold.setBold(true);
    m_warning->setFont(bold);
    m_warning->setBrush(now.tone(Tone::caution).text);
    placeItems();
}

void ConcentrationChart::setCurves(DayCurve chosen, std::optional<DayCurve> other) {
    m_chosen = std::move(chosen);
    m_other = std::move(other);
    const double highest = std::max({1.0, m_chosen.state.peak, m_other ? m_other->state.peak : 0.0});
    m_tick = tickFor(highest, valueTicks);
    m_top = m_tick * (std::floor(highest / m_tick) + 1);
    m_line->replace(pointsOf(m_chosen.state));
    m_otherLine->replace(m_other ? pointsOf(m_other->state) : QList<QPointF>());
    m_average->replace(
        QList<QPointF>{{0, m_chosen.state.average}, {double(core::minutesPerDay), m_chosen.state.average}});
    for (std::size_t i = 0; i < m_therapy.size(); ++i) {
        QList<QPointF> upper;
        QList<QPointF> lower;
        if (i < m_chosen.therapy.size()) {
            for (const int edge : {m_chosen.therapy[i] - halfHour, m_chosen.therapy[i] + halfHour}) {
                upper.append({double(edge), m_top});
                lower.append({double(edge), 0});
            }
        }
        m_therapy[i]->upperSeries()->replace(upper);
        m_therapy[i]->lowerSeries()->replace(lower);
        m_therapy[i]->setVisible(!upper.isEmpty());
    }
    QList<QPointF> doses;
    for (const core::TimedDose& dose : m_chosen.doses)
        doses.append({double(dose.minuteOfDay), m_top * 0.02});
    m_doses->replace(doses);
    m_extremes->replace(m_chosen.doses.empty()
                            ? QList<QPointF>()
                            : QList<QPointF>{{double(m_chosen.state.peakMinute), m_chosen.state.peak},
                                             {double(m_chosen.state.troughMinute), m_chosen.state.trough}});
    labelAxes();
    placeItems();
    setAccessibleDescription(readingText());
    Q_EMIT focusChanged();
}

void ConcentrationChart::labelAxes() {
    for (QCategoryAxis* axis : {m_hours, m_values})
        clearLabels(*axis);
    const double room = std::max(1.0, width() / (8.0 * fontMetrics().averageCharWidth()));
    int every = 3;
    while (24.0 / every > room && every < 12)
        every *= 2;
    for (int hour = 0; hour <= 24; hour += every)
        m_hours->append(hour == 24 ? QStringLiteral("24:00") : clock(hour * minutesPerHour), hour * minutesPerHour);
    m_values->setRange(0, m_top);
    const int ticks = static_cast<int>(m_top / m_tick + 0.001);
    for (int tick = 0; tick <= ticks; ++tick)
        m_values->append(QString::number(tick * m_tick), tick * m_tick);
}

void ConcentrationChart::placeItems() {
    const QRectF plot = chart()->plotArea();
    const bool drawn = !plot.isEmpty() && !m_chosen.doses.empty();
    for (QGraphicsSimpleTextItem* item : {m_peakLabel, m_troughLabel, m_averageLabel})
        item->setVisible(drawn);
    const double gap = fontMetrics().height() / 4.0;
    m_warning->setPos(plot.left() + gap, 0);
    m_caption->setPos(plot.left() + gap, plot.top() - m_caption->boundingRect().height() - gap / 2);
    m_focusLine->setVisible(drawn && m_focus);
    m_focusLabel->setVisible(drawn && m_focus);
    if (!drawn)
        return;
    const auto x = [&](int minute) { return plot.left() + plot.width() * minute / core::minutesPerDay; };
    const auto y = [&](double value) { return plot.bottom() - plot.height() * value / m_top; };
    const auto place = [&](QGraphicsSimpleTextItem* item, int minute, double top) {
        const double width = item->boundingRect().width();
        item->setPos(std::clamp(x(minute) - width / 2, plot.left(), std::max(plot.left(), plot.right() - width)), top);
    };
    const core::SteadyState& state = m_chosen.state;
    m_peakLabel->setText(tr("peak %1 at %2").arg(std::lround(state.peak)).arg(clock(state.peakMinute)));
    place(m_peakLabel, state.peakMinute, y(state.peak) - m_peakLabel->boundingRect().height() - 2 * gap);
    m_troughLabel->setText(tr("trough %1 at %2").arg(std::lround(state.trough)).arg(clock(state.troughMinute)));
    const double below = y(state.trough) + 2 * gap;
    place(m_troughLabel, state.troughMinute,
          std::min(below, plot.bottom() - m_troughLabel->boundingRect().height() - 2 * gap));
    m_averageLabel->setText(tr("average %1").arg(std::lround(state.average)));
    placeAverage();
    if (!m_focus)
        return;
    m_focusLine->setLine(x(*m_focus), plot.top(), x(*m_focus), plot.bottom());
    m_focusLabel->setText(clock(*m_focus));
    const double width = m_focusLabel->boundingRect().width();
    const bool roomRight = x(*m_focus) + gap + width <= plot.right();
    m_focusLabel->setPos(roomRight ? x(*m_focus) + gap : x(*m_focus) - gap - width, plot.top());
}

// On the average's line, where the curves leave it the most room.
void ConcentrationChart::placeAverage() {
    const QRectF plot = chart()->plotArea();
    const QRectF label = m_averageLabel->boundingRect();
    const double perMinute = plot.width() / core::minutesPerDay;
    const int minutes = static_cast<int>(label.width() / perMinute) + 1;
    int best = 0;
    double most = -1;
    for (int from = quarter; from + minutes < core::minutesPerDay; from += quarter) {
        double room = m_top;
        for (int minute = from; minute < from + minutes; minute += quarter) {
            const auto at = static_cast<std::size_t>(minute);
            room = std::min(room, std::abs(m_chosen.state.curve[at] - m_chosen.state.average));
            if (m_other)
                room = std::min(room, std::abs(m_other->state.curve[at] - m_chosen.state.average));
        }
        if (room > most) {
            most = room;
            best = from;
        }
    }
    const bool curveAbove = m_chosen.state.curve[static_cast<std::size_t>(best)] > m_chosen.state.average;
    const double y = plot.bottom() - plot.height() * m_chosen.state.average / m_top;
    m_averageLabel->setPos(plot.left() + best * perMinute, curveAbove ? y : y - label.height());
}

void ConcentrationChart::setFocusMinute(std::optional<int> minute) {
    if (minute == m_focus)
        return;
    m_focus = minute;
    placeItems();
    setAccessibleDescription(readingText());
    Q_EMIT focusChanged();
}

QString ConcentrationChart::readingText() const {
    if (!m_focus || m_chosen.state.curve.empty())
        return {};
    const auto at = [&](const DayCurve& curve) {
        return std::lround(curve.state.curve[static_cast<std::size_t>(*m_focus)]);
    };
    const QString chosen = tr("%1: %2 ng/mL").arg(clock(*m_focus)).arg(at(m_chosen));
    return m_other ? tr("%1; for comparison %2 ng/mL").arg(chosen).arg(at(*m_other)) : chosen;
}

QSize ConcentrationChart::sizeHint() const {
    const int em = fontMetrics().height();
    return {em * 34, em * 15};
}

int ConcentrationChart::nextDose(int from, int direction) const {
    std::optional<int> best;
    for (const core::TimedDose& dose : m_chosen.doses) {
        const int distance = (dose.minuteOfDay - from) * direction;
        if (distance > 0 && (!best || distance < (*best - from) * direction))
            best = dose.minuteOfDay;
    }
    return best.value_or(from);
}

void ConcentrationChart::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    const QRectF plot = chart()->plotArea();
    const QPointF at = chart()->mapFromScene(mapToScene(event->position().toPoint()));
    if (!plot.contains(at)) {
        setFocusMinute(std::nullopt);
        return;
    }
    const int minute = static_cast<int>((at.x() - plot.left()) / plot.width() * core::minutesPerDay);
    setFocusMinute(std::clamp(minute, 0, core::minutesPerDay - 1));
}

void ConcentrationChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    if (!hasFocus())
        setFocusMinute(std::nullopt);
}

void ConcentrationChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        const int from = m_focus.value_or(m_chosen.state.peakMinute);
        const bool far = event->modifiers().testFlag(Qt::ShiftModifier);
        const int to = far ? nextDose(from, direction) : m_focus ? from + direction * quarter : from;
        setFocusMinute(std::clamp(to, 0, core::minutesPerDay - 1));
        return;
    }
    case Qt::Key_Home:
        setFocusMinute(0);
        return;
    case Qt::Key_End:
        setFocusMinute(core::minutesPerDay - 1);
        return;
    case Qt::Key_Escape:
        if (m_focus) {
            setFocusMinute(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QChartView::keyPressEvent(event);
}

void ConcentrationChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    labelAxes();
}

} // namespace lento::gui
