// Visits and the dose diary: what a clinician or nurse writes down, saved whole or not at all.
#pragma once

#include "app/record.h"
#include "core/result.h"
#include "core/rule_numbers.h"
#include "core/visit.h"

#include <optional>
#include <vector>

namespace lento::app {

class Session;

// One transaction, one sync. A visit without an id is new and gets one; with an id it is corrected, and the audit keeps
// what stood there before. A kept draft of the form is gone afterwards. Errors: those of core::validate, recordMissing,
// recordChanged, those of writing.
core::Result<core::Visit> saveVisit(Session& session, const core::Visit& visit);
// The same with what was proposed and decided at it, in the same transaction and audit line; its visit, author and time
// are filled in. Errors further: reasonMissing.
core::Result<core::Visit> saveVisit(Session& session, const core::Visit& visit, core::DecidedVisit decided);

core::Result<void> saveVisitDraft(Session& session, const core::Visit& visit);
core::Result<std::optional<core::Visit>> loadVisitDraft(Session& session, const core::PatientId& patient);
core::Result<void> discardVisitDraft(Session& session, const core::PatientId& patient);

// Errors: outOfRange (a day that has not come), recordChanged, those of writing.
core::Result<core::DiaryDay> markDay(Session& session, const core::DiaryDay& day);

// Beside the form: last and first (baseline) values of each score.
struct Comparison {
    std::optional<std::int32_t> masMeanLast, masMeanBaseline; // thousandths, coding B
    std::optional<int> nrsLast, nrsBaseline;                  // tenths
    std::optional<int> pennFrequencyLast, pennSeverityLast;
    std::optional<core::Date> lastOn, baselineOn;
};
Comparison compareBefore(const PatientRecord& record, core::Date day);
// The level of one muscle group at the latest visit before a day.
std::optional<core::Mas> lastLevel(const PatientRecord& record, const std::string& muscleGroup, core::Side side,
                                   core::Date before);

// Doses taken of those prescribed in the days before `day` that VIS-4 counts, in tenths of a percent. A time that
// nobody marked is not known and does not count; another dose than the prescribed one is not "taken". Nothing without a
// marked dose.
std::optional<int> diaryAdherenceTenths(const PatientRecord& record, core::Date day, const core::RuleNumbers& numbers);

} // namespace lento::app
