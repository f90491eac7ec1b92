#include "gui/step_delegate.h"

#include "gui/dose_edit.h"
#include "gui/number_edit.h"
#include "gui/step_model.h"
#include "gui/theme.h"

#include <QKeyEvent>

namespace lento::gui {

QWidget* StepDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    TypedEdit* editor = nullptr;
    if (index.data(StepModel::DoseRole).isValid()) {
        auto* dose = new DoseEdit(parent);
        dose->setStep(m_quantum);
        editor = dose;
    } else {
        editor = new WholeNumberEdit(1, 365, parent);
    }
    editor->setOptional(false);
    editor->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    connect(editor, &TypedEdit::problemChanged, this, &StepDelegate::problem);
    Q_EMIT problem({}); // of the cell edited before
    return editor;
}

bool StepDelegate::eventFilter(QObject* object, QEvent* event) {
    if (auto* edit = qobject_cast<TypedEdit*>(object); edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool leaves =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (leaves && !edit->check())
            return true;
        if (key == Qt::Key_Escape)
            Q_EMIT problem({});
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void StepDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* dose = qobject_cast<DoseEdit*>(editor))
        dose->setValue(core::OralDose::nanograms(index.data(StepModel::DoseRole).toLongLong()));
    else if (auto* days = qobject_cast<WholeNumberEdit*>(editor))
        days->setValue(index.data(Qt::EditRole).toInt());
}

void StepDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    // What cannot be read changes nothing; the words were told by the editor.
    if (const auto* dose = qobject_cast<DoseEdit*>(editor)) {
        if (const auto value = dose->value())
            model->setData(index, static_cast<qlonglong>(value->inNanograms()));
        else
            Q_EMIT problem(dose->problem());
    } else if (const auto* days = qobject_cast<WholeNumberEdit*>(editor)) {
        if (const auto value = days->value())
            model->setData(index, *value);
        else
            Q_EMIT problem(days->problem());
    }
}

void StepDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const auto* model = qobject_cast<const StepModel*>(index.model());
    if (!model)
        return;
    if (model->columnKind(index.column()) == StepModel::Column::daily)
        option->font.setBold(true);
    if (!index.data(StepModel::ProblemRole).toString().isEmpty() &&
        model->columnKind(index.column()) == StepModel::Column::change) {
        // The sign says it beside the colour.
        option->text += QStringLiteral(" ⚠");
        option->palette.setColor(QPalette::Text, tokens(option->palette).tone(Tone::caution).text);
    }
}

} // namespace lento::gui
