#include "app/planning.h"

#include <algorithm>
#include <functional>

namespace lento::app {

core::ProductSet usualProducts(const PlanningContext& context) {
    if (context.productsToday && context.productsToday->hasProducts())
        return *context.productsToday;
    const core::Product* tablet = context.catalogue->product("TAB10");
    core::Result<core::ProductSet> set =
        core::ProductSet::of(tablet ? std::vector{*tablet} : std::vector<core::Product>{});
    return set ? *std::move(set) : core::ProductSet();
}

core::ProductSet productsFor(const core::Protocol& protocol, const core::ProductSet& present,
                             const content::Catalogue& catalogue) {
    if (!protocol.quantumAtMost || (present.hasProducts() && present.quantum() <= *protocol.quantumAtMost))
        return present;
    const core::Product* small = catalogue.product("TAB5");
    if (!small)
        return present;
    std::vector<core::Product> products = present.products();
    std::erase_if(products, [&](const core::Product& each) { return each.id == small->id; });
    products.push_back(*small);
    products.back().halvesAllowed = true;
    // The strongest first: DSP-1 settles what is otherwise equal by that order.
    std::ranges::stable_sort(products, std::ranges::greater(), &core::Product::strength);
    core::Result<core::ProductSet> set = core::ProductSet::of(std::move(products));
    return set && set->quantum() <= *protocol.quantumAtMost ? *std::move(set) : present;
}

} // namespace lento::app
