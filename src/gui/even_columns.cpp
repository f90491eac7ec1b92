#include "gui/even_columns.h"

#include <QWidget>

#include <algorithm>

namespace lento::gui {

EvenColumns::EvenColumns(QWidget* parent)
    : QLayout(parent) {}

EvenColumns::~EvenColumns() {
    qDeleteAll(m_items);
}

void EvenColumns::addItem(QLayoutItem* item) {
    m_items.append(item);
}

QLayoutItem* EvenColumns::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* EvenColumns::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize EvenColumns::largestMinimum() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize EvenColumns::minimumSize() const {
    const QMargins margins = contentsMargins();
    return largestMinimum() + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize EvenColumns::sizeHint() const {
    const int all = count();
    const QMargins margins = contentsMargins();
    const int width = all * largestMinimum().width() + std::max(all - 1, 0) * spacing();
    return {width + margins.left() + margins.right(), minimumSize().height()};
}

void EvenColumns::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

int EvenColumns::columnsIn(int width) const {
    const int least = largestMinimum().width();
    for (const int columns : {count(), (count() + 1) / 2})
        if (columns * least + (columns - 1) * spacing() <= width)
            return columns;
    return 1;
}

int EvenColumns::place(const QRect& rect, bool really) const {
    const QMargins margins = contentsMargins();
    if (m_items.isEmpty())
        return margins.top() + margins.bottom();
    const QRect inner = rect.marginsRemoved(margins);
    const bool mirrored = parentWidget() && parentWidget()->layoutDirection() == Qt::RightToLeft;
    const int columns = columnsIn(inner.width());
    // Column edges by division of the whole width, so that no pixel is lost at the right.
    const auto edge = [&](int column) { return column * (inner.width() + spacing()) / columns; };

    const int rows = (count() + columns - 1) / columns;
    const int more = really && m_filling ? std::max(0, rect.height() - place(rect, false)) / rows : 0;
    int y = inner.y();
    for (int first = 0; first < count(); first += columns) {
        const int end = std::min(first + columns, count());
        int rowHeight = 0;
        for (int i = first; i < end; ++i) {
            const int width = edge(i - first + 1) - edge(i - first) - spacing();
            QLayoutItem* item = m_items[i];
            rowHeight = std::max(rowHeight,
                                 item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
        }
        rowHeight += more;
        for (int i = first; really && i < end; ++i) {
            const int left = edge(i - first);
            const int width = edge(i - first + 1) - left - spacing();
            const int x = mirrored ? inner.right() + 1 - left - width : inner.x() + left;
            m_items[i]->setGeometry(QRect(x, y, width, rowHeight));
        }
        y += rowHeight + (end < count() ? spacing() : 0);
    }
    return y - rect.y() + margins.bottom();
}

} // namespace lento::gui
