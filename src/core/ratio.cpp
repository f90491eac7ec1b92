#include "core/ratio.h"

#include <algorithm>
#include <cassert>

namespace lento::core {

namespace {

DailyDose quanta(std::int64_t count, DailyDose quantum) {
    return quantum * count;
}

} // namespace

// rule: RND-2
DailyDose roundDownToQuantum(DailyDose dose, DailyDose quantum) {
    return scaledDownToQuantum(dose, Ratio{1, 1}, quantum);
}

// rule: RND-1, RND-2
DailyDose scaledDownToQuantum(DailyDose dose, Ratio ratio, DailyDose quantum) {
    assert(!quantum.isZero() && ratio.denominator > 0 && ratio.numerator >= 0);
    const std::int64_t count = dose.inNanograms() * ratio.numerator / (quantum.inNanograms() * ratio.denominator);
    return quanta(std::max<std::int64_t>(count, 1), quantum);
}

// rule: TAP-1
DailyDose roundUpToQuantum(DailyDose dose, DailyDose quantum) {
    assert(!quantum.isZero());
    return quanta((dose.inNanograms() + quantum.inNanograms() - 1) / quantum.inNanograms(), quantum);
}

// rule: RND-3
DailyDose taperStep(DailyDose base, Percent percent, DailyDose quantum, Percent most) {
    assert(!quantum.isZero() && percent.whole() >= 0);
    const std::int64_t q = quantum.inNanograms();
    // Nearest with the exact half down is ceil(x - 1/2), here over the common denominator 200 q.
    const std::int64_t twice = std::int64_t{2} * percent.whole() * base.inNanograms();
    std::int64_t count = std::max<std::int64_t>((twice + 100 * q - 1) / (200 * q), 1);
    if (count > 1 && 100 * count * q > most.whole() * base.inNanograms())
        --count;
    return quanta(count, quantum);
}

std::int64_t percentTenths(DailyDose part, DailyDose whole) {
    assert(!whole.isZero());
    return (2'000 * part.inNanograms() + whole.inNanograms()) / (2 * whole.inNanograms());
}

} // namespace lento::core
