// AuditStore appends who did what when; each line carries the SHA-256 of itself and the one before, so a change shows.
#pragma once

#include "core/ids.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

struct AuditEntry {
    std::string at; // UTC
    std::string who;
    std::string operation; // app::operationName
    std::optional<core::PatientId> patient;
    std::string subject; // id of the record, when it is not the patient
    QByteArray before;   // JSON, may be empty
    QByteArray after;
    std::string reason;
    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

struct AuditLine {
    std::int64_t seq = 0; // from 1, without gaps
    AuditEntry entry;
    std::string previousHash; // 64 hexadecimal digits; empty for the first line
    std::string hash;
};

class AuditStore {
public:
    explicit AuditStore(Database& database)
        : m_database(database) {}

    // The number of the new line.
    std::int64_t append(const AuditEntry& entry);
    // Oldest first; the visitor returns false to stop.
    void forEach(const std::function<bool(AuditLine&& line)>& visit) const;
    std::vector<AuditLine> forPatient(const core::PatientId& patient) const;
    // The first line that is missing or not what it was when it was written; nothing when the chain holds.
    std::optional<std::int64_t> firstBroken() const;

private:
    Database& m_database;
};

} // namespace lento::storage
