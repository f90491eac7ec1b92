#include "content/json_reader.h"

#include "core/decimal.h"

#include <QJsonDocument>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace lento::content {

using core::ErrorCode;

namespace {

constexpr int amountDecimals = 4;
constexpr std::int64_t unitsPerMilligram = 10'000;
constexpr std::int64_t nanogramsPerUnit = core::nanogramsPerMilligram / unitsPerMilligram;

std::string kindOf(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return "true or false";
    case QJsonValue::Double:
        return "a number";
    case QJsonValue::String:
        return "a text";
    case QJsonValue::Array:
        return "a list";
    case QJsonValue::Object:
        return "an object";
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return "null";
}

// The number as it was most likely written, for messages.
std::string shortText(double number) {
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toStdString();
}

// QJsonDocument keeps the last of two equal keys without a word; a dose given twice must not pass. The text is known
// to be valid JSON.
std::optional<std::string> repeatedKey(const QByteArray& text) {
    std::vector<QSet<QByteArray>> open; // one set for each open object or list
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '{' || c == '[') {
            open.emplace_back();
        } else if (c == '}' || c == ']') {
            open.pop_back();
        } else if (c == '"') {
            const qsizetype start = i++;
            while (i < text.size() && text[i] != '"')
                i += text[i] == '\\' ? 2 : 1;
            qsizetype next = i + 1;
            while (next < text.size() && std::isspace(static_cast<unsigned char>(text[next])) != 0)
                ++next;
            if (next >= text.size() || text[next] != ':')
                continue;
            QByteArray key = text.mid(start + 1, i - start - 1);
            if (key.contains('\\'))
                key = QJsonDocument::fromJson("[\"" + key + "\"]").array().at(0).toString().toUtf8();
            if (open.back().contains(key))
                return key.toStdString();
            open.back().insert(key);
        }
    }
    return {};
}

} // namespace

core::Result<QJsonObject> parseJsonObject(const QByteArray& text, const std::string& file) {
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parseError);
    if (document.isNull()) {
        const QByteArray before = text.left(parseError.offset);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - before.lastIndexOf('\n');
        const bool oneLine = !text.trimmed().contains('\n');
        return core::failure(ErrorCode::malformedFile, oneLine ? file : file + ":" + std::to_string(line),
                             {std::to_string(column)});
    }
    if (!document.isObject())
        return core::failure(ErrorCode::wrongType, file, {"an object"});
    if (const auto key = repeatedKey(text))
        return core::failure(ErrorCode::conflictingFields, file + ":" + *key, {*key, *key});
    return document.object();
}

JsonPlace JsonPlace::key(std::string_view name) const {
    return {file, path.empty() ? std::string(name) : path + "." + std::string(name)};
}

JsonPlace JsonPlace::index(std::size_t number) const {
    return {file, path + "[" + std::to_string(number) + "]"};
}

std::string JsonPlace::text() const {
    return path.empty() ? file : file + ":" + path;
}

void JsonTrouble::add(ErrorCode code, std::string where, std::vector<std::string> values) {
    add(core::Error{code, std::move(where), std::move(values)});
}

void JsonTrouble::add(core::Error error) {
    if (!m_first)
        m_first = std::move(error);
}

JsonReader::JsonReader(QJsonObject object, JsonPlace place, JsonTrouble& trouble)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_trouble(&trouble) {}

JsonReader JsonReader::from(const JsonItem& item, JsonTrouble& trouble) {
    if (!item.value.isObject())
        trouble.add(ErrorCode::wrongType, item.place.text(), {"an object", kindOf(item.value)});
    return JsonReader(item.value.toObject(), item.place, trouble);
}

bool JsonReader::has(const char* key) const {
    return m_object.contains(QLatin1String(key));
}

std::optional<QJsonValue> JsonReader::take(const char* key) {
    m_asked.emplace_back(QLatin1String(key));
    const auto found = m_object.constFind(QLatin1String(key));
    if (found == m_object.constEnd())
        return {};
    return *found;
}

void JsonReader::need(const char* key) {
    if (!has(key))
        m_trouble->add(ErrorCode::missingField, at(key), {key});
}

