#include "report/typeface.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initialiseFontResources() {
    Q_INIT_RESOURCE(fonts);
}

namespace lento::report {

namespace {

constexpr int referencePixels = 1000;
constexpr double widestLine = 1e6; // in painter units: ten metres, so no line is broken

// The name of the first font file that cannot be loaded; empty when all are there. Loaded once for the whole program.
const std::string& missingFont() {
    static const std::string missing = [] {
        initialiseFontResources();
        for (const char* file : {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "LentoSansCondensed-Regular.ttf",
                                 "LentoSansCondensed-Bold.ttf"}) {
            if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QString::fromLatin1(file)) < 0)
                return std::string(file);
        }
        return std::string();
    }();
    return missing;
}

QFont makeFont(Face face, int pixels) {
    const bool condensed = face == Face::condensed || face == Face::condensedBold;
    QFont font;
    font.setFamilies(condensed ? QStringList{QStringLiteral("Lento Sans Condensed"), QStringLiteral("Noto Sans")}
                               : QStringList{QStringLiteral("Noto Sans")});
    font.setBold(face == Face::bold || face == Face::condensedBold);
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// Blanks and the invisible marks of direction have no picture of their own.
bool needsGlyph(char32_t character) {
    return !(character <= 0x20 || character == 0xA0 || (character >= 0x2000 && character <= 0x200F) ||
             (character >= 0x2028 && character <= 0x202F) || (character >= 0x2066 && character <= 0x2069));
}

// Where a line ends inside a date ("15-Feb-2027" is one word), or -1.
qsizetype brokenDate(const QTextLayout& layout) {
    const QString text = layout.text();
    for (int i = 0; i + 1 < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const qsizetype end = line.textStart() + line.textLength();
        if (end >= 2 && end < text.size() && text[end - 1] == u'-' && (text[end - 2].isDigit() || text[end].isDigit()))
            return end - 1;
    }
    return -1;
}

// Lines of `width` mm; returns the height in painter units.
double breakLines(QTextLayout& layout, double points, double width) {
    layout.beginLayout();
    double top = 0;
    const double step = Typeface::lineHeight(points) * unitsPerMm;
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width * unitsPerMm);
        // The fonts' own line is taller than the step; set by baseline, a fifth of the step below for descenders.
        line.setPosition(QPointF(0, top + step * 0.8 - line.ascent()));
        top += step;
    }
    layout.endLayout();
    return top;
}

int pixelsOf(double points) {
    return static_cast<int>(std::lround(points * mmPerPoint * unitsPerMm));
}

} // namespace

core::Result<Typeface> Typeface::load() {
    if (!missingFont().empty())
        return core::failure(core::ErrorCode::missingResource, missingFont());
    return Typeface();
}

Typeface::Typeface()
    : m_metrics{QFontMetricsF(makeFont(Face::regular, referencePixels)),
                QFontMetricsF(makeFont(Face::bold, referencePixels)),
                QFontMetricsF(makeFont(Face::condensed, referencePixels)),
                QFontMetricsF(makeFont(Face::condensedBold, referencePixels))}
    , m_capHeight(m_metrics[0].capHeight() / referencePixels) {}

const QFont& Typeface::font(Face face, double points) const {
    const int pixels = pixelsOf(points);
    const int key = pixels * 4 + static_cast<int>(face);
    auto found = m_fonts.find(key);
    if (found == m_fonts.end())
        found = m_fonts.insert(key, makeFont(face, pixels));
    return *found;
}

double Typeface::width(Face face, double points, const QString& text) const {
    const auto index = static_cast<std::size_t>(face);
    auto found = m_widths[index].constFind(text);
    if (found == m_widths[index].constEnd())
        found = m_widths[index].insert(text, m_metrics[index].horizontalAdvance(text) / referencePixels);
    return *found * points * mmPerPoint;
}

QString Typeface::firstMissing(Face face, const QString& text) const {
    const QFontMetricsF& metrics = m_metrics[static_cast<std::size_t>(face)];
    for (const char32_t character : text.toUcs4()) {
        if (needsGlyph(character) && !metrics.inFontUcs4(character))
            return QString::fromUcs4(&character, 1);
    }
    return {};
}

double Typeface::layOut(const std::vector<Run>& runs, double points, double width, bool rightToLeft,
                        QTextLayout& layout) const {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Run& run : runs) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(run.text.size());
        range.format.setFont(font(run.bold ? Face::bold : Face::regular, points));
        formats << range;
        text += run.text;
    }
    layout.setText(text);
    layout.setFont(font(Face::regular, points));
    layout.setFormats(formats);
    QTextOption option;
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    double height = breakLines(layout, points, width);
    // A non-breaking hyphen looks the same but reads differently to a machine: only where it is needed.
    for (qsizetype hyphen = brokenDate(layout); hyphen >= 0; hyphen = brokenDate(layout)) {
        text[hyphen] = QChar(u'\u2011');
        layout.setText(text);
        height = breakLines(layout, points, width);
    }
    return height / unitsPerMm;
}

double Typeface::roughHeightOf(const std::vector<Run>& runs, double points, double width) const {
    const double room = width - 0.3; // what kerning and rounding may add
    const double blank = this->width(Face::bold, points, QStringLiteral(" "));
    int lines = 1;
    double at = 0;
    for (const Run& run : runs) {
        for (const QStringView word : QStringView(run.text).split(u' ', Qt::SkipEmptyParts)) {
            const double wide = this->width(run.bold ? Face::bold : Face::regular, points, word.toString());
            if (at > 0 && at + blank + wide > room) {
                ++lines;
                at = 0;
            }
            at += (at > 0 ? blank : 0) + wide;
        }
    }
    return lines * lineHeight(points);
}

const QTextLayout& Typeface::laidOut(const std::vector<Run>& runs, double points, double width,
                                     bool rightToLeft) const {
    const auto known = std::find_if(m_laidOut.begin(), m_laidOut.end(), [&](const LaidOut& each) {
        return each.points == points && each.width == width && each.rightToLeft == rightToLeft && each.runs == runs;
    });
    if (known != m_laidOut.end())
        return *known->layout;
    auto layout = std::make_shared<QTextLayout>();
    layout->setCacheEnabled(true); // drawn on every page: keep what was shaped
    layOut(runs, points, width, rightToLeft, *layout);
    m_laidOut.push_back({runs, points, width, rightToLeft, layout});
    return *m_laidOut.back().layout;
}

const Typeface::Line& Typeface::line(Face face, double points, const QString& text, bool rightToLeft) const {
    const int key = (pixelsOf(points) * 4 + static_cast<int>(face)) * 2 + (rightToLeft ? 1 : 0);
    auto found = m_lines.constFind({text, key});
    if (found != m_lines.constEnd())
        return *found;
    auto layout = std::make_shared<QTextLayout>(text, font(face, points));
    layout->setCacheEnabled(true);
    QTextOption option;
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute); // the painter says where it begins
    option.setWrapMode(QTextOption::NoWrap);
    layout->setTextOption(option);
    layout->beginLayout();
    QTextLine only = layout->createLine();
    double ascent = 0;
    if (only.isValid()) {
        only.setLineWidth(widestLine);
        ascent = only.ascent();
    }
    layout->endLayout();
    return *m_lines.insert({text, key}, {std::move(layout), ascent});
}

double Typeface::heightOf(const std::vector<Run>& runs, double points, double width) const {
    QTextLayout layout;
    return layOut(runs, points, width, false, layout);
}

} // namespace lento::report
