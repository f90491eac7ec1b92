#include "clinic_values.h"
#include "storage/clinic_file.h"

#include <QFile>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pragmasHold();
    void valuesComeBackAsTheyWere();
    void aStatementCanBeUsedWhileItIsInUse();
    void nativeCodesAreMapped_data();
    void nativeCodesAreMapped();
    void constraintsHaveTheirOwnErrors();
    void aTransactionThatIsNotCommittedNeverWas();
    void aWriteCanBeMadeToFail();
    void aFullFileSaysSoAndKeepsWhatItHad();
    void aFrozenFileIsNotTouched();
    void aReaderCannotWrite();
    void networkDisksAreKnown_data();
    void networkDisksAreKnown();
};

void TestDatabase::pragmasHold() {
    StoreFixture clinic;
    const auto pragma = [&clinic](const char* name) {
        Query row = clinic.database().query(std::string("pragma ") + name);
        row.run();
        return row.next() ? row.text(0) : std::string();
    };
    QCOMPARE(pragma("foreign_keys"), std::string("1"));
    QCOMPARE(pragma("journal_mode"), std::string("wal"));
    QCOMPARE(pragma("synchronous"), std::string("2"));
    QCOMPARE(pragma("application_id"), std::to_string(applicationId));
    QCOMPARE(pragma("user_version"), std::to_string(Migrator().newest()));
    Query tables =
        clinic.database().query("select count(*) from pragma_table_list where schema = 'main' and type = 'table'"
                                " and strict = 0 and name not like 'sqlite_%'");
    tables.run();
    QVERIFY(tables.next());
    QCOMPARE(tables.integer(0), 0);
}

void TestDatabase::valuesComeBackAsTheyWere() {
    StoreFixture clinic;
    Database& database = clinic.database();
    database.execute(QStringLiteral("create table v (t text, i integer, b blob, d text, n text) strict"));
    const std::int64_t large = 9'007'199'254'740'993; // 2^53 + 1, which no double holds
    database.change("insert into v (t, i, b, d, n) values (?, ?, ?, ?, ?)", "", large, QByteArray(), date("1957-02-28"),
                    std::optional<std::string>());
    Query row = database.query("select t, i, b, d, n from v");
    row.run();
    QVERIFY(row.next());
    QVERIFY(!row.isNull(0));
    QCOMPARE(row.text(0), std::string());
    QCOMPARE(row.integer(1), large);
    QVERIFY(!row.isNull(2));
    QCOMPARE(row.blob(2), QByteArray(""));
    QCOMPARE(row.date(3), date("1957-02-28"));
    QVERIFY(row.isNull(4));
    QVERIFY(!row.optionalText(4));
    QVERIFY(!row.next());
}

void TestDatabase::aStatementCanBeUsedWhileItIsInUse() {
    StoreFixture clinic;
    constexpr const char* sql = "select value from (select 1 as value union select 2) where value >= ? order by value";
    Query outer = clinic.database().query(sql);
    outer.run(1);
    std::vector<std::int64_t> seen;
    while (outer.next()) {
        Query inner = clinic.database().query(sql);
        inner.run(2);
        QVERIFY(inner.next());
        seen.push_back(outer.integer(0) * 10 + inner.integer(0));
    }
    QCOMPARE(seen, (std::vector<std::int64_t>{12, 22}));
}

void TestDatabase::nativeCodesAreMapped_data() {
    QTest::addColumn<int>("nativeCode");
    QTest::addColumn<bool>("writing");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("busy") << 5 << true << ErrorCode::fileLocked;
    QTest::newRow("locked") << 6 << true << ErrorCode::fileLocked;
    QTest::newRow("read only") << 8 << true << ErrorCode::fileReadOnly;
    QTest::newRow("read only, extended") << 264 << true << ErrorCode::fileReadOnly;
    QTest::newRow("corrupt") << 11 << false << ErrorCode::fileDamaged;
    QTest::newRow("corrupt, extended") << 267 << true << ErrorCode::fileDamaged;
    QTest::newRow("not a database") << 26 << false << ErrorCode::fileDamaged;
    QTest::newRow("full") << 13 << true << ErrorCode::diskFull;
    QTest::newRow("cannot open") << 14 << false << ErrorCode::cannotRead;
    QTest::newRow("i/o, reading") << 266 << false << ErrorCode::cannotRead;
    QTest::newRow("i/o, sync") << 1034 << true << ErrorCode::cannotWrite;
    QTest::newRow("unique") << 2067 << true << ErrorCode::duplicateRecord;
    QTest::newRow("primary key") << 1555 << true << ErrorCode::duplicateRecord;
    QTest::newRow("foreign key") << 787 << true << ErrorCode::recordMissing;
    QTest::newRow("check") << 275 << true << ErrorCode::cannotWrite;
}

