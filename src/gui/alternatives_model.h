// AlternativesModel compares the chosen plan with other percentages, bases and intervals: how long, how steep, how many
// tablets.
#pragma once

#include "app/planning.h"

#include <QAbstractTableModel>

#include <vector>

namespace lento::gui {

class AlternativesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, weeks, largest, steps, tablets, ends, choice, columns };

    explicit AlternativesModel(QObject* parent = nullptr);
    void setAlternatives(std::vector<app::Alternative> alternatives);
    const app::Alternative& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::Alternative> m_rows;
};

// "10 % of starting dose, every 2 weeks"; "from 15 mg up 5 mg every 3 days to 60 mg"
QString planInputsText(const core::PlanInputs& inputs);

} // namespace lento::gui
