#include "core/dispense.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <numeric>

namespace lento::core {

namespace {

constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;
constexpr std::size_t mostSolids = 16; // what ProductSet::of admits
// UNI-1: no oral dose is offered above it.
constexpr OralDose neighboursEnd = OralDose::milligrams(300);

using Counts = std::array<std::int64_t, mostSolids>;

// One way to make a dose of tablets: pieces of each solid, strongest first.
struct Choice {
    Counts whole{};
    std::uint32_t halves = 0; // a bit for each solid
    std::int64_t pieces = 0;
};

// The tablets and packets of a set, strongest first, in nanograms.
class Solids {
public:
    explicit Solids(const ProductSet& products) {
        const std::vector<Product>& all = products.products();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].form != ProductForm::liquid && m_count < mostSolids)
                m_product[m_count++] = static_cast<std::uint8_t>(i);
        }
        std::stable_sort(m_product.begin(), m_product.begin() + static_cast<std::ptrdiff_t>(m_count),
                         [&all](std::uint8_t a, std::uint8_t b) { return all[a].strength > all[b].strength; });
        for (std::size_t i = 0; i < m_count; ++i) {
            m_listed[i] = i;
            m_strength[i] = all[m_product[i]].strength.inNanograms();
            if (all[m_product[i]].halvesAllowed)
                m_halvable |= 1U << i;
        }
        std::sort(m_listed.begin(), m_listed.begin() + static_cast<std::ptrdiff_t>(m_count),
                  [this](std::size_t a, std::size_t b) { return m_product[a] < m_product[b]; });
        for (std::size_t i = m_count; i-- > 0;)
            m_grain[i] = std::gcd(m_strength[i], m_grain[i + 1]);
    }

    std::size_t count() const { return m_count; }
    std::uint8_t product(std::size_t i) const { return m_product[i]; }
    // Every dose that can be made is a multiple of this.
    std::int64_t grain() const {
        std::int64_t grain = m_grain[0];
        for (std::size_t i = 0; i < m_count; ++i) {
            if ((m_halvable >> i & 1U) != 0)
                grain = std::gcd(grain, m_strength[i] / 2);
        }
        return grain;
    }

    // The number of halves is tried from none upwards, so the first that makes the dose has the fewest.
    // rule: DSP-1
    bool make(std::int64_t dose, Choice& best) const {
        const int most = std::popcount(m_halvable);
        for (int halves = 0; halves <= most; ++halves) {
            bool found = false;
            // (subset - 1) & m_halvable walks through all subsets of m_halvable down to none.
            for (std::uint32_t subset = m_halvable;; subset = (subset - 1) & m_halvable) {
                if (std::popcount(subset) == halves)
                    found = makeWith(dose, subset, best, found) || found;
                if (subset == 0)
                    break;
            }
            if (found)
                return true;
        }
        return false;
    }

private:
    // With just these halves; true if that beats `best`, which counts only if `haveBest`.
    bool makeWith(std::int64_t dose, std::uint32_t halves, Choice& best, bool haveBest) const {
        std::int64_t rest = dose;
        for (std::size_t i = 0; i < m_count; ++i) {
            if ((halves >> i & 1U) != 0)
                rest -= m_strength[i] / 2;
        }
        if (rest < 0)
            return false;
        Search search;
        fill(rest, 0, 0, search);
        if (search.fewest < 0)
            return false;
        Choice made{search.best, halves, search.fewest + std::popcount(halves)};
        const bool better = made.pieces != best.pieces ? made.pieces < best.pieces
                                                       : isPreferred(made.whole, made.halves, best.whole, best.halves);
        if (haveBest && !better)
            return false;
        best = made;
        return true;
    }

    struct Search {
        Counts now{};
        Counts best{};
        std::int64_t fewest = -1; // none found yet
    };

    // Whole pieces from solid i on.
    void fill(std::int64_t rest, std::size_t i, std::int64_t used, Search& search) const {
        if (rest == 0) {
            std::fill(search.now.begin() + static_cast<std::ptrdiff_t>(i), search.now.end(), 0);
            const bool fewer = search.fewest < 0 || used < search.fewest;
            if (fewer || (used == search.fewest && isPreferred(search.now, 0, search.best, 0))) {
                search.best = search.now;
                search.fewest = used;
            }
            return;
        }
        if (i == m_count || rest % m_grain[i] != 0)
            return;
        const std::int64_t strength = m_strength[i];
        const std::int64_t most = rest / strength;
        // Among any strength/grain weaker pieces some add up to a multiple of this strength and could be swapped for
        // fewer. So a best choice holds fewer weaker ones than that, whatever the dose, and the search stays short.
        const std::int64_t weaker = strength / m_grain[i] - 1;
        const std::int64_t weakerMass = i + 1 < m_count ? weaker * m_strength[i + 1] : 0;
        const std::int64_t least = std::max<std::int64_t>(0, (rest - weakerMass + strength - 1) / strength);
        for (std::int64_t count = most; count >= least; --count) {
            const std::int64_t left = rest - count * strength;
            const std::int64_t next = i + 1 < m_count ? m_strength[i + 1] : 1;
            const std::int64_t atLeast = used + count + (left + next - 1) / next;
            if (search.fewest >= 0 && atLeast > search.fewest)
                break; // fewer of the stronger only needs more of the weaker
            search.now[i] = count;
            fill(left, i + 1, used + count, search);
        }
    }

    // Of two ways with as many halves and as many pieces. "Then the larger strength" (DSP-1) is read in the order in
    // which the set lists its products, as the reference calculation of clinical-rules.md reads it: of a set listed
    // strongest first the way with more of the strongest wins, and who lists 10 mg before 15 mg gets two tablets of 10
    // mg for 20 mg.
    bool isPreferred(const Counts& whole, std::uint32_t halves, const Counts& otherWhole,
                     std::uint32_t otherHalves) const {
        for (std::size_t n = 0; n < m_count; ++n) {
            const std::size_t i = m_listed[n];
            const std::int64_t mine = 2 * whole[i] + (halves >> i & 1U);
            const std::int64_t others = 2 * otherWhole[i] + (otherHalves >> i & 1U);
            if (mine != others)
                return mine > others;
        }
        return false;
    }

    std::array<std::uint8_t, mostSolids> m_product{};
    std::array<std::size_t, mostSolids> m_listed{}; // the solids in the set's own order
    Counts m_strength{};
    std::array<std::int64_t, mostSolids + 1> m_grain{}; // of whole pieces from here on; 0 past the last
    std::uint32_t m_halvable = 0;
    std::size_t m_count = 0;
};

