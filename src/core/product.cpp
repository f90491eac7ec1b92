#include "core/product.h"

#include <algorithm>
#include <cassert>

namespace lento::core {

namespace {

constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;
// More than a pharmacy has strengths; Pieces and the search of dispense() are sized by it.
constexpr std::size_t mostProducts = 16;

} // namespace

OralDose Product::quantum() const {
    if (form == ProductForm::liquid)
        return OralDose::nanograms(strength.inNanograms() * grid.inNanolitres() / nanolitresPerMillilitre);
    return halvesAllowed ? OralDose::nanograms(strength.inNanograms() / 2) : strength;
}

Result<ProductSet> ProductSet::of(std::vector<Product> products) {
    if (products.empty())
        return failure(ErrorCode::noProducts);
    if (products.size() > mostProducts)
        return failure(ErrorCode::outOfRange, "products",
                       {std::to_string(products.size()), "1", std::to_string(mostProducts)});

    std::optional<OralDose> solidQuantum;
    std::optional<OralDose> liquidQuantum;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const Product& product = products[i];
        if (product.form == ProductForm::intrathecal) // UNI-1: never in an oral plan
            return failure(ErrorCode::wrongType, product.id, {"oral"});
        if (product.quantum().isZero())
            return failure(ErrorCode::quantumNotPositive, product.id);
        for (std::size_t j = 0; j < i; ++j) {
            const bool same = products[j].form == product.form && products[j].strength == product.strength;
            if (same || products[j].id == product.id)
                return failure(ErrorCode::conflictingFields, "products", {products[j].id, product.id});
        }
        std::optional<OralDose>& smallest = product.form == ProductForm::liquid ? liquidQuantum : solidQuantum;
        smallest = smallest ? std::min(*smallest, product.quantum()) : product.quantum();
    }

    Content content;
    content.quantum = liquidQuantum ? *liquidQuantum : *solidQuantum;
    for (const Product& product : products) {
        if (!product.quantum().isMultipleOf(content.quantum))
            content.uncombinable.push_back(product.id);
    }
    content.products = std::move(products);
    return holding(std::move(content));
}

Result<ProductSet> ProductSet::ofQuantum(OralDose quantum) {
    if (quantum.isZero())
        return failure(ErrorCode::quantumNotPositive);
    return holding({{}, quantum, {}});
}

ProductSet ProductSet::holding(Content content) {
    ProductSet set;
    set.m_content = std::make_shared<const Content>(std::move(content));
    return set;
}

const ProductSet::Content& ProductSet::content() const noexcept {
    static const Content nothing;
    return m_content ? *m_content : nothing;
}

} // namespace lento::core
