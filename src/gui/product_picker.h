// ProductPicker is the button that says which tablets and liquids a plan may use, and lets the clinician choose them.
#pragma once

#include "content/catalogue.h"
#include "core/product.h"

#include <QPushButton>

#include <vector>

class QMenu;

namespace lento::gui {

class ProductPicker : public QPushButton {
    Q_OBJECT
public:
    explicit ProductPicker(const content::Catalogue& catalogue, QWidget* parent = nullptr);

    void setProducts(const core::ProductSet& products);
    const core::ProductSet& products() const noexcept { return m_products; }
    // "10 mg tablet, may be halved; 5 mg tablet"
    static QString describe(const core::ProductSet& products);

Q_SIGNALS:
    void productsChosen(const lento::core::ProductSet& products);

private:
    void fillMenu();
    void use(std::vector<core::Product> products);

    const content::Catalogue& m_catalogue;
    core::ProductSet m_products;
    QMenu* m_menu;
};

} // namespace lento::gui
