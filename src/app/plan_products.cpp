#include "app/planning.h"
#include "core/paediatric.h"
#include "core/protocol_dosing.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace lento::app {

namespace {

// FRM-1: only what the clinic offers. The standard tablet where it is among them, else the finest, and never one that
// is coarser than a dose with which treatment begins.
std::optional<core::Product> productToBeginWith(const content::Catalogue& catalogue) {
    std::vector<core::Product> offered = catalogue.offeredProducts();
    const auto standard = std::ranges::find(offered, "TAB10", &core::Product::id);
    if (standard != offered.end())
        return *standard;
    const core::Protocol& usual = catalogue.defaultProtocol();
    const std::int64_t firstDose = usual.start.inNanograms() / usual.dosesPerDay;
    std::erase_if(offered, [&](const core::Product& product) { return product.quantum().inNanograms() > firstDose; });
    // Tablets before liquids, which change the measure as well as the strength.
    const auto finest = std::ranges::min_element(offered, {}, [](const core::Product& product) {
        return std::pair(product.form == core::ProductForm::liquid, product.quantum());
    });
    return finest == offered.end() ? std::nullopt : std::optional(*finest);
}

bool isSmallChild(const PlanningContext& context) {
    const core::RuleNumbers& numbers = context.catalogue->numbers();
    const core::DosedPerson person = core::dosedPerson(context.facts, context.today, numbers);
    return person.ageYears && *person.ageYears < core::adultAgeYears && person.weightGrams &&
           core::needsLiquid(*person.weightGrams, numbers);
}

} // namespace

core::ProductSet usualProducts(const PlanningContext& context) {
    if (context.productsToday && context.productsToday->hasProducts())
        return *context.productsToday;
    std::optional<core::Product> first = productToBeginWith(*context.catalogue);
    // PED-6: a small child's doses are measured, not broken off.
    if (isSmallChild(context)) {
        const std::vector<core::Product> offered = context.catalogue->offeredProducts();
        const auto liquid = std::ranges::find(offered, core::ProductForm::liquid, &core::Product::form);
        if (liquid != offered.end())
            first = *liquid;
    }
    core::Result<core::ProductSet> set =
        core::ProductSet::of(first ? std::vector{*first} : std::vector<core::Product>{});
    return set ? *std::move(set) : core::ProductSet();
}

core::DailyDose grainToJudgeBy(const PlanningContext& context) {
    const core::ProductSet products = context.productsToday ? *context.productsToday : usualProducts(context);
    return products.quantum().isZero() ? core::DailyDose::nanograms(1) : core::perDay(products.quantum());
}

core::ProductSet productsFor(const core::Protocol& protocol, const core::ProductSet& present,
                             const content::Catalogue& catalogue) {
    if (!protocol.quantumAtMost || (present.hasProducts() && present.quantum() <= *protocol.quantumAtMost))
        return present;
    // Halved 5 mg tablets first (TIT-ORAL-ADULT-3); where the clinic does not offer them (FRM-1), the first tablet or
    // liquid of its own that is fine enough beside the present ones.
    std::vector<core::Product> fine = catalogue.offeredProducts();
    const auto small = std::ranges::find(fine, "TAB5", &core::Product::id);
    if (small != fine.end()) {
        small->halvesAllowed = true;
        std::rotate(fine.begin(), small, small + 1);
    }
    for (const core::Product& finer : fine) {
        std::vector<core::Product> products = present.products();
        std::erase_if(products, [&](const core::Product& each) { return each.id == finer.id; });
        products.push_back(finer);
        // The strongest first: DSP-1 settles what is otherwise equal by that order.
        std::ranges::stable_sort(products, std::ranges::greater(), &core::Product::strength);
        core::Result<core::ProductSet> set = core::ProductSet::of(std::move(products));
        if (set && set->uncombinable().empty() && set->quantum() <= *protocol.quantumAtMost)
            return *std::move(set);
    }
    return present;
}

} // namespace lento::app
