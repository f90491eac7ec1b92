#include "storage/plan_store.h"

#include "storage/database.h"
#include "storage/json_values.h"
#include "storage/names.h"
#include "storage/revision_rows.h"
#include "storage/sealed_values.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace lento::storage {

using namespace rows;

void PlanStore::insert(const core::Revision& revision) {
    const InputColumns columns = columnsOf(revision.plan.inputs);
    m_database.change("insert into plan (id, patient_id, number) values (?, ?, ?) on conflict (id) do nothing",
                      revision.planId, revision.patient, revision.planNumber);
    // The steps of an activated revision may not change, so they come while it is still a draft.
    m_database.change(
        "insert into plan_revision (id, plan_id, patient_id, version, status, kind, inputs_json, protocol_json,"
        " products_json, quantum_ng, effective_from, replaces_id, reason_sealed, rules, author, created_at,"
        " row_version) values (?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        revision.id, revision.planId, revision.patient, revision.version, nameOf(revision.plan.kind()), columns.inputs,
        columns.protocol, columnText(toJson(revision.plan.products)), revision.plan.products.quantum(),
        revision.effectiveFrom, revision.replaces, sealText(m_database.vault(), revision.id.text(), revision.reason),
        ruleText(revision.rules), revision.author, revision.createdAt);
    insertParts(revision);
    if (revision.status != core::RevisionStatus::draft)
        m_database.change("update plan_revision set status = ?, activated_by = ?, activated_at = ? where id = ?",
                          nameOf(revision.status), revision.activatedBy, revision.activatedAt, revision.id);
}

void PlanStore::insertParts(const core::Revision& revision) {
    int ordinal = 0;
    for (const core::Step& step : revision.plan.steps)
        m_database.change(
            "insert into step (revision_id, ordinal, from_date, to_date, doses_per_day, morning_ng, midday_ng,"
            " evening_ng, bedtime_ng, reason, rules, only_after_review, over_cap)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            revision.id, ++ordinal, step.span.first, step.span.last, step.split.dosesPerDay(),
            doseAt(step.split, core::DayPart::morning), doseAt(step.split, core::DayPart::midday),
            doseAt(step.split, core::DayPart::evening), doseAt(step.split, core::DayPart::bedtime), nameOf(step.reason),
            ruleText(step.rules), step.onlyAfterReview, step.overCap);
    ordinal = 0;
    for (const core::Override& given : revision.overrides)
        m_database.change(
            "insert into plan_override (revision_id, ordinal, rule, fingerprint, reason_sealed, who, given_at,"
            " second_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
            revision.id, ++ordinal, given.rule.text(), fingerprintText(given.fingerprint),
            sealText(m_database.vault(), revision.id.text(), given.reason), given.who, given.when, given.secondName);
}

void PlanStore::removeParts(const core::RevisionId& id) {
    m_database.change("delete from step where revision_id = ?", id);
    m_database.change("delete from plan_override where revision_id = ?", id);
}

std::int64_t PlanStore::updateDraft(const core::Revision& revision) {
    const InputColumns columns = columnsOf(revision.plan.inputs);
    const std::int64_t changed = m_database.change(
        "update plan_revision set kind = ?, inputs_json = ?, protocol_json = ?, products_json = ?, quantum_ng = ?,"
        " effective_from = ?, replaces_id = ?, reason_sealed = ?, rules = ?, row_version = row_version + 1"
        " where id = ? and row_version = ? and status = 'draft'",
        nameOf(revision.plan.kind()), columns.inputs, columns.protocol, columnText(toJson(revision.plan.products)),
        revision.plan.products.quantum(), revision.effectiveFrom, revision.replaces,
        sealText(m_database.vault(), revision.id.text(), revision.reason), ruleText(revision.rules), revision.id,
        revision.rowVersion);
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, "plan");
    removeParts(revision.id);
    insertParts(revision);
    return revision.rowVersion + 1;
}

void PlanStore::removeDraft(const core::RevisionId& id) {
    const core::Revision revision = load(id);
    if (revision.status != core::RevisionStatus::draft)
        throw StorageError(core::ErrorCode::recordChanged, "plan");
    removeParts(id);
    m_database.change("delete from plan_revision where id = ?", id);
    // A plan that never had another version goes with its only draft.
    m_database.change(
        "delete from plan where id = ? and not exists (select 1 from plan_revision where plan_id = plan.id)",
        revision.planId);
}

void PlanStore::activate(const Activation& activation) {
    m_database.change(
        "update plan_revision set status = 'superseded', row_version = row_version + 1 where status = 'active'"
        " and patient_id = (select patient_id from plan_revision where id = ?)",
        activation.revision);
    const std::int64_t changed = m_database.change(
        "update plan_revision set status = 'active', activated_by = ?, activated_at = ?, row_version = row_version + 1"
        " where id = ? and row_version = ? and status = 'draft'",
        activation.by, activation.at, activation.revision, activation.rowVersion);
    if (changed != 1)
        throw StorageError(core::ErrorCode::recordChanged, "plan");
    saveFindings(activation.revision, activation.checked);
}

