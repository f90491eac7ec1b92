// A WithdrawalWatch is the days on which the signs of withdrawal are asked for after a step down or the stop (WDL-5).
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/plan.h"

#include <optional>

namespace lento::core {

struct RuleNumbers;

struct WithdrawalWatch {
    DateSpan days;  // from the day of the step, both ends included
    Date callOn;    // when the clinic asks
    DailyDose dose; // from that step on
    bool stopped = false;
    friend bool operator==(const WithdrawalWatch&, const WithdrawalWatch&) = default;
};

// Nothing where the step taken on the day does not go down, or lies too far back.
std::optional<WithdrawalWatch> withdrawalWatch(const Plan& plan, Date day, const RuleNumbers& numbers);

} // namespace lento::core
