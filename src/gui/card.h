// Card is a white, framed, rounded area with an optional title; what belongs together stands in one.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace lento::gui {

class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    // What the card holds; below the title.
    QVBoxLayout* body() const noexcept { return m_body; }
    // Beside the title, at its right; the title then goes on in a second line where the room ends.
    QHBoxLayout* head();
    // Removes the inner margin, for a table or list that fills the card.
    void setFlush(bool flush);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_outer = nullptr;
    QHBoxLayout* m_head = nullptr;
    QVBoxLayout* m_body = nullptr;
    QLabel* m_title = nullptr;
};

} // namespace lento::gui
