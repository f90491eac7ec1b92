// What a patient's sheet is told beside its plan: which revision the patient must hold, what it replaces, when to come.
#pragma once

#include "app/record.h"
#include "core/rule_numbers.h"

#include <optional>
#include <vector>

namespace lento::app {

// The active plan, also when it is still to begin, for that is the one to take home; else the one in force today. Null
// without any.
const core::Revision* revisionToPrint(const PatientRecord& record, core::Date today);

struct SheetFacts {
    const core::Revision* replaced = nullptr;  // in the record; null for a first plan
    std::vector<core::Date> reviews;           // TIT-11, TAP-16
    std::optional<core::DailyDose> doseBefore; // of the eve of the sheet's first day
};
SheetFacts sheetFacts(const PatientRecord& record, const core::Revision& revision, const core::RuleNumbers& numbers,
                      core::Date today);

} // namespace lento::app
