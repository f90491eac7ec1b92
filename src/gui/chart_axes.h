// What the charts of the program share about their axes: round marks, labels at their values, dates that fit.
#pragma once

#include "core/calendar.h"

#include <initializer_list>
#include <span>

class QCategoryAxis;
class QColor;
class QFont;

namespace lento::gui {

// QCategoryAxis wants different labels; a zero-width space keeps equal ones apart.
inline constexpr char16_t apartMark = u'\u200B';

// The first of rising distances at which `highest` needs at most six marks; the last when none is enough.
double tickFor(double highest, std::span<const double> ticks);

// Labels stand at their values, whole, beside a line that is not drawn.
void setUpAxis(QCategoryAxis& axis);
void clearLabels(QCategoryAxis& axis);
void colourAxes(std::initializer_list<QCategoryAxis*> axes, const QFont& font, const QColor& labels,
                const QColor& grid);

// From day number firstX to lastX: Mondays of a short time, else the first of months or years, at most `mostLabels`.
void labelDays(QCategoryAxis& axis, double firstX, double lastX, double mostLabels);

} // namespace lento::gui
