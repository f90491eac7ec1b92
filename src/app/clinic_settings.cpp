#include "app/clinic_settings.h"

#include "app/clinic_lists.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "core/blank_text.h"
#include "core/decimal.h"
#include "storage/clinic_product_store.h"
#include "storage/clinic_protocol_store.h"
#include "storage/json_values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <algorithm>

namespace lento::app {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::int64_t strongestNanograms = 300'000'000; // UNI-1: no day holds more
constexpr std::int64_t coarsestGridNanolitres = 10'000'000;
constexpr std::int64_t nanolitresPerMillilitre = 1'000'000;

core::Result<void> within(const char* field, std::int64_t value, std::int64_t highest) {
    if (value > 0 && value <= highest)
        return {};
    return core::failure(core::ErrorCode::outOfRange, field,
                         {core::formatDecimal(value, 6), core::formatDecimal(1, 3), core::formatDecimal(highest, 6)});
}

// The clinic's own are offered until they are retired or switched off.
// rule: FRM-1
core::ClinicSet readSet(storage::Database& database) {
    const core::Clinic clinic = storage::ClinicStore(database).load();
    const storage::ClinicProductStore store(database);
    core::ClinicSet set;
    set.region = clinic.region;
    set.trialDays = clinic.trialDays;
    set.epilepsyNeedsReason = clinic.epilepsyNeedsReason;
    set.choices = store.choices();
    for (core::ClinicProduct& each : store.all()) {
        const auto chosen = std::ranges::find(set.choices, each.product.id, &core::ProductChoice::product);
        if (chosen == set.choices.end())
            set.choices.push_back({each.product.id, !each.isRetired()});
        else
            chosen->offered = chosen->offered && !each.isRetired();
        set.products.push_back(std::move(each.product));
    }
    const storage::ClinicProtocolStore protocols(database);
    set.protocols = protocols.newest();
    set.protocolChoices = protocols.choices();
    return set;
}

// What the audit trail keeps of the products: the whole of both lists, before and after.
QByteArray auditJson(storage::Database& database) {
    const storage::ClinicProductStore store(database);
    QJsonArray products;
    for (const core::ClinicProduct& product : store.all())
        products.append(storage::toJson(product));
    QJsonObject choices;
    for (const core::ProductChoice& choice : store.choices())
        choices.insert(QString::fromStdString(choice.product), choice.offered);
    return storage::jsonText(QJsonObject{{"products"_L1, products}, {"offered"_L1, choices}});
}

core::Result<void> namesDiffer(storage::Database& database) {
    QSet<QString> names;
    for (const core::ClinicProduct& product : storage::ClinicProductStore(database).all()) {
        const QString name = QString::fromStdString(product.product.name).trimmed().toCaseFolded();
        if (!product.isRetired() && names.contains(name))
            return core::failure(core::ErrorCode::duplicateRecord, "name", {product.product.name});
        if (!product.isRetired())
            names.insert(name);
    }
    return {};
}

core::Result<void> write(storage::Database& database, const ProductEdits& edits, const std::string& who,
                         const std::string& at) {
    storage::ClinicProductStore store(database);
    if (auto stored = storeChoices(store, edits.choices, edits.choicesThen, "product_choice", who, at); !stored)
        return stored;
    for (const core::ClinicProduct& product : edits.removed)
        store.remove(product);
    for (const core::ClinicProduct& product : edits.changed)
        store.update(product);
    for (core::ClinicProduct product : edits.added) {
        product.addedBy = who;
        product.addedAt = at;
        store.insert(product);
    }
    for (core::ClinicProduct& product : store.all()) {
        if (product.isRetired() || !std::ranges::count(edits.retired, product.product.id))
            continue;
        product.retiredBy = who;
        product.retiredAt = at;
        store.update(product);
    }
    return namesDiffer(database);
}

} // namespace

core::Result<core::ClinicSet> clinicSet(Session& session) {
    return session.read([](storage::Database& database) { return readSet(database); });
}

core::Result<content::Catalogue> clinicCatalogue(Session& session, const content::Catalogue& shipped) {
    const core::Result<core::ClinicSet> set = clinicSet(session);
    if (!set)
        return core::failure(set.error());
    return shipped.with(*set);
}

core::Result<core::Clinic> saveClinic(Session& session, core::Clinic clinic, const core::RuleNumbers& numbers) {
    if (core::isBlank(clinic.name))
        return core::failure(core::ErrorCode::emptyText, "name");
    const auto& trial = numbers.tit12;
    if (clinic.trialDays && (*clinic.trialDays < trial.clinicLeastDays || *clinic.trialDays > trial.clinicMostDays))
        return core::failure(core::ErrorCode::outOfRange, "trial_days",
                             {std::to_string(*clinic.trialDays), std::to_string(trial.clinicLeastDays),
                              std::to_string(trial.clinicMostDays)});
    const core::Result<core::Clinic> stored =
        session.read([](storage::Database& database) { return storage::ClinicStore(database).load(); });
    if (!stored)
        return core::failure(stored.error());
    if (*stored == clinic)
        return clinic;
    const core::Result<ChangeSet> done =
        session.perform(Operation::editClinic, {}, [&](storage::Database& database, AuditNote& note) {
            storage::ClinicStore store(database);
            note.before = storage::jsonText(storage::toJson(store.load()));
            clinic.rowVersion = store.update(clinic);
            note.after = storage::jsonText(storage::toJson(clinic));
            return core::Result<void>();
        });
    if (!done)
        return core::failure(done.error());
    return clinic;
}

core::Result<std::vector<core::ClinicProduct>> clinicProducts(Session& session) {
    return session.read([](storage::Database& database) { return storage::ClinicProductStore(database).all(); });
}

core::Result<std::vector<core::ProductChoice>> productChoices(Session& session) {
    return session.read([](storage::Database& database) { return storage::ClinicProductStore(database).choices(); });
}

core::Result<bool> isProductInUse(Session& session, const std::string& id) {
    return session.read([&](storage::Database& database) { return storage::ClinicProductStore(database).isInUse(id); });
}

std::string newProductId(const Session& session) {
    return session.newId<core::RecordId>().text();
}

core::Result<void> validate(const core::ClinicProduct& clinics) {
    const core::Product& product = clinics.product;
    if (core::isBlank(product.name))
        return core::failure(core::ErrorCode::emptyText, "name");
    if (product.form == core::ProductForm::intrathecal) // UNI-1: never in an oral plan
        return core::failure(core::ErrorCode::wrongType, "form", {"oral"});
    if (auto good = within("strength", product.strength.inNanograms(), strongestNanograms); !good)
        return good;
    if (product.form != core::ProductForm::liquid)
        return {};
    if (auto good = within("grid", product.grid.inNanolitres(), coarsestGridNanolitres); !good)
        return good;
    // UNI-2: the smallest amount is exact, or every dose of the plan would be a little off.
    if (product.strength.inNanograms() * product.grid.inNanolitres() % nanolitresPerMillilitre != 0)
        return core::failure(core::ErrorCode::conflictingFields, "grid", {"strength", "grid"});
    return {};
}

core::Result<void> saveProducts(Session& session, const ProductEdits& edits) {
    if (edits.isEmpty())
        return {};
    for (const auto* list : {&edits.added, &edits.changed}) {
        for (const core::ClinicProduct& product : *list) {
            if (auto good = validate(product); !good)
                return good;
        }
    }
    return performAudited(session, Operation::editProducts, auditJson, [&](storage::Database& database) {
        return write(database, edits, session.userName(), session.nowUtc());
    });
}

} // namespace lento::app
