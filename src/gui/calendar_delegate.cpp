#include "gui/calendar_delegate.h"

#include "gui/calendar_model.h"
#include "wording/pump_words.h"
#include "wording/quantities.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lento::gui {

namespace {

bool isChange(const CalendarDay& day) {
    return day.dose && day.dose->change != app::Change::none;
}

// What the quarter shows: all of one unit, which stands above the months (UNI-1).
bool hasDose(const CalendarDay& day) {
    return day.dose || (day.pumpAlone && day.pump);
}

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {part(from.red(), to.red()), part(from.green(), to.green()), part(from.blue(), to.blue())};
}

// Black or white, whichever is easier to read on the fill.
QColor readableOn(const QColor& fill) {
    const double light = 0.2126 * fill.redF() + 0.7152 * fill.greenF() + 0.0722 * fill.blueF();
    return light > 0.45 ? QColor(Qt::black) : QColor(Qt::white);
}

void drawRing(QPainter& painter, const QRectF& cell, double radius, const QColor& colour, double width) {
    QPen pen(colour, width);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cell.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
}

} // namespace

QString changeGlyph(app::Change change) {
    switch (change) {
    case app::Change::up:
        return QStringLiteral("↑");
    case app::Change::down:
        return QStringLiteral("↓");
    case app::Change::stop:
        return QStringLiteral("■");
    case app::Change::start:
        return QStringLiteral("▶");
    case app::Change::none:
        break;
    }
    return {};
}

CalendarDelegate::CalendarDelegate(Style style, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_style(style) {}

QSize CalendarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const QFontMetrics metrics(option.font);
    switch (m_style) {
    case Style::month:
        return {metrics.averageCharWidth() * 14, metrics.height() * 5};
    case Style::quarter:
        return {metrics.averageCharWidth() * 6, metrics.height() * 5 / 2};
    case Style::heat:
        return {metrics.averageCharWidth() * 3, metrics.height() * 3 / 2};
    }
    return {};
}

void CalendarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto day = index.data(CalendarModel::DayRole).value<std::shared_ptr<const CalendarDay>>();
    if (!day)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    const bool inMonth = index.data(CalendarModel::InMonthRole).toBool();
    const double gap = m_style == Style::heat ? 1 : QFontMetricsF(option.font).height() / 6;
    const QRectF cell = QRectF(option.rect).adjusted(gap, gap, -gap, -gap);
    switch (m_style) {
    case Style::month:
        paintMonth(*painter, cell, option, *day, inMonth);
        break;
    case Style::quarter:
        paintQuarter(*painter, cell, option, *day, inMonth);
        break;
    case Style::heat:
        paintHeat(*painter, cell, option, *day);
        break;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setOpacity(1);
        drawRing(*painter, cell, gap * 2, m_colours.primary, std::max(2.0, gap));
    }
    painter->restore();
}

