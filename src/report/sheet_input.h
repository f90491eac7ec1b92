// What a sheet is told, gathered from a patient's record: clinic, plan revision, what it replaces, days, reviews.
#pragma once

#include "core/clinic.h"
#include "core/patient.h"
#include "core/plan.h"
#include "report/report_input.h"

#include <optional>
#include <vector>

namespace lento::report {

ClinicDetails clinicDetails(const core::Clinic& clinic);

// replaced: the revision that this one replaces, if any. reviews: proposed visit days. doseBefore: of the day before
// the sheet's first. The sheet begins today, or with the revision when that is later; days gone by are not printed
// again.
ReportInput sheetInput(const core::Clinic& clinic, const core::Patient& patient, const core::Revision& revision,
                       const core::Revision* replaced, const std::vector<core::Date>& reviews,
                       std::optional<core::DailyDose> doseBefore, core::Date today);

// For the clinician's copy: off-label use, and each limit that needs a reason, with the reason that answers it.
std::vector<RecordNote> recordNotes(const std::vector<core::Finding>& findings,
                                    const std::vector<core::Override>& given);

} // namespace lento::report
