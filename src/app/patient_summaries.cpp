#include "app/patient_summaries.h"

#include "app/record.h"
#include "app/session.h"
#include "storage/clinic_store.h"
#include "storage/patient_store.h"
#include "storage/plan_store.h"
#include "storage/pump_store.h"

namespace lento::app {

namespace {

PatientSummary summaryOf(storage::Database& database, const core::PatientId& id, core::Date today,
                         const std::vector<core::Weekday>& closedDays, const core::PumpNumbers& numbers) {
    PatientSummary summary;
    summary.id = id;
    const std::optional<core::Patient> patient = storage::PatientStore(database).find(id);
    if (!patient)
        return summary;
    summary.diagnosis = patient->diagnosis;
    summary.status = patient->status;

    const storage::PlanStore plans(database);
    PatientRecord record;
    if (std::optional<core::Revision> active = plans.active(id)) {
        // What was taken before only matters while the active revision has not begun.
        if (active->effectiveFrom <= today)
            record.revisions.push_back(std::move(*active));
        else
            record.revisions = plans.history(id);
    }
    const DoseTimeline timeline(record);
    const std::optional<DayDose> now = timeline.on(today);
    summary.nextChange = timeline.nextChangeAfter(today);
    if (now)
        summary.doseToday = now->daily;
    // What comes tells more than what is: a taper that begins tomorrow is a taper.
    const std::optional<DayDose>& spoken = summary.nextChange ? summary.nextChange : now;
    if (spoken)
        summary.kind = record.revisions[spoken->revision].plan.kind();

    const auto pumps = storage::PumpStore(database).outlines(id);
    if (const auto course = pumps.find(id); course != pumps.end())
        summary.pump = pumpGlance(course->second, today, closedDays, numbers);
    return summary;
}

} // namespace

core::Result<std::vector<PatientSummary>> loadSummaries(Session& session, const core::PumpNumbers& numbers,
                                                        std::span<const core::PatientId> patients) {
    const core::Date today = session.today();
    return session.read([&](storage::Database& database) {
        const std::vector<core::Weekday> closedDays = storage::ClinicStore(database).load().closedWeekdays;
        std::vector<PatientSummary> summaries;
        summaries.reserve(patients.size());
        for (const core::PatientId& id : patients)
            summaries.push_back(summaryOf(database, id, today, closedDays, numbers));
        return summaries;
    });
}

} // namespace lento::app
