#include "report/calendar_week.h"

#include "report/calendar_measures.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::report {

using core::Date;

using namespace cell;

WeekLayout::WeekLayout(const Typeface& type, const SheetDays& sheet, const ReportInput& input,
                       const wording::DocLocale& locale, const SheetWords& words, double width)
    : m_type(type)
    , m_sheet(sheet)
    , m_input(input)
    , m_locale(locale)
    , m_words(words)
    , m_width(width)
    , m_column((width - 6 * gap) / 7)
    , m_oneProduct(sheet.supply.size() <= 1) {
    for (const SheetDay& day : sheet.days) {
        for (const SlotDose& slot : day.slots) {
            if (std::none_of(m_distinct.begin(), m_distinct.end(),
                             [&slot](const SlotDose& known) { return known.dose == slot.dose; }))
                m_distinct.push_back(slot);
        }
    }
    for (const SlotDose& slot : m_distinct) {
        m_doseWidth = std::max(m_doseWidth, m_type.width(Face::condensedBold, dosePoints, m_locale.dose(slot.dose)));
        if (!slot.pieces.empty()) {
            const Group first = group(slot, slot.pieces.front(), {});
            m_countWidth = std::max(m_countWidth, m_type.width(Face::condensedBold, countPoints, first.count));
        }
    }
}

WeekLayout::Group WeekLayout::group(const SlotDose& slot, const core::Pieces& pieces, const WeekStyle& style) const {
    const core::Product& product = m_input.sheet.plan.products.products()[pieces.product];
    Group made;
    if (product.form == core::ProductForm::liquid) {
        made.count = m_locale.volume(pieces.volume);
    } else {
        made.discs = pieces.whole;
        made.half = pieces.half > 0;
        if (pieces.whole > 0 || !made.half)
            made.count = m_locale.count(pieces.whole);
        if (made.half) {
            made.count = m_locale.isolated(made.count + u'½');
            // With several strengths a half alone says of which tablet it is.
            made.word =
                pieces.whole > 0 || m_oneProduct
                    ? m_words.text(QT_TRANSLATE_NOOP("sheet", "half"))
                    : m_words.text(QT_TRANSLATE_NOOP("sheet", "half of %1")).arg(m_locale.dose(product.strength));
        }
    }
    made.width = m_type.width(Face::condensedBold, countPoints, made.count);
    if (slot.pieces.size() == 1 || &pieces == &slot.pieces.front())
        made.width = std::max(made.width, m_countWidth);
    if (made.discs > 0)
        made.width += 0.8 * style.spacing + pileWidth(made.discs, style.disc);
    if (made.half)
        made.width += 2 * style.spacing + m_type.width(Face::condensed, wordPoints, made.word) + style.disc / 2;
    return made;
}

double WeekLayout::piecesWidth(const SlotDose& slot, const WeekStyle& style) const {
    double width = 0;
    for (const core::Pieces& pieces : slot.pieces)
        width += group(slot, pieces, style).width + (width > 0 ? 1.0 : 0.0);
    return width;
}

double WeekLayout::slotWidth(const SlotDose& slot, const WeekStyle& style) const {
    const double first = iconSide + style.spacing + m_doseWidth + 1.2 * style.spacing;
    const double tick = 2.2 * style.spacing + tickSide;
    if (style.twoLines)
        return std::max(first + tick, iconSide + style.spacing + piecesWidth(slot, style));
    return first + style.spacing + piecesWidth(slot, style) + tick;
}

bool WeekLayout::fits(const WeekStyle& style) const {
    const double inner = m_column - 2 * pad;
    if (std::any_of(m_distinct.begin(), m_distinct.end(),
                    [&](const SlotDose& slot) { return slotWidth(slot, style) > inner; }))
        return false;
    return style.changeLine || std::none_of(m_sheet.days.begin(), m_sheet.days.end(), [&](const SheetDay& day) {
               return day.change != DayChange::none && besideWidth(day) > inner;
           });
}

