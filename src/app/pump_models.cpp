// The clinic's constants of pump models: the shipped ones, its own, and who confirmed them.
#include "app/pumps.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "core/blank_text.h"
#include "storage/json_values.h"
#include "storage/pump_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lento::app {

namespace {

using core::ErrorCode;

// What an entry of the audit trail says of the models that it is about.
QByteArray auditJson(const std::vector<storage::PumpStore::StoredModel>& stored,
                     const std::vector<PumpModelEdit>& edits) {
    QJsonArray models;
    for (const storage::PumpStore::StoredModel& each : stored)
        if (std::ranges::any_of(edits,
                                [&](const PumpModelEdit& edit) { return edit.edited.model.id == each.model.id; }))
            models.append(storage::toJson(each.model));
    return QJsonDocument(models).toJson(QJsonDocument::Compact);
}

} // namespace

core::Result<std::vector<ClinicPumpModel>> pumpModels(Session& session, const content::Catalogue& catalogue) {
    return session.read([&](storage::Database& database) {
        std::vector<ClinicPumpModel> all;
        for (const core::PumpModel& model : catalogue.pumpModels())
            all.push_back({model, 0});
        for (const storage::PumpStore::StoredModel& stored : storage::PumpStore(database).models()) {
            const auto shipped = std::find_if(
                all.begin(), all.end(), [&](const ClinicPumpModel& each) { return each.model.id == stored.model.id; });
            if (shipped == all.end())
                all.push_back({stored.model, stored.rowVersion});
            else
                *shipped = {stored.model, stored.rowVersion};
        }
        return all;
    });
}

core::Result<void> validate(const core::PumpModel& model) {
    constexpr int longestServiceMonths = 240;
    if (core::isBlank(model.name))
        return core::failure(ErrorCode::emptyText, "name");
    if (model.reservoir.isZero() || model.alarm.isZero() || model.alarm >= model.reservoir)
        return core::failure(ErrorCode::conflictingFields, "alarm", {"alarm", "reservoir"});
    if (model.perCentimetre.isZero())
        return core::failure(ErrorCode::outOfRange, "perCentimetre", {"0", "0.0001", "1"});
    if (model.serviceMonths < 1 || model.serviceMonths > longestServiceMonths)
        return core::failure(ErrorCode::outOfRange, "serviceMonths",
                             {std::to_string(model.serviceMonths), "1", std::to_string(longestServiceMonths)});
    if (core::isBlank(model.source))
        return core::failure(ErrorCode::emptyText, "source");
    return {};
}

core::Result<void> savePumpModels(Session& session, std::vector<PumpModelEdit> edits) {
    if (edits.empty())
        return {};
    for (PumpModelEdit& edit : edits) {
        core::PumpModel& model = edit.edited.model;
        if (const core::Result<void> good = validate(model); !good)
            return good;
        const bool signs = edit.confirmed == Confirmed::yes;
        model.confirmedBy = signs ? session.userName() : std::string();
        model.confirmedAt = signs ? session.nowUtc() : std::string();
        if (model.id.empty())
            model.id = session.newId<core::RecordId>().text();
    }
    const auto performed = session.perform(Operation::editPumpModel, {},
                                           [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                                               storage::PumpStore store(database);
                                               if (edits.size() == 1)
                                                   note.subject = edits.front().edited.model.id;
                                               note.before = auditJson(store.models(), edits);
                                               for (const PumpModelEdit& edit : edits)
                                                   store.saveModel(edit.edited.model, edit.edited.rowVersion);
                                               note.after = auditJson(store.models(), edits);
                                               return {};
                                           });
    return performed ? core::Result<void>() : core::failure(performed.error());
}

bool haveSameConstants(const core::PumpModel& one, const core::PumpModel& other) {
    return one.reservoir == other.reservoir && one.tubing == other.tubing && one.perCentimetre == other.perCentimetre &&
           one.serviceMonths == other.serviceMonths;
}

void followClinicModels(storage::Database& database, core::PumpCourse& course) {
    if (course.implants.empty())
        return;
    const std::vector<storage::PumpStore::StoredModel> stored = storage::PumpStore(database).models();
    for (core::PumpImplant& implant : course.implants) {
        const auto now = std::ranges::find_if(
            stored, [&](const storage::PumpStore::StoredModel& each) { return each.model.id == implant.model.id; });
        if (now == stored.end())
            continue;
        const bool same = haveSameConstants(implant.model, now->model);
        implant.model.confirmedBy = same ? now->model.confirmedBy : std::string();
        implant.model.confirmedAt = same ? now->model.confirmedAt : std::string();
    }
}

} // namespace lento::app