// The strongest liquid that measures the dose on its grid: the smallest volume.
std::optional<Pieces> pour(OralDose dose, const ProductSet& products) {
    const std::vector<Product>& all = products.products();
    std::optional<Pieces> best;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].form != ProductForm::liquid)
            continue;
        const MeasuredVolume measured = measure(dose, all[i].strength, all[i].grid);
        if (measured.onGrid && (!best || measured.offer < best->volume))
            best = Pieces{static_cast<std::uint8_t>(i), 0, 0, measured.offer};
    }
    return best;
}

// The step in which dispensable doses can lie.
std::int64_t grainOf(const Solids& solids, const ProductSet& products) {
    std::int64_t grain = solids.count() > 0 ? solids.grain() : 0;
    for (const Product& product : products.products()) {
        if (product.form == ProductForm::liquid)
            grain = std::gcd(grain, product.quantum().inNanograms());
    }
    return grain;
}

bool canMake(OralDose dose, const Solids& solids, const ProductSet& products) {
    Choice ignored;
    return solids.make(dose.inNanograms(), ignored) || pour(dose, products).has_value();
}

} // namespace

OralDose amountOf(const std::vector<Pieces>& pieces, const ProductSet& products) {
    std::int64_t sum = 0;
    for (const Pieces& piece : pieces) {
        const std::int64_t strength = products.products()[piece.product].strength.inNanograms();
        sum += strength * piece.whole + strength * piece.half / 2 +
               strength * piece.volume.inNanolitres() / nanolitresPerMillilitre;
    }
    return OralDose::nanograms(sum);
}

std::optional<std::vector<Pieces>> dispense(OralDose dose, const ProductSet& products) {
    assert(products.hasProducts());
    std::vector<Pieces> pieces;
    if (dose.isZero())
        return pieces;

    const Solids solids(products);
    Choice choice;
    if (solids.make(dose.inNanograms(), choice)) {
        pieces.reserve(solids.count());
        for (std::size_t i = 0; i < solids.count(); ++i) {
            const auto half = static_cast<std::int32_t>(choice.halves >> i & 1U);
            if (choice.whole[i] != 0 || half != 0)
                pieces.push_back({solids.product(i), static_cast<std::int32_t>(choice.whole[i]), half, {}});
        }
        return pieces;
    }
    if (const std::optional<Pieces> poured = pour(dose, products)) {
        pieces.push_back(*poured);
        return pieces;
    }
    return std::nullopt;
}

Neighbours dispensableNeighbours(OralDose dose, const ProductSet& products) {
    assert(products.hasProducts());
    const Solids solids(products);
    const OralDose grain = OralDose::nanograms(grainOf(solids, products));

    Neighbours neighbours;
    neighbours.lower = grain * (dose / grain);
    while (!neighbours.lower.isZero() && !canMake(neighbours.lower, solids, products))
        neighbours.lower -= grain;
    OralDose higher = dose.isMultipleOf(grain) ? dose : grain * (dose / grain + 1);
    while (higher <= neighboursEnd && !higher.isZero() && !canMake(higher, solids, products))
        higher += grain;
    if (higher <= neighboursEnd)
        neighbours.higher = higher;
    return neighbours;
}

MeasuredVolume measure(OralDose dose, OralDose perMillilitre, Volume grid) {
    assert(!perMillilitre.isZero() && !grid.isZero());
    MeasuredVolume measured;
    measured.numerator = dose.inNanograms() * nanolitresPerMillilitre;
    measured.denominator = perMillilitre.inNanograms();
    const std::int64_t common = std::gcd(measured.numerator, measured.denominator);
    measured.numerator /= common;
    measured.denominator /= common;

    const std::int64_t steps = measured.numerator / (measured.denominator * grid.inNanolitres());
    measured.onGrid = measured.numerator % (measured.denominator * grid.inNanolitres()) == 0;
    measured.offer = grid * steps;
    measured.offerDose =
        OralDose::nanograms(perMillilitre.inNanograms() * measured.offer.inNanolitres() / nanolitresPerMillilitre);
    return measured;
}

} // namespace lento::core
