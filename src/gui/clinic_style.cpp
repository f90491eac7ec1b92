#include "gui/clinic_style.h"

#include "gui/style_drawing.h"
#include "gui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

ClinicStyle::ClinicStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void ClinicStyle::polish(QPalette&) {
    // The palette is the theme's; Fusion must not lay its own over it.
}

void ClinicStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QTabBar*>(widget) != nullptr || qobject_cast<QScrollBar*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

void ClinicStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand: {
        if (hasFlag(widget, "lentoLink"))
            return;
        const ButtonColours colours = buttonColours(*option, widget);
        drawRounded(*painter, option->rect, radiusFor(*option), colours.fill, colours.frame, 1.0);
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
            if (frame->lineWidth > 0)
                drawField(*option, *painter, widget);
            else
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        }
        break;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        // A field of several lines is framed like one of a single line: its frame alone says that one can type there.
        if (qobject_cast<const QPlainTextEdit*>(widget) != nullptr) {
            const Tokens& t = tokens(option->palette);
            const bool focused = widget->hasFocus();
            drawRounded(*painter, option->rect, radiusFor(*option) / 2, t.surface,
                        focused ? t.primary : t.controlBorder, focused ? 2.0 : 1.0);
            return;
        }
        break;
    case PE_FrameFocusRect: {
        // Item views mark their own current row; everything else gets a ring.
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr)
            return;
        const Tokens& t = tokens(option->palette);
        const QColor ring = hasFlag(widget, "lentoPrimary") ? t.onPrimaryFill : t.primary;
        drawRounded(*painter, QRectF(option->rect).adjusted(-1, -1, 1, 1), radiusFor(*option) * 0.8, QColor(), ring,
                    2.0);
        return;
    }
    case PE_IndicatorRadioButton: {
        const Tokens& t = tokens(option->palette);
        const bool on = option->state.testFlag(State_On);
        const QRectF ring = QRectF(option->rect).adjusted(1, 1, -1, -1);
        drawRounded(*painter, ring, ring.width() / 2, t.surface, on ? t.primary : t.controlBorder, on ? 2.0 : 1.0);
        const qreal inset = ring.width() / 4;
        if (on)
            drawRounded(*painter, ring.adjusted(inset, inset, -inset, -inset), inset, t.primary, QColor(), 0);
        return;
    }
    case PE_PanelStatusBar: {
        const Tokens& t = tokens(option->palette);
        painter->fillRect(option->rect, t.dark ? t.subtle : QColor(0xe6e9ed));
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), t.border);
        return;
    }
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelMenuBar:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ClinicStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton copy = *button;
            const Tokens& t = tokens(option->palette);
            const bool enabled = option->state.testFlag(State_Enabled);
            QColor text = buttonColours(*option, widget).text;
            if (hasFlag(widget, "lentoLink") && enabled)
                text = t.primary;
            copy.palette.setColor(QPalette::ButtonText, text);
            if (copy.features.testFlag(QStyleOptionButton::Flat) && hasFlag(widget, "lentoLink")) {
                painter->save();
                if (option->state.testFlag(State_MouseOver) && enabled) {
                    QFont font = painter->font();
                    font.setUnderline(true);
                    painter->setFont(font);
                }
                QProxyStyle::drawControl(element, &copy, painter, widget);
                painter->restore();
                return;
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        // The chosen row of a table or list is pale, so that badges and coloured words on it stay readable.
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem copy = *item;
            const Tokens& t = tokens(option->palette);
            for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
                copy.palette.setColor(group, QPalette::Highlight, t.primaryPale);
                copy.palette.setColor(group, QPalette::HighlightedText, t.text);
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            const Tokens& t = tokens(option->palette);
            const int line = qMax(2, option->fontMetrics.height() / 6);
            const QRect bottom(tab->rect.left(), tab->rect.bottom() - line + 1, tab->rect.width(), line);
            if (tab->state.testFlag(State_Selected))
                painter->fillRect(bottom, t.primary);
            else if (tab->state.testFlag(State_MouseOver))
                painter->fillRect(bottom, t.border);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab copy = *tab;
            const Tokens& t = tokens(option->palette);
            const bool selected = tab->state.testFlag(State_Selected);
            copy.palette.setColor(QPalette::WindowText, selected ? t.primary : t.muted);
            painter->save();
            QFont font = painter->font();
            font.setBold(selected);
            painter->setFont(font);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            painter->restore();
            return;
        }
        break;
    case CE_HeaderSection: {
        const Tokens& t = tokens(option->palette);
        painter->fillRect(option->rect, t.subtle);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.buttonBorder);
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens(option->palette).subtle);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeaderV2 copy;
            static_cast<QStyleOptionHeader&>(copy) = *header;
            copy.palette.setColor(QPalette::ButtonText, tokens(option->palette).muted);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens(option->palette).surface);
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            const Tokens& t = tokens(option->palette);
            const bool chosen = item->state.testFlag(State_Selected);
            painter->fillRect(item->rect, chosen ? t.primaryPale : t.surface);
            int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
            if (styleHint(SH_UnderlineShortcut, option, widget, nullptr) == 0)
                flags |= Qt::TextHideMnemonic;
            QPalette palette = item->palette;
            palette.setColor(QPalette::ButtonText, t.text);
            drawItemText(painter, item->rect, flags, palette, item->state.testFlag(State_Enabled), item->text,
                         QPalette::ButtonText);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ClinicStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const {
    if (control == CC_ComboBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            drawField(*option, *painter, widget);
            const QRect arrow = subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget);
            const Tokens& t = tokens(option->palette);
            const qreal half = option->fontMetrics.height() * 0.22;
            const QPointF centre = QRectF(arrow).center();
            QPainterPath path;
            path.moveTo(centre + QPointF(-half, -half / 2));
            path.lineTo(centre + QPointF(0, half / 2));
            path.lineTo(centre + QPointF(half, -half / 2));
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(option->state.testFlag(State_Enabled) ? t.text : t.controlBorder, 1.6, Qt::SolidLine,
                                 Qt::RoundCap, Qt::RoundJoin));
            painter->drawPath(path);
            painter->restore();
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*bar, *painter, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget), widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ClinicStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const int height = widget != nullptr   ? widget->fontMetrics().height()
                       : option != nullptr ? option->fontMetrics.height()
                                           : 16;
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TabBarTabHSpace:
        return height * 7 / 4;
    case PM_TabBarTabVSpace:
        return height * 9 / 8;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
        return 0;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarVMargin:
        return height / 8;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_ScrollBarExtent:
        return qMax(12, height * 3 / 4);
    case PM_ScrollBarSliderMin:
        return height * 3 / 2;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ClinicStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QRect ClinicStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const int inset = frame != nullptr && frame->lineWidth > 0 ? option->fontMetrics.height() / 3 : 0;
        return rect.adjusted(inset, 0, -inset, 0);
    }
    return rect;
}

