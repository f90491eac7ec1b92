// CalendarDelegate paints a CalendarDay as a month cell, a small quarter cell or a heat-map square; step days stand out
// by border and arrow as well as colour.
#pragma once

#include "gui/calendar_days.h"

#include <QColor>
#include <QStyledItemDelegate>

namespace lento::gui {

struct CalendarColours {
    QColor card, border, text, mutedText, primary, onPrimary;
    QColor changeFill, changeBorder;
    QColor good, critical; // text of what was marked
    QColor eventFill, eventText;
    QColor urgentFill, urgentText; // of an event that cannot wait
    QColor page;
    QColor heat; // the colour of the highest dose; lower ones are mixed with card
    bool dark = false;
};

class CalendarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Style { month, quarter, heat };
    explicit CalendarDelegate(Style style, QObject* parent = nullptr);

    Style style() const noexcept { return m_style; }
    void setColours(const CalendarColours& colours) { m_colours = colours; }
    // The dose that fills a heat-map square whole.
    void setHighestDose(core::DailyDose dose) { m_highest = dose; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintMonth(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option, const CalendarDay& day,
                    bool inMonth) const;
    void paintQuarter(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option, const CalendarDay& day,
                      bool inMonth) const;
    void paintHeat(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const CalendarDay& day) const;

    void paintPump(QPainter& painter, const QRectF& room, const QStyleOptionViewItem& option,
                   const CalendarDay& day) const;

    Style m_style;
    CalendarColours m_colours;
    core::DailyDose m_highest = core::DailyDose::milligrams(80);
};

// "↑", "↓", "■" for stop, "▶" for start; empty for no change.
QString changeGlyph(app::Change change);

} // namespace lento::gui
