#include "gui/dose_chart.h"

#include "gui/chart_axes.h"
#include "gui/chart_reading.h"
#include "wording/quantities.h"

#include <QGraphicsLineItem>
#include <QGraphicsRectItem>
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

// Vertical shares of the plot: scores below, doses above, a strip for the adverse effects between them.
constexpr double scoreTop = 0.34;
constexpr double effectLevelAboveScores = 0.415;
constexpr double doseBaseAboveScores = 0.46;
// The same without scores.
constexpr double effectLevelAlone = 0.05;
constexpr double doseBaseAlone = 0.1;

constexpr double masTop = 4.0;
constexpr double nrsTop = 10.0;

// Tells the lower panel's figures from the upper's.
constexpr QChar lowerPanelMark(apartMark);

double masPosition(double mean) {
    return scoreTop * mean / masTop;
}

double nrsPosition(double score) {
    return scoreTop * score / nrsTop;
}

double dayX(core::Date day) {
    return day.dayNumber();
}

// Distances between dose marks, easy to halve.
constexpr std::array<double, 11> doseTicks{1, 2, 5, 10, 15, 20, 25, 50, 100, 200, 500};

QList<QPointF> mapped(const std::vector<QPointF>& points, const auto& position) {
    QList<QPointF> result;
    result.reserve(static_cast<qsizetype>(points.size()));
    for (const QPointF& point : points)
        result.append({point.x(), position(point.y())});
    return result;
}

} // namespace

