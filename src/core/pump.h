// What an intrathecal pump is asked to give, worked out as a second pair of eyes: first dose, allowed changes, refill
// and alarm, bridge bolus (ITB).
//
// Lento never programs a pump. Doses in whole nanograms on a grid of 0.1 mcg a day (RND-4), volumes in nanolitres;
// every figure is exact until it is rounded by name. Where only a function of the pump's own data is asked, no rule
// number is built in: they are RuleNumbers.pump.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/patient.h"
#include "core/pump_numbers.h"
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lento::core {

// What a pump is filled with: 500 mcg/mL is 500,000 ng in a millilitre.
class Concentration {
public:
    constexpr Concentration() = default;
    // Precondition: more than zero.
    static constexpr Concentration nanogramsPerMillilitre(std::int64_t count) {
        assert(count > 0);
        return Concentration(count);
    }
    static constexpr Concentration microgramsPerMillilitre(int count) {
        return nanogramsPerMillilitre(std::int64_t{count} * nanogramsPerMicrogram);
    }
    constexpr std::int64_t inNanogramsPerMillilitre() const noexcept { return m_nanograms; }
    friend constexpr auto operator<=>(Concentration, Concentration) = default;

private:
    explicit constexpr Concentration(std::int64_t count)
        : m_nanograms(count) {}
    std::int64_t m_nanograms = nanogramsPerMicrogram;
};

// UNI-2: every intrathecal entry and limit lies on it.
inline constexpr PumpDose pumpGrid = PumpDose::nanograms(100);

// ITB-1, ITB-2, ITB-4: what may follow a screening bolus without enough effect.
struct NextBolus {
    std::optional<PumpBolus> bolus; // nothing: the last one failed too, no candidate for a pump
    int afterHours = 0;             // since the last one began
    friend bool operator==(const NextBolus&, const NextBolus&) = default;
};
NextBolus nextScreeningBolus(PumpBolus last, const PumpNumbers& numbers);

// ITB-5: twice the bolus that worked, once where its effect lasted longer than eight hours or it did harm. `close` says
// that other texts, which draw the line at twelve hours, would still have doubled it.
struct FirstPumpDose {
    PumpDose daily;
    bool close = false;
    friend bool operator==(const FirstPumpDose&, const FirstPumpDose&) = default;
};
FirstPumpDose firstPumpDose(PumpBolus effective, int effectMinutes, bool negativeReaction, const PumpNumbers& numbers);

enum class PumpPhase : std::uint8_t { titration, maintenance };

// Both ends included and on the grid; the lower rounded up, the upper down, so that it never widens (RND-4). A small
// dose may leave nothing between them: then lowest is above highest.
struct PumpRange {
    PumpDose lowest, highest;
    bool contains(PumpDose dose) const { return lowest <= dose && dose <= highest; }
    friend bool operator==(const PumpRange&, const PumpRange&) = default;
};
// ITB-7, ITB-8: what the next increase may come to. Children and every origin that is not spinal have the tighter
// limits.
PumpRange pumpIncreaseRange(PumpDose daily, SpasticityOrigin origin, bool child, PumpPhase phase,
                            const PumpNumbers& numbers);
// ITB-8: what a reduction for side effects may come to.
PumpRange pumpReductionRange(PumpDose daily, const PumpNumbers& numbers);

// ITB-12: what flows in a day, to the nearest nanolitre.
Volume pumpFlow(PumpDose daily, Concentration concentration);
bool isFlowUsual(Volume perDay, const PumpNumbers& numbers);

// One of the up to 13 periods of a flex day (ITB-11), [from, until) in minutes.
struct FlexPeriod {
    int fromMinute = 0;
    int untilMinute = 0;
    PumpDose perHour;
    friend bool operator==(const FlexPeriod&, const FlexPeriod&) = default;
};
inline constexpr std::size_t mostFlexPeriods = 13;
// What the periods come to in a day, rounded to the nanogram. Errors: outOfRange ("periods" for none or more than 13),
// conflictingFields ("periods[2]") where a period does not begin at the end of the one before, the first at midnight
// and the last ending there.
Result<PumpDose> flexDailyDose(const std::vector<FlexPeriod>& periods);

// A daily dose from a day on, the mean of it in flex mode.
struct PumpDoseFrom {
    Date on;
    PumpDose daily;
    friend bool operator==(const PumpDoseFrom&, const PumpDoseFrom&) = default;
};

struct PumpFill {
    Date on;
    Volume filled;
    Volume alarm; // left in the reservoir when the pump begins to beep
    Concentration concentration;
    std::vector<PumpDoseFrom> doses; // by day, the first on the day of the fill; one for each change since
};

enum class RefillLimit : std::uint8_t { alarm, stability };

struct Refill {
    int daysToAlarm = 0; // whole days from the fill
    Date alarm;
    Date refillBy;
    RefillLimit limit = RefillLimit::alarm;
    friend bool operator==(const Refill&, const Refill&) = default;
};
// ITB-13. A refill never falls on one of `closedDays`: it moves to the open day before. Errors: missingField ("doses"),
// outOfRange (a margin below 0, "margin"; a dose of zero, "doses[1]"; no open weekday, "closedDays"), conflictingFields
// (alarm volume not below the fill, "alarm"; doses out of order, or the first not on the day of the fill, "doses[1]").
Result<Refill> refill(const PumpFill& fill, int marginDays, const std::vector<Weekday>& closedDays,
                      const PumpNumbers& numbers);
// ITB-14: what should be left on the morning of a day, zero once it is empty. Errors: as refill, outOfRange ("on") for
// a day before the fill.
Result<Volume> expectedVolume(const PumpFill& fill, Date on);
bool isVolumeDoubtful(Volume expected, Volume aspirated, const PumpNumbers& numbers);

// ITB-16: the bolus that fills tubing and catheter with the new concentration before the new flow begins.
struct Catheter {
    int millimetres = 0;
    Volume perCentimetre;
    Volume tubing; // inside the pump
};
struct Bridge {
    Volume volume;
    PumpBolus dose;
    int durationMinutes = 0; // nearest
    std::int32_t durationHundredthsOfHour = 0;
    Volume flowBefore, flowAfter; // a day
    PumpDose ifForgotten;         // a day, until the old solution has left the catheter
    friend bool operator==(const Bridge&, const Bridge&) = default;
};
// Precondition: daily is not zero.
Bridge bridgeBolus(const Catheter& catheter, Concentration before, Concentration after, PumpDose daily);

} // namespace lento::core
