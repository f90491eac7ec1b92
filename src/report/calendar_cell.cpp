// The drawing half of WeekLayout: one cell with its date, change, doses, tablets and appointments; the diary strip.
// Milligrams stand beside pieces or millilitres at every time, never one alone (DSP-4).
#include "report/calendar_measures.h"
#include "report/calendar_week.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::report {

using core::Date;

using namespace cell;

void WeekLayout::drawCell(Page& page, const SheetDay& day, const Box& cell, double slotsTop, double slot,
                          const WeekStyle& style) const {
    const bool changes = day.change != DayChange::none;
    // The thick frame stands in the gap between cells as much as in the cell.
    page.blocks.push_back({Frame{cell, changes ? changeStroke : 0.25, {}}, {}});
    const Box inner{cell.start + pad, cell.top + 0.3, cell.width - 2 * pad, cell.height - 0.6};
    drawDate(page, day, inner, style);
    double line = inner.top + dateHeight;
    if (style.changeLine && changes) {
        drawChange(page, day, {inner.start, line, inner.width, lineHeight}, changeSide, 0.6);
        line += lineHeight;
    }
    if (day.partial) {
        const QString words = day.slots.empty() ? m_words.text(QT_TRANSLATE_NOOP("sheet", "No more today"))
                                                : startText(day.slots.front().part);
        page.blocks.push_back(
            {Text{{inner.start, line, inner.width, lineHeight}, words, Face::condensedBold, wordPoints}, {}});
    }
    if (day.atZero) {
        drawNoTablets(page, day,
                      {inner.start, line, inner.width, inner.bottom() - line - cellExtras(day, style, true)});
    } else {
        for (const SlotDose& dose : day.slots) {
            const auto part = std::find(m_sheet.parts.begin(), m_sheet.parts.end(), dose.part) - m_sheet.parts.begin();
            drawSlot(page, day, dose,
                     {inner.start, cell.top + slotsTop + static_cast<double>(part) * slot, inner.width, slot}, style);
        }
    }
    double bottom = inner.bottom();
    if (day.onlyAfterReview && !day.atZero) {
        bottom -= lineHeight;
        page.blocks.push_back({Text{{inner.start, bottom, inner.width, lineHeight},
                                    m_words.text(QT_TRANSLATE_NOOP("sheet", "only after review")),
                                    Face::condensedBold,
                                    wordPoints,
                                    Align::centre},
                               {}});
    }
    for (const Appointment& appointment : day.appointments) {
        bottom -= lineHeight;
        page.blocks.push_back(
            {Icon{{inner.start, bottom + 0.5, 3.3, 3.3}, SheetWords::appointmentSign(appointment.kind)}, {}});
        QString words = m_words.appointmentName(appointment.kind);
        if (!appointment.time.isEmpty())
            words += u' ' + m_locale.isolated(appointment.time);
        page.blocks.push_back(
            {Text{{inner.start + 4.0, bottom, inner.width - 4.0, lineHeight}, words, Face::condensedBold, wordPoints},
             {}});
    }
}

QString WeekLayout::startText(core::DayPart part) const {
    switch (part) {
    case core::DayPart::morning:
        return m_words.text(QT_TRANSLATE_NOOP("sheet", "Start this morning"));
    case core::DayPart::midday:
        return m_words.text(QT_TRANSLATE_NOOP("sheet", "Start at midday"));
    case core::DayPart::evening:
        return m_words.text(QT_TRANSLATE_NOOP("sheet", "Start this evening"));
    case core::DayPart::bedtime:
        return m_words.text(QT_TRANSLATE_NOOP("sheet", "Start at bedtime"));
    }
    return {};
}

void WeekLayout::drawDate(Page& page, const SheetDay& day, const Box& inner, const WeekStyle& style) const {
    const QString date = dateText(day.on);
    const bool beside = !style.changeLine && day.change != DayChange::none;
    const Face face = beside ? Face::condensedBold : Face::bold;
    const double dateWidth = m_type.width(face, 12, date);
    page.blocks.push_back(
        {Text{{inner.start, inner.top, dateWidth, dateHeight}, date, face, 12}, Tag{Role::day, day.on}});
    const QString total = beside ? m_locale.dose(day.total) : QStringLiteral("= ") + m_locale.dose(day.total);
    const double totalPoints = beside ? wordPoints : 11;
    const double totalWidth = m_type.width(Face::condensed, totalPoints, total);
    page.blocks.push_back({Text{{inner.end() - totalWidth, inner.top, totalWidth, dateHeight},
                                total,
                                Face::condensed,
                                totalPoints,
                                Align::end},
                           Tag{Role::total, day.on}});
    if (beside) {
        const double start = inner.start + dateWidth + besideGap;
        const double end = inner.end() - totalWidth - besideGap;
        drawChange(page, day, {start, inner.top, end - start, dateHeight}, besideSide, besideGap);
    }
}

