// Documents: what was printed for a patient, from which plan revision, kept so that exactly that can be printed again.
#pragma once

#include "core/clinic.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace lento::app {

class Session;

struct Print {
    core::RecordId id;
    core::PatientId patient;
    std::optional<core::RevisionId> revision;
    std::string kind;        // the report's id: "calendar", "steps"
    std::string language;    // BCP 47
    std::string paper;       // "A4", "Letter"
    std::string destination; // "printer", "pdf"
    int pages = 0;
    std::string printedAt; // UTC
    std::string printedBy;
};

// One transaction. pages: the finished document as it was printed. Errors: those of writing.
core::Result<Print> recordPrint(Session& session, Print print, const QByteArray& document);
// Newest first.
core::Result<std::vector<Print>> prints(Session& session, const core::PatientId& patient);
// The document as it was printed. Errors: recordMissing, fileDamaged when it is not what was stored.
core::Result<QByteArray> printedDocument(Session& session, const core::RecordId& print);

// What the clinic says of itself. Errors: those of reading.
core::Result<core::Clinic> clinic(Session& session);

} // namespace lento::app
