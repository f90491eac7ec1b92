// StepDelegate edits the cells of the step table in place: doses in mg, lengths in days, refused in words when they
// cannot be read.
#pragma once

#include "core/product.h"

#include <QStyledItemDelegate>

namespace lento::gui {

class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // Up and Down in a dose cell go by this.
    void setQuantum(core::OralDose quantum) { m_quantum = quantum; }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

Q_SIGNALS:
    // Empty when the cell can be read again.
    void problem(const QString& words) const;

protected:
    // Enter and Tab leave the editor only with something that can be read.
    bool eventFilter(QObject* object, QEvent* event) override;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    core::OralDose m_quantum;
};

} // namespace lento::gui
