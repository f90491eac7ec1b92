// The JSON of a finding and of what it saw.
#include "storage/json_reader.h"
#include "storage/json_values.h"
#include "storage/json_writer.h"

#include <type_traits>

namespace lento::storage {

namespace {

QJsonObject inputJson(const core::Input& input) {
    QJsonObject json{{QStringLiteral("name"), asText(input.name)}};
    std::visit(
        [&json](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, std::int64_t>)
                json.insert(QStringLiteral("integer"), asInteger(value));
            else if constexpr (std::is_same_v<T, double>)
                json.insert(QStringLiteral("real"), value);
            else if constexpr (std::is_same_v<T, bool>)
                json.insert(QStringLiteral("boolean"), value);
            else if constexpr (std::is_same_v<T, std::string>)
                json.insert(QStringLiteral("text"), asText(value));
            else if constexpr (std::is_same_v<T, core::DailyDose>)
                json.insert(QStringLiteral("daily_ng"), asNanograms(value));
            else if constexpr (std::is_same_v<T, core::OralDose>)
                json.insert(QStringLiteral("dose_ng"), asNanograms(value));
            else
                json.insert(QStringLiteral("date"), asDate(value));
        },
        input.value);
    return json;
}

core::Input inputOf(const QJsonObject& json) {
    JsonReader read(json);
    core::Input input;
    input.name = read.text("name");
    if (read.has("integer"))
        input.value = read.integer("integer");
    else if (read.has("real"))
        input.value = read.real("real");
    else if (read.has("boolean"))
        input.value = read.boolean("boolean");
    else if (read.has("text"))
        input.value = read.text("text");
    else if (read.has("daily_ng"))
        input.value = read.mass<core::DailyDose>("daily_ng");
    else if (read.has("dose_ng"))
        input.value = read.mass<core::OralDose>("dose_ng");
    else
        input.value = read.date("date");
    read.end();
    return input;
}

} // namespace

QJsonArray toJson(const std::vector<core::Input>& inputs) {
    QJsonArray array;
    for (const core::Input& input : inputs)
        array.append(inputJson(input));
    return array;
}

std::vector<core::Input> inputsFromJson(const QJsonArray& json) {
    std::vector<core::Input> inputs;
    for (const auto& input : json)
        inputs.push_back(inputOf(input.toObject()));
    return inputs;
}

QJsonObject toJson(const core::Finding& finding) {
    QJsonObject json{
        {QStringLiteral("rule"), asText(finding.rule.text())}, {QStringLiteral("action"), asName(finding.action)},
        {QStringLiteral("assessed"), finding.assessed},        {QStringLiteral("message"), asText(finding.message)},
        {QStringLiteral("inputs"), toJson(finding.inputs)},    {QStringLiteral("sources"), asTexts(finding.sources)}};
    putOptional(json, QLatin1String("step"), finding.step, fromCount);
    return json;
}

core::Finding findingFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Finding finding;
    finding.rule = core::RuleId(std::string_view(read.text("rule")));
    finding.action = read.name<core::Action>("action");
    finding.step = read.optionalSmallInteger("step");
    finding.assessed = read.boolean("assessed");
    finding.message = read.text("message");
    finding.inputs = inputsFromJson(read.array("inputs"));
    finding.sources = read.texts("sources");
    read.end();
    return finding;
}

} // namespace lento::storage