DoseChart::DoseChart(QWidget* parent)
    : QChartView(parent)
    , m_doseBase(doseBaseAboveScores)
    , m_effectLevel(effectLevelAboveScores)
    , m_given(new QLineSeries)
    , m_givenTop(new QLineSeries(this)) // an area does not own its edges
    , m_givenFloor(new QLineSeries(this))
    , m_givenArea(new QAreaSeries(m_givenTop, m_givenFloor))
    , m_planned(new QLineSeries)
    , m_masLine(new QLineSeries)
    , m_masPoints(new QScatterSeries)
    , m_nrsLine(new QLineSeries)
    , m_nrsPoints(new QScatterSeries)
    , m_effects(new QScatterSeries)
    , m_todayLine(new QLineSeries)
    , m_days(new QCategoryAxis)
    , m_left(new QCategoryAxis)
    , m_right(new QCategoryAxis) {
    setAccessibleName(tr("Dose and spasticity over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);

    QChart* drawing = chart();
    drawing->legend()->hide();
    drawing->setBackgroundVisible(false);
    // Room above for the caption of the dose panel.
    drawing->setMargins(QMargins(0, fontMetrics().height(), 0, 0));
    drawing->setAnimationOptions(QChart::NoAnimation);

    for (QCategoryAxis* axis : {m_left, m_right}) {
        setUpAxis(*axis);
        axis->setRange(0, 1);
    }
    m_days->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_days->setGridLineVisible(false);
    m_right->setGridLineVisible(false);
    drawing->addAxis(m_days, Qt::AlignBottom);
    drawing->addAxis(m_left, Qt::AlignLeft);
    drawing->addAxis(m_right, Qt::AlignRight);

    const std::array<QAbstractSeries*, 9> drawnBackToFront{
        m_givenArea, m_given, m_planned, m_todayLine, m_nrsLine, m_masLine, m_nrsPoints, m_masPoints, m_effects};
    for (QAbstractSeries* series : drawnBackToFront) {
        drawing->addSeries(series);
        series->attachAxis(m_days);
        series->attachAxis(m_left);
    }
    m_masPoints->setMarkerShape(QScatterSeries::MarkerShapeCircle);
    m_nrsPoints->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    m_effects->setMarkerShape(QScatterSeries::MarkerShapeTriangle);

    m_focusLine = new QGraphicsLineItem(drawing);
    m_focusLabel = new QGraphicsSimpleTextItem(drawing);
    m_todayLabel = new QGraphicsSimpleTextItem(tr("today"), drawing);
    m_doseCaption = new QGraphicsSimpleTextItem(drawing);
    m_scoreCaption =
        new QGraphicsSimpleTextItem(tr("MAS mean 0–4 (left) · spasticity NRS 0–10 (right); lower is better"), drawing);
    m_focusLine->hide();
    m_focusLabel->hide();

    connect(drawing, &QChart::plotAreaChanged, this, [this] {
        placeItems();
        if (pixelColumns() != m_shownColumns)
            showLines();
        Q_EMIT daysPlaced();
    });
}

DoseChart::~DoseChart() = default;

void DoseChart::setColours(const ChartColours& colours) {
    const double em = fontMetrics().height();
    const auto pen = [](const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
        QPen result(colour, width, style);
        result.setJoinStyle(Qt::MiterJoin);
        return result;
    };
    setBackgroundBrush(colours.background);
    m_givenArea->setPen(Qt::NoPen);
    m_givenArea->setBrush(colours.doseFill);
    m_given->setPen(pen(colours.dose, em / 8));
    m_planned->setPen(pen(colours.dose, em / 8, Qt::DashLine));
    m_masLine->setPen(pen(colours.mas, em / 11));
    m_nrsLine->setPen(pen(colours.nrs, em / 11, Qt::DotLine));
    m_todayLine->setPen(pen(colours.today, em / 12, Qt::DotLine));

    const auto marker = [&](QScatterSeries* series, const QColor& colour, const QColor& fill, double size) {
        series->setPen(pen(colour, em / 9));
        series->setBorderColor(colour);
        series->setColor(fill);
        series->setMarkerSize(size);
    };
    marker(m_masPoints, colours.mas, colours.background, em * 0.65);
    marker(m_nrsPoints, colours.nrs, colours.background, em * 0.55);
    marker(m_effects, colours.effect, colours.effect, em * 0.6);

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    colourAxes({m_days, m_left, m_right}, small, colours.mutedText, colours.grid);
    constexpr int faint = 36;
    m_masTint = colours.mas;
    m_masTint.setAlpha(faint);
    m_nrsTint = colours.nrs;
    m_nrsTint.setAlpha(faint);
    placeBands();
    m_right->setLabelsBrush(colours.nrs);
    m_focusLine->setPen(pen(colours.text, em / 14));
    for (QGraphicsSimpleTextItem* item : {m_focusLabel, m_todayLabel, m_doseCaption, m_scoreCaption}) {
        item->setFont(small);
        item->setBrush(item == m_focusLabel || item == m_todayLabel ? colours.text : colours.mutedText);
    }
}

void DoseChart::setSeries(app::ChartSeries series) {
    m_series = std::move(series);
    m_doseCaption->setText(m_series.dose.empty() && m_series.pump ? tr("Dose, mg/day · no oral plan")
                                                                  : tr("Dose, mg/day"));
    core::DailyDose highest = core::DailyDose::milligrams(30);
    for (const app::DoseLevel& level : m_series.dose)
        highest = std::max(highest, level.daily);
    const double highestMilligrams = static_cast<double>(highest.inNanograms()) / core::nanogramsPerMilligram;
    m_doseTick = tickFor(highestMilligrams, doseTicks);
    m_doseTop = m_doseTick * (std::floor(highestMilligrams / m_doseTick) + 1);

    if (m_focus && (m_series.dose.empty() || *m_focus < m_series.first || *m_focus > m_series.last))
        m_focus.reset();
    labelValues();
    showWindow();
    Q_EMIT focusDayChanged(m_focus);
}

void DoseChart::setScoresShown(bool shown) {
    m_scoresShown = shown;
    m_doseBase = shown ? doseBaseAboveScores : doseBaseAlone;
    m_effectLevel = shown ? effectLevelAboveScores : effectLevelAlone;
    for (QAbstractSeries* series :
         {static_cast<QAbstractSeries*>(m_masLine), static_cast<QAbstractSeries*>(m_masPoints),
          static_cast<QAbstractSeries*>(m_nrsLine), static_cast<QAbstractSeries*>(m_nrsPoints)})
        series->setVisible(shown);
    m_right->setVisible(shown);
    m_scoreCaption->setVisible(shown);
    setSeries(std::move(m_series));
}

void DoseChart::setRange(Range range) {
    m_range = range;
    showWindow();
}

core::DateSpan DoseChart::shownDays() const {
    return {core::Date::fromDayNumber(static_cast<std::int32_t>(m_firstX)),
            core::Date::fromDayNumber(static_cast<std::int32_t>(m_lastX))};
}

void DoseChart::showWindow() {
    // Fixed windows around today, so that a new score never rescales the picture (GTAB-096).
    const double today = dayX(m_series.today);
    switch (m_range) {
    case Range::threeMonths:
        m_firstX = today - 61;
        m_lastX = today + 31;
        break;
    case Range::year:
        m_firstX = today - 273;
        m_lastX = today + 92;
        break;
    case Range::all: {
        const double room = std::max(7.0, (dayX(m_series.last) - dayX(m_series.first)) / 40);
        m_firstX = std::min(dayX(m_series.first), today) - std::round(room);
        m_lastX = std::max(dayX(m_series.last), today) + std::round(room);
        break;
    }
    }
    labelDates();
    showLines();
    // A line that is out of the picture reads nothing.
    if (m_focus && (dayX(*m_focus) < m_firstX || dayX(*m_focus) > m_lastX))
        setFocusDay(std::nullopt);
    placeItems();
    Q_EMIT daysPlaced();
}

QRectF DoseChart::plotOnScreen() const {
    return mapFromScene(chart()->mapToScene(chart()->plotArea())).boundingRect();
}

double DoseChart::dosePosition(double milligrams) const {
    return m_doseBase + (1 - m_doseBase) * milligrams / m_doseTop;
}

int DoseChart::pixelColumns() const {
    return std::max(1, static_cast<int>(chart()->plotArea().width()));
}

void DoseChart::showLines() {
    m_shownColumns = pixelColumns();
    const auto dose = [this](double milligrams) { return dosePosition(milligrams); };
    const auto clipped = [this](bool planned) {
        return app::thinned(app::stepLine(m_series, planned), m_firstX, m_lastX, m_shownColumns);
    };
    const QList<QPointF> given = mapped(clipped(false), dose);
    m_given->replace(given);
    m_givenTop->replace(given);
    m_givenFloor->replace(given.isEmpty()
                              ? QList<QPointF>{}
                              : QList<QPointF>{{given.first().x(), m_doseBase}, {given.last().x(), m_doseBase}});
    m_planned->replace(mapped(clipped(true), dose));

    const auto scores = [this](const std::vector<app::ScorePoint>& points, const auto& position) {
        QList<QPointF> result;
        for (const app::ScorePoint& point : points)
            result.append({dayX(point.on), position(point.thousandths / 1000.0)});
        return result;
    };
    const QList<QPointF> mas = scores(m_series.masMean, masPosition);
    const QList<QPointF> nrs = scores(m_series.nrs, nrsPosition);
    m_masLine->replace(mas);
    m_masPoints->replace(mas);
    m_nrsLine->replace(nrs);
    m_nrsPoints->replace(nrs);

    QList<QPointF> effects;
    for (const app::EffectMark& mark : m_series.effects)
        if (mark.grade > 0)
            effects.append({dayX(mark.on), m_effectLevel});
    m_effects->replace(effects);
    m_todayLine->replace(QList<QPointF>{{dayX(m_series.today), 0}, {dayX(m_series.today), 1}});
}

void DoseChart::labelValues() {
    for (QCategoryAxis* axis : {m_left, m_right})
        clearLabels(*axis);
    for (int level = 0; m_scoresShown && level <= 4; ++level)
        m_left->append(QString::number(level) + lowerPanelMark, masPosition(level));
    for (int tick = 0; tick * m_doseTick <= m_doseTop; ++tick)
        m_left->append(QString::number(tick * m_doseTick), dosePosition(tick * m_doseTick));
    for (int score = 0; m_scoresShown && score <= 10; score += 5)
        m_right->append(QString::number(score), nrsPosition(score));
}

void DoseChart::labelDates() {
    labelDays(*m_days, m_firstX, m_lastX, std::max(1.0, width() / (7.0 * fontMetrics().averageCharWidth() + 24)));
}

void DoseChart::placeItems() {
    const QRectF plot = chart()->plotArea();
    if (plot.isEmpty() || m_lastX <= m_firstX)
        return;
    const auto x = [&](core::Date day) {
        return plot.left() + plot.width() * (dayX(day) - m_firstX) / (m_lastX - m_firstX);
    };
    const auto y = [&](double position) { return plot.bottom() - plot.height() * position; };
    const double gap = fontMetrics().height() / 4.0;
    const double textHeight = m_doseCaption->boundingRect().height();

    m_doseCaption->setPos(plot.left() + gap, plot.top() - textHeight - gap / 2);
    m_scoreCaption->setPos(plot.left() + gap, y(scoreTop) - textHeight - gap / 2);
    const double todayX = x(m_series.today);
    m_todayLabel->setVisible(todayX >= plot.left() && todayX <= plot.right());
    m_todayLabel->setPos(std::min(todayX + gap, plot.right() - m_todayLabel->boundingRect().width()), plot.top());

    placeBands();
    const bool focused = m_focus && dayX(*m_focus) >= m_firstX && dayX(*m_focus) <= m_lastX;
    m_focusLine->setVisible(focused);
    m_focusLabel->setVisible(focused);
    if (!focused)
        return;
    const double focusX = x(*m_focus);
    m_focusLine->setLine(focusX, plot.top(), focusX, plot.bottom());
    m_focusLabel->setText(wording::clinicalDate(*m_focus));
    const double labelWidth = m_focusLabel->boundingRect().width();
    const bool roomRight = focusX + gap + labelWidth <= plot.right();
    m_focusLabel->setPos(roomRight ? focusX + gap : focusX - gap - labelWidth, plot.top() + textHeight);
}

void DoseChart::placeBands() {
    const QRectF plot = chart()->plotArea();
    const auto place = [&](QGraphicsRectItem*& item, const std::optional<app::Band>& band, const QColor& tint,
                           const auto& position) {
        if (!band || !m_scoresShown || plot.isEmpty()) {
            if (item)
                item->hide();
            return;
        }
        if (!item) {
            constexpr double behindLines = 1;
            item = new QGraphicsRectItem(chart());
            item->setZValue(behindLines);
            item->setPen(Qt::NoPen);
        }
        const auto y = [&](std::int32_t thousandths) {
            return plot.bottom() - plot.height() * position(thousandths / 1000.0);
        };
        item->setBrush(tint);
        item->setRect({QPointF(plot.left(), y(band->highThousandths)), QPointF(plot.right(), y(band->lowThousandths))});
        item->show();
    };
    place(m_masBand, m_series.masBand, m_masTint, masPosition);
    place(m_nrsBand, m_series.nrsBand, m_nrsTint, nrsPosition);
}

void DoseChart::setFocusDay(std::optional<core::Date> day) {
    if (day == m_focus)
        return;
    m_focus = day;
    placeItems();
    setAccessibleDescription(readingText());
    Q_EMIT focusDayChanged(m_focus);
}

QSize DoseChart::sizeHint() const {
    const int em = fontMetrics().height();
    return {em * 30, em * 12};
}

QString DoseChart::readingText() const {
    if (!m_focus)
        return {};
    return chartReadingText(m_series, *m_focus, [this](const std::string& code) { return effectName(code); });
}

void DoseChart::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    const QRectF plot = chart()->plotArea();
    const QPointF at = chart()->mapFromScene(mapToScene(event->position().toPoint()));
    if (!plot.contains(at)) {
        setFocusDay(std::nullopt);
        return;
    }
    const double x = m_firstX + (at.x() - plot.left()) / plot.width() * (m_lastX - m_firstX);
    setFocusDay(core::Date::fromDayNumber(static_cast<std::int32_t>(std::floor(x))));
}

void DoseChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    if (!hasFocus())
        setFocusDay(std::nullopt);
}

void DoseChart::keyPressEvent(QKeyEvent* event) {
    const core::Date from = m_focus.value_or(m_series.today);
    const core::DateSpan shown = shownDays();
    const auto within = [&](core::Date day) { return std::clamp(day, shown.first, *shown.last); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        const bool far = event->modifiers().testFlag(Qt::ShiftModifier);
        setFocusDay(within(far ? app::nextStop(m_series, from, direction) : m_focus ? from + direction : from));
        return;
    }
    case Qt::Key_Home:
        setFocusDay(shown.first);
        return;
    case Qt::Key_End:
        setFocusDay(shown.last);
        return;
    case Qt::Key_T:
        setFocusDay(m_series.today);
        return;
    case Qt::Key_Escape:
        setFocusDay(std::nullopt);
        return;
    default:
        QChartView::keyPressEvent(event);
    }
}

void DoseChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    labelDates();
}

} // namespace lento::gui
