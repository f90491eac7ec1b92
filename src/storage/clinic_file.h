// What can be said of a clinic file from outside, without touching it.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace lento::storage {

class Migrator;

// Throws StorageError fileNotFound, cannotRead, fileForeign, fileDamaged or fileNewer; leaves no byte changed and no
// file beside it. Every table is looked into; a file up to 4 MiB is checked whole.
void inspectClinicFile(const QString& path, const Migrator& migrator);

// Nobody may write it: its permissions say so, or the folder's.
bool isWriteProtected(const QString& path);

// The log of an unclean end lies beside it and is not yet in the file.
bool hasUnwrittenLog(const QString& path);

// SQLite's log works through shared memory, which no network disk gives.
bool isNetworkFileSystem(QByteArrayView type);
bool isOnNetwork(const QString& folder);

} // namespace lento::storage
