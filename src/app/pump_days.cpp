#include "app/pump_days.h"

#include <algorithm>

namespace lento::app {

PumpDays::PumpDays(const core::PumpCourse& course, core::Date today, const std::vector<core::Weekday>& closedDays,
                   const core::PumpNumbers& numbers)
    : m_course(course) {
    const auto add = [this](core::Date on, PumpEventKind kind, bool urgent = false) {
        m_events.push_back({on, kind, urgent});
    };
    for (const core::PumpImplant& implant : m_course.implants) {
        add(implant.on, PumpEventKind::implanted);
        if (implant.removedOn)
            add(*implant.removedOn, PumpEventKind::removed);
    }
    for (const core::PumpRefill& refill : m_course.refills)
        add(refill.on, PumpEventKind::filled);
    for (const core::PumpSetting& setting : m_course.settings)
        add(setting.on, PumpEventKind::doseSet);
    if (const core::PumpImplant* implant = m_course.implantOn(today)) {
        const core::PumpService service = core::pumpService(*implant, numbers);
        add(service.planBy, PumpEventKind::planReplacement, today >= service.planBy);
        add(service.ends, PumpEventKind::endOfService, true);
        const auto status = core::pumpStatus(m_course, today, closedDays, numbers);
        if (status && *status) {
            const core::Refill& refill = (*status)->refill;
            add(refill.refillBy, PumpEventKind::refillBy, today > refill.refillBy);
            add(refill.alarm, PumpEventKind::alarm, true);
            m_emptyAfter = refill.alarm;
        }
    }
    std::ranges::sort(
        m_events, [](const PumpEvent& a, const PumpEvent& b) { return a.on != b.on ? a.on < b.on : a.kind < b.kind; });
    // A dose set twice in a day is one entry of the calendar.
    m_events.erase(std::unique(m_events.begin(), m_events.end()), m_events.end());
}

std::optional<core::PumpDose> PumpDays::doseOn(core::Date day) const {
    if (m_emptyAfter && day > *m_emptyAfter)
        return std::nullopt;
    const core::PumpImplant* implant = m_course.implantOn(day);
    const core::PumpSetting* setting = implant ? m_course.settingOn(implant->id, day) : nullptr;
    if (!setting || !m_course.refillBefore(implant->id, day))
        return std::nullopt;
    return setting->daily;
}

std::optional<PumpGlance> pumpGlance(const core::PumpCourse& course, core::Date today,
                                     const std::vector<core::Weekday>& closedDays, const core::PumpNumbers& numbers) {
    if (!course.implantOn(today))
        return std::nullopt;
    PumpGlance glance;
    const auto status = core::pumpStatus(course, today, closedDays, numbers);
    if (status && *status)
        glance.known = PumpGlance::Known{(*status)->setting.daily, (*status)->refill.refillBy, (*status)->urgency};
    return glance;
}

} // namespace lento::app
