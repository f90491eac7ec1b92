// ConcentrationChart draws the teaching curve of a day at steady state, and beside it another for comparison (PK-2,
// PK-3); "not this patient" stands in the picture itself (PK-5).
//
// Left and Right move the focus line a quarter of an hour, with Shift to the next dose; Home and End go to the ends,
// Escape removes it.
#pragma once

#include "core/dose_times.h"
#include "core/kinetics.h"

#include <QtCharts/QChartView>

#include <optional>
#include <vector>

class QAreaSeries;
class QCategoryAxis;
class QGraphicsLineItem;
class QGraphicsSimpleTextItem;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace lento::gui {

struct Tokens;

// What is drawn of one choice of doses and times.
struct DayCurve {
    core::SteadyState state;
    std::vector<core::TimedDose> doses;
    std::vector<int> therapy; // minutes about which an hour of therapy fits (TIT-9)
};

class ConcentrationChart : public QChartView {
    Q_OBJECT
public:
    explicit ConcentrationChart(QWidget* parent = nullptr);
    ~ConcentrationChart() override;

    // The label is PK-5's words.
    void setLabel(const QString& words);
    void setCurves(DayCurve chosen, std::optional<DayCurve> other);
    const DayCurve& chosen() const noexcept { return m_chosen; }
    void setTokens(const Tokens& tokens);

    std::optional<int> focusMinute() const noexcept { return m_focus; }
    void setFocusMinute(std::optional<int> minute);
    // "09:30: 182 ng/mL; in force 121 ng/mL".
    QString readingText() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void focusChanged();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void labelAxes();
    void placeItems();
    void placeAverage();
    int nextDose(int from, int direction) const;

    DayCurve m_chosen;
    std::optional<DayCurve> m_other;
    std::optional<int> m_focus;
    double m_top = 100; // ng/mL at the top
    double m_tick = 50;

    std::vector<QAreaSeries*> m_therapy;
    QLineSeries* m_line;
    QLineSeries* m_otherLine;
    QLineSeries* m_average;
    QScatterSeries* m_doses;
    QScatterSeries* m_extremes;
    QCategoryAxis* m_hours;
    QCategoryAxis* m_values;
    QGraphicsLineItem* m_focusLine;
    QGraphicsSimpleTextItem* m_focusLabel;
    QGraphicsSimpleTextItem* m_peakLabel;
    QGraphicsSimpleTextItem* m_troughLabel;
    QGraphicsSimpleTextItem* m_averageLabel;
    QGraphicsSimpleTextItem* m_caption;
    QGraphicsSimpleTextItem* m_warning;
};

} // namespace lento::gui
