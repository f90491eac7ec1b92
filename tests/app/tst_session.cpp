#include "app/session.h"
#include "counting_vfs.h"
#include "session_fixture.h"
#include "storage/audit_store.h"
#include "storage/document_store.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/visit_store.h"

#include <QSignalSpy>
#include <QThread>

using namespace lento;
using namespace lento::app;
using namespace lento::test;
using core::ErrorCode;
using storage::Database;

namespace {

std::vector<storage::AuditLine> auditOf(Session& session) {
    return session
        .read([](Database& database) {
            std::vector<storage::AuditLine> lines;
            storage::AuditStore(database).forEach([&lines](storage::AuditLine&& line) {
                lines.push_back(std::move(line));
                return true;
            });
            return lines;
        })
        .value();
}

// What is saved after a visit, with a full form.
core::Result<ChangeSet> saveVisit(Session& session, const core::PatientId& patient) {
    core::Visit visit = exampleVisit(patient);
    return session.perform(Operation::recordVisit, {patient, "monthly visit"},
                           [&visit](Database& database, AuditNote& note) -> core::Result<void> {
                               storage::VisitStore(database).insert(visit);
                               storage::DraftStore(database).remove(visit.patient, storage::DraftKind::visit);
                               note.subject = visit.id.text();
                               note.after = storage::jsonText(storage::toJson(visit));
                               return {};
                           });
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewClinicHoldsWhatItWasGiven();
    void anExistingFileIsNeverReplaced();
    void aClinicThatCannotBeMadeLeavesNothing();
    void anOperationIsOneTransactionWithItsAuditLine();
    void aFailedOperationNeverWas_data();
    void aFailedOperationNeverWas();
    void aFullDiskLeavesThePreviousState();
    void draftsAreSavedWithoutAnAuditLine();
    void changesSayWhatAndWhose();
    void operationsHaveStableNames();
    void aSavedVisitIsOneSyncToDisk();
    void theLogIsWrittenBackInIdleMoments();
    void aSecondConnectionSeesWhatWasSaved();
    void idsComeFromTheClockAndTheRandomSource();
    void verifyFindsTampering();
    void aReadErrorIsAnAnswer();
};

void TestSession::aNewClinicHoldsWhatItWasGiven() {
    SessionFixture clinic;
    clinic.reopen();
    Session& session = clinic.session();
    QVERIFY(session.read([](Database& database) { return storage::ClinicStore(database).load(); }).value() ==
            exampleClinic());
    const auto users = session.read([](Database& database) { return storage::ClinicStore(database).users(); }).value();
    QCOMPARE(users.size(), std::size_t{1});
    QCOMPARE(users.front().name, std::string("Nurse Example"));
    QCOMPARE(session.fileName(), QStringLiteral("clinic.lento"));
    QCOMPARE(session.today(), date("2026-11-22"));
    QCOMPARE(session.nowUtc(), std::string("2026-11-22T09:30:00.000Z"));
    QVERIFY(!session.isReadOnly());
    QVERIFY(session.verify());
    const auto audit = auditOf(session);
    QCOMPARE(audit.size(), std::size_t{1});
    QCOMPARE(audit.front().entry.operation, std::string("create-clinic"));
    clinic.close();
    QCOMPARE(filesIn(clinic.folder()), QStringList{QStringLiteral("clinic.lento")});
}

void TestSession::anExistingFileIsNeverReplaced() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear Sir");
    file.close();
    const auto session = Session::create(path, exampleClinic(), standstill());
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::fileExists);
    QCOMPARE(contentOf(path), QByteArray("Dear Sir"));
}

void TestSession::aClinicThatCannotBeMadeLeavesNothing() {
    QTemporaryDir folder;
    const auto nowhere =
        Session::create(folder.filePath(QStringLiteral("no/such/folder.lento")), exampleClinic(), standstill());
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::cannotWrite);
    Environment onNetwork = standstill();
    onNetwork.isOnNetwork = [](const QString&) { return true; };
    const auto remote = Session::create(folder.filePath(QStringLiteral("a.lento")), exampleClinic(), onNetwork);
    QVERIFY(!remote);
    QCOMPARE(remote.error().code, ErrorCode::fileOnNetwork);
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestSession::anOperationIsOneTransactionWithItsAuditLine() {
    SessionFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    const auto saved = saveVisit(clinic.session(), patient);
    QVERIFY(saved);
    clinic.reopen();
    const auto visits = clinic.session()
                            .read([&](Database& database) { return storage::VisitStore(database).forPatient(patient); })
                            .value();
    QCOMPARE(visits.size(), std::size_t{1});
    const storage::AuditLine line = auditOf(clinic.session()).back();
    QCOMPARE(line.entry.operation, std::string("record-visit"));
    QCOMPARE(line.entry.who, std::string("Nurse Example"));
    QCOMPARE(line.entry.at, std::string("2026-11-22T09:30:00.000Z"));
    QCOMPARE(line.entry.patient, patient);
    QCOMPARE(line.entry.subject, visits.front().id.text());
    QCOMPARE(line.entry.reason, std::string("monthly visit"));
    QCOMPARE(line.entry.after, storage::jsonText(storage::toJson(visits.front())));
    QVERIFY(clinic.session().verify());
}

