#include "gui/chart_axes.h"

#include "wording/quantities.h"

#include <QtCharts/QCategoryAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace lento::gui {

namespace {

constexpr int daysShownAsWeeks = 100;

core::Date dayAt(double x) {
    return core::Date::fromDayNumber(static_cast<std::int32_t>(x));
}

void labelMondays(QCategoryAxis& axis, double firstX, double lastX, double mostLabels) {
    const int weeks = static_cast<int>(std::ceil((lastX - firstX) / 7 / mostLabels));
    core::Date day = dayAt(firstX);
    while (day.weekday() != core::Weekday::monday)
        day = day + 1;
    for (; day.dayNumber() <= lastX; day = day + 7 * weeks)
        axis.append(wording::shortDate(day), day.dayNumber());
}

} // namespace

double tickFor(double highest, std::span<const double> ticks) {
    const auto enough = std::ranges::find_if(ticks, [&](double tick) { return highest <= 6 * tick; });
    return enough == ticks.end() ? ticks.back() : *enough;
}

void setUpAxis(QCategoryAxis& axis) {
    axis.setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis.setLineVisible(false);
    axis.setTruncateLabels(false);
}

void clearLabels(QCategoryAxis& axis) {
    for (const QStringList labels = axis.categoriesLabels(); const QString& label : labels)
        axis.remove(label);
}

void colourAxes(std::initializer_list<QCategoryAxis*> axes, const QFont& font, const QColor& labels,
                const QColor& grid) {
    for (QCategoryAxis* axis : axes) {
        axis->setLabelsBrush(labels);
        axis->setLabelsFont(font);
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
    }
}

void labelDays(QCategoryAxis& axis, double firstX, double lastX, double mostLabels) {
    clearLabels(axis);
    axis.setRange(firstX, lastX);
    const double days = lastX - firstX;
    if (days <= daysShownAsWeeks) {
        labelMondays(axis, firstX, lastX, mostLabels);
        return;
    }
    constexpr std::array<int, 6> monthSteps{1, 2, 3, 6, 12, 24};
    const double months = days / 30.4;
    const auto step = std::ranges::find_if(monthSteps, [&](int each) { return months / each <= mostLabels; });
    const int every = step == monthSteps.end() ? monthSteps.back() : *step;
    for (int year = dayAt(firstX).year(); year <= dayAt(lastX).year(); ++year)
        for (int month = 1; month <= 12; month += every) {
            if (every > 12 && year % 2 != 0)
                continue;
            // The room beside the first day may begin before the years that there are.
            const core::Result<core::Date> first = core::Date::fromYmd(year, month, 1);
            if (!first || first->dayNumber() < firstX || first->dayNumber() > lastX)
                continue;
            const QString name = wording::monthText(year, month).left(3);
            // The year stands under January and under the first label; a mark keeps equal month names apart.
            const bool named = month == 1 || axis.categoriesLabels().isEmpty();
            axis.append(every >= 12 ? QString::number(year)
                        : named     ? QStringLiteral("%1<br>%2").arg(name).arg(year)
                                    : name + QString(QChar(apartMark)).repeated(year % 100),
                        first->dayNumber());
        }
}

} // namespace lento::gui
