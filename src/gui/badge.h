// Badge is a few words on a pale ground; the tone only repeats what the words say.
#pragma once

#include "gui/theme.h"

#include <QLabel>

namespace lento::gui {

class Badge : public QLabel {
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);
    Badge(const QString& text, Tone tone, QWidget* parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const noexcept { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // The same picture for delegates; returns the rectangle it used, at most `room` wide.
    static QRect paint(QPainter& painter, const QPoint& topLeft, int room, const QString& text, Tone tone,
                       const QFont& base, const QPalette& palette);
    static QSize sizeFor(const QString& text, const QFont& base);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::neutral;
};

} // namespace lento::gui
