#include "report/document_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace lento::report {

namespace {

// The form of what is written; a program that reads another one must refuse it.
constexpr int form = 1;

// Kinds of shape in the order of the variant; the names are stored and never change.
constexpr std::array<const char*, 11> kinds{"text", "paragraph", "frame",    "rule", "tick", "tablet",
                                            "icon", "watermark", "polyline", "area", "mark"};
static_assert(kinds.size() == std::variant_size_v<Shape>);

QJsonArray boxOf(const Box& box) {
    return {box.start, box.top, box.width, box.height};
}

void write(QJsonObject& to, const Text& text) {
    to[QStringLiteral("box")] = boxOf(text.box);
    to[QStringLiteral("text")] = text.text;
    to[QStringLiteral("face")] = static_cast<int>(text.face);
    to[QStringLiteral("points")] = text.points;
    to[QStringLiteral("align")] = static_cast<int>(text.align);
}

void write(QJsonObject& to, const Paragraph& paragraph) {
    QJsonArray runs;
    for (const Run& run : paragraph.runs)
        runs.append(QJsonArray{run.text, run.bold});
    to[QStringLiteral("box")] = boxOf(paragraph.box);
    to[QStringLiteral("runs")] = runs;
    to[QStringLiteral("points")] = paragraph.points;
}

void write(QJsonObject& to, const Frame& frame) {
    to[QStringLiteral("box")] = boxOf(frame.box);
    to[QStringLiteral("stroke")] = frame.stroke;
    if (frame.grey)
        to[QStringLiteral("grey")] = *frame.grey;
}

void write(QJsonObject& to, const Rule& rule) {
    to[QStringLiteral("line")] = QJsonArray{rule.start, rule.top, rule.end, rule.bottom};
    to[QStringLiteral("stroke")] = rule.stroke;
}

void write(QJsonObject& to, const TickBox& tick) {
    to[QStringLiteral("box")] = boxOf(tick.box);
}

void write(QJsonObject& to, const Tablet& tablet) {
    to[QStringLiteral("box")] = boxOf(tablet.box);
    to[QStringLiteral("label")] = tablet.label;
    to[QStringLiteral("half")] = tablet.half;
}

void write(QJsonObject& to, const Icon& icon) {
    to[QStringLiteral("box")] = boxOf(icon.box);
    to[QStringLiteral("sign")] = static_cast<int>(icon.sign);
}

void write(QJsonObject& to, const Watermark& mark) {
    to[QStringLiteral("text")] = mark.text;
}

QJsonArray pointsOf(const std::vector<Point>& points) {
    QJsonArray array;
    for (const Point& point : points) {
        array.append(point.start);
        array.append(point.top);
    }
    return array;
}

QJsonArray colourOf(const Colour& colour) {
    return {colour.red, colour.green, colour.blue};
}

void write(QJsonObject& to, const Polyline& line) {
    to[QStringLiteral("points")] = pointsOf(line.points);
    to[QStringLiteral("stroke")] = line.stroke;
    to[QStringLiteral("colour")] = colourOf(line.colour);
    to[QStringLiteral("dash")] = static_cast<int>(line.dash);
}

void write(QJsonObject& to, const Area& area) {
    to[QStringLiteral("points")] = pointsOf(area.outline);
    to[QStringLiteral("colour")] = colourOf(area.fill);
}

void write(QJsonObject& to, const Mark& mark) {
    to[QStringLiteral("box")] = boxOf(mark.box);
    to[QStringLiteral("marker")] = static_cast<int>(mark.marker);
    to[QStringLiteral("colour")] = colourOf(mark.colour);
    to[QStringLiteral("filled")] = mark.filled;
}

// Reads one object; anything missing or of another type is remembered, and the whole is then refused.
class Reader {
public:
    explicit Reader(const QJsonObject& object)
        : m_object(object) {}

    bool good() const { return m_good; }
    double number(const QString& key) { return number(m_object[key]); }
    QString text(const QString& key) { return text(m_object[key]); }
    bool boolean(const QString& key) { return boolean(m_object[key]); }
    template <class Enum>
    Enum choice(const QString& key, Enum last) {
        const double value = number(key);
        if (value < 0 || value > static_cast<double>(last) || value != static_cast<int>(value)) {
            m_good = false;
            return last;
        }
        return static_cast<Enum>(static_cast<int>(value));
    }
    std::array<double, 4> four(const QString& key) {
        const QJsonArray array = m_object[key].toArray();
        m_good = m_good && array.size() == 4;
        if (array.size() != 4)
            return {};
        return {number(array[0]), number(array[1]), number(array[2]), number(array[3])};
    }
    Box box() {
        const auto [start, top, width, height] = four(QStringLiteral("box"));
        return {start, top, width, height};
    }
    std::vector<Run> runs() {
        std::vector<Run> result;
        for (const QJsonArray runs = m_object[QStringLiteral("runs")].toArray(); const QJsonValue& each : runs)
            result.push_back({text(each.toArray().at(0)), boolean(each.toArray().at(1))});
        return result;
    }
    std::vector<Point> points() {
        const QJsonArray array = m_object[QStringLiteral("points")].toArray();
        m_good = m_good && array.size() % 2 == 0;
        std::vector<Point> result;
        for (qsizetype i = 0; i + 1 < array.size(); i += 2)
            result.push_back({number(array[i]), number(array[i + 1])});
        return result;
    }
    Colour colour() {
        const QJsonArray array = m_object[QStringLiteral("colour")].toArray();
        m_good = m_good && array.size() == 3;
        const auto part = [&](qsizetype index) {
            const double value = number(array.at(index));
            m_good = m_good && value >= 0 && value <= 255;
            return static_cast<std::uint8_t>(m_good ? value : 0);
        };
        return {part(0), part(1), part(2)};
    }
    bool has(const QString& key) const { return m_object.contains(key); }

private:
    double number(const QJsonValue& value) {
        m_good = m_good && value.isDouble();
        return value.toDouble();
    }
    QString text(const QJsonValue& value) {
        m_good = m_good && value.isString();
        return value.toString();
    }
    bool boolean(const QJsonValue& value) {
        m_good = m_good && value.isBool();
        return value.toBool();
    }

