#include "core/plan.h"

#include <algorithm>

namespace lento::core {

SplitRules Plan::splitRules() const {
    return std::visit(
        [this](const auto& from) {
            return SplitRules{from.dosesPerDay, from.split, from.singleDoseCap, products.quantum()};
        },
        inputs);
}

std::optional<Date> Plan::stopDate() const {
    if (kind() != PlanKind::taper || steps.empty() || !steps.back().span.isOpen() || !steps.back().daily().isZero())
        return std::nullopt;
    return steps.back().span.first;
}

std::optional<std::size_t> Plan::indexOn(Date day) const {
    const auto after = std::upper_bound(steps.begin(), steps.end(), day,
                                        [](Date wanted, const Step& step) { return wanted < step.span.first; });
    if (after == steps.begin() || !std::prev(after)->span.contains(day))
        return std::nullopt;
    return static_cast<std::size_t>(std::prev(after) - steps.begin());
}

const Step* Plan::stepOn(Date day) const {
    const std::optional<std::size_t> index = indexOn(day);
    return index ? &steps[*index] : nullptr;
}

// rule: DAT-2, PT-5
bool isContiguous(const std::vector<Step>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const DateSpan& span = steps[i].span;
        if (span.last && *span.last < span.first)
            return false;
        if (i + 1 < steps.size() && (!span.last || steps[i + 1].span.first != *span.last + 1))
            return false;
    }
    return true;
}

} // namespace lento::core