void TestSession::aFailedOperationNeverWas_data() {
    QTest::addColumn<int>("failingWrite"); // 0: the work itself gives an Error
    QTest::addColumn<int>("nativeCode");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the work says no") << 0 << 0 << ErrorCode::outOfRange;
    QTest::newRow("first statement, disk full") << 1 << 13 << ErrorCode::diskFull;
    QTest::newRow("second statement, disk error") << 2 << 10 << ErrorCode::cannotWrite;
    QTest::newRow("audit line, disk full") << 3 << 13 << ErrorCode::diskFull;
    QTest::newRow("commit, disk full") << 4 << 13 << ErrorCode::diskFull;
    QTest::newRow("commit, sync failed") << 4 << 1034 << ErrorCode::cannotWrite;
    QTest::newRow("file found damaged") << 1 << 11 << ErrorCode::fileDamaged;
}

void TestSession::aFailedOperationNeverWas() {
    QFETCH(int, failingWrite);
    QFETCH(int, nativeCode);
    SessionFixture clinic;
    Session& session = clinic.session();
    QSignalSpy changes(&session, &Session::changed);
    const auto result = session.perform(Operation::addPatient, {}, [&](Database& database) -> core::Result<void> {
        database.failWrite(failingWrite, nativeCode);
        storage::PatientStore store(database);
        store.insert(examplePatient());
        store.insert(examplePatient());
        if (failingWrite == 0)
            return core::failure(ErrorCode::outOfRange, "birth_date");
        return {};
    });
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QCOMPARE(changes.count(), 0);
    QCOMPARE(clinic.patients(), 0);
    QCOMPARE(auditOf(session).size(), std::size_t{1});
    // And nothing stays locked or half open.
    QVERIFY(!clinic.addPatient().isNull());
    clinic.reopen();
    QCOMPARE(clinic.patients(), 1);
    QVERIFY(clinic.session().verify());
}

void TestSession::aFullDiskLeavesThePreviousState() {
    SessionFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    Session& session = clinic.session();
    // SQLite's own limit on pages gives the error of a full disk in the middle of a statement.
    const auto limited = session.read([](Database& database) {
        storage::Query row = database.query("pragma page_count");
        row.run();
        row.next();
        database.execute(QStringLiteral("pragma max_page_count = %1").arg(row.integer(0) + 2));
    });
    QVERIFY(limited);
    core::Visit visit = exampleVisit(patient);
    visit.note = std::string(100'000, 'x');
    const auto saved =
        session.perform(Operation::recordVisit, {patient, {}}, [&visit](Database& database) -> core::Result<void> {
            storage::VisitStore(database).insert(visit);
            return {};
        });
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::diskFull);
    QCOMPARE(saved.error().subject, std::string("clinic.lento"));
    clinic.reopen();
    QCOMPARE(clinic.patients(), 1);
    QVERIFY(clinic.session().verify());
    QVERIFY(saveVisit(clinic.session(), patient));
}

void TestSession::draftsAreSavedWithoutAnAuditLine() {
    SessionFixture clinic;
    Session& session = clinic.session();
    QSignalSpy changes(&session, &Session::changed);
    const core::PatientId patient = clinic.addPatient();
    const std::size_t lines = auditOf(session).size();
    const auto saved =
        session.perform(Operation::saveDraft, {patient, {}}, [&](Database& database) -> core::Result<void> {
            storage::DraftStore(database).save({patient, storage::DraftKind::plan, "{}", session.nowUtc()});
            return {};
        });
    QVERIFY(saved);
    QVERIFY(saved->touches(RecordKind::draft));
    QVERIFY(!saved->touches(RecordKind::plan));
    QCOMPARE(auditOf(session).size(), lines);
    QCOMPARE(changes.count(), 2);
}

void TestSession::changesSayWhatAndWhose() {
    SessionFixture clinic;
    Session& session = clinic.session();
    const core::PatientId patient = clinic.addPatient();
    std::vector<ChangeSet> seen;
    connect(&session, &Session::changed, this, [&seen](const ChangeSet& changes) { seen.push_back(changes); });
    QVERIFY(saveVisit(session, patient));
    QCOMPARE(seen.size(), std::size_t{1});
    QCOMPARE(seen.front().operation(), Operation::recordVisit);
    QVERIFY(seen.front().touches(RecordKind::visit));
    QVERIFY(!seen.front().touches(RecordKind::patient));
    QVERIFY(seen.front().concerns(patient));
    QVERIFY(!seen.front().concerns(nextId<core::PatientId>()));
    QVERIFY(changeSetOf(Operation::importData, {}).touches(RecordKind::supply));
    QVERIFY(changeSetOf(Operation::importData, {}).concerns(patient));
}

