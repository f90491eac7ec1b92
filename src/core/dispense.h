// Which tablets, packets or millilitres make one dose (DSP-1, DSP-2, DSP-3).
#pragma once

#include "core/amount.h"
#include "core/product.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lento::core {

// So many of one product. Tablets: whole and half (0 or 1). Liquids: volume.
struct Pieces {
    std::uint8_t product = 0; // index into ProductSet::products()
    std::int32_t whole = 0;
    std::int32_t half = 0;
    Volume volume;
    friend bool operator==(const Pieces&, const Pieces&) = default;
};

// What the pieces come to: sum of strength x pieces, in exact nanograms. The proof on paper uses this.
OralDose amountOf(const std::vector<Pieces>& pieces, const ProductSet& products);

// The pieces of a dose by DSP-1, strongest first: fewest halves, then fewest pieces, then the larger strength in the
// order in which the set lists them; at most one half of each strength. Empty vector for a dose of zero. Nothing if the
// dose cannot be made (DSP-2), or if it cannot be measured on the liquid's grid (DSP-3). A set of tablets and a liquid
// gives tablets alone where they make the dose, else the liquid alone: one dose is never half swallowed and half
// measured. Precondition: products.hasProducts().
std::optional<std::vector<Pieces>> dispense(OralDose dose, const ProductSet& products);

// The nearest dispensable doses on either side, for DSP-2; zero counts as dispensable. A dose that can be made is its
// own neighbour on both sides.
struct Neighbours {
    OralDose lower;
    std::optional<OralDose> higher; // none below 300 mg
};
Neighbours dispensableNeighbours(OralDose dose, const ProductSet& products);

// DSP-3 for one liquid: the exact volume and the next lower volume on the grid.
struct MeasuredVolume {
    std::int64_t numerator = 0; // exact volume in nanolitres = numerator / denominator
    std::int64_t denominator = 1;
    bool onGrid = false;
    Volume offer; // next lower grid volume; the volume itself when on the grid
    OralDose offerDose;
};
MeasuredVolume measure(OralDose dose, OralDose perMillilitre, Volume grid);

} // namespace lento::core
