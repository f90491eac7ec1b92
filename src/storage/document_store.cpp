#include "storage/document_store.h"

#include "storage/database.h"

#include <QCryptographicHash>

namespace lento::storage {

namespace {

std::string sha256Of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

constexpr std::string_view columns =
    "id, patient_id, revision_id, kind, language, paper, destination, pages, printed_at,"
    " printed_by, options_json, sha256";

PrintedDocument documentOf(const Query& row) {
    PrintedDocument document;
    document.id = row.id<core::RecordId>(0);
    document.patient = row.id<core::PatientId>(1);
    if (const auto revision = row.optionalText(2))
        document.revision = core::RevisionId(*revision);
    document.kind = row.text(3);
    document.language = row.text(4);
    document.paper = row.text(5);
    document.destination = row.text(6);
    document.pages = row.smallInteger(7);
    document.printedAt = row.text(8);
    document.printedBy = row.text(9);
    document.optionsJson = QByteArray::fromStdString(row.text(10));
    document.sha256 = row.text(11);
    return document;
}

} // namespace

void DocumentStore::insert(const PrintedDocument& document) {
    m_database.change(
        "insert into printed_document (id, patient_id, revision_id, kind, language, paper, destination, pages,"
        " printed_at, printed_by, options_json, inputs_sealed, sha256)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document.id, document.patient, document.revision, document.kind, document.language, document.paper,
        document.destination, document.pages, document.printedAt, document.printedBy,
        QString::fromUtf8(document.optionsJson), m_database.vault().seal(document.id.text(), document.inputsJson),
        sha256Of(document.inputsJson));
}

PrintedDocument DocumentStore::load(const core::RecordId& id) const {
    Query row =
        m_database.query("select " + std::string(columns) + ", inputs_sealed from printed_document where id = ?");
    row.run(id);
    if (!row.next())
        throw StorageError(core::ErrorCode::recordMissing, "document");
    PrintedDocument document = documentOf(row);
    document.inputsJson = m_database.vault().open(id.text(), row.blob(12));
    if (sha256Of(document.inputsJson) != document.sha256)
        throw StorageError(core::ErrorCode::fileDamaged, "document");
    return document;
}

std::vector<PrintedDocument> DocumentStore::forPatient(const core::PatientId& patient) const {
    std::vector<PrintedDocument> documents;
    Query row = m_database.query("select " + std::string(columns) +
                                 " from printed_document where patient_id = ? order by printed_at desc, id desc");
    row.run(patient);
    while (row.next())
        documents.push_back(documentOf(row));
    return documents;
}

} // namespace lento::storage
