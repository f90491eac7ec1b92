// A product is what the pharmacy hands out; a ProductSet is the ones a plan may use together and knows its quantum
// (FRM).
#pragma once

#include "core/amount.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lento::core {

enum class ProductForm : std::uint8_t { tablet, liquid, granules, intrathecal };

// Which labels it comes from; selects the catalogue a clinic sees, never loosens a limit (section 0).
enum class Region : std::uint8_t { us, uk, fr, other };

struct Product {
    std::string id;   // FRM id, "TAB10"; a UUIDv7 where the clinic added it (FRM-1)
    std::string name; // the clinic's, where it added it; empty: form and strength say enough
    ProductForm form = ProductForm::tablet;
    OralDose strength;          // tablets and packets: in one piece; liquids: in one millilitre
    bool scored = false;        // the label allows halves
    bool halvesAllowed = false; // this plan may use halves; true by default where scored
    Volume grid;                // liquids: the smallest volume step
    std::vector<Region> regions;
    std::vector<std::string> sources; // S numbers of clinical-rules.md
    // The smallest amount that can be given: the piece, half of it, or strength x grid.
    OralDose quantum() const;
    friend bool operator==(const Product&, const Product&) = default;
};

// Copies share what they hold: a clinic uses few sets and keeps thousands of plans.
class ProductSet {
public:
    ProductSet() = default; // no products and no quantum
    // Products, or a bare quantum (then nothing is dispensed and no supply is counted).
    // Errors: noProducts, quantumNotPositive, conflictingFields (the same strength and form twice).
    static Result<ProductSet> of(std::vector<Product> products);
    static Result<ProductSet> ofQuantum(OralDose quantum);

    const std::vector<Product>& products() const noexcept { return content().products; }
    // The smallest piece; with a liquid in the set the liquid's (FRM-3).
    OralDose quantum() const noexcept { return content().quantum; }
    // Ids of products of which some piece is no multiple of the quantum: "set cannot be combined" (FRM-3, BLOCK-OVR).
    const std::vector<std::string>& uncombinable() const noexcept { return content().uncombinable; }
    bool hasProducts() const noexcept { return !products().empty(); }

    friend bool operator==(const ProductSet& a, const ProductSet& b) {
        return a.m_content == b.m_content || a.content() == b.content();
    }

private:
    struct Content {
        std::vector<Product> products;
        OralDose quantum;
        std::vector<std::string> uncombinable;
        friend bool operator==(const Content&, const Content&) = default;
    };
    static ProductSet holding(Content content);
    const Content& content() const noexcept;

    std::shared_ptr<const Content> m_content; // null: nothing
};

} // namespace lento::core
