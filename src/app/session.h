// A Session is one open clinic file: the only way to read it, to change it, and to hear that it changed.
//
// perform() is one transaction: the work, its audit line, the commit, then one ChangeSet. Expected failures come back
// as Error; no exception leaves a Session. Only one program writes a file at a time.
#pragma once

#include "app/change_set.h"
#include "app/operation.h"
#include "core/calendar.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/clinic_store.h"
#include "storage/database.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

class QLockFile;
class QTimer;

namespace lento::app {

// What a Session takes from the world, so that a test can say what it is.
struct Environment {
    std::function<QDateTime()> now;                         // UTC
    std::function<core::Date()> today;                      // the clinic's calendar day
    std::function<std::array<std::uint8_t, 10>()> random;   // of new ids
    std::function<bool(const QString& folder)> isOnNetwork; // SQLite's log needs a local disk
    std::string userName;                                   // who signs

    // Clock, random numbers, disks and login name of this computer.
    static Environment ofThisComputer();
};

using NewClinic = storage::Clinic;

// Whom and what an operation concerns, and why, for its audit line.
struct Subject {
    core::PatientId patient; // null for the clinic as a whole
    std::string reason;      // as typed; empty when none was asked for
};

// What the work of an operation may add to its audit line.
struct AuditNote {
    std::string subject; // the id of the record changed
    QByteArray before;   // JSON
    QByteArray after;
};

class Session : public QObject {
    Q_OBJECT
public:
    // A new clinic file. Errors: fileExists, fileOnNetwork, cannotWrite, diskFull.
    static core::Result<std::unique_ptr<Session>> create(const QString& path, const NewClinic& clinic,
                                                         const Environment& environment);
    // Errors: fileNotFound, fileForeign, fileDamaged, fileNewer, fileReadOnly, fileLocked, fileOnNetwork, cannotBackUp,
    // migrationFailed, diskFull, cannotRead. A file that is refused is not touched.
    static core::Result<std::unique_ptr<Session>> open(const QString& path, const Environment& environment);
    // For a file that is read-only or open elsewhere; every perform() then fails with fileReadOnly. A file of an older
    // schema must first be opened for writing: fileOlder.
    static core::Result<std::unique_ptr<Session>> openReadOnly(const QString& path, const Environment& environment);
    ~Session() override;

    // Work: core::Result<void>(storage::Database&) or core::Result<void>(storage::Database&, AuditNote&). A failure or
    // a StorageError rolls everything back.
    template <class Work>
    core::Result<ChangeSet> perform(Operation operation, const Subject& subject, Work&& work) {
        if constexpr (std::is_invocable_v<Work&, storage::Database&, AuditNote&>)
            return performNoted(operation, subject, work);
        else
            return performNoted(
                operation, subject,
                [&work](storage::Database& database, AuditNote&) -> core::Result<void> { return work(database); });
    }

    // Runs a query: fn(storage::Database&) gives T or core::Result<T>; a StorageError becomes an Error.
    template <class Fn>
    auto read(Fn&& fn) const {
        using Returned = std::invoke_result_t<Fn&, storage::Database&>;
        using Answer = typename AnswerOf<Returned>::type;
        try {
            if constexpr (std::is_void_v<Returned>) {
                fn(*m_database);
                return Answer();
            } else {
                return Answer(fn(*m_database));
            }
        } catch (const storage::StorageError& error) {
            return Answer(core::failure(error.error()));
        }
    }

    // A reading connection of its own for background work. Call it in the thread that will use it.
    core::Result<std::unique_ptr<storage::Database>> openSecondConnection() const;

    template <class Id>
    Id newId() const {
        return Id(newUuid());
    }
    core::Date today() const { return m_environment.today(); }
    std::string nowUtc() const; // "2026-11-22T23:50:41.123Z"
    const std::string& userName() const { return m_environment.userName; }
    const Environment& environment() const { return m_environment; }

    bool isReadOnly() const;
    QString path() const;
    QString fileName() const;                       // without its folder
    QString backupMade() const { return m_backup; } // the copy made before a migration at opening; empty mostly

    // Reads the whole file: structure, references, audit chain. Errors: fileDamaged (values: the first audit line that
    // does not hold, when it is that).
    core::Result<void> verify() const;
    // Writes the log into the file and begins the next one. Runs by itself in idle moments, so that a save waits for
    // one sync to disk and no more; a program without an event loop may call it.
    void tidy();

Q_SIGNALS:
    void changed(const lento::app::ChangeSet& changes);

private:
    template <class T>
    struct AnswerOf {
        using type = core::Result<T>;
    };
    template <class T>
    struct AnswerOf<core::Result<T>> {
        using type = core::Result<T>;
    };
    using NotedWork = std::function<core::Result<void>(storage::Database&, AuditNote&)>;

    Session(std::unique_ptr<storage::Database> database, std::unique_ptr<QLockFile> lock,
            const Environment& environment);
    core::Result<ChangeSet> performNoted(Operation operation, const Subject& subject, const NotedWork& work);
    core::Result<void> write(Operation operation, const Subject& subject, const NotedWork& work);
    std::string newUuid() const;
    void tidySoon();

    std::unique_ptr<QLockFile> m_lock; // outlives the connection
    std::unique_ptr<storage::Database> m_database;
    Environment m_environment;
    QString m_backup;
    std::unique_ptr<QTimer> m_idle;
    bool m_logBegun = false;
    bool m_performing = false;
};

} // namespace lento::app
