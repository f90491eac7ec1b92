// The words round the panels of the chart page: title, whose it is, legend, and what the scores mean.
#pragma once

#include "report/chart_report.h"
#include "report/typeface.h"

namespace lento::report {

class ChartHead {
public:
    ChartHead(const ChartInput& input, const Typeface& type, const wording::DocLocale& locale, Page& page, double width)
        : m_input(input)
        , m_type(type)
        , m_locale(locale)
        , m_page(page)
        , m_width(width) {}

    // The height where it ends.
    double draw() const;
    void drawFoot(double top) const;

private:
    QString text(const char* source) const { return m_locale.text("chart", source); }
    void put(Shape shape) const { m_page.blocks.push_back({std::move(shape), std::nullopt}); }
    void words(const Box& box, const QString& text, Face face, double points, Align align = Align::start) const {
        put(Text{box, text, face, points, align});
    }
    double legend(double top) const;

    const ChartInput& m_input;
    const Typeface& m_type;
    const wording::DocLocale& m_locale;
    Page& m_page;
    double m_width;
};

} // namespace lento::report
