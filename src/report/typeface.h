// Typeface is the program's own fonts and how wide a text is in them; layouts measure with it what the painter will
// draw.
//
// Widths and heights in mm, letters in points. Each Typeface keeps its own memory of widths and belongs to one thread.
#pragma once

#include "core/result.h"
#include "report/document.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPair>

#include <array>
#include <memory>
#include <vector>

class QTextLayout;

namespace lento::report {

// The painter's unit is a hundredth of a millimetre, so that a font size is a whole number of units to 0.03 pt.
inline constexpr double unitsPerMm = 100.0;
inline constexpr double mmPerPoint = 25.4 / 72.0;

class Typeface {
public:
    // Errors: missingResource (subject: the font).
    static core::Result<Typeface> load();

    // In painter units.
    const QFont& font(Face face, double points) const;
    double width(Face face, double points, const QString& text) const;
    double capHeight(double points) const { return m_capHeight * points * mmPerPoint; }
    static double lineHeight(double points) { return 1.19 * points * mmPerPoint; }

    // The first character that no font can show, or an empty string.
    QString firstMissing(Face face, const QString& text) const;

    // Breaks the runs into lines of `width` mm; `layout` may be drawn at (0, 0) in painter units afterwards. Returns
    // the height.
    double layOut(const std::vector<Run>& runs, double points, double width, bool rightToLeft,
                  QTextLayout& layout) const;
    // The same, remembered: head and foot of a document come back on every page.
    const QTextLayout& laidOut(const std::vector<Run>& runs, double points, double width, bool rightToLeft) const;
    // One line of text, shaped once however often the document shows it; drawn with its baseline at `ascent` below the
    // point, in painter units.
    struct Line {
        std::shared_ptr<const QTextLayout> layout;
        double ascent = 0;
    };
    const Line& line(Face face, double points, const QString& text, bool rightToLeft) const;
    double heightOf(const std::vector<Run>& runs, double points, double width) const;
    // The same from remembered widths of words, for trying many widths; seldom a line more than needed, never fewer.
    double roughHeightOf(const std::vector<Run>& runs, double points, double width) const;

private:
    Typeface();
    std::array<QFontMetricsF, 4> m_metrics; // at 1000 units
    double m_capHeight = 0.714;
    mutable std::array<QHash<QString, double>, 4> m_widths; // in em
    mutable QHash<int, QFont> m_fonts;
    struct LaidOut {
        std::vector<Run> runs;
        double points = 0;
        double width = 0;
        bool rightToLeft = false;
        std::shared_ptr<QTextLayout> layout;
    };
    mutable std::vector<LaidOut> m_laidOut; // a document has few paragraphs
    mutable QHash<QPair<QString, int>, Line> m_lines;
};

} // namespace lento::report
