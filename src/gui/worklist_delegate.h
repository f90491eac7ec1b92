// WorklistDelegate paints the worklist: when it is due as a badge, the name in bold, and what can be done as buttons.
#pragma once

#include <QStyledItemDelegate>

namespace lento::gui {

class WorklistDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lento::gui
