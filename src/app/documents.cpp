#include "app/documents.h"

#include "app/session.h"
#include "storage/clinic_store.h"
#include "storage/document_store.h"

namespace lento::app {

namespace {

Print printOf(const storage::PrintedDocument& stored) {
    return {stored.id,    stored.patient,     stored.revision, stored.kind,      stored.language,
            stored.paper, stored.destination, stored.pages,    stored.printedAt, stored.printedBy};
}

} // namespace

core::Result<Print> recordPrint(Session& session, Print print, const QByteArray& document) {
    print.id = session.newId<core::RecordId>();
    print.printedAt = session.nowUtc();
    print.printedBy = session.userName();
    storage::PrintedDocument stored;
    stored.id = print.id;
    stored.patient = print.patient;
    stored.revision = print.revision;
    stored.kind = print.kind;
    stored.language = print.language;
    stored.paper = print.paper;
    stored.destination = print.destination;
    stored.pages = print.pages;
    stored.printedAt = print.printedAt;
    stored.printedBy = print.printedBy;
    stored.optionsJson = "{}";
    stored.inputsJson = document;
    const core::Result<ChangeSet> done =
        session.perform(Operation::printDocument, {print.patient, {}},
                        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                            storage::DocumentStore(database).insert(stored);
                            note.subject = stored.id.text();
                            return {};
                        });
    if (!done)
        return core::failure(done.error());
    return print;
}

core::Result<std::vector<Print>> prints(Session& session, const core::PatientId& patient) {
    return session.read([&](storage::Database& database) {
        std::vector<Print> result;
        for (const storage::PrintedDocument& stored : storage::DocumentStore(database).forPatient(patient))
            result.push_back(printOf(stored));
        return result;
    });
}

core::Result<QByteArray> printedDocument(Session& session, const core::RecordId& print) {
    return session.read(
        [&](storage::Database& database) { return storage::DocumentStore(database).load(print).inputsJson; });
}

core::Result<core::Clinic> clinic(Session& session) {
    return session.read([](storage::Database& database) { return storage::ClinicStore(database).load(); });
}

} // namespace lento::app
