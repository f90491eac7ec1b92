#include "storage/json_values.h"

#include "core/renal.h"
#include "storage/json_reader.h"
#include "storage/json_writer.h"

#include <QJsonDocument>

#include <type_traits>

namespace lento::storage {

// Products and protocols

QJsonObject toJson(const core::Product& product) {
    QJsonObject json{{QStringLiteral("id"), asText(product.id)},
                     {QStringLiteral("form"), asName(product.form)},
                     {QStringLiteral("strength_ng"), asNanograms(product.strength)},
                     {QStringLiteral("scored"), product.scored},
                     {QStringLiteral("halves"), product.halvesAllowed},
                     {QStringLiteral("grid_nl"), asInteger(product.grid.inNanolitres())},
                     {QStringLiteral("regions"), asNames(product.regions)},
                     {QStringLiteral("sources"), asTexts(product.sources)}};
    // Only a clinic's product has one.
    if (!product.name.empty())
        json.insert(QStringLiteral("name"), asText(product.name));
    return json;
}

core::Product productFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Product product;
    product.id = read.text("id");
    product.name = read.optionalText("name").value_or("");
    product.form = read.name<core::ProductForm>("form");
    product.strength = read.mass<core::OralDose>("strength_ng");
    product.scored = read.boolean("scored");
    product.halvesAllowed = read.boolean("halves");
    product.grid = core::Volume::nanolitres(read.natural("grid_nl"));
    product.regions = read.names<core::Region>("regions");
    product.sources = read.texts("sources");
    read.end();
    return product;
}

QJsonObject toJson(const core::ProductSet& products) {
    QJsonArray array;
    for (const core::Product& product : products.products())
        array.append(toJson(product));
    return {{QStringLiteral("products"), array}, {QStringLiteral("quantum_ng"), asNanograms(products.quantum())}};
}

core::ProductSet productSetFromJson(const QJsonObject& json) {
    JsonReader read(json);
    const auto quantum = read.mass<core::OralDose>("quantum_ng");
    std::vector<core::Product> products;
    for (const QJsonObject& product : read.objects("products"))
        products.push_back(productFromJson(product));
    read.end();
    if (products.empty() && quantum.isZero())
        return {};
    const auto set =
        products.empty() ? core::ProductSet::ofQuantum(quantum) : core::ProductSet::of(std::move(products));
    if (!set)
        throw StorageError(core::ErrorCode::fileDamaged, "products");
    return *set;
}

namespace {

// What came to a protocol later is written only where it says something, so that what older plans hold reads the same.
void putPopulation(QJsonObject& json, const core::Protocol& protocol) {
    const auto whole = [](std::int64_t value) { return QJsonValue(static_cast<qint64>(value)); };
    if (protocol.indication != core::Protocol().indication)
        json.insert(QStringLiteral("indication"), asText(protocol.indication));
    putOptional(json, QLatin1String("below_age_years"), protocol.belowAgeYears, whole);
    putOptional(json, QLatin1String("from_weight_g"), protocol.fromWeightGrams, whole);
    putOptional(json, QLatin1String("below_weight_g"), protocol.belowWeightGrams, whole);
    putOptional(json, QLatin1String("lowest_band"), protocol.lowestBand,
                [](core::RenalBand band) { return QJsonValue(static_cast<int>(band)); });
    putOptional(json, QLatin1String("by_weight"), protocol.byWeight, [](const core::WeightDosing& dosing) {
        return QJsonValue(
            QJsonObject{{QStringLiteral("start_ng_per_g"), static_cast<qint64>(dosing.start.nanogramsPerGram)},
                        {QStringLiteral("increment_ng_per_g"), static_cast<qint64>(dosing.increment.nanogramsPerGram)},
                        {QStringLiteral("most_increment_ng"), asNanograms(dosing.mostIncrement)},
                        {QStringLiteral("goal_ng_per_g"), static_cast<qint64>(dosing.goal.nanogramsPerGram)}});
    });
    putOptional(json, QLatin1String("first_review_days"), protocol.firstReviewDays, whole);
    if (!protocol.enabled)
        json.insert(QStringLiteral("enabled"), false);
    if (!protocol.conflict.empty())
        json.insert(QStringLiteral("conflict"), asText(protocol.conflict));
    if (!protocol.basedOn.empty())
        json.insert(QStringLiteral("based_on"), asText(protocol.basedOn));
    if (!protocol.adoptedBy.empty())
        json.insert(QStringLiteral("adopted_by"), asText(protocol.adoptedBy));
    putOptional(json, QLatin1String("adopted_on"), protocol.adoptedOn,
                [](core::Date on) { return QJsonValue(asText(on.iso())); });
}

void readPopulation(JsonReader& read, core::Protocol& protocol) {
    protocol.indication = read.optionalText("indication").value_or(protocol.indication);
    protocol.belowAgeYears = read.optionalSmallInteger("below_age_years");
    protocol.fromWeightGrams = read.optionalSmallInteger("from_weight_g");
    protocol.belowWeightGrams = read.optionalSmallInteger("below_weight_g");
    if (const auto band = read.optionalSmallInteger("lowest_band")) {
        if (*band < 0 || *band > static_cast<int>(core::RenalBand::r5))
            throw StorageError(core::ErrorCode::fileDamaged, "lowest_band");
        protocol.lowestBand = static_cast<core::RenalBand>(*band);
    }
    if (const auto object = read.optionalObject("by_weight")) {
        JsonReader weight(*object);
        protocol.byWeight = core::WeightDosing{{weight.natural("start_ng_per_g")},
                                               {weight.natural("increment_ng_per_g")},
                                               weight.mass<core::DailyDose>("most_increment_ng"),
                                               {weight.natural("goal_ng_per_g")}};
        weight.end();
    }
    protocol.firstReviewDays = read.optionalSmallInteger("first_review_days");
    protocol.enabled = read.optionalBoolean("enabled").value_or(true);
    protocol.conflict = read.optionalText("conflict").value_or("");
    protocol.basedOn = read.optionalText("based_on").value_or("");
    protocol.adoptedBy = read.optionalText("adopted_by").value_or("");
    protocol.adoptedOn = read.optionalDate("adopted_on");
}

} // namespace

