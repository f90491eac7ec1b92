#include "storage/clinic_file.h"

#include "storage/database.h"
#include "storage/migrator.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace lento::storage {

namespace {

using core::ErrorCode;

// Offsets of https://sqlite.org/fileformat2.html, section 1.3; all numbers are big-endian.
constexpr qsizetype headerSize = 100;
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype changeCounterAt = 24;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype applicationIdAt = 68;
constexpr qsizetype validForAt = 92;
constexpr qint64 checkedWholeUpTo = 4 * 1024 * 1024;

quint32 numberAt(const QByteArray& header, qsizetype offset) {
    return qFromBigEndian<quint32>(header.constData() + offset);
}

void inspectHeader(const QByteArray& header, qint64 fileSize, bool hasLog) {
    static constexpr char magic[] = "SQLite format 3"; // with its closing zero
    if (header.size() < headerSize || !header.startsWith(QByteArrayView(magic, sizeof magic)))
        throw StorageError(ErrorCode::fileForeign);
    if (numberAt(header, applicationIdAt) != static_cast<quint32>(applicationId))
        throw StorageError(ErrorCode::fileForeign);
    const auto written = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pageSize = written == 1 ? 65536 : written;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        throw StorageError(ErrorCode::fileDamaged);
    // With a log beside it the file may rightly be shorter than its last state.
    const bool countIsValid = numberAt(header, changeCounterAt) == numberAt(header, validForAt);
    if (!hasLog && countIsValid && fileSize < pageSize * numberAt(header, pageCountAt))
        throw StorageError(ErrorCode::fileDamaged);
}

// One row of each table: a broken tree shows at its root.
void lookIntoTables(Database& database) {
    std::vector<std::string> tables;
    {
        Query row = database.query("select name from sqlite_schema where type = 'table'");
        row.run();
        while (row.next())
            tables.push_back(row.text(0));
    }
    if (std::find(tables.begin(), tables.end(), "clinic_meta") == tables.end())
        throw StorageError(ErrorCode::fileDamaged);
    for (const std::string& table : tables) {
        Query row = database.query("select * from \"" + table + "\" limit 1");
        row.run();
        row.next();
    }
}

} // namespace

bool hasUnwrittenLog(const QString& path) {
    return QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

void inspectClinicFile(const QString& path, const Migrator& migrator) {
    const QFileInfo info(path);
    if (!info.exists() || info.isDir())
        throw StorageError(ErrorCode::fileNotFound);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw StorageError(ErrorCode::cannotRead);
    const bool hasLog = hasUnwrittenLog(path);
    inspectHeader(file.read(headerSize), file.size(), hasLog);
    file.close();
    // Only with the log is the file its last state; then the connection that will write it has to find out.
    if (hasLog)
        return;
    try {
        Database database(path, Database::Mode::frozen);
        migrator.refuseNewer(database);
        lookIntoTables(database);
        if (info.size() <= checkedWholeUpTo && !database.isSound())
            throw StorageError(ErrorCode::fileDamaged);
    } catch (const StorageError& error) {
        if (error.error().code == ErrorCode::fileNewer)
            throw;
        // The header said that it is ours, so what SQLite cannot make out is damage.
        throw StorageError(ErrorCode::fileDamaged);
    }
}

bool isWriteProtected(const QString& path) {
    // A privileged user could write it all the same; whoever took the permission away meant them too.
    const QFileInfo file(path);
    const auto anyWriter = QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return !file.isWritable() || (file.permissions() & anyWriter) == 0 || !QFileInfo(file.absolutePath()).isWritable();
}

bool isNetworkFileSystem(QByteArrayView type) {
    static constexpr std::array<QByteArrayView, 14> network{
        "nfs",   "nfs4",   "cifs",  "smb",        "smb2", "smb3",        "smbfs",
        "afpfs", "webdav", "davfs", "fuse.sshfs", "ceph", "fuse.rclone", "fuse.glusterfs"};
    return std::find(network.begin(), network.end(), type) != network.end();
}

bool isOnNetwork(const QString& folder) {
    return isNetworkFileSystem(QStorageInfo(folder).fileSystemType());
}

} // namespace lento::storage
