// A saved visit: how often it waits for the disk, and its processor time beside the same rows written by the bare
// C interface of SQLite.
#include "app/visits.h"
#include "clinic_values.h"
#include "counting_vfs.h"
#include "figures.h"
#include "session_fixture.h"

#include <QCoreApplication>
#include <sqlite3.h>

#include <map>

namespace {

using namespace lento;

core::Visit newVisit(const core::PatientId& patient) {
    core::Visit visit = test::exampleVisit(patient);
    visit.id = {};
    return visit;
}

app::Environment environmentWithManyIds() {
    app::Environment environment = test::standstill();
    environment.random = [count = std::uint64_t{0}]() mutable {
        std::array<std::uint8_t, 10> bytes{};
        ++count;
        for (std::size_t i = 0; i < 8; ++i)
            bytes[9 - i] = static_cast<std::uint8_t>(count >> (8 * i));
        return bytes;
    };
    return environment;
}

// A clinic file with one patient.
struct Clinic {
    QTemporaryDir folder;
    std::unique_ptr<app::Session> session;
    core::PatientId patient;

    Clinic() {
        session = app::Session::create(path(), test::exampleClinic(), environmentWithManyIds()).value();
        core::Patient example = test::examplePatient();
        // The same patient in each, so that the rows of one fit into the other.
        example.id = core::PatientId("01a06a4e-0000-7000-8000-000000000001");
        patient = example.id;
        bench::require(session
                           ->perform(app::Operation::addPatient, {patient, {}},
                                     [&](storage::Database& database) -> core::Result<void> {
                                         storage::PatientStore(database).insert(example);
                                         return {};
                                     })
                           .has_value(),
                       "no patient");
        session->tidy();
    }
    QString path() const { return folder.filePath(QStringLiteral("clinic.lento")); }
    void save() const {
        bench::require(app::saveVisit(*session, newVisit(patient)).has_value(), "the visit is not saved");
    }
};

void countSyncs(bench::Figures& figures) {
    const test::CountingVfs vfs;
    const Clinic clinic;
    test::CountingVfs::takeSyncs();
    std::size_t most = 0;
    std::size_t least = 99;
    for (int visit = 0; visit < 20; ++visit) {
        clinic.save();
        const std::size_t syncs = test::CountingVfs::takeSyncs().size();
        most = std::max(most, syncs);
        least = std::min(least, syncs);
    }
    bench::require(least > 0, "a visit was never synced");
    figures.exact("saved visit: syncs to disk, the most of 20", static_cast<std::int64_t>(most), "syncs", 1);
}

using Row = std::vector<std::pair<int, std::string>>; // SQLite type and bytes of each column

class BareDatabase {
public:
    explicit BareDatabase(const QString& path) {
        check(sqlite3_open(path.toUtf8().constData(), &m_connection));
        // As storage::Database sets its connection up.
        for (const char* pragma :
             {"pragma foreign_keys = on", "pragma trusted_schema = off", "pragma temp_store = memory",
              "pragma journal_mode = wal", "pragma synchronous = full", "pragma wal_autocheckpoint = 0"})
            execute(pragma);
    }
    ~BareDatabase() {
        for (const auto& [sql, statement] : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_connection);
    }
    BareDatabase(const BareDatabase&) = delete;
    BareDatabase& operator=(const BareDatabase&) = delete;

    void execute(const char* sql) { check(sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* statement(const std::string& sql) {
        sqlite3_stmt*& prepared = m_statements[sql];
        if (prepared == nullptr)
            check(sqlite3_prepare_v3(m_connection, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr));
        return prepared;
    }
    void step(sqlite3_stmt* prepared) {
        const int code = sqlite3_step(prepared);
        bench::require(code == SQLITE_DONE, sqlite3_errmsg(m_connection));
        sqlite3_reset(prepared);
    }
    void insert(sqlite3_stmt* prepared, const Row& row) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            const auto& [type, bytes] = row[column];
            const int place = static_cast<int>(column) + 1;
            const int size = static_cast<int>(bytes.size());
            if (type == SQLITE_INTEGER)
                sqlite3_bind_int64(prepared, place, std::stoll(bytes));
            else if (type == SQLITE_BLOB)
                sqlite3_bind_blob(prepared, place, bytes.data(), size, SQLITE_STATIC);
            else if (type == SQLITE_NULL)
                sqlite3_bind_null(prepared, place);
            else
                sqlite3_bind_text(prepared, place, bytes.data(), size, SQLITE_STATIC);
        }
        step(prepared);
    }
    std::vector<Row> rows(const std::string& sql) {
        sqlite3_stmt* prepared = statement(sql);
        std::vector<Row> found;
        while (sqlite3_step(prepared) == SQLITE_ROW) {
            Row row;
            for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
                const int type = sqlite3_column_type(prepared, column);
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(prepared, column));
                if (type == SQLITE_INTEGER)
                    row.emplace_back(type, std::to_string(sqlite3_column_int64(prepared, column)));
                else
                    row.emplace_back(type, bytes == nullptr
                                               ? std::string()
                                               : std::string(bytes, static_cast<std::size_t>(
                                                                        sqlite3_column_bytes(prepared, column))));
            }
            found.push_back(std::move(row));
        }
        sqlite3_reset(prepared);
        return found;
    }

