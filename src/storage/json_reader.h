// A JsonReader takes an object apart key by key; a key that is missing, of another type, or left over is fileDamaged,
// by name.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/finding.h"
#include "storage/names.h"
#include "storage/storage_error.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace lento::storage {

class JsonReader {
public:
    explicit JsonReader(QJsonObject json)
        : m_json(std::move(json)) {}

    bool has(const char* key) const { return m_json.contains(QLatin1String(key)); }
    std::string text(const char* key) { return textOf(key, take(key)); }
    bool boolean(const char* key) {
        const QJsonValue value = take(key);
        return value.isBool() ? value.toBool() : wrong<bool>(key);
    }
    std::int64_t integer(const char* key) { return integerOf(key, take(key)); }
    std::int64_t natural(const char* key) { return naturalOf(key, take(key)); }
    int smallInteger(const char* key) { return smallOf(key, take(key)); }
    double real(const char* key) {
        const QJsonValue value = take(key);
        return value.isDouble() ? value.toDouble() : wrong<double>(key);
    }
    core::Date date(const char* key) {
        const auto parsed = core::Date::fromIso(text(key));
        return parsed ? *parsed : wrong<core::Date>(key);
    }
    template <class Amount>
    Amount mass(const char* key) {
        return Amount::nanograms(natural(key));
    }
    template <class E>
    E name(const char* key) {
        return fromName<E>(text(key));
    }
    QJsonObject object(const char* key) {
        const QJsonValue value = take(key);
        return value.isObject() ? value.toObject() : wrong<QJsonObject>(key);
    }
    QJsonArray array(const char* key) {
        const QJsonValue value = take(key);
        return value.isArray() ? value.toArray() : wrong<QJsonArray>(key);
    }

    std::optional<std::string> optionalText(const char* key) {
        return ifThere(key, [&] { return text(key); });
    }
    std::optional<bool> optionalBoolean(const char* key) {
        return ifThere(key, [&] { return boolean(key); });
    }
    std::optional<int> optionalSmallInteger(const char* key) {
        return ifThere(key, [&] { return smallInteger(key); });
    }
    std::optional<core::Date> optionalDate(const char* key) {
        return ifThere(key, [&] { return date(key); });
    }
    std::optional<QJsonObject> optionalObject(const char* key) {
        return ifThere(key, [&] { return object(key); });
    }
    template <class Amount>
    std::optional<Amount> optionalMass(const char* key) {
        return ifThere(key, [&] { return mass<Amount>(key); });
    }

    std::vector<std::string> texts(const char* key) {
        return each<std::string>(key, [&](const QJsonValue& value) { return textOf(key, value); });
    }
    std::vector<core::RuleId> rules(const char* key) {
        return each<core::RuleId>(
            key, [&](const QJsonValue& value) { return core::RuleId(std::string_view(textOf(key, value))); });
    }
    std::vector<int> smallIntegers(const char* key) {
        return each<int>(key, [&](const QJsonValue& value) { return smallOf(key, value); });
    }
    std::vector<std::int64_t> naturals(const char* key) {
        return each<std::int64_t>(key, [&](const QJsonValue& value) { return naturalOf(key, value); });
    }
    template <class E>
    std::vector<E> names(const char* key) {
        return each<E>(key, [&](const QJsonValue& value) { return fromName<E>(textOf(key, value)); });
    }
    std::vector<QJsonObject> objects(const char* key) {
        return each<QJsonObject>(key, [&](const QJsonValue& value) {
            return value.isObject() ? value.toObject() : wrong<QJsonObject>(key);
        });
    }

    // Nothing may be left that nobody asked for.
    void end() const {
        if (!m_json.isEmpty())
            throw StorageError(core::ErrorCode::fileDamaged, m_json.begin().key().toStdString());
    }

private:
    template <class T>
    [[noreturn]] static T wrong(const char* key) {
        throw StorageError(core::ErrorCode::fileDamaged, key);
    }
    QJsonValue take(const char* key) { return m_json.take(QLatin1String(key)); }
    static std::string textOf(const char* key, const QJsonValue& value) {
        return value.isString() ? value.toString().toStdString() : wrong<std::string>(key);
    }
    static std::int64_t integerOf(const char* key, const QJsonValue& value) {
        // What is no integer gives either default.
        const std::int64_t found = value.toInteger(0);
        return found == value.toInteger(1) ? found : wrong<std::int64_t>(key);
    }
    static std::int64_t naturalOf(const char* key, const QJsonValue& value) {
        const std::int64_t found = integerOf(key, value);
        return found >= 0 ? found : wrong<std::int64_t>(key);
    }
    static int smallOf(const char* key, const QJsonValue& value) {
        const std::int64_t found = integerOf(key, value);
        const bool fits = found >= std::numeric_limits<int>::min() && found <= std::numeric_limits<int>::max();
        return fits ? static_cast<int>(found) : wrong<int>(key);
    }
    template <class Fn>
    auto ifThere(const char* key, Fn fn) -> std::optional<decltype(fn())> {
        if (!has(key))
            return std::nullopt;
        return fn();
    }
    template <class T, class Fn>
    std::vector<T> each(const char* key, Fn fn) {
        std::vector<T> values;
        for (const auto& value : array(key))
            values.push_back(fn(QJsonValue(value)));
        return values;
    }

    QJsonObject m_json;
};

} // namespace lento::storage
