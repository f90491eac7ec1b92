// ClinicProductStore keeps the products that a clinic added (FRM-1) and which products it offers in new plans.
//
// Errors: recordMissing; recordChanged when the row version is not the one that was read; recordInUse.
#pragma once

#include "core/clinic_set.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

class ClinicProductStore {
public:
    explicit ClinicProductStore(Database& database)
        : m_database(database) {}

    // In the order in which they were added; the retired ones too.
    std::vector<core::ClinicProduct> all() const;
    void insert(const core::ClinicProduct& added);
    // Name, note, pieces, strength and retirement; the new row version. A product that a plan holds keeps its form,
    // strength and pieces: recordInUse.
    std::int64_t update(const core::ClinicProduct& product);
    // Only one that no plan, draft or supply ever held: recordInUse.
    void remove(const core::ClinicProduct& product);
    // Whether some plan, draft of a plan, or supply holds it.
    bool isInUse(const std::string& id) const;

    std::vector<core::ProductChoice> choices() const;
    void choose(const core::ProductChoice& choice, const std::string& who, const std::string& at);

private:
    core::ClinicProduct find(const std::string& id, std::int64_t rowVersion) const;
    Database& m_database;
};

} // namespace lento::storage
