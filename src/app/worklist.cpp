#include "app/worklist.h"

#include "app/record.h"
#include "app/session.h"
#include "app/timeline.h"
#include "storage/clinic_store.h"

#include <algorithm>
#include <tuple>

namespace lento::app {

namespace {

bool isHeld(const core::Step& step) {
    return step.reason == core::StepReason::hold || step.reason == core::StepReason::pause ||
           step.reason == core::StepReason::stepBack;
}

bool isHidden(const std::vector<storage::WorklistMark>& marks, const core::DueItem& item, core::Date today) {
    if (item.staysUntilEntered())
        return false;
    const std::string key = item.key();
    return std::any_of(marks.begin(), marks.end(), [&](const storage::WorklistMark& mark) {
        return mark.item == key && (!mark.until || *mark.until > today);
    });
}

// inForce: what is followed today. A plan made active for a later day moves nobody yet.
void judgeCourse(PatientWork& work, const core::Revision* inForce, bool treated,
                 const std::optional<core::Date>& lastScore, core::Date today, const core::RuleNumbers& numbers) {
    const core::Plan* plan = inForce && !inForce->plan.steps.empty() ? &inForce->plan : nullptr;
    if (plan && plan->kind() == core::PlanKind::taper) {
        const core::Date last = plan->steps.back().span.first;
        if (last > today) {
            work.course = Course::tapered;
            const core::Step* now = plan->stepOn(today);
            work.onHold = now && isHeld(*now);
            work.pausedOrReversed = std::any_of(plan->steps.begin(), plan->steps.end(), isHeld);
            return;
        }
    } else if (plan) {
        const core::Date goal = plan->steps.back().span.first;
        if (goal > today || today - goal < numbers.tit12.trialDays) {
            work.course = Course::titrated;
            work.atMaximum = goal <= today;
            return;
        }
    }
    if (!treated)
        return;
    work.course = Course::stable;
    work.unscored = !lastScore || today - *lastScore >= numbers.mon2.scoreAfterDays;
}

std::vector<core::DoseFrom> dosesUpTo(const DoseTimeline& timeline, core::Date today) {
    std::vector<core::DoseFrom> doses;
    const auto from = [&doses](core::Date first, core::DailyDose daily) {
        if (doses.empty() || doses.back().daily != daily)
            doses.push_back({first, daily});
    };
    const Stretch* before = nullptr;
    for (const Stretch& stretch : timeline.stretches()) {
        if (stretch.span.first > today)
            break;
        if (before && before->span.last && *before->span.last + 1 < stretch.span.first)
            from(*before->span.last + 1, {});
        from(stretch.span.first, stretch.split.total());
        before = &stretch;
    }
    return doses;
}

// Hands a mark to the file and to the audit trail.
core::Result<void> keepMark(Session& session, const core::PatientId& patient, const core::DueItem& item,
                            const char* state, const std::optional<core::Date>& until, bool marks) {
    if (marks && item.staysUntilEntered())
        return core::failure(core::ErrorCode::missingField, "refill");
    const auto performed = session.perform(
        Operation::markWorklist, {patient, {}},
        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            storage::WorklistStore store(database);
            if (marks)
                store.save({patient, item.key(), until, session.userName(), session.nowUtc()});
            else
                store.remove(patient, item.key());
            note.subject = item.key();
            note.after = QByteArray("{\"state\":\"") + state +
                         (until ? "\",\"until\":\"" + QByteArray::fromStdString(until->iso()) : QByteArray()) + "\"}";
            return {};
        });
    return performed ? core::Result<void>() : core::failure(performed.error());
}

} // namespace

PatientWork workOf(storage::WorkRow row, core::Date today, const core::RuleNumbers& numbers,
                   const std::vector<core::Weekday>& closedDays) {
    PatientRecord record;
    record.revisions = std::move(row.revisions);
    record.dispensed = std::move(row.dispensed);
    const DoseTimeline timeline(record);

    PatientWork work;
    work.patient = std::move(row.who.id);
    work.surname = std::move(row.who.surname);
    work.given = std::move(row.who.given);

    core::WorkFacts facts;
    facts.facts = std::move(row.facts);
    if (const std::optional<DayDose> now = timeline.on(today))
        facts.doseToday = now->daily;
    facts.takenSince = timeline.takenSince(today);
    facts.doses = dosesUpTo(timeline, today);
    facts.lastVisit = row.lastVisit;
    facts.lastChecklist = row.lastChecklist;
    facts.planDraftSince = row.planDraftSince;
    facts.visitDraftSince = row.visitDraftSince;
    facts.printed = std::move(row.printed);
    if (!record.dispensed.empty()) {
        const SupplyForecast forecast = supplyForecast(record, timeline, today, closedDays, numbers);
        facts.suppliesLastUntil = forecast.lastsUntil;
        facts.renewBy = forecast.renewBy;
    }
    if (const core::PumpImplant* implant = row.pump.implantOn(today)) {
        const auto status = core::pumpStatus(row.pump, today, closedDays, numbers.pump);
        if (status && *status)
            facts.pump = **status;
        else
            facts.pumpUnassessedSince = implant->on;
    }
    judgeCourse(work, record.inForceOn(today), facts.doseToday && !facts.doseToday->isZero(), row.lastScore, today,
                numbers);
    // The plan goes last: what is worked out above looks at it in its record.
    const auto active = std::find_if(record.revisions.begin(), record.revisions.end(), [](const core::Revision& each) {
        return each.status == core::RevisionStatus::active;
    });
    if (active != record.revisions.end())
        facts.active = std::move(*active);

    work.items = core::dueItems(facts, today, numbers);
    std::erase_if(work.items, [&](const core::DueItem& item) { return isHidden(row.marks, item, today); });
    return work;
}

