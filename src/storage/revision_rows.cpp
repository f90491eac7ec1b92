#include "storage/revision_rows.h"

#include "storage/json_values.h"
#include "storage/names.h"

#include <algorithm>

namespace lento::storage::rows {

std::string ruleText(const std::vector<core::RuleId>& rules) {
    std::string text;
    for (const core::RuleId& rule : rules) {
        if (!text.empty())
            text += ' ';
        text += rule.text();
    }
    return text;
}

std::vector<core::RuleId> rulesOf(std::string_view text) {
    std::vector<core::RuleId> rules;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        rules.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rules;
}

std::optional<core::OralDose> doseAt(const core::DoseSplit& split, core::DayPart part) {
    const auto parts = split.parts();
    if (std::find(parts.begin(), parts.end(), part) == parts.end())
        return std::nullopt;
    return split.at(part);
}

QString columnText(const QJsonObject& json) {
    return QString::fromUtf8(jsonText(json));
}

QString columnText(const QJsonArray& json) {
    return QString::fromUtf8(jsonText(json));
}

QJsonObject columnObject(const std::string& text) {
    return jsonObject(QByteArray::fromStdString(text));
}

InputColumns columnsOf(const core::PlanInputs& inputs) {
    QJsonObject json = toJson(inputs);
    InputColumns columns;
    if (json.contains(QLatin1String("protocol")))
        columns.protocol = columnText(json.take(QLatin1String("protocol")).toObject());
    columns.inputs = columnText(json);
    return columns;
}

core::PlanInputs inputsOf(const std::string& inputs, const std::optional<std::string>& protocol) {
    QJsonObject json = columnObject(inputs);
    if (protocol)
        json.insert(QStringLiteral("protocol"), columnObject(*protocol));
    return planInputsFromJson(json);
}

core::Step outlineOf(const Query& row, int first) {
    core::Step step;
    step.span = {row.date(first), row.optionalDate(first + 1)};
    const int doses = row.smallInteger(first + 2);
    if (doses < 0 || doses > core::mostDosesPerDay)
        throw StorageError(core::ErrorCode::fileDamaged, "doses_per_day");
    if (doses > 0) {
        step.split = core::DoseSplit(doses);
        const auto parts = step.split.parts();
        for (int i = 0; i < doses; ++i)
            step.split.set(
                i, row.amount<core::OralDose>(first + 3 + static_cast<int>(parts[static_cast<std::size_t>(i)])));
    }
    step.reason = row.name<core::StepReason>(first + 7);
    return step;
}

core::Step stepOf(const Query& row, int first) {
    core::Step step = outlineOf(row, first);
    step.rules = rulesOf(row.text(first + 8));
    step.onlyAfterReview = row.boolean(first + 9);
    step.overCap = row.boolean(first + 10);
    return step;
}

core::Revision headOf(const Query& row) {
    core::Revision revision;
    revision.id = row.id<core::RevisionId>(0);
    revision.planId = row.id<core::PlanId>(1);
    revision.patient = row.id<core::PatientId>(2);
    revision.planNumber = row.smallInteger(3);
    revision.version = row.smallInteger(4);
    revision.status = row.name<core::RevisionStatus>(5);
    return revision;
}

} // namespace lento::storage::rows
