#include "app/demo.h"

#include "app/demo_patient.h"
#include "app/demo_people.h"
#include "app/plan_drafts.h"
#include "app/session.h"
#include "storage/clinic_file.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/patient_store.h"
#include "storage/plan_store.h"
#include "storage/pump_store.h"
#include "storage/visit_store.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lento::app {

namespace {

constexpr int mostPatients = 1'000'000;
constexpr int patientsAtOnce = 500; // in one transaction

// The clock stands in the morning of the day asked for, and ids follow from the seed, so that nothing in a row depends
// on when or where it was made.
Environment demoEnvironment(const DemoRequest& request) {
    Environment environment;
    const QDateTime morning(QDate::fromJulianDay(2'440'588 + request.today.dayNumber()), QTime(7, 0), Qt::UTC);
    environment.now = [morning] { return morning; };
    environment.today = [today = request.today] { return today; };
    environment.random = [random = DemoRandom(request.seed, 0xC11A1CU)]() mutable {
        std::array<std::uint8_t, 10> bytes{};
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(random.next() >> 32U);
        return bytes;
    };
    environment.isOnNetwork = storage::isOnNetwork;
    environment.userName = demoPrescriber;
    return environment;
}

void write(const DemoPatient& made, const std::string& ruleSet, const std::string& now, storage::Database& database) {
    const PatientRecord& record = made.record;
    const core::PatientId& id = record.patient.id;
    storage::PatientStore patients(database);
    patients.insert(record.patient);
    for (const core::Weight& weight : record.facts.weights)
        patients.saveWeight(id, weight);
    for (const core::Creatinine& creatinine : record.facts.creatinines)
        patients.saveCreatinine(id, creatinine);
    patients.saveConditions(id, record.conditions);
    patients.saveMedicines(id, record.medicines);

    storage::PlanStore plans(database);
    for (std::size_t i = 0; i < record.revisions.size(); ++i) {
        plans.insert(record.revisions[i]);
        if (!made.findings[i].empty())
            plans.saveFindings(record.revisions[i].id, {ruleSet, made.findings[i]});
    }
    storage::VisitStore visits(database);
    for (const core::Visit& visit : record.visits)
        visits.insert(visit);
    for (const core::DiaryDay& day : record.diary)
        visits.saveDiaryDay(day);
    for (const core::Dispensed& dispensed : record.dispensed)
        visits.insertDispensed(dispensed);
    storage::PumpStore pumps(database);
    const auto asNew = [](auto row) {
        row.rowVersion = 0;
        return row;
    };
    for (const core::PumpImplant& implant : record.pump.implants)
        pumps.save(asNew(implant));
    for (const core::PumpSetting& setting : record.pump.settings)
        pumps.save(asNew(setting));
    for (const core::PumpRefill& refill : record.pump.refills)
        pumps.save(asNew(refill));
    if (made.draft)
        storage::DraftStore(database).save({id, storage::DraftKind::plan, storage::jsonText(toJson(*made.draft)), now});
}

core::Result<void> fill(Session& session, const DemoRequest& request, const content::Catalogue& catalogue,
                        TaskMonitor& monitor) {
    for (int first = 0; first < request.patients; first += patientsAtOnce) {
        const int end = std::min(request.patients, first + patientsAtOnce);
        const auto written = session.perform(
            Operation::makeDemo, {}, [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                for (int index = first; index < end; ++index) {
                    if (monitor.cancelled())
                        return core::failure(core::ErrorCode::cancelled);
                    const core::Result<DemoPatient> made =
                        inventPatient(request, static_cast<std::size_t>(index), catalogue);
                    if (!made)
                        return core::failure(made.error());
                    write(*made, catalogue.ruleSetVersion(), session.nowUtc(), database);
                    monitor.progress(index + 1, request.patients);
                }
                note.after = storage::jsonText(QJsonObject{{QStringLiteral("first"), first + 1},
                                                           {QStringLiteral("last"), end},
                                                           {QStringLiteral("seed"), qint64{request.seed}}});
                return {};
            });
        if (!written)
            return core::failure(written.error());
        session.tidy();
    }
    return {};
}

} // namespace

core::Result<void> makeDemoClinic(const QString& path, const DemoRequest& request, const content::Catalogue& catalogue,
                                  TaskMonitor& monitor) {
    if (request.patients < 1 || request.patients > mostPatients)
        return core::failure(core::ErrorCode::outOfRange, "patients",
                             {std::to_string(request.patients), "1", std::to_string(mostPatients)});
    const std::string fileName = QFileInfo(path).fileName().toStdString();
    if (QFileInfo::exists(path))
        return core::failure(core::ErrorCode::fileExists, fileName);

    // Under another name until it is whole, so that nobody opens half a clinic.
    const QString unfinished = path + QStringLiteral(".unfinished");
    const auto removeUnfinished = [&] {
        for (const QString& ending : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(unfinished + ending);
    };
    removeUnfinished();
    core::Result<void> filled;
    {
        core::Result<std::unique_ptr<Session>> session =
            Session::create(unfinished, demoClinic(), demoEnvironment(request));
        if (!session) {
            core::Error error = session.error();
            error.subject = fileName;
            return core::failure(std::move(error));
        }
        filled = fill(**session, request, catalogue, monitor);
    }
    if (filled && !QFile::rename(unfinished, path))
        filled = core::failure(QFileInfo::exists(path) ? core::ErrorCode::fileExists : core::ErrorCode::cannotWrite,
                               fileName);
    if (!filled)
        removeUnfinished();
    return filled;
}

} // namespace lento::app
