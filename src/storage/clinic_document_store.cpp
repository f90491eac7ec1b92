#include "storage/clinic_document_store.h"

#include "storage/database.h"
#include "storage/storage_error.h"

#include <QCryptographicHash>

namespace lento::storage {

namespace {

std::string sha256Of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

constexpr std::string_view columns = "id, kind, day, language, paper, destination, pages, printed_at, printed_by";

ClinicDocument documentOf(const Query& row) {
    ClinicDocument document;
    document.id = row.id<core::RecordId>(0);
    document.kind = row.text(1);
    document.day = row.date(2);
    document.language = row.text(3);
    document.paper = row.text(4);
    document.destination = row.text(5);
    document.pages = row.smallInteger(6);
    document.printedAt = row.text(7);
    document.printedBy = row.text(8);
    return document;
}

} // namespace

void ClinicDocumentStore::insert(const ClinicDocument& document) {
    m_database.change("insert into clinic_document (id, kind, day, language, paper, destination, pages, printed_at,"
                      " printed_by, document_json, sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      document.id, document.kind, document.day, document.language, document.paper, document.destination,
                      document.pages, document.printedAt, document.printedBy, QString::fromUtf8(document.json),
                      sha256Of(document.json));
}

ClinicDocument ClinicDocumentStore::load(const core::RecordId& id) const {
    Query row = m_database.query("select " + std::string(columns) +
                                 ", document_json, sha256 from clinic_document where id = ?");
    row.run(id);
    if (!row.next())
        throw StorageError(core::ErrorCode::recordMissing, "document");
    ClinicDocument document = documentOf(row);
    document.json = QByteArray::fromStdString(row.text(9));
    if (sha256Of(document.json) != row.text(10))
        throw StorageError(core::ErrorCode::fileDamaged, "document");
    return document;
}

std::vector<ClinicDocument> ClinicDocumentStore::ofKind(std::string_view kind) const {
    std::vector<ClinicDocument> documents;
    Query row = m_database.query("select " + std::string(columns) +
                                 " from clinic_document where kind = ? order by printed_at desc, id desc");
    row.run(std::string(kind));
    while (row.next())
        documents.push_back(documentOf(row));
    return documents;
}

} // namespace lento::storage
