#include "gui/worklist_delegate.h"

#include "gui/badge.h"
#include "gui/theme.h"
#include "gui/whole_dates.h"
#include "gui/worklist_model.h"

#include <QPainter>

namespace lento::gui {

namespace {

// Inside a cell, in the height of its font.
int sideOf(const QFontMetrics& metrics) {
    return metrics.height() / 2;
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

void paintButton(QPainter& painter, const QStyleOptionViewItem& option, const QString& text) {
    const Tokens& t = tokens(option.palette);
    const int height = option.fontMetrics.height() * 8 / 5;
    const QRect box(option.rect.left() + 2, option.rect.center().y() - height / 2, option.rect.width() - 5, height);
    const qreal radius = option.fontMetrics.height() * 0.3;
    painter.setPen(QPen(t.buttonBorder, 1));
    painter.setBrush(option.state.testFlag(QStyle::State_MouseOver) ? t.primaryPale : t.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void WorklistDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokens(option.palette);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(option.rect, chosen ? t.primaryPale : t.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);
    painter->setFont(option.font);
    const QString text = index.data().toString();
    const int side = sideOf(option.fontMetrics);
    const QRect inner = option.rect.adjusted(side, 0, -side / 2, 0);
    if (index.data(WorklistModel::ActionRole).toBool()) {
        paintButton(*painter, option, text);
    } else if (index.column() == WorklistModel::when) {
        const QSize size = Badge::sizeFor(text, option.font);
        Badge::paint(*painter, QPoint(inner.left(), inner.center().y() - size.height() / 2), inner.width(), text,
                     static_cast<Tone>(index.data(WorklistModel::ToneRole).toInt()), option.font, option.palette);
    } else {
        const bool name = index.column() == WorklistModel::patient;
        const bool quiet = index.column() == WorklistModel::because || index.column() == WorklistModel::rule;
        if (name)
            painter->setFont(bold(option.font));
        painter->setPen(quiet ? t.muted : t.text);
        if (m_reasonBelow && index.column() == WorklistModel::toDo) {
            const int line = option.fontMetrics.lineSpacing();
            const QRect upper(inner.left(), inner.center().y() - line, inner.width(), line);
            painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, text);
            painter->setPen(t.muted);
            painter->drawText(upper.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter,
                              index.siblingAtColumn(WorklistModel::because).data().toString());
        } else {
            painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, withWholeDates(text));
        }
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.primary, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString text = index.data().toString();
    const int side = sideOf(option.fontMetrics);
    int width = option.fontMetrics.horizontalAdvance(text);
    if (index.column() == WorklistModel::when)
        width = Badge::sizeFor(text, option.font).width();
    else if (index.column() == WorklistModel::patient)
        width = QFontMetrics(bold(option.font)).horizontalAdvance(text);
    else if (m_reasonBelow && index.column() == WorklistModel::toDo)
        width =
            qMax(width,
                 option.fontMetrics.horizontalAdvance(index.siblingAtColumn(WorklistModel::because).data().toString()));
    else if (index.data(WorklistModel::ActionRole).toBool())
        width += side * 2;
    return {width + side * 3 / 2 + 2, option.fontMetrics.height() * 2};
}

} // namespace lento::gui
