// A DoseSplit says how much is taken at each time of a day; it is the only source of a day's total (SPL).
//
// A time without a dose is allowed (SPL-5).
#pragma once

#include "core/amount.h"
#include "core/product.h"

#include <array>
#include <cstdint>
#include <span>

namespace lento::core {

enum class DayPart : std::uint8_t { morning, midday, evening, bedtime };
inline constexpr int mostDosesPerDay = 4;

enum class SplitStrategy : std::uint8_t { equal, evening };

// SPL-1: 1 = evening; 2 = morning, evening; 3 = morning, midday, evening; 4 = all. Precondition: 1 <= doses <= 4.
std::span<const DayPart> dayParts(int dosesPerDay);

class DoseSplit {
public:
    DoseSplit() = default; // no doses: the row of the stop date
    explicit DoseSplit(int dosesPerDay);

    int dosesPerDay() const noexcept { return m_count; }
    std::span<const DayPart> parts() const { return m_count == 0 ? std::span<const DayPart>{} : dayParts(m_count); }
    OralDose at(int index) const { return m_doses[static_cast<std::size_t>(index)]; }
    // Nothing for a time that this split does not have.
    OralDose at(DayPart part) const;
    void set(int index, OralDose dose) { m_doses[static_cast<std::size_t>(index)] = dose; }
    OralDose largest() const;
    DailyDose total() const;

    friend bool operator==(const DoseSplit&, const DoseSplit&) = default;

private:
    std::array<OralDose, mostDosesPerDay> m_doses{};
    std::uint8_t m_count = 0;
};

struct SplitRules {
    int dosesPerDay = 3;
    SplitStrategy strategy = SplitStrategy::equal;
    OralDose singleDoseCap = OralDose::milligrams(20); // SPL-4, TIT-8
    OralDose quantum;
    friend bool operator==(const SplitRules&, const SplitRules&) = default;
};

struct SplitResult {
    DoseSplit split;
    bool overCap = false; // SPL-4: a single dose stays above the cap (OVER-CAP, BLOCK-OVR)
};

// SPL-4 first half: the number of doses a day that the cap asks for, at least rules.dosesPerDay, at most 4.
int dosesPerDayFor(DailyDose total, const SplitRules& rules);
// SPL-3 and SPL-4. Precondition: quantum > 0 and total is a multiple of it.
SplitResult splitDay(DailyDose total, const SplitRules& rules);
// The same with the number of doses fixed to rules.dosesPerDay (TAP-17).
SplitResult splitDayAt(DailyDose total, const SplitRules& rules);

} // namespace lento::core