void CalendarDelegate::paintMonth(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                  const CalendarDay& day, bool inMonth) const {
    const double em = QFontMetricsF(option.font).height();
    const bool change = isChange(day);
    if (!inMonth)
        painter.setOpacity(0.5);
    painter.setPen(QPen(change ? m_colours.changeBorder : m_colours.border, change ? em / 8 : 1));
    painter.setBrush(change ? m_colours.changeFill : day.dose || day.pump ? m_colours.card : m_colours.page);
    painter.drawRoundedRect(cell, em / 3, em / 3);

    QFont bold = option.font;
    bold.setBold(true);
    QFont large = bold;
    large.setPointSizeF(option.font.pointSizeF() * 1.35);
    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.9);

    const double pad = em * 0.5;
    QRectF inner = cell.adjusted(pad, pad * 0.7, -pad, -pad * 0.5);

    // Day number; today in a filled pill.
    painter.setFont(bold);
    const QString number = QString::number(day.on.day());
    const double numberWidth = QFontMetricsF(bold).horizontalAdvance(number);
    if (day.today) {
        const QRectF pill(inner.left() - pad * 0.2, inner.top(), numberWidth + pad * 1.2, em * 1.05);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colours.primary);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(m_colours.onPrimary);
        painter.drawText(pill, Qt::AlignCenter, number);
    } else {
        painter.setPen(m_colours.text);
        painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), em), Qt::AlignLeft | Qt::AlignVCenter,
                         number);
    }

    // What is due, as a badge beside the number.
    if (!day.events.isEmpty()) {
        painter.setFont(small);
        QString text = day.events.join(QStringLiteral(", "));
        const double room = inner.width() - numberWidth - pad * 2;
        text = QFontMetricsF(small).elidedText(text, Qt::ElideRight, room - pad);
        const double width = QFontMetricsF(small).horizontalAdvance(text) + pad;
        const QRectF badge(inner.right() - width, inner.top(), width, em);
        painter.setPen(Qt::NoPen);
        painter.setBrush(day.urgent ? m_colours.urgentFill : m_colours.eventFill);
        painter.drawRoundedRect(badge, em / 4, em / 4);
        painter.setPen(day.urgent ? m_colours.urgentText : m_colours.eventText);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
    if (!day.dose) {
        if (day.pump)
            paintPump(painter, inner.adjusted(0, em * 1.15, 0, 0), option, day);
        return;
    }

    // Dose with its arrow, unit small beside it.
    double y = inner.top() + em * 1.15;
    painter.setPen(m_colours.text);
    painter.setFont(large);
    const QFontMetricsF largeMetrics(large);
    QString dose = wording::milligrams(day.dose->daily);
    if (change)
        dose = changeGlyph(day.dose->change) + QLatin1Char(' ') + dose;
    painter.drawText(QPointF(inner.left(), y + largeMetrics.ascent()), dose);
    painter.setFont(small);
    painter.setPen(m_colours.mutedText);
    // A narrow cell keeps the number; the unit stands above the month and in the words of the cell.
    const double unitAt = inner.left() + largeMetrics.horizontalAdvance(dose) + pad * 0.6;
    if (unitAt + QFontMetricsF(small).horizontalAdvance(tr("mg/day")) <= cell.right())
        painter.drawText(QPointF(unitAt, y + largeMetrics.ascent()), tr("mg/day"));
    y += largeMetrics.height() * 0.98;

    painter.setFont(option.font);
    painter.setPen(m_colours.text);
    const QFontMetricsF metrics(option.font);
    const QString split = day.dose->daily.isZero() ? tr("no tablets") : wording::splitText(day.dose->split);
    if (y + metrics.height() <= inner.bottom() + pad)
        painter.drawText(QPointF(inner.left(), y + metrics.ascent()),
                         metrics.elidedText(split, Qt::ElideRight, inner.width()));
    y += metrics.height();

    QString note = day.markText;
    QColor noteColour = m_colours.mutedText;
    if (day.marked == CalendarDay::Marked::allTaken) {
        note = QStringLiteral("✓ ") + note;
        noteColour = m_colours.good;
    } else if (day.marked == CalendarDay::Marked::someMissed) {
        note = QStringLiteral("✗ ") + note;
        noteColour = m_colours.critical;
    } else if (note.isEmpty() && day.dose->onlyAfterReview && day.on >= day.dose->on) {
        note = change ? tr("only after review") : QString();
    }
    if (note.isEmpty() && day.pump)
        note = tr("pump %1").arg(wording::microgramsPerDayText(*day.pump));
    if (!note.isEmpty() && y + metrics.height() * 0.9 <= inner.bottom() + pad * 0.6) {
        painter.setFont(small);
        painter.setPen(noteColour);
        painter.drawText(QPointF(inner.left(), y + QFontMetricsF(small).ascent()),
                         QFontMetricsF(small).elidedText(note, Qt::ElideRight, inner.width()));
    }
}

// The pump's dose stands in the place of tablets and names its unit each time (UNI-1).
void CalendarDelegate::paintPump(QPainter& painter, const QRectF& room, const QStyleOptionViewItem& option,
                                 const CalendarDay& day) const {
    QFont large = option.font;
    large.setBold(true);
    large.setPointSizeF(option.font.pointSizeF() * 1.35);
    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.9);
    const QFontMetricsF metrics(large);
    const QString dose = QString::fromStdString(core::microgramText(*day.pump));
    painter.setFont(large);
    painter.setPen(m_colours.text);
    painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), dose);
    painter.setFont(small);
    painter.setPen(m_colours.mutedText);
    const double unitAt = room.left() + metrics.horizontalAdvance(dose) + metrics.height() * 0.2;
    if (unitAt + QFontMetricsF(small).horizontalAdvance(tr("mcg/day")) <= room.right() + metrics.height() * 0.3)
        painter.drawText(QPointF(unitAt, room.top() + metrics.ascent()), tr("mcg/day"));
    painter.drawText(QPointF(room.left(), room.top() + metrics.height() + QFontMetricsF(small).ascent()), tr("pump"));
}

