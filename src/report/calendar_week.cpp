#include "report/calendar_week.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::report {

using core::Date;

namespace {

constexpr double gap = 0.8; // between cells
constexpr double pad = 0.6; // inside a cell
constexpr double changeStroke = 0.75;
constexpr double changeSide = 3.4; // its arrow
constexpr double besideSide = 2.9; // the arrow beside the date
constexpr double besideGap = 0.45;
constexpr double dateHeight = 4.6;
constexpr double lineHeight = 4.2; // a line of words at 10 pt
constexpr double slotMost = 6.8;
constexpr double tickSide = 5.0;
constexpr double iconSide = 3.0;
constexpr double diaryGap = 0.5;
constexpr double diaryHeight = 4.4;
constexpr double dosePoints = 12;
constexpr double countPoints = 12.5;
constexpr double wordPoints = 10;

// How far each further disc of a pile shows.
double pileWidth(int discs, double disc) {
    if (discs <= 0)
        return 0;
    return discs <= 2 ? discs * disc + (discs - 1) * 0.3 : disc + (discs - 1) * disc * 0.56;
}

} // namespace

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
            made.count += u'½';
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
            plain = std::max(plain, day->change == DayChange::stop ? 16.0 : 5.0);
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

void WeekLayout::drawNoTablets(Page& page, const SheetDay& day, const Box& inner) const {
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
    page.blocks.push_back({Paragraph{inner, std::move(words), wordPoints}, {}});
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
                const QString letter = m_locale.weekdayShort(date.weekday()).left(2);
                page.blocks.push_back(
                    {Text{{at + 0.5, strip.top, box - 0.5, strip.height}, letter, Face::condensed, wordPoints}, {}});
            }
            at += box;
        }
        at += groupGap;
    }
}

} // namespace lento::report
