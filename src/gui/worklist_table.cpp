#include "gui/worklist_table.h"

#include "gui/row_table.h"
#include "gui/theme.h"
#include "gui/worklist_delegate.h"
#include "gui/worklist_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace lento::gui {

WorklistTable::WorklistTable(WorklistModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new WorklistDelegate(this)) {
    setModel(&model);
    setUpRowTable(*this, tr("Worklist"));
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(em(*this, 2));
    connect(this, &QTableView::clicked, this, &WorklistTable::act);
}

void WorklistTable::setEntries(std::vector<app::WorklistEntry> entries, core::Date today) {
    const int row = currentIndex().row();
    m_model.setEntries(std::move(entries), today);
    if (m_model.rowCount() == 0)
        return;
    fitColumns();
    setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1), WorklistModel::patient));
}

std::optional<app::WorklistEntry> WorklistTable::current() const {
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(m_model.at(index.row())) : std::nullopt;
}

// Widths by the first rows; the reason takes what is left, and where that is too little it goes below what is to be
// done.
void WorklistTable::fitColumns() {
    const QFontMetrics metrics(font());
    const auto widthOf = [&](int column) {
        resizeColumnToContents(column);
        return columnWidth(column);
    };
    setColumnHidden(WorklistModel::because, false);
    m_delegate->setReasonBelow(false);
    int others = verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (column != WorklistModel::because)
            others += widthOf(column);
    const bool below = widthOf(WorklistModel::because) > width() - others;
    m_delegate->setReasonBelow(below);
    setColumnHidden(WorklistModel::because, below);
    auto* header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Fixed);
    if (below) {
        // What does not fit even so is scrolled, not cut.
        const int before = columnWidth(WorklistModel::toDo);
        const int wanted = widthOf(WorklistModel::toDo);
        // The scroll bar counts, which comes only with the rows.
        if (width() - (others - before) >= wanted)
            header->setSectionResizeMode(WorklistModel::toDo, QHeaderView::Stretch);
    } else {
        header->setSectionResizeMode(WorklistModel::because, QHeaderView::Stretch);
    }
    verticalHeader()->setDefaultSectionSize((below ? 3 : 2) * metrics.lineSpacing() + metrics.lineSpacing() / 3);
}

void WorklistTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_model.rowCount() > 0)
        fitColumns();
}

void WorklistTable::act(const QModelIndex& index) {
    switch (index.column()) {
    case WorklistModel::open:
        Q_EMIT openAsked();
        break;
    case WorklistModel::done:
        Q_EMIT doneAsked();
        break;
    case WorklistModel::later:
        Q_EMIT laterAsked();
        break;
    default:
        break;
    }
}

void WorklistTable::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QTableView::keyPressEvent(event);
        return;
    }
    const QModelIndex index = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index.data(WorklistModel::ActionRole).toBool())
            act(index);
        else
            Q_EMIT openAsked();
        break;
    case Qt::Key_Space:
        act(index);
        break;
    case Qt::Key_D:
        Q_EMIT doneAsked();
        break;
    case Qt::Key_L:
        Q_EMIT laterAsked();
        break;
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace lento::gui
