// Clinics, patients and visits as tests of the stores and the session need them: everything filled in, nothing real.
#pragma once

#include "core/patient.h"
#include "core/visit.h"
#include "plan_values.h"
#include "storage/clinic_store.h"
#include "storage/database.h"
#include "storage/migrator.h"
#include "storage/patient_store.h"

#include <QTemporaryDir>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace lento::test {

// A new id at each call, the same ones in each run.
template <class Id>
Id nextId() {
    static std::uint8_t count = 0;
    static std::int64_t milliseconds = 1'793'000'000'000;
    return Id(core::uuidV7(++milliseconds, {++count, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

inline storage::Clinic exampleClinic() {
    storage::Clinic clinic;
    clinic.name = "Clínica de prueba";
    clinic.region = core::Region::us;
    clinic.telephone = "555 0100";
    clinic.outOfHours = "555 0101";
    clinic.emergencyNumber = "911";
    clinic.prescriber = "Dr. Example";
    clinic.paper = storage::PaperSize::letter;
    clinic.firstDayOfWeek = core::Weekday::sunday;
    clinic.closedWeekdays = {core::Weekday::saturday, core::Weekday::sunday};
    clinic.language = "es";
    clinic.masCoding = core::MasCoding::onePlusAsOneAndAHalf;
    return clinic;
}

inline core::Patient examplePatient(const std::string& surname = "Żółć-O'Neill") {
    core::Patient patient;
    patient.id = nextId<core::PatientId>();
    patient.identity = {
        surname, "Zoë",           "Dr", date("1957-02-28"), "N-0042", "+48 555 0100", "1 Main St\n2nd floor",
        "ar-EG", "likes mornings"};
    patient.sex = core::Sex::female;
    patient.status = core::PatientStatus::suspended;
    patient.origin = core::SpasticityOrigin::spinal;
    patient.diagnosis = "Multiple sclerosis";
    patient.goal = "Sleep through the night";
    patient.toneNeeded = true;
    patient.onDialysis = false;
    patient.allergyStatus = core::AllergyStatus::known;
    patient.allergies = "Penicillin";
    patient.heightMillimetres = 1655;
    patient.baclofenSince = date("2020-03-01");
    patient.registeredAt = "2026-11-22T08:00:00.000Z";
    return patient;
}

inline core::Visit exampleVisit(const core::PatientId& patient, std::string_view on = "2026-11-22") {
    core::Visit visit;
    visit.id = nextId<core::VisitId>();
    visit.patient = patient;
    visit.on = date(on);
    visit.kind = core::VisitKind::telephone;
    visit.mas = {{"hip-adductors", core::Side::left, core::Mas::onePlus},
                 {"hip-adductors", core::Side::right, core::Mas::two},
                 {"ankle-plantarflexors", core::Side::left, core::Mas::zero}};
    visit.pennFrequency = 3;
    visit.pennSeverity = 2;
    visit.nrsTenths = 65;
    visit.further.ashworth = {{"elbow-flexors", core::Side::right, 3}};
    visit.further.tardieu = {{"gastrocnemius-soleus", core::Side::left, {0, std::nullopt, 3}, -10, 5},
                             {"gastrocnemius-soleus", core::Side::right, {}, std::nullopt, 12}};
    visit.further.goals = {{"Walk to the “shop”", 2, 3, -1}, {"Sleep through", 1, 1, std::nullopt}};
    visit.further.tenMetreHundredths = 1250;
    visit.further.twentyFiveFootHundredths = 840;
    visit.adverseEffects = {{"drowsiness", "", 2}, {"other", "a metallic taste", 1}};
    visit.falls = 0;
    visit.adherence = core::Adherence::most;
    visit.withdrawalSigns = {{"sweating", "tremor"}};
    visit.redFlags = {{"hard-to-wake"}};
    visit.temperatureTenths = 384;
    visit.pulse = 112;
    visit.creatineKinaseTenths = 51;
    visit.stoppedHours = 30;
    visit.note = "Slept badly; “better” on Sunday";
    visit.decision = "Hold for a week";
    visit.author = "Nurse Example";
    visit.recordedAt = "2026-11-22T09:30:00.000Z";
    return visit;
}

inline core::Revision exampleRevision(const core::PatientId& patient, core::Plan plan) {
    core::Revision revision;
    revision.id = nextId<core::RevisionId>();
    revision.planId = nextId<core::PlanId>();
    revision.patient = patient;
    revision.effectiveFrom = plan.steps.empty() ? date("2026-11-22") : plan.steps.front().span.first;
    revision.plan = std::move(plan);
    revision.reason = "Drowsy at 30 mg";
    revision.rules = {"TAP-1", "TAP-16"};
    revision.author = "Nurse Example";
    revision.createdAt = "2026-11-22T09:31:00.000Z";
    return revision;
}

// A migrated clinic file in a folder of its own, open as a store's test needs it.
class StoreFixture {
public:
    StoreFixture() {
        m_database = std::make_unique<storage::Database>(path(), storage::Database::Mode::create);
        storage::Migrator().climb(*m_database, "2026-11-22T08:00:00.000Z");
        storage::ClinicStore(*m_database).insert(exampleClinic());
    }
    QString path() const { return m_folder.filePath(QStringLiteral("clinic.lento")); }
    QString folder() const { return m_folder.path(); }
    storage::Database& database() { return *m_database; }
    // Closed and opened again: what is found then was on the disk.
    void reopen() {
        m_database.reset();
        m_database = std::make_unique<storage::Database>(path(), storage::Database::Mode::readWrite);
    }
    core::PatientId addPatient() {
        const core::Patient patient = examplePatient();
        storage::PatientStore(*m_database).insert(patient);
        return patient.id;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<storage::Database> m_database;
};

// The code with which a call fails, or nothing.
template <class Fn>
std::optional<core::ErrorCode> failureOf(Fn&& fn) {
    try {
        fn();
    } catch (const storage::StorageError& error) {
        return error.error().code;
    }
    return std::nullopt;
}

} // namespace lento::test

namespace lento::core {

inline char* toString(const std::optional<ErrorCode>& code) {
    return code ? toString(*code) : qstrdup("no error");
}

} // namespace lento::core
