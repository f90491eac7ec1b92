#include "report/page_painter.h"

#include "report/signs.h"
#include "report/typeface.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPair>
#include <QSet>
#include <QTextLayout>

#include <cassert>
#include <cmath>
#include <cstdint>

namespace lento::report {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr double tolerance = 0.05; // mm; rounding of a font size to a hundredth of a millimetre

Result<void> checkOne(const Typeface& type, const Text& text) {
    if (const QString missing = type.firstMissing(text.face, text.text); !missing.isEmpty())
        return failure(ErrorCode::glyphMissing, {}, {missing.toStdString()});
    if (type.width(text.face, text.points, text.text) > text.box.width + tolerance)
        return failure(ErrorCode::textClipped, text.text.toStdString());
    return {};
}

Result<void> checkOne(const Typeface& type, const Paragraph& paragraph) {
    QString words;
    for (const Run& run : paragraph.runs) {
        if (const QString missing = type.firstMissing(run.bold ? Face::bold : Face::regular, run.text);
            !missing.isEmpty())
            return failure(ErrorCode::glyphMissing, {}, {missing.toStdString()});
        words += run.text;
    }
    QTextLayout layout;
    const double height = type.layOut(paragraph.runs, paragraph.points, paragraph.box.width, false, layout);
    bool wide = false;
    for (int i = 0; i < layout.lineCount(); ++i)
        wide = wide || layout.lineAt(i).naturalTextWidth() > (paragraph.box.width + tolerance) * unitsPerMm;
    if (wide || height > paragraph.box.height + tolerance)
        return failure(ErrorCode::textClipped, words.toStdString());
    return {};
}

// From the back to the front; words also are what stands on a tablet.
enum class Layer : std::uint8_t { ground, ticks, signs, tablets, words };

struct LayerOf {
    template <class GroundShape>
    Layer operator()(const GroundShape&) const {
        return Layer::ground;
    }
    Layer operator()(const TickBox&) const { return Layer::ticks; }
    Layer operator()(const Icon&) const { return Layer::signs; }
    Layer operator()(const Tablet&) const { return Layer::tablets; }
    Layer operator()(const Text&) const { return Layer::words; }
    Layer operator()(const Paragraph&) const { return Layer::words; }
};

class PagePainter {
public:
    PagePainter(QPainter& painter, const Typeface& type, const Document& document)
        : m_painter(painter)
        , m_type(type)
        , m_document(document) {}

    void shapeIn(Layer layer, const Shape& shape) {
        if (std::visit(LayerOf{}, shape) == layer)
            std::visit(*this, shape);
        else if (const auto* tablet = std::get_if<Tablet>(&shape); tablet != nullptr && layer == Layer::words)
            label(*tablet);
    }

    void operator()(const Text& text) {
        const QRectF box = place(text.box);
        const bool atLeft = text.align == (m_document.rightToLeft ? Align::end : Align::start);
        double x = box.left();
        if (!atLeft) {
            const double slack = box.width() - m_type.width(text.face, text.points, text.text) * unitsPerMm;
            x += text.align == Align::centre ? slack / 2 : slack;
        }
        const double y = box.center().y() + m_type.capHeight(text.points) * unitsPerMm / 2;
        m_painter.setPen(Qt::black);
        const Typeface::Line& line = m_type.line(text.face, text.points, text.text, m_document.rightToLeft);
        line.layout->draw(&m_painter, QPointF(std::round(x), std::round(y) - line.ascent));
    }

    void operator()(const Paragraph& paragraph) {
        m_painter.setPen(Qt::black);
        m_type.laidOut(paragraph.runs, paragraph.points, paragraph.box.width, m_document.rightToLeft)
            .draw(&m_painter, place(paragraph.box).topLeft());
    }

    void operator()(const Frame& frame) {
        const QRectF box = place(frame.box);
        if (frame.grey)
            m_painter.fillRect(box, QColor(*frame.grey, *frame.grey, *frame.grey));
        if (frame.stroke > 0)
            outline(box, frame.stroke);
    }

