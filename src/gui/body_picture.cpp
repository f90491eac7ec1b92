#include "gui/body_picture.h"

#include "gui/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

// The body stands on a sheet of 100 by 220; x of the patient's left, the right is its mirror image.
constexpr double sheetWidth = 100;
constexpr double sheetHeight = 220;

struct Region {
    const char* muscleGroup; // of resources/scales/muscle_groups.json
    double x, y;             // middle
    double halfWidth, halfHeight;
};

// Muscles of the back stand where they are felt from the front: at the rim of the limb.
constexpr std::array<Region, 21> regions{{{"shoulder-adductors", 62, 47, 5, 5.5},
                                          {"shoulder-internal-rotators", 70, 37, 5, 4.5},
                                          {"elbow-flexors", 76.5, 56, 4.6, 8},
                                          {"elbow-extensors", 83.5, 60, 3.6, 7},
                                          {"forearm-pronators", 79, 78, 4, 5.5},
                                          {"wrist-flexors", 82.5, 91, 4.2, 5},
                                          {"wrist-extensors", 89, 85, 3.6, 5.5},
                                          {"finger-flexors", 90.5, 108, 3.8, 4},
                                          {"thumb-flexors", 83, 103, 3.4, 3.4},
                                          {"thumb-adductor", 83, 111, 3.4, 3.4},
                                          {"hip-flexors", 60, 97, 5.5, 4.6},
                                          {"hip-extensors", 69, 108, 3.8, 6.5},
                                          {"hip-adductors", 55, 117, 4.2, 8.5},
                                          {"quadriceps", 62.5, 130, 4.6, 11},
                                          {"hamstrings", 55.5, 140, 4, 8.5},
                                          {"gastrocnemius-soleus", 65.5, 171, 4.6, 9.5},
                                          {"soleus", 64.5, 188, 3.6, 5},
                                          {"tibialis-posterior", 57, 186, 3.4, 5.5},
                                          {"tibialis-anterior", 58, 168, 3.6, 8.5},
                                          {"toe-flexors", 66.5, 208, 4, 3.4},
                                          {"great-toe-extensor", 58.5, 208, 3.4, 3.4}}};

QPointF middle(const Region& region, core::Side side) {
    return {side == core::Side::left ? region.x : sheetWidth - region.x, region.y};
}

// Half of the outline, at the patient's left, from the neck round the arm and the leg to the crotch.
QPainterPath outline() {
    constexpr std::array<QPointF, 22> half{
        QPointF(54, 25),  QPointF(56, 30),  QPointF(70, 32),  QPointF(78, 37),  QPointF(83, 48),  QPointF(88, 66),
        QPointF(93, 84),  QPointF(95, 103), QPointF(93, 115), QPointF(84, 115), QPointF(79, 100), QPointF(77, 86),
        QPointF(73, 68),  QPointF(71, 56),  QPointF(70, 74),  QPointF(72, 98),  QPointF(74, 122), QPointF(70, 150),
        QPointF(71, 172), QPointF(69, 196), QPointF(72, 211), QPointF(54, 212)};
    constexpr std::array<QPointF, 4> inner{QPointF(54, 196), QPointF(53, 170), QPointF(51.5, 150), QPointF(50, 110)};
    QPainterPath path;
    path.moveTo(50, 25);
    for (const QPointF& point : half)
        path.lineTo(point);
    for (const QPointF& point : inner)
        path.lineTo(point);
    path.closeSubpath();
    const QPainterPath mirrored = QTransform(-1, 0, 0, 1, sheetWidth, 0).map(path);
    QPainterPath head;
    head.addEllipse(QPointF(50, 14), 9, 11);
    return path.united(mirrored).united(head);
}

} // namespace

