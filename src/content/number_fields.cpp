#include "content/number_fields.h"

#include "content/names.h"
#include "core/dose_times.h"

#include <algorithm>

namespace lento::content::fields {

using core::ErrorCode;

namespace {

constexpr JsonName<core::TaperModel> presetModels[] = {{"percent-of-start", core::TaperModel::percentOfStart},
                                                       {"percent-of-current", core::TaperModel::percentOfCurrent}};

} // namespace

std::vector<core::Region> regions(JsonReader& group, const char* key) {
    std::vector<core::Region> known;
    for (const JsonItem& item : group.neededItems(key)) {
        const std::string text = item.value.toString().toStdString();
        const auto found = std::find_if(regionNames.begin(), regionNames.end(),
                                        [&](const JsonName<core::Region>& name) { return name.name == text; });
        if (found == regionNames.end())
            group.trouble().add(ErrorCode::unknownName, item.place.text(), {text, "US, UK, FR, OTHER"});
        else
            known.push_back(found->value);
    }
    return known;
}

core::TaperPreset preset(JsonReader group, core::TaperRisk risk) {
    core::TaperPreset made;
    made.risk = risk;
    made.model = group.oneOf<core::TaperModel>("model", presetModels);
    made.percent = core::Percent::of(group.integer("percent", 1, 100));
    made.intervalDays = group.integer("interval_days", 1, longestDays);
    group.done();
    return made;
}

core::PerWeight perWeight(JsonReader& group, const char* key) {
    constexpr int decimals = 3;
    return {group.decimal(key, decimals, 1, 100'000)};
}

int clockMinute(JsonReader& group, const char* key) {
    const std::string text = group.text(key);
    const auto minute = core::clockMinute(text);
    if (!minute)
        group.trouble().add(ErrorCode::outOfRange, group.at(key), {text, "00:00", "23:59"});
    return minute.value_or(0);
}

std::int32_t grams(JsonReader& group, const char* key) {
    constexpr int decimals = 3;
    return static_cast<std::int32_t>(group.decimal(key, decimals, 1, 500'000));
}

std::int32_t thousandths(JsonReader& group, const char* key) {
    return static_cast<std::int32_t>(group.decimal(key, 3, 1, 10'000));
}
int tenths(JsonReader& group, const char* key) {
    return static_cast<int>(group.decimal(key, 1, 0, 100));
}

int hundredths(JsonReader& group, const char* key) {
    return static_cast<int>(group.decimal(key, 2, 1, 100));
}

double rate(JsonReader& group, const char* key) {
    constexpr int decimals = 4;
    return static_cast<double>(group.decimal(key, decimals, 1, 10'000'000)) / 10'000.0;
}

core::Volume volume(JsonReader& group, const char* key) {
    constexpr int decimals = 4;
    constexpr std::int64_t nanolitresPerUnit = 100;
    return core::Volume::nanolitres(group.decimal(key, decimals, 1, 1'000'000) * nanolitresPerUnit);
}

} // namespace lento::content::fields
