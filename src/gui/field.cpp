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
    : QWidget(parent) {
    build(caption, control, control, qobject_cast<TypedEdit*>(control));
}

Field::Field(const QString& caption, QWidget* control, TypedEdit& line, QWidget* parent)
    : QWidget(parent) {
    build(caption, control, &line, &line);
}

void Field::build(const QString& caption, QWidget* control, QWidget* named, TypedEdit* noted) {
    m_control = named;
    m_caption = new QLabel(caption, this);
    setTextKind(*m_caption, TextKind::caption);
    m_caption->setBuddy(named);
    m_note = noted != nullptr ? new FieldNote(*noted, this) : new FieldNote(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(em(*this, 0.2));
    layout->addWidget(m_caption);
    layout->addWidget(control);
    layout->addWidget(m_note);
    layout->addStretch(1);
    if (named->accessibleName().isEmpty())
        named->setAccessibleName(withoutMnemonic(caption));
}

void Field::setCaption(const QString& caption) {
    if (m_control->accessibleName() == withoutMnemonic(m_caption->text()))
        m_control->setAccessibleName(withoutMnemonic(caption));
    m_caption->setText(caption);
}

} // namespace lento::gui
