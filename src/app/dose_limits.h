// DoseLimits is the lowest that protocol, kidney and age allow a patient on a day, with the pace of the plan in force.
#pragma once

#include "app/record.h"
#include "content/catalogue.h"
#include "core/amount.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

// What limits the dose of a patient on a day: the lowest that protocol, kidney and age allow (TIT-6), and the pace of
// the plan in force (TIT-18, VIS-10).
struct DoseLimits {
    core::DailyDose start; // the protocol's, after REN and RND-2
    core::DailyDose increment;
    int intervalDays = 0;
    std::optional<core::DailyDose> ceiling; // nothing while a value that it needs is missing
    std::vector<std::string> missing;       // "creatinine", "weight"
};
DoseLimits doseLimits(const PatientRecord& record, const content::Catalogue& catalogue, core::Date day);

} // namespace lento::app
