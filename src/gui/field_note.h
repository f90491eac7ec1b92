// FieldNote is the line below a field that says what is wrong or what is understood; it takes no room while it has
// nothing to say.
#pragma once

#include "gui/theme.h"

#include <QWidget>

class QLabel;

namespace lento::gui {

class TypedEdit;

class FieldNote : public QWidget {
    Q_OBJECT
public:
    explicit FieldNote(QWidget* parent = nullptr);
    // Shows the field's problem whenever it has one, and `set` otherwise.
    explicit FieldNote(TypedEdit& field, QWidget* parent = nullptr);

    void set(Tone tone, const QString& text);
    void clear() { set(Tone::neutral, {}); }
    QString text() const;
    Tone tone() const noexcept { return m_tone; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showNow(Tone tone, const QString& text);
    void recolour();

    QLabel* m_mark = nullptr;
    QLabel* m_label = nullptr;
    Tone m_tone = Tone::neutral;
    Tone m_ownTone = Tone::neutral;
    QString m_own;
    bool m_problem = false;
};

} // namespace lento::gui
