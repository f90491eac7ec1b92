#include "gui/typed_edit.h"

#include "wording/messages.h"

#include <QKeyEvent>
#include <QStyle>

namespace lento::gui {

TypedEdit::TypedEdit(QWidget* parent)
    : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, [this] {
        // While typing a problem is only taken back, never told: half a date is not yet wrong.
        if (problem().isEmpty()) {
            showProblem({});
            Q_EMIT valueEdited();
        } else if (showsProblem()) {
            showProblem(problem());
        }
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (showsProblem() && !hasFocus() && problem().isEmpty())
            showProblem({});
    });
}

QString TypedEdit::problem() const {
    if (m_optional && isEmpty())
        return {};
    const std::optional<core::Error> error = readingError();
    return error ? wording::sentence(*error) : QString();
}

bool TypedEdit::check() {
    const QString words = problem();
    showProblem(words);
    return words.isEmpty();
}

void TypedEdit::refuse(const QString& words) {
    showProblem(words);
}

void TypedEdit::showProblem(const QString& words) {
    if (words == m_shown)
        return;
    m_shown = words;
    setProperty("lentoProblem", !words.isEmpty());
    setAccessibleDescription(words);
    update();
    Q_EMIT problemChanged(words);
}

bool TypedEdit::stepBy(int) {
    return false;
}

void TypedEdit::commit() {
    if (text() == m_committed)
        return;
    if (!check())
        return;
    if (!isEmpty())
        tidy();
    m_committed = text();
    Q_EMIT valueCommitted();
}

void TypedEdit::keyPressEvent(QKeyEvent* event) {
    int steps = 0;
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Up:
            steps = 1;
            break;
        case Qt::Key_Down:
            steps = -1;
            break;
        case Qt::Key_PageUp:
            steps = 7;
            break;
        case Qt::Key_PageDown:
            steps = -7;
            break;
        default:
            break;
        }
    }
    if (steps != 0 && !isReadOnly() && stepBy(steps)) {
        showProblem(problem());
        Q_EMIT valueEdited();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        commit();
    QLineEdit::keyPressEvent(event);
}

void TypedEdit::focusInEvent(QFocusEvent* event) {
    m_committed = text();
    QLineEdit::focusInEvent(event);
}

void TypedEdit::focusOutEvent(QFocusEvent* event) {
    // A calendar or menu of the field itself does not leave it.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
    QLineEdit::focusOutEvent(event);
}

} // namespace lento::gui
