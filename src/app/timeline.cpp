#include "app/timeline.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace lento::app {

namespace {

// A revision that says, or once said, what is taken.
bool counts(const core::Revision& revision) {
    return revision.status == core::RevisionStatus::active || revision.status == core::RevisionStatus::superseded;
}

struct Layer {
    const core::Revision* revision = nullptr;
    std::size_t index = 0;
};

// Layers in the order of activation: each holds from its effectiveFrom until the earliest day on which a later one
// begins.
std::vector<Stretch> stretchesOf(const std::vector<Layer>& layers) {
    std::vector<Stretch> stretches;
    // Backwards, because the later revision cuts the earlier one off.
    std::optional<core::Date> cutBefore;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const core::Revision& revision = *layer->revision;
        const std::vector<core::Step>& steps = revision.plan.steps;
        for (std::size_t i = steps.size(); i-- > 0;) {
            const core::Step& step = steps[i];
            core::DateSpan span = step.span;
            span.first = std::max(span.first, revision.effectiveFrom);
            if (cutBefore && (!span.last || *span.last >= *cutBefore))
                span.last = *cutBefore - 1;
            if (span.last && *span.last < span.first)
                continue;
            stretches.push_back({span, step.split, layer->index, i, step.onlyAfterReview});
        }
        cutBefore = cutBefore ? std::min(*cutBefore, revision.effectiveFrom) : revision.effectiveFrom;
    }
    std::reverse(stretches.begin(), stretches.end());
    return stretches;
}

Change changeBetween(const Stretch* before, core::DailyDose daily) {
    const core::DailyDose earlier = before == nullptr ? core::DailyDose{} : before->split.total();
    if (daily == earlier)
        return Change::none;
    if (earlier.isZero())
        return Change::start;
    if (daily.isZero())
        return Change::stop;
    return daily > earlier ? Change::up : Change::down;
}

using Position = std::vector<Stretch>::const_iterator;

// The first stretch that begins after the day.
Position firstAfter(const std::vector<Stretch>& stretches, core::Date day) {
    return std::upper_bound(stretches.begin(), stretches.end(), day,
                            [](core::Date date, const Stretch& stretch) { return date < stretch.span.first; });
}

// The stretch before this one, if it ends on the eve.
const Stretch* neighbourBefore(const std::vector<Stretch>& stretches, Position position) {
    if (position == stretches.begin())
        return nullptr;
    const Stretch& before = *std::prev(position);
    return before.span.contains(position->span.first - 1) ? &before : nullptr;
}

DayDose dayDose(const std::vector<Stretch>& stretches, Position position, core::Date day) {
    DayDose found;
    found.on = day;
    found.split = position->split;
    found.daily = position->split.total();
    found.revision = position->revision;
    found.step = position->step;
    found.onlyAfterReview = position->onlyAfterReview;
    if (day == position->span.first)
        found.change = changeBetween(neighbourBefore(stretches, position), found.daily);
    return found;
}

} // namespace

DoseTimeline::DoseTimeline(const PatientRecord& record) {
    std::vector<Layer> layers;
    for (std::size_t i = 0; i < record.revisions.size(); ++i) {
        if (counts(record.revisions[i]))
            layers.push_back({&record.revisions[i], i});
    }
    m_stretches = stretchesOf(layers);
}

DoseTimeline::DoseTimeline(const PatientRecord& record, const core::Revision& draft) {
    std::vector<Layer> layers;
    std::size_t draftIndex = record.revisions.size();
    for (std::size_t i = 0; i < record.revisions.size(); ++i) {
        const core::Revision& revision = record.revisions[i];
        if (!draft.id.isNull() && revision.id == draft.id)
            draftIndex = i;
        else if (counts(revision))
            layers.push_back({&revision, i});
    }
    layers.push_back({&draft, draftIndex});
    m_stretches = stretchesOf(layers);
}

std::optional<DayDose> DoseTimeline::on(core::Date day) const {
    const Position after = firstAfter(m_stretches, day);
    if (after == m_stretches.begin())
        return std::nullopt;
    const Position position = std::prev(after);
    if (!position->span.contains(day))
        return std::nullopt;
    return dayDose(m_stretches, position, day);
}

std::optional<DayDose> DoseTimeline::nextChangeAfter(core::Date day) const {
    for (Position position = firstAfter(m_stretches, day); position != m_stretches.end(); ++position) {
        const Stretch* before = neighbourBefore(m_stretches, position);
        const core::DoseSplit earlier = before == nullptr ? core::DoseSplit{} : before->split;
        const bool bothNothing = position->split.total().isZero() && earlier.total().isZero();
        if (!bothNothing && position->split != earlier)
            return dayDose(m_stretches, position, position->span.first);
    }
    return std::nullopt;
}

std::optional<core::Date> DoseTimeline::takenSince(core::Date day) const {
    Position position = firstAfter(m_stretches, day);
    if (position == m_stretches.begin())
        return std::nullopt;
    --position;
    if (!position->span.contains(day) || position->split.total().isZero())
        return std::nullopt;
    for (const Stretch* before = neighbourBefore(m_stretches, position); before && !before->split.total().isZero();
         before = neighbourBefore(m_stretches, position))
        --position;
    return position->span.first;
}

} // namespace lento::app