void TestDatabase::nativeCodesAreMapped() {
    QFETCH(int, nativeCode);
    QFETCH(bool, writing);
    QTEST(errorForNativeCode(nativeCode, writing).code, "code");
}

void TestDatabase::constraintsHaveTheirOwnErrors() {
    StoreFixture clinic;
    Database& database = clinic.database();
    const core::Patient patient = examplePatient();
    PatientStore store(database);
    store.insert(patient);
    QCOMPARE(failureOf([&] { store.insert(patient); }), ErrorCode::duplicateRecord);
    QCOMPARE(failureOf([&] {
                 store.saveWeight(nextId<core::PatientId>(), {date("2026-01-01"), 70'000});
             }),
             ErrorCode::recordMissing);
    QCOMPARE(failureOf([&] { store.saveWeight(patient.id, {date("2026-01-01"), 0}); }), ErrorCode::cannotWrite);
    QCOMPARE(failureOf([&] { database.change("insert into weight values (?, '2026-01-01', 'heavy')", patient.id); }),
             ErrorCode::cannotWrite);
    QVERIFY(store.weights(patient.id).empty());
}

void TestDatabase::aTransactionThatIsNotCommittedNeverWas() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    {
        Transaction transaction(clinic.database());
        store.insert(examplePatient());
        QCOMPARE(store.count(), 1);
    }
    QCOMPARE(store.count(), 0);
    {
        Transaction transaction(clinic.database());
        store.insert(examplePatient());
        transaction.commit();
    }
    clinic.reopen();
    QCOMPARE(PatientStore(clinic.database()).count(), 1);
}

void TestDatabase::aWriteCanBeMadeToFail() {
    StoreFixture clinic;
    PatientStore store(clinic.database());
    clinic.database().failWrite(2, 13);
    QCOMPARE(failureOf([&] { store.insert(examplePatient()); }), std::nullopt);
    QCOMPARE(failureOf([&] { store.insert(examplePatient()); }), ErrorCode::diskFull);
    QCOMPARE(failureOf([&] { store.insert(examplePatient()); }), std::nullopt);
    QCOMPARE(store.count(), 2);
}

void TestDatabase::aFullFileSaysSoAndKeepsWhatItHad() {
    StoreFixture clinic;
    Database& database = clinic.database();
    PatientStore store(database);
    const core::Patient kept = examplePatient();
    store.insert(kept);
    std::int64_t pages = 0;
    {
        Query row = database.query("pragma page_count");
        row.run();
        QVERIFY(row.next());
        pages = row.integer(0);
    }
    // SQLite's own limit gives the error of a full disk.
    database.execute(QStringLiteral("pragma max_page_count = %1").arg(pages));
    core::Patient large = examplePatient();
    large.identity.note = std::string(200'000, 'x');
    QCOMPARE(failureOf([&] {
                 Transaction transaction(database);
                 store.insert(large);
                 transaction.commit();
             }),
             ErrorCode::diskFull);
    QCOMPARE(store.count(), 1);
    clinic.reopen();
    QCOMPARE(PatientStore(clinic.database()).load(kept.id).identity, kept.identity);
    QVERIFY(clinic.database().isSound());
}

void TestDatabase::aFrozenFileIsNotTouched() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a b%20#c?.lento")); // each means something in a URI
    {
        Database database(path, Database::Mode::create);
        Migrator().climb(database, "2026-11-22T08:00:00.000Z");
        PatientStore(database).insert(examplePatient());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    {
        Database frozen(path, Database::Mode::frozen);
        QCOMPARE(PatientStore(frozen).count(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TestDatabase::aReaderCannotWrite() {
    StoreFixture clinic;
    Database reader(clinic.path(), Database::Mode::readOnly);
    const core::Patient patient = examplePatient();
    QCOMPARE(failureOf([&] { PatientStore(reader).insert(patient); }), ErrorCode::fileReadOnly);
    PatientStore(clinic.database()).insert(patient);
    QCOMPARE(PatientStore(reader).count(), 1); // through the writer's log
}

void TestDatabase::networkDisksAreKnown_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isNetwork");
    for (const char* type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs"})
        QTest::newRow(type) << QByteArray(type) << true;
    for (const char* type : {"ext4", "btrfs", "xfs", "ntfs", "apfs", "tmpfs", "overlay", "fuse.ntfs-3g", "nf", ""})
        QTest::newRow(*type == 0 ? "unknown" : type) << QByteArray(type) << false;
}

void TestDatabase::networkDisksAreKnown() {
    QFETCH(QByteArray, type);
    QTEST(isNetworkFileSystem(type), "isNetwork");
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
