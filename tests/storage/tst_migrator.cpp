#include "clinic_values.h"
#include "storage/audit_store.h"
#include "storage/plan_store.h"
#include "storage/visit_store.h"

#include <QCryptographicHash>
#include <QFile>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;
using core::ErrorCode;

namespace {

constexpr const char* now = "2026-11-22T08:00:00.000Z";

std::vector<Migration> withAnother(const QByteArray& script) {
    std::vector<Migration> migrations = builtInMigrations();
    const int next = static_cast<int>(migrations.size()) + 1;
    migrations.push_back({next, QStringLiteral("next"), script, "9.8.7"});
    return migrations;
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewFileNeedsNoBackup();
    void rungsAreNumberedWithoutGaps();
    void anOlderFileIsBackedUpThenClimbs();
    void aFailedRungLeavesTheFileAsItWas_data();
    void aFailedRungLeavesTheFileAsItWas();
    void aNewerFileIsRefusedNamingTheProgramItNeeds();
    void noBackupNoClimb();
    void theDictionaryNamesEveryColumn();
    void filesOfThePastClimb_data();
    void filesOfThePastClimb();
};

void TestMigrator::aNewFileNeedsNoBackup() {
    QTemporaryDir folder;
    Database database(folder.filePath(QStringLiteral("a.lento")), Database::Mode::create);
    const MigrationOutcome outcome = Migrator().climb(database, now);
    QCOMPARE(outcome.from, 0);
    QCOMPARE(outcome.to, Migrator().newest());
    QCOMPARE(outcome.backup, QString());
    QCOMPARE(Migrator().climb(database, now).from, Migrator().newest());
    Query row = database.query("select count(*), min(program_version) from schema_migration");
    row.run();
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), Migrator().newest());
    QCOMPARE(row.text(1), std::string(programVersion()));
}

void TestMigrator::rungsAreNumberedWithoutGaps() {
    int expected = 0;
    for (const Migration& migration : builtInMigrations()) {
        QCOMPARE(migration.version, ++expected);
        QVERIFY(migration.name.startsWith(QStringLiteral("%1_").arg(expected, 4, 10, QLatin1Char('0'))));
        QVERIFY(!migration.script.isEmpty());
    }
    QVERIFY(expected >= 1);
}

void TestMigrator::anOlderFileIsBackedUpThenClimbs() {
    StoreFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    const Migrator migrator(
        withAnother("create table later (a integer not null) /*strict*/; insert into later values (7);"));
    const MigrationOutcome outcome = migrator.climb(clinic.database(), now);
    QCOMPARE(outcome.to, outcome.from + 1);
    QCOMPARE(clinic.database().userVersion(), outcome.to);
    QCOMPARE(QFileInfo(outcome.backup).absolutePath(), QFileInfo(clinic.path()).absolutePath());
    QVERIFY(
        QFileInfo(outcome.backup)
            .fileName()
            .startsWith(QStringLiteral("clinic-before-%1-20261122T080000").arg(outcome.to, 4, 10, QLatin1Char('0'))));
    Query later = clinic.database().query("select a from later");
    later.run();
    QVERIFY(later.next());
    QCOMPARE(later.integer(0), 7);

    Database backup(outcome.backup, Database::Mode::frozen);
    QCOMPARE(backup.userVersion(), outcome.from);
    QVERIFY(backup.isSound());
    QVERIFY(PatientStore(backup).find(patient));
}

void TestMigrator::aFailedRungLeavesTheFileAsItWas_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("no SQL") << QByteArray("create table later (a integer); this is not SQL;");
    QTest::newRow("constraint") << QByteArray(
        "create table later (a integer check (a > 0)); insert into later values (0);");
    QTest::newRow("table there already") << QByteArray(
        "create table later (a integer); create table patient (a integer);");
}

void TestMigrator::aFailedRungLeavesTheFileAsItWas() {
    QFETCH(QByteArray, script);
    StoreFixture clinic;
    const core::PatientId patient = clinic.addPatient();
    const int before = clinic.database().userVersion();
    QCOMPARE(failureOf([&] { Migrator(withAnother(script)).climb(clinic.database(), now); }),
             ErrorCode::migrationFailed);
    QCOMPARE(clinic.database().userVersion(), before);
    QVERIFY(PatientStore(clinic.database()).find(patient));
    Query row = clinic.database().query("select count(*) from sqlite_schema where name = 'later'");
    row.run();
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), 0);
    Query needs = clinic.database().query("select min_program_version from clinic_meta");
    needs.run();
    QVERIFY(needs.next());
    QCOMPARE(needs.text(0), builtInMigrations().back().needsProgram);
}

