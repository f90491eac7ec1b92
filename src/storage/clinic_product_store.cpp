#include "storage/clinic_product_store.h"

#include "storage/clinic_choices.h"
#include "storage/database.h"
#include "storage/draft_store.h"
#include "storage/names.h"

#include <algorithm>

namespace lento::storage {

namespace {

std::optional<std::int64_t> gridOf(const core::Product& product) {
    if (product.form != core::ProductForm::liquid)
        return std::nullopt;
    return product.grid.inNanolitres();
}

std::optional<std::string> unlessEmpty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

bool sameDrug(const core::Product& a, const core::Product& b) {
    return a.form == b.form && a.strength == b.strength && a.halvesAllowed == b.halvesAllowed && a.grid == b.grid;
}

} // namespace

std::vector<core::ClinicProduct> ClinicProductStore::all() const {
    std::vector<core::ClinicProduct> products;
    Query row = m_database.query("select id, name, form, strength_ng, halves, grid_nl, note, added_by, added_at,"
                                 " retired_by, retired_at, row_version from clinic_product order by added_at, id");
    row.run();
    while (row.next()) {
        core::ClinicProduct each;
        each.product.id = row.text(0);
        each.product.name = row.text(1);
        each.product.form = row.name<core::ProductForm>(2);
        each.product.strength = row.amount<core::OralDose>(3);
        each.product.scored = row.boolean(4);
        each.product.halvesAllowed = each.product.scored;
        each.product.grid = core::Volume::nanolitres(row.optionalInteger(5).value_or(0));
        each.note = row.text(6);
        each.addedBy = row.text(7);
        each.addedAt = row.text(8);
        each.retiredBy = row.optionalText(9).value_or("");
        each.retiredAt = row.optionalText(10).value_or("");
        each.rowVersion = row.integer(11);
        products.push_back(std::move(each));
    }
    return products;
}

void ClinicProductStore::insert(const core::ClinicProduct& added) {
    const core::Product& product = added.product;
    m_database.change(
        "insert into clinic_product (id, name, form, strength_ng, halves, grid_nl, note, added_by, added_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        product.id, product.name, nameOf(product.form), product.strength, product.halvesAllowed, gridOf(product),
        added.note, added.addedBy, added.addedAt);
}

core::ClinicProduct ClinicProductStore::find(const std::string& id, std::int64_t rowVersion) const {
    const std::vector<core::ClinicProduct> products = all();
    const auto found =
        std::find_if(products.begin(), products.end(), [&](const auto& each) { return each.product.id == id; });
    if (found == products.end())
        throw StorageError(core::ErrorCode::recordMissing, "clinic_product");
    if (found->rowVersion != rowVersion)
        throw StorageError(core::ErrorCode::recordChanged, "clinic_product");
    return *found;
}

std::int64_t ClinicProductStore::update(const core::ClinicProduct& product) {
    const core::Product& next = product.product;
    const core::ClinicProduct stored = find(next.id, product.rowVersion);
    if (!sameDrug(stored.product, next) && isInUse(next.id))
        throw StorageError(core::ErrorCode::recordInUse, "clinic_product");
    m_database.change(
        "update clinic_product set name = ?, form = ?, strength_ng = ?, halves = ?, grid_nl = ?, note = ?,"
        " retired_by = ?, retired_at = ?, row_version = row_version + 1 where id = ?",
        next.name, nameOf(next.form), next.strength, next.halvesAllowed, gridOf(next), product.note,
        unlessEmpty(product.retiredBy), unlessEmpty(product.retiredAt), next.id);
    return product.rowVersion + 1;
}

void ClinicProductStore::remove(const core::ClinicProduct& product) {
    const std::string& id = product.product.id;
    find(id, product.rowVersion);
    if (isInUse(id))
        throw StorageError(core::ErrorCode::recordInUse, "clinic_product");
    ClinicChoices(m_database, ClinicChoices::Of::products).forget(id);
    m_database.change("delete from clinic_product where id = ?", id);
}

bool ClinicProductStore::isInUse(const std::string& id) const {
    // A plan keeps its products as JSON; an id is 36 characters that stand nowhere else.
    Query row = m_database.query("select 1 from plan_revision where products_json like ?"
                                 " union select 1 from dispensed where product_id = ?");
    row.run('%' + id + '%', id);
    if (row.next())
        return true;
    const std::vector<Draft> drafts = DraftStore(m_database).all();
    return std::any_of(drafts.begin(), drafts.end(),
                       [&](const Draft& draft) { return draft.payload.contains(id.c_str()); });
}

std::vector<core::ProductChoice> ClinicProductStore::choices() const {
    return ClinicChoices(m_database, ClinicChoices::Of::products).all<core::ProductChoice>();
}

void ClinicProductStore::choose(const core::ProductChoice& choice, const std::string& who, const std::string& at) {
    ClinicChoices(m_database, ClinicChoices::Of::products).choose(choice.product, choice.offered, who, at);
}

} // namespace lento::storage