QRect ClinicStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                  const QWidget* widget) const {
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*bar, part);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(option->fontMetrics.height() / 3, 0, 0, 0);
    return rect;
}

QSize ClinicStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const {
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option != nullptr ? option->fontMetrics.height() : 16;
    switch (type) {
    case CT_PushButton:
        if (hasFlag(widget, "lentoLink"))
            return QSize(size.width() + line / 3, qMax(24, size.height() + line / 3));
        if (hasFlag(widget, "lentoCompact"))
            return QSize(qMax(size.width() + line * 3 / 4, line * 2), line * 2);
        return QSize(qMax(size.width() + line * 7 / 4, line * 3), line * 2);
    case CT_LineEdit:
        wanted.setHeight(line * 2);
        return wanted;
    case CT_ComboBox:
        return QSize(wanted.width() + line * 2 / 3, line * 2);
    case CT_TabBarTab:
        // The chosen tab is bold; every tab keeps room for it, so that none moves when another is chosen.
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option); tab && widget) {
            QFont bold = widget->font();
            bold.setBold(true);
            wanted.rwidth() += QFontMetrics(bold).horizontalAdvance(tab->text) -
                               QFontMetrics(widget->font()).horizontalAdvance(tab->text);
        }
        return wanted;
    case CT_MenuBarItem:
        return QSize(size.width() + line * 5 / 4, line * 8 / 5);
    default:
        return wanted;
    }
}

} // namespace lento::gui
