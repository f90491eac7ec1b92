// The JSON of a plan: its inputs, its steps, and the whole.
#include "storage/json_reader.h"
#include "storage/json_values.h"
#include "storage/json_writer.h"

namespace lento::storage {

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

} // namespace lento::storage
