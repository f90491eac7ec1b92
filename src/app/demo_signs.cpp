#include "app/demo_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lento::app {

void addSigns(core::Visit& visit, const DemoWithdrawal& withdrawal, bool tapering, core::Date today) {
    constexpr int askedWithinDays = 183;
    constexpr std::array<std::string_view, 6> asked{"drowsiness",     "dizziness",         "weakness",
                                                    "hallucinations", "urinary-retention", "choking"};
    visit.redFlags.emplace();
    if (visit.on >= today - askedWithinDays)
        for (const std::string_view code : asked)
            if (std::ranges::find(visit.adverseEffects, code, &core::AdverseEffect::code) == visit.adverseEffects.end())
                visit.adverseEffects.push_back({std::string(code), {}, 0});
    if (!tapering)
        return;
    visit.withdrawalSigns = withdrawal.signs;
    visit.temperatureTenths = withdrawal.temperatureTenths;
    visit.pulse = withdrawal.pulse;
}

} // namespace lento::app
