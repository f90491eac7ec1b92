// The worklist of a clinic with 5,000 patients under treatment: from the file to the sorted list, and one patient read
// anew after a change.
//
// The floor reads the same rows of the same tables by the bare C interface of SQLite, a column at a time; it works
// nothing out.
#include "app/demo.h"
#include "app/session.h"
#include "app/worklist.h"
#include "core_values.h"
#include "figures.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <sqlite3.h>

namespace {

using namespace lento;

constexpr int invented = 6'000; // of whom more than 5,000 take baclofen
constexpr int wanted = 5'000;

const core::Date today = test::date("2026-11-27");

app::Environment environment() {
    app::Environment made = app::Environment::ofThisComputer();
    made.today = [] { return today; };
    made.isOnNetwork = [](const QString&) { return false; };
    return made;
}

std::int64_t readEverything(sqlite3* file) {
    std::int64_t bytes = 0;
    for (const char* sql :
         {"select id, identity_sealed, sex, height_mm, on_dialysis, pregnant, baclofen_since from patient",
          "select patient_id, on_date, weight_g from weight",
          "select patient_id, on_date, value_thousandths, unit, unstable from creatinine",
          "select patient_id, on_date from visit", "select patient_id, on_date, product_id, tablets from dispensed",
          "select id, plan_id, patient_id, version, status, kind, products_json, effective_from from plan_revision",
          "select revision_id, from_date, to_date, doses_per_day, morning_ng, midday_ng, evening_ng, bedtime_ng, "
          "reason,"
          " only_after_review from step"}) {
        sqlite3_stmt* statement = nullptr;
        bench::require(sqlite3_prepare_v2(file, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        while (sqlite3_step(statement) == SQLITE_ROW)
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                sqlite3_column_blob(statement, column);
                bytes += sqlite3_column_bytes(statement, column);
            }
        sqlite3_finalize(statement);
    }
    return bytes;
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    bench::Figures figures(argc, argv);
    const content::Catalogue catalogue = content::Catalogue::load().value();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("clinic.lento"));
    app::DemoRequest request;
    request.patients = invented;
    request.today = today;
    app::TaskMonitor monitor;
    bench::require(app::makeDemoClinic(path, request, catalogue, monitor).has_value(), "no clinic");
    const auto session = app::Session::open(path, environment()).value();
    app::Worklist worklist = app::loadWorklist(*session, catalogue).value();
    const core::ClinicFigures clinic = worklist.figures();
    bench::require(clinic.titrated + clinic.tapered + clinic.stable >= wanted, "fewer than 5,000 under treatment");
    const std::vector<app::WorklistEntry> entries = worklist.entries();
    bench::require(entries.size() > wanted, "hardly anything is due");

    sqlite3* file = nullptr;
    bench::require(sqlite3_open_v2(path.toUtf8().constData(), &file, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK,
                   "no file");
    bench::require(readEverything(file) > 0, "nothing read");
    std::size_t next = 0;
    figures.add("list", bench::Clock::wall, [&] {
        bench::require(app::loadWorklist(*session, catalogue)->entries().size() == entries.size(), "another list");
    });
    figures.add("rows", bench::Clock::wall, [&] { readEverything(file); });
    figures.add("one", bench::Clock::wall, [&] {
        next = (next + 1) % entries.size();
        bench::require(app::refreshWork(*session, catalogue, entries[next].patient, worklist).has_value(), "not read");
    });
    figures.run();
    figures.absolute("worklist of 5,000 patients under treatment", figures.seconds("list") * 1e3, "ms", 300);
    figures.ratio("worklist beside its rows read by the bare C API", figures.seconds("list") * 1e3,
                  figures.seconds("rows") * 1e3, "ms", 10);
    figures.absolute("worklist: one patient read anew after a change", figures.seconds("one") * 1e3, "ms", 16);
    sqlite3_close(file);
    return figures.exitCode();
}
