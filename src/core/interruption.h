// What to do after doses were missed: one late dose (RST-M), or a gap long enough to lose tolerance (RST-1 to RST-4).
#pragma once

#include "core/amount.h"
#include "core/dose_times.h"
#include "core/finding.h"
#include "core/split.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lento::core {

struct RuleNumbers;

enum class MissedDose : std::uint8_t { take, skip };

// RST-M. Both in minutes from the dose's own time: now, and the next dose.
MissedDose missedDose(int lateMinutes, int gapMinutes, const RuleNumbers& numbers);

// The same by the clock, for one dose of a day: until when it is still taken, and when the dose after it is due, over
// midnight where it is the last. Nothing for a time without a dose.
struct LateDose {
    int minuteOfDay = 0;
    int takeUntil = 0; // this minute included
    int next = 0;
    friend bool operator==(const LateDose&, const LateDose&) = default;
};
std::optional<LateDose> lateDose(const DoseSplit& split, DayPart part, const DoseTimes& times,
                                 const RuleNumbers& numbers);

struct Interruption {
    int gapHours = 0;        // since the last dose taken
    DailyDose previous;      // the daily dose before the gap
    DailyDose protocolStart; // after REN and RND-2
    DailyDose quantum;
    bool withdrawalSigns = false;
    std::optional<int> withdrawalGrade; // the worst of WDL-1 to WDL-4, when it was graded
    std::optional<double> k;            // nothing: not assessed, and the gap alone decides
    bool withoutK = false; // dialysis or an unstable creatinine: whatever K is, the kidney counts as low (REN-5)
};

enum class RestartAction : std::uint8_t {
    resume,      // the full dose
    restartLow,  // RST-2: half, then up again
    restartOver, // RST-3: from the protocol's start
    supervise,   // RST-4: the previous dose under supervision
};

struct Restart {
    RestartAction action = RestartAction::resume;
    DailyDose dose;
    bool lowerForKidney = false; // K put it one class lower
    bool emergency = false;      // RST-4 from grade 3
    // The proposal with its rule, inputs and sources, as the why shows it.
    Finding finding;
};

// Precondition: quantum and previous are more than zero.
Restart restartAfter(const Interruption& gap, const RuleNumbers& numbers);

// The keys that its findings carry.
std::span<const std::string_view> restartMessages();

} // namespace lento::core
