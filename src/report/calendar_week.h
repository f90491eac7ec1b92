// One week of the calendar: seven cells with doses, drawn tablets and boxes to tick, and the diary strip below them.
//
// A cell has one line for each time of day where that fits the column, otherwise two. Measures before it draws, so that
// the calendar can choose how many weeks a page holds. Millimetres.
#pragma once

#include "report/calendar_days.h"
#include "report/sheet_words.h"
#include "report/typeface.h"

#include <QHash>

#include <array>

namespace lento::report {

using Week = std::array<core::Date, 7>;

struct WeekStyle {
    bool twoLines = false;  // the pieces below the dose
    bool changeLine = true; // CHANGE in a line of its own; otherwise beside the date
    double slot = 5.1;      // the least height of a line: a tick box of 5 mm
    double disc = 5.0;      // a drawn tablet
    double spacing = 1.1;   // between the parts of a line
};

class WeekLayout {
public:
    WeekLayout(const Typeface& type, const SheetDays& sheet, const ReportInput& input, const wording::DocLocale& locale,
               const SheetWords& words, double width);

    // True if every dose of the sheet fits a column in this style.
    bool fits(const WeekStyle& style) const;
    double minimumHeight(const Week& week, int month, const WeekStyle& style) const;
    // Cells of another month, and days outside the sheet, stay grey.
    void draw(Page& page, const Week& week, int month, const Box& box, const WeekStyle& style) const;
    void drawHeads(Page& page, const Week& week, const Box& box) const;

    double columnWidth() const noexcept { return m_column; }

private:
    struct Group { // the pieces of one product in one dose
        QString count;
        QString word; // "half"
        int discs = 0;
        bool half = false;
        double width = 0;
    };
    Group group(const SlotDose& slot, const core::Pieces& pieces, const WeekStyle& style) const;
    double piecesWidth(const SlotDose& slot, const WeekStyle& style) const;
    double slotWidth(const SlotDose& slot, const WeekStyle& style) const;
    double besideWidth(const SheetDay& day) const;
    QString dateText(core::Date day) const;
    QString startText(core::DayPart part) const;
    double cellExtras(const SheetDay& day, const WeekStyle& style, bool below) const;
    const SheetDay* inMonth(core::Date day, int month) const;
    int rows(const Week& week, int month) const;

    void drawCell(Page& page, const SheetDay& day, const Box& cell, double slotsTop, double slotHeight,
                  const WeekStyle& style) const;
    void drawDate(Page& page, const SheetDay& day, const Box& inner, const WeekStyle& style) const;
    void drawChange(Page& page, const SheetDay& day, const Box& line, double side, double space) const;
    void drawSlot(Page& page, const SheetDay& day, const SlotDose& slot, const Box& row, const WeekStyle& style) const;
    void drawPieces(Page& page, const SheetDay& day, const SlotDose& slot, const Box& row,
                    const WeekStyle& style) const;
    std::vector<Run> noTabletsWords(const SheetDay& day) const;
    void drawNoTablets(Page& page, const SheetDay& day, const Box& inner) const;
    void drawDiary(Page& page, const Week& week, int month, const Box& strip) const;

    const Typeface& m_type;
    const SheetDays& m_sheet;
    const ReportInput& m_input;
    const wording::DocLocale& m_locale;
    const SheetWords& m_words;
    double m_width;
    double m_column;
    double m_doseWidth = 0;  // the widest dose, so that counts stand below each other
    double m_countWidth = 0; // the widest first count
    bool m_oneProduct = true;
    std::vector<SlotDose> m_distinct; // one of each dose of the sheet: there are few, in hundreds of cells
};

} // namespace lento::report
