#include "storage/decision_store.h"

#include "storage/database.h"
#include "storage/json_reader.h"
#include "storage/json_values.h"
#include "storage/json_writer.h"
#include "storage/sealed_values.h"

#include <optional>
#include <string>

namespace lento::storage {

namespace {

std::string columnText(const QJsonArray& json) {
    return jsonText(json).toStdString();
}

std::vector<std::string> textsOf(const std::string& json) {
    std::vector<std::string> texts;
    for (const auto& text : jsonArray(QByteArray::fromStdString(json)))
        texts.push_back(text.toString().toStdString());
    return texts;
}

// A name that no version of the program ever wrote.
template <class T>
T known(const std::optional<T>& found, const std::string& name) {
    if (!found)
        throw StorageError(core::ErrorCode::fileDamaged, name);
    return *found;
}

} // namespace

void DecisionStore::save(const core::DecidedVisit& decided) {
    const auto proposal = decided.proposal ? std::optional(std::string(core::proposalName(*decided.proposal)))
                                           : std::optional<std::string>();
    const auto choice =
        decided.choice ? std::optional(std::string(core::choiceName(*decided.choice))) : std::optional<std::string>();
    m_database.change(
        "insert into visit_decision (visit_id, proposal, rule, assessed, message, inputs_json, sources_json,"
        " proposed_dose_ng, refer_for_pump, rule_set_version, choice, reason_sealed, asked_json, decided_by,"
        " decided_at, row_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
        " on conflict (visit_id) do update set proposal = excluded.proposal, rule = excluded.rule,"
        " assessed = excluded.assessed, message = excluded.message, inputs_json = excluded.inputs_json,"
        " sources_json = excluded.sources_json, proposed_dose_ng = excluded.proposed_dose_ng,"
        " refer_for_pump = excluded.refer_for_pump, rule_set_version = excluded.rule_set_version,"
        " choice = excluded.choice, reason_sealed = excluded.reason_sealed, asked_json = excluded.asked_json,"
        " decided_by = excluded.decided_by, decided_at = excluded.decided_at,"
        " row_version = visit_decision.row_version + 1",
        decided.visit, proposal, decided.row.rule.text(), decided.row.assessed, decided.row.message,
        columnText(toJson(decided.row.inputs)), columnText(asTexts(decided.row.sources)), decided.proposedDose,
        decided.referForPump, decided.ruleSetVersion, choice,
        sealText(m_database.vault(), decided.visit.text(), decided.reason), columnText(asTexts(decided.asked)),
        decided.who, decided.when);
}

std::vector<core::DecidedVisit> DecisionStore::forPatient(const core::PatientId& patient) const {
    std::vector<core::DecidedVisit> all;
    Query row = m_database.query(
        "select d.visit_id, d.proposal, d.rule, d.assessed, d.message, d.inputs_json, d.sources_json,"
        " d.proposed_dose_ng, d.refer_for_pump, d.rule_set_version, d.choice, d.reason_sealed, d.asked_json,"
        " d.decided_by, d.decided_at from visit_decision d join visit v on v.id = d.visit_id where v.patient_id = ?"
        " order by v.on_date, v.recorded_at, v.id");
    row.run(patient);
    while (row.next()) {
        core::DecidedVisit decided;
        decided.visit = row.id<core::VisitId>(0);
        if (const auto proposal = row.optionalText(1))
            decided.proposal = known(core::proposalFromName(*proposal), *proposal);
        decided.row.rule = core::RuleId(std::string_view(row.text(2)));
        decided.row.action = core::Action::propose;
        decided.row.assessed = row.boolean(3);
        decided.row.message = row.text(4);
        decided.row.inputs = inputsFromJson(jsonArray(QByteArray::fromStdString(row.text(5))));
        decided.row.sources = textsOf(row.text(6));
        if (!row.isNull(7))
            decided.proposedDose = row.amount<core::DailyDose>(7);
        decided.referForPump = row.optionalBoolean(8);
        decided.ruleSetVersion = row.text(9);
        if (const auto choice = row.optionalText(10))
            decided.choice = known(core::choiceFromName(*choice), *choice);
        decided.reason = openText(m_database.vault(), decided.visit.text(), row.blob(11));
        decided.asked = textsOf(row.text(12));
        decided.who = row.text(13);
        decided.when = row.text(14);
        all.push_back(std::move(decided));
    }
    return all;
}

} // namespace lento::storage
