#include "core/visit.h"

#include "core/bounds.h"

#include <string_view>

namespace lento::core {

namespace {

bool isWithin(const std::optional<int>& value, int lowest, int highest) {
    return !value || (*value >= lowest && *value <= highest);
}

} // namespace

// rule: AE-1, SCL-4, SCL-5
Result<void> validate(const Visit& visit, Date today) {
    if (visit.on > today)
        return failure(ErrorCode::outOfRange, "on", {visit.on.iso(), {}, today.iso()});

    for (std::size_t i = 0; i < visit.mas.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (visit.mas[i].muscleGroup == visit.mas[j].muscleGroup && visit.mas[i].side == visit.mas[j].side)
                return failure(ErrorCode::conflictingFields, "mas",
                               {visit.mas[j].muscleGroup, visit.mas[i].muscleGroup});
        }
    }

    // SCL-4: how severe the spasms are is asked of those who have some.
    if (!isWithin(visit.pennFrequency, 0, 4))
        return outOfRange("pennFrequency", *visit.pennFrequency, 0, 4);
    if (!isWithin(visit.pennSeverity, 1, 3))
        return outOfRange("pennSeverity", *visit.pennSeverity, 1, 3);
    if (visit.pennSeverity && visit.pennFrequency.value_or(0) == 0)
        return failure(ErrorCode::conflictingFields, "pennSeverity", {"pennSeverity", "pennFrequency"});

    if (!isWithin(visit.nrsTenths, 0, 100)) // SCL-5
        return outOfRange("nrs", *visit.nrsTenths, 0, 100);

    if (Result<void> valid = validate(visit.further); !valid)
        return valid;

    for (const AdverseEffect& effect : visit.adverseEffects) {
        if (!isWithin(effect.grade, 0, 4)) // AE-1
            return outOfRange("grade", effect.grade, 0, 4);
        if (effect.code.empty() || (effect.code == "other" && effect.text.empty()))
            return failure(ErrorCode::emptyText, "adverseEffect");
    }

    if (visit.falls && *visit.falls < 0)
        return outOfRange("falls", *visit.falls, 0, std::nullopt);

    if (!isWithin(visit.temperatureTenths, lowestTemperatureTenths, highestTemperatureTenths))
        return outOfRange("temperature", *visit.temperatureTenths, lowestTemperatureTenths, highestTemperatureTenths);
    if (!isWithin(visit.pulse, lowestPulse, highestPulse))
        return outOfRange("pulse", *visit.pulse, lowestPulse, highestPulse);
    if (!isWithin(visit.creatineKinaseTenths, 0, highestCreatineKinaseTenths))
        return outOfRange("creatineKinase", *visit.creatineKinaseTenths, 0, highestCreatineKinaseTenths);
    if (!isWithin(visit.stoppedHours, 1, longestStoppedHours))
        return outOfRange("stoppedHours", *visit.stoppedHours, 1, longestStoppedHours);
    return {};
}

std::optional<std::int32_t> masMeanThousandths(const Visit& visit, MasCoding coding) {
    std::vector<Mas> levels;
    levels.reserve(visit.mas.size());
    for (const MasScore& score : visit.mas)
        levels.push_back(score.level);
    return masMeanThousandths(levels, coding);
}

} // namespace lento::core
