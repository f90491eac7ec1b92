// The DoseTimeline is a patient's one dated line of doses, past and planned, over all revisions.
#pragma once

#include "app/record.h"
#include "core/calendar.h"
#include "core/plan.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lento::app {

enum class Change : std::int8_t { none, up, down, stop, start };

struct DayDose {
    core::Date on;
    core::DoseSplit split;
    core::DailyDose daily;
    Change change = Change::none; // against the day before
    std::size_t revision = 0;     // index into PatientRecord::revisions
    std::size_t step = 0;         // index into its steps
    bool onlyAfterReview = false;
};

// One stretch of days on the same split under the same step.
struct Stretch {
    core::DateSpan span; // the last may be open
    core::DoseSplit split;
    std::size_t revision = 0;
    std::size_t step = 0;
    bool onlyAfterReview = false;
};

class DoseTimeline {
public:
    // Drafts do not count.
    explicit DoseTimeline(const PatientRecord& record);
    // The line as it would be if `draft` were made the plan (for the dashed line and the calendar preview).
    DoseTimeline(const PatientRecord& record, const core::Revision& draft);

    const std::vector<Stretch>& stretches() const noexcept { return m_stretches; }
    std::optional<DayDose> on(core::Date day) const;
    // The first day after `day` on which the split changes.
    std::optional<DayDose> nextChangeAfter(core::Date day) const;
    // The first day of the unbroken run of doses that this day belongs to; nothing on a day without one. Treatment may
    // be older than the record.
    std::optional<core::Date> takenSince(core::Date day) const;

private:
    std::vector<Stretch> m_stretches;
};

// What is at home from what was handed out less what the timeline took since (DSP-5), and the day on which it runs out.
struct SupplyForecast {
    struct Line {
        std::string productId;
        std::int64_t tabletsLeft = 0;
    };
    std::vector<Line> lines;
    std::optional<core::Date> lastsUntil; // nothing when nothing was ever recorded as handed out
    std::optional<core::Date> renewBy;    // a day on which the clinic is open, some days before
};
SupplyForecast supplyForecast(const PatientRecord& record, const DoseTimeline& timeline, core::Date today,
                              const std::vector<core::Weekday>& closedDays, const core::RuleNumbers& numbers);

} // namespace lento::app
