// Writes tests/ladder/NNNN.lento: a clinic of the newest schema with something in it, kept for ever so that later
// programs are held to opening it. Run once for each release that adds a rung.
#include "clinic_values.h"
#include "storage/audit_store.h"
#include "storage/plan_store.h"
#include "storage/visit_store.h"

#include <QCoreApplication>
#include <QFile>

using namespace lento;
using namespace lento::storage;
using namespace lento::test;

namespace {

void fill(Database& database) {
    Transaction transaction(database);
    ClinicStore(database).insert(exampleClinic());
    ClinicStore(database).insertUser({nextId<core::UserId>(), "Nurse Example"}, "2026-11-22T08:00:00.000Z");
    const core::Patient patient = examplePatient();
    PatientStore patients(database);
    patients.insert(patient);
    patients.saveWeight(patient.id, {date("2026-11-01"), 68'500});
    patients.saveCreatinine(patient.id, {date("2026-11-01"), 1'500, core::CreatinineUnit::mgPerDl, false});
    patients.saveConditions(patient.id, {{nextId<core::RecordId>(), "epilepsy", "", std::nullopt, std::nullopt}});
    patients.saveMedicines(patient.id, {{nextId<core::RecordId>(), "diazepam", "2 mg", std::nullopt, std::nullopt}});
    PlanStore plans(database);
    core::Revision first = exampleRevision(
        patient.id, planned(titration("2026-02-26", "5", "2.5", 5, "50", core::SplitStrategy::evening), "TAB5*,TAB10"));
    plans.insert(first);
    plans.activate({first.id, 1, "Dr. Example", "2026-02-25T10:00:00.000Z", {"2026.11", {}}});
    core::Revision second = exampleRevision(patient.id, planned(taper("2026-08-03", "50", 10, 7), "TAB10"));
    second.planNumber = 2;
    second.replaces = first.id;
    plans.insert(second);
    VisitStore(database).insert(exampleVisit(patient.id));
    AuditStore(database).append(
        {"2026-11-22T09:30:00.000Z", "Nurse Example", "record-visit", patient.id, "", "", "{}", ""});
    transaction.commit();
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QString path =
        QStringLiteral(LENTO_TEST_DATA_DIR "/ladder/%1.lento").arg(Migrator().newest(), 4, 10, QLatin1Char('0'));
    if (QFile::exists(path)) {
        qWarning("%s is there already; a released rung is never written again", qPrintable(path));
        return 1;
    }
    try {
        {
            Database database(path, Database::Mode::create);
            Migrator().climb(database, "2026-11-22T08:00:00.000Z");
            fill(database);
        }
        return 0;
    } catch (const StorageError& error) {
        qWarning("storage error %d", static_cast<int>(error.error().code));
        return 1;
    }
}
