#include "content/protocol_file.h"

#include "content/catalogue.h"
#include "content/names.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <set>

namespace lento::content {

using core::ErrorCode;

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int highestMg = 300; // UNI-1
constexpr int longestDays = 365;
constexpr int oldestYears = 130;
constexpr int weightDecimals = 3;
constexpr double nanogramsPerMg = 1e6;
constexpr double gramsPerKg = 1e3;

double inMg(core::DailyDose dose) {
    return static_cast<double>(dose.inNanograms()) / nanogramsPerMg;
}

double inMg(core::OralDose dose) {
    return static_cast<double>(dose.inNanograms()) / nanogramsPerMg;
}

double inMgPerKg(core::PerWeight amount) {
    return static_cast<double>(amount.nanogramsPerGram) / gramsPerKg;
}

// Each number stands once: a file names the rule that holds it.
QJsonObject withNumbersOfRules(QJsonObject object, const core::RuleNumbers& numbers) {
    const std::pair<std::pair<QLatin1String, QLatin1String>, double> held[] = {
        {{"start_mg_per_kg"_L1, "PED-1"_L1}, inMgPerKg(numbers.ped1.start)},
        {{"increment_mg_per_kg"_L1, "PED-2"_L1}, inMgPerKg(numbers.ped2.increment)},
        {{"most_increment_mg"_L1, "PED-2"_L1}, inMg(numbers.ped2.most)},
        {{"interval_days"_L1, "PED-2"_L1}, static_cast<double>(numbers.ped2.intervalDays)},
        {{"goal_mg_per_kg"_L1, "PED-3"_L1}, inMgPerKg(numbers.ped3.lowest)},
        {{"ceiling_mg"_L1, "PED-4"_L1}, inMg(numbers.ped4.older)},
    };
    for (const auto& [name, number] : held) {
        if (object.value(name.first).toString() == name.second)
            object.insert(name.first, number);
    }
    return object;
}

std::vector<core::Region> readRegions(JsonReader& reader) {
    std::vector<core::Region> all;
    for (const JsonItem& item : reader.neededItems("regions")) {
        const std::string name = item.value.toString().toStdString();
        const auto known = std::ranges::find(regionNames, name, &JsonName<core::Region>::name);
        if (known == regionNames.end())
            reader.trouble().add(ErrorCode::unknownName, item.place.text(), {name, "US, UK, FR, OTHER"});
        else
            all.push_back(known->value);
    }
    return all;
}

core::PerWeight perWeight(JsonReader& reader, const char* key) {
    return {reader.decimal(key, weightDecimals, 1, 100'000)};
}

std::optional<std::int32_t> optionalGrams(JsonReader& reader, const char* key) {
    const auto grams = reader.optionalDecimal(key, weightDecimals, 1, 500'000);
    return grams ? std::optional(static_cast<std::int32_t>(*grams)) : std::nullopt;
}

void readPopulation(JsonReader& reader, core::Protocol& protocol) {
    protocol.fromAgeYears = reader.integer("from_age_years", 0, oldestYears);
    protocol.belowAgeYears = reader.optionalInteger("below_age_years", 1, oldestYears);
    protocol.fromWeightGrams = optionalGrams(reader, "from_weight_kg");
    protocol.belowWeightGrams = optionalGrams(reader, "below_weight_kg");
    protocol.lowestBand = reader.optionalOneOf<core::RenalBand>("lowest_renal_band", renalBandNames);
    if (protocol.belowAgeYears && *protocol.belowAgeYears <= protocol.fromAgeYears)
        reader.trouble().add(ErrorCode::conflictingFields, reader.at("below_age_years"),
                             {"from_age_years", "below_age_years"});
    if (protocol.fromWeightGrams && protocol.belowWeightGrams &&
        *protocol.belowWeightGrams <= *protocol.fromWeightGrams)
        reader.trouble().add(ErrorCode::conflictingFields, reader.at("below_weight_kg"),
                             {"from_weight_kg", "below_weight_kg"});
}

void readAmounts(JsonReader& reader, core::Protocol& protocol) {
    constexpr const char* weightKeys[] = {"start_mg_per_kg", "increment_mg_per_kg", "most_increment_mg",
                                          "goal_mg_per_kg"};
    const bool byWeight = std::ranges::any_of(weightKeys, [&](const char* key) { return reader.has(key); });
    if (!byWeight) {
        protocol.start = reader.dailyMg("start_mg", highestMg);
        protocol.increment = reader.dailyMg("increment_mg", highestMg);
        protocol.defaultGoal = reader.optionalDailyMg("goal_mg", highestMg);
        return;
    }
    for (const char* fixed : {"start_mg", "increment_mg", "goal_mg"}) {
        if (reader.has(fixed))
            reader.trouble().add(ErrorCode::conflictingFields, reader.at(fixed), {fixed, "start_mg_per_kg"});
    }
    core::WeightDosing dosing;
    dosing.start = perWeight(reader, "start_mg_per_kg");
    dosing.increment = perWeight(reader, "increment_mg_per_kg");
    dosing.mostIncrement = reader.dailyMg("most_increment_mg", highestMg);
    dosing.goal = perWeight(reader, "goal_mg_per_kg");
    protocol.byWeight = dosing;
}

void readLimits(JsonReader& reader, core::Protocol& protocol) {
    protocol.ceiling = reader.dailyMg("ceiling_mg", highestMg);
    protocol.softCeiling = reader.optionalDailyMg("soft_ceiling_mg", highestMg);
    protocol.singleDoseCap = reader.oralMg("single_dose_cap_mg", highestMg);
    protocol.quantumAtMost = reader.optionalOralMg("quantum_at_most_mg", highestMg);
    const auto notAbove = [&](core::DailyDose lower, const char* key) {
        if (lower > protocol.ceiling)
            reader.trouble().add(ErrorCode::conflictingFields, reader.at(key), {key, "ceiling_mg"});
    };
    notAbove(protocol.start, "start_mg");
    notAbove(protocol.defaultGoal.value_or(core::DailyDose()), "goal_mg");
    notAbove(protocol.softCeiling.value_or(core::DailyDose()), "soft_ceiling_mg");
}

void readAdoption(JsonReader& reader, core::Protocol& protocol) {
    protocol.basedOn = reader.optionalText("based_on").value_or("");
    protocol.adoptedBy = reader.optionalText("adopted_by").value_or("");
    protocol.adoptedOn = reader.optionalDate("adopted_on");
}

// An id is part of file names, audit lines and requests.
void checkId(JsonReader& reader, const std::string& id) {
    static const QRegularExpression form(u"^[A-Z]+(-[A-Z0-9]+)+$"_s);
    if (!id.empty() && !form.match(QString::fromStdString(id)).hasMatch())
        reader.trouble().add(ErrorCode::unknownName, reader.at("id"),
                             {id, "capital letters and digits in two or more parts, such as OWN-SLOW"});
}

// What a file names must be known; the first that is not.
core::Result<void> checkReferences(const core::Protocol& protocol, const std::string& file, const Catalogue& known) {
    const auto place = [&](const char* key) { return JsonPlace{file, {}}.key(key).text(); };
    if (known.rule(protocol.ruleId) == nullptr)
        return core::failure(ErrorCode::notFound, place("rule"), {protocol.ruleId});
    for (const std::string& source : protocol.sources) {
        if (known.source(source) == nullptr)
            return core::failure(ErrorCode::notFound, place("sources"), {source});
    }
    if (protocol.sources.empty())
        return core::failure(ErrorCode::missingField, place("sources"), {"sources"});
    if (core::indicationNamed(known.numbers().indications, protocol.indication) == nullptr)
        return core::failure(ErrorCode::notFound, place("indication"), {protocol.indication});
    const core::Protocol* same = known.protocol(protocol.id);
    if (same != nullptr && same->basedOn.empty() && !same->isClinics())
        return core::failure(ErrorCode::conflictingFields, place("id"), {protocol.id, "the built-in " + protocol.id});
    if (protocol.isDefault) // which protocol comes first is not a file's to say
        return core::failure(ErrorCode::unknownField, place("default"), {"default"});
    return {};
}

// based_on leads, over known protocols and those beside it, to one that rests on nothing.
core::Result<void> checkBase(const core::Protocol& protocol, const std::string& file,
                             const std::vector<core::Protocol>& beside, const Catalogue& known) {
    std::set<std::string, std::less<>> passed{protocol.id};
    const core::Protocol* at = &protocol;
    while (!at->basedOn.empty()) {
        const std::string where = JsonPlace{file, {}}.key("based_on").text();
        if (!passed.insert(at->basedOn).second)
            return core::failure(ErrorCode::conflictingFields, where, {at->id, at->basedOn});
        const auto next = std::ranges::find(beside, at->basedOn, &core::Protocol::id);
        const core::Protocol* base = next != beside.end() ? &*next : known.protocol(at->basedOn);
        if (base == nullptr)
            return core::failure(ErrorCode::notFound, where, {at->basedOn});
        at = base;
    }
    return {};
}

core::Result<core::Protocol> readOne(const QByteArray& text, const std::string& file, const Catalogue& known) {
    const core::Result<QJsonObject> object = parseJsonObject(text, file);
    if (!object)
        return core::failure(object.error());
    JsonTrouble trouble;
    core::Protocol protocol = readProtocol(*object, file, known.numbers(), trouble);
    if (trouble)
        return core::failure(trouble.first());
    if (const core::Result<void> good = checkReferences(protocol, file, known); !good)
        return core::failure(good.error());
    return protocol;
}

template <class Values>
QJsonArray listOf(const Values& values) {
    QJsonArray list;
    for (const auto& value : values) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string>)
            list.append(QString::fromStdString(value));
        else
            list.append(value);
    }
    return list;
}

template <class E, std::size_t n>
QString nameOf(const std::array<JsonName<E>, n>& names, E value) {
    return QString::fromUtf8(std::ranges::find(names, value, &JsonName<E>::value)->name.data());
}

} // namespace

core::Protocol readProtocol(const QJsonObject& object, const std::string& file, const core::RuleNumbers& numbers,
                            JsonTrouble& trouble) {
    JsonReader reader(withNumbersOfRules(object, numbers), {file, {}}, trouble);
    core::Protocol protocol;
    protocol.id = reader.text("id");
    checkId(reader, protocol.id);
    protocol.ruleId = reader.text("rule");
    protocol.version = reader.integer("version", 1, 9999);
    protocol.title = reader.text("title");
    protocol.edition = reader.text("edition");
    protocol.sources = reader.texts("sources");
    protocol.regions = readRegions(reader);
    protocol.indication = reader.text("indication");
    readPopulation(reader, protocol);
    readAmounts(reader, protocol);
    protocol.intervalDays = reader.integer("interval_days", 1, longestDays);
    protocol.intervalOptions = reader.integers("interval_options", 1, longestDays);
    readLimits(reader, protocol);
    protocol.dosesPerDay = reader.integer("doses_per_day", 1, core::mostDosesPerDay);
    protocol.split = reader.oneOf<core::SplitStrategy>("split", splitNames);
    protocol.firstReviewDays = reader.optionalInteger("first_review_days", 1, longestDays);
    protocol.isDefault = reader.optionalFlag("default").value_or(false);
    protocol.enabled = reader.optionalFlag("enabled").value_or(true);
    protocol.note = reader.text("note");
    protocol.conflict = reader.optionalText("conflict").value_or("");
    readAdoption(reader, protocol);
    if (!std::ranges::count(protocol.intervalOptions, protocol.intervalDays))
        trouble.add(ErrorCode::conflictingFields, reader.at("interval_days"), {"interval_days", "interval_options"});
    reader.done();
    return protocol;
}

core::Result<core::Protocol> protocolFromFile(const QByteArray& text, const std::string& file, const Catalogue& known) {
    core::Result<core::Protocol> protocol = readOne(text, file, known);
    if (!protocol)
        return protocol;
    if (const core::Result<void> good = checkBase(*protocol, file, {}, known); !good)
        return core::failure(good.error());
    return protocol;
}

core::Result<void> checkProtocol(const core::Protocol& protocol, const Catalogue& known) {
    const std::string file = "protocol";
    const core::Result<core::Protocol> read = protocolFromFile(protocolFile(protocol), file, known);
    if (!read) {
        core::Error error = read.error();
        if (error.subject.starts_with(file + ":"))
            error.subject.erase(0, file.size() + 1);
        return core::failure(std::move(error));
    }
    // An amount finer than a file can say, or a default.
    if (!(*read == protocol))
        return core::failure(ErrorCode::conflictingFields, "protocol", {protocol.id, read->id});
    return {};
}

core::Result<std::vector<core::Protocol>> protocolsInFolder(const QString& folder, const Catalogue& known) {
    const QDir place(folder);
    if (!place.exists())
        return core::failure(ErrorCode::missingResource, folder.toStdString());
    std::vector<core::Protocol> all;
    std::vector<std::string> files;
    for (const QString& name : place.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(place.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return core::failure(ErrorCode::missingResource, name.toStdString());
        core::Result<core::Protocol> protocol = readOne(file.readAll(), name.toStdString(), known);
        if (!protocol)
            return core::failure(protocol.error());
        if (std::ranges::count(all, protocol->id, &core::Protocol::id))
            return core::failure(ErrorCode::conflictingFields, JsonPlace{name.toStdString(), {}}.key("id").text(),
                                 {protocol->id, protocol->id});
        all.push_back(*std::move(protocol));
        files.push_back(name.toStdString());
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (const core::Result<void> good = checkBase(all[i], files[i], all, known); !good)
            return core::failure(good.error());
    }
    return all;
}

QByteArray protocolFile(const core::Protocol& protocol) {
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    QJsonArray regions;
    for (const core::Region region : protocol.regions)
        regions.append(nameOf(regionNames, region));
    QJsonObject json{{"id"_L1, text(protocol.id)},
                     {"rule"_L1, text(protocol.ruleId)},
                     {"version"_L1, protocol.version},
                     {"title"_L1, text(protocol.title)},
                     {"edition"_L1, text(protocol.edition)},
                     {"sources"_L1, listOf(protocol.sources)},
                     {"regions"_L1, regions},
                     {"indication"_L1, text(protocol.indication)},
                     {"from_age_years"_L1, protocol.fromAgeYears},
                     {"interval_days"_L1, protocol.intervalDays},
                     {"interval_options"_L1, listOf(protocol.intervalOptions)},
                     {"ceiling_mg"_L1, inMg(protocol.ceiling)},
                     {"single_dose_cap_mg"_L1, inMg(protocol.singleDoseCap)},
                     {"doses_per_day"_L1, protocol.dosesPerDay},
                     {"split"_L1, nameOf(splitNames, protocol.split)},
                     {"enabled"_L1, protocol.enabled},
                     {"note"_L1, text(protocol.note)}};
    if (protocol.byWeight) {
        json.insert("start_mg_per_kg"_L1, inMgPerKg(protocol.byWeight->start));
        json.insert("increment_mg_per_kg"_L1, inMgPerKg(protocol.byWeight->increment));
        json.insert("most_increment_mg"_L1, inMg(protocol.byWeight->mostIncrement));
        json.insert("goal_mg_per_kg"_L1, inMgPerKg(protocol.byWeight->goal));
    } else {
        json.insert("start_mg"_L1, inMg(protocol.start));
        json.insert("increment_mg"_L1, inMg(protocol.increment));
    }
    const auto put = [&](QLatin1String key, const auto& value, auto written) {
        if (value)
            json.insert(key, written(*value));
    };
    const auto whole = [](int value) { return value; };
    const auto kilograms = [](std::int32_t grams) { return grams / gramsPerKg; };
    const auto mg = [](auto dose) { return inMg(dose); };
    put("goal_mg"_L1, protocol.defaultGoal, mg);
    put("soft_ceiling_mg"_L1, protocol.softCeiling, mg);
    put("quantum_at_most_mg"_L1, protocol.quantumAtMost, mg);
    put("below_age_years"_L1, protocol.belowAgeYears, whole);
    put("from_weight_kg"_L1, protocol.fromWeightGrams, kilograms);
    put("below_weight_kg"_L1, protocol.belowWeightGrams, kilograms);
    put("lowest_renal_band"_L1, protocol.lowestBand, [](core::RenalBand band) { return nameOf(renalBandNames, band); });
    put("first_review_days"_L1, protocol.firstReviewDays, whole);
    put("adopted_on"_L1, protocol.adoptedOn, [](core::Date on) { return QString::fromStdString(on.iso()); });
    for (const auto& [key, value] :
         {std::pair{"conflict"_L1, &protocol.conflict}, std::pair{"based_on"_L1, &protocol.basedOn},
          std::pair{"adopted_by"_L1, &protocol.adoptedBy}}) {
        if (!value->empty())
            json.insert(key, text(*value));
    }
    return QJsonDocument(json).toJson();
}

} // namespace lento::content