void TestMigrator::aNewerFileIsRefusedNamingTheProgramItNeeds() {
    StoreFixture clinic;
    Migrator(withAnother("create table later (a integer);")).climb(clinic.database(), now);
    try {
        Migrator().climb(clinic.database(), now);
        QFAIL("a newer file was taken");
    } catch (const StorageError& error) {
        QCOMPARE(error.error().code, ErrorCode::fileNewer);
        QCOMPARE(error.error().values, std::vector<std::string>{"9.8.7"});
    }
}

void TestMigrator::noBackupNoClimb() {
    StoreFixture clinic;
    clinic.database().failWrite(1, 10);
    const QStringList before = filesIn(clinic.folder());
    QCOMPARE(failureOf([&] { Migrator(withAnother("create table later (a integer);")).climb(clinic.database(), now); }),
             ErrorCode::cannotBackUp);
    QCOMPARE(clinic.database().userVersion(), Migrator().newest());
    QCOMPARE(filesIn(clinic.folder()), before);
}

void TestMigrator::theDictionaryNamesEveryColumn() {
    QFile file(QStringLiteral(LENTO_SOURCE_DIR "/database/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString dictionary = QString::fromUtf8(file.readAll());
    StoreFixture clinic;
    Query row = clinic.database().query("select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c"
                                        " where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%'");
    row.run();
    QStringList missing;
    int columns = 0;
    while (row.next()) {
        ++columns;
        const QString table = QString::fromStdString(row.text(0));
        const QString column = QString::fromStdString(row.text(1));
        const qsizetype start = dictionary.indexOf(QStringLiteral("\n### `%1`").arg(table));
        const qsizetype end = start < 0 ? -1 : dictionary.indexOf(QLatin1String("\n### "), start + 1);
        const QString section = start < 0 ? QString() : dictionary.mid(start, end < 0 ? -1 : end - start);
        if (!section.contains(QStringLiteral("| `%1` |").arg(column)))
            missing << table + u'.' + column;
    }
    QVERIFY(columns > 100);
    QCOMPARE(missing, QStringList());
}

void TestMigrator::filesOfThePastClimb_data() {
    QTest::addColumn<QString>("ladderFile");
    QTest::addColumn<int>("version");
    const QDir ladder(QStringLiteral(LENTO_TEST_DATA_DIR "/ladder"));
    for (const QString& name : ladder.entryList({QStringLiteral("*.lento")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << ladder.filePath(name) << name.left(4).toInt();
}

void TestMigrator::filesOfThePastClimb() {
    QFETCH(QString, ladderFile);
    QFETCH(int, version);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.lento"));
    QVERIFY(QFile::copy(ladderFile, path));
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOwner));
    Database database(path, Database::Mode::readWrite);
    QCOMPARE(database.userVersion(), version);
    Migrator().climb(database, now);
    QCOMPARE(database.userVersion(), Migrator().newest());
    QVERIFY(database.isSound());
    {
        // A released rung is never edited: what it did then is what it does now.
        Query row = database.query("select version, checksum from schema_migration order by version");
        row.run();
        for (const Migration& migration : builtInMigrations()) {
            QVERIFY(row.next());
            QCOMPARE(row.smallInteger(0), migration.version);
            QCOMPARE(row.text(1),
                     QCryptographicHash::hash(migration.script, QCryptographicHash::Sha256).toHex().toStdString());
        }
    }
    const auto patients = PatientStore(database).index();
    QCOMPARE(patients.size(), std::size_t{1});
    const core::PatientId id = patients.front().id;
    QCOMPARE(PatientStore(database).load(id).identity, examplePatient().identity);
    QCOMPARE(PlanStore(database).history(id).size(), std::size_t{2});
    QCOMPARE(VisitStore(database).forPatient(id).size(), std::size_t{1});
    QCOMPARE(AuditStore(database).firstBroken(), std::nullopt);
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
