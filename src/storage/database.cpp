#include "storage/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lento::storage {

namespace {

// SQLite's primary result codes (sqlite3.h); its header is not needed for anything else here.
enum : int {
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteReadOnly = 8,
    sqliteIoError = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCannotOpen = 14,
    sqliteConstraint = 19,
    sqliteNotADatabase = 26,
    // Extended codes
    sqliteConstraintForeignKey = 787,
    sqliteConstraintPrimaryKey = 1555,
    sqliteConstraintUnique = 2067,
};

constexpr int busyTimeoutMilliseconds = 2000;

QString connectionOptions(Database::Mode mode) {
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMilliseconds);
    if (mode == Database::Mode::readOnly || mode == Database::Mode::frozen)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == Database::Mode::frozen)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    return options;
}

QString connectionTarget(const QString& path, Database::Mode mode) {
    if (mode != Database::Mode::frozen)
        return path;
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(QStringLiteral("immutable=1"));
    return QString::fromLatin1(url.toEncoded());
}

bool isWrite(const QString& sql) {
    for (const QLatin1String verb : {QLatin1String("insert"), QLatin1String("update"), QLatin1String("delete"),
                                     QLatin1String("create"), QLatin1String("commit"), QLatin1String("vacuum")})
        if (sql.startsWith(verb, Qt::CaseInsensitive))
            return true;
    return false;
}

int nativeCodeOf(const QSqlError& error) {
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    return isNumber ? code : 0;
}

QString nextConnectionName() {
    static std::atomic<unsigned> count{0};
    return QStringLiteral("lento-%1").arg(count.fetch_add(1));
}

} // namespace

core::Error errorForNativeCode(int nativeCode, bool writing) {
    using core::ErrorCode;
    switch (nativeCode) {
    case sqliteConstraintPrimaryKey:
    case sqliteConstraintUnique:
        return {ErrorCode::duplicateRecord, {}, {}};
    case sqliteConstraintForeignKey:
        return {ErrorCode::recordMissing, {}, {}};
    default:
        break;
    }
    constexpr int primaryCodeMask = 0xff;
    switch (nativeCode & primaryCodeMask) {
    case sqliteBusy:
    case sqliteLocked:
        return {ErrorCode::fileLocked, {}, {}};
    case sqliteReadOnly:
        return {ErrorCode::fileReadOnly, {}, {}};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {ErrorCode::fileDamaged, {}, {}};
    case sqliteFull:
        return {ErrorCode::diskFull, {}, {}};
    default:
        return {writing ? ErrorCode::cannotWrite : ErrorCode::cannotRead, {}, {}};
    }
}

// Query

Query::Query(Database& database, std::string sql, std::unique_ptr<QSqlQuery> statement)
    : m_database(&database)
    , m_sql(std::move(sql))
    , m_statement(std::move(statement)) {}

Query::Query(Query&&) noexcept = default;

