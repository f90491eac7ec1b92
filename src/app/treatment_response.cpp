#include "app/treatment_response.h"

#include "content/catalogue.h"

#include <algorithm>

namespace lento::app {

namespace {

constexpr std::int32_t highestNrsThousandths = 10'000;
constexpr std::int32_t highestMasThousandths = 4'000;
constexpr int hundredPercent = 100;

std::optional<Band> nrsBand(int baselineTenths, const core::RuleNumbers& numbers) {
    if (baselineTenths < numbers.scl9.nrsFromTenths)
        return std::nullopt;
    // Tenths times percent are thousandths.
    return Band{baselineTenths * (hundredPercent - numbers.scl6.minimalPercent),
                std::min(baselineTenths * (hundredPercent + numbers.scl6.minimalPercent), highestNrsThousandths)};
}

std::optional<Band> masBand(const core::Visit& baseline, const core::IsLowerLimb& isLowerLimb,
                            const core::RuleNumbers& numbers) {
    const auto isLower = [&](const core::MasScore& score) { return isLowerLimb(score.muscleGroup); };
    const bool legs = std::all_of(baseline.mas.begin(), baseline.mas.end(), isLower);
    const bool arms = std::none_of(baseline.mas.begin(), baseline.mas.end(), isLower);
    const auto mean = core::masMeanThousandths(baseline, core::MasCoding::onePlusAsOneAndAHalf);
    if (!mean || legs == arms)
        return std::nullopt;
    const auto least = static_cast<std::int32_t>((legs ? numbers.scl9.lower : numbers.scl9.upper).minimalThousandths);
    return Band{std::max(*mean - least, 0), std::min(*mean + least, highestMasThousandths)};
}

} // namespace

core::IsLowerLimb lowerLimbs(const content::Catalogue& catalogue) {
    return [&catalogue](std::string_view code) {
        const auto& groups = catalogue.muscleGroups();
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&](const content::MuscleGroup& each) { return each.code == code; });
        return group == groups.end() || group->lowerLimb;
    };
}

TreatmentResponse treatmentResponse(const PatientRecord& record, const core::Visit& visit,
                                    const content::Catalogue& catalogue) {
    // Each score, and each goal, against the first visit at which it was recorded.
    core::Visit first;
    TreatmentResponse found;
    for (const core::Visit& earlier : record.visits) {
        if (earlier.draft || earlier.id == visit.id || earlier.on >= visit.on)
            continue;
        if (!first.nrsTenths && earlier.nrsTenths) {
            first.nrsTenths = earlier.nrsTenths;
            found.baselineOn = found.baselineOn.value_or(earlier.on);
        }
        if (first.mas.empty() && !earlier.mas.empty()) {
            first.mas = earlier.mas;
            found.baselineOn = found.baselineOn.value_or(earlier.on);
        }
        for (const core::Goal& goal : earlier.further.goals) {
            if (!goal.attainment || std::ranges::count(first.further.goals, goal.text, &core::Goal::text) > 0)
                continue;
            first.further.goals.push_back(goal);
            found.baselineOn = found.baselineOn.value_or(earlier.on);
        }
    }
    found.inputs = core::responseInputs(first, visit, lowerLimbs(catalogue), catalogue.numbers());
    found.response = core::response(found.inputs, catalogue.numbers());
    return found;
}

// rule: SCL-10
void addBaselineBands(ChartSeries& series, const PatientRecord& record, const content::Catalogue& catalogue) {
    series.nrsBand.reset();
    series.masBand.reset();
    if (!series.nrs.empty())
        series.nrsBand = nrsBand(*record.visits[series.nrs.front().visit].nrsTenths, catalogue.numbers());
    if (!series.masMean.empty())
        series.masBand =
            masBand(record.visits[series.masMean.front().visit], lowerLimbs(catalogue), catalogue.numbers());
}

} // namespace lento::app