void PlanStore::saveFindings(const core::RevisionId& revision, const CheckedFindings& checked) {
    if (m_database.change("update plan_revision set rule_set_version = ? where id = ?", checked.ruleSetVersion,
                          revision) != 1)
        throw StorageError(core::ErrorCode::recordMissing, "plan");
    int ordinal = 0;
    for (const core::Finding& finding : checked.findings) {
        QJsonArray sources;
        for (const std::string& source : finding.sources)
            sources.append(QString::fromStdString(source));
        m_database.change(
            "insert into finding (revision_id, ordinal, rule, action, step, assessed, message, inputs_json,"
            " sources_json, fingerprint) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            revision, ++ordinal, finding.rule.text(), nameOf(finding.action), finding.step, finding.assessed,
            finding.message, columnText(toJson(finding.inputs)), columnText(sources),
            fingerprintText(finding.fingerprint()));
    }
}

void PlanStore::withdraw(const core::RevisionId& id) {
    if (m_database.change("update plan_revision set status = 'withdrawn', row_version = row_version + 1"
                          " where id = ? and status = 'active'",
                          id) != 1)
        throw StorageError(core::ErrorCode::recordChanged, "plan");
}

// Reading: three queries for any number of revisions.

std::vector<core::Revision> PlanStore::loadWhere(std::string_view condition, const std::string& key) const {
    std::vector<core::Revision> revisions;
    std::unordered_map<std::string, std::size_t> places;
    const std::string where = " where " + std::string(condition);
    {
        Query row = m_database.query(
            "select r.id, r.plan_id, r.patient_id, p.number, r.version, r.status, r.inputs_json,"
            " r.protocol_json, r.products_json, r.effective_from, r.replaces_id, r.reason_sealed, r.rules,"
            " r.author, r.created_at, r.activated_by, r.activated_at, r.row_version"
            " from plan_revision r join plan p on p.id = r.plan_id" +
            where +
            " order by case when r.status = 'draft' then 1 else 0 end, r.activated_at, r.created_at,"
            " p.number, r.version, r.id");
        row.run(key);
        while (row.next()) {
            core::Revision revision = headOf(row);
            revision.plan.inputs = inputsOf(row.text(6), row.optionalText(7));
            revision.plan.products = productSetFromJson(columnObject(row.text(8)));
            revision.effectiveFrom = row.date(9);
            if (const auto replaces = row.optionalText(10))
                revision.replaces = core::RevisionId(*replaces);
            revision.reason = openText(m_database.vault(), revision.id.text(), row.blob(11));
            revision.rules = rulesOf(row.text(12));
            revision.author = row.text(13);
            revision.createdAt = row.text(14);
            revision.activatedBy = row.text(15);
            revision.activatedAt = row.text(16);
            revision.rowVersion = row.integer(17);
            places.emplace(revision.id.text(), revisions.size());
            revisions.push_back(std::move(revision));
        }
    }
    {
        Query row =
            m_database.query("select s.revision_id, s.from_date, s.to_date, s.doses_per_day, s.morning_ng, s.midday_ng,"
                             " s.evening_ng, s.bedtime_ng, s.reason, s.rules, s.only_after_review, s.over_cap"
                             " from step s join plan_revision r on r.id = s.revision_id" +
                             where + " order by s.revision_id, s.ordinal");
        row.run(key);
        while (row.next())
            revisions[places.at(row.text(0))].plan.steps.push_back(stepOf(row, 1));
    }
    {
        Query row = m_database.query("select o.revision_id, o.rule, o.fingerprint, o.reason_sealed, o.who, o.given_at,"
                                     " o.second_name"
                                     " from plan_override o join plan_revision r on r.id = o.revision_id" +
                                     where + " order by o.revision_id, o.ordinal");
        row.run(key);
        while (row.next()) {
            core::Override given;
            const std::string revision = row.text(0);
            given.rule = core::RuleId(std::string_view(row.text(1)));
            given.fingerprint = fingerprintOf(row.text(2));
            given.reason = openText(m_database.vault(), revision, row.blob(3));
            given.who = row.text(4);
            given.when = row.text(5);
            given.secondName = row.text(6);
            revisions[places.at(revision)].overrides.push_back(std::move(given));
        }
    }
    return revisions;
}

core::Revision PlanStore::load(const core::RevisionId& id) const {
    auto revisions = loadWhere("r.id = ?", id.text());
    if (revisions.empty())
        throw StorageError(core::ErrorCode::recordMissing, "plan");
    return std::move(revisions.front());
}

std::optional<core::Revision> PlanStore::active(const core::PatientId& patient) const {
    auto revisions = loadWhere("r.patient_id = ? and r.status = 'active'", patient.text());
    if (revisions.empty())
        return std::nullopt;
    return std::move(revisions.front());
}