BodyPicture::BodyPicture(QWidget* parent)
    : QWidget(parent)
    , m_names([](const std::string& code) { return QString::fromStdString(code); }) {
    setAccessibleName(tr("Muscle groups on a body, the same as in the table above"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize BodyPicture::sizeHint() const {
    constexpr double heightInEms = 28;
    return {em(*this, heightInEms * sheetWidth / sheetHeight), em(*this, heightInEms)};
}

void BodyPicture::setLevels(std::vector<Level> levels) {
    m_levels = std::move(levels);
    QStringList words;
    for (const Level& level : m_levels)
        if (!level.text.isEmpty())
            words << wordsOf({level.muscleGroup, level.side});
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

const BodyPicture::Level* BodyPicture::levelOf(const std::string& muscleGroup, core::Side side) const {
    const auto found = std::ranges::find_if(
        m_levels, [&](const Level& level) { return level.muscleGroup == muscleGroup && level.side == side; });
    return found == m_levels.end() ? nullptr : &*found;
}

QString BodyPicture::wordsOf(const Place& place) const {
    const Level* level = levelOf(place.muscleGroup, place.side);
    const QString name = m_names(place.muscleGroup);
    const QString where = place.side == core::Side::left ? tr("%1, left").arg(name) : tr("%1, right").arg(name);
    return level != nullptr && !level->text.isEmpty() ? tr("%1: %2").arg(where, level->text)
                                                      : tr("%1: not scored").arg(where);
}

QTransform BodyPicture::toWidget() const {
    const double scale = std::min(width() / sheetWidth, height() / sheetHeight);
    return QTransform::fromTranslate((width() - scale * sheetWidth) / 2, (height() - scale * sheetHeight) / 2)
        .scale(scale, scale);
}

std::optional<QPointF> BodyPicture::middleOf(const std::string& muscleGroup, core::Side side) const {
    const auto region = std::ranges::find(regions, muscleGroup, &Region::muscleGroup);
    return region == regions.end() ? std::nullopt : std::optional(toWidget().map(middle(*region, side)));
}

std::optional<BodyPicture::Place> BodyPicture::placeAt(QPointF point) const {
    const QPointF at = toWidget().inverted().map(point);
    constexpr double near = 1.25; // a little beside it still means it
    std::optional<Place> nearest;
    double least = near;
    for (const Region& region : regions)
        for (const core::Side side : {core::Side::left, core::Side::right}) {
            const QPointF from = at - middle(region, side);
            const double distance = std::hypot(from.x() / region.halfWidth, from.y() / region.halfHeight);
            if (distance < least) {
                least = distance;
                nearest = Place{region.muscleGroup, side};
            }
        }
    return nearest;
}

void BodyPicture::paintEvent(QPaintEvent*) {
    const Tokens& now = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform sheet = toWidget();
    static const QPainterPath body = outline();
    const double unit = fontMetrics().height();
    QPen rim(now.controlBorder, unit / 10);
    rim.setJoinStyle(Qt::RoundJoin);
    painter.setPen(rim);
    painter.setBrush(now.subtle);
    painter.drawPath(sheet.map(body));

    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(now.muted);
    painter.drawText(sheet.mapRect(QRectF(0, 4, 38, 10)), Qt::AlignCenter, tr("right"));
    painter.drawText(sheet.mapRect(QRectF(62, 4, 38, 10)), Qt::AlignCenter, tr("left"));
    for (const Region& region : regions)
        for (const core::Side side : {core::Side::left, core::Side::right}) {
            const QPointF centre = middle(region, side);
            const QRectF box = sheet.mapRect(QRectF(centre.x() - region.halfWidth, centre.y() - region.halfHeight,
                                                    2 * region.halfWidth, 2 * region.halfHeight));
            const Level* level = levelOf(region.muscleGroup, side);
            const bool scored = level != nullptr && !level->text.isEmpty();
            painter.setPen(QPen(level == nullptr ? now.border : now.mas, unit / (level == nullptr ? 16 : 12)));
            QColor fill = now.mas;
            constexpr int palest = 20;
            constexpr int range = 120;
            fill.setAlpha(scored ? palest + static_cast<int>(range * level->share) : 0);
            painter.setBrush(level == nullptr ? QBrush(Qt::NoBrush) : QBrush(now.surface));
            painter.drawEllipse(box);
            if (!scored)
                continue;
            painter.setBrush(fill);
            painter.drawEllipse(box);
            painter.setPen(now.text);
            painter.drawText(box.adjusted(-unit, 0, unit, 0), Qt::AlignCenter, level->text);
        }
}

void BodyPicture::mousePressEvent(QMouseEvent* event) {
    const auto place = event->button() == Qt::LeftButton ? placeAt(event->position()) : std::nullopt;
    if (!place) {
        QWidget::mousePressEvent(event);
        return;
    }
    Q_EMIT chosen(place->muscleGroup, place->side);
}

bool BodyPicture::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto place = placeAt(help->pos());
    if (place)
        QToolTip::showText(help->globalPos(), wordsOf(*place), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace lento::gui
