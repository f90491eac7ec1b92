// What a plan needs from the pharmacy: pieces of each product, halves counted truly (DSP-5).
#pragma once

#include "core/dispense.h"
#include "core/plan.h"

#include <optional>
#include <vector>

namespace lento::core {

struct ProductSupply {
    std::uint8_t product = 0; // index into the plan's products
    std::int64_t whole = 0;   // whole tablets or packets
    std::int64_t halves = 0;  // half tablets
    Volume volume;            // liquids
    // whole + halves / 2, rounded up.
    std::int64_t tablets() const { return whole + (halves + 1) / 2; }
    friend bool operator==(const ProductSupply&, const ProductSupply&) = default;
};

struct Supply {
    std::vector<ProductSupply> products; // only those that are used, in the plan's order
    std::optional<Date> lastDoseDay;
    // False if some dose is not in the count: it cannot be dispensed (DSP-2), or the plan knows a quantum and no
    // products.
    bool complete = true;
};

// Sums all days in [span.first, span.last]; an open last step counts to the end of the span, an open span to the last
// day that is not open. Days outside the plan count nothing.
Supply supplyFor(const Plan& plan, const DateSpan& span);
// The whole plan; an open last step counts nothing.
Supply supplyFor(const Plan& plan);

} // namespace lento::core
