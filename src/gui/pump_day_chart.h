// PumpDayChart draws a setting hour by hour: what flows as steps in mcg an hour, boluses as marks, the daily total
// beside it, and the setting before as a dashed line (ITB-11).
#pragma once

#include "core/pump_day.h"

#include <QWidget>

#include <optional>

namespace lento::gui {

// Nothing without a setting.
std::optional<core::PumpDay> drawnDay(const core::PumpSetting* setting);

class PumpDayChart : public QWidget {
    Q_OBJECT
public:
    explicit PumpDayChart(QWidget* parent = nullptr);

    // missing: what to say while nothing can be drawn.
    void show(const std::optional<core::PumpDay>& day, const std::optional<core::PumpDay>& before,
              const QString& missing);
    // What is drawn, in words, for those who do not see it.
    QString words() const { return accessibleDescription(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<core::PumpDay> m_day;
    std::optional<core::PumpDay> m_before;
    QString m_missing;
};

} // namespace lento::gui
