#include "storage/migrator.h"

#include "storage/database.h"
#include "storage/dialect.h"
#include "storage/sql_script.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

// In a static library Qt cannot register resources by itself; the macro must stand outside any namespace.
static void registerMigrations() {
    Q_INIT_RESOURCE(migrations);
}

namespace lento::storage {

namespace {

Migration builtIn(int version, const char* name, const char* needsProgram) {
    registerMigrations();
    QFile file(QStringLiteral(":/lento/migrations/%1.sql").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        throw StorageError(core::ErrorCode::missingResource, name);
    return {version, QString::fromLatin1(name), file.readAll(), needsProgram};
}

std::string checksumOf(const QByteArray& script) {
    return QCryptographicHash::hash(script, QCryptographicHash::Sha256).toHex().toStdString();
}

// "ward-before-0002-20261122T235041.lento", beside "ward.lento".
QString backupPath(const QString& path, int version, const std::string& nowUtc) {
    QString stamp = QString::fromStdString(nowUtc).left(19);
    stamp.remove(u'-').remove(u':');
    const QFileInfo file(path);
    return QStringLiteral("%1/%2-before-%3-%4.%5")
        .arg(file.absolutePath(), file.completeBaseName())
        .arg(version, 4, 10, QLatin1Char('0'))
        .arg(stamp, file.suffix());
}

} // namespace

const std::vector<Migration>& builtInMigrations() {
    static const std::vector<Migration> all{
        builtIn(1, "0001_initial", "0.1.0"),          builtIn(2, "0002_worklist", "0.1.0"),
        builtIn(3, "0003_decisions", "0.1.0"),        builtIn(4, "0004_patient_facts", "0.1.0"),
        builtIn(5, "0005_clinic_products", "0.1.0"),  builtIn(6, "0006_visit_signs", "0.1.0"),
        builtIn(7, "0007_red_flags_asked", "0.1.0"),  builtIn(8, "0008_clinic_protocols", "0.1.0"),
        builtIn(9, "0009_further_scores", "0.1.0"),   builtIn(10, "0010_pump", "0.1.0"),
        builtIn(11, "0011_clinic_documents", "0.1.0")};
    return all;
}

std::string_view programVersion() {
    return LENTO_VERSION;
}

Migrator::Migrator(std::vector<Migration> migrations)
    : m_migrations(std::move(migrations)) {}

void Migrator::refuseNewer(Database& database) const {
    const int version = database.userVersion();
    if (version <= newest())
        return;
    std::string needed;
    try {
        Query row = database.query("select min_program_version from clinic_meta");
        row.run();
        if (row.next())
            needed = row.text(0);
    } catch (const StorageError&) {
        // A much later schema may keep it elsewhere; the refusal stands without it.
    }
    throw StorageError(core::ErrorCode::fileNewer, {}, {needed});
}

MigrationOutcome Migrator::climb(Database& database, const std::string& nowUtc) const {
    refuseNewer(database);
    MigrationOutcome outcome;
    outcome.from = outcome.to = database.userVersion();
    if (outcome.from == newest())
        return outcome;
    if (outcome.from > 0) {
        outcome.backup = backupPath(database.path(), outcome.from + 1, nowUtc);
        try {
            Query backup = database.query("vacuum into ?");
            backup.run(outcome.backup);
        } catch (const StorageError& error) {
            QFile::remove(outcome.backup);
            const bool isFull = error.error().code == core::ErrorCode::diskFull;
            throw StorageError(isFull ? core::ErrorCode::diskFull : core::ErrorCode::cannotBackUp);
        }
    }
    for (const Migration& migration : m_migrations) {
        if (migration.version <= outcome.from)
            continue;
        climbOne(database, migration, nowUtc);
        outcome.to = migration.version;
    }
    return outcome;
}

void Migrator::climbOne(Database& database, const Migration& migration, const std::string& nowUtc) const {
    try {
        Transaction transaction(database);
        for (const QString& statement : splitSqlScript(QString::fromUtf8(migration.script)))
            if (const auto sql = forSqlite(statement))
                database.execute(*sql);
        if (migration.version == 1) {
            database.execute(QStringLiteral("pragma application_id = %1").arg(applicationId));
            database.change("insert into clinic_meta (id, created_at, min_program_version) values (1, ?, ?)", nowUtc,
                            migration.needsProgram);
        } else {
            database.change("update clinic_meta set min_program_version = ?", migration.needsProgram);
        }
        database.change(
            "insert into schema_migration (version, name, checksum, at, program_version) values (?, ?, ?, ?, ?)",
            migration.version, migration.name, checksumOf(migration.script), nowUtc, programVersion());
        database.execute(QStringLiteral("pragma user_version = %1").arg(migration.version));
        transaction.commit();
    } catch (const StorageError& error) {
        if (error.error().code == core::ErrorCode::diskFull || error.error().code == core::ErrorCode::fileLocked)
            throw;
        throw StorageError(core::ErrorCode::migrationFailed, {}, {std::to_string(migration.version)});
    }
}

} // namespace lento::storage
