// What an invented visit says of danger: red flags, effects that were asked for and absent, signs of withdrawal.
#pragma once

#include "app/record.h"
#include "core/visit.h"

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

// What a story says of withdrawal at an encounter.
struct DemoWithdrawal {
    std::vector<std::string> signs;
    std::optional<int> temperatureTenths;
    std::optional<int> pulse;
};

// Effects that were asked for and absent stand only in visits of the last half year: ten years of zeros say nothing
// more. `tapering`: the signs of withdrawal were asked for.
void addSigns(core::Visit& visit, const DemoWithdrawal& withdrawal, bool tapering, core::Date today);

} // namespace lento::app
