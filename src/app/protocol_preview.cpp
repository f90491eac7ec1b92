#include "app/protocol_preview.h"

#include "core/paediatric.h"
#include "core/protocol_dosing.h"

#include <algorithm>

namespace lento::app {

namespace {

constexpr PreviewPerson usualAdult{40, 70'000};
constexpr PreviewPerson usualChild{8, 25'000};

template <class T>
T inside(T value, T lowest, const std::optional<T>& below) {
    value = std::max(value, lowest);
    return below && value >= *below ? std::max(lowest, *below - 1) : value;
}

core::PatientFacts factsOf(const PreviewPerson& whom, const core::Protocol& protocol, core::Date today,
                           core::Region region) {
    core::PatientFacts facts;
    facts.birthDate = core::Date::fromYmd(today.year() - whom.ageYears, 1, 1).value();
    facts.weights = {{today, whom.weightGrams}};
    facts.indication = protocol.indication;
    facts.region = protocol.regions.empty() || std::ranges::count(protocol.regions, region) > 0
                       ? region
                       : protocol.regions.front();
    return facts;
}

core::ProductSet productsOf(const core::Protocol& protocol, const PlanningContext& context) {
    const core::ProductSet offered = productsFor(protocol, usualProducts(context), *context.catalogue);
    if (offered.hasProducts())
        return offered;
    return core::ProductSet::of({*context.catalogue->product("TAB10")}).value();
}

bool isOfTitration(const core::Finding& finding) {
    constexpr std::string_view rules[] = {"TIT-6", "TIT-7", "TIT-8", "TIT-9", "SPL-4"};
    return std::ranges::count(rules, finding.rule.text()) > 0;
}

} // namespace

PreviewPerson previewPerson(const core::Protocol& protocol) {
    const bool forChildren = protocol.belowAgeYears && *protocol.belowAgeYears <= core::adultAgeYears;
    PreviewPerson person = forChildren ? usualChild : usualAdult;
    person.ageYears = inside(person.ageYears, protocol.fromAgeYears, protocol.belowAgeYears);
    person.weightGrams = inside(person.weightGrams, protocol.fromWeightGrams.value_or(1), protocol.belowWeightGrams);
    return person;
}

core::Result<PlanView> previewOf(const core::Protocol& protocol, const PreviewPerson& whom, core::Date today,
                                 const content::Catalogue& catalogue) {
    PlanningContext context;
    context.catalogue = &catalogue;
    context.today = today;
    context.facts = factsOf(whom, protocol, today, catalogue.region());
    const core::ProductSet products = productsOf(protocol, context);
    const core::DosedPerson person = core::dosedPerson(context.facts, today, catalogue.numbers());
    const auto dosing = core::dosingOf(protocol, person, core::perDay(products.quantum()), catalogue.numbers());
    if (!dosing)
        return core::failure(dosing.error());
    core::TitrationInputs inputs;
    inputs.protocol = protocol;
    inputs.start = today + 1;
    inputs.startDose = dosing->start;
    inputs.increment = dosing->increment;
    inputs.intervalDays = dosing->intervalDays;
    inputs.dosesPerDay = dosing->dosesPerDay;
    inputs.goal = dosing->ceiling;
    inputs.split = protocol.split;
    inputs.singleDoseCap = protocol.singleDoseCap;
    core::Result<PlanView> view = plan(inputs, products, context);
    if (view)
        std::erase_if(view->findings, [](const core::Finding& finding) { return !isOfTitration(finding); });
    return view;
}

} // namespace lento::app
