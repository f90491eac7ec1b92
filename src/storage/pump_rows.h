// What the rows of a pump share: volumes, the constants of a model wherever they stand, findings, row versions. Inside
// storage only.
#pragma once

#include "core/pump_record.h"
#include "storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

core::Volume volumeAt(const Query& row, int column);
std::optional<core::Volume> optionalVolumeAt(const Query& row, int column);
std::optional<std::int64_t> nanolitres(const std::optional<core::Volume>& volume);
// id, name, reservoir, alarm, tubing, catheter, service, source, confirmed by and at, from a column on.
core::PumpModel modelAt(const Query& row, int first);
// Throws recordChanged unless one row was changed.
void expectOne(std::int64_t changed, const char* what);
void writeFindings(Database& database, const std::string& record, int part, const std::vector<core::SeenFinding>& all);
void removeFindings(Database& database, const std::string& record);

} // namespace lento::storage
