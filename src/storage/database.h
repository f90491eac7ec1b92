// A Database is one open connection to a clinic file: pragmas set and read back, statements prepared once, values
// typed.
//
// Every failure is a StorageError whose code comes from SQLite's result code, never from its text. A connection belongs
// to the thread that opened it. Only app::Session begins transactions.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/ids.h"
#include "storage/storage_error.h"
#include "storage/vault.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

class QSqlQuery;

namespace lento::storage {

class Database;

template <class E>
E fromName(std::string_view name);

// One prepared statement on loan; it goes back to its Database when the Query ends. Columns count from 0.
class Query {
public:
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    // Binds all placeholders in their order and runs. Accepts what the schema holds: text, integers, bool, Date, Id,
    // Mass, blobs and optionals of them.
    template <class... Values>
    Query& run(const Values&... values) {
        int position = 0;
        (bindAt(position++, variant(values)), ...);
        execute();
        return *this;
    }
    bool next();

    bool isNull(int column) const;
    std::string text(int column) const;
    // Whether the column holds exactly this text.
    bool holds(int column, std::string_view text) const;
    std::int64_t integer(int column) const;
    int smallInteger(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QByteArray blob(int column) const;
    core::Date date(int column) const;
    // One of the stable names of an enumeration (storage/names.h).
    template <class E>
    E name(int column) const {
        TextBuffer buffer;
        return fromName<E>(shortText(column, buffer));
    }
    template <class Id>
    Id id(int column) const {
        return Id(text(column));
    }
    template <class Amount>
    Amount amount(int column) const {
        return Amount::nanograms(unsignedInteger(column));
    }
    std::optional<std::string> optionalText(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;
    std::optional<int> optionalSmallInteger(int column) const;
    std::optional<bool> optionalBoolean(int column) const;
    std::optional<core::Date> optionalDate(int column) const;

private:
    friend class Database;
    Query(Database& database, std::string sql, std::unique_ptr<QSqlQuery> statement);

    static QVariant variant(std::string_view text);
    static QVariant variant(const std::string& text) { return variant(std::string_view(text)); }
    static QVariant variant(const char* text) { return variant(std::string_view(text)); }
    static QVariant variant(const QString& text);
    static QVariant variant(const QByteArray& bytes);
    static QVariant variant(core::Date date);
    template <class I>
    requires std::is_integral_v<I>
    static QVariant variant(I value) { return QVariant(static_cast<qlonglong>(value)); }
    template <class Tag>
    static QVariant variant(const core::Id<Tag>& id) {
        return variant(std::string_view(id.text()));
    }
    template <class Tag>
    static QVariant variant(core::Mass<Tag> mass) {
        return QVariant(static_cast<qlonglong>(mass.inNanograms()));
    }
    template <class T>
    static QVariant variant(const std::optional<T>& value) {
        return value ? variant(*value) : QVariant();
    }
    // Enough for an id, a date, a name; longer text goes to `spill`.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): written before it is read, once for each value of a list.
    struct TextBuffer {
        std::array<char, 40> bytes;
        std::string spill;
    };
    std::string_view shortText(int column, TextBuffer& buffer) const;
    void bindAt(int position, const QVariant& value);
    void execute();
    // An amount in the file is never negative; fileDamaged otherwise.
    std::int64_t unsignedInteger(int column) const;

    Database* m_database;
    std::string m_sql;
    std::unique_ptr<QSqlQuery> m_statement;
};

class Database {
public:
    enum class Mode : std::uint8_t {
        create,    // a new file
        readWrite, // WAL, synchronous FULL
        readOnly,  // beside a writer
        frozen,    // read only, of a file that nobody writes: leaves no trace beside it
    };

    // Errors: cannotRead, fileDamaged, fileLocked, cannotWrite, diskFull.
    Database(const QString& path, Mode mode, std::shared_ptr<const Vault> vault = std::make_shared<ClearVault>());
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& path() const { return m_path; }
    bool isReadOnly() const { return m_mode == Mode::readOnly || m_mode == Mode::frozen; }
    const Vault& vault() const { return *m_vault; }

    // A prepared statement with '?' placeholders; the same text is prepared once for each connection.
    Query query(std::string_view sql);
    // One statement without placeholders, outside the cache: pragmas, migrations.
    void execute(const QString& sql);
    // For a connection that passes through much of the file several times: keeps up to 16 MB of it at hand.
    void keepPages();
    // query(sql).run(values…) for statements that give no rows; the number of rows they changed.
    template <class... Values>
    std::int64_t change(std::string_view sql, const Values&... values) {
        Query statement = query(sql);
        statement.run(values...);
        return affectedRows(statement);
    }

    int userVersion();
    // Writes the log into the file. Errors do not matter: the log stays and is written later.
    void checkpoint();
    // True if no structure of the file is damaged and no reference dangles; reads the whole file.
    bool isSound();

    // Tests: the n-th writing statement from here on (1: the next) fails with this SQLite code, once.
    void failWrite(int n, int nativeCode);

private:
    friend class Query;
    std::int64_t affectedRows(const Query& statement) const;
    void failIfAsked(const QSqlQuery& statement);
    [[noreturn]] void fail(const QSqlQuery& statement) const;
    void setUp();

    struct Private;
    std::unique_ptr<Private> d;
    QString m_path;
    Mode m_mode;
    std::shared_ptr<const Vault> m_vault;
};

// Commits when told to and rolls back otherwise. Takes the write lock at once, so that no save fails half-way for it.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

// The Error for an SQLite result code, primary or extended; writing says whether the statement was to change the file.
core::Error errorForNativeCode(int nativeCode, bool writing);

} // namespace lento::storage
