// The Migrator brings a clinic file to the newest schema, one rung to a transaction, after a backup beside the file.
//
// A failed rung leaves the file as the rung before made it. A file newer than the program is refused untouched, naming
// the program version that it needs.
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace lento::storage {

class Database;

inline constexpr int applicationId = 0x4C454E54; // "LENT"

struct Migration {
    int version = 0; // from 1, without gaps
    QString name;    // "0001_initial"
    QByteArray script;
    std::string needsProgram; // the oldest program version that can use the file afterwards
};

// The migrations built into the program, oldest first.
const std::vector<Migration>& builtInMigrations();
// Of this program, "0.1.0".
std::string_view programVersion();

struct MigrationOutcome {
    int from = 0;
    int to = 0;
    QString backup; // empty when nothing was migrated, or for a new file
};

class Migrator {
public:
    explicit Migrator(std::vector<Migration> migrations = builtInMigrations());

    int newest() const { return static_cast<int>(m_migrations.size()); }
    // Errors: fileNewer, cannotBackUp, migrationFailed, diskFull.
    MigrationOutcome climb(Database& database, const std::string& nowUtc) const;
    // Throws fileNewer if the file is above the newest rung.
    void refuseNewer(Database& database) const;

private:
    void climbOne(Database& database, const Migration& migration, const std::string& nowUtc) const;
    std::vector<Migration> m_migrations;
};

} // namespace lento::storage
