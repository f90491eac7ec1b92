#include "storage/clinic_protocol_store.h"

#include "storage/clinic_choices.h"
#include "storage/database.h"
#include "storage/json_values.h"
#include "storage/storage_error.h"

namespace lento::storage {

std::vector<core::Protocol> ClinicProtocolStore::all() const {
    std::vector<core::Protocol> protocols;
    Query row = m_database.query("select protocol_id, version, protocol_json from clinic_protocol"
                                 " order by protocol_id, version");
    row.run();
    while (row.next()) {
        core::Protocol protocol = protocolFromJson(jsonObject(QByteArray::fromStdString(row.text(2))));
        if (protocol.id != row.text(0) || protocol.version != row.integer(1))
            throw StorageError(core::ErrorCode::fileDamaged, "clinic_protocol");
        protocols.push_back(std::move(protocol));
    }
    return protocols;
}

std::vector<core::Protocol> ClinicProtocolStore::newest() const {
    std::vector<core::Protocol> newest;
    for (core::Protocol& protocol : all()) {
        if (!newest.empty() && newest.back().id == protocol.id)
            newest.back() = std::move(protocol);
        else
            newest.push_back(std::move(protocol));
    }
    return newest;
}

void ClinicProtocolStore::insert(const core::Protocol& protocol, const std::string& who, const std::string& at) {
    Query row = m_database.query("select coalesce(max(version), 0) from clinic_protocol where protocol_id = ?");
    row.run(protocol.id);
    if (!row.next() || protocol.version != row.integer(0) + 1)
        throw StorageError(core::ErrorCode::recordChanged, "clinic_protocol");
    m_database.change("insert into clinic_protocol (protocol_id, version, protocol_json, saved_by, saved_at)"
                      " values (?, ?, ?, ?, ?)",
                      protocol.id, protocol.version, jsonText(toJson(protocol)).toStdString(), who, at);
}

std::vector<core::ProtocolChoice> ClinicProtocolStore::choices() const {
    return ClinicChoices(m_database, ClinicChoices::Of::protocols).all<core::ProtocolChoice>();
}

void ClinicProtocolStore::choose(const core::ProtocolChoice& choice, const std::string& who, const std::string& at) {
    ClinicChoices(m_database, ClinicChoices::Of::protocols).choose(choice.protocol, choice.enabled, who, at);
}

} // namespace lento::storage
