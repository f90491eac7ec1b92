// The top of each calendar page: whose it is, what to do in one sentence, which tablets, whose clinic, which plan and
// page (PAT-17, -18).
#pragma once

#include "report/calendar_days.h"
#include "report/sheet_words.h"
#include "report/typeface.h"

namespace lento::report {

struct PageName {
    QString title; // "Baclofen calendar · December 2026"
    int page = 1;
    int pages = 1;
};

// Draws at the top of `area` and returns the height used, which is the same on every page of a sheet; nothing is drawn
// without a page.
double drawHead(Page* page, const PageName& name, const Box& area, const Typeface& type, const SheetDays& sheet,
                const ReportInput& input, const SheetWords& words, const wording::DocLocale& locale);

} // namespace lento::report
