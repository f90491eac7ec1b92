#include "report/text_column.h"

namespace lento::report {

namespace {
constexpr double itemIndent = 5;
constexpr double itemGap = 0.6;
constexpr double figureWidth = 20;
} // namespace

void TextColumn::put(const std::vector<Run>& runs, double points, double inset) {
    const double width = m_area.width - 2 * inset;
    const double height = m_type.heightOf(runs, points, width);
    m_page.blocks.push_back({Paragraph{{m_area.start + inset, m_top, width, height}, runs, points}, {}});
    m_top += height;
}

void TextColumn::putItem(const std::vector<Run>& runs, double points, double inset) {
    const double line = Typeface::lineHeight(points);
    const double size = 1.4;
    const double start = m_area.start + inset;
    m_page.blocks.push_back({Frame{{start + 0.8, m_top + (line - size) / 2, size, size}, 0, std::uint8_t{0}}, {}});
    const double width = m_area.width - 2 * inset - itemIndent;
    const double height = m_type.heightOf(runs, points, width);
    m_page.blocks.push_back({Paragraph{{start + itemIndent, m_top, width, height}, runs, points}, {}});
    m_top += height + itemGap;
}

void TextColumn::putFigure(const QString& label, const QString& figure, double points, bool bold, double inset,
                           double indent) {
    const double width = m_area.width - 2 * inset - indent - figureWidth;
    const std::vector<Run> runs{{label, bold}};
    const double height = m_type.heightOf(runs, points, width);
    m_page.blocks.push_back({Paragraph{{m_area.start + inset + indent, m_top, width, height}, runs, points}, {}});
    m_page.blocks.push_back(
        {Text{{m_area.end() - inset - figureWidth, m_top, figureWidth, Typeface::lineHeight(points)},
              figure,
              bold ? Face::bold : Face::regular,
              points,
              Align::end},
         {}});
    m_top += height + itemGap;
}

} // namespace lento::report