    void operator()(const Rule& rule) {
        const QRectF box = place({rule.start, rule.top, rule.end - rule.start, rule.bottom - rule.top});
        m_painter.setPen(QPen(Qt::black, rule.stroke * unitsPerMm, Qt::SolidLine, Qt::FlatCap));
        m_painter.drawLine(box.topLeft(), box.bottomRight());
    }

    void operator()(const TickBox& tick) { outline(place(tick.box), 0.3); }

    void operator()(const Tablet& tablet) {
        const QRectF box = place(tablet.box);
        m_painter.setPen(QPen(Qt::black, 0.28 * unitsPerMm, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::white);
        m_painter.drawPath(tablet.half ? halfDisc(box) : disc(box));
    }

    void operator()(const Icon& icon) { drawSign(m_painter, icon.sign, place(icon.box), m_document.rightToLeft); }

    void operator()(const Watermark& mark) {
        m_painter.save();
        m_painter.translate(m_document.width() * unitsPerMm / 2, m_document.height() * unitsPerMm / 2);
        m_painter.rotate(-24);
        const double points = m_document.landscape ? 190 : 150;
        const double width = m_type.width(Face::bold, points, mark.text) * unitsPerMm;
        m_painter.setPen(QColor(222, 222, 222));
        m_painter.setFont(m_type.font(Face::bold, points));
        m_painter.drawText(QPointF(-width / 2, m_type.capHeight(points) * unitsPerMm / 2), mark.text);
        m_painter.restore();
    }

    void operator()(const Polyline& line) {
        QPen pen(colour(line.colour), line.stroke * unitsPerMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        // In strokes' widths.
        if (line.dash == Dash::dashed)
            pen.setDashPattern({3.5, 2.5});
        else if (line.dash == Dash::dotted)
            pen.setDashPattern({1.2, 2.2});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(corners(line.points));
    }

    void operator()(const Area& area) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour(area.fill));
        m_painter.drawPolygon(corners(area.outline));
    }

