#include "app/session.h"

#include "storage/audit_store.h"
#include "storage/clinic_file.h"
#include "storage/json_values.h"
#include "storage/migrator.h"

#include <QDate>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace lento::app {

namespace {

using core::ErrorCode;
using storage::Database;
using storage::StorageError;

constexpr int idleMilliseconds = 1500;
// Below this the log costs a reader nothing worth a wait.
constexpr qint64 logWorthWriting = qint64{4} * 1024 * 1024;

QString logPath(const QString& path) {
    return path + QStringLiteral("-wal");
}

core::Failure refusal(const StorageError& error, const QString& path) {
    core::Error answer = error.error();
    if (answer.subject.empty())
        answer.subject = QFileInfo(path).fileName().toStdString();
    return core::failure(std::move(answer));
}

core::Failure refusal(ErrorCode code, const QString& path) {
    return core::failure(code, QFileInfo(path).fileName().toStdString());
}

std::string utcText(const QDateTime& time) {
    return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

std::unique_ptr<QLockFile> lockFor(const QString& path) {
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    // A session may stay open for days; only the end of its program makes a lock stale.
    lock->setStaleLockTime(0);
    return lock;
}

void removeAllOf(const QString& path) {
    for (const QString& ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + ending);
}

} // namespace

Environment Environment::ofThisComputer() {
    Environment environment;
    environment.now = [] { return QDateTime::currentDateTimeUtc(); };
    environment.today = [] {
        const QDate today = QDate::currentDate();
        return core::Date::fromYmd(today.year(), today.month(), today.day()).value_or(core::Date());
    };
    environment.random = [] {
        std::array<std::uint8_t, 10> bytes{};
        std::generate(bytes.begin(), bytes.end(),
                      [] { return static_cast<std::uint8_t>(QRandomGenerator::system()->bounded(256)); });
        return bytes;
    };
    environment.isOnNetwork = storage::isOnNetwork;
    const QString login = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    environment.userName = login.isEmpty() ? std::string("local user") : login.toStdString();
    return environment;
}

Session::Session(std::unique_ptr<Database> database, std::unique_ptr<QLockFile> lock, const Environment& environment)
    : m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_environment(environment) {
    if (isReadOnly())
        return;
    m_idle = std::make_unique<QTimer>();
    m_idle->setSingleShot(true);
    m_idle->setInterval(idleMilliseconds);
    connect(m_idle.get(), &QTimer::timeout, this, &Session::tidy);
    m_idle->start();
}

Session::~Session() = default;

core::Result<std::unique_ptr<Session>> Session::create(const QString& path, const NewClinic& clinic,
                                                       const Environment& environment) {
    const QFileInfo info(path);
    if (info.exists())
        return refusal(ErrorCode::fileExists, path);
    if (!QFileInfo(info.absolutePath()).isDir())
        return refusal(ErrorCode::cannotWrite, path);
    if (environment.isOnNetwork(info.absolutePath()))
        return refusal(ErrorCode::fileOnNetwork, path);
    auto lock = lockFor(path);
    if (!lock->tryLock(0))
        return refusal(lock->error() == QLockFile::LockFailedError ? ErrorCode::fileLocked : ErrorCode::cannotWrite,
                       path);
    try {
        auto database = std::make_unique<Database>(path, Database::Mode::create);
        storage::Migrator().climb(*database, utcText(environment.now()));
        // Until then the file does not say whose it is, and a crash would leave it a foreigner.
        database->checkpoint();
        std::unique_ptr<Session> session(new Session(std::move(database), std::move(lock), environment));
        const auto written =
            session->perform(Operation::createClinic, {}, [&](Database& target, AuditNote& note) -> core::Result<void> {
                storage::ClinicStore store(target);
                store.insert(clinic);
                store.insertUser({session->newId<core::UserId>(), environment.userName}, session->nowUtc());
                note.after = storage::jsonText(storage::toJson(clinic));
                return {};
            });
        if (!written) {
            session.reset();
            removeAllOf(path);
            return core::failure(written.error());
        }
        session->tidy();
        return session;
    } catch (const StorageError& error) {
        removeAllOf(path);
        return refusal(error, path);
    }
}

core::Result<std::unique_ptr<Session>> Session::open(const QString& path, const Environment& environment) {
    try {
        const storage::Migrator migrator;
        storage::inspectClinicFile(path, migrator);
        if (environment.isOnNetwork(QFileInfo(path).absolutePath()))
            return refusal(ErrorCode::fileOnNetwork, path);
        if (storage::isWriteProtected(path))
            return refusal(ErrorCode::fileReadOnly, path);
        auto lock = lockFor(path);
        if (!lock->tryLock(0))
            return refusal(
                lock->error() == QLockFile::LockFailedError ? ErrorCode::fileLocked : ErrorCode::fileReadOnly, path);
        auto database = std::make_unique<Database>(path, Database::Mode::readWrite);
        const auto outcome = migrator.climb(*database, utcText(environment.now()));
        std::unique_ptr<Session> session(new Session(std::move(database), std::move(lock), environment));
        session->m_backup = outcome.backup;
        return session;
    } catch (const StorageError& error) {
        return refusal(error, path);
    }
}

core::Result<std::unique_ptr<Session>> Session::openReadOnly(const QString& path, const Environment& environment) {
    try {
        const storage::Migrator migrator;
        storage::inspectClinicFile(path, migrator);
        // While we hold the lock nobody writes, and the file can be read without leaving a trace. Otherwise it is read
        // beside its writer, through the writer's log.
        auto lock = lockFor(path);
        const bool isLockedByOther = !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
        const bool isFrozen = !isLockedByOther && !storage::hasUnwrittenLog(path);
        auto database = std::make_unique<Database>(path, isFrozen ? Database::Mode::frozen : Database::Mode::readOnly);
        migrator.refuseNewer(*database);
        if (database->userVersion() < migrator.newest())
            return refusal(ErrorCode::fileOlder, path);
        return std::unique_ptr<Session>(new Session(std::move(database), std::move(lock), environment));
    } catch (const StorageError& error) {
        return refusal(error, path);
    }
}

core::Result<ChangeSet> Session::performNoted(Operation operation, const Subject& subject, const NotedWork& work) {
    Q_ASSERT_X(!m_performing, "Session::perform", "operations do not nest");
    if (isReadOnly())
        return refusal(ErrorCode::fileReadOnly, path());
    m_performing = true;
    const auto result = write(operation, subject, work);
    m_performing = false;
    if (!result)
        return core::failure(result.error());
    m_logBegun = true;
    tidySoon();
    const ChangeSet changes = changeSetOf(operation, subject.patient);
    Q_EMIT changed(changes);
    return changes;
}

core::Result<void> Session::write(Operation operation, const Subject& subject, const NotedWork& work) {
    try {
        storage::Transaction transaction(*m_database);
        AuditNote note;
        auto result = work(*m_database, note);
        if (!result)
            return result;
        if (isAudited(operation)) {
            storage::AuditEntry entry;
            entry.at = nowUtc();
            entry.who = userName();
            entry.operation = operationName(operation);
            if (!subject.patient.isNull())
                entry.patient = subject.patient;
            entry.subject = note.subject;
            entry.before = note.before;
            entry.after = note.after;
            entry.reason = subject.reason;
            storage::AuditStore(*m_database).append(entry);
        }
        transaction.commit();
        return {};
    } catch (const StorageError& error) {
        return refusal(error, path());
    }
}

core::Result<std::unique_ptr<Database>> Session::openSecondConnection() const {
    try {
        // Beside a frozen file nobody writes either; beside a written one the second connection sees the writer's log.
        const bool isFrozen = isReadOnly() && !storage::hasUnwrittenLog(path());
        return std::make_unique<Database>(path(), isFrozen ? Database::Mode::frozen : Database::Mode::readOnly);
    } catch (const StorageError& error) {
        return refusal(error, path());
    }
}

std::string Session::newUuid() const {
    return core::uuidV7(m_environment.now().toMSecsSinceEpoch(), m_environment.random());
}

std::string Session::nowUtc() const {
    return utcText(m_environment.now());
}

bool Session::isReadOnly() const {
    return m_database->isReadOnly();
}

QString Session::path() const {
    return m_database->path();
}

QString Session::fileName() const {
    return QFileInfo(path()).fileName();
}

core::Result<void> Session::verify() const {
    return read([](Database& database) -> core::Result<void> {
        if (!database.isSound())
            return core::failure(ErrorCode::fileDamaged);
        if (const auto line = storage::AuditStore(database).firstBroken())
            return core::failure(ErrorCode::fileDamaged, "audit", {std::to_string(*line)});
        return {};
    });
}

void Session::tidySoon() {
    if (m_idle)
        m_idle->start();
}

void Session::tidy() {
    if (isReadOnly() || m_performing)
        return;
    if (QFileInfo(logPath(path())).size() > logWorthWriting) {
        m_database->checkpoint();
        m_logBegun = false;
    }
    if (m_logBegun)
        return;
    // The first commit into a new log syncs its head as well as itself. This one is made when nobody waits.
    try {
        storage::Transaction transaction(*m_database);
        m_database->change("update clinic_meta set log_begun = log_begun + 1");
        transaction.commit();
        m_logBegun = true;
    } catch (const StorageError&) {
        // Nothing is lost: the next save begins the log itself, or says why it cannot.
    }
}

} // namespace lento::app
