// ChoiceRow is one row of a decision: a radio button whose words wrap, so that a long one is never cut.
#pragma once

#include <QFrame>

class QLabel;
class QRadioButton;

namespace lento::gui {

class ChoiceRow : public QFrame {
    Q_OBJECT
public:
    explicit ChoiceRow(const QString& text, QWidget* parent = nullptr);
    // Carries the words as its accessible name; belongs into a button group.
    QRadioButton& button() const noexcept { return *m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRadioButton* m_button;
    QLabel* m_text;
};

} // namespace lento::gui
