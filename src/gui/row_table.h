// How every table of Lento that is read row by row behaves and looks.
#pragma once

class QString;
class QTableView;

namespace lento::gui {

// Before the table is given delegates of its own. No grid, whole rows chosen one at a time, nothing edited, Tab leaves
// it, headers at the left that do nothing.
void setUpRowTable(QTableView& table, const QString& accessibleName);

} // namespace lento::gui