std::optional<std::string> JsonReader::optionalText(const char* key) {
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isString()) {
        m_trouble->add(ErrorCode::wrongType, at(key), {"a text", kindOf(*value)});
        return {};
    }
    std::string text = value->toString().toStdString();
    if (text.empty())
        m_trouble->add(ErrorCode::emptyText, at(key));
    return text;
}

std::string JsonReader::text(const char* key) {
    need(key);
    return optionalText(key).value_or(std::string());
}

std::optional<QJsonArray> JsonReader::list(const char* key) {
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isArray()) {
        m_trouble->add(ErrorCode::wrongType, at(key), {"a list", kindOf(*value)});
        return {};
    }
    return value->toArray();
}

std::vector<JsonItem> JsonReader::items(const char* key) {
    std::vector<JsonItem> all;
    if (const auto array = list(key))
        for (const auto& value : *array)
            all.push_back({value, m_place.key(key).index(all.size())});
    return all;
}

std::vector<JsonItem> JsonReader::neededItems(const char* key) {
    need(key);
    return items(key);
}

std::vector<std::string> JsonReader::texts(const char* key) {
    std::vector<std::string> all;
    for (const JsonItem& item : items(key)) {
        if (!item.value.isString())
            m_trouble->add(ErrorCode::wrongType, item.place.text(), {"a text", kindOf(item.value)});
        else if (item.value.toString().isEmpty())
            m_trouble->add(ErrorCode::emptyText, item.place.text());
        all.push_back(item.value.toString().toStdString());
    }
    return all;
}

std::optional<bool> JsonReader::optionalFlag(const char* key) {
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isBool())
        m_trouble->add(ErrorCode::wrongType, at(key), {"true or false", kindOf(*value)});
    return value->toBool();
}

bool JsonReader::flag(const char* key) {
    need(key);
    return optionalFlag(key).value_or(false);
}

namespace {

std::optional<int> wholeNumber(const JsonItem& item, int lowest, int highest, JsonTrouble& trouble) {
    const std::string where = item.place.text();
    if (!item.value.isDouble()) {
        trouble.add(ErrorCode::wrongType, where, {"a whole number", kindOf(item.value)});
        return {};
    }
    const double number = item.value.toDouble();
    if (number != std::floor(number)) {
        trouble.add(ErrorCode::notAnInteger, where, {shortText(number)});
        return {};
    }
    if (number < lowest || number > highest) {
        trouble.add(ErrorCode::outOfRange, where, {shortText(number), std::to_string(lowest), std::to_string(highest)});
        return {};
    }
    return static_cast<int>(number);
}

} // namespace

std::optional<int> JsonReader::optionalInteger(const char* key, int lowest, int highest) {
    const auto value = take(key);
    if (!value)
        return {};
    return wholeNumber({*value, m_place.key(key)}, lowest, highest, *m_trouble);
}

int JsonReader::integer(const char* key, int lowest, int highest) {
    need(key);
    return optionalInteger(key, lowest, highest).value_or(lowest);
}

std::vector<int> JsonReader::integers(const char* key, int lowest, int highest) {
    std::vector<int> all;
    for (const JsonItem& item : items(key))
        all.push_back(wholeNumber(item, lowest, highest, *m_trouble).value_or(lowest));
    return all;
}

std::optional<core::Date> JsonReader::optionalDate(const char* key) {
    const auto iso = optionalText(key);
    if (!iso)
        return {};
    const core::Result<core::Date> date = core::Date::fromIso(*iso);
    if (!date) {
        m_trouble->add(ErrorCode::notADate, at(key), {*iso});
        return {};
    }
    return *date;
}

core::Date JsonReader::date(const char* key) {
    need(key);
    return optionalDate(key).value_or(core::Date());
}

