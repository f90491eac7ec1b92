#include "app/pump_series.h"

#include "app/series.h"

#include <algorithm>
#include <iterator>

namespace lento::app {

namespace {

// The last day on which a pump gives something that is known.
core::Date lastDay(const core::PumpImplant& implant, core::Date today) {
    return implant.removedOn ? std::min(*implant.removedOn - 1, today) : today;
}

void addLevels(PumpSeries& pump, const core::PumpCourse& course, const core::PumpImplant& implant, core::Date today) {
    const auto first = pump.dose.size();
    for (const core::PumpSetting& setting : course.settings) {
        if (setting.implant != implant.id || setting.on > today)
            continue;
        if (pump.dose.size() > first) {
            PumpLevel& before = pump.dose.back();
            if (before.daily == setting.daily)
                continue;                    // another mode or phase
            if (before.from == setting.on) { // the last of a day stands for it
                before.daily = setting.daily;
                continue;
            }
            before.to = setting.on - 1;
        }
        pump.dose.push_back({setting.on, lastDay(implant, today), setting.daily, pump.dose.size() > first});
    }
}

void addFills(PumpSeries& pump, const core::PumpCourse& course, const core::PumpImplant& implant, core::Date today,
              const core::PumpNumbers& numbers) {
    std::vector<core::Date> days;
    for (const core::PumpRefill& refill : course.refills)
        if (refill.implant == implant.id)
            days.push_back(refill.on);
    pump.refills.insert(pump.refills.end(), days.begin(), days.end());
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool isLast = i + 1 == days.size();
        const core::Date until = isLast ? std::max(days[i], lastDay(implant, today)) : days[i + 1] - 1;
        const std::optional<core::PumpFill> fill = course.fillOn(implant, until);
        if (!fill)
            continue;
        const core::Result<core::Refill> found = core::refill(*fill, numbers.itb13.marginDays, {}, numbers);
        if (!found)
            continue;
        const bool wasThere = !implant.removedOn || found->alarm < *implant.removedOn;
        if (wasThere && (isLast || found->alarm <= until))
            pump.alarms.push_back({found->alarm, found->alarm <= (isLast ? today : until)});
    }
}

} // namespace

void addPumpSeries(ChartSeries& series, const PatientRecord& record, const core::PumpNumbers& numbers) {
    PumpSeries pump;
    for (const core::PumpImplant& implant : record.pump.implants) {
        addLevels(pump, record.pump, implant, series.today);
        addFills(pump, record.pump, implant, series.today, numbers);
    }
    if (pump.dose.empty())
        return;
    for (const PumpLevel& level : pump.dose)
        pump.highest = std::max(pump.highest, level.daily);
    series.first = std::min(series.first, pump.dose.front().from);
    if (!pump.refills.empty())
        series.first = std::min(series.first, pump.refills.front());
    if (!pump.alarms.empty())
        series.last = std::max(series.last, pump.alarms.back().on);
    series.pump = std::move(pump);
}

std::optional<core::PumpDose> pumpDoseOn(const PumpSeries& series, core::Date day) {
    const auto after = std::upper_bound(series.dose.begin(), series.dose.end(), day,
                                        [](core::Date date, const PumpLevel& level) { return date < level.from; });
    if (after == series.dose.begin() || day > std::prev(after)->to)
        return std::nullopt;
    return std::prev(after)->daily;
}

} // namespace lento::app
