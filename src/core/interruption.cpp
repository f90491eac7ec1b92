#include "core/interruption.h"

#include "core/ratio.h"
#include "core/rule_numbers.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace lento::core {

namespace {

constexpr std::int64_t hoursPerDay = 24;

enum class GapClass : std::uint8_t { resume, half, over };

GapClass classOf(const Interruption& gap, bool oneLower, const RuleNumbers& numbers) {
    if (gap.gapHours >= numbers.rst2.belowDays * hoursPerDay)
        return GapClass::over;
    if (gap.gapHours >= numbers.rst1.belowHours)
        return oneLower ? GapClass::over : GapClass::half;
    return oneLower ? GapClass::half : GapClass::resume;
}

// RST-2: down to the quantum, not below the protocol's start, and never above what was taken.
DailyDose halfOf(const Interruption& gap, const RuleNumbers& numbers) {
    const DailyDose half = scaledDownToQuantum(gap.previous, numbers.rst2.factor, gap.quantum);
    return std::min(std::max(half, gap.protocolStart), gap.previous);
}

Finding proposal(RuleId rule, std::string_view message, const Interruption& gap, DailyDose dose) {
    Finding finding;
    finding.rule = rule;
    finding.action = Action::propose;
    finding.message = message;
    finding.inputs = {{"gap_hours", std::int64_t{gap.gapHours}}, {"before_mg", gap.previous}, {"proposed_mg", dose}};
    if (gap.k)
        finding.inputs.push_back({"k_ml_min", *gap.k});
    finding.sources = {"S11"};
    if (rule != RuleId("RST-4"))
        finding.sources.insert(finding.sources.begin(), "S13");
    return finding;
}

} // namespace

// rule: RST-M
MissedDose missedDose(int lateMinutes, int gapMinutes, const RuleNumbers& numbers) {
    const Ratio part = numbers.rstM.partOfGap;
    return lateMinutes * part.denominator <= gapMinutes * part.numerator ? MissedDose::take : MissedDose::skip;
}

std::optional<LateDose> lateDose(const DoseSplit& split, DayPart part, const DoseTimes& times,
                                 const RuleNumbers& numbers) {
    if (split.at(part).isZero())
        return std::nullopt;
    LateDose late;
    late.minuteOfDay = times[static_cast<std::size_t>(part)];
    int gap = minutesPerDay;
    for (const DayPart other : split.parts()) {
        if (other == part || split.at(other).isZero())
            continue;
        const int minutes = times[static_cast<std::size_t>(other)] - late.minuteOfDay;
        gap = std::min(gap, minutes > 0 ? minutes : minutes + minutesPerDay);
    }
    const Ratio half = numbers.rstM.partOfGap;
    const auto most = static_cast<int>(gap * half.numerator / half.denominator);
    late.takeUntil = (late.minuteOfDay + most) % minutesPerDay;
    late.next = (late.minuteOfDay + gap) % minutesPerDay;
    return late;
}

Restart restartAfter(const Interruption& gap, const RuleNumbers& numbers) {
    assert(!gap.quantum.isZero() && !gap.previous.isZero());
    Restart restart;
    if (gap.withdrawalSigns) {
        restart.action = RestartAction::supervise;
        restart.dose = gap.previous;
        restart.emergency = gap.withdrawalGrade.value_or(0) >= numbers.rst4.emergencyGrade;
        restart.finding =
            proposal("RST-4", restart.emergency ? "rst-4.emergency" : "rst-4.supervise", gap, restart.dose);
        if (gap.withdrawalGrade)
            restart.finding.inputs.push_back({"withdrawal_grade", std::int64_t{*gap.withdrawalGrade}});
        return restart;
    }

    const bool lowK = gap.withoutK || (gap.k && *gap.k < numbers.rst1.lowK);
    const GapClass found = classOf(gap, lowK, numbers);
    restart.lowerForKidney = found != classOf(gap, false, numbers);
    switch (found) {
    case GapClass::resume:
        restart.action = RestartAction::resume;
        restart.dose = gap.previous;
        restart.finding = proposal("RST-1", "RST-1", gap, restart.dose);
        break;
    case GapClass::half:
        restart.action = RestartAction::restartLow;
        restart.dose = halfOf(gap, numbers);
        restart.finding = proposal("RST-2", restart.lowerForKidney ? "rst-2.kidney" : "rst-2.gap", gap, restart.dose);
        break;
    case GapClass::over:
        restart.action = RestartAction::restartOver;
        // Not above what was taken before: a break is no reason for more.
        restart.dose = std::min(gap.protocolStart, gap.previous);
        restart.finding = proposal("RST-3", restart.lowerForKidney ? "rst-3.kidney" : "rst-3.gap", gap, restart.dose);
        break;
    }
    return restart;
}

std::span<const std::string_view> restartMessages() {
    static constexpr std::array<std::string_view, 7> keys{
        "RST-1", "rst-2.gap", "rst-2.kidney", "rst-3.gap", "rst-3.kidney", "rst-4.emergency", "rst-4.supervise"};
    return keys;
}

} // namespace lento::core
