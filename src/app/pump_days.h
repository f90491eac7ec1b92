// PumpDays says what a pump asks of each day and gives on it: filled, set, refill by, alarm, replacement to be planned
// (ITB-13, ITB-15); and, in one line, how it stands today (ITB-22).
#pragma once

#include "core/pump_record.h"
#include "core/pump_status.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lento::app {

enum class PumpEventKind : std::uint8_t {
    implanted,
    removed,
    filled,
    doseSet,
    refillBy,
    alarm,
    planReplacement,
    endOfService,
};

struct PumpEvent {
    core::Date on;
    PumpEventKind kind = PumpEventKind::refillBy;
    bool urgent = false; // a day to refill that has passed, or an alarm
    friend bool operator==(const PumpEvent&, const PumpEvent&) = default;
};

class PumpDays {
public:
    PumpDays(const core::PumpCourse& course, core::Date today, const std::vector<core::Weekday>& closedDays,
             const core::PumpNumbers& numbers);

    // By day; of one day what was done before what is due.
    const std::vector<PumpEvent>& events() const noexcept { return m_events; }
    // What it is set to give at the end of a day. Nothing without a pump, a fill or a setting, and nothing after the
    // alarm date of the last fill: a refill that nobody recorded promises no dose.
    std::optional<core::PumpDose> doseOn(core::Date day) const;
    bool inPlaceOn(core::Date day) const { return m_course.implantOn(day) != nullptr; }

private:
    core::PumpCourse m_course;
    std::optional<core::Date> m_emptyAfter; // of the fill that is in it today
    std::vector<PumpEvent> m_events;
};

// A pump in place, as a list or a banner says it.
struct PumpGlance {
    // Nothing: fill or setting is not recorded, so neither is assessed.
    struct Known {
        core::PumpDose daily;
        core::Date refillBy;
        core::RefillUrgency urgency = core::RefillUrgency::later;
        friend bool operator==(const Known&, const Known&) = default;
    };
    std::optional<Known> known;
    friend bool operator==(const PumpGlance&, const PumpGlance&) = default;
};
// Nothing without a pump in place.
std::optional<PumpGlance> pumpGlance(const core::PumpCourse& course, core::Date today,
                                     const std::vector<core::Weekday>& closedDays, const core::PumpNumbers& numbers);

} // namespace lento::app
