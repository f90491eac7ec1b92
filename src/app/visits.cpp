#include "app/visits.h"

#include "app/session.h"
#include "app/timeline.h"
#include "storage/decision_store.h"
#include "storage/draft_store.h"
#include "storage/json_values.h"
#include "storage/visit_store.h"

#include <algorithm>

namespace lento::app {

namespace {

core::Result<void> done(const core::Result<ChangeSet>& performed) {
    return performed ? core::Result<void>() : core::failure(performed.error());
}

bool isBefore(const core::Visit& visit, core::Date day) {
    return !visit.draft && visit.on < day;
}

} // namespace

namespace {

core::Result<core::Visit> saveWhole(Session& session, const core::Visit& visit, core::DecidedVisit* decided) {
    if (const core::Result<void> valid = core::validate(visit, session.today()); !valid)
        return core::failure(valid.error());
    core::Visit saved = visit;
    const bool isNew = visit.id.isNull();
    if (isNew) {
        saved.id = session.newId<core::VisitId>();
        saved.rowVersion = 1;
    }
    saved.draft = false;
    saved.author = session.userName();
    saved.recordedAt = session.nowUtc();
    if (decided) {
        if (const core::Result<void> valid = core::validate(*decided); !valid)
            return core::failure(valid.error());
        decided->visit = saved.id;
        decided->who = saved.author;
        decided->when = saved.recordedAt;
    }
    const auto performed = session.perform(
        isNew ? Operation::recordVisit : Operation::editVisit, {saved.patient, {}},
        [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
            storage::VisitStore visits(database);
            note.subject = saved.id.text();
            if (isNew) {
                visits.insert(saved);
            } else {
                QJsonObject before = storage::toJson(visits.load(saved.id));
                for (const core::DecidedVisit& earlier : storage::DecisionStore(database).forPatient(saved.patient)) {
                    if (earlier.visit == saved.id)
                        before.insert(QStringLiteral("decided"), storage::toJson(earlier));
                }
                note.before = storage::jsonText(before);
                saved.rowVersion = visits.update(saved);
            }
            QJsonObject after = storage::toJson(saved);
            if (decided) {
                storage::DecisionStore(database).save(*decided);
                after.insert(QStringLiteral("decided"), storage::toJson(*decided));
            }
            note.after = storage::jsonText(after);
            storage::DraftStore(database).remove(saved.patient, storage::DraftKind::visit);
            return {};
        });
    if (!performed)
        return core::failure(performed.error());
    return saved;
}

} // namespace

core::Result<core::Visit> saveVisit(Session& session, const core::Visit& visit) {
    return saveWhole(session, visit, nullptr);
}

core::Result<core::Visit> saveVisit(Session& session, const core::Visit& visit, core::DecidedVisit decided) {
    return saveWhole(session, visit, &decided);
}

core::Result<void> saveVisitDraft(Session& session, const core::Visit& visit) {
    return done(session.perform(
        Operation::saveDraft, {visit.patient, {}}, [&](storage::Database& database) -> core::Result<void> {
            storage::DraftStore(database).save({visit.patient, storage::DraftKind::visit,
                                                storage::jsonText(storage::toJson(visit)), session.nowUtc()});
            return {};
        }));
}

core::Result<std::optional<core::Visit>> loadVisitDraft(Session& session, const core::PatientId& patient) {
    return session.read([&](storage::Database& database) -> std::optional<core::Visit> {
        const auto kept = storage::DraftStore(database).find(patient, storage::DraftKind::visit);
        if (!kept)
            return std::nullopt;
        return storage::visitFromJson(storage::jsonObject(kept->payload));
    });
}

core::Result<void> discardVisitDraft(Session& session, const core::PatientId& patient) {
    return done(
        session.perform(Operation::discardDraft, {patient, {}}, [&](storage::Database& database) -> core::Result<void> {
            storage::DraftStore(database).remove(patient, storage::DraftKind::visit);
            return {};
        }));
}

core::Result<core::DiaryDay> markDay(Session& session, const core::DiaryDay& day) {
    if (day.on > session.today())
        return core::failure(core::ErrorCode::outOfRange, "on", {day.on.iso(), "", session.today().iso()});
    core::DiaryDay marked = day;
    const auto performed = session.perform(Operation::markDiary, {day.patient, {}},
                                           [&](storage::Database& database, AuditNote& note) -> core::Result<void> {
                                               storage::VisitStore visits(database);
                                               const auto before = visits.diaryDays(day.patient, {day.on, day.on});
                                               if (!before.empty())
                                                   note.before = storage::jsonText(storage::toJson(before.front()));
                                               marked.rowVersion = visits.saveDiaryDay(day);
                                               note.after = storage::jsonText(storage::toJson(marked));
                                               return {};
                                           });
    if (!performed)
        return core::failure(performed.error());
    return marked;
}

Comparison compareBefore(const PatientRecord& record, core::Date day) {
    Comparison found;
    for (const core::Visit& visit : record.visits) {
        if (!isBefore(visit, day))
            continue;
        const auto masMean = core::masMeanThousandths(visit, core::MasCoding::onePlusAsOneAndAHalf);
        if (!masMean && !visit.nrsTenths && !visit.pennFrequency)
            continue;
        if (!found.baselineOn)
            found.baselineOn = visit.on;
        found.lastOn = visit.on;
        if (masMean) {
            found.masMeanLast = masMean;
            found.masMeanBaseline = found.masMeanBaseline.value_or(*masMean);
        }
        if (visit.nrsTenths) {
            found.nrsLast = visit.nrsTenths;
            found.nrsBaseline = found.nrsBaseline.value_or(*visit.nrsTenths);
        }
        if (visit.pennFrequency) {
            found.pennFrequencyLast = visit.pennFrequency;
            found.pennSeverityLast = visit.pennSeverity;
        }
    }
    return found;
}

std::optional<core::Mas> lastLevel(const PatientRecord& record, const std::string& muscleGroup, core::Side side,
                                   core::Date before) {
    for (auto visit = record.visits.rbegin(); visit != record.visits.rend(); ++visit) {
        if (!isBefore(*visit, before))
            continue;
        const auto score = std::find_if(visit->mas.begin(), visit->mas.end(), [&](const core::MasScore& each) {
            return each.muscleGroup == muscleGroup && each.side == side;
        });
        if (score != visit->mas.end())
            return score->level;
    }
    return std::nullopt;
}

std::optional<int> diaryAdherenceTenths(const PatientRecord& record, core::Date day, const core::RuleNumbers& numbers) {
    const DoseTimeline timeline(record);
    int taken = 0;
    int marked = 0;
    for (const core::DiaryDay& diaryDay : record.diary) {
        if (diaryDay.on >= day || diaryDay.on < day - numbers.vis4.countedDays)
            continue;
        const std::optional<DayDose> prescribed = timeline.on(diaryDay.on);
        if (!prescribed)
            continue;
        for (const core::DayPart part : prescribed->split.parts()) {
            const core::Taken mark = diaryDay.parts[static_cast<std::size_t>(part)];
            if (prescribed->split.at(part).isZero() || mark == core::Taken::notMarked)
                continue;
            ++marked;
            taken += mark == core::Taken::taken ? 1 : 0;
        }
    }
    if (marked == 0)
        return std::nullopt;
    return (2000 * taken + marked) / (2 * marked);
}

} // namespace lento::app