// Date, CHANGE and total in one line.
double WeekLayout::besideWidth(const SheetDay& day) const {
    return m_type.width(Face::condensedBold, 12, dateText(day.on)) + besideGap + besideSide + besideGap +
           m_type.width(Face::condensedBold, wordPoints, m_words.text("CHANGE")) + besideGap +
           m_type.width(Face::condensed, wordPoints, m_locale.dose(day.total));
}

QString WeekLayout::dateText(Date day) const {
    return QStringLiteral("%1 %2").arg(m_locale.weekdayShort(day.weekday()), m_locale.dayNumber(day.day()));
}

const SheetDay* WeekLayout::inMonth(Date day, int month) const {
    return day.month() == month ? m_sheet.on(day) : nullptr;
}

// Lines of words above the doses (what changes) or below them (what else is due).
double WeekLayout::cellExtras(const SheetDay& day, const WeekStyle& style, bool below) const {
    if (below)
        return lineHeight *
               (static_cast<double>(day.appointments.size()) + (day.onlyAfterReview && !day.atZero ? 1.0 : 0.0));
    const bool change = style.changeLine && day.change != DayChange::none;
    return lineHeight * ((change ? 1.0 : 0.0) + (day.partial ? 1.0 : 0.0));
}

int WeekLayout::rows(const Week& week, int month) const {
    std::size_t most = 0;
    for (const Date date : week) {
        if (const SheetDay* day = inMonth(date, month); day && !day->atZero)
            most = std::max(most, m_sheet.parts.size());
    }
    return static_cast<int>(most);
}

double WeekLayout::minimumHeight(const Week& week, int month, const WeekStyle& style) const {
    double above = 0;
    double below = 0;
    double plain = 0; // cells that say "no tablets"
    for (const Date date : week) {
        const SheetDay* day = inMonth(date, month);
        if (!day)
            continue;
        above = std::max(above, cellExtras(*day, style, false));
        below = std::max(below, cellExtras(*day, style, true));
        if (day->atZero)
            plain = std::max({plain, day->change == DayChange::stop ? 16.0 : 5.0,
                              m_type.heightOf(noTabletsWords(*day), wordPoints, m_column - 2 * pad)});
    }
    const double slot = style.twoLines ? 2 * style.slot : style.slot;
    return dateHeight + above + std::max(plain, rows(week, month) * slot) + below + 2 * 0.3 + diaryGap + diaryHeight;
}

void WeekLayout::drawHeads(Page& page, const Week& week, const Box& box) const {
    for (std::size_t i = 0; i < week.size(); ++i) {
        const Box head{box.start + static_cast<double>(i) * (m_column + gap), box.top, m_column, box.height};
        page.blocks.push_back({Text{head, m_locale.weekday(week[i].weekday()), Face::bold, 10, Align::centre}, {}});
    }
}

void WeekLayout::draw(Page& page, const Week& week, int month, const Box& box, const WeekStyle& style) const {
    const double cellHeight = box.height - diaryGap - diaryHeight;
    double above = 0;
    double below = 0;
    for (const Date date : week) {
        if (const SheetDay* day = inMonth(date, month)) {
            above = std::max(above, cellExtras(*day, style, false));
            below = std::max(below, cellExtras(*day, style, true));
        }
    }
    const int count = rows(week, month);
    const double room = cellHeight - dateHeight - above - below - 2 * 0.3;
    const double most = style.twoLines ? 2 * slotMost : slotMost;
    const double height = count > 0 ? std::min(room / count, most) : 0;
    const double slotsTop = dateHeight + 0.3 + above + (count > 0 ? (room - height * count) / 2 : 0);

    for (std::size_t i = 0; i < week.size(); ++i) {
        const Box cell{box.start + static_cast<double>(i) * (m_column + gap), box.top, m_column, cellHeight};
        if (const SheetDay* day = inMonth(week[i], month))
            drawCell(page, *day, cell, slotsTop, height, style);
        else
            page.blocks.push_back({Frame{cell, 0.15, std::uint8_t{236}}, {}});
    }
    drawDiary(page, week, month, {box.start, box.top + cellHeight + diaryGap, box.width, diaryHeight});
}

} // namespace lento::report