void CalendarDelegate::paintQuarter(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                    const CalendarDay& day, bool inMonth) const {
    if (!inMonth)
        return; // the neighbouring month is beside it
    const double em = QFontMetricsF(option.font).height();
    const bool change = isChange(day);
    painter.setPen(QPen(day.today ? m_colours.primary
                        : change  ? m_colours.changeBorder
                                  : m_colours.border,
                        day.today || change ? em / 8 : 1));
    painter.setBrush(change ? m_colours.changeFill : hasDose(day) ? m_colours.card : m_colours.page);
    painter.drawRoundedRect(cell, em / 5, em / 5);

    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.8);
    painter.setFont(small);
    painter.setPen(m_colours.mutedText);
    const double pad = em / 5;
    QString number = QString::number(day.on.day());
    if (!day.events.isEmpty())
        number += QStringLiteral(" •");
    if (day.urgent)
        painter.setPen(m_colours.critical);
    painter.drawText(cell.adjusted(pad, 0, -pad, 0), Qt::AlignLeft | Qt::AlignTop, number);
    if (day.marked == CalendarDay::Marked::allTaken || day.marked == CalendarDay::Marked::someMissed) {
        const bool good = day.marked == CalendarDay::Marked::allTaken;
        painter.setPen(good ? m_colours.good : m_colours.critical);
        painter.drawText(cell.adjusted(pad, 0, -pad, 0), Qt::AlignRight | Qt::AlignTop,
                         good ? QStringLiteral("✓") : QStringLiteral("✗"));
    }
    if (!hasDose(day))
        return;
    QFont bold = option.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_colours.text);
    painter.drawText(cell.adjusted(pad, em * 0.6, -pad, 0), Qt::AlignHCenter | Qt::AlignVCenter,
                     day.dose ? changeGlyph(day.dose->change) + wording::milligrams(day.dose->daily)
                              : QString::fromStdString(core::microgramText(*day.pump)));
}

void CalendarDelegate::paintHeat(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                 const CalendarDay& day) const {
    const double em = QFontMetricsF(option.font).height();
    QColor fill = m_colours.page;
    if (day.dose) {
        const double share = m_highest.isZero() ? 0
                                                : static_cast<double>(day.dose->daily.inNanograms()) /
                                                      static_cast<double>(m_highest.inNanograms());
        fill = mixed(m_colours.card, m_colours.heat, day.dose->daily.isZero() ? 0 : 0.12 + 0.88 * std::min(1.0, share));
    }
    if (!day.dose && hasDose(day))
        fill = m_colours.card;
    painter.setPen(QPen(m_colours.border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(cell, em / 8, em / 8);
    if (!day.dose) {
        if (day.pumpAlone && !day.events.isEmpty()) {
            painter.setFont(option.font);
            painter.setPen(day.urgent ? m_colours.critical : m_colours.text);
            painter.drawText(cell, Qt::AlignCenter, QStringLiteral("●"));
        }
        if (day.today)
            drawRing(painter, cell, em / 8, m_colours.text, std::max(2.0, em / 7));
        return;
    }
    QFont small = option.font;
    small.setPointSizeF(option.font.pointSizeF() * 0.8);
    small.setBold(isChange(day));
    painter.setFont(small);
    painter.setPen(readableOn(fill));
    const bool figure = isChange(day) || day.on.day() == 1;
    if (figure)
        painter.drawText(cell, Qt::AlignCenter, wording::milligrams(day.dose->daily));
    if (isChange(day))
        drawRing(painter, cell, em / 8, m_colours.changeBorder, std::max(1.5, em / 10));
    if (day.today)
        drawRing(painter, cell, em / 8, m_colours.text, std::max(2.0, em / 7));
    else if (day.marked == CalendarDay::Marked::someMissed) {
        painter.setPen(readableOn(fill));
        painter.drawText(cell.adjusted(0, 0, -1, -1), Qt::AlignRight | Qt::AlignBottom, QStringLiteral("✗"));
    }
}

} // namespace lento::gui
