#include "core/pump_record.h"

#include "core/bounds.h"
#include "core/pump_day.h"

#include <algorithm>
#include <limits>

namespace lento::core {

namespace {

constexpr int minutesPerWholeDay = 1440;
constexpr int highestMasThousandths = 4'000;
constexpr int longestCatheterMillimetres = 2'000;
constexpr int mostBolusesPerDay = 48;

Failure outside(std::string field, const std::string& value, const std::string& lowest, const std::string& highest) {
    return failure(ErrorCode::outOfRange, std::move(field), {value, lowest, highest});
}

std::string place(const char* list, std::size_t index, const char* field) {
    return std::string(list) + '[' + std::to_string(index) + "]." + field;
}

const PumpImplant* find(const PumpCourse& rows, const PumpImplantId& id) {
    const auto found = std::find_if(rows.implants.begin(), rows.implants.end(),
                                    [&](const PumpImplant& each) { return each.id == id; });
    return found == rows.implants.end() ? nullptr : &*found;
}

std::optional<Failure> dayProblem(Date on, const PumpImplant& implant, Date today) {
    const Date last = implant.removedOn ? std::min(*implant.removedOn, today) : today;
    if (on < implant.on || on > last)
        return outside("on", on.iso(), implant.on.iso(), last.iso());
    return {};
}

struct Measured {
    const char* name;
    std::optional<int> value;
    int lowest, highest;
};

} // namespace

const PumpImplant* PumpCourse::implantOn(Date day) const {
    const auto found = std::find_if(implants.rbegin(), implants.rend(), [day](const PumpImplant& each) {
        return each.on <= day && (!each.removedOn || *each.removedOn > day);
    });
    return found == implants.rend() ? nullptr : &*found;
}

const PumpSetting* PumpCourse::settingOn(const PumpImplantId& implant, Date day) const {
    const auto found = std::find_if(settings.rbegin(), settings.rend(),
                                    [&](const PumpSetting& each) { return each.implant == implant && each.on <= day; });
    return found == settings.rend() ? nullptr : &*found;
}

const PumpRefill* PumpCourse::refillBefore(const PumpImplantId& implant, Date day) const {
    const auto found = std::find_if(refills.rbegin(), refills.rend(),
                                    [&](const PumpRefill& each) { return each.implant == implant && each.on <= day; });
    return found == refills.rend() ? nullptr : &*found;
}

std::optional<PumpFill> PumpCourse::fillOn(const PumpImplant& implant, Date day) const {
    const PumpRefill* last = refillBefore(implant.id, day);
    if (!last)
        return std::nullopt;
    PumpFill fill{last->on, last->filled, implant.model.alarm, last->concentration, {}};
    if (const PumpSetting* then = settingOn(implant.id, last->on))
        fill.doses.push_back({last->on, then->daily});
    for (const PumpSetting& setting : settings) {
        if (setting.implant != implant.id || setting.on <= last->on || setting.on > day)
            continue;
        if (fill.doses.empty()) // filled before it was started: as if it had flowed since, so the refill is never late
            fill.doses.push_back({last->on, setting.daily});
        else if (fill.doses.back().on == setting.on)
            fill.doses.back().daily = setting.daily; // the last of a day stands for it
        else
            fill.doses.push_back({setting.on, setting.daily});
    }
    if (fill.doses.empty())
        return std::nullopt;
    return fill;
}

Result<void> validate(const PumpTrial& trial, Date today, const PumpNumbers& numbers) {
    for (std::size_t i = 0; i < trial.boluses.size(); ++i) {
        const ScreeningBolus& bolus = trial.boluses[i];
        if (bolus.on > today)
            return outside(place("boluses", i, "on"), bolus.on.iso(), {}, today.iso());
        if (bolus.minute < 0 || bolus.minute >= minutesPerWholeDay)
            return outOfRange(place("boluses", i, "minute"), bolus.minute, 0, minutesPerWholeDay - 1);
        if (bolus.dose.isZero() || bolus.dose > numbers.itb2.most * 10)
            return outside(place("boluses", i, "dose"), microgramText(bolus.dose), "0.1",
                           microgramText(numbers.itb2.most * 10));
        if (i > 0) {
            const ScreeningBolus& before = trial.boluses[i - 1];
            if (bolus.on < before.on || (bolus.on == before.on && bolus.minute <= before.minute))
                return failure(ErrorCode::conflictingFields, place("boluses", i, "on"),
                               {before.on.iso(), bolus.on.iso()});
        }
        if (bolus.effectMinutes && (*bolus.effectMinutes < 0 || *bolus.effectMinutes > 3 * minutesPerWholeDay))
            return outOfRange(place("boluses", i, "effect"), *bolus.effectMinutes, 0, 3 * minutesPerWholeDay);
        int last = -1;
        for (const PumpObservation& seen : bolus.observations) {
            if (seen.hoursAfter <= last)
                return failure(ErrorCode::conflictingFields, place("boluses", i, "observations"),
                               {std::to_string(last), std::to_string(seen.hoursAfter)});
            last = seen.hoursAfter;
            for (const Measured& each :
                 {Measured{"mas", seen.meanMasThousandths, 0, highestMasThousandths},
                  Measured{"pulse", seen.pulse, numbers.itb2.pulse.lowest, numbers.itb2.pulse.highest},
                  Measured{"systolic", seen.systolic, numbers.itb2.systolic.lowest, numbers.itb2.systolic.highest},
                  Measured{"diastolic", seen.diastolic, numbers.itb2.diastolic.lowest, numbers.itb2.diastolic.highest},
                  Measured{"breaths", seen.breaths, numbers.itb2.breaths.lowest, numbers.itb2.breaths.highest},
                  Measured{"saturation", seen.saturationPercent, numbers.itb2.saturation.lowest,
                           numbers.itb2.saturation.highest}})
                if (each.value && (*each.value < each.lowest || *each.value > each.highest))
                    return outOfRange(place("boluses", i, each.name), *each.value, each.lowest, each.highest);
            if (seen.systolic && seen.diastolic && *seen.diastolic >= *seen.systolic)
                return failure(ErrorCode::conflictingFields, place("boluses", i, "diastolic"),
                               {"diastolic", "systolic"});
        }
    }
    return {};
}

Result<void> validate(const PumpImplant& implant, const PumpCourse& rows, Date today) {
    const PumpModel& model = implant.model;
    if (implant.on > today)
        return outside("on", implant.on.iso(), {}, today.iso());
    if (implant.removedOn && (*implant.removedOn < implant.on || *implant.removedOn > today))
        return outside("removedOn", implant.removedOn->iso(), implant.on.iso(), today.iso());
    if (model.name.empty())
        return failure(ErrorCode::emptyText, "model");
    if (model.reservoir.isZero() || model.alarm >= model.reservoir)
        return failure(ErrorCode::conflictingFields, "alarm", {"alarm", "reservoir"});
    if (model.serviceMonths < 1)
        return outOfRange("serviceMonths", model.serviceMonths, 1, 240);
    if (implant.catheterMillimetres < 1 || implant.catheterMillimetres > longestCatheterMillimetres)
        return outOfRange("catheter", implant.catheterMillimetres, 1, longestCatheterMillimetres);
    const Date open = today + 1;
    const Date last = implant.removedOn.value_or(open);
    for (const PumpImplant& other : rows.implants) {
        if (other.id == implant.id)
            continue;
        // One pump at a time; a replacement may be put in on the day on which the old one is taken out.
        if (other.on < last && other.removedOn.value_or(open) > implant.on)
            return failure(ErrorCode::conflictingFields, "on", {other.on.iso(), implant.on.iso()});
    }
    return {};
}

Result<void> validate(const PumpSetting& setting, const PumpCourse& rows, Date today, PumpDose hardDaily) {
    const PumpImplant* implant = find(rows, setting.implant);
    if (!implant)
        return failure(ErrorCode::recordMissing, "implant");
    if (const auto wrong = dayProblem(setting.on, *implant, today))
        return *wrong;
    if (setting.minute < 0 || setting.minute >= minutesPerWholeDay)
        return outOfRange("minute", setting.minute, 0, minutesPerWholeDay - 1);
    for (const PumpSetting& other : rows.settings)
        if (other.implant == setting.implant && other.id != setting.id && other.minuteCount() >= setting.minuteCount())
            return failure(ErrorCode::conflictingFields, "on", {other.on.iso(), setting.on.iso()});
    if (setting.daily > hardDaily)
        return failure(ErrorCode::limitHard, "daily", {"UNI-1"});
    if (setting.daily.isZero() || !setting.daily.isMultipleOf(pumpGrid))
        return outside("daily", microgramText(setting.daily), microgramText(pumpGrid), microgramText(hardDaily));
    if (setting.mode == PumpMode::flex) {
        if (const Result<PumpDose> total = flexDailyDose(setting.periods); !total)
            return failure(total.error());
        if (const auto total = flexDisagreement(setting.periods, setting.daily))
            return failure(ErrorCode::conflictingFields, "daily",
                           {microgramText(setting.daily), microgramText(*total)});
    } else if (!setting.periods.empty()) {
        return failure(ErrorCode::conflictingFields, "periods", {"periods", "mode"});
    }
    if (setting.mode == PumpMode::periodicBolus) {
        if (!setting.bolus || setting.bolus->isZero())
            return failure(ErrorCode::missingField, "bolus");
        const int count = setting.bolusesPerDay.value_or(0);
        if (count < 1 || count > mostBolusesPerDay)
            return outOfRange("bolusesPerDay", count, 1, mostBolusesPerDay);
        if (setting.bolus->inNanograms() * count > setting.daily.inNanograms())
            return failure(ErrorCode::conflictingFields, "bolus", {"bolus", "daily"});
    } else if (setting.bolus || setting.bolusesPerDay) {
        return failure(ErrorCode::conflictingFields, "bolus", {"bolus", "mode"});
    }
    return {};
}

Result<void> validate(const PumpRefill& refill, const PumpCourse& rows, Date today, const PumpNumbers& numbers) {
    const PumpImplant* implant = find(rows, refill.implant);
    if (!implant)
        return failure(ErrorCode::recordMissing, "implant");
    if (const auto wrong = dayProblem(refill.on, *implant, today))
        return *wrong;
    bool isFirst = true;
    for (const PumpRefill& other : rows.refills) {
        if (other.implant != refill.implant || other.id == refill.id)
            continue;
        isFirst = false;
        if (other.on >= refill.on)
            return failure(ErrorCode::conflictingFields, "on", {other.on.iso(), refill.on.iso()});
    }
    // FRM, IT50: the screening strength is never a fill, nor is anything weaker.
    const auto screening = Concentration::microgramsPerMillilitre(numbers.itb1.screeningMicrogramsPerMillilitre);
    if (refill.concentration <= screening)
        return failure(ErrorCode::limitHard, "concentration", {"ITB-1"});
    if (refill.filled <= implant->model.alarm || refill.filled > implant->model.reservoir)
        return outside("filled", millilitreText(refill.filled), millilitreText(implant->model.alarm),
                       millilitreText(implant->model.reservoir));
    if (refill.aspirated && *refill.aspirated > implant->model.reservoir)
        return outside("aspirated", millilitreText(*refill.aspirated), "0", millilitreText(implant->model.reservoir));
    if (!isFirst && !refill.aspirated)
        return failure(ErrorCode::missingField, "aspirated");
    if (refill.lot.empty())
        return failure(ErrorCode::emptyText, "lot");
    return {};
}

} // namespace lento::core
