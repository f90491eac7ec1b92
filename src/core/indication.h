// An Indication is a use that baclofen is given for: its protocols, and where it is outside the label (IND).
#pragma once

#include "core/product.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

struct Indication {
    std::string code;                    // "spasticity", or its rule: "IND-TN"
    std::string name;                    // English; the key of its translation
    std::vector<std::string> rules;      // what the "why" shows
    std::vector<std::string> protocols;  // those that are shipped for it; none: a free plan
    std::vector<Region> offLabelRegions; // where the label does not know it
    friend bool operator==(const Indication&, const Indication&) = default;
};

inline const Indication* indicationNamed(const std::vector<Indication>& all, std::string_view code) {
    const auto found = std::ranges::find(all, code, &Indication::code);
    return found == all.end() ? nullptr : &*found;
}

} // namespace lento::core