QJsonObject toJson(const core::Protocol& protocol) {
    QJsonObject json{{QStringLiteral("id"), asText(protocol.id)},
                     {QStringLiteral("rule_id"), asText(protocol.ruleId)},
                     {QStringLiteral("version"), protocol.version},
                     {QStringLiteral("title"), asText(protocol.title)},
                     {QStringLiteral("edition"), asText(protocol.edition)},
                     {QStringLiteral("sources"), asTexts(protocol.sources)},
                     {QStringLiteral("regions"), asNames(protocol.regions)},
                     {QStringLiteral("from_age_years"), protocol.fromAgeYears},
                     {QStringLiteral("start_ng"), asNanograms(protocol.start)},
                     {QStringLiteral("increment_ng"), asNanograms(protocol.increment)},
                     {QStringLiteral("interval_days"), protocol.intervalDays},
                     {QStringLiteral("ceiling_ng"), asNanograms(protocol.ceiling)},
                     {QStringLiteral("single_dose_cap_ng"), asNanograms(protocol.singleDoseCap)},
                     {QStringLiteral("doses_per_day"), protocol.dosesPerDay},
                     {QStringLiteral("split"), asName(protocol.split)},
                     {QStringLiteral("default"), protocol.isDefault},
                     {QStringLiteral("note"), asText(protocol.note)}};
    QJsonArray intervals;
    for (const int days : protocol.intervalOptions)
        intervals.append(days);
    json.insert(QStringLiteral("interval_options"), intervals);
    putOptional(json, QLatin1String("default_goal_ng"), protocol.defaultGoal, fromMass);
    putOptional(json, QLatin1String("soft_ceiling_ng"), protocol.softCeiling, fromMass);
    putOptional(json, QLatin1String("quantum_at_most_ng"), protocol.quantumAtMost, fromMass);
    putPopulation(json, protocol);
    return json;
}

core::Protocol protocolFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Protocol protocol;
    protocol.id = read.text("id");
    protocol.ruleId = read.text("rule_id");
    protocol.version = read.smallInteger("version");
    protocol.title = read.text("title");
    protocol.edition = read.text("edition");
    protocol.sources = read.texts("sources");
    protocol.regions = read.names<core::Region>("regions");
    protocol.fromAgeYears = read.smallInteger("from_age_years");
    protocol.start = read.mass<core::DailyDose>("start_ng");
    protocol.increment = read.mass<core::DailyDose>("increment_ng");
    protocol.intervalDays = read.smallInteger("interval_days");
    protocol.intervalOptions = read.smallIntegers("interval_options");
    protocol.defaultGoal = read.optionalMass<core::DailyDose>("default_goal_ng");
    protocol.ceiling = read.mass<core::DailyDose>("ceiling_ng");
    protocol.softCeiling = read.optionalMass<core::DailyDose>("soft_ceiling_ng");
    protocol.singleDoseCap = read.mass<core::OralDose>("single_dose_cap_ng");
    protocol.dosesPerDay = read.smallInteger("doses_per_day");
    protocol.split = read.name<core::SplitStrategy>("split");
    protocol.quantumAtMost = read.optionalMass<core::OralDose>("quantum_at_most_ng");
    protocol.isDefault = read.boolean("default");
    protocol.note = read.text("note");
    readPopulation(read, protocol);
    read.end();
    return protocol;
}

// Text

QByteArray jsonText(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray jsonText(const QJsonArray& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QByteArray& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        throw StorageError(core::ErrorCode::fileDamaged, "json");
    return document.object();
}

QJsonArray jsonArray(const QByteArray& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isArray())
        throw StorageError(core::ErrorCode::fileDamaged, "json");
    return document.array();
}

} // namespace lento::storage
