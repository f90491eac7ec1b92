#include "content/catalogue.h"

#include "content/by_id.h"

#include <algorithm>
#include <iterator>

namespace lento::content {

Catalogue Catalogue::with(const core::ClinicSet& clinic) const {
    Catalogue merged;
    merged.m_shipped = m_shipped;
    merged.m_region = clinic.region;
    merged.m_products = m_shipped->products;
    merged.m_protocols = m_shipped->protocols;
    merged.m_numbers = m_shipped->numbers;
    merged.m_products.insert(merged.m_products.end(), clinic.products.begin(), clinic.products.end());
    merged.addProtocols(clinic.protocols);
    for (core::Protocol& protocol : merged.m_protocols) {
        const auto chosen = std::ranges::find(clinic.protocolChoices, protocol.id, &core::ProtocolChoice::protocol);
        if (chosen != clinic.protocolChoices.end())
            protocol.enabled = chosen->enabled;
    }
    for (const core::Product& product : merged.m_products) {
        if (product.form == core::ProductForm::intrathecal)
            continue;
        const auto chosen = std::ranges::find(clinic.choices, product.id, &core::ProductChoice::product);
        const bool offered = chosen != clinic.choices.end()
                                 ? chosen->offered
                                 : std::ranges::find(product.regions, clinic.region) != product.regions.end();
        if (offered)
            merged.m_offered.insert(product.id);
    }
    const auto& trial = m_shipped->numbers.tit12;
    if (clinic.trialDays && *clinic.trialDays >= trial.clinicLeastDays && *clinic.trialDays <= trial.clinicMostDays)
        merged.m_numbers.tit12.trialDays = *clinic.trialDays; // TIT-12
    if (!clinic.epilepsyNeedsReason)
        merged.m_numbers.saf4.blockRegions.clear(); // SAF-4: the option of where a leaflet forbids it
    return merged;
}

Catalogue Catalogue::withProtocols(const std::vector<core::Protocol>& added) const {
    Catalogue merged = *this;
    merged.addProtocols(added);
    // From now on they are among what every clinic starts from.
    auto shipped = std::make_shared<Shipped>(*m_shipped);
    shipped->protocols = merged.m_protocols;
    merged.m_shipped = std::move(shipped);
    return merged;
}

void Catalogue::addProtocols(const std::vector<core::Protocol>& added) {
    for (const core::Protocol& protocol : added) {
        // A clinic's own of the same name stands for the file's.
        const auto present = std::ranges::find(m_protocols, protocol.id, &core::Protocol::id);
        if (present != m_protocols.end())
            *present = protocol;
        else
            m_protocols.push_back(protocol);
    }
}

bool Catalogue::isOffered(std::string_view product) const {
    return m_offered.contains(product);
}

std::vector<core::Product> Catalogue::offeredProducts() const {
    std::vector<core::Product> offered;
    std::ranges::copy_if(m_products, std::back_inserter(offered),
                         [this](const core::Product& product) { return isOffered(product.id); });
    return offered;
}

std::vector<std::string> Catalogue::onlyFor(std::string_view product) const {
    const auto found = m_shipped->onlyFor.find(product);
    return found == m_shipped->onlyFor.end() ? std::vector<std::string>() : found->second;
}

const core::Product* Catalogue::product(std::string_view id) const {
    return find(m_products, id);
}

const core::Protocol* Catalogue::protocol(std::string_view id) const {
    return find(m_protocols, id);
}

const ScaleKind* Catalogue::scale(std::string_view id) const {
    return find(m_shipped->scales, id);
}

const core::Protocol& Catalogue::defaultProtocol() const {
    return *std::find_if(m_protocols.begin(), m_protocols.end(), [](const auto& one) { return one.isDefault; });
}

const RuleText* Catalogue::rule(std::string_view id) const {
    return find(m_shipped->rules, id);
}

const SourceText* Catalogue::source(std::string_view id) const {
    return find(m_shipped->sources, id);
}

} // namespace lento::content
