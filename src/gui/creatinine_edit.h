// CreatinineEdit asks for a creatinine and its unit; a number without a unit is refused, for 90 and 0.9 are both
// possible.
#pragma once

#include "gui/typed_edit.h"
#include "wording/typed_values.h"

namespace lento::gui {

class SegmentedControl;

class CreatinineEdit : public QWidget {
    Q_OBJECT
public:
    explicit CreatinineEdit(QWidget* parent = nullptr);

    // The line itself, for notes below it and for the tab order.
    TypedEdit& line() const noexcept { return *m_line; }
    std::optional<wording::TypedCreatinine> value() const { return m_line->value(); }
    void setUnit(core::CreatinineUnit unit);
    void setValue(const core::Creatinine& creatinine);
    std::optional<core::CreatinineUnit> unit() const;

Q_SIGNALS:
    void valueEdited();

private:
    ValueEdit<wording::TypedCreatinine>* m_line = nullptr;
    SegmentedControl* m_unit = nullptr;
};

} // namespace lento::gui
