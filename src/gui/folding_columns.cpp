#include "gui/folding_columns.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace lento::gui {

FoldingColumns::FoldingColumns(QWidget* first, int firstShare, QWidget* second, int secondShare, Room room,
                               QWidget* parent)
    : QWidget(parent)
    , m_box(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_room(room)
    , m_firstShare(firstShare)
    , m_secondShare(secondShare) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->addWidget(first, firstShare);
    m_box->addWidget(second, secondShare);
}

void FoldingColumns::setSpacing(int pixels) {
    m_box->setSpacing(pixels);
    fold();
}

int FoldingColumns::widthSideBySide(Room room) const {
    int width = 0;
    int shown = 0;
    for (int i = 0; i < m_box->count(); ++i) {
        const QLayoutItem* item = m_box->itemAt(i);
        if (item->isEmpty())
            continue;
        width += room == Room::usual ? item->sizeHint().width() : item->minimumSize().width();
        ++shown;
    }
    return width + std::max(0, shown - 1) * m_box->spacing();
}

// The box itself asks for the width of both, side by side; folding is what makes do with less.
QSize FoldingColumns::minimumSizeHint() const {
    int widest = 0;
    for (int i = 0; i < m_box->count(); ++i)
        widest = std::max(widest, m_box->itemAt(i)->minimumSize().width());
    const int height = m_box->hasHeightForWidth() ? m_box->minimumHeightForWidth(std::max(widest, width()))
                                                  : m_box->minimumSize().height();
    return {widest, height};
}

QSize FoldingColumns::sizeHint() const {
    return {widthSideBySide(Room::usual), std::max(m_box->sizeHint().height(), minimumSizeHint().height())};
}

void FoldingColumns::fold() {
    const bool folded = widthSideBySide(m_room) > width();
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_box->setDirection(folded ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_box->setStretch(0, folded ? 1 : m_firstShare);
    m_box->setStretch(1, folded ? 0 : m_secondShare);
    updateGeometry();
}

void FoldingColumns::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingColumns::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return done;
}

} // namespace lento::gui
