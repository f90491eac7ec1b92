// CalendarDays answers for any day what a calendar cell shows: dose, change, what was marked, what is due; no widget in
// sight.
#pragma once

#include "app/pump_days.h"
#include "app/record.h"
#include "app/timeline.h"
#include "core/calendar.h"
#include "core/rule_numbers.h"
#include "core/visit.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lento::gui {

struct CalendarDay {
    enum class Marked { nothing, allTaken, someTaken, someMissed };

    core::Date on;
    std::optional<app::DayDose> dose; // nothing outside every plan: never a guessed dose
    core::DiaryDay diary;
    Marked marked = Marked::nothing;
    QString markText;                   // "taken", "missed evening"
    std::optional<core::PumpDose> pump; // what the pump is set to; never added to the dose (UNI-1)
    bool pumpAlone = false;             // the patient has a pump and no plan of tablets at all
    QStringList events;                 // "Review", "Visit", "Refill due"
    bool urgent = false;                // one of them: an alarm, a refill that is overdue
    bool today = false;
    bool past = false;
    QString accessibleText; // the whole cell in one sentence
};

class CalendarDays {
public:
    // A refill never falls on one of `closedDays` (ITB-13).
    CalendarDays(std::shared_ptr<const app::PatientRecord> record, core::Date today, const core::RuleNumbers& numbers,
                 const std::vector<core::Weekday>& closedDays);

    CalendarDay on(core::Date day) const;
    const app::DoseTimeline& timeline() const noexcept { return m_timeline; }
    const app::PatientRecord& record() const noexcept { return *m_record; }
    core::Date today() const noexcept { return m_today; }
    // A patient with a pump and no plan of tablets: the calendar shows the pump's dose where it would show theirs.
    bool pumpAlone() const { return m_timeline.stretches().empty() && m_pump.inPlaceOn(m_today); }
    // The highest daily dose from `first` to `last`, for the heat map's scale.
    core::DailyDose highestDose(core::Date first, core::Date last) const;

private:
    std::shared_ptr<const app::PatientRecord> m_record;
    app::DoseTimeline m_timeline;
    core::Date m_today;
    std::unordered_map<std::int32_t, std::size_t> m_diary; // day number to index in the record
    struct Events {
        QStringList texts;
        bool urgent = false;
    };
    app::PumpDays m_pump;
    std::unordered_map<std::int32_t, Events> m_events;
};

} // namespace lento::gui
