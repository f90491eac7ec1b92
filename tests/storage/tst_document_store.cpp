#include "clinic_values.h"
#include "storage/document_store.h"
#include "storage/plan_store.h"

#include <algorithm>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

PrintedDocument exampleDocument(const core::PatientId& patient, const char* printedAt = "2026-11-22T10:00:00.000Z") {
    PrintedDocument document;
    document.id = nextId<core::RecordId>();
    document.patient = patient;
    document.kind = "calendar";
    document.language = "ar";
    document.paper = "A4";
    document.destination = "pdf";
    document.pages = 3;
    document.printedAt = printedAt;
    document.printedBy = "Nurse Example";
    document.optionsJson = "{\"large\":false}";
    document.inputsJson = "{\"name\":\"ŻÓŁĆ, Zoë\"}";
    return document;
}

} // namespace

class TestDocumentStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPrintedComesBackByteForByte();
    void theListIsNewestFirstAndLight();
    void changedInputsAreRefused();
    void anUnknownRevisionIsRefused();
};

void TestDocumentStore::whatWasPrintedComesBackByteForByte() {
    StoreFixture clinic;
    core::Revision revision = exampleRevision(clinic.addPatient(), planned(taper("2026-08-03", "50", 10, 7)));
    PlanStore(clinic.database()).insert(revision);
    PrintedDocument document = exampleDocument(revision.patient);
    document.revision = revision.id;
    DocumentStore(clinic.database()).insert(document);
    clinic.reopen();
    PrintedDocument found = DocumentStore(clinic.database()).load(document.id);
    QCOMPARE(found.sha256.size(), std::size_t{64});
    document.sha256 = found.sha256;
    QVERIFY(found == document);
    QCOMPARE(failureOf([&] { DocumentStore(clinic.database()).load(nextId<core::RecordId>()); }),
             ErrorCode::recordMissing);
}

void TestDocumentStore::theListIsNewestFirstAndLight() {
    StoreFixture clinic;
    DocumentStore store(clinic.database());
    const core::PatientId patient = clinic.addPatient();
    for (const char* at : {"2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z"})
        store.insert(exampleDocument(patient, at));
    const auto documents = store.forPatient(patient);
    QCOMPARE(documents.size(), std::size_t{3});
    QVERIFY(std::is_sorted(documents.begin(), documents.end(),
                           [](const auto& a, const auto& b) { return a.printedAt > b.printedAt; }));
    QVERIFY(documents.front().inputsJson.isEmpty());
    QCOMPARE(documents.front().pages, 3);
}

void TestDocumentStore::changedInputsAreRefused() {
    StoreFixture clinic;
    DocumentStore store(clinic.database());
    const PrintedDocument document = exampleDocument(clinic.addPatient());
    store.insert(document);
    clinic.database().change("update printed_document set inputs_sealed = ? where id = ?", QByteArray("{}"),
                             document.id);
    QCOMPARE(failureOf([&] { store.load(document.id); }), ErrorCode::fileDamaged);
}

void TestDocumentStore::anUnknownRevisionIsRefused() {
    StoreFixture clinic;
    PrintedDocument document = exampleDocument(clinic.addPatient());
    document.revision = nextId<core::RevisionId>();
    QCOMPARE(failureOf([&] { DocumentStore(clinic.database()).insert(document); }), ErrorCode::recordMissing);
}

QTEST_GUILESS_MAIN(TestDocumentStore)
#include "tst_document_store.moc"
