// The second half of timeline.h: tablets at home. Liquids are handed out in bottles whose size nobody records, so they
// are left out. Doses marked missed in the diary are counted as taken: a few tablets too many at home harm no one, a
// few too few do.
#include "app/timeline.h"
#include "core/dispense.h"
#include "core/rule_numbers.h"

#include <algorithm>
#include <map>
#include <set>

namespace lento::app {

namespace {

// In half tablets, so that two halves make one.
using Halves = std::map<std::string, std::int64_t, std::less<>>;

// What one day takes of each product; nothing if the dose cannot be made from the plan's products.
std::optional<Halves> halvesPerDay(const core::DoseSplit& split, const core::ProductSet& products) {
    Halves used;
    if (split.total().isZero())
        return used;
    if (!products.hasProducts())
        return std::nullopt;
    for (int i = 0; i < split.dosesPerDay(); ++i) {
        const auto pieces = core::dispense(split.at(i), products);
        if (!pieces)
            return std::nullopt;
        for (const core::Pieces& piece : *pieces) {
            const core::Product& product = products.products()[piece.product];
            if (product.form != core::ProductForm::liquid)
                used[product.id] += 2 * std::int64_t{piece.whole} + piece.half;
        }
    }
    return used;
}

void take(Halves& atHome, const Halves& perDay, std::int64_t days) {
    for (const auto& [id, halves] : perDay) {
        const auto found = atHome.find(id);
        // Whoever took more than was recorded had tablets that nobody wrote down; none are left, not fewer than none.
        if (found != atHome.end())
            found->second = std::max<std::int64_t>(0, found->second - halves * days);
    }
}

std::int64_t wholeDays(const Halves& atHome, const Halves& perDay) {
    std::int64_t days = std::numeric_limits<std::int64_t>::max();
    for (const auto& [id, halves] : perDay) {
        const auto found = atHome.find(id);
        days = std::min(days, found == atHome.end() ? 0 : found->second / halves);
    }
    return days;
}

const core::ProductSet* productsOf(const PatientRecord& record, const Stretch& stretch) {
    return stretch.revision < record.revisions.size() ? &record.revisions[stretch.revision].plan.products : nullptr;
}

std::optional<Halves> halvesPerDay(const PatientRecord& record, const Stretch& stretch) {
    const core::ProductSet* products = productsOf(record, stretch);
    if (products == nullptr)
        return std::nullopt;
    return halvesPerDay(stretch.split, *products);
}

// What is left of the tablets handed out when the doses of `until` itself are still to be taken.
Halves leftBefore(core::Date until, const PatientRecord& record, const DoseTimeline& timeline) {
    Halves atHome;
    auto stretch = timeline.stretches().begin();
    const auto stretchEnd = timeline.stretches().end();
    const auto useUp = [&](core::Date from, core::Date before) {
        while (stretch != stretchEnd && stretch->span.last && *stretch->span.last < from)
            ++stretch;
        for (auto at = stretch; at != stretchEnd && at->span.first < before; ++at) {
            const core::Date first = std::max(from, at->span.first);
            const core::Date end = at->span.last ? std::min(before, *at->span.last + 1) : before;
            if (end <= first)
                continue;
            if (const auto perDay = halvesPerDay(record, *at))
                take(atHome, *perDay, end - first);
            else
                std::for_each(atHome.begin(), atHome.end(), [](auto& line) { line.second = 0; });
        }
    };
    std::optional<core::Date> since;
    for (const core::Dispensed& handedOut : record.dispensed) {
        if (handedOut.on > until)
            break;
        if (since && *since < handedOut.on)
            useUp(*since, handedOut.on);
        since = handedOut.on;
        atHome[handedOut.productId] += 2 * handedOut.tablets;
    }
    if (since && *since < until)
        useUp(*since, until);
    return atHome;
}

core::Date openDayAtOrBefore(core::Date day, const std::vector<core::Weekday>& closedDays) {
    for (int back = 0; back < 7; ++back) {
        const core::Date candidate = day - back;
        if (std::find(closedDays.begin(), closedDays.end(), candidate.weekday()) == closedDays.end())
            return candidate;
    }
    return day;
}

} // namespace

SupplyForecast supplyForecast(const PatientRecord& record, const DoseTimeline& timeline, core::Date today,
                              const std::vector<core::Weekday>& closedDays, const core::RuleNumbers& numbers) {
    SupplyForecast forecast;
    Halves atHome = leftBefore(today, record, timeline);
    if (atHome.empty())
        return forecast;
    for (const auto& [id, halves] : atHome)
        forecast.lines.push_back({id, halves / 2});

    core::Date lastCovered = today - 1;
    bool moreNeeded = false;
    for (const Stretch& stretch : timeline.stretches()) {
        if (stretch.span.last && *stretch.span.last < today)
            continue;
        const std::optional<Halves> perDay = halvesPerDay(record, stretch);
        if (!perDay)
            return forecast; // a dose that cannot be made of tablets: no day can be named
        if (perDay->empty())
            continue;
        const core::Date first = std::max(stretch.span.first, today);
        const std::int64_t days = wholeDays(atHome, *perDay);
        if (!stretch.span.last || days < *stretch.span.last - first + 1) {
            lastCovered = std::max(lastCovered, first + static_cast<int>(days) - 1);
            moreNeeded = true;
            break;
        }
        take(atHome, *perDay, *stretch.span.last - first + 1);
        lastCovered = *stretch.span.last;
    }
    if (!moreNeeded && lastCovered < today)
        return forecast; // nothing is to be taken any more
    forecast.lastsUntil = lastCovered;
    if (moreNeeded)
        forecast.renewBy = openDayAtOrBefore(lastCovered - numbers.dsp5.renewBeforeDays, closedDays);
    return forecast;
}

} // namespace lento::app
