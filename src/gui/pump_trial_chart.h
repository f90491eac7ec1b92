// PumpTrialChart draws a screening trial bolus by bolus on the hours after each: the mean MAS above, with the fall that
// counts as a response, the vital signs below on the same hours (ITB-2, ITB-3).
#pragma once

#include "core/pump_numbers.h"
#include "core/pump_record.h"

#include <QWidget>

namespace lento::gui {

class PumpTrialChart : public QWidget {
    Q_OBJECT
public:
    explicit PumpTrialChart(QWidget* parent = nullptr);

    void show(const core::PumpTrial& trial, const core::PumpNumbers& numbers);
    // What is drawn, in words, for those who do not see it.
    QString words() const { return accessibleDescription(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintMas(QPainter& painter, const core::ScreeningBolus& bolus, const QRectF& plot) const;
    void paintVitals(QPainter& painter, const core::ScreeningBolus& bolus, const QRectF& plot) const;
    void paintAxis(QPainter& painter, const QRectF& plot, int top, int step, bool labelled) const;
    void paintHours(QPainter& painter, const QRectF& plot) const;

    std::vector<core::ScreeningBolus> m_boluses;
    int m_fallThousandths = 0;
};

} // namespace lento::gui
