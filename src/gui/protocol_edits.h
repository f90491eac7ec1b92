// Lines that only a protocol needs: an amount by weight, a list of intervals, a list of sources.
#pragma once

#include "core/per_weight.h"
#include "gui/typed_edit.h"

#include <string>
#include <vector>

namespace lento::gui {

// "0.3 mg/kg"
class PerWeightEdit : public ValueEdit<core::PerWeight> {
    Q_OBJECT
public:
    explicit PerWeightEdit(QWidget* parent = nullptr);
};

// "3, 4, 7"
class WholeNumbersEdit : public ValueEdit<std::vector<int>> {
    Q_OBJECT
public:
    WholeNumbersEdit(int lowest, int highest, QWidget* parent = nullptr);
};

// "S14, S11"; each of them not empty.
class NamesEdit : public ValueEdit<std::vector<std::string>> {
    Q_OBJECT
public:
    explicit NamesEdit(QWidget* parent = nullptr);
};

} // namespace lento::gui
