#include "gui/style_drawing.h"

#include "gui/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionSlider>

namespace lento::gui {

namespace {

QColor mixed(const QColor& a, const QColor& b, float share) {
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

QColor fieldFrame(const QStyleOption& option, const QWidget* widget) {
    const Tokens& t = tokens(option.palette);
    if (hasFlag(widget, "lentoProblem"))
        return t.tone(Tone::critical).bar;
    if (!option.state.testFlag(QStyle::State_Enabled))
        return t.border;
    return option.state.testFlag(QStyle::State_HasFocus) ? t.primary : t.controlBorder;
}

} // namespace

bool hasFlag(const QWidget* widget, const char* name) {
    return widget != nullptr && widget->property(name).toBool();
}

qreal radiusFor(const QStyleOption& option) {
    return option.fontMetrics.height() * 0.36;
}

void drawRounded(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& frame,
                 qreal width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(frame.isValid() ? QPen(frame, width) : QPen(Qt::NoPen));
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
    painter.restore();
}

ButtonColours buttonColours(const QStyleOption& option, const QWidget* widget) {
    const Tokens& t = tokens(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && enabled;
    const bool down = option.state.testFlag(QStyle::State_Sunken);
    const bool on = option.state.testFlag(QStyle::State_On);
    if (!enabled)
        return {t.subtle, t.border, option.palette.color(QPalette::Disabled, QPalette::ButtonText)};
    if (hasFlag(widget, "lentoPrimary")) {
        const QColor shade = t.dark ? QColor(Qt::white) : QColor(Qt::black);
        const QColor fill = mixed(t.primaryFill, shade, down ? 0.16F : hover ? 0.08F : 0.0F);
        return {fill, fill, t.onPrimaryFill};
    }
    if (on)
        return {t.primaryPale, t.primary, t.primary};
    const QColor fill = down ? t.primaryPale : hover ? mixed(t.surface, t.primaryPale, 0.5F) : t.surface;
    return {fill, t.buttonBorder, t.text};
}

void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    const bool strong = option.state.testFlag(QStyle::State_HasFocus) || hasFlag(widget, "lentoProblem");
    drawRounded(painter, option.rect, radiusFor(option), option.palette.color(QPalette::Base),
                fieldFrame(option, widget), strong ? 2.0 : 1.0);
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 whole = range + bar.pageStep;
    const int shortest = bar.fontMetrics.height() * 3 / 2;
    int thumb = range > 0 && whole > 0 ? static_cast<int>(qint64(length) * bar.pageStep / whole) : length;
    thumb = qBound(qMin(shortest, length), thumb, length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto along = [&](int from, int size) {
        return upright ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size)
                       : QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, thumb);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

// A thumb without arrows: the wheel, the keys and the thumb itself do what they did.
void drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QRect& thumb, const QWidget* widget) {
    const Tokens& t = tokens(bar.palette);
    // Over a list or card the bar lies on white, over the page on the page.
    const QWidget* owner = widget != nullptr ? widget->parentWidget() : nullptr;
    const bool onSurface = owner != nullptr && qobject_cast<const QAbstractItemView*>(owner->parentWidget()) != nullptr;
    painter.fillRect(bar.rect, onSurface ? bar.palette.color(QPalette::Base) : bar.palette.color(QPalette::Window));
    if (bar.maximum <= bar.minimum)
        return;
    const bool upright = bar.orientation == Qt::Vertical;
    const int inset = qMax(2, (upright ? bar.rect.width() : bar.rect.height()) / 4);
    const QRectF shape =
        QRectF(thumb).adjusted(upright ? inset : 1, upright ? 1 : inset, upright ? -inset : -1, upright ? -1 : -inset);
    const bool active = bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    const qreal radius = (upright ? shape.width() : shape.height()) / 2;
    drawRounded(painter, shape, radius, active ? t.muted : t.controlBorder, QColor(), 0);
}

} // namespace lento::gui
