#include "report/signs.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lento::report {

namespace {

// Points of a picture in a unit square, y downwards.
struct Square {
    double left, top, side;
    explicit Square(const QRectF& box)
        : left(box.center().x() - std::min(box.width(), box.height()) / 2)
        , top(box.center().y() - std::min(box.width(), box.height()) / 2)
        , side(std::min(box.width(), box.height())) {}
    QPointF at(double x, double y) const { return {left + x * side, top + y * side}; }
    QRectF rect(double x, double y, double width, double height) const {
        return {left + x * side, top + y * side, width * side, height * side};
    }
};

void fill(QPainter& painter, const QPainterPath& path) {
    painter.fillPath(path, Qt::black);
}

void stroke(QPainter& painter, double width) {
    painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

void drawArrow(QPainter& painter, const Square& square, double quarterTurns) {
    painter.save();
    painter.translate(square.at(0.5, 0.5));
    painter.rotate(90 * quarterTurns);
    const double s = square.side;
    const QPolygonF arrow({{-0.14 * s, -0.46 * s},
                           {0.14 * s, -0.46 * s},
                           {0.14 * s, 0},
                           {0.40 * s, 0},
                           {0, 0.46 * s},
                           {-0.40 * s, 0},
                           {-0.14 * s, 0}});
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawPolygon(arrow);
    painter.restore();
}

void addLine(QPainterPath& path, const QPointF& from, const QPointF& to) {
    path.moveTo(from);
    path.lineTo(to);
}

void addRays(QPainterPath& path, const Square& square, double y, int first, int last) {
    for (int ray = first; ray <= last; ++ray) {
        const double angle = ray * std::numbers::pi / 4;
        const double x = std::cos(angle);
        const double up = std::sin(angle);
        addLine(path, square.at(0.5 + 0.38 * x, y - 0.38 * up), square.at(0.5 + 0.5 * x, y - 0.5 * up));
    }
}

// Sun on the horizon: open with rays in the morning, dark without rays in the evening. One path is one stroke.
void drawHorizon(QPainter& painter, const Square& square, bool rising) {
    stroke(painter, 0.085 * square.side);
    const double radius = rising ? 0.25 : 0.36;
    QPainterPath sun;
    sun.moveTo(square.at(0.5 - radius, 0.78));
    sun.arcTo(square.rect(0.5 - radius, 0.78 - radius, 2 * radius, 2 * radius), 180, -180);
    sun.closeSubpath();
    QPainterPath lines;
    if (rising) {
        lines = sun;
        addRays(lines, square, 0.78, 1, 3);
    } else {
        fill(painter, sun);
    }
    addLine(lines, square.at(0.02, 0.9), square.at(0.98, 0.9));
    painter.drawPath(lines);
}

// A disc with a bite out of it, as two arcs: QPainterPath::subtracted() would make hundreds of short lines of them.
void drawMoon(QPainter& painter, const Square& square) {
    constexpr double disc = 0.4; // radii
    constexpr double bite = 0.36;
    const QPointF from(0.52, 0.5); // centres
    const QPointF to(0.74, 0.36);
    const double distance = std::hypot(to.x() - from.x(), to.y() - from.y());
    const double nearer = (disc * disc - bite * bite + distance * distance) / (2 * distance);
    const auto degrees = [](double radians) { return radians * 180 / std::numbers::pi; };
    const double axis = degrees(std::atan2(from.y() - to.y(), to.x() - from.x()));
    const double discHalf = degrees(std::acos(nearer / disc)); // from the axis to where the circles meet
    const double biteHalf = degrees(std::acos((distance - nearer) / bite));
    const auto around = [&square](QPointF centre, double radius) {
        return square.rect(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    };
    QPainterPath moon;
    moon.arcMoveTo(around(from, disc), axis + discHalf);
    moon.arcTo(around(from, disc), axis + discHalf, 360 - 2 * discHalf);
    moon.arcTo(around(to, bite), axis + 180 + biteHalf, -2 * biteHalf);
    moon.closeSubpath();
    fill(painter, moon);
}

} // namespace

void drawSign(QPainter& painter, Sign sign, const QRectF& box, bool rightToLeft) {
    const Square square(box);
    switch (sign) {
    case Sign::arrowDown:
        drawArrow(painter, square, 0);
        return;
    case Sign::arrowUp:
        drawArrow(painter, square, 2);
        return;
    case Sign::arrowRight:
        drawArrow(painter, square, rightToLeft ? 1 : 3);
        return;
    case Sign::morning:
        drawHorizon(painter, square, true);
        return;
    case Sign::midday: {
        stroke(painter, 0.08 * square.side);
        QPainterPath sun;
        sun.addEllipse(square.rect(0.28, 0.28, 0.44, 0.44));
        addRays(sun, square, 0.5, 0, 7);
        painter.drawPath(sun);
        return;
    }
    case Sign::evening:
        drawHorizon(painter, square, false);
        return;
    case Sign::bedtime:
        drawMoon(painter, square);
        return;
    case Sign::visit: { // a person
        QPainterPath person;
        person.addEllipse(square.rect(0.31, 0.06, 0.38, 0.38));
        person.moveTo(square.at(0.1, 0.94));
        person.arcTo(square.rect(0.1, 0.5, 0.8, 0.88), 180, -180);
        person.closeSubpath();
        fill(painter, person);
        return;
    }
    case Sign::call: { // a handset
        painter.save();
        painter.translate(square.at(0.5, 0.5));
        painter.rotate(-45);
        const double s = square.side;
        QPainterPath handset;
        handset.setFillRule(Qt::WindingFill);
        handset.addRoundedRect(QRectF(-0.46 * s, -0.2 * s, 0.26 * s, 0.4 * s), 0.08 * s, 0.08 * s);
        handset.addRoundedRect(QRectF(0.2 * s, -0.2 * s, 0.26 * s, 0.4 * s), 0.08 * s, 0.08 * s);
        handset.addRoundedRect(QRectF(-0.46 * s, -0.2 * s, 0.92 * s, 0.16 * s), 0.08 * s, 0.08 * s);
        fill(painter, handset);
        painter.restore();
        return;
    }
    case Sign::bloodTest: { // a drop
        QPainterPath drop;
        drop.moveTo(square.at(0.5, 0.04));
        drop.cubicTo(square.at(0.6, 0.3), square.at(0.82, 0.44), square.at(0.82, 0.66));
        drop.arcTo(square.rect(0.18, 0.34, 0.64, 0.62), 0, -180);
        drop.cubicTo(square.at(0.18, 0.44), square.at(0.4, 0.3), square.at(0.5, 0.04));
        fill(painter, drop);
        return;
    }
    case Sign::refill: { // a container with a cross
        stroke(painter, 0.08 * square.side);
        painter.drawRoundedRect(square.rect(0.16, 0.2, 0.68, 0.72), 0.08 * square.side, 0.08 * square.side);
        painter.drawLine(square.at(0.3, 0.08), square.at(0.7, 0.08));
        painter.drawLine(square.at(0.5, 0.38), square.at(0.5, 0.74));
        painter.drawLine(square.at(0.32, 0.56), square.at(0.68, 0.56));
        return;
    }
    case Sign::stop: { // eight corners with a bar
        QPolygonF corners;
        for (int i = 0; i < 8; ++i) {
            const double angle = (i + 0.5) * std::numbers::pi / 4;
            corners << square.at(0.5 + 0.5 * std::cos(angle), 0.5 + 0.5 * std::sin(angle));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::black);
        painter.drawPolygon(corners);
        painter.fillRect(square.rect(0.24, 0.42, 0.52, 0.16), Qt::white);
        return;
    }
    case Sign::alarm: { // a bell
        QPainterPath bell;
        bell.moveTo(square.at(0.06, 0.78));
        bell.cubicTo(square.at(0.24, 0.64), square.at(0.18, 0.5), square.at(0.22, 0.36));
        bell.cubicTo(square.at(0.28, 0.1), square.at(0.72, 0.1), square.at(0.78, 0.36));
        bell.cubicTo(square.at(0.82, 0.5), square.at(0.76, 0.64), square.at(0.94, 0.78));
        bell.closeSubpath();
        bell.addEllipse(square.rect(0.4, 0.82, 0.2, 0.16));
        bell.addEllipse(square.rect(0.43, 0.04, 0.14, 0.14));
        bell.setFillRule(Qt::WindingFill);
        fill(painter, bell);
        return;
    }
    }
}

} // namespace lento::report
