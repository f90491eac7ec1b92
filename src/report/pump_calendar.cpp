#include "report/pump_calendar.h"

#include "report/pump_proof.h"
#include "report/pump_sheet_words.h"
#include "report/text_column.h"
#include "wording/quantities.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace lento::report {

namespace {

using core::Date;

constexpr double margin = 14;
constexpr double pad = 3;
constexpr int mostMonths = 12;
constexpr double monthGap = 6;
constexpr double titleHeight = 7;
constexpr double lettersHeight = 5;
constexpr int weeksMost = 6;
constexpr double rowMost = 11;
constexpr double markStroke = 0.8;
constexpr double numberWidth = 6;

struct Month {
    int year = 0;
    int month = 0;
};

// From the month of the print, or of a refill day that has passed, to that of the alarm.
std::vector<Month> monthsOf(const PumpSheetInput& pump) {
    const Date first = std::min(pump.day, pump.refillBy);
    const Date last = std::max(pump.day, pump.alarm);
    std::vector<Month> months;
    for (int at = first.year() * 12 + first.month() - 1; at <= last.year() * 12 + last.month() - 1; ++at)
        months.push_back({at / 12, at % 12 + 1});
    if (months.size() > mostMonths)
        months.resize(mostMonths);
    return months;
}

class Sheet {
public:
    Sheet(const Typeface& type, const PumpCalendarInput& input, const wording::DocLocale& locale,
          const Document& document, Page& page)
        : m_input(input)
        , m_pump(input.pump)
        , m_locale(locale)
        , m_words(input.pump, locale)
        , m_type(type)
        , m_page(page)
        , m_area{margin, margin, document.width() - 2 * margin, document.height() - 2 * margin}
        , m_column(type, page, m_area) {}

    void draw() {
        m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "My pump calendar")), true}}, 22);
        m_column.put({{wording::nameText(m_pump.patient), true}, {QStringLiteral(" · ") + m_words.born(), false}}, 13);
        m_column.skip(2);
        m_column.framed(0.7, pad, [this](double inset) {
            m_column.put({{m_words.refillLine(), true}}, 18, inset);
            m_column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "My appointment: ______________ at ________")), false}},
                         13, inset);
        });
        m_column.skip(3);
        drawKey();
        // The foot is measured on a page that is thrown away: what it leaves is the months'.
        Page unseen;
        TextColumn foot(m_type, unseen, m_area);
        drawFoot(foot);
        const double footHeight = foot.top() - m_area.top;
        drawMonths(m_column.top(), m_area.bottom() - footHeight - pad - m_column.top());
        TextColumn below(m_type, m_page, {m_area.start, m_area.bottom() - footHeight, m_area.width, footHeight});
        drawFoot(below);
    }

