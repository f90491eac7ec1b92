// ChartPanel is the card around the dose chart: legend, ranges, what the focus line reads, the same as a table, and a
// picture of it.
#pragma once

#include "gui/card.h"
#include "gui/dose_chart.h"

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace lento::gui {

class ChartTableModel;
class SegmentedControl;

class ChartPanel : public Card {
    Q_OBJECT
public:
    explicit ChartPanel(QWidget* parent = nullptr);

    void setSeries(const app::ChartSeries& series);
    void setEffectNames(std::function<QString(const std::string&)> names);
    DoseChart& chart() noexcept { return *m_chart; }
    bool showsTable() const;

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

    DoseChart* m_chart;
    ChartTableModel* m_rows;
    QTableView* m_table;
    QStackedWidget* m_either;
    SegmentedControl* m_ranges;
    QPushButton* m_tableButton;
    QLabel* m_legend;
    QLabel* m_reading;
};

} // namespace lento::gui
