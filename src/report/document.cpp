#include "report/document.h"

#include <QStringList>

#include <array>
#include <cmath>
#include <type_traits>

namespace lento::report {

namespace {

QString tenths(double number) {
    const double rounded = std::round(number * 10) / 10;
    return QString::number(rounded == 0 ? 0.0 : rounded, 'f', 1);
}

QString position(const Box& box) {
    return QStringLiteral("[%1 %2 %3 %4]")
        .arg(tenths(box.start), tenths(box.top), tenths(box.width), tenths(box.height));
}

QString corners(const std::vector<Point>& points) {
    QString text;
    for (const Point& point : points)
        text += u' ' + tenths(point.start) + u',' + tenths(point.top);
    return text;
}

QString name(Sign sign) {
    constexpr std::array names = {"arrow-down", "arrow-up", "arrow-right", "morning", "midday", "evening", "bedtime",
                                  "visit",      "call",     "blood-test",  "refill",  "stop",   "alarm"};
    return QString::fromLatin1(names[static_cast<std::size_t>(sign)]);
}

QString name(Face face) {
    constexpr std::array names = {"regular", "bold", "condensed", "condensed-bold"};
    return QString::fromLatin1(names[static_cast<std::size_t>(face)]);
}

QString name(Role role) {
    constexpr std::array names = {"day", "dose", "count", "pieces", "tick", "total"};
    return QString::fromLatin1(names[static_cast<std::size_t>(role)]);
}

QString describe(const Shape& shape) {
    return std::visit(
        [](const auto& block) -> QString {
            using Kind = std::decay_t<decltype(block)>;
            if constexpr (std::is_same_v<Kind, Text>) {
                return QStringLiteral("text %1 %2 %3 pt: %4")
                    .arg(position(block.box), name(block.face), tenths(block.points), block.text);
            } else if constexpr (std::is_same_v<Kind, Paragraph>) {
                QString words;
                for (const Run& run : block.runs)
                    words += run.bold ? QStringLiteral("*%1*").arg(run.text) : run.text;
                return QStringLiteral("paragraph %1 %2 pt: %3")
                    .arg(position(block.box), tenths(block.points), words.replace(u'\n', QStringLiteral(" | ")));
            } else if constexpr (std::is_same_v<Kind, Frame>) {
                return QStringLiteral("frame %1 %2%3")
                    .arg(position(block.box), QString::number(block.stroke, 'f', 2),
                         block.grey ? QStringLiteral(" grey %1").arg(*block.grey) : QString());
            } else if constexpr (std::is_same_v<Kind, Rule>) {
                return QStringLiteral("rule %1 %2 to %3 %4")
                    .arg(tenths(block.start), tenths(block.top), tenths(block.end), tenths(block.bottom));
            } else if constexpr (std::is_same_v<Kind, TickBox>) {
                return QStringLiteral("tick %1").arg(position(block.box));
            } else if constexpr (std::is_same_v<Kind, Tablet>) {
                return QStringLiteral("tablet %1 %2%3")
                    .arg(position(block.box), block.half ? QStringLiteral("half of ") : QString(), block.label);
            } else if constexpr (std::is_same_v<Kind, Icon>) {
                return QStringLiteral("icon %1 %2").arg(position(block.box), name(block.sign));
            } else if constexpr (std::is_same_v<Kind, Watermark>) {
                return QStringLiteral("watermark: %1").arg(block.text);
            } else if constexpr (std::is_same_v<Kind, Polyline>) {
                constexpr std::array dashes = {"solid", "dashed", "dotted"};
                return QStringLiteral("line %1 %2 mm:%3")
                    .arg(QString::fromLatin1(dashes[static_cast<std::size_t>(block.dash)]),
                         QString::number(block.stroke, 'f', 2), corners(block.points));
            } else if constexpr (std::is_same_v<Kind, Area>) {
                return QStringLiteral("area:%1").arg(corners(block.outline));
            } else {
                constexpr std::array markers = {"circle", "square", "triangle"};
                return QStringLiteral("mark %1 %2")
                    .arg(position(block.box), QString::fromLatin1(markers[static_cast<std::size_t>(block.marker)]));
            }
        },
        shape);
}

} // namespace

double Document::width() const {
    const double shorter = paper == PaperSize::a4 ? 210.0 : 215.9;
    const double longer = paper == PaperSize::a4 ? 297.0 : 279.4;
    return landscape ? longer : shorter;
}

double Document::height() const {
    const double shorter = paper == PaperSize::a4 ? 210.0 : 215.9;
    const double longer = paper == PaperSize::a4 ? 297.0 : 279.4;
    return landscape ? shorter : longer;
}

QString toText(const Document& document) {
    QStringList lines;
    lines << QStringLiteral("%1 · %2 %3%4")
                 .arg(document.title, document.paper == PaperSize::a4 ? QStringLiteral("A4") : QStringLiteral("Letter"),
                      document.landscape ? QStringLiteral("landscape") : QStringLiteral("portrait"),
                      document.rightToLeft ? QStringLiteral(" right-to-left") : QString());
    for (std::size_t page = 0; page < document.pages.size(); ++page) {
        lines << QStringLiteral("page %1").arg(page + 1);
        for (const Block& block : document.pages[page].blocks) {
            QString line = QStringLiteral("  ") + describe(block.shape);
            if (block.tag)
                line += QStringLiteral("  <%1 %2>")
                            .arg(name(block.tag->role), QString::fromStdString(block.tag->day.iso()));
            lines << line;
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace lento::report
