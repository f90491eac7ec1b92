// ChartTableModel is the chart as a table, newest first: every day on which the dose changed or something was scored.
//
// A further scale has a column where it was recorded, a pump where there is one, both before the adverse effects.
#pragma once

#include "app/series.h"

#include <QAbstractTableModel>

#include <array>
#include <functional>
#include <map>
#include <vector>

namespace lento::gui {

class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { date, dose, masMean, nrs, firstFurther };

    explicit ChartTableModel(QObject* parent = nullptr);
    void setSeries(const app::ChartSeries& series);
    // English name of an adverse effect's code.
    void setEffectNames(std::function<QString(const std::string&)> names) { m_effectName = std::move(names); }
    core::Date dateAt(int row) const { return m_rows[static_cast<std::size_t>(row)].on; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        core::Date on;
        QString dose, masMean, nrs, pump, effects;
        std::array<QString, core::chartedScales> further;
    };
    int effectsColumn() const { return firstFurther + static_cast<int>(m_further.size()) + (m_hasPump ? 1 : 0); }
    bool isPumpColumn(int column) const { return m_hasPump && column + 1 == effectsColumn(); }
    core::ChartedScale furtherAt(int column) const {
        return m_further[static_cast<std::size_t>(column - firstFurther)];
    }

    std::vector<Row> m_rows;
    std::vector<core::ChartedScale> m_further;
    bool m_hasPump = false;
    std::function<QString(const std::string&)> m_effectName;
};

} // namespace lento::gui
