// A Document is printed pages as plain values: texts, boxes, tablets and icons in millimetres, comparable and readable
// as text.
//
// Positions count from the start edge of the paper, which is the left one, or the right one in a right-to-left
// document: the painter mirrors, layouts never do. Sizes in mm, letters in points. What a text says about a dose
// carries a Tag, so that the proof can read the finished pages back.
#pragma once

#include "core/calendar.h"
#include "core/clinic.h"
#include "core/split.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace lento::report {

using core::PaperSize;

struct Box {
    double start = 0; // from the start edge
    double top = 0;
    double width = 0;
    double height = 0;
    double end() const { return start + width; }
    double bottom() const { return top + height; }
    friend bool operator==(const Box&, const Box&) = default;
};

enum class Face : std::uint8_t { regular, bold, condensed, condensedBold };
enum class Align : std::uint8_t { start, centre, end };

// What a block says about a day; the proof collects these.
enum class Role : std::uint8_t {
    day,    // the date of a cell: once for each day of the sheet
    dose,   // mg at one time of day
    count,  // the number of pieces of one product at one time of day, or the volume
    pieces, // a tablet drawn
    tick,   // the box to tick
    total,  // mg of the whole day
};
struct Tag {
    Role role = Role::day;
    core::Date day;
    core::DayPart part = core::DayPart::morning; // not for day and total
    std::uint8_t product = 0;                    // count and pieces
    friend bool operator==(const Tag&, const Tag&) = default;
};

// One line, centred between top and bottom of its box on the height of its capitals; must fit its width.
struct Text {
    Box box;
    QString text;
    Face face = Face::regular;
    double points = 10;
    Align align = Align::start;
    friend bool operator==(const Text&, const Text&) = default;
};

struct Run {
    QString text;
    bool bold = false;
    friend bool operator==(const Run&, const Run&) = default;
};
// Words that wrap; must fit its box.
struct Paragraph {
    Box box;
    std::vector<Run> runs;
    double points = 10;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Frame {
    Box box;
    double stroke = 0.2;              // mm; 0 for none
    std::optional<std::uint8_t> grey; // fill: 0 black to 255 white
    friend bool operator==(const Frame&, const Frame&) = default;
};

struct Rule {
    double start = 0;
    double top = 0;
    double end = 0;
    double bottom = 0;
    double stroke = 0.2;
    friend bool operator==(const Rule&, const Rule&) = default;
};

struct TickBox {
    Box box;
    friend bool operator==(const TickBox&, const TickBox&) = default;
};

// A tablet as it looks: a disc with its strength; a half is half a disc.
struct Tablet {
    Box box; // of the whole disc, or of the half
    QString label;
    bool half = false;
    friend bool operator==(const Tablet&, const Tablet&) = default;
};

enum class Sign : std::uint8_t {
    arrowDown,
    arrowUp,
    arrowRight,
    morning, // sun rising
    midday,  // full sun
    evening, // sun setting
    bedtime, // moon
    visit,
    call,
    bloodTest,
    refill,
    stop,
    alarm,
};
struct Icon {
    Box box;
    Sign sign = Sign::visit;
    friend bool operator==(const Icon&, const Icon&) = default;
};

// A word across the whole page, so pale that the doses stay readable.
struct Watermark {
    QString text;
    friend bool operator==(const Watermark&, const Watermark&) = default;
};

// Charts only: everything that a patient is given is black on white.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

struct Point {
    double start = 0;
    double top = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

enum class Dash : std::uint8_t { solid, dashed, dotted };
struct Polyline {
    std::vector<Point> points;
    double stroke = 0.2; // mm
    Colour colour;
    Dash dash = Dash::solid;
    friend bool operator==(const Polyline&, const Polyline&) = default;
};

// A filled shape without an outline.
struct Area {
    std::vector<Point> outline;
    Colour fill;
    friend bool operator==(const Area&, const Area&) = default;
};

enum class Marker : std::uint8_t { circle, square, triangle };
struct Mark {
    Box box;
    Marker marker = Marker::circle;
    Colour colour;
    bool filled = false; // else white inside
    friend bool operator==(const Mark&, const Mark&) = default;
};

using Shape = std::variant<Text, Paragraph, Frame, Rule, TickBox, Tablet, Icon, Watermark, Polyline, Area, Mark>;
struct Block {
    Shape shape;
    std::optional<Tag> tag;
    friend bool operator==(const Block&, const Block&) = default;
};

struct Page {
    std::vector<Block> blocks;
    friend bool operator==(const Page&, const Page&) = default;
};

struct Document {
    QString title; // for the file's properties: never a name of a patient
    PaperSize paper = PaperSize::a4;
    bool landscape = false;
    bool rightToLeft = false;
    std::vector<Page> pages;

    double width() const; // mm
    double height() const;
    friend bool operator==(const Document&, const Document&) = default;
};

// The document as lines of text, for golden files: one line a block, boxes rounded to 0.1 mm.
QString toText(const Document& document);

} // namespace lento::report
