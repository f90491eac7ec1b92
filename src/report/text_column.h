// A TextColumn writes paragraphs one below the other on a page; what it writes never overlaps.
//
// Millimetres from the start edge, letters in points.
#pragma once

#include "report/document.h"
#include "report/typeface.h"

#include <vector>

namespace lento::report {

class TextColumn {
public:
    TextColumn(const Typeface& type, Page& page, Box area)
        : m_type(type)
        , m_page(page)
        , m_area(area)
        , m_top(area.top) {}

    const Box& area() const noexcept { return m_area; }
    double top() const noexcept { return m_top; }
    void skip(double height) { m_top += height; }

    void put(const std::vector<Run>& runs, double points, double inset = 0);
    // Behind a small square, for one line of a list.
    void putItem(const std::vector<Run>& runs, double points, double inset = 0);
    // A label, indented, with a number at the end of its line.
    void putFigure(const QString& label, const QString& figure, double points, bool bold, double inset = 0,
                   double indent = 0);
    // A frame round what `write` puts, which is inset by `pad` on all sides.
    template <class Write>
    void framed(double stroke, double pad, const Write& write) {
        const double top = m_top;
        m_top += pad;
        write(pad);
        m_top += pad;
        m_page.blocks.push_back({Frame{{m_area.start, top, m_area.width, m_top - top}, stroke, {}}, {}});
    }

private:
    const Typeface& m_type;
    Page& m_page;
    Box m_area;
    double m_top;
};

} // namespace lento::report
