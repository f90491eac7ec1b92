#include "gui/field.h"

#include "gui/field_note.h"
#include "gui/theme.h"
#include "gui/typed_edit.h"

#include <QLabel>
#include <QVBoxLayout>

namespace lento::gui {

namespace {

QString withoutMnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

} // namespace

Field::Field(const QString& caption, QWidget* control, QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(caption, this))
    , m_control(control) {
    setTextKind(*m_caption, TextKind::caption);
    m_caption->setBuddy(control);
    if (auto* typed = qobject_cast<TypedEdit*>(control))
        m_note = new FieldNote(*typed, this);
    else
        m_note = new FieldNote(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.2));
    layout->addWidget(m_caption);
    layout->addWidget(control);
    layout->addWidget(m_note);
    layout->addStretch(1);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(withoutMnemonic(caption));
}

void Field::setCaption(const QString& caption) {
    if (m_control->accessibleName() == withoutMnemonic(m_caption->text()))
        m_control->setAccessibleName(withoutMnemonic(caption));
    m_caption->setText(caption);
}

void Field::replaceControl(QWidget* whole) {
    delete layout()->replaceWidget(m_control, whole);
}

} // namespace lento::gui
