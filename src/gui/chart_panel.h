// ChartPanel is the card around the dose chart: legend, ranges, what the focus line reads, the same as a table, and a
// picture of it. A pump has a panel above the chart; a further scale that was recorded has one below it, made when it
// is asked for (SCL-10).
#pragma once

#include "gui/card.h"
#include "gui/dose_chart.h"

#include <array>
#include <functional>
#include <set>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace lento::gui {

class ChartTableModel;
class PumpDosePanel;
class ScorePanel;
class SegmentedControl;

class ChartPanel : public Card {
    Q_OBJECT
public:
    explicit ChartPanel(QWidget* parent = nullptr);

    void setSeries(const app::ChartSeries& series);
    void setEffectNames(std::function<QString(const std::string&)> names);
    DoseChart& chart() noexcept { return *m_chart; }
    bool showsTable() const;
    // Of those that were recorded, in the order of ChartedScale.
    std::vector<core::ChartedScale> shownPanels() const;
    // Whoever is shown next, until it is taken back.
    void showScale(core::ChartedScale scale, bool shown);

public Q_SLOTS:
    void showTable(bool table);

Q_SIGNALS:
    void savePictureRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
    void showReading();
    void showLegend();
    void arrangePanels();
    void placePanels();
    void arrangePump();

    DoseChart* m_chart;
    QVBoxLayout* m_below; // the chart and the panels
    std::set<core::ChartedScale> m_asked;
    std::array<ScorePanel*, core::chartedScales> m_panels{};
    PumpDosePanel* m_pump = nullptr; // above the chart, made for the first patient who has one
    QPushButton* m_scales;
    ChartTableModel* m_rows;
    QTableView* m_table;
    QStackedWidget* m_either;
    SegmentedControl* m_ranges;
    QPushButton* m_tableButton;
    QLabel* m_legend;
    QLabel* m_reading;
};

} // namespace lento::gui
