// PumpChart draws the dose of a pump in mcg a day as a step line by day, its refills below, and its alarm date ahead.
//
// Painted, not a Qt chart: a line of a few steps with marks that no axis of Qt Charts has (a day axis by day number).
#pragma once

#include "core/pump_status.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace lento::gui {

class PumpChart : public QWidget {
    Q_OBJECT
public:
    explicit PumpChart(QWidget* parent = nullptr);

    void show(const core::PumpCourse& course, const core::PumpImplant* implant,
              const std::optional<core::PumpStatus>& status, core::Date today);
    // What is drawn, in words, for those who do not see it.
    QString words() const { return accessibleDescription(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    struct Point {
        int day;
        double micrograms;
    };
    std::vector<Point> m_points; // each holds until the next, the last until today
    std::vector<int> m_refills;
    std::optional<int> m_alarm;
    int m_today = 0;
};

} // namespace lento::gui
