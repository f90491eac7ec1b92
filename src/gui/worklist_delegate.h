// WorklistDelegate paints the worklist: when it is due as a badge, the name in bold, and what can be done as buttons.
#pragma once

#include <QStyledItemDelegate>

namespace lento::gui {

class WorklistDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    // Where there is little room the reason stands below what is to be done, not beside it.
    void setReasonBelow(bool below) { m_reasonBelow = below; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_reasonBelow = false;
};

} // namespace lento::gui
