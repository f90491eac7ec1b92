// DoseChart draws dose above and spasticity scores below on one time axis, and reads out any day by mouse or keys.
//
// One QChart, two stacked panels with aligned dates (platform-facts GTAB-145): values are mapped into panels only here,
// the numbers come from app/series. The time axis counts days (decisions.md 9). Left and Right move the focus line a
// day, with Shift to the next change or visit; Home and End go to the ends, T to today; Escape removes it.
#pragma once

#include "app/series.h"

#include <QtCharts/QChartView>

#include <functional>
#include <optional>
#include <string>

class QAreaSeries;
class QCategoryAxis;
class QGraphicsLineItem;
class QGraphicsRectItem;
class QGraphicsSimpleTextItem;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace lento::gui {

struct ChartColours {
    QColor dose, doseFill, mas, nrs, effect, today, text, mutedText, grid, background;
};

class DoseChart : public QChartView {
    Q_OBJECT
public:
    enum class Range { threeMonths, year, all };
    Q_ENUM(Range)

    explicit DoseChart(QWidget* parent = nullptr);
    ~DoseChart() override;

    void setSeries(app::ChartSeries series);
    const app::ChartSeries& series() const noexcept { return m_series; }
    void setColours(const ChartColours& colours);
    // English name of an adverse effect's code, for the reading.
    void setEffectNames(std::function<QString(const std::string&)> names) { m_effectName = std::move(names); }
    QString effectName(const std::string& code) const {
        return m_effectName ? m_effectName(code) : QString::fromStdString(code);
    }

    // Without scores the doses take the whole height; for the small chart beside a plan.
    void setScoresShown(bool shown);

    void setRange(Range range);
    Range range() const noexcept { return m_range; }
    // First and last day shown.
    core::DateSpan shownDays() const;
    // From the left to the right edge of the plot, where the first and the last of them stand, on this widget.
    QRectF plotOnScreen() const;

    std::optional<core::Date> focusDay() const noexcept { return m_focus; }
    void setFocusDay(std::optional<core::Date> day);
    // "Mon 23-Nov-2026: 55 mg/day, planned. MAS mean 1.5 on 14-Nov-2026. NRS 3.5 on 14-Nov-2026."
    QString readingText() const;
    // Modest: a page in a scroll area asks for it, and the chart takes all the room there is anyway.
    QSize sizeHint() const override;

Q_SIGNALS:
    void focusDayChanged(std::optional<lento::core::Date> day);
    // Other days are shown, or they stand elsewhere.
    void daysPlaced();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWindow(); // days of the range
    void showLines();  // thinned to what a pixel column shows
    void labelDates();
    void labelValues();
    void placeItems();
    void placeBands(); // around the baseline (SCL-10)
    int pixelColumns() const;
    double dosePosition(double milligrams) const;

    app::ChartSeries m_series;
    std::function<QString(const std::string&)> m_effectName;
    Range m_range = Range::year;
    std::optional<core::Date> m_focus;
    double m_firstX = 0;
    double m_lastX = 1;
    double m_doseTop = 60; // mg/day at the top of the upper panel
    double m_doseTick = 15;
    double m_doseBase;    // where the dose panel begins, as a share of the height
    double m_effectLevel; // where adverse effects are marked
    bool m_scoresShown = true;
    int m_shownColumns = 0; // the width that showLines() last thinned for

    QLineSeries* m_given;
    QLineSeries* m_givenTop; // the same corners, as the upper edge of the area
    QLineSeries* m_givenFloor;
    QAreaSeries* m_givenArea;
    QLineSeries* m_planned;
    QLineSeries* m_masLine;
    QScatterSeries* m_masPoints;
    QLineSeries* m_nrsLine;
    QScatterSeries* m_nrsPoints;
    QScatterSeries* m_effects;
    QLineSeries* m_todayLine;
    QCategoryAxis* m_days;
    QCategoryAxis* m_left;
    QCategoryAxis* m_right;
    QGraphicsLineItem* m_focusLine;
    QGraphicsSimpleTextItem* m_focusLabel;
    QGraphicsSimpleTextItem* m_todayLabel;
    QGraphicsSimpleTextItem* m_doseCaption;
    QGraphicsSimpleTextItem* m_scoreCaption;
    QGraphicsRectItem* m_masBand = nullptr; // made when there is a baseline
    QGraphicsRectItem* m_nrsBand = nullptr;
    QColor m_masTint;
    QColor m_nrsTint;
};

} // namespace lento::gui