void Worklist::put(PatientWork work) {
    const core::PatientId patient = work.patient;
    m_work.insert_or_assign(patient, std::move(work));
}

void Worklist::remove(const core::PatientId& patient) {
    m_work.erase(patient);
}

std::vector<WorklistEntry> Worklist::entries() const {
    std::vector<WorklistEntry> all;
    for (const auto& [patient, work] : m_work)
        for (const core::DueItem& item : work.items)
            all.push_back({patient, work.surname, work.given, item});
    std::sort(all.begin(), all.end(), [](const WorklistEntry& a, const WorklistEntry& b) {
        if (a.item.staysUntilEntered() != b.item.staysUntilEntered())
            return a.item.staysUntilEntered();
        return std::tie(a.item.urgency, a.item.due, a.surname, a.given, a.patient, a.item.kind) <
               std::tie(b.item.urgency, b.item.due, b.surname, b.given, b.patient, b.item.kind);
    });
    return all;
}

core::ClinicFigures Worklist::figures() const {
    core::ClinicFigures figures;
    for (const auto& [patient, work] : m_work) {
        figures.titrated += work.course == Course::titrated;
        figures.tapered += work.course == Course::tapered;
        figures.stable += work.course == Course::stable;
        figures.atMaximum += work.atMaximum;
        figures.onHold += work.onHold;
        figures.unscored += work.unscored;
        figures.pausedOrReversed += work.pausedOrReversed;
    }
    figures.overridesByRule = m_overrides;
    return figures;
}

core::Result<Worklist> loadWorklist(const Session& session, const content::Catalogue& catalogue,
                                    const TaskMonitor* monitor) {
    const core::Result<std::unique_ptr<storage::Database>> connection = session.openSecondConnection();
    if (!connection)
        return core::failure(connection.error());
    const core::Date today = session.today();
    try {
        storage::Database& database = **connection;
        database.keepPages();
        const std::vector<core::Weekday> closed = storage::ClinicStore(database).load().closedWeekdays;
        const storage::WorklistStore store(database);
        Worklist worklist;
        for (storage::WorkRow& row : store.work(today)) {
            if (monitor && monitor->cancelled())
                return core::failure(core::ErrorCode::cancelled);
            worklist.put(workOf(std::move(row), today, catalogue.numbers(), closed));
        }
        worklist.setOverrides(store.overridesByRule());
        return worklist;
    } catch (const storage::StorageError& error) {
        return core::failure(error.error());
    }
}

core::Result<void> refreshWork(const Session& session, const content::Catalogue& catalogue,
                               const core::PatientId& patient, Worklist& worklist) {
    const core::Date today = session.today();
    return session.read([&](storage::Database& database) {
        const std::vector<core::Weekday> closed = storage::ClinicStore(database).load().closedWeekdays;
        const storage::WorklistStore store(database);
        worklist.remove(patient);
        for (storage::WorkRow& row : store.work(today, patient))
            worklist.put(workOf(std::move(row), today, catalogue.numbers(), closed));
        worklist.setOverrides(store.overridesByRule());
    });
}

core::Result<void> markDone(Session& session, const core::PatientId& patient, const core::DueItem& item) {
    return keepMark(session, patient, item, "done", {}, true);
}

core::Result<void> putOff(Session& session, const core::PatientId& patient, const core::DueItem& item,
                          core::Date until) {
    const core::Date tomorrow = session.today() + 1;
    if (until < tomorrow)
        return core::failure(core::ErrorCode::outOfRange, "until",
                             {until.iso(), tomorrow.iso(), (tomorrow + 364).iso()});
    return keepMark(session, patient, item, "put-off", until, true);
}

core::Result<void> unmark(Session& session, const core::PatientId& patient, const core::DueItem& item) {
    return keepMark(session, patient, item, "open", {}, false);
}

} // namespace lento::app