std::vector<core::Revision> PlanStore::history(const core::PatientId& patient) const {
    return loadWhere("r.patient_id = ?", patient.text());
}

std::vector<core::Revision> PlanStore::drafts(const core::PatientId& patient) const {
    return loadWhere("r.patient_id = ? and r.status = 'draft'", patient.text());
}

// All rows come as they lie in the file, and are put in order afterwards: to have SQLite look each one up in its order
// costs more than everything else here.
std::vector<core::Revision> PlanStore::outlines(const std::optional<core::PatientId>& only) const {
    std::vector<core::Revision> revisions;
    std::unordered_map<std::string, std::size_t> places;
    std::unordered_map<std::string, core::ProductSet> products; // a clinic uses few sets
    const auto run = [&only](Query& query) { only ? query.run(*only) : query.run(); };
    {
        Query row = m_database.query(
            std::string("select r.id, r.plan_id, r.patient_id, p.number, r.version, r.status, r.kind, r.products_json,"
                        " r.effective_from, r.created_at, r.activated_at"
                        " from plan_revision r join plan p on p.id = r.plan_id"
                        " where r.status in ('active', 'superseded')") +
            (only ? " and r.patient_id = ?" : ""));
        run(row);
        while (row.next()) {
            core::Revision& revision = revisions.emplace_back(headOf(row));
            if (row.name<core::PlanKind>(6) == core::PlanKind::taper)
                revision.plan.inputs = core::TaperInputs{};
            std::string set = row.text(7);
            auto known = products.find(set);
            if (known == products.end())
                known = products.emplace(set, productSetFromJson(columnObject(set))).first;
            revision.plan.products = known->second;
            revision.effectiveFrom = row.date(8);
            revision.createdAt = row.text(9);
            revision.activatedAt = row.text(10);
            places.emplace(revision.id.text(), revisions.size() - 1);
        }
    }
    Query row = m_database.query(
        std::string("select s.revision_id, s.from_date, s.to_date, s.doses_per_day, s.morning_ng, s.midday_ng,"
                    " s.evening_ng, s.bedtime_ng, s.reason, s.only_after_review from step s") +
        (only ? " join plan_revision r on r.id = s.revision_id where r.patient_id = ?" : ""));
    run(row);
    std::string current;
    core::Revision* revision = nullptr;
    while (row.next()) {
        if (!row.holds(0, current)) {
            current = row.text(0);
            const auto place = places.find(current);
            revision = place == places.end() ? nullptr : &revisions[place->second];
        }
        if (!revision) // a draft, or withdrawn
            continue;
        revision->plan.steps.push_back(outlineOf(row, 1));
        revision->plan.steps.back().onlyAfterReview = row.boolean(9);
    }
    for (core::Revision& each : revisions)
        std::sort(each.plan.steps.begin(), each.plan.steps.end(),
                  [](const core::Step& a, const core::Step& b) { return a.span.first < b.span.first; });
    return revisions;
}

bool activatedBefore(const core::Revision& a, const core::Revision& b) {
    return std::tie(a.activatedAt, a.createdAt, a.planNumber, a.version, a.id) <
           std::tie(b.activatedAt, b.createdAt, b.planNumber, b.version, b.id);
}

CheckedFindings PlanStore::findings(const core::RevisionId& revision) const {
    CheckedFindings checked;
    {
        Query row = m_database.query("select rule_set_version from plan_revision where id = ?");
        row.run(revision);
        if (!row.next())
            throw StorageError(core::ErrorCode::recordMissing, "plan");
        checked.ruleSetVersion = row.text(0);
    }
    Query row = m_database.query("select rule, action, step, assessed, message, inputs_json, sources_json from finding"
                                 " where revision_id = ? order by ordinal");
    row.run(revision);
    while (row.next()) {
        core::Finding finding;
        finding.rule = core::RuleId(std::string_view(row.text(0)));
        finding.action = row.name<core::Action>(1);
        finding.step = row.optionalSmallInteger(2);
        finding.assessed = row.boolean(3);
        finding.message = row.text(4);
        finding.inputs = inputsFromJson(jsonArray(QByteArray::fromStdString(row.text(5))));
        for (const auto& source : jsonArray(QByteArray::fromStdString(row.text(6))))
            finding.sources.push_back(source.toString().toStdString());
        checked.findings.push_back(std::move(finding));
    }
    return checked;
}

int PlanStore::nextPlanNumber(const core::PatientId& patient) const {
    Query row = m_database.query("select coalesce(max(number), 0) + 1 from plan where patient_id = ?");
    row.run(patient);
    return row.next() ? row.smallInteger(0) : 1;
}

int PlanStore::nextVersion(const core::PlanId& plan) const {
    Query row = m_database.query("select coalesce(max(version), 0) + 1 from plan_revision where plan_id = ?");
    row.run(plan);
    return row.next() ? row.smallInteger(0) : 1;
}

} // namespace lento::storage