    void operator()(const Mark& mark) {
        const QRectF box = place(mark.box);
        m_painter.setPen(QPen(colour(mark.colour), 0.4 * unitsPerMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(mark.filled ? colour(mark.colour) : QColor(Qt::white));
        switch (mark.marker) {
        case Marker::circle:
            m_painter.drawEllipse(box);
            break;
        case Marker::square:
            m_painter.drawRect(box);
            break;
        case Marker::triangle:
            m_painter.drawPolygon(QPolygonF{box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()});
            break;
        }
    }

private:
    void label(const Tablet& tablet) {
        if (tablet.half || tablet.label.isEmpty())
            return;
        // As large as the disc allows; the number is also beside it in words.
        const double points = 0.62 * tablet.box.width / (mmPerPoint * (tablet.label.size() > 2 ? 1.5 : 1.16));
        (*this)(Text{tablet.box, tablet.label, Face::condensedBold, points, Align::centre});
    }

    static QColor colour(const Colour& of) { return {of.red, of.green, of.blue}; }

    QPolygonF corners(const std::vector<Point>& points) const {
        QPolygonF polygon;
        polygon.reserve(static_cast<qsizetype>(points.size()));
        for (const Point& point : points)
            polygon.append(place({point.start, point.top, 0, 0}).topLeft());
        return polygon;
    }

    // Edges on whole units, a hundredth of a millimetre: nobody sees it, and a page has thousands of them to write and
    // to compress.
    QRectF place(const Box& box) const {
        const double left = m_document.rightToLeft ? m_document.width() - box.end() : box.start;
        return {QPointF(std::round(left * unitsPerMm), std::round(box.top * unitsPerMm)),
                QPointF(std::round((left + box.width) * unitsPerMm), std::round((box.top + box.height) * unitsPerMm))};
    }

    // How far the control points of a quarter of a circle stand from its ends, of the radius.
    static constexpr double quarter = 0.5523;

    // From the top of the box down its left side to the bottom, by way of `middle`; control points on whole units too.
    static void leftSide(QPainterPath& path, const QRectF& box, double middle) {
        const double radius = box.height() / 2;
        const double across = std::round(quarter * (middle - box.left()));
        const double along = std::round(quarter * radius);
        const double y = box.center().y();
        path.moveTo(middle, box.top());
        path.cubicTo(middle - across, box.top(), box.left(), y - along, box.left(), y);
        path.cubicTo(box.left(), y + along, middle - across, box.bottom(), middle, box.bottom());
    }

    static QPainterPath disc(const QRectF& box) {
        QPainterPath path;
        const double middle = std::round(box.center().x());
        leftSide(path, box, middle);
        const double across = std::round(quarter * (box.right() - middle));
        const double along = std::round(quarter * box.height() / 2);
        const double y = box.center().y();
        path.cubicTo(middle + across, box.bottom(), box.right(), y + along, box.right(), y);
        path.cubicTo(box.right(), y - along, middle + across, box.top(), middle, box.top());
        path.closeSubpath();
        return path;
    }

    // The left half of a disc twice as wide as its box, cut along its score.
    static QPainterPath halfDisc(const QRectF& box) {
        QPainterPath path;
        leftSide(path, box, box.right());
        path.closeSubpath();
        return path;
    }

    void outline(const QRectF& box, double stroke) {
        m_painter.setPen(QPen(Qt::black, stroke * unitsPerMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(box);
    }

    QPainter& m_painter;
    const Typeface& m_type;
    const Document& m_document;
};

} // namespace

Result<void> checkText(const Document& document) {
    const Result<Typeface> type = Typeface::load();
    return type ? checkText(document, *type) : failure(type.error());
}

Result<void> checkText(const Document& document, const Typeface& type) {
    // The same few texts stand in hundreds of cells: each is looked at once for each width it has to fit.
    QSet<QPair<QString, int>> seen;
    QHash<QString, Paragraph> paragraphs;
    for (const Page& page : document.pages) {
        for (const Block& block : page.blocks) {
            Result<void> checked;
            if (const Text* text = std::get_if<Text>(&block.shape)) {
                const int fit =
                    static_cast<int>(text->box.width * 100 / text->points) * 4 + static_cast<int>(text->face);
                const qsizetype before = seen.size();
                seen.insert({text->text, fit});
                if (seen.size() > before)
                    checked = checkOne(type, *text);
            } else if (const Paragraph* paragraph = std::get_if<Paragraph>(&block.shape)) {
                // Head and foot come back on every page.
                Paragraph& known = paragraphs[paragraph->runs.empty() ? QString() : paragraph->runs.front().text];
                if (known != *paragraph) {
                    checked = checkOne(type, *paragraph);
                    known = *paragraph;
                }
            }
            if (!checked)
                return checked;
        }
    }
    return {};
}

Result<void> paintPage(const Document& document, std::size_t page, QPainter& painter, double unitsPerMillimetre) {
    const Result<Typeface> type = Typeface::load();
    if (!type)
        return failure(type.error());
    paintPage(document, page, painter, unitsPerMillimetre, *type);
    return {};
}

void paintPage(const Document& document, std::size_t page, QPainter& painter, double unitsPerMillimetre,
               const Typeface& type) {
    assert(page < document.pages.size());
    painter.save();
    painter.scale(unitsPerMillimetre / unitsPerMm, unitsPerMillimetre / unitsPerMm);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setLayoutDirection(document.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    PagePainter draw(painter, type, document);
    // Layer by layer: a change of pen between two strokes costs more, in time and in the file, than a stroke.
    for (const Layer layer : {Layer::ground, Layer::ticks, Layer::signs, Layer::tablets, Layer::words}) {
        for (const Block& block : document.pages[page].blocks)
            draw.shapeIn(layer, block.shape);
    }
    painter.restore();
}

QPageLayout pageLayout(const Document& document) {
    const QPageSize size(document.paper == PaperSize::a4 ? QPageSize::A4 : QPageSize::Letter);
    return QPageLayout(size, document.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(),
                       QPageLayout::Millimeter);
}

} // namespace lento::report
