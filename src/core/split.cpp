#include "core/split.h"

#include <algorithm>
#include <cassert>

namespace lento::core {

namespace {

constexpr std::array<DayPart, 1> onceParts{DayPart::evening};
constexpr std::array<DayPart, 2> twiceParts{DayPart::morning, DayPart::evening};
constexpr std::array<DayPart, 3> threeParts{DayPart::morning, DayPart::midday, DayPart::evening};
constexpr std::array<DayPart, 4> fourParts{DayPart::morning, DayPart::midday, DayPart::evening, DayPart::bedtime};

using Quanta = std::array<std::int64_t, mostDosesPerDay>;

// rule: SPL-2
std::int64_t weight(int index, int doses, SplitStrategy strategy) {
    return strategy == SplitStrategy::evening && index == doses - 1 ? 2 : 1;
}

// Whole shares, then the left-over quanta by the size of the fraction, the later time first.
// rule: SPL-3, SPL-5
Quanta share(std::int64_t total, int doses, SplitStrategy strategy) {
    std::int64_t weights = 0;
    for (int i = 0; i < doses; ++i)
        weights += weight(i, doses, strategy);

    Quanta shares{};
    Quanta fractions{}; // in weights-ths of a quantum; -1 once served
    std::int64_t left = total;
    for (int i = 0; i < doses; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::int64_t exact = total * weight(i, doses, strategy);
        shares[at] = exact / weights;
        fractions[at] = exact % weights;
        left -= shares[at];
    }
    for (; left > 0; --left) {
        std::size_t next = 0;
        for (std::size_t i = 1; i < static_cast<std::size_t>(doses); ++i) {
            if (fractions[i] >= fractions[next])
                next = i;
        }
        ++shares[next];
        fractions[next] = -1;
    }
    return shares;
}

// The second half. False if some dose has to stay above the cap.
// rule: SPL-4
bool levelToCap(Quanta& shares, int doses, std::int64_t cap) {
    const auto end = static_cast<std::size_t>(doses);
    for (;;) {
        std::size_t largest = 0;
        std::size_t smallest = 0;
        for (std::size_t i = 1; i < end; ++i) {
            if (shares[i] >= shares[largest])
                largest = i;
            if (shares[i] <= shares[smallest])
                smallest = i;
        }
        if (shares[largest] <= cap)
            return true;
        // A dose that would itself go over the cap takes nothing: then no move helps.
        if (shares[smallest] >= cap)
            return false;
        --shares[largest];
        ++shares[smallest];
    }
}

} // namespace

// rule: SPL-1
std::span<const DayPart> dayParts(int dosesPerDay) {
    assert(dosesPerDay >= 1 && dosesPerDay <= mostDosesPerDay);
    switch (dosesPerDay) {
    case 1:
        return onceParts;
    case 2:
        return twiceParts;
    case 3:
        return threeParts;
    default:
        return fourParts;
    }
}

DoseSplit::DoseSplit(int dosesPerDay)
    : m_count(static_cast<std::uint8_t>(dosesPerDay)) {
    assert(dosesPerDay >= 0 && dosesPerDay <= mostDosesPerDay);
}

OralDose DoseSplit::at(DayPart part) const {
    const std::span<const DayPart> mine = parts();
    for (std::size_t i = 0; i < mine.size(); ++i) {
        if (mine[i] == part)
            return m_doses[i];
    }
    return {};
}

OralDose DoseSplit::largest() const {
    return *std::max_element(m_doses.begin(), m_doses.end());
}

DailyDose DoseSplit::total() const {
    std::int64_t sum = 0;
    for (const OralDose dose : m_doses)
        sum += dose.inNanograms();
    return DailyDose::nanograms(sum);
}

// rule: SPL-4
int dosesPerDayFor(DailyDose total, const SplitRules& rules) {
    assert(!rules.quantum.isZero());
    const OralDose cap = rules.quantum * (rules.singleDoseCap / rules.quantum);
    int doses = rules.dosesPerDay;
    while (doses < mostDosesPerDay && total > perDay(cap) * doses)
        ++doses;
    return doses;
}

SplitResult splitDay(DailyDose total, const SplitRules& rules) {
    SplitRules raised = rules;
    raised.dosesPerDay = dosesPerDayFor(total, rules);
    return splitDayAt(total, raised);
}

SplitResult splitDayAt(DailyDose total, const SplitRules& rules) {
    assert(!rules.quantum.isZero() && total.isMultipleOf(perDay(rules.quantum)));
    assert(rules.dosesPerDay >= 1 && rules.dosesPerDay <= mostDosesPerDay);
    Quanta shares = share(total / perDay(rules.quantum), rules.dosesPerDay, rules.strategy);

    SplitResult result{DoseSplit(rules.dosesPerDay), false};
    result.overCap = !levelToCap(shares, rules.dosesPerDay, rules.singleDoseCap / rules.quantum);
    for (int i = 0; i < rules.dosesPerDay; ++i)
        result.split.set(i, rules.quantum * shares[static_cast<std::size_t>(i)]);
    return result;
}

} // namespace lento::core
