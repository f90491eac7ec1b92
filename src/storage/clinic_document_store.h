// ClinicDocumentStore keeps the sheets of a whole clinic as they were printed; they name no patient.
//
// Errors: recordMissing; fileDamaged when a sheet is not what was stored.
#pragma once

#include "core/calendar.h"
#include "core/ids.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

class Database;

struct ClinicDocument {
    core::RecordId id;
    std::string kind;        // "clinic-figures": the report's id
    core::Date day;          // on which it was counted
    std::string language;    // BCP 47
    std::string paper;       // "A4", "Letter"
    std::string destination; // "printer", "pdf"
    int pages = 0;
    std::string printedAt; // UTC
    std::string printedBy;
    QByteArray json; // the finished pages
    friend bool operator==(const ClinicDocument&, const ClinicDocument&) = default;
};

class ClinicDocumentStore {
public:
    explicit ClinicDocumentStore(Database& database)
        : m_database(database) {}

    void insert(const ClinicDocument& document);
    ClinicDocument load(const core::RecordId& id) const;
    // Newest first, without json.
    std::vector<ClinicDocument> ofKind(std::string_view kind) const;

private:
    Database& m_database;
};

} // namespace lento::storage