void TestSession::operationsHaveStableNames() {
    QStringList names;
    for (int i = 0; i < operationCount; ++i) {
        const std::string_view name = operationName(static_cast<Operation>(i));
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    // They stand in the audit trail of real clinics: new ones are added, none is renamed.
    const QStringList written{
        QStringLiteral("create-clinic"),   QStringLiteral("edit-clinic"),        QStringLiteral("add-patient"),
        QStringLiteral("edit-patient"),    QStringLiteral("record-lab"),         QStringLiteral("record-weight"),
        QStringLiteral("edit-conditions"), QStringLiteral("edit-medicines"),     QStringLiteral("record-visit"),
        QStringLiteral("edit-visit"),      QStringLiteral("save-draft"),         QStringLiteral("discard-draft"),
        QStringLiteral("save-plan-draft"), QStringLiteral("discard-plan-draft"), QStringLiteral("activate-plan"),
        QStringLiteral("withdraw-plan"),   QStringLiteral("mark-diary"),         QStringLiteral("dispense"),
        QStringLiteral("print-document"),  QStringLiteral("export-data"),        QStringLiteral("import-data"),
        QStringLiteral("make-demo"),       QStringLiteral("edit-products")};
    for (const QString& name : written)
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), operationCount);
}

void TestSession::aSavedVisitIsOneSyncToDisk() {
    const CountingVfs vfs;
    SessionFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    clinic.reopen();
    clinic.session().tidy(); // as it does by itself when the window has come to rest
    CountingVfs::takeSyncs();
    for (int visit = 0; visit < 5; ++visit) {
        QVERIFY(saveVisit(clinic.session(), patient));
        QCOMPARE(CountingVfs::takeSyncs(), std::vector<QByteArray>{"-wal"});
    }
    clinic.close();
    QVERIFY(!CountingVfs::takeSyncs().empty()); // written back at the end
}

void TestSession::theLogIsWrittenBackInIdleMoments() {
    const CountingVfs vfs;
    SessionFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    clinic.session().tidy();
    core::Visit visit = exampleVisit(patient);
    visit.note = std::string(5'000'000, 'x');
    QVERIFY(
        clinic.session().perform(Operation::recordVisit, {patient, {}}, [&](Database& database) -> core::Result<void> {
            storage::VisitStore(database).insert(visit);
            return {};
        }));
    const qint64 before = QFileInfo(clinic.path()).size();
    CountingVfs::takeSyncs();
    // The timer of the session, not a call, does it.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(clinic.path()).size() > before + 5'000'000, 20'000);
    CountingVfs::takeSyncs();
    QVERIFY(saveVisit(clinic.session(), patient));
    QCOMPARE(CountingVfs::takeSyncs(), std::vector<QByteArray>{"-wal"});
}

void TestSession::aSecondConnectionSeesWhatWasSaved() {
    SessionFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    std::int64_t seen = -1;
    std::optional<ErrorCode> refused;
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        const auto connection = clinic.session().openSecondConnection();
        if (!connection)
            return;
        seen = storage::PatientStore(**connection).count();
        refused = failureOf([&] { storage::PatientStore(**connection).insert(examplePatient()); });
    }));
    worker->start();
    QVERIFY(worker->wait(20'000));
    QCOMPARE(seen, 1);
    QCOMPARE(refused, ErrorCode::fileReadOnly);
}

void TestSession::idsComeFromTheClockAndTheRandomSource() {
    SessionFixture clinic;
    const auto first = clinic.session().newId<core::VisitId>();
    const auto second = clinic.session().newId<core::VisitId>();
    QVERIFY(core::isUuidV7(first.text()));
    QVERIFY(first != second);
    QCOMPARE(first.text().substr(0, 13), second.text().substr(0, 13)); // the clock stands still
    const Environment real = Environment::ofThisComputer();
    QVERIFY(real.random() != real.random());
    QVERIFY(real.today() > date("2025-01-01"));
    QVERIFY(!real.userName.empty());
    QCOMPARE(real.now().timeSpec(), Qt::UTC);
}

void TestSession::verifyFindsTampering() {
    SessionFixture clinic;
    clinic.addPatient();
    clinic.addPatient();
    QVERIFY(clinic.session().verify());
    QVERIFY(clinic.session().read([](Database& database) {
        database.execute(QStringLiteral("drop trigger audit_no_update"));
        database.change("update audit set who = 'someone else' where seq = 2");
    }));
    const auto verified = clinic.session().verify();
    QVERIFY(!verified);
    QCOMPARE(verified.error(), (core::Error{ErrorCode::fileDamaged, "audit", {"2"}}));
}

void TestSession::aReadErrorIsAnAnswer() {
    SessionFixture clinic;
    const auto missing = clinic.session().read(
        [](Database& database) { return storage::PatientStore(database).load(nextId<core::PatientId>()); });
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::recordMissing);
    const auto inner =
        clinic.session().read([](Database&) -> core::Result<int> { return core::failure(ErrorCode::cancelled); });
    QVERIFY(!inner);
    QCOMPARE(inner.error().code, ErrorCode::cancelled);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
