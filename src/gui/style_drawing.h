// The shapes and colours of which ClinicStyle makes its buttons, fields and scroll bars.
#pragma once

#include <QColor>
#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionSlider;
class QWidget;

namespace lento::gui {

struct ButtonColours {
    QColor fill, frame, text;
};

// A mark that theme.h put on the widget: "lentoPrimary", "lentoLink".
bool hasFlag(const QWidget* widget, const char* name);
// Of corners, by the size of the font.
qreal radiusFor(const QStyleOption& option);
void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& frame,
                 qreal width);
ButtonColours buttonColours(const QStyleOption& option, const QWidget* widget);
void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget);
// Where a part of a scroll bar without arrows lies; an empty rectangle for parts that it does not have.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part);
void drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QRect& thumb, const QWidget* widget);

} // namespace lento::gui
