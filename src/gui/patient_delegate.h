// PatientDelegate draws a row of the patient list: bold name, born · diagnosis · dose, and a badge that says what comes
// next.
#pragma once

#include <QStyledItemDelegate>

namespace lento::gui {

class PatientDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace lento::gui