    QJsonObject m_object;
    bool m_good = true;
};

std::optional<Shape> shapeOf(const QString& kind, Reader& from) {
    const auto stroke = [&] { return from.number(QStringLiteral("stroke")); };
    if (kind == QLatin1String(kinds[0])) {
        Text text;
        text.box = from.box();
        text.text = from.text(QStringLiteral("text"));
        text.face = from.choice(QStringLiteral("face"), Face::condensedBold);
        text.points = from.number(QStringLiteral("points"));
        text.align = from.choice(QStringLiteral("align"), Align::end);
        return text;
    }
    if (kind == QLatin1String(kinds[1]))
        return Paragraph{from.box(), from.runs(), from.number(QStringLiteral("points"))};
    if (kind == QLatin1String(kinds[2])) {
        Frame frame;
        frame.box = from.box();
        frame.stroke = stroke();
        if (from.has(QStringLiteral("grey")))
            frame.grey = from.choice(QStringLiteral("grey"), std::uint8_t{255});
        return frame;
    }
    if (kind == QLatin1String(kinds[3])) {
        const auto [start, top, end, bottom] = from.four(QStringLiteral("line"));
        return Rule{start, top, end, bottom, stroke()};
    }
    if (kind == QLatin1String(kinds[4]))
        return TickBox{from.box()};
    if (kind == QLatin1String(kinds[5]))
        return Tablet{from.box(), from.text(QStringLiteral("label")), from.boolean(QStringLiteral("half"))};
    if (kind == QLatin1String(kinds[6]))
        return Icon{from.box(), from.choice(QStringLiteral("sign"), Sign::alarm)};
    if (kind == QLatin1String(kinds[7]))
        return Watermark{from.text(QStringLiteral("text"))};
    if (kind == QLatin1String(kinds[8])) {
        Polyline line;
        line.points = from.points();
        line.stroke = stroke();
        line.colour = from.colour();
        line.dash = from.choice(QStringLiteral("dash"), Dash::dotted);
        return line;
    }
    if (kind == QLatin1String(kinds[9]))
        return Area{from.points(), from.colour()};
    if (kind == QLatin1String(kinds[10])) {
        Mark mark;
        mark.box = from.box();
        mark.marker = from.choice(QStringLiteral("marker"), Marker::triangle);
        mark.colour = from.colour();
        mark.filled = from.boolean(QStringLiteral("filled"));
        return mark;
    }
    return std::nullopt;
}

} // namespace

QByteArray toJson(const Document& document) {
    QJsonArray pages;
    for (const Page& page : document.pages) {
        QJsonArray blocks;
        for (const Block& block : page.blocks) {
            QJsonObject object{{QStringLiteral("kind"), QLatin1String(kinds[block.shape.index()])}};
            std::visit([&](const auto& shape) { write(object, shape); }, block.shape);
            if (block.tag)
                object[QStringLiteral("tag")] =
                    QJsonArray{static_cast<int>(block.tag->role), block.tag->day.dayNumber(),
                               static_cast<int>(block.tag->part), block.tag->product};
            blocks.append(object);
        }
        pages.append(blocks);
    }
    const QJsonObject root{
        {QStringLiteral("form"), form},
        {QStringLiteral("title"), document.title},
        {QStringLiteral("paper"), static_cast<int>(document.paper)},
        {QStringLiteral("landscape"), document.landscape},
        {QStringLiteral("right_to_left"), document.rightToLeft},
        {QStringLiteral("pages"), pages},
    };
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

core::Result<Document> documentFromJson(const QByteArray& json) {
    const auto damaged = [] { return core::failure(core::ErrorCode::fileDamaged, "document"); };
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    Reader head(root);
    if (head.number(QStringLiteral("form")) != form)
        return damaged();
    Document document;
    document.title = head.text(QStringLiteral("title"));
    document.paper = head.choice(QStringLiteral("paper"), PaperSize::letter);
    document.landscape = head.boolean(QStringLiteral("landscape"));
    document.rightToLeft = head.boolean(QStringLiteral("right_to_left"));
    if (!head.good())
        return damaged();
    for (const QJsonArray pages = root[QStringLiteral("pages")].toArray(); const QJsonValue& each : pages) {
        Page& page = document.pages.emplace_back();
        for (const QJsonArray blocks = each.toArray(); const QJsonValue& value : blocks) {
            Reader reader(value.toObject());
            std::optional<Shape> shape = shapeOf(value[QStringLiteral("kind")].toString(), reader);
            if (!shape || !reader.good())
                return damaged();
            Block& block = page.blocks.emplace_back();
            block.shape = *std::move(shape);
            if (reader.has(QStringLiteral("tag"))) {
                const auto [role, day, part, product] = reader.four(QStringLiteral("tag"));
                if (!reader.good())
                    return damaged();
                block.tag = Tag{static_cast<Role>(static_cast<int>(role)),
                                core::Date::fromDayNumber(static_cast<std::int32_t>(day)),
                                static_cast<core::DayPart>(static_cast<int>(part)), static_cast<std::uint8_t>(product)};
            }
        }
    }
    return document;
}

} // namespace lento::report
