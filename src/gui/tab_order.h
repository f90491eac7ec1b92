// orderTabs makes Tab go as the eye does: through the layouts from the first item to the last, grids row by row.
//
// Qt's own order is that in which widgets were made, which is another one as soon as a form is built from parts.
#pragma once

class QWidget;

namespace lento::gui {

void orderTabs(QWidget& root);

} // namespace lento::gui
