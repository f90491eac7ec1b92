#include "core/supply.h"

#include <algorithm>

namespace lento::core {

namespace {

// What one day on one split takes, added once for each of `days`.
void addDays(Supply& supply, std::vector<ProductSupply>& byProduct, const Plan& plan, const DoseSplit& split,
             std::int64_t days) {
    for (int i = 0; i < split.dosesPerDay(); ++i) {
        const OralDose dose = split.at(i);
        if (dose.isZero())
            continue;
        const std::optional<std::vector<Pieces>> pieces =
            plan.products.hasProducts() ? dispense(dose, plan.products) : std::nullopt;
        if (!pieces) {
            supply.complete = false;
            continue;
        }
        for (const Pieces& piece : *pieces) {
            ProductSupply& product = byProduct[piece.product];
            product.whole += piece.whole * days;
            product.halves += piece.half * days;
            product.volume = product.volume + piece.volume * days;
        }
    }
}

// The days of a step that count, or nothing.
std::optional<DateSpan> countedDays(const Step& step, const DateSpan& span) {
    const Date first = std::max(step.span.first, span.first);
    std::optional<Date> last = step.span.last;
    if (span.last)
        last = last ? std::min(*last, *span.last) : *span.last;
    if (!last || *last < first)
        return std::nullopt;
    return DateSpan{first, last};
}

} // namespace

Supply supplyFor(const Plan& plan, const DateSpan& span) {
    Supply supply;
    std::vector<ProductSupply> byProduct(plan.products.products().size());
    for (const Step& step : plan.steps) {
        const std::optional<DateSpan> days = countedDays(step, span);
        if (!days || step.daily().isZero())
            continue;
        addDays(supply, byProduct, plan, step.split, days->days());
        supply.lastDoseDay = days->last;
    }
    for (std::size_t i = 0; i < byProduct.size(); ++i) {
        ProductSupply& product = byProduct[i];
        product.product = static_cast<std::uint8_t>(i);
        if (product.whole != 0 || product.halves != 0 || !product.volume.isZero())
            supply.products.push_back(product);
    }
    return supply;
}

Supply supplyFor(const Plan& plan) {
    if (plan.steps.empty())
        return {};
    return supplyFor(plan, DateSpan{plan.steps.front().span.first, std::nullopt});
}

} // namespace lento::core
