#include "core/withdrawal_watch.h"

#include "core/rule_numbers.h"

namespace lento::core {

std::optional<WithdrawalWatch> withdrawalWatch(const Plan& plan, Date day, const RuleNumbers& numbers) {
    if (plan.kind() != PlanKind::taper)
        return std::nullopt;
    const Step* step = plan.stepOn(day);
    if (step == nullptr)
        return std::nullopt;
    WithdrawalWatch watch;
    watch.dose = step->daily();
    watch.stopped = watch.dose.isZero();
    const bool lower = step->reason == StepReason::decrease || step->reason == StepReason::finalDose || watch.stopped;
    const int days = watch.stopped ? numbers.wdl5.afterStopDays : numbers.wdl5.afterStepDays;
    const Date first = step->span.first;
    if (!lower || day >= first + days)
        return std::nullopt;
    watch.days = {first, first + (days - 1)};
    watch.callOn = first + (numbers.wdl5.callOnDay - 1);
    return watch;
}

} // namespace lento::core