QVariant Query::variant(std::string_view text) {
    // A null QString would be bound as NULL.
    if (text.empty())
        return QVariant(QStringLiteral(""));
    return QVariant(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QVariant Query::variant(const QString& text) {
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

QVariant Query::variant(const QByteArray& bytes) {
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

QVariant Query::variant(core::Date date) {
    return variant(std::string_view(date.iso()));
}

void Query::bindAt(int position, const QVariant& value) {
    m_statement->bindValue(position, value);
}

void Query::execute() {
    m_database->failIfAsked(*m_statement);
    if (!m_statement->exec())
        m_database->fail(*m_statement);
}

bool Query::next() {
    if (m_statement->next())
        return true;
    // next() says false for the end and for trouble alike.
    if (m_statement->lastError().isValid())
        m_database->fail(*m_statement);
    return false;
}

bool Query::isNull(int column) const {
    return m_statement->isNull(column);
}

namespace {

// Most text here is ASCII, which needs no converter.
bool copyAscii(const QString& text, char* to) {
    for (const QChar c : text) {
        if (c.unicode() > 0x7f)
            return false;
        *to++ = static_cast<char>(c.unicode());
    }
    return true;
}

} // namespace

std::string Query::text(int column) const {
    const QString text = m_statement->value(column).toString();
    std::string ascii(static_cast<std::size_t>(text.size()), '\0');
    return copyAscii(text, ascii.data()) ? ascii : text.toStdString();
}

bool Query::holds(int column, std::string_view text) const {
    TextBuffer buffer;
    return shortText(column, buffer) == text;
}

std::string_view Query::shortText(int column, TextBuffer& buffer) const {
    const QString text = m_statement->value(column).toString();
    const auto size = static_cast<std::size_t>(text.size());
    if (size <= buffer.bytes.size() && copyAscii(text, buffer.bytes.data()))
        return {buffer.bytes.data(), size};
    buffer.spill = text.toStdString();
    return buffer.spill;
}

std::int64_t Query::integer(int column) const {
    return m_statement->value(column).toLongLong();
}

int Query::smallInteger(int column) const {
    return static_cast<int>(integer(column));
}

QByteArray Query::blob(int column) const {
    return m_statement->value(column).toByteArray();
}

core::Date Query::date(int column) const {
    TextBuffer buffer;
    const auto date = core::Date::fromIso(shortText(column, buffer));
    if (!date)
        throw StorageError(core::ErrorCode::fileDamaged, "date");
    return *date;
}

std::int64_t Query::unsignedInteger(int column) const {
    const std::int64_t value = integer(column);
    if (value < 0)
        throw StorageError(core::ErrorCode::fileDamaged, "amount");
    return value;
}

std::optional<std::string> Query::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Query::optionalInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<int> Query::optionalSmallInteger(int column) const {
    return isNull(column) ? std::nullopt : std::optional(smallInteger(column));
}

std::optional<bool> Query::optionalBoolean(int column) const {
    return isNull(column) ? std::nullopt : std::optional(boolean(column));
}

std::optional<core::Date> Query::optionalDate(int column) const {
    return isNull(column) ? std::nullopt : std::optional(date(column));
}

// Database

struct Database::Private {
    QSqlDatabase connection;
    // Idle prepared statements by their text; several of one text when they were in use at once.
    std::unordered_map<std::string, std::vector<std::unique_ptr<QSqlQuery>>> idle;
    int writesUntilFailure = 0; // 0: no failure asked for
    int failureCode = 0;
};

Query::~Query() {
    if (!m_statement)
        return;
    m_statement->finish();
    m_database->d->idle[m_sql].push_back(std::move(m_statement));
}

Database::Database(const QString& path, Mode mode, std::shared_ptr<const Vault> vault)
    : d(std::make_unique<Private>())
    , m_path(path)
    , m_mode(mode)
    , m_vault(std::move(vault)) {
    const QString name = nextConnectionName();
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    d->connection.setConnectOptions(connectionOptions(mode));
    d->connection.setDatabaseName(connectionTarget(path, mode));
    try {
        if (!d->connection.open())
            throw StorageError(errorForNativeCode(nativeCodeOf(d->connection.lastError()), !isReadOnly()));
        setUp();
    } catch (...) {
        d->idle.clear();
        d->connection.close();
        d->connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        throw;
    }
}

Database::~Database() {
    const QString name = d->connection.connectionName();
    d->idle.clear();
    d->connection.close();
    d->connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

void Database::setUp() {
    execute(QStringLiteral("pragma foreign_keys = on"));
    {
        // Inside a transaction, or built without them, SQLite accepts the pragma and does nothing.
        Query check = query("pragma foreign_keys");
        check.run();
        if (!check.next() || check.integer(0) != 1)
            throw StorageError(core::ErrorCode::cannotRead, "foreign_keys");
    }
    execute(QStringLiteral("pragma trusted_schema = off"));
    execute(QStringLiteral("pragma temp_store = memory")); // nothing of a patient outside the clinic file
    if (isReadOnly())
        return;
    {
        Query mode = query("pragma journal_mode = wal");
        mode.run();
        if (!mode.next() || mode.text(0) != "wal")
            throw StorageError(core::ErrorCode::cannotWrite, "journal_mode");
    }
    execute(QStringLiteral("pragma synchronous = full"));
    // Written back in idle moments, by checkpoint(), never while someone waits for a save.
    execute(QStringLiteral("pragma wal_autocheckpoint = 0"));
}

void Database::keepPages() {
    execute(QStringLiteral("pragma cache_size = -16384"));
}

Query Database::query(std::string_view sql) {
    std::string key(sql);
    if (const auto found = d->idle.find(key); found != d->idle.end() && !found->second.empty()) {
        auto statement = std::move(found->second.back());
        found->second.pop_back();
        return Query(*this, std::move(key), std::move(statement));
    }
    auto statement = std::make_unique<QSqlQuery>(d->connection);
    statement->setForwardOnly(true);
    if (!statement->prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        fail(*statement);
    return Query(*this, std::move(key), std::move(statement));
}

void Database::execute(const QString& sql) {
    QSqlQuery statement(d->connection);
    statement.setForwardOnly(true);
    if (!statement.prepare(sql))
        fail(statement);
    failIfAsked(statement);
    if (!statement.exec())
        fail(statement);
}

std::int64_t Database::affectedRows(const Query& statement) const {
    return statement.m_statement->numRowsAffected();
}

int Database::userVersion() {
    Query version = query("pragma user_version");
    version.run();
    return version.next() ? version.smallInteger(0) : 0;
}

void Database::checkpoint() {
    try {
        execute(QStringLiteral("pragma wal_checkpoint(passive)"));
    } catch (const StorageError&) {
        // The log is as safe as the file; the next checkpoint or the next opening writes it back.
    }
}

bool Database::isSound() {
    Query check = query("pragma quick_check(1)");
    check.run();
    if (!check.next() || check.text(0) != "ok")
        return false;
    Query references = query("pragma foreign_key_check");
    references.run();
    return !references.next();
}

void Database::failWrite(int n, int nativeCode) {
    d->writesUntilFailure = n;
    d->failureCode = nativeCode;
}

void Database::failIfAsked(const QSqlQuery& statement) {
    if (d->writesUntilFailure == 0 || !isWrite(statement.lastQuery()))
        return;
    if (--d->writesUntilFailure == 0)
        throw StorageError(errorForNativeCode(d->failureCode, true), d->failureCode);
}

void Database::fail(const QSqlQuery& statement) const {
    const int code = nativeCodeOf(statement.lastError());
    throw StorageError(errorForNativeCode(code, isWrite(statement.lastQuery())), code);
}

// Transaction

Transaction::Transaction(Database& database)
    : m_database(database) {
    m_database.query("begin immediate").run();
}

Transaction::~Transaction() {
    if (!m_open)
        return;
    try {
        m_database.query("rollback").run();
    } catch (const StorageError&) {
        // SQLite has already rolled back by itself, as it does when the disk is full.
    }
}

void Transaction::commit() {
    m_database.query("commit").run();
    m_open = false;
}

} // namespace lento::storage
