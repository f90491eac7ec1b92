#include "app/region_impact.h"

#include "app/planning.h"
#include "app/record.h"
#include "app/session.h"
#include "storage/worklist_store.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lento::app {

namespace {

using Hardest = std::map<std::string, core::Finding>; // by rule

Hardest hardestOf(const std::vector<core::Finding>& findings) {
    Hardest hardest;
    for (const core::Finding& finding : findings) {
        const auto [at, isNew] = hardest.try_emplace(std::string(finding.rule.text()), finding);
        if (!isNew && finding.action > at->second.action)
            at->second = finding;
    }
    return hardest;
}

Hardest judged(const PatientRecord& record, const core::Plan& plan, const ClinicView& view, core::Date today) {
    PlanningContext context = planningContext(view.catalogue, record, today);
    context.facts.region = view.region;
    return hardestOf(viewOf(plan, context).findings);
}

std::vector<JudgedOtherwise> differences(const Hardest& now, const Hardest& then) {
    std::vector<JudgedOtherwise> all;
    const auto find = [](const Hardest& in, const std::string& rule) {
        const auto found = in.find(rule);
        return found == in.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto& [rule, finding] : now) {
        const std::optional<core::Finding> other = find(then, rule);
        if (!other || other->action != finding.action)
            all.push_back({finding, other});
    }
    for (const auto& [rule, finding] : then) {
        if (!now.contains(rule))
            all.push_back({std::nullopt, finding});
    }
    return all;
}

} // namespace

bool JudgedOtherwise::isSofter() const {
    return now && (!then || then->action < now->action);
}

core::Result<std::vector<PlanJudgedOtherwise>> judgedOtherwise(const Session& session, const ClinicView& now,
                                                               const ClinicView& then, const TaskMonitor* monitor) {
    const core::Result<std::unique_ptr<storage::Database>> connection = session.openSecondConnection();
    if (!connection)
        return core::failure(connection.error());
    const core::Date today = session.today();
    try {
        storage::Database& database = **connection;
        std::vector<PlanJudgedOtherwise> all;
        for (const storage::WorkRow& row : storage::WorklistStore(database).work(today)) {
            if (monitor && monitor->cancelled())
                return core::failure(core::ErrorCode::cancelled);
            const PatientRecord record = readRecord(database, now.catalogue.numbers(), row.who.id, today);
            for (const core::Revision* revision : {record.active(), record.draft()}) {
                if (revision == nullptr)
                    continue;
                std::vector<JudgedOtherwise> rules = differences(judged(record, revision->plan, now, today),
                                                                 judged(record, revision->plan, then, today));
                if (!rules.empty())
                    all.push_back(
                        {row.who.id, row.who.surname, row.who.given, revision == record.draft(), std::move(rules)});
            }
        }
        std::ranges::sort(all, {}, [](const PlanJudgedOtherwise& plan) {
            return std::tie(plan.surname, plan.given, plan.patient, plan.draft);
        });
        return all;
    } catch (const storage::StorageError& error) {
        return core::failure(error.error());
    }
}

} // namespace lento::app
