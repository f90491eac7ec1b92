#include "gui/product_picker.h"

#include "wording/quantities.h"

#include <QMenu>

#include <algorithm>
#include <functional>

namespace lento::gui {

ProductPicker::ProductPicker(const content::Catalogue& catalogue, QWidget* parent)
    : QPushButton(parent)
    , m_catalogue(catalogue)
    , m_menu(new QMenu(this)) {
    setAccessibleName(tr("Tablets and liquids"));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ProductPicker::fillMenu);
    setProducts({});
}

QString ProductPicker::describe(const core::ProductSet& products) {
    QStringList names;
    for (const core::Product& product : products.products()) {
        const QString name = wording::productText(product);
        names << (product.form == core::ProductForm::tablet && product.halvesAllowed ? tr("%1, may be halved").arg(name)
                                                                                     : name);
    }
    return names.isEmpty() ? tr("choose…") : names.join(QStringLiteral("; "));
}

void ProductPicker::setProducts(const core::ProductSet& products) {
    m_products = products;
    setText(describe(products));
    setAccessibleDescription(text());
}

void ProductPicker::fillMenu() {
    m_menu->clear();
    const std::vector<core::Product>& chosen = m_products.products();
    // What the clinic offers (FRM-1), and what this plan holds already.
    for (const core::Product& product : m_catalogue.products()) {
        if (!m_catalogue.isOffered(product.id) && !std::ranges::count(chosen, product.id, &core::Product::id))
            continue;
        const auto used = std::ranges::find(chosen, product.id, &core::Product::id);
        const bool isUsed = used != chosen.end();
        QAction* use = m_menu->addAction(wording::productText(product));
        use->setCheckable(true);
        use->setChecked(isUsed);
        connect(use, &QAction::triggered, this, [this, product, chosen](bool checked) {
            std::vector<core::Product> next = chosen;
            std::erase_if(next, [&](const core::Product& each) { return each.id == product.id; });
            if (checked)
                next.push_back(product);
            this->use(std::move(next));
        });
        if (!isUsed || product.form != core::ProductForm::tablet)
            continue;
        QAction* halve = m_menu->addAction(product.scored ? tr("    may be halved")
                                                          : tr("    may be halved (no score on the label)"));
        halve->setCheckable(true);
        halve->setChecked(used->halvesAllowed);
        connect(halve, &QAction::triggered, this, [this, id = product.id, chosen](bool checked) {
            std::vector<core::Product> next = chosen;
            for (core::Product& each : next)
                if (each.id == id)
                    each.halvesAllowed = checked;
            this->use(std::move(next));
        });
    }
}

void ProductPicker::use(std::vector<core::Product> products) {
    // The strongest first: DSP-1 settles what is otherwise equal by that order.
    std::ranges::stable_sort(products, std::ranges::greater(), &core::Product::strength);
    // Nothing chosen is no set; the last product stays until another is there.
    const core::Result<core::ProductSet> set = core::ProductSet::of(std::move(products));
    if (!set)
        return;
    setProducts(*set);
    Q_EMIT productsChosen(m_products);
}

} // namespace lento::gui
