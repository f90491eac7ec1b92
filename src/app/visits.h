// Visits and the dose diary: what a clinician or nurse writes down, saved whole or not at all.
#pragma once

#include "app/record.h"
#include "core/result.h"
#include "core/visit.h"

#include <optional>
#include <vector>

namespace lento::app {

class Session;

// One transaction, one sync. A visit saved again (same id) is corrected: the audit keeps what stood there before.
// Errors: those of core::validate, recordChanged, those of writing.
core::Result<core::Visit> saveVisit(Session& session, const core::Visit& visit);

core::Result<void> saveVisitDraft(Session& session, const core::Visit& visit);
core::Result<std::optional<core::Visit>> loadVisitDraft(Session& session, const core::PatientId& patient);
core::Result<void> discardVisitDraft(Session& session, const core::PatientId& patient);

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
std::optional<core::Mas> lastLevel(const PatientRecord& record, const std::string& muscleGroup, core::Side side, core::Date before);

// taken / prescribed doses of the 14 days before `day`, in tenths of a percent; nothing without a marked day.
std::optional<int> diaryAdherenceTenths(const PatientRecord& record, core::Date day);

} // namespace lento::app
