#include "storage/pump_rows.h"

#include "storage/json_values.h"
#include "storage/json_writer.h"
#include "storage/names.h"
#include "storage/sealed_values.h"

namespace lento::storage {

core::Volume volumeAt(const Query& row, int column) {
    return core::Volume::nanolitres(row.integer(column));
}

std::optional<core::Volume> optionalVolumeAt(const Query& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(volumeAt(row, column));
}

std::optional<std::int64_t> nanolitres(const std::optional<core::Volume>& volume) {
    return volume ? std::optional(volume->inNanolitres()) : std::nullopt;
}

core::PumpModel modelAt(const Query& row, int first) {
    return {row.text(first),          row.text(first + 1),      volumeAt(row, first + 2),    volumeAt(row, first + 3),
            volumeAt(row, first + 4), volumeAt(row, first + 5), row.smallInteger(first + 6), row.text(first + 7),
            row.text(first + 8),      row.text(first + 9)};
}

void expectOne(std::int64_t changed, const char* what) {
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, what);
}

void writeFindings(Database& database, const std::string& record, int part, const std::vector<core::SeenFinding>& all) {
    int ordinal = 0;
    for (const core::SeenFinding& seen : all)
        database.change(
            "insert into pump_finding (record_id, part, ordinal, rule, action, assessed, message, inputs_json,"
            " sources_json, fingerprint, reason_sealed, rule_set_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            record, part, ++ordinal, seen.finding.rule.text(), nameOf(seen.finding.action), seen.finding.assessed,
            seen.finding.message, jsonText(toJson(seen.finding.inputs)).toStdString(),
            jsonText(asTexts(seen.finding.sources)).toStdString(), fingerprintText(seen.finding.fingerprint()),
            sealText(database.vault(), record, seen.reason), seen.ruleSetVersion);
}

void removeFindings(Database& database, const std::string& record) {
    database.change("delete from pump_finding where record_id = ?", record);
}

} // namespace lento::storage
