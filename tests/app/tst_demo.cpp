// The demo clinic: the same rows for the same arguments, sound, varied, and consistent in itself.
#include "app/demo.h"
#include "app/documents.h"
#include "app/patients.h"
#include "app/record.h"
#include "app/timeline.h"
#include "core/response.h"
#include "test_clinic.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QtTest/QtTest>

#include <algorithm>
#include <set>

using namespace lento;
using namespace lento::test;

namespace {

constexpr int people = 120;
const core::Date today = core::Date::fromIso("2026-11-22").value();

core::Result<void> make(const QString& path, std::uint32_t seed, int patients = people, core::Date day = today) {
    app::TaskMonitor monitor;
    return app::makeDemoClinic(path, {patients, seed, day}, shippedCatalogue(), monitor);
}

app::Environment thatDay() {
    app::Environment environment = app::Environment::ofThisComputer();
    environment.today = [] { return today; };
    return environment;
}

// Every row of every table as text, in the order of the rows' own values.
QStringList rowsOf(const QString& path) {
    QStringList rows;
    const QString name = QStringLiteral("dump");
    {
        QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        file.setDatabaseName(path);
        if (!file.open())
            qFatal("the demo clinic does not open");
        const QStringList tables = file.tables();
        for (const QString& table : tables) {
            QSqlQuery row(QStringLiteral("select * from ") + table, file);
            while (row.next()) {
                QStringList values{table};
                for (int column = 0; column < row.record().count(); ++column)
                    values << QString::fromUtf8(row.value(column).toByteArray().toPercentEncoding());
                rows << values.join(QLatin1Char('|'));
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    rows.sort();
    return rows;
}

std::optional<std::int32_t> masMean(const core::Visit& visit) {
    return core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf);
}

bool isTaper(const app::PatientRecord& record) {
    return record.active() != nullptr && record.active()->plan.kind() == core::PlanKind::taper;
}

bool hasStep(const app::PatientRecord& record, core::StepReason reason) {
    return record.active() != nullptr &&
           std::ranges::any_of(record.active()->plan.steps,
                               [reason](const core::Step& step) { return step.reason == reason; });
}

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<app::Session> m_session;
    std::vector<app::PatientRecord> m_records;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    const app::PatientRecord& named(const std::string& surname) const {
        const auto found = std::ranges::find_if(
            m_records, [&](const app::PatientRecord& record) { return record.patient.identity.surname == surname; });
        if (found == m_records.end())
            qFatal("%s is not in the demo clinic", surname.c_str());
        return *found;
    }

    qsizetype count(const auto& holds) const { return std::ranges::count_if(m_records, holds); }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(make(path(QStringLiteral("clinic.lento")), 1));
        auto session = app::Session::open(path(QStringLiteral("clinic.lento")), thatDay());
        QVERIFY(session);
        m_session = std::move(session.value());
        const auto index = app::loadPatientIndex(*m_session);
        QVERIFY(index);
        for (std::size_t row = 0; row < index->size(); ++row) {
            auto record = app::loadRecord(*m_session, shippedCatalogue(), index->idAt(row));
            QVERIFY(record);
            m_records.push_back(*std::move(record));
        }
        QCOMPARE(m_records.size(), std::size_t{people});
    }

    void theFileIsSoundAndItsAuditHolds() {
        QVERIFY(m_session->verify());
        QCOMPARE(app::clinic(*m_session)->name, std::string("Riverside Spasticity Clinic"));
    }

    void theSameArgumentsGiveTheSameRows() {
        QVERIFY(make(path(QStringLiteral("once.lento")), 7));
        QVERIFY(make(path(QStringLiteral("again.lento")), 7));
        const QStringList once = rowsOf(path(QStringLiteral("once.lento")));
        QVERIFY(once.size() > 20 * people);
        QCOMPARE(rowsOf(path(QStringLiteral("again.lento"))), once);
    }

    void anotherSeedGivesOtherPeople() {
        QVERIFY(make(path(QStringLiteral("other.lento")), 2));
        QVERIFY(rowsOf(path(QStringLiteral("other.lento"))) != rowsOf(path(QStringLiteral("clinic.lento"))));
    }

    void anotherDayMovesThePlans() {
        QVERIFY(make(path(QStringLiteral("leap.lento")), 1, 20, core::Date::fromIso("2028-02-29").value()));
        auto session = app::Session::openReadOnly(path(QStringLiteral("leap.lento")), thatDay());
        QVERIFY(session);
        QVERIFY((*session)->verify());
    }

    void everyPlanFollowsTheOneBefore() {
        for (const app::PatientRecord& record : m_records) {
            const core::Revision* before = nullptr;
            for (const core::Revision& revision : record.revisions) {
                if (revision.status == core::RevisionStatus::draft)
                    continue;
                QVERIFY(core::isContiguous(revision.plan.steps));
                QCOMPARE(revision.replaces.has_value(), before != nullptr);
                if (before != nullptr) {
                    QCOMPARE(*revision.replaces, before->id);
                    QVERIFY(revision.effectiveFrom >= before->effectiveFrom);
                    QCOMPARE(before->status, core::RevisionStatus::superseded);
                    const bool samePlan = revision.planId == before->planId;
                    QCOMPARE(revision.planNumber, before->planNumber + (samePlan ? 0 : 1));
                    QCOMPARE(revision.version, samePlan ? before->version + 1 : 1);
                } else {
                    QCOMPARE(revision.planNumber, 1);
                    QCOMPARE(revision.version, 1);
                }
                before = &revision;
            }
            if (before != nullptr)
                QCOMPARE(before->status, core::RevisionStatus::active);
        }
    }

    // 80 mg a day is the ceiling of every protocol (TIT-6).
    void noDoseIsAboveTheCeilingNorMissingBetweenPlans() {
        for (const app::PatientRecord& record : m_records) {
            const app::DoseTimeline timeline(record);
            for (std::size_t i = 0; i < timeline.stretches().size(); ++i) {
                const app::Stretch& stretch = timeline.stretches()[i];
                QVERIFY(stretch.split.total() <= core::DailyDose::milligrams(80));
                if (i > 0)
                    QCOMPARE(stretch.span.first, *timeline.stretches()[i - 1].span.last + 1);
            }
        }
    }

    void nothingIsDatedInTheFuture() {
        for (const app::PatientRecord& record : m_records) {
            for (const core::Visit& visit : record.visits) {
                QVERIFY(visit.on <= today);
                QVERIFY(core::validate(visit, today));
            }
            for (const core::DiaryDay& day : record.diary)
                QVERIFY(day.on < today);
            for (const core::Dispensed& dispensed : record.dispensed)
                QVERIFY(dispensed.on <= today);
            for (const core::Weight& weight : record.facts.weights)
                QVERIFY(weight.on <= today && weight.on > record.patient.identity.birthDate);
            QVERIFY(record.patient.identity.birthDate < today);
        }
    }

    void spasticityFallsWithTheDose() {
        int compared = 0;
        for (const app::PatientRecord& record : m_records) {
            const app::DoseTimeline timeline(record);
            const core::Visit* before = nullptr;
            const core::Visit* under = nullptr;
            for (const core::Visit& visit : record.visits) {
                if (!masMean(visit))
                    continue;
                const auto dose = timeline.on(visit.on - 4);
                if (!dose || dose->daily.isZero())
                    before = before == nullptr ? &visit : before;
                else if (dose->daily >= core::DailyDose::milligrams(30))
                    under = &visit;
            }
            if (before == nullptr || under == nullptr)
                continue;
            QVERIFY(*masMean(*under) < *masMean(*before));
            ++compared;
        }
        QVERIFY(compared >= people / 4);
    }

    void furtherScalesFollowTheDoseAndAreAccepted() {
        int walked = 0;
        int tardieu = 0;
        int goals = 0;
        for (const app::PatientRecord& record : m_records) {
            for (const core::Visit& visit : record.visits) {
                QVERIFY(core::validate(visit.further));
                walked += visit.further.tenMetreHundredths.has_value() ? 1 : 0;
                tardieu += visit.further.tardieu.empty() ? 0 : 1;
                goals += visit.further.goals.empty() ? 0 : 1;
            }
        }
        QVERIFY(walked > 10 && tardieu > 10 && goals > 10);
        const std::vector<core::Visit>& visits = named("Kowalski").visits;
        const core::FurtherScores& first = visits.front().further;
        const core::FurtherScores& last = visits.back().further;
        QVERIFY(*last.tenMetreHundredths < *first.tenMetreHundredths);
        QVERIFY(*core::spasticityAngle(last.tardieu.front()) < *core::spasticityAngle(first.tardieu.front()));
        QVERIFY(*core::judgedAttainment(last.goals, 0.3) > *core::judgedAttainment(first.goals, 0.3));
    }

    void kowalskiIsAsInThePicture() {
        const app::PatientRecord& maria = named("Kowalski");
        QCOMPARE(maria.patient.identity.given, std::string("Maria"));
        QCOMPARE(maria.patient.identity.birthDate.iso(), std::string("1961-03-12"));
        QCOMPARE(maria.patient.identity.recordNumber, std::string("483 926 0175"));
        QCOMPARE(maria.facts.weights.back().grams, 68'000);
        QVERIFY(maria.renal.function && maria.renal.band == core::RenalBand::r3);
        QCOMPARE(maria.facts.medicineNames, std::vector<std::string>{"oxycodone"});
        const app::DoseTimeline timeline(maria);
        QCOMPARE(timeline.on(today)->daily, core::DailyDose::milligrams(60));
        QCOMPARE(timeline.on(today + 1)->daily, core::DailyDose::milligrams(55));
        QCOMPARE(timeline.on(today + 1)->split.at(core::DayPart::morning), core::OralDose::milligrams(15));
        QCOMPARE(maria.active()->plan.stopDate()->iso(), std::string("2027-02-08"));
        const auto supply = app::supplyForecast(maria, timeline, today, {}, shippedCatalogue().numbers());
        QCOMPARE(supply.lastsUntil->iso(), std::string("2026-12-19"));
    }

    void theNextStepOfThreeOthersIsAsInThePicture_data() {
        QTest::addColumn<std::string>("surname");
        QTest::addColumn<int>("mg");
        QTest::addColumn<std::string>("next");
        QTest::addColumn<int>("nextMg");
        QTest::newRow("Ferreira, up on Tuesday") << std::string("Ferreira") << 75 << std::string("2026-11-24") << 80;
        QTest::newRow("Smith, up on Friday") << std::string("Smith") << 15 << std::string("2026-11-27") << 30;
        QTest::newRow("Lindqvist, stable") << std::string("Lindqvist") << 45 << std::string() << 0;
        QTest::newRow("Okafor, stable") << std::string("Okafor") << 20 << std::string() << 0;
        QTest::newRow("Tanaka, stable") << std::string("Tanaka") << 40 << std::string() << 0;
    }
    void theNextStepOfThreeOthersIsAsInThePicture() {
        QFETCH(std::string, surname);
        QFETCH(int, mg);
        QFETCH(std::string, next);
        QFETCH(int, nextMg);
        const app::DoseTimeline timeline(named(surname));
        QCOMPARE(timeline.on(today)->daily, core::DailyDose::milligrams(mg));
        const auto change = timeline.nextChangeAfter(today);
        QCOMPARE(change ? change->on.iso() : std::string(), next);
        if (change)
            QCOMPARE(change->daily, core::DailyDose::milligrams(nextMg));
    }

    void thereIsSomebodyForEverySituation() {
        std::set<std::string> diagnoses;
        for (const app::PatientRecord& record : m_records)
            diagnoses.insert(record.patient.diagnosis);
        QVERIFY(diagnoses.size() >= 8);
        QVERIFY(count([](const auto& r) { return r.revisions.empty(); }) >= 2);
        QVERIFY(count([](const auto& r) { return r.draft() != nullptr; }) >= 1);
        QVERIFY(count(isTaper) >= 8);
        QVERIFY(count([](const auto& r) { return isTaper(r) && hasStep(r, core::StepReason::stepBack); }) >= 1);
        QVERIFY(count([](const auto& r) { return isTaper(r) && r.active()->version > 1; }) >= 3);
        QVERIFY(count([](const auto& r) { return r.patient.status == core::PatientStatus::ended; }) >= 1);
        QVERIFY(count([](const auto& r) { return r.renal.band == core::RenalBand::r4; }) >= 1);
        QVERIFY(count([](const auto& r) { return r.renal.creatinineTooOld; }) >= 2);
        QVERIFY(count([](const auto& r) { return r.visits.size() >= 60; }) >= 1);
        QVERIFY(count([](const auto& r) { return !r.visits.empty() && today - r.visits.front().on > 3'652; }) >= 1);
        QVERIFY(count([](const auto& r) { return r.diary.size() >= 14; }) >= people / 4);
        for (const auto status :
             {core::AllergyStatus::known, core::AllergyStatus::noneKnown, core::AllergyStatus::notRecorded})
            QVERIFY(count([status](const auto& r) { return r.patient.allergyStatus == status; }) >= 10);
    }

    void recordNumbersDiffer() {
        std::set<std::string> numbers;
        for (const app::PatientRecord& record : m_records)
            numbers.insert(record.patient.identity.recordNumber);
        QCOMPARE(numbers.size(), std::size_t{people});
    }

    void aRefusedCallLeavesNoFile_data() {
        QTest::addColumn<int>("patients");
        QTest::newRow("none") << 0;
        QTest::newRow("fewer than none") << -3;
        QTest::newRow("more than a million") << 1'000'001;
    }
    void aRefusedCallLeavesNoFile() {
        QFETCH(int, patients);
        QTemporaryDir empty;
        const auto made = make(empty.filePath(QStringLiteral("x.lento")), 1, patients);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::outOfRange);
        QVERIFY(QDir(empty.path()).isEmpty());
    }

    void anExistingFileIsLeftAlone() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.lento")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        const auto made = make(file.fileName(), 1, 3);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::fileExists);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }

    void aCancelledCallLeavesNoFile() {
        QTemporaryDir empty;
        app::TaskMonitor monitor;
        monitor.cancel();
        const auto made =
            app::makeDemoClinic(empty.filePath(QStringLiteral("x.lento")), {5, 1, today}, shippedCatalogue(), monitor);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::cancelled);
        QVERIFY(QDir(empty.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
