// ClockEdit reads a time of day such as 08:00; Up and Down move a quarter of an hour, the page keys an hour.
#pragma once

#include "gui/typed_edit.h"

namespace lento::gui {

class ClockEdit : public ValueEdit<int> { // minutes of the day
    Q_OBJECT
public:
    explicit ClockEdit(QWidget* parent = nullptr);

protected:
    bool stepBy(int steps) override;
};

} // namespace lento::gui
