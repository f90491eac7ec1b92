#include "gui/dose_chart.h"

#include "wording/quantities.h"
#include "wording/score_words.h"

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

// QCategoryAxis wants different labels; a zero-width space tells the lower panel's figures from the upper's.
const QString lowerPanelMark = QStringLiteral("\u200B");

double masPosition(double mean) {
    return scoreTop * mean / masTop;
}

double nrsPosition(double score) {
    return scoreTop * score / nrsTop;
}

double dayX(core::Date day) {
    return day.dayNumber();
}

// The distance between dose marks, easy to halve, so that at most seven are needed.
double doseTickFor(double highest) {
    constexpr std::array<double, 11> ticks{1, 2, 5, 10, 15, 20, 25, 50, 100, 200, 500};
    const auto enough = std::ranges::find_if(ticks, [&](double tick) { return highest <= 6 * tick; });
    return enough == ticks.end() ? ticks.back() : *enough;
}

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
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setRange(0, 1);
        axis->setLineVisible(false);
        axis->setTruncateLabels(false);
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
    m_doseCaption = new QGraphicsSimpleTextItem(tr("Dose, mg/day"), drawing);
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
    for (QCategoryAxis* axis : {m_days, m_left, m_right}) {
        axis->setLabelsBrush(colours.mutedText);
        axis->setLabelsFont(small);
        axis->setGridLineColor(colours.grid);
        axis->setLinePenColor(colours.grid);
    }
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
    core::DailyDose highest = core::DailyDose::milligrams(30);
    for (const app::DoseLevel& level : m_series.dose)
        highest = std::max(highest, level.daily);
    const double highestMilligrams = static_cast<double>(highest.inNanograms()) / core::nanogramsPerMilligram;
    m_doseTick = doseTickFor(highestMilligrams);
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
        for (const QStringList labels = axis->categoriesLabels(); const QString& label : labels)
            axis->remove(label);
    for (int level = 0; m_scoresShown && level <= 4; ++level)
        m_left->append(QString::number(level) + lowerPanelMark, masPosition(level));
    for (int tick = 0; tick * m_doseTick <= m_doseTop; ++tick)
        m_left->append(QString::number(tick * m_doseTick), dosePosition(tick * m_doseTick));
    for (int score = 0; m_scoresShown && score <= 10; score += 5)
        m_right->append(QString::number(score), nrsPosition(score));
}

void DoseChart::labelDates() {
    for (const QStringList labels = m_days->categoriesLabels(); const QString& label : labels)
        m_days->remove(label);
    m_days->setRange(m_firstX, m_lastX);

    const core::DateSpan shown = shownDays();
    const double days = m_lastX - m_firstX;
    const double perLabel = std::max(1.0, width() / (7.0 * fontMetrics().averageCharWidth() + 24));
    if (days <= 100) {
        // Mondays, full dates.
        const int weeks = static_cast<int>(std::ceil(days / 7 / perLabel));
        core::Date day = shown.first;
        while (day.weekday() != core::Weekday::monday)
            day = day + 1;
        for (; dayX(day) <= m_lastX; day = day + 7 * weeks)
            m_days->append(wording::shortDate(day), dayX(day));
        return;
    }
    constexpr std::array<int, 6> monthSteps{1, 2, 3, 6, 12, 24};
    const double months = days / 30.4;
    const auto step = std::ranges::find_if(monthSteps, [&](int each) { return months / each <= perLabel; });
    const int every = step == monthSteps.end() ? monthSteps.back() : *step;
    for (int year = shown.first.year(); year <= shown.last->year(); ++year)
        for (int month = 1; month <= 12; month += every) {
            if (every > 12 && year % 2 != 0)
                continue;
            // The room beside the first day may begin before the years that there are.
            const core::Result<core::Date> first = core::Date::fromYmd(year, month, 1);
            if (!first || dayX(*first) < m_firstX || dayX(*first) > m_lastX)
                continue;
            const QString name = wording::monthText(year, month).left(3);
            // The year stands under January and under the first label; a mark keeps equal month names apart.
            const bool named = month == 1 || m_days->categoriesLabels().isEmpty();
            m_days->append(every >= 12 ? QString::number(year)
                           : named     ? QStringLiteral("%1<br>%2").arg(name).arg(year)
                                       : name + QString(lowerPanelMark).repeated(year % 100),
                           dayX(*first));
        }
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
    const app::ChartReading read = app::reading(m_series, *m_focus);
    QStringList parts;
    const QString day = wording::clinicalDateWithWeekday(read.on);
    if (!read.dose)
        parts << tr("%1: no plan").arg(day);
    else
        parts << (read.planned ? tr("%1: %2, planned") : tr("%1: %2")).arg(day, wording::dailyText(*read.dose));
    const auto dated = [&](const QString& text, core::Date on) {
        return on == read.on ? text : tr("%1 on %2").arg(text, wording::clinicalDate(on));
    };
    if (read.masMean)
        parts << dated(tr("MAS mean %1").arg(wording::masMeanText(read.masMean->thousandths)), read.masMean->on);
    if (read.nrs)
        parts << dated(tr("NRS %1").arg(wording::nrsText(read.nrs->thousandths / 100)), read.nrs->on);
    for (const app::ChartReading::Further& further : read.further)
        parts << dated(tr("%1 %2").arg(wording::chartedScaleText(further.scale),
                                       wording::chartedValueText(further.scale, further.point.thousandths)),
                       further.point.on);
    for (const app::EffectMark& effect : read.effects)
        parts << tr("%1, grade %2")
                     .arg(m_effectName ? m_effectName(effect.code) : QString::fromStdString(effect.code))
                     .arg(effect.grade);
    return parts.join(QStringLiteral(" · "));
}

core::Date DoseChart::nextStop(core::Date from, int direction) const {
    // A change of dose or a visit, whichever comes first.
    std::vector<core::Date> stops;
    for (const app::DoseLevel& level : m_series.dose)
        stops.push_back(level.from);
    for (const app::ScorePoint& point : m_series.masMean)
        stops.push_back(point.on);
    for (const app::ScorePoint& point : m_series.nrs)
        stops.push_back(point.on);
    for (const app::FurtherSeries& further : m_series.further)
        for (const app::ScorePoint& point : further.points)
            stops.push_back(point.on);
    for (const app::EffectMark& mark : m_series.effects)
        stops.push_back(mark.on);
    std::optional<core::Date> best;
    for (core::Date stop : stops) {
        const int distance = (stop - from) * direction;
        if (distance > 0 && (!best || distance < (*best - from) * direction))
            best = stop;
    }
    return best.value_or(from);
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
        setFocusDay(within(far ? nextStop(from, direction) : m_focus ? from + direction : from));
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
