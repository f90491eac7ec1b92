#include "gui/tab_order.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

#include <algorithm>
#include <utility>
#include <vector>

namespace lento::gui {

namespace {

void collect(QWidget* widget, std::vector<QWidget*>& found);

void collect(QLayout* layout, std::vector<QWidget*>& found) {
    struct Place {
        int row = 0;
        int column = 0;
        QLayoutItem* item = nullptr;
    };
    std::vector<Place> places;
    auto* grid = qobject_cast<QGridLayout*>(layout);
    for (int i = 0; i < layout->count(); ++i) {
        Place place{0, i, layout->itemAt(i)};
        if (grid != nullptr) {
            int rows = 0;
            int columns = 0;
            grid->getItemPosition(i, &place.row, &place.column, &rows, &columns);
        }
        places.push_back(place);
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    for (const Place& place : places) {
        if (QWidget* widget = place.item->widget())
            collect(widget, found);
        else if (QLayout* inner = place.item->layout())
            collect(inner, found);
    }
}

void collect(QWidget* widget, std::vector<QWidget*>& found) {
    // A button that is not the tab stop of its row now may become it.
    if (widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr)
        found.push_back(widget);
    if (auto* area = qobject_cast<QScrollArea*>(widget)) {
        if (area->widget() != nullptr)
            collect(area->widget(), found);
    } else if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(splitter->widget(i), found);
    } else if (widget->layout() != nullptr) {
        collect(widget->layout(), found);
    }
}

} // namespace

void orderTabs(QWidget& root) {
    std::vector<QWidget*> found;
    if (root.layout() != nullptr)
        collect(root.layout(), found);
    for (std::size_t i = 1; i < found.size(); ++i)
        QWidget::setTabOrder(found[i - 1], found[i]);
}

} // namespace lento::gui
