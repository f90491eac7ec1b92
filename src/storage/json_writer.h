// Single values as JSON: the small pieces from which json_values and record_json put objects together.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/finding.h"
#include "core/ids.h"
#include "storage/names.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lento::storage {

inline QString asText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// QJsonValue keeps a 64-bit integer exactly.
inline QJsonValue asInteger(std::int64_t value) {
    return QJsonValue(static_cast<qint64>(value));
}

template <class Tag>
QJsonValue asNanograms(core::Mass<Tag> mass) {
    return asInteger(mass.inNanograms());
}

inline QJsonValue asDate(core::Date date) {
    return QJsonValue(asText(date.iso()));
}

template <class Tag>
QJsonValue asId(const core::Id<Tag>& id) {
    return QJsonValue(asText(id.text()));
}

template <class E>
QJsonValue asName(E value) {
    return QJsonValue(asText(nameOf(value)));
}

template <class E>
QJsonArray asNames(const std::vector<E>& values) {
    QJsonArray array;
    for (const E value : values)
        array.append(asName(value));
    return array;
}

inline QJsonArray asTexts(const std::vector<std::string>& texts) {
    QJsonArray array;
    for (const std::string& text : texts)
        array.append(asText(text));
    return array;
}

inline QJsonArray asRules(const std::vector<core::RuleId>& rules) {
    QJsonArray array;
    for (const core::RuleId& rule : rules)
        array.append(asText(rule.text()));
    return array;
}

// Puts a value only when there is one.
template <class T, class Convert>
void putOptional(QJsonObject& json, QLatin1String key, const std::optional<T>& value, Convert convert) {
    if (value)
        json.insert(key, convert(*value));
}

inline constexpr auto fromBool = [](bool value) { return QJsonValue(value); };
inline constexpr auto fromCount = [](auto value) { return asInteger(value); };
inline constexpr auto fromMass = [](auto mass) { return asNanograms(mass); };
inline constexpr auto fromId = [](const auto& id) { return asId(id); };

} // namespace lento::storage
