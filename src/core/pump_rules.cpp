#include "core/pump_rules.h"

#include "core/rule_family.h"

#include <algorithm>
#include <array>

namespace lento::core {

namespace {

constexpr std::int64_t minutesPerHour = 60;
constexpr std::int64_t minutesPerWholeDay = 1440;
constexpr std::int64_t hundred = 100;

constexpr auto keys = std::to_array<std::string_view>({
    "ITB-6",       "itb-1.order",    "itb-10.month",    "itb-10.unseen",     "itb-10.year",        "itb-11.clock",
    "itb-12.flow", "itb-14.differs", "itb-16.bridge",   "itb-2.interval",    "itb-2.most",         "itb-4.age",
    "itb-4.body",  "itb-4.brain",    "itb-4.infection", "itb-4.no-response", "itb-4.not-assessed", "itb-7.large",
    "itb-7.range", "itb-7.sooner",   "itb-8.increase",  "itb-8.reduction",   "itb-9.reason",       "itb-9.usual",
    "itb-9.warn",
});

std::int64_t minuteOf(Date on, int minute) {
    return on.dayNumber() * minutesPerWholeDay + minute;
}

Date dayOf(std::int64_t minutes) {
    return Date::fromDayNumber(static_cast<std::int32_t>(minutes / minutesPerWholeDay));
}

Input mcg(const char* name, PumpDose dose) {
    return {name, microgramText(dose)};
}

std::optional<int> ageOn(const PumpFacts& facts, Date day) {
    return facts.birthDate ? std::optional(completedYears(*facts.birthDate, day)) : std::nullopt;
}

// An unknown age has the tighter limits, as an unknown origin has.
bool hasChildLimits(const PumpFacts& facts, Date day) {
    return ageOn(facts, day).value_or(0) < adultAgeYears;
}

const PumpSetting* settingBefore(const PumpCourse& course, const PumpImplantId& implant, std::int64_t minute) {
    const auto found = std::find_if(course.settings.rbegin(), course.settings.rend(), [&](const PumpSetting& each) {
        return each.implant == implant && each.minuteCount() < minute;
    });
    return found == course.settings.rend() ? nullptr : &*found;
}

// The minute of the latest rise before `minute`, and of the first setting.
struct Rises {
    std::optional<std::int64_t> latest;
    std::optional<std::int64_t> started;
};
Rises risesBefore(const PumpCourse& course, const PumpImplantId& implant, std::int64_t minute) {
    Rises found;
    const PumpSetting* before = nullptr;
    for (const PumpSetting& setting : course.settings) {
        if (setting.implant != implant || setting.minuteCount() >= minute)
            continue;
        if (!before)
            found.started = setting.minuteCount();
        else if (setting.daily > before->daily)
            found.latest = setting.minuteCount();
        before = &setting;
    }
    return found;
}

// The lowest dose that was in force within `days` before a moment.
std::optional<PumpDose> lowestWithin(const PumpCourse& course, const PumpImplantId& implant, const PumpSetting& next,
                                     int days) {
    std::optional<PumpDose> lowest;
    const std::int64_t since = next.minuteCount() - days * minutesPerWholeDay;
    std::optional<PumpDose> inForce; // when the time begins
    for (const PumpSetting& setting : course.settings) {
        if (setting.implant != implant || setting.minuteCount() >= next.minuteCount())
            continue;
        if (setting.minuteCount() <= since)
            inForce = setting.daily;
        else
            lowest = std::min(lowest.value_or(setting.daily), setting.daily);
    }
    if (inForce)
        lowest = std::min(lowest.value_or(*inForce), *inForce);
    return lowest;
}

// ITB-6, and ITB-7's "at most once in 24 hours".
void checkTimeOfIncrease(const PumpCourse& course, const PumpSetting& next, const PumpNumbers& numbers,
                         std::vector<Finding>& findings) {
    const Rises rises = risesBefore(course, next.implant, next.minuteCount());
    const auto hoursSince = [&](std::int64_t minute) { return (next.minuteCount() - minute) / minutesPerHour; };
    if (rises.started && next.minuteCount() < *rises.started + numbers.itb6.firstHours * minutesPerHour)
        add(findings, "ITB-6", Action::blockOverridable, wholePlan, "ITB-6", {"S13"},
            {{"since_hours", hoursSince(*rises.started)}});
    else if (rises.latest && next.minuteCount() < *rises.latest + numbers.itb7.betweenIncreasesHours * minutesPerHour)
        add(findings, "ITB-7", Action::blockOverridable, wholePlan, "itb-7.sooner", {"S12", "S13", "S46"},
            {{"since_hours", hoursSince(*rises.latest)}});
}

// ITB-7, ITB-8
void checkSizeOfChange(const PumpFacts& facts, PumpDose before, const PumpSetting& next, const PumpNumbers& numbers,
                       std::vector<Finding>& findings) {
    if (next.daily < before) {
        const PumpRange range = pumpReductionRange(before, numbers);
        if (next.forSideEffects && !range.contains(next.daily))
            add(findings, "ITB-8", Action::blockOverridable, wholePlan, "itb-8.reduction", {"S13", "S47"},
                {mcg("daily_mcg", next.daily), mcg("before_mcg", before), mcg("lowest_mcg", range.lowest),
                 mcg("highest_mcg", range.highest)});
        else if (!next.forSideEffects && next.daily < range.lowest)
            add(findings, "ITB-8", Action::blockOverridable, wholePlan, "itb-8.reduction", {"S13", "S47"},
                {mcg("daily_mcg", next.daily), mcg("before_mcg", before), mcg("lowest_mcg", range.lowest),
                 mcg("highest_mcg", range.highest)});
        return;
    }
    if (next.daily == before)
        return;
    const PumpRange range =
        pumpIncreaseRange(before, facts.origin, hasChildLimits(facts, next.on), next.phase, numbers);
    const bool titrates = next.phase == PumpPhase::titration;
    const SourceList titration = {"S12", "S13", "S46"};
    const SourceList maintenance = {"S13", "S47"};
    // "Larger" asks for a reason (ITB-7); a maintenance increase outside on either side does (ITB-8).
    if (next.daily > range.highest || (!titrates && next.daily < range.lowest))
        add(findings, titrates ? "ITB-7" : "ITB-8", Action::blockOverridable, wholePlan,
            titrates ? "itb-7.range" : "itb-8.increase", titrates ? titration : maintenance,
            {mcg("daily_mcg", next.daily), mcg("before_mcg", before), mcg("lowest_mcg", range.lowest),
             mcg("highest_mcg", range.highest)});
    else if (titrates && (next.daily.inNanograms() - before.inNanograms()) * hundred >
                             before.inNanograms() * numbers.itb7.large.whole())
        add(findings, "ITB-7", Action::inform, wholePlan, "itb-7.large", {"S46"},
            {mcg("daily_mcg", next.daily), mcg("before_mcg", before)});
}

// ITB-9
void checkUsualDose(const PumpFacts& facts, const PumpSetting& next, const PumpNumbers& numbers,
                    std::vector<Finding>& findings) {
    if (next.daily > numbers.itb9.reasonAbove) {
        add(findings, "ITB-9", Action::blockOverridable, wholePlan, "itb-9.reason", {"PD"},
            {mcg("daily_mcg", next.daily), mcg("limit_mcg", numbers.itb9.reasonAbove)});
        return;
    }
    if (next.daily > numbers.itb9.warnAbove) {
        add(findings, "ITB-9", Action::warn, wholePlan, "itb-9.warn", {"S47"},
            {mcg("daily_mcg", next.daily), mcg("limit_mcg", numbers.itb9.warnAbove)});
        return;
    }
    const std::optional<int> age = ageOn(facts, next.on);
    const bool young = age && *age < numbers.itb9.childBelowYears;
    const PumpDoseSpan& usual = young                                      ? numbers.itb9.child
                                : facts.origin == SpasticityOrigin::spinal ? numbers.itb9.spinal
                                                                           : numbers.itb9.cerebral;
    if (next.daily < usual.lowest || next.daily > usual.highest)
        add(findings, "ITB-9", Action::inform, wholePlan, "itb-9.usual", {"S13", "S48"},
            {mcg("daily_mcg", next.daily), mcg("lowest_mcg", usual.lowest), mcg("highest_mcg", usual.highest)});
}

// ITB-10: only a rise is looked into.
void checkTolerance(const PumpFacts& facts, const PumpCourse& course, PumpDose before, const PumpSetting& next,
                    const PumpNumbers& numbers, std::vector<Finding>& findings) {
    const auto& rule = numbers.itb10;
    if (next.daily <= before)
        return;
    const std::optional<PumpDose> inYear = lowestWithin(course, next.implant, next, rule.yearDays);
    // A first titration rises from the first dose; tolerance is a need that rises after it (S49).
    if (next.phase == PumpPhase::maintenance && inYear && next.daily > *inYear + rule.riseInYear) {
        add(findings, "ITB-10", Action::warn, wholePlan, "itb-10.year", {"S49"},
            {mcg("daily_mcg", next.daily), mcg("before_mcg", *inYear), {"within_days", std::int64_t{rule.yearDays}}});
        return;
    }
    const std::optional<PumpDose> inMonth = lowestWithin(course, next.implant, next, rule.monthDays);
    const bool responds = facts.lastResponse.value_or(false);
    const char* message = facts.lastResponse ? "itb-10.month" : "itb-10.unseen";
    if (inMonth && !responds &&
        next.daily.inNanograms() * hundred > inMonth->inNanograms() * (hundred + rule.riseInMonth.whole()))
        add(findings, "ITB-10", Action::warn, wholePlan, message, {"S49"},
            {mcg("daily_mcg", next.daily), mcg("before_mcg", *inMonth), {"within_days", std::int64_t{rule.monthDays}}});
}

// ITB-12
void checkFlow(PumpDose daily, Concentration concentration, const PumpNumbers& numbers,
               std::vector<Finding>& findings) {
    const Volume flow = pumpFlow(daily, concentration);
    if (!isFlowUsual(flow, numbers))
        add(findings, "ITB-12", Action::warn, wholePlan, "itb-12.flow", {"GK"},
            {{"flow_ml", millilitreText(flow)},
             {"lowest_ml", millilitreText(numbers.itb12.lowestFlow)},
             {"highest_ml", millilitreText(numbers.itb12.highestFlow)}});
}

bool hasFailed(const ScreeningBolus& bolus, const PumpNumbers& numbers) {
    return isBolusPositive(bolus, numbers) == std::optional(false);
}

} // namespace

// rule: ITB-3
std::optional<bool> isBolusPositive(const ScreeningBolus& bolus, const PumpNumbers& numbers) {
    if (bolus.goalMet == std::optional(true))
        return true;
    std::optional<int> before;
    std::optional<int> lowest;
    for (const PumpObservation& seen : bolus.observations) {
        if (!seen.meanMasThousandths)
            continue;
        if (seen.hoursAfter == 0)
            before = seen.meanMasThousandths;
        else
            lowest = std::min(lowest.value_or(*seen.meanMasThousandths), *seen.meanMasThousandths);
    }
    if (before && lowest)
        return *before - *lowest >= numbers.itb3.masFallThousandths;
    return bolus.goalMet;
}

std::vector<Finding> checkScreeningBolus(const PumpFacts& facts, const PumpTrial& trial, const ScreeningBolus& next,
                                         const PumpNumbers& numbers) {
    std::vector<Finding> findings;
    const PumpBolus most = numbers.itb2.most;
    if (next.dose > most)
        add(findings, "ITB-2", Action::blockOverridable, wholePlan, "itb-2.most", {"S12a", "S43"},
            {{"bolus_mcg", microgramText(next.dose)}, {"limit_mcg", microgramText(most)}});
    if (!trial.boluses.empty()) {
        const ScreeningBolus& last = trial.boluses.back();
        const std::int64_t minutes = minuteOf(next.on, next.minute) - minuteOf(last.on, last.minute);
        if (minutes < numbers.itb2.betweenBolusesHours * minutesPerHour)
            add(findings, "ITB-2", Action::blockOverridable, wholePlan, "itb-2.interval", {"S12a", "S43"},
                {{"since_hours", minutes / minutesPerHour}});
        if (last.dose >= most && hasFailed(last, numbers))
            add(findings, "ITB-4", Action::blockOverridable, wholePlan, "itb-4.no-response", {"S13"},
                {{"bolus_mcg", microgramText(last.dose)}});
    }
    const auto& ladder = numbers.itb1.boluses;
    const bool first = trial.boluses.empty();
    const std::optional<PumpBolus> expected =
        first ? std::optional(ladder.front()) : nextScreeningBolus(trial.boluses.back().dose, numbers).bolus;
    if (next.dose <= most && expected && next.dose != *expected && !(first && next.dose == numbers.itb1.smallest))
        add(findings, "ITB-1", Action::warn, wholePlan, "itb-1.order", {"S12", "S13"},
            {{"bolus_mcg", microgramText(next.dose)}, {"proposed_mcg", microgramText(*expected)}});

    std::vector<std::string> missing;
    if (const std::optional<int> age = ageOn(facts, next.on); !age)
        missing.emplace_back("birth_date");
    else if (*age < numbers.itb4.lowestAgeYears)
        add(findings, "ITB-4", Action::blockOverridable, wholePlan, "itb-4.age", {"S12", "S13"},
            {{"age_years", std::int64_t{*age}}});
    if (!facts.brainInjury)
        missing.emplace_back("conditions");
    else if (*facts.brainInjury && !facts.brainInjuryOn)
        missing.emplace_back("brain_injury_date");
    else if (*facts.brainInjury && next.on - *facts.brainInjuryOn < numbers.itb4.brainInjuryDays)
        add(findings, "ITB-4", Action::blockOverridable, wholePlan, "itb-4.brain", {"S12", "S13"},
            {{"since", *facts.brainInjuryOn}});
    if (!trial.infection)
        missing.emplace_back("infection");
    else if (*trial.infection)
        add(findings, "ITB-4", Action::blockOverridable, wholePlan, "itb-4.infection", {"S12", "S13"});
    if (!trial.bodyTooSmall)
        missing.emplace_back("body_size");
    else if (*trial.bodyTooSmall)
        add(findings, "ITB-4", Action::blockOverridable, wholePlan, "itb-4.body", {"S12", "S13"});
    if (!missing.empty())
        addNotAssessed(findings, "ITB-4", Action::warn, "itb-4.not-assessed", {"S12", "S13"}, missing);
    return findings;
}

TrialProposal proposeForTrial(const PumpTrial& trial, bool smallest, const PumpNumbers& numbers) {
    TrialProposal proposal;
    if (trial.boluses.empty()) {
        proposal.bolus = smallest ? numbers.itb1.smallest : numbers.itb1.boluses.front();
        return proposal;
    }
    const ScreeningBolus& last = trial.boluses.back();
    const std::optional<bool> positive = isBolusPositive(last, numbers);
    if (!positive) {
        proposal.kind = TrialProposal::Kind::notAssessed;
        return proposal;
    }
    if (*positive) {
        proposal.kind = TrialProposal::Kind::positive;
        if (last.effectMinutes && last.negativeReaction)
            proposal.firstDose = firstPumpDose(last.dose, *last.effectMinutes, *last.negativeReaction, numbers);
        return proposal;
    }
    const NextBolus next = nextScreeningBolus(last.dose, numbers);
    if (!next.bolus) {
        proposal.kind = TrialProposal::Kind::noCandidate;
        return proposal;
    }
    proposal.bolus = next.bolus;
    const std::int64_t from = minuteOf(last.on, last.minute) + next.afterHours * minutesPerHour;
    proposal.notBeforeOn = dayOf(from);
    proposal.notBeforeMinute = static_cast<int>(from % minutesPerWholeDay);
    return proposal;
}

std::optional<PumpChangeLimits> pumpChangeLimits(const PumpFacts& facts, const PumpCourse& course,
                                                 const PumpImplant& implant, PumpPhase phase, Date on,
                                                 const PumpNumbers& numbers) {
    const PumpSetting* now = course.settingOn(implant.id, on);
    if (!now)
        return std::nullopt;
    PumpChangeLimits limits;
    limits.increase = pumpIncreaseRange(now->daily, facts.origin, hasChildLimits(facts, on), phase, numbers);
    limits.reduction = pumpReductionRange(now->daily, numbers);
    limits.rule = phase == PumpPhase::titration ? "ITB-7" : "ITB-8";
    const Rises rises = risesBefore(course, implant.id, minuteOf(on + 1, 0));
    std::optional<std::int64_t> from;
    if (rises.started)
        from = *rises.started + numbers.itb6.firstHours * minutesPerHour;
    if (rises.latest)
        from = std::max(*from, *rises.latest + numbers.itb7.betweenIncreasesHours * minutesPerHour);
    if (from) {
        limits.increaseFromOn = dayOf(*from);
        limits.increaseFromMinute = static_cast<int>(*from % minutesPerWholeDay);
    }
    return limits;
}

std::vector<Finding> checkSetting(const PumpFacts& facts, const PumpCourse& course, const PumpImplant& implant,
                                  const PumpSetting& next, std::optional<Concentration> concentration,
                                  const PumpNumbers& numbers) {
    std::vector<Finding> findings;
    if (const PumpSetting* before = settingBefore(course, implant.id, next.minuteCount())) {
        if (next.daily > before->daily)
            checkTimeOfIncrease(course, next, numbers, findings);
        checkSizeOfChange(facts, before->daily, next, numbers, findings);
        checkTolerance(facts, course, before->daily, next, numbers, findings);
    }
    checkUsualDose(facts, next, numbers, findings);
    if (next.mode == PumpMode::flex) // the pump's clock does not follow the clock change
        add(findings, "ITB-11", Action::inform, wholePlan, "itb-11.clock", {"S46"});
    if (concentration)
        checkFlow(next.daily, *concentration, numbers, findings);
    return findings;
}

std::vector<Finding> checkRefill(const PumpCourse& course, const PumpImplant& implant, const PumpRefill& next,
                                 const PumpNumbers& numbers) {
    std::vector<Finding> findings;
    const PumpSetting* setting = course.settingOn(implant.id, next.on);
    if (setting)
        checkFlow(setting->daily, next.concentration, numbers, findings);
    if (next.expected && next.aspirated && isVolumeDoubtful(*next.expected, *next.aspirated, numbers))
        add(findings, "ITB-14", Action::warn, wholePlan, "itb-14.differs", {"S54"},
            {{"expected_ml", millilitreText(*next.expected)},
             {"aspirated_ml", millilitreText(*next.aspirated)},
             {"limit_ml", millilitreText(numbers.itb14.difference)}});
    const PumpRefill* before = course.refillBefore(implant.id, next.on - 1);
    if (before && setting && before->concentration != next.concentration && !next.bridgeGiven) {
        const Bridge bridge =
            bridgeBolus(implant.catheter(), before->concentration, next.concentration, setting->daily);
        add(findings, "ITB-16", Action::blockOverridable, wholePlan, "itb-16.bridge", {"S46"},
            {mcg("daily_mcg", setting->daily),
             mcg("given_mcg", bridge.ifForgotten),
             {"bolus_mcg", microgramText(bridge.dose)}});
    }
    return findings;
}

std::span<const std::string_view> pumpMessages() {
    return keys;
}

} // namespace lento::core
