// WorklistModel shows the items of the worklist, one a row: when, who, what, why, rule, and what can be done with it.
#pragma once

#include "app/worklist.h"
#include "gui/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace lento::gui {

class WorklistModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { when, patient, toDo, because, rule, open, done, later, columns };
    enum Role { ToneRole = Qt::UserRole, ActionRole }; // of the badge; true for a cell that acts

    explicit WorklistModel(QObject* parent = nullptr);
    // A list that may not be written to has no Done and no Later.
    void setCanMark(bool canMark);
    void setEntries(std::vector<app::WorklistEntry> entries, core::Date today);
    const app::WorklistEntry& at(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const app::WorklistEntry& entry, int column) const;

    std::vector<app::WorklistEntry> m_entries;
    core::Date m_today;
    bool m_canMark = true;
};

} // namespace lento::gui