private:
    void check(int code) { bench::require(code == SQLITE_OK, sqlite3_errmsg(m_connection)); }
    sqlite3* m_connection = nullptr;
    std::map<std::string, sqlite3_stmt*> m_statements;
};

struct TableRows {
    std::string table;
    sqlite3_stmt* insert;
    std::vector<Row> rows;
};

std::string insertInto(const std::string& table, std::size_t columns) {
    std::string sql = "insert into " + table + " values (?";
    for (std::size_t column = 1; column < columns; ++column)
        sql += ", ?";
    return sql + ")";
}

// The rows of the one visit of a clinic file, table by table.
std::vector<TableRows> rowsOfTheVisit(BareDatabase& from, BareDatabase& to) {
    std::vector<TableRows> tables;
    for (const char* sql : {"visit", "mas_score", "adverse_effect", "visit_sign", "ashworth_score", "tardieu_score",
                            "visit_goal", "audit where operation = 'record-visit'"}) {
        const std::string text = sql;
        TableRows found{text.substr(0, text.find(' ')), nullptr, from.rows("select * from " + text)};
        bench::require(!found.rows.empty(), "no rows in " + found.table);
        found.insert = to.statement(insertInto(found.table, found.rows.front().size()));
        tables.push_back(std::move(found));
    }
    return tables;
}

// The same rows under the next visit's id, in one transaction.
void saveBare(BareDatabase& database, std::vector<TableRows>& tables, const core::PatientId& patient,
              std::int64_t count) {
    std::string id = tables.front().rows.front().front().second;
    const std::string digits = std::to_string(1'000'000'000 + count);
    id.replace(id.size() - digits.size(), digits.size(), digits);
    database.step(database.statement("begin immediate"));
    for (TableRows& table : tables) {
        for (Row& row : table.rows) {
            if (table.table == "audit")
                row.front().second = std::to_string(1000 + count);
            else
                row.front().second = id;
            database.insert(table.insert, row);
        }
    }
    sqlite3_stmt* draft = database.statement("delete from draft where patient_id = ? and kind = 'visit'");
    sqlite3_bind_text(draft, 1, patient.text().c_str(), -1, SQLITE_STATIC);
    database.step(draft);
    database.step(database.statement("commit"));
}

std::int64_t count(BareDatabase& database, const std::string& table) {
    return std::stoll(database.rows("select count(*) from " + table).front().front().second);
}

void processorTime(bench::Figures& figures) {
    const Clinic ours;
    const Clinic other;
    ours.save();
    const QString bareFile = other.path();
    BareDatabase written(ours.path());
    BareDatabase bare(bareFile);
    std::vector<TableRows> tables = rowsOfTheVisit(written, bare);
    std::map<std::string, std::int64_t> before;
    for (const TableRows& table : tables)
        before[table.table] = count(written, table.table) - count(bare, table.table);
    std::int64_t oursSaved = 0;
    std::int64_t bareSaved = 0;
    figures.add("visit ours", bench::Clock::processCpu, [&] {
        ours.save();
        ++oursSaved;
    });
    figures.add("visit bare", bench::Clock::processCpu, [&] { saveBare(bare, tables, other.patient, ++bareSaved); });
    figures.run();
    for (const TableRows& table : tables) {
        const auto each = static_cast<std::int64_t>(table.rows.size());
        bench::require(count(written, table.table) - oursSaved * each ==
                           count(bare, table.table) - bareSaved * each + before[table.table],
                       "other rows in " + table.table);
    }
    figures.ratio("saved visit: processor time", figures.seconds("visit ours") * 1e6,
                  figures.seconds("visit bare") * 1e6, "us", 2);
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    countSyncs(figures);
    processorTime(figures);
    return figures.exitCode();
}
