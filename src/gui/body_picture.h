// BodyPicture shows the levels of a scale on the outline of a body seen from the front, each muscle group a region with
// its level as colour and in figures; a click chooses the group and side.
//
// The patient's left is at the right, and says so. The grid is the way by keyboard, and holds the same.
#pragma once

#include "core/scale.h"

#include <QTransform>
#include <QWidget>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lento::gui {

class BodyPicture : public QWidget {
    Q_OBJECT
public:
    struct Level {
        std::string muscleGroup;
        core::Side side = core::Side::left;
        QString text;     // "1+"; empty: not scored
        double share = 0; // of the worst level, 0 to 1
    };

    explicit BodyPicture(QWidget* parent = nullptr);

    // English name of a muscle group's code.
    void setNames(std::function<QString(const std::string&)> names) { m_names = std::move(names); }
    // The groups that are asked for; the others of the picture are drawn faintly.
    void setLevels(std::vector<Level> levels);

    struct Place {
        std::string muscleGroup;
        core::Side side = core::Side::left;
        friend bool operator==(const Place&, const Place&) = default;
    };
    // What lies under a point of the widget.
    std::optional<Place> placeAt(QPointF point) const;
    // The middle of a region; nothing for a group that the picture does not know.
    std::optional<QPointF> middleOf(const std::string& muscleGroup, core::Side side) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const std::string& muscleGroup, lento::core::Side side);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QTransform toWidget() const;
    const Level* levelOf(const std::string& muscleGroup, core::Side side) const;
    QString wordsOf(const Place& place) const;

    std::vector<Level> m_levels;
    std::function<QString(const std::string&)> m_names;
};

} // namespace lento::gui
