// The window with a clinic of 100,000 patients, from the start of the program: first paint, until it rests with all of
// them listed, and peak memory, beside a bare Qt program whose list holds the same names.
//
// Both are programs of their own, started in turn; window_probe.cpp is linked into each. The bare one reads its names
// in name order from a plain SQLite table.
#include "app/session.h"
#include "clinic_values.h"
#include "figures.h"
#include "invented_people.h"
#include "session_fixture.h"
#include "storage/plan_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <sqlite3.h>

#include <ctime>

namespace {

using namespace lento;

constexpr int people = 100'000;
constexpr int rounds = 7;

void makeClinic(const QString& path) {
    auto session = app::Session::create(path, test::exampleClinic(), test::standstill()).value();
    const auto made =
        session->perform(app::Operation::makeDemo, {}, [](storage::Database& database) -> core::Result<void> {
            bench::InventedPeople source;
            storage::PatientStore patients(database);
            core::Patient patient = test::examplePatient();
            for (int i = 0; i < people; ++i) {
                const app::PatientIndex::Entry entry = source.next();
                patient.id = entry.id;
                patient.status = core::PatientStatus::active;
                patient.identity.surname = entry.surname;
                patient.identity.given = entry.given;
                patient.identity.birthDate = entry.birthDate;
                patient.identity.recordNumber = entry.recordNumber;
                patients.insert(patient);
            }
            return {};
        });
    bench::require(made.has_value(), "the clinic is not written");
}

void makeNames(const QString& path) {
    sqlite3* connection = nullptr;
    bench::require(sqlite3_open(path.toUtf8().constData(), &connection) == SQLITE_OK, "the names are not written");
    sqlite3_exec(connection, "create table person (id text primary key, surname text, given text, number text); begin",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(connection, "insert into person values (?, ?, ?, ?)", -1, &insert, nullptr);
    bench::InventedPeople source;
    for (int i = 0; i < people; ++i) {
        const app::PatientIndex::Entry entry = source.next();
        const std::string* values[] = {&entry.id.text(), &entry.surname, &entry.given, &entry.recordNumber};
        for (int column = 0; column < 4; ++column)
            sqlite3_bind_text(insert, column + 1, values[column]->c_str(), -1, SQLITE_STATIC);
        bench::require(sqlite3_step(insert) == SQLITE_DONE, "a name is not written");
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(connection, "commit", nullptr, nullptr, nullptr);
    sqlite3_close(connection);
}

struct Start {
    std::vector<double> firstPaint; // ms
    std::vector<double> rest;       // ms
    std::vector<double> peak;       // MB
};

void startOnce(const QString& program, const QString& file, const QString& folder, Start& start) {
    const QString answer = folder + QStringLiteral("/probe");
    QFile::remove(answer);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    environment.insert(QStringLiteral("LENTO_PROBE_FILE"), answer);
    environment.insert(QStringLiteral("LENTO_PROBE_ROWS"), QString::number(people));
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    environment.insert(QStringLiteral("LENTO_PROBE_START"),
                       QString::number(static_cast<qint64>(now.tv_sec) * 1'000'000'000 + now.tv_nsec));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, {file});
    const bool ended = process.waitForFinished(60'000);
    bench::require(ended && process.exitCode() == 0, program.toStdString() + " did not come to rest");
    QFile read(answer);
    bench::require(read.open(QIODevice::ReadOnly), program.toStdString() + " says nothing");
    const QList<QByteArray> values = read.readAll().trimmed().split(' ');
    bench::require(values.size() == 3, program.toStdString() + " says something else");
    start.firstPaint.push_back(values[0].toDouble() / 1000);
    start.rest.push_back(values[1].toDouble() / 1000);
    start.peak.push_back(values[2].toDouble() / 1024);
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    QTemporaryDir folder;
    const QString clinic = folder.filePath(QStringLiteral("clinic.lento"));
    const QString namesFile = folder.filePath(QStringLiteral("names.db"));
    makeClinic(clinic);
    makeNames(namesFile);

    const QString programs = QCoreApplication::applicationDirPath();
    Start ours;
    Start bare;
    for (int round = 0; round < rounds; ++round) {
        startOnce(programs + QStringLiteral("/measured_lento"), clinic, folder.path(), ours);
        startOnce(programs + QStringLiteral("/bare_program"), namesFile, folder.path(), bare);
    }
    const auto median = [](const std::vector<double>& samples) { return bench::percentile(samples, 0.5); };
    figures.ratio("start: first paint", median(ours.firstPaint), median(bare.firstPaint), "ms", 1.3);
    figures.ratio("start: until quiet with 100,000 patients listed", median(ours.rest), median(bare.rest), "ms", 1.3);
    figures.ratio("start: peak memory with 100,000 patients listed", median(ours.peak), median(bare.peak), "MB", 1.4);
    return figures.exitCode();
}
