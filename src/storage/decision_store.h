// DecisionStore keeps beside each visit what was proposed and what the clinician decided (DAT-4).
#pragma once

#include "core/decided_visit.h"
#include "core/ids.h"

#include <vector>

namespace lento::storage {

class Database;

class DecisionStore {
public:
    explicit DecisionStore(Database& database)
        : m_database(database) {}

    // Takes the place of what stood there for this visit; the audit trail keeps that.
    void save(const core::DecidedVisit& decided);
    // In the order of their visits.
    std::vector<core::DecidedVisit> forPatient(const core::PatientId& patient) const;

private:
    Database& m_database;
};

} // namespace lento::storage
