#include "report/calendar_report.h"

#include "report/calendar_days.h"
#include "report/calendar_foot.h"
#include "report/calendar_head.h"
#include "report/calendar_week.h"
#include "report/proof.h"
#include "report/sheet_words.h"
#include "report/typeface.h"

#include <QCoreApplication>

#include <algorithm>

namespace lento::report {

using core::failure;
using core::Result;

namespace {

constexpr double margin = 5;
constexpr double gapBelowHead = 0.8;
constexpr double gapAboveFoot = 1.0;
constexpr double headsHeight = 4.6;
constexpr double weekGap = 0.8;
constexpr double weekMost = 1.4; // a week on an emptier page grows to this much of what it needs

// Whole weeks of one month that share a page.
struct PagePlan {
    int year = 0;
    int month = 0;
    std::vector<Week> weeks;
    WeekStyle style;
};

class CalendarPages {
public:
    CalendarPages(const WeekLayout& layout, double room)
        : m_layout(layout)
        , m_room(room) {}

    // As few pages as the weeks of a month need in one of the styles, the roomier style first.
    std::vector<PagePlan> plan(int year, int month, const std::vector<Week>& weeks) const {
        std::vector<WeekStyle> styles = possibleStyles();
        for (std::size_t pages = 1; pages <= weeks.size(); ++pages) {
            for (const WeekStyle& style : styles) {
                std::vector<PagePlan> made = divided(year, month, weeks, pages, style);
                if (std::all_of(made.begin(), made.end(), [this](const PagePlan& page) { return fits(page); }))
                    return made;
            }
        }
        return divided(year, month, weeks, weeks.size(), styles.back());
    }

    double needed(const PagePlan& page) const {
        double height = 0;
        for (const Week& week : page.weeks)
            height += m_layout.minimumHeight(week, page.month, page.style) + weekGap;
        return height;
    }

private:
    // The most readable first: pieces below the dose, then lines with air between them, then as close as they may
    // stand.
    std::vector<WeekStyle> possibleStyles() const {
        std::vector<WeekStyle> styles;
        const auto add = [this, &styles](const WeekStyle& style) {
            if (m_layout.fits(style))
                styles.push_back(style);
        };
        add({true, true, 5.4, 5.0, 1.1});
        add({true, true, 5.1, 5.0, 1.1});
        for (const double slot : {6.0, 5.6, 5.3, 5.1}) {
            add(widestOneLine(true, slot));
            add(widestOneLine(false, slot));
        }
        // Nothing fits: the painter's check will name the words that do not.
        if (styles.empty())
            styles.push_back({true, true, 5.1, 4.0, 0.32});
        return styles;
    }

    // Tablets as large and parts as far from each other as a line allows.
    WeekStyle widestOneLine(bool changeLine, double slot) const {
        WeekStyle style{false, changeLine, slot, 5.0, 1.1};
        for (const double spacing : {1.1, 0.8, 0.55, 0.42, 0.32}) {
            for (const double disc : {5.0, 4.6, 4.2, 4.0}) {
                style.spacing = spacing;
                style.disc = disc;
                if (m_layout.fits(style))
                    return style;
            }
        }
        return style;
    }

    static std::vector<PagePlan> divided(int year, int month, const std::vector<Week>& weeks, std::size_t pages,
                                         const WeekStyle& style) {
        std::vector<PagePlan> made;
        std::size_t next = 0;
        for (std::size_t page = 0; page < pages; ++page) {
            const std::size_t count = (weeks.size() - next + (pages - page) - 1) / (pages - page);
            PagePlan plan{year, month, {}, style};
            plan.weeks.assign(weeks.begin() + static_cast<std::ptrdiff_t>(next),
                              weeks.begin() + static_cast<std::ptrdiff_t>(next + count));
            next += count;
            made.push_back(std::move(plan));
        }
        return made;
    }

    bool fits(const PagePlan& page) const { return needed(page) - weekGap <= m_room; }

    const WeekLayout& m_layout;
    double m_room;
};

// The weeks of each month of the sheet that hold at least one of its days.
std::vector<PagePlan> planPages(const SheetDays& sheet, core::Weekday firstDayOfWeek, const CalendarPages& pages) {
    std::vector<PagePlan> all;
    int year = sheet.days.front().on.year();
    int month = sheet.days.front().on.month();
    const core::Date last = sheet.days.back().on;
    while (year < last.year() || (year == last.year() && month <= last.month())) {
        std::vector<Week> weeks;
        for (const Week& week : core::monthGrid(year, month, firstDayOfWeek)) {
            if (std::any_of(week.begin(), week.end(),
                            [&sheet, month](core::Date day) { return day.month() == month && sheet.on(day); }))
                weeks.push_back(week);
        }
        for (PagePlan& page : pages.plan(year, month, weeks))
            all.push_back(std::move(page));
        if (++month > 12) {
            month = 1;
            ++year;
        }
    }
    return all;
}

} // namespace

Result<Document> calendarReport(const ReportInput& input, const wording::DocLocale& locale) {
    Result<SheetDays> sheet = sheetDays(input);
    if (!sheet)
        return failure(sheet.error());
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());

    const SheetWords words(input, locale);
    Document document;
    document.title = words.text(QT_TRANSLATE_NOOP("sheet", "Baclofen calendar"));
    document.paper = input.paper;
    document.landscape = true;
    document.rightToLeft = locale.isRightToLeft();

    const Box area{margin, margin, document.width() - 2 * margin, document.height() - 2 * margin};
    const WeekLayout layout(*type, *sheet, input, locale, words, area.width);
    const CalendarFoot foot(*type, *sheet, words, area.width);
    const PageName sample{document.title, 1, 1};
    const double headHeight = drawHead(nullptr, sample, area, *type, *sheet, input, words, locale);
    const double top = area.top + headHeight + gapBelowHead;
    const double footTop = area.bottom() - foot.height();
    const double room = footTop - gapAboveFoot - top;

    const CalendarPages pages(layout, room);
    const std::vector<PagePlan> plans = planPages(*sheet, input.firstDayOfWeek, pages);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const PagePlan& plan = plans[i];
        Page page;
        if (input.sheet.status == core::RevisionStatus::draft)
            page.blocks.push_back({Watermark{words.text(QT_TRANSLATE_NOOP("sheet", "DRAFT"))}, {}});
        const PageName name{document.title + QStringLiteral(" · ") + locale.monthYear(plan.year, plan.month),
                            static_cast<int>(i) + 1, static_cast<int>(plans.size())};
        drawHead(&page, name, area, *type, *sheet, input, words, locale);

        double at = top;
        double left = room - (pages.needed(plan) - weekGap);
        if (left >= headsHeight) {
            layout.drawHeads(page, plan.weeks.front(), {area.start, at, area.width, headsHeight});
            at += headsHeight;
            left -= headsHeight;
        }
        const double share = left / static_cast<double>(plan.weeks.size());
        for (const Week& week : plan.weeks) {
            const double least = layout.minimumHeight(week, plan.month, plan.style);
            const double height = std::min(least + share, least * weekMost);
            layout.draw(page, week, plan.month, {area.start, at, area.width, height}, plan.style);
            at += height + weekGap;
        }
        foot.draw(page, area.start, footTop);
        document.pages.push_back(std::move(page));
    }
    if (Result<void> proved = prove(document, input, locale); !proved)
        return failure(proved.error());
    return document;
}

} // namespace lento::report
