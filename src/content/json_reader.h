// A JsonReader reads one JSON object by key, strictly and exactly; the first problem is kept with the place where it
// stands.
//
// A place is "file:path", such as "products.json:products[3].mg". Every key must be asked for before done(), which
// reports any other; so the keys a format knows are listed nowhere but where they are read. After a problem, readers
// go on with harmless values: look at JsonTrouble once, at the end. Amounts are decimal milligrams with at most four
// decimals: the number is printed with four and read back, and refused unless it is the same so
// no binary fraction reaches a dose. Errors: missingField, unknownField, wrongType, emptyText,
// notAnInteger, tooManyDecimals, outOfRange, notADate, unknownName, conflictingFields, malformedFile.
#pragma once

#include "core/amount.h"
#include "core/calendar.h"
#include "core/ratio.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lento::content {

// The object that a text holds. Errors: malformedFile (subject with the line, values: the character in it), wrongType
// for anything but an object, conflictingFields for a key that stands twice in one object.
core::Result<QJsonObject> parseJsonObject(const QByteArray& text, const std::string& file);

// The first problem of a reading.
class JsonTrouble {
public:
    void add(core::ErrorCode code, std::string where, std::vector<std::string> values = {});
    void add(core::Error error);
    explicit operator bool() const noexcept { return m_first.has_value(); }
    const core::Error& first() const { return *m_first; }

private:
    std::optional<core::Error> m_first;
};

// Where a value stands.
struct JsonPlace {
    std::string file; // "request.json", or "-:3" for the third line of standard input
    std::string path; // "products[3].mg"; empty for the whole document
    JsonPlace key(std::string_view name) const;
    JsonPlace index(std::size_t number) const;
    std::string text() const; // "request.json:products[3].mg"
};

// A value with its place, for lists of mixed kinds.
struct JsonItem {
    QJsonValue value;
    JsonPlace place;
};

template <class E>
struct JsonName {
    std::string_view name;
    E value;
};

class JsonReader {
public:
    // The trouble outlives the reader.
    JsonReader(QJsonObject object, JsonPlace place, JsonTrouble& trouble);
    // The object in `item`, or wrongType.
    static JsonReader from(const JsonItem& item, JsonTrouble& trouble);

    bool has(const char* key) const;
    std::string at(const char* key) const { return m_place.key(key).text(); }
    const JsonPlace& place() const noexcept { return m_place; }
    JsonTrouble& trouble() const noexcept { return *m_trouble; }

    std::string text(const char* key);
    std::optional<std::string> optionalText(const char* key);
    std::vector<std::string> texts(const char* key); // none may be empty
    bool flag(const char* key);
    std::optional<bool> optionalFlag(const char* key);
    int integer(const char* key, int lowest, int highest);
    std::optional<int> optionalInteger(const char* key, int lowest, int highest);
    std::vector<int> integers(const char* key, int lowest, int highest);
    core::Date date(const char* key);
    std::optional<core::Date> optionalDate(const char* key);

    // A number scaled by 10^decimals; lowest and highest are scaled too.
    std::int64_t decimal(const char* key, int decimals, std::int64_t lowest, std::int64_t highest);
    std::optional<std::int64_t> optionalDecimal(const char* key, int decimals, std::int64_t lowest,
                                                std::int64_t highest);
    // More than zero, at most `highestMg`.
    core::DailyDose dailyMg(const char* key, int highestMg = mostMg);
    std::optional<core::DailyDose> optionalDailyMg(const char* key, int highestMg = mostMg);
    core::OralDose oralMg(const char* key, int highestMg = mostMg);
    std::optional<core::OralDose> optionalOralMg(const char* key, int highestMg = mostMg);
    std::optional<core::DailyDose> optionalDailyMgOrZero(const char* key, int highestMg = mostMg);
    // "2/3" or "1".
    core::Ratio ratio(const char* key);

    template <class E>
    std::optional<E> optionalOneOf(const char* key, std::span<const JsonName<E>> names) {
        const auto found = optionalText(key);
        if (!found)
            return {};
        for (const JsonName<E>& known : names)
            if (known.name == *found)
                return known.value;
        std::string all;
        for (const JsonName<E>& known : names)
            all.append(all.empty() ? "" : ", ").append(known.name);
        m_trouble->add(core::ErrorCode::unknownName, at(key), {*found, all});
        return {};
    }
    template <class E>
    E oneOf(const char* key, std::span<const JsonName<E>> names) {
        if (!has(key))
            m_trouble->add(core::ErrorCode::missingField, at(key));
        return optionalOneOf(key, names).value_or(names.front().value);
    }

    JsonReader object(const char* key);
    std::optional<JsonReader> optionalObject(const char* key);
    std::vector<JsonReader> objects(const char* key);
    std::vector<JsonItem> items(const char* key); // empty when missing
    std::vector<JsonItem> neededItems(const char* key);

    // Every key that nothing asked for is an unknownField.
    void done();

    // Far above every hard limit (UNI-1), which are findings; only slips of the keyboard end here.
    static constexpr int mostMg = 100'000;

private:
    std::optional<QJsonValue> take(const char* key);
    void need(const char* key);
    std::optional<QJsonArray> list(const char* key);

    QJsonObject m_object;
    JsonPlace m_place;
    std::vector<QString> m_asked;
    JsonTrouble* m_trouble;
};

} // namespace lento::content
