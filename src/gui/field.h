// Field is a caption, the control it names and the note below it: one question of a form.
#pragma once

#include <QWidget>

class QLabel;

namespace lento::gui {

class FieldNote;
class TypedEdit;

class Field : public QWidget {
    Q_OBJECT
public:
    // caption: with a mnemonic ("&Weight"); names the control for screen readers unless it has a name of its own.
    Field(const QString& caption, QWidget* control, QWidget* parent = nullptr);
    // control holds more than the line that is named and noted: a number and its unit.
    Field(const QString& caption, QWidget* control, TypedEdit& line, QWidget* parent = nullptr);

    FieldNote& note() const noexcept { return *m_note; }
    void setCaption(const QString& caption);

private:
    void build(const QString& caption, QWidget* control, QWidget* named, TypedEdit* noted);

    QLabel* m_caption = nullptr;
    QWidget* m_control = nullptr;
    FieldNote* m_note = nullptr;
};

} // namespace lento::gui
