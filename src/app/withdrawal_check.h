// Whether the signs of withdrawal are asked for at a visit, after which step, and when they were last answered (WDL-5).
#pragma once

#include "app/record.h"
#include "content/catalogue.h"
#include "core/signs.h"
#include "core/visit.h"
#include "core/withdrawal_watch.h"

#include <optional>

namespace lento::app {

// The plan in force on a day goes down and has not been at its end for longer than withdrawal is watched for.
bool isTapering(const PatientRecord& record, core::Date day, const core::RuleNumbers& numbers);

// A taper runs or has just ended, or doses were stopped suddenly.
bool asksForWithdrawal(const PatientRecord& record, const core::Visit& visit, const core::RuleNumbers& numbers);

core::GradedSigns gradeWithdrawal(const PatientRecord& record, const core::Visit& visit,
                                  const content::Catalogue& catalogue);

struct WithdrawalCheck {
    core::WithdrawalWatch watch;
    std::optional<core::Date> answeredOn; // the latest visit of these days, other than the one asked about
    std::optional<int> grade;             // at that visit
};
// The checklist that is open on the day of a visit.
std::optional<WithdrawalCheck> withdrawalCheck(const PatientRecord& record, const core::Visit& visit,
                                               const content::Catalogue& catalogue);

} // namespace lento::app
