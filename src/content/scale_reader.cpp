#include "content/scale_reader.h"

#include <algorithm>

namespace lento::content {

using core::ErrorCode;

namespace {

constexpr JsonName<BetterWhen> directions[] = {{"lower", BetterWhen::lower}, {"higher", BetterWhen::higher}};
constexpr int mostDecimals = 3;
constexpr int widest = 1'000'000;

ScaleRange readRange(JsonReader& entry) {
    ScaleRange range;
    range.decimals = entry.integer("decimals", 0, mostDecimals);
    range.lowest = entry.decimal("lowest", range.decimals, -widest, widest);
    range.highest = entry.decimal("highest", range.decimals, -widest, widest);
    range.unit = entry.optionalText("unit").value_or(std::string());
    if (range.highest <= range.lowest)
        entry.trouble().add(ErrorCode::conflictingFields, entry.at("highest"), {"highest", "lowest"});
    entry.done();
    return range;
}

ScaleMeasure readMeasure(JsonReader& entry) {
    ScaleMeasure measure{entry.text("id"), entry.text("name"), {}, {}};
    if (entry.has("levels")) {
        for (JsonReader& level : entry.objects("levels")) {
            const std::string code = level.text("code");
            if (std::ranges::count(measure.levels, code, &ScaleLevel::code) > 0)
                level.trouble().add(ErrorCode::conflictingFields, level.at("code"), {code, code});
            measure.levels.push_back({code, level.text("text")});
            level.done();
        }
    }
    if (auto range = entry.optionalObject("range"))
        measure.range = readRange(*range);
    if (measure.levels.empty() != measure.range.has_value())
        entry.trouble().add(ErrorCode::conflictingFields, entry.at("levels"), {"levels", "range"});
    entry.done();
    return measure;
}

} // namespace

ScaleKind readScale(JsonReader& entry) {
    ScaleKind scale;
    scale.id = entry.text("id");
    scale.name = entry.text("name");
    scale.shortName = entry.text("short_name");
    scale.better = entry.oneOf<BetterWhen>("better", directions);
    scale.byMuscleGroup = entry.flag("by_muscle_group");
    for (JsonReader& measure : entry.objects("measures")) {
        ScaleMeasure read = readMeasure(measure);
        if (std::ranges::count(scale.measures, read.id, &ScaleMeasure::id) > 0)
            measure.trouble().add(ErrorCode::conflictingFields, measure.at("id"), {read.id, read.id});
        scale.measures.push_back(std::move(read));
    }
    if (scale.measures.empty())
        entry.trouble().add(ErrorCode::missingField, entry.at("measures"), {"measures"});
    scale.licence = entry.text("licence");
    scale.rule = entry.text("rule");
    scale.sources = entry.texts("sources");
    scale.changeRule = entry.optionalText("change_rule");
    return scale;
}

} // namespace lento::content
