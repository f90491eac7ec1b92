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

// Plans

namespace {

QJsonObject titrationJson(const core::TitrationInputs& inputs) {
    QJsonObject json{{QStringLiteral("plan"), asName(core::PlanKind::titration)},
                     {QStringLiteral("start"), asDate(inputs.start)},
                     {QStringLiteral("start_ng"), asNanograms(inputs.startDose)},
                     {QStringLiteral("increment_ng"), asNanograms(inputs.increment)},
                     {QStringLiteral("interval_days"), inputs.intervalDays},
                     {QStringLiteral("goal_ng"), asNanograms(inputs.goal)},
                     {QStringLiteral("doses_per_day"), inputs.dosesPerDay},
                     {QStringLiteral("split"), asName(inputs.split)},
                     {QStringLiteral("single_dose_cap_ng"), asNanograms(inputs.singleDoseCap)}};
    putOptional(json, QLatin1String("protocol"), inputs.protocol,
                [](const core::Protocol& protocol) { return QJsonValue(toJson(protocol)); });
    return json;
}

core::TitrationInputs titrationOf(JsonReader& read) {
    core::TitrationInputs inputs;
    inputs.start = read.date("start");
    inputs.startDose = read.mass<core::DailyDose>("start_ng");
    inputs.increment = read.mass<core::DailyDose>("increment_ng");
    inputs.intervalDays = read.smallInteger("interval_days");
    inputs.goal = read.mass<core::DailyDose>("goal_ng");
    inputs.dosesPerDay = read.smallInteger("doses_per_day");
    inputs.split = read.name<core::SplitStrategy>("split");
    inputs.singleDoseCap = read.mass<core::OralDose>("single_dose_cap_ng");
    if (const auto protocol = read.optionalObject("protocol"))
        inputs.protocol = protocolFromJson(*protocol);
    return inputs;
}

QJsonObject taperJson(const core::TaperInputs& inputs) {
    QJsonObject json{{QStringLiteral("plan"), asName(core::PlanKind::taper)},
                     {QStringLiteral("start"), asDate(inputs.start)},
                     {QStringLiteral("from_ng"), asNanograms(inputs.from)},
                     {QStringLiteral("model"), asName(inputs.model)},
                     {QStringLiteral("percent"), inputs.percent.whole()},
                     {QStringLiteral("fixed_step_ng"), asNanograms(inputs.fixedStep)},
                     {QStringLiteral("interval_days"), inputs.intervalDays},
                     {QStringLiteral("final_ng"), asNanograms(inputs.finalDose)},
                     {QStringLiteral("goal_ng"), asNanograms(inputs.goal)},
                     {QStringLiteral("doses_per_day"), inputs.dosesPerDay},
                     {QStringLiteral("split"), asName(inputs.split)},
                     {QStringLiteral("single_dose_cap_ng"), asNanograms(inputs.singleDoseCap)},
                     {QStringLiteral("serious_reaction"), inputs.seriousReaction},
                     {QStringLiteral("after_pump_implant"), inputs.afterPumpImplant}};
    putOptional(json, QLatin1String("gentle_end"), inputs.gentleEnd, fromBool);
    return json;
}

core::TaperInputs taperOf(JsonReader& read) {
    core::TaperInputs inputs;
    inputs.start = read.date("start");
    inputs.from = read.mass<core::DailyDose>("from_ng");
    inputs.model = read.name<core::TaperModel>("model");
    inputs.percent = core::Percent::of(read.smallInteger("percent"));
    inputs.fixedStep = read.mass<core::DailyDose>("fixed_step_ng");
    inputs.intervalDays = read.smallInteger("interval_days");
    inputs.finalDose = read.mass<core::DailyDose>("final_ng");
    inputs.goal = read.mass<core::DailyDose>("goal_ng");
    inputs.dosesPerDay = read.smallInteger("doses_per_day");
    inputs.split = read.name<core::SplitStrategy>("split");
    inputs.singleDoseCap = read.mass<core::OralDose>("single_dose_cap_ng");
    inputs.gentleEnd = read.optionalBoolean("gentle_end");
    inputs.seriousReaction = read.boolean("serious_reaction");
    inputs.afterPumpImplant = read.boolean("after_pump_implant");
    return inputs;
}

} // namespace

QJsonObject toJson(const core::PlanInputs& inputs) {
    if (const auto* taper = std::get_if<core::TaperInputs>(&inputs))
        return taperJson(*taper);
    return titrationJson(std::get<core::TitrationInputs>(inputs));
}

core::PlanInputs planInputsFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::PlanInputs inputs;
    if (read.name<core::PlanKind>("plan") == core::PlanKind::taper)
        inputs = taperOf(read);
    else
        inputs = titrationOf(read);
    read.end();
    return inputs;
}

QJsonObject toJson(const core::Step& step) {
    QJsonArray doses;
    for (int i = 0; i < step.split.dosesPerDay(); ++i)
        doses.append(asNanograms(step.split.at(i)));
    QJsonObject json{{QStringLiteral("from"), asDate(step.span.first)},
                     {QStringLiteral("doses_ng"), doses},
                     {QStringLiteral("reason"), asName(step.reason)},
                     {QStringLiteral("rules"), asRules(step.rules)},
                     {QStringLiteral("only_after_review"), step.onlyAfterReview},
                     {QStringLiteral("over_cap"), step.overCap}};
    putOptional(json, QLatin1String("to"), step.span.last, asDate);
    return json;
}

core::Step stepFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Step step;
    step.span.first = read.date("from");
    step.span.last = read.optionalDate("to");
    const std::vector<std::int64_t> doses = read.naturals("doses_ng");
    if (doses.size() > static_cast<std::size_t>(core::mostDosesPerDay))
        throw StorageError(core::ErrorCode::fileDamaged, "doses_ng");
    if (!doses.empty())
        step.split = core::DoseSplit(static_cast<int>(doses.size()));
    for (std::size_t i = 0; i < doses.size(); ++i)
        step.split.set(static_cast<int>(i), core::OralDose::nanograms(doses[i]));
    step.reason = read.name<core::StepReason>("reason");
    step.rules = read.rules("rules");
    step.onlyAfterReview = read.boolean("only_after_review");
    step.overCap = read.boolean("over_cap");
    read.end();
    return step;
}

QJsonObject toJson(const core::Plan& plan) {
    QJsonArray steps;
    for (const core::Step& step : plan.steps)
        steps.append(toJson(step));
    return {{QStringLiteral("products"), toJson(plan.products)},
            {QStringLiteral("inputs"), toJson(plan.inputs)},
            {QStringLiteral("steps"), steps}};
}

core::Plan planFromJson(const QJsonObject& json) {
    JsonReader read(json);
    core::Plan plan;
    plan.products = productSetFromJson(read.object("products"));
    plan.inputs = planInputsFromJson(read.object("inputs"));
    for (const QJsonObject& step : read.objects("steps"))
        plan.steps.push_back(stepFromJson(step));
    read.end();
    return plan;
}

// Findings

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
