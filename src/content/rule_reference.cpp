#include "content/rule_reference.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lento::content {

namespace {

using core::ErrorCode;

core::Result<QJsonObject> objectIn(const QString& root, const QString& name) {
    QFile file(root + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly))
        return core::failure(ErrorCode::missingResource, name.toStdString());
    QJsonParseError trouble{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &trouble);
    if (!document.isObject())
        return core::failure(ErrorCode::malformedFile, name.toStdString(), {std::to_string(trouble.offset)});
    return document.object();
}

std::string text(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString().toStdString();
}

std::vector<std::string> texts(const QJsonObject& object, const char* key) {
    std::vector<std::string> all;
    for (const auto& each : object.value(QLatin1String(key)).toArray())
        all.push_back(each.toString().toStdString());
    return all;
}

std::string valueText(const QJsonValue& value) {
    if (value.isString())
        return value.toString().toStdString();
    if (value.isBool())
        return value.toBool() ? "yes" : "no";
    return QString::number(value.toDouble(), 'g', 10).toStdString();
}

// What tells one member of a list from another.
std::string partName(const QJsonObject& member, int place) {
    for (const char* key : {"band", "region"}) {
        if (member.contains(QLatin1String(key)))
            return text(member, key);
    }
    return std::to_string(place);
}

void addNumbers(const QJsonObject& object, const std::string& group, const std::string& part,
                std::vector<RuleNumber>& numbers) {
    for (auto member = object.begin(); member != object.end(); ++member) {
        const std::string name = member.key().toStdString();
        if (name == "rule" || name == "sources" || (name == "band" || name == "region"))
            continue;
        if (member->isObject()) {
            addNumbers(member->toObject(), name, {}, numbers);
        } else if (!member->isArray()) {
            numbers.push_back({name, valueText(member.value()), group, part});
        } else {
            int place = 0;
            std::string words;
            for (const auto& each : member->toArray()) {
                if (each.isObject())
                    addNumbers(each.toObject(), name, partName(each.toObject(), ++place), numbers);
                else
                    words += (words.empty() ? "" : ", ") + valueText(each);
            }
            if (!words.empty())
                numbers.push_back({name, words, group, part});
        }
    }
}

} // namespace

core::Result<RuleReference> RuleReference::load(const QString& root) {
    RuleReference reference;
    const auto numbers = objectIn(root, QStringLiteral("rules/numbers.json"));
    const auto hazards = objectIn(root, QStringLiteral("rules/hazards.json"));
    const auto reasons = objectIn(root, QStringLiteral("rules/reasons.json"));
    for (const auto* read : {&numbers, &hazards, &reasons})
        if (!*read)
            return core::failure(read->error());

    for (const auto& entry : numbers->value(QLatin1String("numbers")).toArray()) {
        const QJsonObject group = entry.toObject();
        addNumbers(group, {}, {}, reference.m_numbers[text(group, "rule")]);
        reference.m_numberSources[text(group, "rule")] = texts(group, "sources");
    }
    for (const auto& entry : reasons->value(QLatin1String("reasons")).toArray())
        reference.m_reasons[text(entry.toObject(), "rule")] = text(entry.toObject(), "reason");
    for (const auto& entry : hazards->value(QLatin1String("hazards")).toArray()) {
        const QJsonObject each = entry.toObject();
        reference.m_hazards.push_back({text(each, "id"), text(each, "title"), text(each, "cause"), text(each, "harm"),
                                       text(each, "severity"), texts(each, "controls"), texts(each, "where"),
                                       texts(each, "rules"), texts(each, "tests"), text(each, "open")});
    }
    // Made by the build from the tree itself (tests/traceability.cmake); a build for everyday work does without.
    if (const auto traced = objectIn(root, QStringLiteral("traceability.json")))
        for (const auto& entry : traced->value(QLatin1String("rules")).toArray()) {
            const QJsonObject each = entry.toObject();
            reference.m_trace[text(each, "rule")] = {texts(each, "code"), texts(each, "data"), texts(each, "tests")};
        }
    return reference;
}

const std::vector<RuleNumber>& RuleReference::numbers(const std::string& rule) const {
    static const std::vector<RuleNumber> none;
    const auto found = m_numbers.find(rule);
    return found == m_numbers.end() ? none : found->second;
}

const std::vector<std::string>& RuleReference::numberSources(const std::string& rule) const {
    static const std::vector<std::string> none;
    const auto found = m_numberSources.find(rule);
    return found == m_numberSources.end() ? none : found->second;
}

const RuleTrace* RuleReference::trace(const std::string& rule) const {
    const auto found = m_trace.find(rule);
    return found == m_trace.end() ? nullptr : &found->second;
}

std::string RuleReference::reason(const std::string& rule) const {
    const auto found = m_reasons.find(rule);
    return found == m_reasons.end() ? std::string() : found->second;
}

} // namespace lento::content
