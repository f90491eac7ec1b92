// PumpStore maps pump trials, implants, settings, refills and the clinic's pump models to rows.
//
// Errors: recordMissing; recordChanged when the row version is not the one that was read; duplicateRecord.
#pragma once

#include "core/pump_record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

class PumpStore {
public:
    explicit PumpStore(Database& database)
        : m_database(database) {}

    // Boluses, observations, periods and findings are written with their record, replaced whole. The new row version:
    // one with rowVersion 0 is new.
    std::int64_t save(const core::PumpTrial& trial);
    std::int64_t save(const core::PumpImplant& implant);
    std::int64_t save(const core::PumpSetting& setting);
    std::int64_t save(const core::PumpRefill& refill);
    // Takes back what was entered by mistake. Errors: recordChanged.
    void remove(const core::PumpSetting& setting);
    void remove(const core::PumpRefill& refill);

    core::PumpCourse forPatient(const core::PatientId& patient) const;
    // Of all patients who have a pump or a trial, or of that one: without texts and findings, for lists of many.
    std::map<core::PatientId, core::PumpCourse> outlines(const std::optional<core::PatientId>& only = {}) const;

    // What the clinic edited or confirmed, by name.
    struct StoredModel {
        core::PumpModel model;
        std::int64_t rowVersion = 0;
    };
    std::vector<StoredModel> models() const;
    std::int64_t saveModel(const core::PumpModel& model, std::int64_t rowVersion);

private:
    Database& m_database;
};

} // namespace lento::storage
