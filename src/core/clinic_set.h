// A ClinicSet is what a clinic adds to the shipped data and what it chose of both; the shipped data itself never
// changes.
#pragma once

#include "core/product.h"
#include "core/protocol.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::core {

// A product that the clinic added (FRM-1). Old plans hold a copy of their own, so this is for new ones.
struct ClinicProduct {
    Product product;  // its id is a UUIDv7, its name the clinic's
    std::string note; // where it is sold, as typed
    std::string addedBy;
    std::string addedAt; // UTC
    std::string retiredBy;
    std::string retiredAt; // UTC; empty: in use
    std::int64_t rowVersion = 1;
    bool isRetired() const { return !retiredAt.empty(); }
    friend bool operator==(const ClinicProduct&, const ClinicProduct&) = default;
};

// Whether new plans are offered a product, where the clinic has said so.
struct ProductChoice {
    std::string product;
    bool offered = false;
    friend bool operator==(const ProductChoice&, const ProductChoice&) = default;
};

// Whether new plans are offered a protocol, where the clinic has said so.
struct ProtocolChoice {
    std::string protocol;
    bool enabled = false;
    friend bool operator==(const ProtocolChoice&, const ProtocolChoice&) = default;
};

struct ClinicSet {
    // Which shipped products are offered where the clinic has chosen nothing.
    Region region = Region::uk;
    std::vector<Product> products;               // its own, retired ones too: old plans name them
    std::vector<ProductChoice> choices;          // of shipped and own products; a retired one is never offered
    std::vector<Protocol> protocols;             // its own
    std::vector<ProtocolChoice> protocolChoices; // of shipped and own protocols (IND)
    std::optional<int> trialDays;                // TIT-12; nothing: as the rules say
    bool epilepsyNeedsReason = true;             // SAF-4, where a leaflet forbids it
    friend bool operator==(const ClinicSet&, const ClinicSet&) = default;
};

} // namespace lento::core
