#include "gui/badge.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace lento::gui {

namespace {

QFont badgeFont(const QFont& base) {
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setBold(true);
    return font;
}

} // namespace

Badge::Badge(QWidget* parent)
    : QLabel(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Badge::Badge(const QString& text, Tone tone, QWidget* parent)
    : Badge(parent) {
    setText(text);
    setTone(tone);
}

void Badge::setTone(Tone tone) {
    m_tone = tone;
    update();
}

QSize Badge::sizeFor(const QString& text, const QFont& base) {
    const QFontMetrics metrics(badgeFont(base));
    const int side = metrics.height() * 2 / 5;
    return {metrics.horizontalAdvance(text) + 2 * side, metrics.height() + metrics.height() / 6};
}

QSize Badge::sizeHint() const {
    return sizeFor(text(), font());
}

QSize Badge::minimumSizeHint() const {
    return sizeHint();
}

QRect Badge::paint(QPainter& painter, const QPoint& topLeft, int room, const QString& text, Tone tone,
                   const QFont& base, const QPalette& palette) {
    const ToneColours& colours = tokens(palette).tone(tone);
    const QFont font = badgeFont(base);
    const QFontMetrics metrics(font);
    const QSize wanted = sizeFor(text, base);
    const QRect box(topLeft, QSize(qMin(room, wanted.width()), wanted.height()));
    const int side = metrics.height() * 2 / 5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.pale);
    const qreal radius = metrics.height() * 0.25;
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(colours.text);
    painter.setFont(font);
    const QRect inner = box.adjusted(side, 0, -side, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(text, Qt::ElideRight, inner.width() + 1));
    painter.restore();
    return box;
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, QPoint(0, 0), width(), text(), m_tone, font(), palette());
}

} // namespace lento::gui
