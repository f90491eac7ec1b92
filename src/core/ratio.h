// Percent and exact fractions, applied to a dose only through a named rounding (RND-1, RND-2, RND-3).
#pragma once

#include "core/amount.h"
#include "core/result.h"

#include <cstdint>

namespace lento::core {

// A whole percentage; TAP-4 says which values a taper may use.
class Percent {
public:
    constexpr Percent() = default;
    static constexpr Percent of(int whole) { return Percent(whole); }
    constexpr int whole() const noexcept { return m_whole; }
    friend constexpr auto operator<=>(Percent, Percent) = default;

private:
    explicit constexpr Percent(int whole)
        : m_whole(whole) {}
    int m_whole = 0;
};

// An exact fraction, such as the two thirds of REN-5. Precondition: denominator > 0, numerator >= 0.
struct Ratio {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    friend constexpr bool operator==(Ratio, Ratio) = default;
};

// RND-2: down to a multiple of the quantum, never below one quantum. Precondition: quantum > 0.
DailyDose roundDownToQuantum(DailyDose dose, DailyDose quantum);
// RND-2 applied to a fraction of a dose: floor(dose x ratio / quantum) quanta, at least one.
DailyDose scaledDownToQuantum(DailyDose dose, Ratio ratio, DailyDose quantum);
// Up to a multiple of the quantum (TAP-1, final dose).
DailyDose roundUpToQuantum(DailyDose dose, DailyDose quantum);
// RND-3: the taper step for a base dose: nearest multiple of q to p x base, exact half down; at least q; then one q
// less if it is more than q and more than `most` of the base.
DailyDose taperStep(DailyDose base, Percent percent, DailyDose quantum, Percent most);

// part / whole in tenths of a percent, rounded half up: 5 of 60 gives 83. Precondition: whole > 0.
std::int64_t percentTenths(DailyDose part, DailyDose whole);

} // namespace lento::core
