// Lines for numbers with a meaning: a whole number in a range, a percentage, a weight, a height, a spasticity score.
#pragma once

#include "core/patient.h"
#include "core/ratio.h"
#include "gui/typed_edit.h"

#include <cstdint>

namespace lento::gui {

class WholeNumberEdit : public ValueEdit<int> {
    Q_OBJECT
public:
    explicit WholeNumberEdit(QWidget* parent = nullptr);
    WholeNumberEdit(int lowest, int highest, QWidget* parent = nullptr);
    void setRange(int lowest, int highest);

protected:
    bool stepBy(int steps) override;

private:
    int m_lowest = 0;
    int m_highest = 1'000;
};

// "10 %"; 1 to 100 (TAP-4 says which are wise).
class PercentEdit : public ValueEdit<core::Percent> {
    Q_OBJECT
public:
    explicit PercentEdit(QWidget* parent = nullptr);

protected:
    bool stepBy(int steps) override;
};

// Grams; "68.5 kg".
class WeightEdit : public ValueEdit<std::int32_t> {
    Q_OBJECT
public:
    explicit WeightEdit(QWidget* parent = nullptr);
};

// Millimetres; "172 cm".
class HeightEdit : public ValueEdit<std::int32_t> {
    Q_OBJECT
public:
    explicit HeightEdit(QWidget* parent = nullptr);
};

// Tenths; "3.5" of 10 (SCL-5).
class NrsEdit : public ValueEdit<int> {
    Q_OBJECT
public:
    explicit NrsEdit(QWidget* parent = nullptr);
};

// Tenths in a range; "38.4".
class TenthsEdit : public ValueEdit<int> {
    Q_OBJECT
public:
    TenthsEdit(int lowestTenths, int highestTenths, QWidget* parent = nullptr);
};

// Hundredths of a second; "12.5 s" (SCL-8).
class SecondsEdit : public ValueEdit<int> {
    Q_OBJECT
public:
    explicit SecondsEdit(QWidget* parent = nullptr);
};

} // namespace lento::gui
