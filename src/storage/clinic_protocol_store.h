// ClinicProtocolStore keeps every version of the protocols that a clinic made (DAT-1) and which protocols it offers in
// new plans; no version is ever changed or removed.
//
// Errors: recordChanged when a version is not the next one.
#pragma once

#include "core/clinic_set.h"

#include <string>
#include <vector>

namespace lento::storage {

class Database;

class ClinicProtocolStore {
public:
    explicit ClinicProtocolStore(Database& database)
        : m_database(database) {}

    // Every version, the oldest first; the protocols in the order of their ids.
    std::vector<core::Protocol> all() const;
    // The newest version of each.
    std::vector<core::Protocol> newest() const;
    // The first version of a protocol, or the one after its newest.
    void insert(const core::Protocol& protocol, const std::string& who, const std::string& at);

    std::vector<core::ProtocolChoice> choices() const;
    void choose(const core::ProtocolChoice& choice, const std::string& who, const std::string& at);

private:
    Database& m_database;
};

} // namespace lento::storage
