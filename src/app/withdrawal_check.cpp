#include "app/withdrawal_check.h"

#include "app/dose_gap.h"

#include <algorithm>

namespace lento::app {

bool isTapering(const PatientRecord& record, core::Date day, const core::RuleNumbers& numbers) {
    const core::Revision* inForce = record.inForceOn(day);
    if (inForce == nullptr || inForce->plan.kind() != core::PlanKind::taper || inForce->plan.steps.empty())
        return false;
    return day < inForce->plan.steps.back().span.first + numbers.wdl5.afterStopDays;
}

bool asksForWithdrawal(const PatientRecord& record, const core::Visit& visit, const core::RuleNumbers& numbers) {
    return isTapering(record, visit.on, numbers) || visit.stoppedHours || diaryGap(record, visit.on);
}

core::GradedSigns gradeWithdrawal(const PatientRecord& record, const core::Visit& visit,
                                  const content::Catalogue& catalogue) {
    const auto& conditions = record.facts.conditionCodes;
    const bool pump = std::find(conditions.begin(), conditions.end(), "intrathecal") != conditions.end();
    return core::gradeWithdrawal(visit, catalogue.withdrawalSigns(), pump, catalogue.numbers());
}

std::optional<WithdrawalCheck> withdrawalCheck(const PatientRecord& record, const core::Visit& visit,
                                               const content::Catalogue& catalogue) {
    const core::Revision* inForce = record.inForceOn(visit.on);
    if (inForce == nullptr)
        return std::nullopt;
    const auto watch = core::withdrawalWatch(inForce->plan, visit.on, catalogue.numbers());
    if (!watch)
        return std::nullopt;
    WithdrawalCheck check{*watch, std::nullopt, std::nullopt};
    for (const core::Visit& earlier : record.visits) {
        if (earlier.draft || earlier.id == visit.id || !earlier.withdrawalSigns || !watch->days.contains(earlier.on) ||
            earlier.on > visit.on)
            continue;
        check.answeredOn = earlier.on;
        check.grade = gradeWithdrawal(record, earlier, catalogue).grade;
    }
    return check;
}

} // namespace lento::app
