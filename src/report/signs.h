// The small pictures of the paper as vector paths in a box: arrows, times of day, appointments; black on white, no font
// needed.
#pragma once

#include "report/document.h"

class QPainter;
class QRectF;

namespace lento::report {

// `box` in the painter's units. Arrows to the right turn round when rightToLeft.
void drawSign(QPainter& painter, Sign sign, const QRectF& box, bool rightToLeft);

} // namespace lento::report