private:
    QString text(const char* source) const { return m_words.text(source); }

    // What the two signs in the months mean.
    void drawKey() {
        constexpr double points = 12;
        const double height = Typeface::lineHeight(points);
        double at = m_area.start;
        for (const auto& [sign, words] :
             {std::pair(Sign::refill, text(QT_TRANSLATE_NOOP("pump-sheet", "the last day for the refill"))),
              std::pair(Sign::alarm, text(QT_TRANSLATE_NOOP("pump-sheet", "the alarm would sound")))}) {
            put(Icon{{at, m_column.top(), height, height}, sign});
            at += height + 1.5;
            const double width = m_type.width(Face::regular, points, words);
            put(Text{{at, m_column.top(), width, height}, words, Face::regular, points});
            at += width + 8;
        }
        m_column.skip(height + 3);
    }

    void drawFoot(TextColumn& column) const {
        column.framed(0.7, pad, [&](double inset) {
            QStringList dangers;
            for (const char* source : PumpSheetWords::dangers())
                dangers << text(source);
            column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "To hospital now, whatever the hour:")) + u' ', true},
                        {dangers.join(QStringLiteral("; ")) + QStringLiteral(". "), true},
                        {text(QT_TRANSLATE_NOOP("pump-sheet", "Call %1 and say: baclofen pump."))
                             .arg(m_words.emergencyNumber()),
                         true}},
                       13, inset);
        });
        column.skip(2);
        for (const char* source : PumpSheetWords::sounds())
            column.putItem({{text(source), false}}, 12);
        column.put(
            {{text(QT_TRANSLATE_NOOP("pump-sheet", "The alarm would sound on %1")).arg(m_locale.date(m_pump.alarm)) +
                  u'.',
              true}},
            12);
        QStringList clinic;
        if (!m_pump.clinic.telephone.isEmpty())
            clinic
                << text(QT_TRANSLATE_NOOP("pump-sheet", "Clinic: %1")).arg(m_locale.isolated(m_pump.clinic.telephone));
        if (!m_pump.clinic.outOfHours.isEmpty())
            clinic << text(QT_TRANSLATE_NOOP("pump-sheet", "Out of hours: %1"))
                          .arg(m_locale.isolated(m_pump.clinic.outOfHours));
        if (!clinic.isEmpty())
            column.put({{clinic.join(QStringLiteral(" · ")), true}}, 13);
        column.put({{text(QT_TRANSLATE_NOOP("pump-sheet", "Printed on %1. Throw older sheets away."))
                         .arg(m_locale.date(m_pump.day)),
                     false}},
                   11);
    }

    void drawMonths(double top, double height) {
        const std::vector<Month> months = monthsOf(m_pump);
        const int columns = months.size() <= 2 ? 1 : months.size() <= 6 ? 2 : 3;
        const int rows = (static_cast<int>(months.size()) + columns - 1) / columns;
        const double width = (m_area.width - (columns - 1) * monthGap) / columns;
        const double room = (height - (rows - 1) * monthGap) / rows;
        const double row = std::min((room - titleHeight - lettersHeight) / weeksMost, rowMost);
        const double tall = titleHeight + lettersHeight + weeksMost * row;
        for (std::size_t i = 0; i < months.size(); ++i) {
            const int column = static_cast<int>(i) % columns;
            const int line = static_cast<int>(i) / columns;
            drawMonth(months[i],
                      {m_area.start + column * (width + monthGap), top + line * (tall + monthGap), width, tall}, row);
        }
    }

    void drawMonth(const Month& month, const Box& box, double row) {
        put(Text{
            {box.start, box.top, box.width, titleHeight}, m_locale.monthYear(month.year, month.month), Face::bold, 13});
        const double column = box.width / 7;
        const auto weeks = core::monthGrid(month.year, month.month, m_input.firstDayOfWeek);
        for (std::size_t i = 0; i < 7; ++i)
            put(Text{{box.start + static_cast<double>(i) * column, box.top + titleHeight, column, lettersHeight},
                     m_locale.weekdayLetters(weeks.front()[i].weekday()),
                     Face::condensed,
                     10,
                     Align::centre});
        std::vector<Box> marked; // drawn last, so that no neighbour's line crosses their frame
        double top = box.top + titleHeight + lettersHeight;
        for (const auto& week : weeks) {
            for (std::size_t i = 0; i < 7; ++i) {
                if (week[i].month() != month.month)
                    continue;
                const Box cell{box.start + static_cast<double>(i) * column, top, column, row};
                if (drawDay(week[i], cell))
                    marked.push_back(cell);
            }
            top += row;
        }
        for (const Box& cell : marked)
            put(Frame{cell, markStroke, {}});
    }

    // True where the day is one to look for.
    bool drawDay(Date day, const Box& cell) {
        put(Frame{cell, 0.15, {}});
        const bool isRefill = day == m_pump.refillBy;
        const bool isAlarm = day == m_pump.alarm;
        const double side = std::min({cell.height - 1, cell.width / 2 - 1, 5.0});
        double numberEnd = cell.end() - 0.8;
        if (isRefill || isAlarm) {
            put(Icon{{cell.end() - side - 0.8, cell.top + (cell.height - side) / 2, side, side},
                     isRefill ? Sign::refill : Sign::alarm});
            numberEnd -= side + 0.6;
            const QString word = isRefill ? text(QT_TRANSLATE_NOOP("pump-sheet", "refill"))
                                          : text(QT_TRANSLATE_NOOP("pump-sheet", "alarm"));
            const double width = m_type.width(Face::condensedBold, 11, word);
            if (numberEnd - width - 0.6 > cell.start + numberWidth) {
                put(Text{{numberEnd - width, cell.top, width, cell.height}, word, Face::condensedBold, 11});
                numberEnd -= width + 0.6;
            }
        }
        const Box place{cell.start + 0.8, cell.top, numberEnd - cell.start - 0.8, cell.height};
        m_page.blocks.push_back({Text{place, m_locale.dayNumber(day.day()),
                                      isRefill || isAlarm ? Face::condensedBold : Face::condensed, 11},
                                 Tag{Role::day, day}});
        return isRefill || isAlarm;
    }

    void put(Shape shape) { m_page.blocks.push_back({std::move(shape), {}}); }

    const PumpCalendarInput& m_input;
    const PumpSheetInput& m_pump;
    const wording::DocLocale& m_locale;
    PumpSheetWords m_words;
    const Typeface& m_type;
    Page& m_page;
    Box m_area;
    TextColumn m_column;
};

// Each day of the months once, with its own number; refill and alarm where they belong.
core::Result<void> proveDays(const Document& document, const PumpSheetInput& pump, const wording::DocLocale& locale) {
    const auto refused = [](Date day, const char* reason) {
        return core::failure(core::ErrorCode::proofFailed, day.iso(), {reason});
    };
    std::map<Date, int> days;
    for (const Block& block : document.pages.front().blocks) {
        const Text* text = std::get_if<Text>(&block.shape);
        if (!block.tag || !text)
            continue;
        if (text->text != locale.dayNumber(block.tag->day.day()))
            return refused(block.tag->day, "a day has another number");
        ++days[block.tag->day];
    }
    for (const Month& month : monthsOf(pump))
        for (int day = 1; day <= core::daysInMonth(month.year, month.month); ++day) {
            const Date date = *Date::fromYmd(month.year, month.month, day);
            if (days[date] != 1)
                return refused(date, "the day is not there once");
        }
    if (days[pump.refillBy] != 1)
        return refused(pump.refillBy, "the day of the refill is not among the months");
    return {};
}

} // namespace

core::Result<Document> pumpCalendar(const PumpCalendarInput& input, const wording::DocLocale& locale) {
    const core::Result<Typeface> type = Typeface::load();
    if (!type)
        return core::failure(type.error());
    Document document;
    document.title = locale.text("pump-sheet", QT_TRANSLATE_NOOP("pump-sheet", "My pump calendar"));
    document.paper = input.pump.paper;
    document.rightToLeft = locale.isRightToLeft();
    Page page;
    Sheet(*type, input, locale, document, page).draw();
    document.pages.push_back(std::move(page));
    if (const core::Result<void> proved = provePump(document, input.pump, locale, PumpFigures::dates); !proved)
        return core::failure(proved.error());
    if (const core::Result<void> proved = proveDays(document, input.pump, locale); !proved)
        return core::failure(proved.error());
    return document;
}

} // namespace lento::report
