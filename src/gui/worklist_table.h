// WorklistTable is the list itself: its columns fit the room there is, and keys and clicks ask to open an item, to mark
// it done or to put it off.
//
// Enter opens, D is done, L is later, Space does what the current cell says.
#pragma once

#include "app/worklist.h"

#include <QTableView>

#include <optional>

namespace lento::gui {

class WorklistDelegate;
class WorklistModel;

class WorklistTable : public QTableView {
    Q_OBJECT
public:
    explicit WorklistTable(WorklistModel& model, QWidget* parent = nullptr);

    // The row that was current stays current, or the last one.
    void setEntries(std::vector<app::WorklistEntry> entries, core::Date today);
    std::optional<app::WorklistEntry> current() const;

Q_SIGNALS:
    // Of the row that is current.
    void openAsked();
    void doneAsked();
    void laterAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void act(const QModelIndex& index);
    void fitColumns();

    WorklistModel& m_model;
    WorklistDelegate* m_delegate;
};

} // namespace lento::gui
