#include "gui/patient_delegate.h"

#include "gui/badge.h"
#include "gui/patient_model.h"
#include "gui/theme.h"

#include <QPainter>

namespace lento::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QFont smaller(QFont font) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

} // namespace

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics name(bold(option.font));
    const QFontMetrics second(smaller(option.font));
    const int badge = Badge::sizeFor(u"x"_s, option.font).height();
    return {name.height() * 12, name.height() + second.height() + badge + name.height() * 9 / 8};
}

void PatientDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokens(option.palette);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->fillRect(option.rect, chosen ? t.primaryPale : hover ? t.subtle : t.surface);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.border);

    const bool mirrored = option.direction == Qt::RightToLeft;
    const QFont nameFont = bold(option.font);
    const QFontMetrics nameMetrics(nameFont);
    const QFont secondFont = smaller(option.font);
    const QFontMetrics secondMetrics(secondFont);
    const int unit = nameMetrics.height();
    if (chosen) {
        const int bar = qMax(3, unit / 5);
        const int left = mirrored ? option.rect.right() - bar + 1 : option.rect.left();
        painter->fillRect(QRect(left, option.rect.top(), bar, option.rect.height()), t.primary);
    }
    const int side = unit * 3 / 4;
    const QRect inner = option.rect.adjusted(side, unit * 3 / 8, -side, 0);
    const int align = static_cast<int>((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);

    QRect line(inner.left(), inner.top(), inner.width(), nameMetrics.height());
    painter->setFont(nameFont);
    painter->setPen(t.text);
    painter->drawText(line, align,
                      nameMetrics.elidedText(index.data(PatientModel::Name).toString(), Qt::ElideRight, line.width()));

    line = QRect(inner.left(), line.bottom() + 1 + unit / 10, inner.width(), secondMetrics.height());
    painter->setFont(secondFont);
    painter->setPen(t.muted);
    painter->drawText(
        line, align,
        secondMetrics.elidedText(index.data(PatientModel::SecondLine).toString(), Qt::ElideRight, line.width()));

    const QString words = index.data(PatientModel::BadgeText).toString();
    if (!words.isEmpty()) {
        const auto tone = static_cast<Tone>(index.data(PatientModel::BadgeTone).toInt());
        const int width = qMin(Badge::sizeFor(words, option.font).width(), inner.width());
        const QPoint place(mirrored ? inner.right() - width + 1 : inner.left(), line.bottom() + 1 + unit / 8);
        Badge::paint(*painter, place, inner.width(), words, tone, option.font, option.palette);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(t.primary, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

} // namespace lento::gui
