#include "app/clinic_protocols.h"

#include "app/clinic_lists.h"
#include "app/session.h"
#include "content/catalogue.h"
#include "content/protocol_file.h"
#include "core/blank_text.h"
#include "storage/clinic_protocol_store.h"
#include "storage/json_values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <algorithm>

namespace lento::app {

namespace {

using namespace Qt::Literals::StringLiterals;

QString folded(const std::string& title) {
    return QString::fromStdString(title).trimmed().toCaseFolded();
}

// What the audit trail keeps of the protocols: the newest of each and all choices, before and after.
QByteArray auditJson(storage::Database& database) {
    const storage::ClinicProtocolStore store(database);
    QJsonArray protocols;
    for (const core::Protocol& protocol : store.newest())
        protocols.append(storage::toJson(protocol));
    QJsonObject choices;
    for (const core::ProtocolChoice& choice : store.choices())
        choices.insert(QString::fromStdString(choice.protocol), choice.enabled);
    return storage::jsonText(QJsonObject{{"protocols"_L1, protocols}, {"enabled"_L1, choices}});
}

core::Result<void> write(storage::Database& database, const ProtocolEdits& edits, const std::string& who,
                         const std::string& at) {
    storage::ClinicProtocolStore store(database);
    if (auto stored = storeChoices(store, edits.choices, edits.choicesThen, "protocol_choice", who, at); !stored)
        return stored;
    for (const core::Protocol& protocol : edits.adopted)
        store.insert(protocol, who, at);
    return {};
}

} // namespace

core::Result<std::vector<core::Protocol>> clinicProtocols(Session& session) {
    return session.read([](storage::Database& database) { return storage::ClinicProtocolStore(database).all(); });
}

core::Result<std::vector<core::ProtocolChoice>> protocolChoices(Session& session) {
    return session.read([](storage::Database& database) { return storage::ClinicProtocolStore(database).choices(); });
}

core::Protocol copyOf(const core::Protocol& base, const Session& session, const content::Catalogue& known) {
    core::Protocol copy = base;
    copy.basedOn = base.id;
    const std::string name = base.id.starts_with("OWN-") ? base.id : "OWN-" + base.id;
    copy.id = name;
    for (int number = 2; known.protocol(copy.id) != nullptr; ++number)
        copy.id = name + "-" + std::to_string(number);
    copy.version = 1;
    copy.title.clear();
    copy.isDefault = false;
    copy.enabled = true;
    copy.adoptedBy = session.userName();
    copy.adoptedOn = session.today();
    return copy;
}

core::Result<void> validate(const core::Protocol& protocol, const content::Catalogue& known) {
    if (core::isBlank(protocol.title))
        return core::failure(core::ErrorCode::emptyText, "title");
    for (const core::Protocol& other : known.protocols()) {
        if (other.id != protocol.id && folded(other.title) == folded(protocol.title))
            return core::failure(core::ErrorCode::duplicateRecord, "title", {protocol.title});
    }
    if (core::isBlank(protocol.adoptedBy))
        return core::failure(core::ErrorCode::emptyText, "adopted_by");
    if (!protocol.adoptedOn)
        return core::failure(core::ErrorCode::missingField, "adopted_on");
    return content::checkProtocol(protocol, known);
}

core::Result<void> saveProtocols(Session& session, const ProtocolEdits& edits, const content::Catalogue& known) {
    if (edits.isEmpty())
        return {};
    // Each is judged beside the others that are saved with it.
    const content::Catalogue together = known.withProtocols(edits.adopted);
    for (const core::Protocol& protocol : edits.adopted) {
        const core::Protocol* present = known.protocol(protocol.id);
        if (present != nullptr && !present->isClinics()) // the built-in ones are never edited
            return core::failure(core::ErrorCode::conflictingFields, "id",
                                 {protocol.id, "the built-in " + protocol.id});
        if (auto good = validate(protocol, together); !good)
            return good;
    }
    return performAudited(session, Operation::editProtocols, auditJson, [&](storage::Database& database) {
        return write(database, edits, session.userName(), session.nowUtc());
    });
}

} // namespace lento::app