void WeekLayout::drawChange(Page& page, const SheetDay& day, const Box& line, double side, double space) const {
    Sign sign = Sign::arrowRight;
    QString words;
    const QString before = m_locale.milligrams(day.before);
    const QString now = m_locale.dose(day.planned);
    const QString change = m_words.text(QT_TRANSLATE_NOOP("sheet", "CHANGE"));
    switch (day.change) {
    case DayChange::none:
        return;
    case DayChange::up:
    case DayChange::down:
        sign = day.change == DayChange::up ? Sign::arrowUp : Sign::arrowDown;
        words = m_words.text(QT_TRANSLATE_NOOP("sheet", "CHANGE %1 to %2")).arg(before, now);
        break;
    case DayChange::start:
        words = m_words.text(QT_TRANSLATE_NOOP("sheet", "START"));
        break;
    case DayChange::otherTimes:
        words = m_words.text(QT_TRANSLATE_NOOP("sheet", "CHANGE of times"));
        break;
    case DayChange::stop:
        sign = Sign::stop;
        words = m_words.text(QT_TRANSLATE_NOOP("sheet", "STOP"));
        break;
    }
    const double room = line.width - side - space;
    if (m_type.width(Face::bold, wordPoints, words) > room &&
        m_type.width(Face::condensedBold, wordPoints, words) > room)
        words = change;
    const Face face = m_type.width(Face::bold, wordPoints, words) <= room ? Face::bold : Face::condensedBold;
    page.blocks.push_back({Icon{{line.start, line.top + (line.height - side) / 2, side, side}, sign}, {}});
    page.blocks.push_back(
        {Text{{line.start + side + space, line.top, room, line.height}, words, face, wordPoints}, {}});
}

// rule: DSP-4, PAT-15
void WeekLayout::drawSlot(Page& page, const SheetDay& day, const SlotDose& slot, const Box& row,
                          const WeekStyle& style) const {
    const double lineBox = style.twoLines ? row.height / 2 : row.height;
    const Box first{row.start, row.top, row.width, lineBox};
    const double middle = first.top + first.height / 2;
    page.blocks.push_back(
        {Icon{{first.start, middle - iconSide / 2, iconSide, iconSide}, SheetWords::partSign(slot.part)}, {}});
    const double doseStart = first.start + iconSide + style.spacing;
    page.blocks.push_back({Text{{doseStart, first.top, m_doseWidth, first.height},
                                m_locale.dose(slot.dose),
                                Face::condensedBold,
                                dosePoints,
                                Align::start},
                           Tag{Role::dose, day.on, slot.part}});
    const double after = doseStart + m_doseWidth + 2.2 * style.spacing;
    if (slot.dose.isZero()) {
        page.blocks.push_back({Text{{after, first.top, first.end() - after, first.height},
                                    m_words.text(QT_TRANSLATE_NOOP("sheet", "none")),
                                    Face::condensed,
                                    wordPoints},
                               {}});
        return;
    }
    page.blocks.push_back({TickBox{{first.end() - tickSide, middle - tickSide / 2, tickSide, tickSide}},
                           Tag{Role::tick, day.on, slot.part}});
    if (style.twoLines)
        drawPieces(page, day, slot, {doseStart, row.top + lineBox, row.end() - doseStart, lineBox}, style);
    else
        drawPieces(page, day, slot,
                   {after, first.top, first.end() - tickSide - 2.2 * style.spacing - after, first.height}, style);
}

