// DocumentStore keeps each printed document with all it was made from, so that exactly that can be printed again.
#pragma once

#include "core/ids.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class Database;

struct PrintedDocument {
    core::RecordId id;
    core::PatientId patient;
    std::optional<core::RevisionId> revision; // the plan revision it shows
    std::string kind;                         // "calendar", "steps": the report's registry name
    std::string language;                     // BCP 47
    std::string paper;                        // "A4", "Letter"
    std::string destination;                  // "printer", "pdf", "png", "svg"
    int pages = 0;
    std::string printedAt; // UTC
    std::string printedBy;
    QByteArray optionsJson;
    QByteArray inputsJson; // everything the report was given
    // SHA-256 of inputsJson, 64 hexadecimal digits; set by insert and checked by load.
    std::string sha256;
    friend bool operator==(const PrintedDocument&, const PrintedDocument&) = default;
};

class DocumentStore {
public:
    explicit DocumentStore(Database& database)
        : m_database(database) {}

    void insert(const PrintedDocument& document);
    // Errors: recordMissing; fileDamaged when the inputs are not what was stored.
    PrintedDocument load(const core::RecordId& id) const;
    // Newest first, without inputsJson.
    std::vector<PrintedDocument> forPatient(const core::PatientId& patient) const;

private:
    Database& m_database;
};

} // namespace lento::storage