std::optional<std::int64_t> JsonReader::optionalDecimal(const char* key, int decimals, std::int64_t lowest,
                                                        std::int64_t highest) {
    const auto value = take(key);
    if (!value)
        return {};
    if (!value->isDouble()) {
        m_trouble->add(ErrorCode::wrongType, at(key), {"a number", kindOf(*value)});
        return {};
    }
    const double number = value->toDouble();
    const auto refuse = [&] {
        m_trouble->add(
            ErrorCode::outOfRange, at(key),
            {shortText(number), core::formatDecimal(lowest, decimals), core::formatDecimal(highest, decimals)});
        return std::nullopt;
    };
    constexpr double beyondEveryLimit = 1e9;
    if (!(std::abs(number) < beyondEveryLimit))
        return refuse();
    const QByteArray digits = QByteArray::number(number, 'f', decimals);
    if (digits.toDouble() != number) {
        m_trouble->add(ErrorCode::tooManyDecimals, at(key), {shortText(number), std::to_string(decimals)});
        return {};
    }
    const core::Result<std::int64_t> scaled = core::parseDecimal(digits.toStdString(), decimals);
    if (!scaled) {
        m_trouble->add(core::Error{scaled.error().code, at(key), scaled.error().values});
        return {};
    }
    if (*scaled < lowest || *scaled > highest)
        return refuse();
    return *scaled;
}

std::int64_t JsonReader::decimal(const char* key, int decimals, std::int64_t lowest, std::int64_t highest) {
    need(key);
    return optionalDecimal(key, decimals, lowest, highest).value_or(lowest);
}

std::optional<core::DailyDose> JsonReader::optionalDailyMg(const char* key, int highestMg) {
    const auto scaled = optionalDecimal(key, amountDecimals, 1, highestMg * unitsPerMilligram);
    if (!scaled)
        return {};
    return core::DailyDose::nanograms(*scaled * nanogramsPerUnit);
}

core::DailyDose JsonReader::dailyMg(const char* key, int highestMg) {
    need(key);
    return optionalDailyMg(key, highestMg).value_or(core::DailyDose::milligrams(1));
}

std::optional<core::OralDose> JsonReader::optionalOralMg(const char* key, int highestMg) {
    const auto scaled = optionalDecimal(key, amountDecimals, 1, highestMg * unitsPerMilligram);
    if (!scaled)
        return {};
    return core::OralDose::nanograms(*scaled * nanogramsPerUnit);
}

core::OralDose JsonReader::oralMg(const char* key, int highestMg) {
    need(key);
    return optionalOralMg(key, highestMg).value_or(core::OralDose::milligrams(1));
}

std::optional<core::DailyDose> JsonReader::optionalDailyMgOrZero(const char* key, int highestMg) {
    const auto scaled = optionalDecimal(key, amountDecimals, 0, highestMg * unitsPerMilligram);
    if (!scaled)
        return {};
    return core::DailyDose::nanograms(*scaled * nanogramsPerUnit);
}

core::Ratio JsonReader::ratio(const char* key) {
    const std::string written = text(key);
    const std::size_t slash = written.find('/');
    const core::Result<std::int64_t> above = core::parseDecimal(std::string_view(written).substr(0, slash), 0);
    const core::Result<std::int64_t> below = slash == std::string::npos
                                                 ? core::Result<std::int64_t>(1)
                                                 : core::parseDecimal(std::string_view(written).substr(slash + 1), 0);
    if (!above || !below || *above < 0 || *below <= 0) {
        m_trouble->add(ErrorCode::notANumber, at(key), {written});
        return {};
    }
    return {*above, *below};
}

std::optional<JsonReader> JsonReader::optionalObject(const char* key) {
    const auto value = take(key);
    if (!value)
        return {};
    return from({*value, m_place.key(key)}, *m_trouble);
}

JsonReader JsonReader::object(const char* key) {
    need(key);
    return optionalObject(key).value_or(JsonReader({}, m_place.key(key), *m_trouble));
}

std::vector<JsonReader> JsonReader::objects(const char* key) {
    std::vector<JsonReader> all;
    for (const JsonItem& item : neededItems(key))
        all.push_back(from(item, *m_trouble));
    return all;
}

void JsonReader::done() {
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it)
        if (std::find(m_asked.begin(), m_asked.end(), it.key()) == m_asked.end())
            m_trouble->add(ErrorCode::unknownField, m_place.key(it.key().toStdString()).text(),
                           {it.key().toStdString()});
}

} // namespace lento::content