void WeekLayout::drawPieces(Page& page, const SheetDay& day, const SlotDose& slot, const Box& row,
                            const WeekStyle& style) const {
    double at = row.start;
    const double disc = style.disc;
    const double middle = row.top + row.height / 2;
    for (const core::Pieces& pieces : slot.pieces) {
        const core::Product& product = m_input.sheet.plan.products.products()[pieces.product];
        const Group made = group(slot, pieces, style);
        const Tag tag{Role::count, day.on, slot.part, pieces.product};
        double countWidth = m_type.width(Face::condensedBold, countPoints, made.count);
        if (&pieces == &slot.pieces.front())
            countWidth = std::max(countWidth, m_countWidth);
        page.blocks.push_back(
            {Text{{at, row.top, countWidth, row.height}, made.count, Face::condensedBold, countPoints}, tag});
        at += countWidth + 0.8 * style.spacing;
        const Tag drawn{Role::pieces, day.on, slot.part, pieces.product};
        const double step = made.discs <= 2 ? disc + 0.3 : disc * 0.56;
        for (int i = 0; i < made.discs; ++i) {
            // In a pile only the disc on top is whole enough to carry its strength.
            const bool labelled = made.discs <= 2 || i == made.discs - 1;
            page.blocks.push_back({Tablet{{at + i * step, middle - disc / 2, disc, disc},
                                          labelled ? m_locale.milligrams(product.strength) : QString(),
                                          false},
                                   drawn});
        }
        at += made.discs > 0 ? pileWidth(made.discs, disc) + style.spacing : 0;
        if (made.half) {
            const double wordWidth = m_type.width(Face::condensed, wordPoints, made.word);
            page.blocks.push_back(
                {Text{{at, row.top, wordWidth, row.height}, made.word, Face::condensed, wordPoints}, {}});
            at += wordWidth + style.spacing;
            page.blocks.push_back({Tablet{{at, middle - disc / 2, disc / 2, disc}, {}, true}, drawn});
            at += disc / 2 + style.spacing;
        }
        at += 1.0 - style.spacing;
    }
}

std::vector<Run> WeekLayout::noTabletsWords(const SheetDay& day) const {
    std::vector<Run> words = {{m_words.text(QT_TRANSLATE_NOOP("sheet", "No tablets")), true}};
    if (day.change == DayChange::stop) {
        const auto visit =
            std::find_if(m_input.appointments.begin(), m_input.appointments.end(),
                         [&day](const Appointment& a) { return a.kind == AppointmentKind::visit && a.on >= day.on; });
        words.push_back(
            {QStringLiteral("\u2028") +
                 (visit == m_input.appointments.end()
                      ? m_words.text(QT_TRANSLATE_NOOP("sheet", "Stop. Keep this sheet until your visit."))
                      : m_words.text(QT_TRANSLATE_NOOP("sheet", "Stop. Keep this sheet until your visit on %1."))
                            .arg(m_locale.shortDate(visit->on))),
             false});
    }
    return words;
}

void WeekLayout::drawNoTablets(Page& page, const SheetDay& day, const Box& inner) const {
    page.blocks.push_back({Paragraph{inner, noTabletsWords(day), wordPoints}, {}});
}

// One line for three measures, a box for each day of the sheet under its weekday's letter.
void WeekLayout::drawDiary(Page& page, const Week& week, int month, const Box& strip) const {
    const QString labels[] = {m_words.text(QT_TRANSLATE_NOOP("sheet", "Spasm 0–10")),
                              m_words.text(QT_TRANSLATE_NOOP("sheet", "Sleepiness 0–10")),
                              m_words.text(QT_TRANSLATE_NOOP("sheet", "Falls"))};
    double labelWidth = 0;
    for (const QString& label : labels)
        labelWidth += m_type.width(Face::condensed, wordPoints, label) + 1.0;
    const double groupGap = 3.0;
    const double box = (strip.width - labelWidth - 2 * groupGap) / 21;
    double at = strip.start;
    for (const QString& label : labels) {
        const double width = m_type.width(Face::condensed, wordPoints, label);
        page.blocks.push_back({Text{{at, strip.top, width, strip.height}, label, Face::condensed, wordPoints}, {}});
        at += width + 1.0;
        for (const Date date : week) {
            if (inMonth(date, month)) {
                const Box place{at, strip.top, box, strip.height};
                page.blocks.push_back({Frame{place, 0.15, {}}, {}});
                const QString letter = m_locale.weekdayLetters(date.weekday());
                page.blocks.push_back(
                    {Text{{at + 0.5, strip.top, box - 0.5, strip.height}, letter, Face::condensed, wordPoints}, {}});
            }
            at += box;
        }
        at += groupGap;
    }
}

} // namespace lento::report
