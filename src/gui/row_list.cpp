#include "gui/row_list.h"

#include <QAbstractItemDelegate>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace lento::gui {

// One step of the scroll bar is a row: with pixels a million rows of 70 would overrun its range at larger fonts.
RowList::RowList(QWidget* parent)
    : QListView(parent) {
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
}

int RowList::rows() const {
    return model() != nullptr ? model()->rowCount(rootIndex()) : 0;
}

int RowList::rowHeight() const {
    if (m_rowHeight == 0 && rows() > 0) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        m_rowHeight = itemDelegate()->sizeHint(option, model()->index(0, 0)).height();
    }
    return std::max(m_rowHeight, 1);
}

int RowList::rowsPerPage() const {
    return std::max(1, viewport()->height() / rowHeight());
}

std::pair<int, int> RowList::rowsInView() const {
    const int count = rows();
    if (count == 0)
        return {0, -1};
    const int first = verticalScrollBar()->value();
    return {first, std::min(count - 1, first + viewport()->height() / rowHeight())};
}

QRect RowList::visualRect(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const qint64 top = qint64(index.row() - verticalScrollBar()->value()) * rowHeight();
    if (top < -rowHeight() || top > viewport()->height())
        return {};
    return {0, static_cast<int>(top), viewport()->width(), rowHeight()};
}

void RowList::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid())
        return;
    QScrollBar* bar = verticalScrollBar();
    const int first = bar->value();
    const int page = rowsPerPage();
    switch (hint) {
    case PositionAtTop:
        bar->setValue(index.row());
        break;
    case PositionAtBottom:
        bar->setValue(index.row() - page + 1);
        break;
    case PositionAtCenter:
        bar->setValue(index.row() - page / 2);
        break;
    case EnsureVisible:
        if (index.row() < first)
            bar->setValue(index.row());
        else if (index.row() >= first + page)
            bar->setValue(index.row() - page + 1);
        break;
    }
}

QModelIndex RowList::indexAt(const QPoint& point) const {
    if (point.y() < 0 || !viewport()->rect().contains(point))
        return {};
    const int row = verticalScrollBar()->value() + point.y() / rowHeight();
    return row < rows() ? model()->index(row, 0) : QModelIndex();
}

// QListView lays out every row; what is passed over here is that, and nothing else.
// NOLINTBEGIN(bugprone-parent-virtual-call)
// Nothing is laid out: where a row stands follows from its number.
void RowList::doItemsLayout() {
    QAbstractItemView::doItemsLayout();
}

void RowList::reset() {
    m_rowHeight = 0;
    QAbstractItemView::reset();
    updateGeometries();
}

int RowList::horizontalOffset() const {
    return 0;
}

int RowList::verticalOffset() const {
    return verticalScrollBar()->value() * rowHeight();
}

bool RowList::isIndexHidden(const QModelIndex&) const {
    return false;
}

QModelIndex RowList::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    const int count = rows();
    if (count == 0)
        return {};
    const QModelIndex now = currentIndex();
    if (!now.isValid())
        return model()->index(action == MoveEnd ? count - 1 : verticalScrollBar()->value(), 0);
    int row = now.row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= rowsPerPage();
        break;
    case MovePageDown:
        row += rowsPerPage();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(std::clamp(row, 0, count - 1), 0);
}

void RowList::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) {
    const QModelIndex index = indexAt(rect.normalized().center());
    if (index.isValid())
        selectionModel()->select(index, flags);
}

QRegion RowList::visualRegionForSelection(const QItemSelection& selection) const {
    QRegion region;
    for (const QModelIndex& index : selection.indexes())
        region += visualRect(index);
    return region;
}

void RowList::updateGeometries() {
    QAbstractItemView::updateGeometries();
    const int count = rows();
    const int page = rowsPerPage();
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, std::max(0, count - page));
    verticalScrollBar()->setVisible(count > page);
    setViewportMargins(0, 0, 0, 0);
}

void RowList::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    const auto [first, last] = rowsInView();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const bool under = viewport()->underMouse();
    const QStyle::State base = option.state;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        const QRect rect = visualRect(index);
        if (!event->region().intersects(rect))
            continue;
        option.rect = rect;
        option.state = base;
        option.state.setFlag(QStyle::State_Selected,
                             selectionModel() != nullptr && selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, under && rect.contains(mouse));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        itemDelegate()->paint(&painter, option, index);
    }
}

void RowList::resizeEvent(QResizeEvent* event) {
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void RowList::scrollContentsBy(int, int) {
    viewport()->update();
}

void RowList::rowsInserted(const QModelIndex& parent, int start, int end) {
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
}

void RowList::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

void RowList::timerEvent(QTimerEvent* event) {
    QAbstractItemView::timerEvent(event);
}

void RowList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_rowHeight = 0;
    QListView::changeEvent(event);
}

// NOLINTEND(bugprone-parent-virtual-call)

} // namespace lento::gui
