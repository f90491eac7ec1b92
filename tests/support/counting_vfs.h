// Counts what SQLite asks of the disk: a layer over its own file system, laid under every connection opened afterwards.
#pragma once

#include <QByteArray>
#include <QString>
#include <sqlite3.h>

#include <cstring>
#include <vector>

namespace lento::test {

class CountingVfs {
public:
    // Becomes SQLite's default; the real one does the work.
    CountingVfs() {
        s_real = sqlite3_vfs_find(nullptr);
        m_vfs = *s_real;
        m_vfs.zName = "lento-counting";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + s_real->szOsFile;
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~CountingVfs() {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(s_real, 1);
    }
    CountingVfs(const CountingVfs&) = delete;
    CountingVfs& operator=(const CountingVfs&) = delete;

    // Endings of the files that were synced, since the last call: "-wal", ".lento".
    static std::vector<QByteArray> takeSyncs() { return std::exchange(s_syncs, {}); }

private:
    struct File {
        sqlite3_file base;
        QByteArray* ending;
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File* own(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return own(file)->real(); }
    static const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        File* mine = own(file);
        mine->base.pMethods = nullptr;
        const int code = s_real->xOpen(s_real, name, mine->real(), flags, outFlags);
        if (mine->real()->pMethods == nullptr)
            return code;
        const QByteArray path(name == nullptr ? "" : name);
        mine->ending = new QByteArray(path.mid(std::max(path.lastIndexOf('-'), path.lastIndexOf('.'))));
        mine->base.pMethods = &s_methods;
        return code;
    }
    static int close(sqlite3_file* file) {
        delete own(file)->ending;
        return methods(file)->xClose(real(file));
    }
    static int sync(sqlite3_file* file, int flags) {
        s_syncs.push_back(*own(file)->ending);
        return methods(file)->xSync(real(file), flags);
    }

    static inline sqlite3_vfs* s_real = nullptr;
    static inline std::vector<QByteArray> s_syncs;
    static inline const sqlite3_io_methods s_methods = {
        3,
        close,
        [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return methods(f)->xRead(real(f), to, n, at); },
        [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
            return methods(f)->xWrite(real(f), from, n, at);
        },
        [](sqlite3_file* f, sqlite3_int64 size) { return methods(f)->xTruncate(real(f), size); },
        sync,
        [](sqlite3_file* f, sqlite3_int64* size) { return methods(f)->xFileSize(real(f), size); },
        [](sqlite3_file* f, int level) { return methods(f)->xLock(real(f), level); },
        [](sqlite3_file* f, int level) { return methods(f)->xUnlock(real(f), level); },
        [](sqlite3_file* f, int* out) { return methods(f)->xCheckReservedLock(real(f), out); },
        [](sqlite3_file* f, int operation, void* argument) {
            return methods(f)->xFileControl(real(f), operation, argument);
        },
        [](sqlite3_file* f) { return methods(f)->xSectorSize(real(f)); },
        [](sqlite3_file* f) { return methods(f)->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file* f, int page, int size, int extend, volatile void** out) {
            return methods(f)->xShmMap(real(f), page, size, extend, out);
        },
        [](sqlite3_file* f, int offset, int n, int flags) { return methods(f)->xShmLock(real(f), offset, n, flags); },
        [](sqlite3_file* f) { methods(f)->xShmBarrier(real(f)); },
        [](sqlite3_file* f, int deleteFlag) { return methods(f)->xShmUnmap(real(f), deleteFlag); },
        [](sqlite3_file* f, sqlite3_int64 at, int n, void** out) { return methods(f)->xFetch(real(f), at, n, out); },
        [](sqlite3_file* f, sqlite3_int64 at, void* page) { return methods(f)->xUnfetch(real(f), at, page); },
    };

    sqlite3_vfs m_vfs{};
};

} // namespace lento::test
